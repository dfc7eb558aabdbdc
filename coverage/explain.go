package coverage

import (
	"fmt"

	"github.com/clausegraph/clausegraph/graph"
)

// Explanation is the answer for one requirement, with the question it belongs to.
type Explanation struct {
	Revision graph.Revision
	AsOf     graph.Date
	Held     []string
	Lapsed   []Lapse
	Controls []graph.Control
	Scope    string
	Policy   Policy
	Doubts   []Doubt
	Item     *Item
}

// Explain answers for a single assessable requirement: the same item that Gap gives for it.
func (e *Engine) Explain(q Question) (*Explanation, error) {
	node := e.snapshot.Requirement(q.Target)
	switch {
	case node == nil && e.snapshot.Standard(q.Target) != nil:
		return nil, &HeldError{q.Target, "it is a whole standard; explain takes one requirement, such as " + e.example(q.Target)}
	case node == nil:
		return nil, e.snapshot.Unknown(q.Target)
	case !node.Assessable:
		return nil, &HeldError{q.Target, fmt.Sprintf("it is a %s; explain takes an assessable requirement", node.Kind)}
	}
	a, err := e.Gap(q)
	if err != nil {
		return nil, err
	}
	return &Explanation{a.Revision, a.AsOf, a.Held, a.Lapsed, a.Controls, a.Scope, a.Policy, a.Doubts, a.Items[0]}, nil
}

func (e *Engine) example(standard string) string {
	if list := e.snapshot.Standard(standard).Assessable(); len(list) > 0 {
		return graph.JoinRef(standard, list[0].Number)
	}
	return standard + "/NUMBER"
}
