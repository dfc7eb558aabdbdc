package sssom

import (
	"testing"

	"github.com/clausegraph/clausegraph/relation"
)

func TestPredicatesReadBack(t *testing.T) {
	for _, r := range relation.All {
		modifier := ""
		if r == relation.NoRelationship {
			modifier = Not
		}
		if got := Relation(Predicate(r), modifier); got != r {
			t.Errorf("%s reads back as %s", r, got)
		}
	}
	if got := Relation("skos:exactMatch", Not); got.Valid() {
		t.Errorf("from a denied exactMatch follows %s", got)
	}
}
