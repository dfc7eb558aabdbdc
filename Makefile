# `make test` runs every check. It needs Go, gcc (for the race detector) and Node with npm (for the web builds).

GO ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: test format tidy vet lint generated race data bench build

test: format tidy vet lint generated race data
	@echo "all checks passed"

build:
	$(GO) build -o bin/clausegraph ./cmd/clausegraph

format:
	@out=$$(gofmt -l $$(git ls-files '*.go' | grep -v '^schema/internal/')); test -z "$$out" || { echo "not formatted; run gofmt -w on:"; echo "$$out"; exit 1; }

tidy:
	$(GO) mod tidy -diff

vet:
	$(GO) vet ./...

lint:
	$(GO) run $(STATICCHECK) ./...

# What is generated must be what the generators make today.
generated:
	$(GO) generate ./schema
	@git diff --exit-code -- schema || { echo "generated code is not up to date; commit what go generate made"; exit 1; }

race:
	$(GO) test -race ./...

# The data is linted, in canonical form, and answers as the experts expect.
data:
	$(GO) run ./cmd/clausegraph lint
	$(GO) run ./cmd/clausegraph fmt -d mappings
	$(GO) run ./cmd/clausegraph test mappings/expect/*.test

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./coverage ./search ./graph/store
