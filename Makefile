# `make test` runs every check, and first installs what it needs (scripts/setup).

GO ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOSEC = github.com/securego/gosec/v2/cmd/gosec@v2.30.0
GOVULNCHECK_VERSION = v1.9.0

.PHONY: soak bench-stores bench-replicas kills fuzz fuzz-short test setup format tidy vet lint generated race data conformance browser bench bench-http build mutation mutation-few bench-search eval-search fit-search release release-check release-verify vet-platforms goals security

test: setup format tidy vet lint security generated race data mutation-few conformance browser release-check
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
	cd internal/bench/http && $(GO) vet -mod=mod ./... # whose go.mod follows ours
	cd internal/release && $(GO) vet ./...

# Everything, tests as well, as the other systems of a release have it, before one is made: it compiles all there is twice, which
# takes three minutes where nothing is compiled yet. -trimpath, as a release is built, so that both share what they compile.
vet-platforms:
	for system in windows darwin; do \
		GOOS=$$system CGO_ENABLED=0 $(GO) vet -trimpath ./... && (cd internal/release && GOOS=$$system CGO_ENABLED=0 $(GO) vet -trimpath ./...) || exit 1; done

lint:
	$(GO) run $(STATICCHECK) ./...

# The shipped code; a finding that stands has its reason beside it. What only tests and makes the program is left out. So are
# two rules for all of it: G304, since the commands open the files that their user names, and the server opens none that a
# client names; and G115, since numbers of nodes and claims are bounded by memory long before 32 bits.
security:
	$(GO) run $(GOSEC) -quiet -exclude-generated -exclude=G115,G304 $(foreach d,schema/internal internal/bench internal/release internal/soak internal/mutation internal/pgtest internal/growth internal/fuzz internal/server/servertest internal/auth/authtest,-exclude-dir=$(d)) ./...
	GO="$(GO)" GOVULNCHECK_VERSION=$(GOVULNCHECK_VERSION) scripts/vulncheck

# What is generated must be what the generators make today.
generated:
	$(GO) generate ./schema
	cd web/graphiql && npm ci --silent --no-audit --no-fund && npm run --silent build
	cd web && npm ci --silent --no-audit --no-fund && npm run --silent build
	@git diff --exit-code --stat -- schema web || { echo "generated files are not up to date; commit what the generators made"; exit 1; }

# Random cases look for faults of logic. Under the race detector, which takes ten times as long, a tenth of them is tried
# (internal/race); these tests run a second time, without it, and try all of them.
SAMPLED = TestExpectations|TestDamagedFile|TestEngineIsASet|TestExportIsTheWayOut|TestLostQuadIsNoticed|TestPublishSequences|TestRoundTrip|TestRoundTripOfOurData|TestSnapshotEqualsTraversal|TestWorkspaceSequences|TestTenantsSeeNothingOfEachOther|TestAnswersAreThoseOfGqlgen

race:
	$(GO) test -race -vet=off -timeout 20m ./...
	$(GO) test -vet=off ./coverage ./export ./loader
	$(GO) test -vet=off -run '^($(SAMPLED))$$' ./cmd/clausegraph ./graph/store ./internal/server ./loader/foreign ./schema

