package coverage

import (
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// scopes tells where a PARTIAL means that the process exists and only its subject is new (EXTEND_SCOPE).
type scopes struct {
	*prover
	disjoint bool // the held standards and the target have no discipline in common
}

func newScopes(p *prover, held []string, target string) scopes {
	subject := p.disciplines(target)
	s := scopes{p, len(held) > 0}
	for _, ref := range held {
		if slices.ContainsFunc(p.disciplines(ref), func(d graph.Discipline) bool { return slices.Contains(subject, d) }) {
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
	return slices.ContainsFunc(s.family(int32(t.Index())), func(at int32) bool {
		return slices.ContainsFunc(s.touch.of(at), func(back int32) bool {
			forth := back ^ 1
			if s.relation[forth] != relation.SubsetOf && s.relation[forth] != relation.EqualTo || !s.valid(forth) {
				return false
			}
			return !slices.ContainsFunc(s.side.of(forth), func(source int32) bool {
				return s.node(source).Standard().Ref != graph.HarmonizedStructure || s.premises.verdict(source) != Full
			})
		})
	})
}
