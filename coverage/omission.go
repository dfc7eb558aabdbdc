package coverage

import (
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Omission returns the first of the omissions, or nil: there rarely are two ways to spare one audit.
func (i *Item) Omission() *graph.Omission {
	if list := i.Omissions(); len(list) > 0 {
		return list[0]
	}
	return nil
}

// omissions returns, by node, the audits that schemes allow to omit.
func omissions(s *graph.Snapshot) map[int32][]*graph.Omission {
	list := map[int32][]*graph.Omission{}
	for _, scheme := range s.Schemes() {
		for i := range scheme.Omissions {
			o := &scheme.Omissions[i]
			for _, number := range o.Criteria {
				node := int32(s.Requirement(graph.JoinRef(o.Target, number)).Index())
				list[node] = append(list[node], o)
			}
		}
	}
	return list
}

// omitted returns the omissions that what is held allows to ask for in an audit of the requirement, in the order of
// their schemes. One applies where a standard that it names is held as a whole, where it is valid on the day, and,
// where it is for audits against a profile, where the profile is what is asked about. It enters no verdict: that an
// audit is omitted does not mean that a requirement is met.
func (e *Engine) omitted(q Question, t *graph.Requirement) []*graph.Omission {
	var list []*graph.Omission
	target, _ := graph.SplitRef(q.Target)
	for _, o := range e.omits[int32(t.Index())] {
		profile := e.snapshot.Standard(o.Target).Profile != nil
		held := slices.ContainsFunc(o.Held, func(ref string) bool { return slices.Contains(q.Held, ref) })
		if held && (q.AsOf == "" || o.Valid.Holds(q.AsOf)) && (!profile || target == o.Target) {
			list = append(list, o)
		}
	}
	return list
}
