package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadmeHasTheStats: the tables of the README are what the command prints. With -update they are written anew.
func TestReadmeHasTheStats(t *testing.T) {
	const file, begin, end = "../../README.md", "<!-- stats -->\n", "<!-- /stats -->"
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(readme), begin)
	have, after, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatalf("%s has no %q", file, end)
	}
	var want, stderr bytes.Buffer
	if status := run(t.Context(), []string{"stats", "--format", "md"}, &want, &stderr); status != exitDone {
		t.Fatal(stderr.String())
	}
	if *update {
		if err := os.WriteFile(file, []byte(before+begin+want.String()+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want.String(), have); diff != "" {
		t.Errorf("the tables are not up to date; `go test ./cmd/clausegraph -run Readme -update` mends it (-printed +README):\n%s", diff)
	}
}
