package coverage_test

import (
	"testing"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// TestDisagreementNeedsTwoSourcesAndTwoRelations: claims about the same ends, also when one is written the other way
// round, are in dispute where another source states another relation.
func TestDisagreementNeedsTwoSourcesAndTwoRelations(t *testing.T) {
	claim := func(id, source string, r relation.Relation, from, to string) *graph.Mapping {
		return &graph.Mapping{ID: "a--c/" + id, Crosswalk: "a--c", From: []string{from}, To: []string{to}, Relation: r, Strength: 5, Source: graph.Source{Title: source}}
	}
	for name, test := range map[string]struct {
		other *graph.Mapping
		want  bool
	}{
		"another relation":            {claim("2", "y", relation.IntersectsWith, "a/1", "c/2"), true},
		"no relationship":             {claim("2", "y", relation.NoRelationship, "a/1", "c/2"), true},
		"the same relation":           {claim("2", "y", relation.SupersetOf, "a/1", "c/2"), false},
		"the same, written back":      {claim("2", "y", relation.SubsetOf, "c/2", "a/1"), false},
		"the opposite, written back":  {claim("2", "y", relation.SupersetOf, "c/2", "a/1"), true},
		"the same source":             {claim("2", "x", relation.IntersectsWith, "a/1", "c/2"), false},
		"about another pair of nodes": {claim("2", "y", relation.IntersectsWith, "a/1", "c/1"), false},
	} {
		t.Run(name, func(t *testing.T) {
			e := triangle(t, false, claim("1", "x", relation.SupersetOf, "a/1", "c/2"), test.other)
			list, err := e.Disagreements(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			a, err := e.Gap(coverage.Question{Held: []string{"a"}, Target: "c/2"})
			if err != nil {
				t.Fatal(err)
			}
			inAnswer := a.Items[0].Disagreements()
			if (len(list) == 1) != test.want || (len(inAnswer) == 1) != test.want {
				t.Fatalf("found %v, in the answer %v", list, inAnswer)
			}
			if test.want && (list[0].String() != inAnswer[0].String() || len(list[0].Claims) != 2) {
				t.Errorf("found %v, in the answer %v", list, inAnswer)
			}
		})
	}
}
