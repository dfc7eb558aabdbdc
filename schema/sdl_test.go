package schema_test

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

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
