package foreign_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/foreign"
)

var update = flag.Bool("update", false, "rewrite the golden readings in testdata")

// some is the part of the data that is built into the program which the fixtures speak of.
func some() loader.Source {
	s := loader.Embedded()
	s.Only = []string{"catalogs/iso-27001-2022.yaml", "catalogs/iso-27001-2013.yaml"}
	return s
}

func someDatasets(t testing.TB) []*graph.Dataset {
	t.Helper()
	r, err := loader.Load(t.Context(), some())
	if err != nil {
		t.Fatal(err)
	}
	return r.Datasets
}

// known links that part.
func known(t testing.TB) *graph.Snapshot {
	t.Helper()
	s, err := graph.Build(graph.Revision{}, someDatasets(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func files(t testing.TB, names ...string) []foreign.File {
	t.Helper()
	var list []foreign.File
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, foreign.File{Name: name, Content: content})
	}
	return list
}

// TestFormats reads the fixtures of each format and compares the files of data that they become, and what is wrong with
// them, with testdata/NAME.golden. What is written has to be sound data.
func TestFormats(t *testing.T) {
	for _, test := range []struct {
		name    string
		format  foreign.Format
		options foreign.Options
		data    []string // read before, as OSCAL, and known
		files   []string
	}{
		{"oscal-json", foreign.OSCAL, foreign.Options{}, nil, []string{"good-catalog.json", "good-profile.yaml", "good-mapping.json"}},
		{"oscal-bad", foreign.OSCAL, foreign.Options{}, nil, []string{"good-catalog.json", "bad-mapping.json", "bad-bomb.xml"}},
		{"strm", foreign.STRM, foreign.Options{From: "example", To: "iso-27001-2022"}, []string{"good-catalog.json"}, []string{"good-strm.csv"}},
		{"strm-reversed", foreign.STRM, foreign.Options{From: "example", To: "iso-27001-2022", Reversed: true}, []string{"good-catalog.json"}, []string{"good-strm.csv"}},
		{"strm-bad", foreign.STRM, foreign.Options{From: "example", To: "iso-27001-2022"}, []string{"good-catalog.json"}, []string{"bad-strm.csv"}},
		{"sssom", foreign.SSSOM, foreign.Options{}, []string{"good-catalog.json"}, []string{"good-set.tsv"}},
		{"sssom-bad", foreign.SSSOM, foreign.Options{}, []string{"good-catalog.json"}, []string{"bad-set.tsv"}},
		{"csv", foreign.CSV, foreign.Options{From: "good-table", To: "iso-27001-2022", Licence: "Example licence"}, nil, []string{"good-table.csv", "good-claims.csv"}},
		{"ciso", foreign.CISO, foreign.Options{}, nil, []string{"good-ciso.yaml"}},
		{"ciso-bad", foreign.CISO, foreign.Options{}, nil, []string{"bad-ciso.yaml"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.options.Known = known(t)
			datasets := someDatasets(t)
			if test.data != nil {
				r, err := foreign.Read(t.Context(), foreign.OSCAL, files(t, test.data...), foreign.Options{From: "example"})
				if err != nil {
					t.Fatal(err)
				}
				datasets = append(datasets, r.Datasets...)
				if test.options.Known, err = graph.Build(graph.Revision{}, datasets); err != nil {
					t.Fatal(err)
				}
			}
			r, err := foreign.Read(t.Context(), test.format, files(t, test.files...), test.options)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			own := fstest.MapFS{}
			for _, d := range r.Datasets {
				content, err := loader.Write(d)
				if err != nil {
					t.Fatal(err)
				}
				name := loader.FileName(d)
				fmt.Fprintf(&got, "-- %s --\n%s", name, content)
				own[name] = &fstest.MapFile{Data: content}
			}
			fmt.Fprintln(&got, "-- diagnostics --")
			for _, d := range r.Diagnostics {
				fmt.Fprintln(&got, d)
			}
			golden := filepath.Join("testdata", test.name+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if _, err := graph.Build(graph.Revision{}, append(datasets, r.Datasets...)); err != nil {
				t.Error(err)
			}
			sound(t, test.data, own)
		})
	}
}

// sound: what is written is data without a problem.
func sound(t *testing.T, before []string, own fstest.MapFS) {
	t.Helper()
	if len(own) == 0 {
		return
	}
	if before != nil {
		r, err := foreign.Read(t.Context(), foreign.OSCAL, files(t, before...), foreign.Options{From: "example"})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range r.Datasets {
			content, err := loader.Write(d)
			if err != nil {
				t.Fatal(err)
			}
			own[loader.FileName(d)] = &fstest.MapFile{Data: content}
		}
	}
	r, err := loader.Load(t.Context(), some(), loader.Source{FS: own})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Diagnostics {
		t.Errorf("what was written is no sound data: %s", d)
	}
}

// TestSyntaxes: a catalog in XML says the same as in JSON.
func TestSyntaxes(t *testing.T) {
	read := func(name string) string {
		r, err := foreign.Read(t.Context(), foreign.OSCAL, files(t, name), foreign.Options{From: "example"})
		if err != nil || len(r.Datasets) != 1 || len(r.Diagnostics) > 0 {
			t.Fatal(name, err, r)
		}
		content, err := loader.Write(r.Datasets[0])
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	if diff := cmp.Diff(read("good-catalog.json"), read("good-catalog.xml")); diff != "" {
		t.Errorf("-json +xml:\n%s", diff)
	}
}
