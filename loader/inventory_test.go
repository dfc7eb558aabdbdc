package loader

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/fuzz"
)

// acme returns a snapshot of the catalog that the inventories in testdata speak of, and the inventory that is good.
func acme(t testing.TB) (*graph.Snapshot, []byte) {
	t.Helper()
	a, err := txtar.ParseFile("testdata/lint/I001-good.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := txtar.FS(a)
	if err != nil {
		t.Fatal(err)
	}
	result, err := Load(t.Context(), Source{FS: fsys, Only: []string{"acme-2022.yaml"}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Build(graph.Revision{}, result.Datasets)
	if err != nil {
		t.Fatal(err)
	}
	return s, a.Files[1].Data
}

func TestReadInventory(t *testing.T) {
	s, src := acme(t)
	got, diagnostics := ReadInventory("inventory.yaml", src, s)
	if len(diagnostics) > 0 {
		t.Fatal(diagnostics)
	}
	want := &graph.Inventory{
		Organization: "Acme",
		Scopes:       []string{"head office", "cloud"},
		Controls: []graph.Control{
			{
				ID: "PW-1", Title: "Password policy", Owner: "Kim", Status: graph.Implemented, Scope: "head office",
				Satisfies: []string{"acme-2022/A.1-1"}, Contributes: []string{"acme-2022/A.1"},
				Documents: []string{"Password rules 2.1"}, Evidence: []string{"screenshot of the directory"}, ReviewedOn: "2026-10-01",
			},
			{ID: "AR-1", Title: "Access review", Status: graph.Planned, Satisfies: []string{"acme-2022/A.2"}},
			{ID: "SD-1", Title: "Secure coding", Status: graph.NotApplicable, Reason: "No software is developed."},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("inventory (-want +got):\n%s", diff)
	}
}

// TestInventoryProblems gives every problem of form at once, with its place.
func TestInventoryProblems(t *testing.T) {
	s, _ := acme(t)
	for _, test := range []struct {
		src  string
		want []string
	}{
		{
			"organization: Acme\ncontrols:\n  - {id: \"a\", status: plannd, reviewedOn: \"2026-02-30\"}\n  - {id: 7, title: T, status: planned, satisfy: []}\n",
			[]string{
				`i.yaml:3:5: F009 the field "title" is missing; what the control is called, in the language of the organization`,
				"i.yaml:3:23: F010 `status` cannot be \"plannd\"; did you mean \"planned\"?",
				"i.yaml:3:43: F010 \"2026-02-30\" is not a day of the calendar, as `reviewedOn` must be; when somebody last looked at it, as \"YYYY-MM-DD\"",
				`i.yaml:4:10: F011 7 is read as a number, not as text; put it in quotes: "7"`,
				`i.yaml:4:40: F008 there is no field "satisfy" here; did you mean "satisfies"?`,
			},
		},
		{"standard: acme-2022\n", []string{"i.yaml:1:1: F007 this file holds no inventory; start it with `organization:`, and list the `controls:`"}},
		{strings.Repeat("\n", MaxFileSize+1), []string{"i.yaml:1:1: F002 this file is larger than 8 MiB; split it, or check that it is the right file"}},
	} {
		inventory, diagnostics := ReadInventory("i.yaml", []byte(test.src), s)
		if inventory != nil {
			t.Errorf("%.60q: an inventory in spite of errors", test.src)
		}
		var got []string
		for _, d := range diagnostics {
			got = append(got, d.String())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%.60q (-want +got):\n%s", test.src, diff)
		}
	}
}

// FuzzReadInventory checks that what is called good names requirements that exist, by controls that can be told apart.
func FuzzReadInventory(f *testing.F) {
	s, _ := acme(f)
	archives, _ := filepath.Glob("testdata/lint/I*.txtar")
	var seeds [][]byte
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, a.Files[len(a.Files)-2].Data)
	}
	fuzz.Bytes(f, seeds...)
	f.Fuzz(func(t *testing.T, src []byte) {
		inventory, diagnostics := ReadInventory("i.yaml", src, s)
		for _, d := range diagnostics {
			if d.Line < 1 || d.Column < 1 {
				t.Errorf("no place: %v", d)
			}
		}
		if inventory == nil {
			if len(diagnostics) == 0 {
				t.Error("no inventory, and nobody says why")
			}
			return
		}
		ids := map[string]bool{}
		for _, c := range inventory.Controls {
			if c.ID == "" || ids[c.ID] {
				t.Errorf("the id %q names no single control", c.ID)
			}
			ids[c.ID] = true
			for _, ref := range append(c.Satisfies, c.Contributes...) {
				if s.Requirement(ref) == nil {
					t.Errorf("%q names nothing", ref)
				}
			}
		}
		checkFormat(t, src)
	})
}
