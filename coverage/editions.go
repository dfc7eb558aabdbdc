package coverage

import (
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// ChangeKind says what became of requirements from one edition to the next.
type ChangeKind string

// The kinds of changes.
const (
	Kept      ChangeKind = "kept"      // same obligations, number and heading
	Renamed   ChangeKind = "renamed"   // same obligations under another number or heading
	Merged    ChangeKind = "merged"    // several old ones make up the new one
	Split     ChangeKind = "split"     // the old one is spread over several new ones
	Extended  ChangeKind = "extended"  // carried over, and the new one asks more
	Added     ChangeKind = "new"       // nothing old relates to it
	Withdrawn ChangeKind = "withdrawn" // nothing new relates to it
)

// ChangeKinds lists every ChangeKind.
var ChangeKinds = []ChangeKind{Kept, Renamed, Merged, Split, Extended, Added, Withdrawn}

// Change is what became of requirements from one edition to the next.
type Change struct {
	Kind      ChangeKind
	From      []*graph.Requirement // of the old edition; none for a new requirement
	To        *graph.Requirement   // of the new edition; nil for a withdrawn one
	Verdict   Verdict              // on To for a holder of the whole old edition; 0 for a withdrawn one
	Remainder []Remainder          // what To asks beyond the old edition
	Controls  []*graph.Control     // of the inventory: those that implement From
}

// EditionChanges is the way from one edition to the next, requirement by requirement.
type EditionChanges struct {
	From, To *graph.Standard
	Changes  []Change // in the order of the new edition, then what is withdrawn in the order of the old one
}

// Count returns the number of changes of the kind.
func (c *EditionChanges) Count(kind ChangeKind) int {
	n := 0
	for _, change := range c.Changes {
		if change.Kind == kind {
			n++
		}
	}
	return n
}

// Editions compares two editions by the claims between them, and says which controls of an inventory are touched.
func (e *Engine) Editions(from, to string, controls []graph.Control) (*EditionChanges, error) {
	standards, err := e.standards([]string{from, to})
	if err != nil {
		return nil, err
	}
	if len(standards) < 2 {
		return nil, &HeldError{from, "compare it with another edition"}
	}
	a, err := e.Gap(Question{Held: []string{from}, Target: to, Policy: Policy{MaxHops: 1}})
	if err != nil {
		return nil, err
	}
	c := &EditionChanges{From: standards[0], To: standards[1]}
	heirs := map[*graph.Requirement][]*graph.Requirement{}
	for _, item := range a.Items {
		for _, old := range e.relatives(item.Requirement, c.From) {
			heirs[old] = append(heirs[old], item.Requirement)
		}
	}
	for _, item := range a.Items {
		old := e.relatives(item.Requirement, c.From)
		c.Changes = append(c.Changes, Change{
			Kind: kindOf(item, old, heirs), From: old, To: item.Requirement, Verdict: item.Verdict, Remainder: item.Remainder(),
			Controls: e.implementing(controls, old),
		})
	}
	for _, old := range c.From.Assessable() {
		if len(heirs[old]) == 0 {
			one := []*graph.Requirement{old}
			c.Changes = append(c.Changes, Change{Kind: Withdrawn, From: one, Controls: e.implementing(controls, one)})
		}
	}
	return c, nil
}

func kindOf(item *Item, old []*graph.Requirement, heirs map[*graph.Requirement][]*graph.Requirement) ChangeKind {
	switch {
	case len(old) == 0:
		return Added
	case item.Verdict != Full:
		return Extended
	case len(old) > 1:
		return Merged
	case len(heirs[old[0]]) > 1:
		return Split
	case old[0].Number == item.Requirement.Number && old[0].Title == item.Requirement.Title:
		return Kept
	}
	return Renamed
}

// relatives returns the requirements of a standard that a claim relates with the requirement or one of its points, in
// document order.
func (e *Engine) relatives(r *graph.Requirement, std *graph.Standard) []*graph.Requirement {
	var list []*graph.Requirement
	for _, at := range append([]*graph.Requirement{r}, r.Points()...) {
		for _, back := range e.touch.of(int32(at.Index())) {
			for _, n := range e.side.of(back ^ 1) {
				if other := e.node(n).Whole(); other.Standard() == std && !slices.Contains(list, other) {
					list = append(list, other)
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b *graph.Requirement) int { return a.Index() - b.Index() })
	return list
}

// implementing returns the controls that name one of the requirements or of their points.
func (e *Engine) implementing(controls []graph.Control, requirements []*graph.Requirement) []*graph.Control {
	var list []*graph.Control
	for i := range controls {
		c := &controls[i]
		if slices.ContainsFunc(slices.Concat(c.Satisfies, c.Contributes), func(ref string) bool {
			r := e.snapshot.Requirement(ref)
			return r != nil && slices.Contains(requirements, r.Whole())
		}) {
			list = append(list, c)
		}
	}
	return list
}
