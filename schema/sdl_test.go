package schema_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/semver"

	"github.com/clausegraph/clausegraph/schema"
)

var update = flag.Bool("update", false, "rewrite schema.graphql")

// TestSDLIsCommitted compares the schema with the file that frontends generate their types from.
func TestSDLIsCommitted(t *testing.T) {
	const file = "schema.graphql"
	if *update {
		if err := os.WriteFile(file, []byte(schema.SDL()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(committed), schema.SDL()); diff != "" {
		t.Errorf("schema/schema.graphql is not the schema; run: go test ./schema -run SDL -update\n%s", diff)
	}
}

// TestVersionIsThatOfTheSchema compares the schema with what was promised last: what differs from it needs a version of its
// own. That nothing of the promise is broken is for make conformance to say.
func TestVersionIsThatOfTheSchema(t *testing.T) {
	promised, err := os.ReadFile("../docs/schema-baseline.graphql")
	if err != nil {
		t.Fatal(err)
	}
	first, rest, _ := strings.Cut(string(promised), "\n")
	last, _, ok := strings.Cut(strings.TrimPrefix(first, "# API "), ":")
	if !ok || !semver.IsValid("v"+last) {
		t.Fatalf("docs/schema-baseline.graphql begins with %q, not with its version", first)
	}
	order := semver.Compare("v"+schema.Version, "v"+last)
	if same := rest == schema.SDL(); same && order != 0 || !same && order <= 0 {
		t.Errorf("the API has version %s, and what was promised last %s; docs/versioning.md says which one is next", schema.Version, last)
	}
}
