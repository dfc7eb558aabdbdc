package coverage

import (
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// scopes tells where a PARTIAL means that the process exists and only its subject is new (EXTEND_SCOPE).
type scopes struct {
	*run
	disjoint bool // the held standards and the target have no discipline in common
}

func newScopes(r *run, held []string, target string) scopes {
	subject := r.disciplines(target)
	s := scopes{r, len(held) > 0}
	for _, ref := range held {
		if slices.ContainsFunc(r.disciplines(ref), func(d graph.Discipline) bool { return slices.Contains(subject, d) }) {
			s.disjoint = false
		}
	}
	return s
}

// disciplines returns those of the standard or profile that a ref lies in.
func (e *Engine) disciplines(ref string) []graph.Discipline {
	standard, _ := graph.SplitRef(ref)
	return e.snapshot.Standard(standard).Disciplines
}

// covers reports whether a FULL element of the harmonized structure is contained in the requirement or in one of its
// points.
func (s scopes) covers(t *graph.Requirement) bool {
	if !s.disjoint {
		return false
	}
	covered := false
	s.eachKin(int32(t.Index()), func(at int32) {
		for _, back := range s.touch.of(at) {
			covered = covered || s.carries(back^1)
		}
	})
	return covered
}

// carries reports whether a reading starts from FULL elements of the harmonized structure alone, and its target
// contains them.
func (s scopes) carries(forth int32) bool {
	if s.relation[forth] != relation.SubsetOf && s.relation[forth] != relation.EqualTo || !s.valid(forth) {
		return false
	}
	for _, source := range s.side.of(forth) {
		if s.node(source).Standard().Ref != graph.HarmonizedStructure || s.premises().mark[source] != Full {
			return false
		}
	}
	return true
}
