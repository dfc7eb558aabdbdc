package coverage

import (
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// Blocker is a control that does not count in full, and but for which a verdict would be better.
type Blocker struct {
	Control *graph.Control
	Why     BlockerReason
	Verdict Verdict // what the verdict would be with all blockers of the item out of the way
}

// BlockerReason says why a control does not count in full.
type BlockerReason string

// The reasons.
const (
	BlockedPlanned    BlockerReason = "planned"      // not carried out yet
	BlockedPartial    BlockerReason = "partial"      // carried out in part
	BlockedOutOfScope BlockerReason = "out-of-scope" // carried out elsewhere
)

// BlockerReasons lists every BlockerReason.
var BlockerReasons = []BlockerReason{BlockedPlanned, BlockedPartial, BlockedOutOfScope}

// addBlockers asks the question again as if the controls that are planned, partly implemented or out of scope were
// implemented in the scope. Where that gives a better verdict, those of them that its proof rests on are blockers.
func (w *reasons) addBlockers(memory *run) {
	q := w.question
	if !slices.ContainsFunc(q.Controls, func(c graph.Control) bool { o := obstacleOf(&c, q.Scope); return o == outOfScope || o == unfinished }) {
		return
	}
	r, err := memory.prove(q, true)
	if err != nil {
		panic(err) // see find
	}
	p := newProver(r)
	for i, item := range w.items {
		node := int32(item.Requirement.Index())
		hoped := p.verdict(node)
		if hoped >= item.Verdict {
			continue
		}
		list := &w.details[i].blockers
		for _, step := range p.prove(factOf(node, hoped)).Steps() {
			for _, c := range step.Controls {
				why := blockedBy(c, q.Scope)
				if why != "" && !slices.ContainsFunc(*list, func(b Blocker) bool { return b.Control == c }) {
					*list = append(*list, Blocker{c, why, hoped})
				}
			}
		}
		slices.SortFunc(*list, func(a, b Blocker) int { return strings.Compare(a.Control.ID, b.Control.ID) })
	}
}

func blockedBy(c *graph.Control, scope string) BlockerReason {
	switch o := obstacleOf(c, scope); {
	case o == outOfScope:
		return BlockedOutOfScope
	case o == unfinished && c.Status == graph.Planned:
		return BlockedPlanned
	case o == unfinished:
		return BlockedPartial
	}
	return ""
}

// Doubt is a requirement that a ref of the question holds, although no control that the question names for it counts.
type Doubt struct {
	Requirement *graph.Requirement
	Controls    []*graph.Control
}

// doubts lists the requirements that are held by a ref and by no control that is named for them, in document order.
func (r *run) doubts(q Question) []Doubt {
	var list []Doubt
	for i := range q.Controls {
		c := &q.Controls[i]
		for _, ref := range slices.Concat(c.Satisfies, c.Contributes) {
			node := r.snapshot.Requirement(ref)
			at := int32(node.Index())
			if r.held[at] != r.stamp {
				continue
			}
			if h := r.entries[r.heldAt[at]]; h.entry == "" || len(h.controls) > 0 || r.counted[at] == r.stamp {
				continue
			}
			k := slices.IndexFunc(list, func(d Doubt) bool { return d.Requirement == node })
			if k < 0 {
				k = len(list)
				list = append(list, Doubt{Requirement: node})
			}
			list[k].Controls = append(list[k].Controls, c)
		}
	}
	slices.SortFunc(list, func(a, b Doubt) int { return a.Requirement.Index() - b.Requirement.Index() })
	return list
}
