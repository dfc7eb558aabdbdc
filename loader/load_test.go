package loader

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/txtar"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// example returns the files of the archive testdata/lint/NAME.txtar.
func example(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", "lint", name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		if f.Name != "want" {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys
}

func load(t *testing.T, sources ...Source) *Result {
	t.Helper()
	result, err := Load(t.Context(), sources...)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func dataset(t *testing.T, r *Result, name string) *graph.Dataset {
	t.Helper()
	for _, d := range r.Datasets {
		if d.Name == name {
			return d
		}
	}
	t.Fatalf("no dataset %s", name)
	return nil
}

// TestEmbedded demands that every built-in file is free of problems, and that all of them together make a snapshot.
func TestEmbedded(t *testing.T) {
	result := load(t, Embedded())
	files, err := Embedded().files()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		t.Run(name, func(t *testing.T) {
			for _, d := range result.Diagnostics {
				if d.File == Embedded().display(name) {
					t.Error(d)
				}
			}
		})
	}
	if result.OK() {
		if _, err := graph.Build(graph.Revision{Number: 1}, result.Datasets); err != nil {
			t.Error(err)
		}
	}
}

func TestLoadCatalog(t *testing.T) {
	d := dataset(t, load(t, Source{FS: example(t, "C015-good")}), "acme-2022")
	want := &graph.Dataset{
		Name: "acme-2022",
		Standard: &graph.Standard{
			Ref: "acme-2022", Title: graph.Text{EN: "Security standard", KO: "보안 표준"}, Publisher: "Acme", Edition: "2022",
			Published: "2022-05-01", Status: graph.Current, Disciplines: []graph.Discipline{graph.InformationSecurity}, TextPolicy: "own-paraphrase",
		},
		Requirements: []*graph.Requirement{
			{Ref: "acme-2022/A", Number: "A", Kind: graph.KindGroup, Title: graph.Text{EN: "Access", KO: "접근"}, Parts: graph.PartsWhole},
			{
				Ref: "acme-2022/A.1", Number: "A.1", In: "A", Kind: graph.KindControl, Assessable: true, Parts: graph.PartsSome,
				Title: graph.Text{EN: "Passwords", KO: "비밀번호"},
				Gist:  graph.Text{EN: "Set and apply rules for passwords.", KO: "비밀번호 관리 절차를 수립·이행한다."},
			},
			{
				Ref: "acme-2022/A.1-1", Number: "A.1-1", In: "A.1", Kind: graph.KindPoint,
				Gist: graph.Text{EN: "Rules for passwords are set.", KO: "비밀번호 관리 절차를 수립한다."},
			},
			{
				Ref: "acme-2022/A.1-2", Number: "A.1-2", In: "A.1", Kind: graph.KindPoint,
				Gist: graph.Text{EN: "Rules for passwords are applied.", KO: "비밀번호 관리 절차를 이행한다."},
			},
			{
				Ref: "acme-2022/A.2", Number: "A.2", In: "A", Kind: graph.KindControl, Assessable: true,
				Title: graph.Text{EN: "Rights", KO: "권한"},
				Gist:  graph.Text{EN: "Grant rights by need.", KO: "업무상 필요에 따라 권한을 부여한다."},
			},
		},
	}
	if diff := cmp.Diff(want, d, cmpopts.IgnoreUnexported(graph.Standard{}, graph.Requirement{})); diff != "" {
		t.Errorf("catalog (-want +got):\n%s", diff)
	}
}

