package coverage_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// TestTrueClaimsDoNotContradict: claims read off real sets never contradict each other.
func TestTrueClaimsDoNotContradict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		s := m.build(t)
		list, err := coverage.New(s).Contradictions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			t.Error(c)
		}
		for _, item := range ask(t, s, m) {
			if len(item.Conflict()) > 0 {
				t.Errorf("%s is in conflict: %v", item.Requirement.Ref, item.Conflict())
			}
		}
	})
}

// triangle builds a/1 contains b/1, b/1 contains c/1 and c/2, and what else is claimed between a and c.
func triangle(t *testing.T, complete bool, direct ...*graph.Mapping) *coverage.Engine {
	t.Helper()
	clause := func(standard, number string) *graph.Requirement {
		return &graph.Requirement{Ref: standard + "/" + number, Number: number, Kind: graph.KindClause, Assessable: true}
	}
	claim := func(name, from, to string, r relation.Relation) *graph.Mapping {
		return &graph.Mapping{ID: name + "/" + to, Crosswalk: name, From: []string{from}, To: []string{to}, Relation: r, Strength: 5}
	}
	between := func(name, from, to string, claims ...*graph.Mapping) *graph.Dataset {
		return &graph.Dataset{Name: name, Crosswalk: &graph.Crosswalk{Name: name, From: from, To: to}, Mappings: claims}
	}
	datasets := []*graph.Dataset{
		{Name: "a", Standard: &graph.Standard{Ref: "a"}, Requirements: []*graph.Requirement{clause("a", "1")}},
		{Name: "b", Standard: &graph.Standard{Ref: "b"}, Requirements: []*graph.Requirement{clause("b", "1")}},
		{Name: "c", Standard: &graph.Standard{Ref: "c"}, Requirements: []*graph.Requirement{clause("c", "1"), clause("c", "2")}},
		between("a--b", "a", "b", claim("a--b", "a/1", "b/1", relation.SupersetOf)),
		between("b--c", "b", "c", claim("b--c", "b/1", "c/1", relation.SupersetOf)),
		between("a--c", "a", "c", direct...),
	}
	if complete {
		datasets[5].Crosswalk.Complete.To.All = true
	}
	s, err := graph.Build(graph.Revision{}, datasets)
	if err != nil {
		t.Fatal(err)
	}
	return coverage.New(s)
}

// TestContradictionsAreFoundWithTheirClaims: by a claim of no relationship and by a complete crosswalk that is silent.
func TestContradictionsAreFoundWithTheirClaims(t *testing.T) {
	apart := &graph.Mapping{ID: "a--c/x", Crosswalk: "a--c", From: []string{"a/1"}, To: []string{"c/1"}, Relation: relation.NoRelationship}
	more := func(r relation.Relation) *graph.Mapping {
		return &graph.Mapping{ID: "a--c/x", Crosswalk: "a--c", From: []string{"a/1"}, To: []string{"c/1"}, Relation: r, Strength: 5}
	}
	path := "a/1 superset-of b/1; b/1 superset-of c/1; "
	for _, test := range []struct {
		name   string
		engine *coverage.Engine
		want   string
	}{
		{"none", triangle(t, false), ""},
		{"said to be apart", triangle(t, false, apart), "claims make c/1 FULL for a holder of a/1, and a claim says that they share nothing: a/1 superset-of b/1; b/1 superset-of c/1; a/1 no-relationship c/1"},
		{"each inside the other", triangle(t, false, more(relation.SubsetOf)), "claims make a/1 FULL for a holder of b/1, and a claim says that it asks more: b/1 superset-of c/1; a/1 subset-of c/1; a/1 superset-of b/1"},
		{"contained, and said to overlap", triangle(t, false, more(relation.IntersectsWith)), "claims make c/1 FULL for a holder of a/1, and a claim says that it asks more: " + path + "a/1 intersects-with c/1"},
		{"contained, and said to be contained", triangle(t, false, more(relation.SupersetOf)), ""},
		{"silence of a complete crosswalk", triangle(t, true), "claims make c/1 FULL for a holder of a/1, and the complete crosswalk a--c does not relate them: a/1 superset-of b/1; b/1 superset-of c/1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, err := test.engine.Contradictions(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range list {
				got = append(got, c.String())
			}
			if strings.Join(got, "\n") != test.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "\n"), test.want)
			}
			// The answer does not crash; it gives what is proved, and names the conflict.
			a, err := test.engine.Gap(coverage.Question{Held: []string{"a/1"}, Target: "c/1"})
			if err != nil || a.Items[0].Verdict != coverage.Full {
				t.Fatalf("%v, %v", a, err)
			}
			if conflict := a.Items[0].Conflict(); (len(conflict) > 0) != (test.want != "") {
				t.Errorf("the conflict of the answer is %v", conflict)
			}
		})
	}
}
