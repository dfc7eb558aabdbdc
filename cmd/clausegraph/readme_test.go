package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pairsShown are the rows of verdicts that the README shows: what people ask most.
var pairsShown = []string{
	"iso-27001-2022 > isms-p-2023", "iso-27701-2025 > isms-p-2023", "iso-42001-2023 > isms-p-2023", "iso-9001-2015 > isms-p-2023",
	"isms-p-2023 > iso-27001-2022", "isms-p-2018 > isms-p-2023", "iso-27001-2013 > iso-27001-2022",
	"iso-27001-2022 > iso-27701-2025", "iso-27001-2022 > iso-42001-2023", "iso-27001-2022 > nist-csf-2.0", "iso-9001-2015 > iso-27001-2022",
}

// TestReadmeHasTheStats: the tables of the README and of docs/data.md are what the command prints. With -update they are
// written anew.
func TestReadmeHasTheStats(t *testing.T) {
	var all, stderr bytes.Buffer
	if status := run(t.Context(), []string{"stats", "--format", "md"}, &all, &stderr); status != exitDone {
		t.Fatal(stderr.String())
	}
	compareTables(t, "../../docs/data.md", all.String())

	_, verdicts, ok := strings.Cut(all.String(), "| held > target |")
	if !ok {
		t.Fatalf("no table of verdicts in %s", all.String())
	}
	lines := strings.SplitAfter("| held > target |"+verdicts, "\n")
	shown := strings.Join(lines[:2], "")
	for _, pair := range pairsShown {
		at := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "| "+pair+" |") })
		if at < 0 {
			t.Fatalf("the command prints no row %s", pair)
		}
		shown += lines[at]
	}
	compareTables(t, "../../README.md", shown)
}

// compareTables compares what a file has between its marks.
func compareTables(t *testing.T, file, want string) {
	t.Helper()
	const begin, end = "<!-- stats -->\n", "<!-- /stats -->"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), begin)
	have, after, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatalf("%s has no %q", file, end)
	}
	if *update {
		if err := os.WriteFile(file, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("the tables are not up to date; `go test ./cmd/clausegraph -run Readme -update` mends it (-printed +%s):\n%s", file, diff)
	}
}