func TestLoadCrosswalk(t *testing.T) {
	result := load(t, Source{FS: example(t, "F009-good"), Root: "data"})
	d := dataset(t, result, "acme-2022--kr-2023")
	editorial := graph.Source{Key: "editorial", Kind: graph.ProjectSource, Title: "editors"}
	want := &graph.Dataset{
		Name:      "acme-2022--kr-2023",
		Crosswalk: &graph.Crosswalk{Name: "acme-2022--kr-2023", From: "acme-2022", To: "kr-2023", Author: "Kim", Sources: []graph.Source{editorial}},
		Mappings: []*graph.Mapping{
			{
				ID:        graph.MappingID("acme-2022--kr-2023", "editorial", []string{"acme-2022/A.1-1"}, []string{"kr-2023/2.1-1"}),
				Crosswalk: "acme-2022--kr-2023",
				From:      []string{"acme-2022/A.1-1"}, Relation: relation.SupersetOf, To: []string{"kr-2023/2.1-1"},
				Basis: graph.Functional, Strength: 7,
				Why:       graph.Text{EN: "Rules for all passwords include those for users.", KO: "모든 비밀번호 관리 절차는 사용자 비밀번호를 포함한다."},
				Remainder: graph.Remainder{From: graph.Text{EN: "passwords of machines", KO: "기기 비밀번호"}},
				Source:    editorial,
				Review:    graph.Review{State: graph.Reviewed, By: "Lee", On: "2026-11-01"},
			},
			{
				ID:        graph.MappingID("acme-2022--kr-2023", "editorial", []string{"acme-2022/*"}, []string{"kr-2023/2.2"}),
				Crosswalk: "acme-2022--kr-2023",
				From:      []string{"acme-2022/*"}, Relation: relation.NoRelationship, To: []string{"kr-2023/2.2"},
				Why:    graph.Text{EN: "Nothing asks for consent.", KO: "동의를 요구하는 항목이 없다."},
				Source: editorial,
				Review: graph.Review{State: graph.Draft},
			},
		},
	}
	if diff := cmp.Diff(want, d, cmpopts.IgnoreUnexported(graph.Crosswalk{}, graph.Mapping{})); diff != "" {
		t.Errorf("crosswalk (-want +got):\n%s", diff)
	}
	for id, want := range map[string]string{
		"acme-2022":          "data/catalogs/acme-2022.yaml:1:11",
		"acme-2022/A.2":      "data/catalogs/acme-2022.yaml:22:5",
		"kr-2023/2.1-2":      "data/catalogs/kr-2023.yaml:20:9",
		"acme-2022--kr-2023": "data/crosswalks/acme-2022--kr-2023.yaml:1:7",
		want.Mappings[1].ID:  "data/crosswalks/acme-2022--kr-2023.yaml:17:5",
	} {
		if at, ok := result.Place(id); !ok || at.String() != want {
			t.Errorf("Place(%s) = %v, %t, want %s", id, at, ok, want)
		}
	}
	if at, ok := result.Place("acme-2022/A.3"); ok {
		t.Errorf("a place for what does not exist: %v", at)
	}
}

// A ref into a profile is the node of the standard that the profile selects from; "*" stays the profile.
func TestProfileEnds(t *testing.T) {
	result := load(t, Source{FS: example(t, "M003-good")})
	if diff := cmp.Diff([]string{"kr-2023/2.1"}, dataset(t, result, "acme-2022--kr-basic").Mappings[0].To); diff != "" {
		t.Error(diff)
	}
	if _, err := graph.Build(graph.Revision{}, result.Datasets); err != nil {
		t.Error(err)
	}
	closed := load(t, Source{FS: example(t, "M023-bad")})
	if diff := cmp.Diff([]string{"kr-basic/*"}, dataset(t, closed, "acme-2022--kr-basic").Mappings[0].To); diff != "" {
		t.Error(diff)
	}
}

// Whatever passes the rules can be linked.
func TestGoodBuilds(t *testing.T) {
	for _, rule := range Rules {
		result := load(t, Source{FS: example(t, rule.Code+"-good")})
		if _, err := graph.Build(graph.Revision{}, result.Datasets); err != nil {
			t.Errorf("%s-good: %v", rule.Code, err)
		}
	}
}

func TestLoadFails(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Load(ctx, Source{FS: example(t, "F009-good")}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled load: %v", err)
	}
	if _, err := Load(t.Context(), Source{FS: fstest.MapFS{}, Only: []string{"none.yaml"}}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}