# The data is linted, in canonical form, and answers as the experts expect.
data: build
	bin/clausegraph lint
	bin/clausegraph fmt -d mappings
	bin/clausegraph test mappings/expect/*.test

# The rules of coverage are broken one by one, and the tests must find each; on every change, a few of them.
mutation:
	$(GO) run ./internal/mutation

mutation-few:
	$(GO) run ./internal/mutation -few

# The clients that frontends use, against the real server: see web/conformance.
conformance: build web/conformance/node_modules/.package-lock.json examples/web-client/node_modules/.package-lock.json
	@scripts/conformance

# The explorer in a real browser, against the real server. Screenshots and prints are kept in web/browser/out.
browser: build web/node_modules/.package-lock.json
	cd web && npm run --silent browser

%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && npm ci --silent --no-audit --no-fund
	@touch $@

# Binaries, image, bills of materials and checksums in dist/: see docs/release.md. VERSION=1.2.0 where the commit has no tag,
# KEY=FILE to sign, PREVIOUS=FILE of the version.json of the release before.
release: vet-platforms
	cd internal/release && $(GO) run . -version "$(VERSION)" -key "$(if $(KEY),$(abspath $(KEY)))" -previous "$(if $(PREVIOUS),$(abspath $(PREVIOUS)))"

# What a release takes, beside what it may take; see docs/release.md. For an idle machine.
goals:
	cd internal/release && $(GO) run . -platforms $$($(GO) env GOOS)/$$($(GO) env GOARCH) -binary ../../bin/release && $(GO) run ./goals -binary ../../bin/release

# One platform of a release, made twice and taken apart.
release-check:
	cd internal/release && $(GO) test ./...

# A whole release in the folder DIST, taken apart, and compared with one that was made again in the folder AGAIN. The program for
# another processor is run where qemu is there (apt-get install qemu-user-static).
DIST ?= dist
release-verify:
	cd internal/release && CLAUSEGRAPH_DIST="$(abspath $(DIST))" CLAUSEGRAPH_DIST_AGAIN="$(if $(AGAIN),$(abspath $(AGAIN)))" $(GO) test -count=1 -run TestDist -v .

# Growth and ratios in one run, as a table, then every benchmark. It takes some minutes and PostgreSQL.
bench:
	$(GO) run ./internal/growth/measure
	$(GO) test -run '^$$' -bench . -benchmem ./coverage ./search ./graph/store ./loader/editor

# How fast a generated world is stored, read back and changed in bolt: and postgres:, with 100,000 requirements and a million
# claims, and in mem:, which takes 15 GB of memory for that many, with a fifth of them; how long the file of a snapshot of a million
# claims takes to open; and how soon a change on one server is seen on the others.
# WORLD="-standards 13 -requirements 100 -claims 500" is a small world. It tells how far it is.
bench-stores:
	$(GO) run ./internal/growth/stores $(WORLD)
	$(GO) run ./internal/growth/stores -stores mem -standards 40 $(WORLD)
	$(GO) test ./graph/store -run '^$$' -bench OpenSnapshotFile -benchtime 5x
	$(GO) test ./cmd/clausegraph -run '^$$' -bench Visibility -benchtime 30x -v

# One, two and three servers on one PostgreSQL: answers each second, and CPU for a thousand of them. It needs wrk.
bench-replicas: build
	$(GO) run ./internal/bench/replicas

# The server beside encoding/json and graph-gophers/graphql-go in one process, with wrk: see "Speed" in docs/server.md.
bench-http:
	@scripts/bench-http

# Every reader of what strangers send, and the engine, the formats and the stores against what is simpler, FUZZTIME each.
# `make test` tries the seeds of each and a hundred mutations of them, fuzz-short MUTANTS of them: the same unless SEED differs.
FUZZTIME ?= 10m
MUTANTS ?= 3000

fuzz-short:
	CLAUSEGRAPH_FUZZ_MUTANTS=$(MUTANTS) CLAUSEGRAPH_FUZZ_SEED=$(SEED) $(GO) test -timeout 30m -run '^Fuzz' $$(git grep -l '^func Fuzz' -- '*_test.go' | xargs -n1 dirname | sort -u | sed 's|^|./|')

fuzz:
	@set -e; for file in $$(git ls-files '*_test.go'); do \
		for target in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\)(f \*testing.F).*/\1/p' $$file); do \
			echo "$$file $$target"; $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./$$(dirname $$file); \
		done; done

# The program on a file and on PostgreSQL under everything at once, for DURATION, with a table in the end; the tests have a
# short one. RACE=-race builds the server with the race detector.
DURATION ?= 10m

soak:
	$(GO) run ./internal/soak -duration $(DURATION) $(RACE)

# Writers of files and of databases are killed KILLS times each, and every other time the database is instead.
KILLS ?= 100

kills:
	CLAUSEGRAPH_TEST_KILLS=$(KILLS) $(GO) test ./graph/store ./cmd/clausegraph -run Killed -count=1 -v -timeout 3h

# How good the search is: the measures on the judged queries of search/testdata/eval.
eval-search:
	$(GO) test -count=1 ./search -run Evaluation -v -report | grep -v '^=== \|^---\|^PASS\|^ok'

# Fits the weights of the ranking on the tuning half, in some ten minutes of a processor; what it prints last belongs into
# search/weights.go. FIT=-fit-cross fits without each fifth of the half in turn and says what that is worth on the fifth left out.
FIT ?=

fit-search:
	$(GO) test -count=1 -timeout 2h ./search -run 'Fit$$' -v -fit $(FIT)

# How fast the search is: against Bleve as it comes and PostgreSQL, in one run. "large" has 100,000 requirements, to index which
# takes each engine about a minute of a processor; it asks fewer queries, for the others may take a second for one.
bench-search:
	$(GO) test -timeout 30m ./search -run '^$$' -bench 'Compared/shipped' -benchtime 1000x
	$(GO) test -timeout 1h ./search -run '^$$' -bench 'Compared/large' -benchtime 200x
