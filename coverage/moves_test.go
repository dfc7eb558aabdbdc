package coverage_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// TestMoves: a claim that is added moves what it is about for its holder and nobody else; new and old requirements
// are told, and nothing moves between equal data.
func TestMoves(t *testing.T) {
	catalog := func(ref string, numbers ...string) *graph.Dataset {
		d := &graph.Dataset{Name: ref, Standard: &graph.Standard{Ref: ref}}
		for _, n := range numbers {
			d.Requirements = append(d.Requirements, &graph.Requirement{Ref: ref + "/" + n, Number: n, Kind: graph.KindControl, Assessable: true})
		}
		return d
	}
	engine := func(datasets ...*graph.Dataset) *coverage.Engine {
		s, err := graph.Build(graph.Revision{}, datasets)
		if err != nil {
			t.Fatal(err)
		}
		return coverage.New(s)
	}
	claim := &graph.Dataset{
		Name:      "a--b",
		Crosswalk: &graph.Crosswalk{Name: "a--b", From: "a", To: "b"},
		Mappings: []*graph.Mapping{{
			ID: "a--b/1", Crosswalk: "a--b", From: []string{"a/1"}, To: []string{"b/1"}, Relation: relation.SupersetOf, Strength: 5,
		}},
	}
	before := engine(catalog("a", "1", "2"), catalog("b", "1", "2"), catalog("gone", "1"))
	after := engine(catalog("a", "1", "3"), catalog("b", "1", "2"), claim)
	type row struct {
		held, requirement string
		before, after     coverage.Verdict
	}
	rows := func(before, after *coverage.Engine) []row {
		moves, err := coverage.Moves(t.Context(), before, after, coverage.Question{})
		if err != nil {
			t.Fatal(err)
		}
		var list []row
		for _, m := range moves {
			list = append(list, row{m.Held, m.Requirement.Ref, m.Before, m.After})
		}
		return list
	}
	want := []row{
		{"a", "a/3", 0, coverage.Full},
		{"a", "a/2", coverage.Full, 0},
		{"a", "b/1", coverage.Unknown, coverage.Full},
		{"a", "gone/1", coverage.Unknown, 0},
		{"b", "a/1", coverage.Unknown, coverage.Partial},
		{"b", "a/3", 0, coverage.Unknown},
		{"b", "a/2", coverage.Unknown, 0},
		{"b", "gone/1", coverage.Unknown, 0},
	}
	if d := cmp.Diff(want, rows(before, after), cmp.AllowUnexported(row{})); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if same := rows(after, after); same != nil {
		t.Errorf("nothing changed, and %v moved", same)
	}
}
