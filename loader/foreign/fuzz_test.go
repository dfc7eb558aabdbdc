package foreign_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/foreign"
)

func FuzzOSCAL(f *testing.F) {
	fuzzFormat(f, foreign.OSCAL, "good-*.json", "bad-*.json", "*.xml", "good-profile.yaml")
}
func FuzzSTRM(f *testing.F)  { fuzzFormat(f, foreign.STRM, "*-strm.csv") }
func FuzzCISO(f *testing.F)  { fuzzFormat(f, foreign.CISO, "*-ciso.yaml") }
func FuzzSSSOM(f *testing.F) { fuzzFormat(f, foreign.SSSOM, "*.tsv") }
func FuzzCSV(f *testing.F)   { fuzzFormat(f, foreign.CSV, "good-table.csv", "good-claims.csv") }

// fuzzFormat reads whatever the fuzzer makes of the fixtures, together with a catalog that claims can be about. What is read has
// to be sound data: it can be linked, and what is written of it is read without an error.
func fuzzFormat(f *testing.F, format foreign.Format, seeds ...string) {
	var given [][]byte
	for _, pattern := range seeds {
		names, err := filepath.Glob(filepath.Join("testdata", pattern))
		if err != nil || len(names) == 0 {
			f.Fatal(pattern, err)
		}
		for _, name := range names {
			content, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			given = append(given, content)
		}
	}
	fuzz.Bytes(f, given...)
	base := someDatasets(f)
	catalog, err := foreign.Read(f.Context(), foreign.OSCAL, files(f, "good-catalog.json"), foreign.Options{From: "example"})
	if err != nil {
		f.Fatal(err)
	}
	base = append(base, catalog.Datasets...)
	known, err := graph.Build(graph.Revision{}, base)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		foreign.Detect(src)
		options := foreign.Options{From: "example", To: "iso-27001-2022", Known: known}
		if format == foreign.OSCAL {
			options.From = ""
		}
		r, err := foreign.Read(t.Context(), format, []foreign.File{{Name: "file", Content: src}}, options)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range r.Diagnostics {
			if d.Severity == 0 || d.Line < 1 || d.Column < 1 {
				t.Errorf("a diagnostic without a place or a severity: %+v", d)
			}
		}
		if len(r.Datasets) == 0 {
			return
		}
		if _, err := graph.Build(graph.Revision{}, append(slices.Clone(base), r.Datasets...)); err != nil {
			t.Fatalf("%v\n%q", err, src)
		}
		// Catalogs are read by themselves; claims are about others, whose reading would take a hundred times as long.
		own := fstest.MapFS{}
		for _, d := range r.Datasets {
			text, err := loader.Write(d)
			if err != nil {
				t.Fatal(err)
			}
			if canonical, err := loader.Format(text); err != nil || string(canonical) != string(text) {
				t.Fatalf("what was read of %q is written as no data: %v\n%s", src, err, text)
			}
			if d.Standard != nil && d.Standard.Profile == nil {
				own[loader.FileName(d)] = &fstest.MapFile{Data: text}
			}
		}
		again, err := loader.Load(t.Context(), loader.Source{FS: own})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range again.Diagnostics {
			if d.Severity == loader.Error && !strings.Contains(d.Message, "larger than") {
				t.Fatalf("what was read is not sound: %s\n%q", d, src)
			}
		}
	})
}
