# `make test` runs every check, and first installs what it needs (scripts/setup).

GO ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: test setup format tidy vet lint generated race data bench build

test: setup format tidy vet lint generated race data
	@echo "all checks passed"

setup:
	@scripts/setup

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
	cd web/graphiql && npm ci --silent --no-audit --no-fund && npm run --silent build
	@git diff --exit-code --stat -- schema web || { echo "generated files are not up to date; commit what the generators made"; exit 1; }

race:
	$(GO) test -race -timeout 20m ./...

# The data is linted, in canonical form, and answers as the experts expect.
data:
	$(GO) run ./cmd/clausegraph lint
	$(GO) run ./cmd/clausegraph fmt -d mappings
	$(GO) run ./cmd/clausegraph test mappings/expect/*.test

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./coverage ./search ./graph/store
