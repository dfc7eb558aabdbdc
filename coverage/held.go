package coverage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// MaxHeld bounds the entries of Question.Held. It is far above any honest use.
const MaxHeld = 20_000

// Question asks what a target needs beyond what is held.
type Question struct {
	// Held lists refs of standards, profiles, groups and requirements that are met in full. A standard, profile or
	// group stands for the assessable requirements in it. Order and duplicates do not matter. REF@YYYY-MM-DD is held until
	// the end of that day: see OnDay.
	Held []string
	// Lapsed is what was held and is over on the day: see OnDay. It counts for nothing and is told with the answer.
	Lapsed []Lapse
	// Controls are what the organisation has itself. An implemented control makes what it satisfies FULL and what it
	// contributes to PARTIAL; one partly implemented makes what it satisfies PARTIAL; the others count for nothing. A
	// control that is not applicable takes the requirements that it names out of what is held.
	Controls []graph.Control
	// Scope is the part of the organisation that is asked about: controls carried out in another one do not count. The
	// empty Scope takes controls wherever they are carried out.
	Scope string
	// Target is the ref of a standard, profile, group or requirement.
	Target string
	// AsOf is the day the question is asked about: claims that do not hold on it are left out. The zero Date takes
	// claims whatever their dates.
	AsOf graph.Date
	// Policy says which claims are trusted.
	Policy Policy
}

// heldEntry is a node that R1 speaks of, with everything that holds it.
type heldEntry struct {
	node     int32
	verdict  Verdict          // FULL, or PARTIAL where only controls hold it, and none in full
	entry    string           // the ref in the question that holds it, or ""
	controls []*graph.Control // those that give the verdict
}

// HeldError says that what a question holds, or asks for, cannot be answered.
type HeldError struct {
	Ref     string
	Problem string
}

// Error names the ref and the problem.
func (e *HeldError) Error() string { return fmt.Sprintf("%s: %s", e.Ref, e.Problem) }

// expand returns what a ref stands for: the assessable requirements of a standard, profile or group, or the single
// requirement or point. The error is a *graph.UnknownRefError or a *HeldError.
func (e *Engine) expand(ref string) ([]*graph.Requirement, error) {
	if std := e.snapshot.Standard(ref); std != nil {
		return std.Assessable(), nil
	}
	node := e.snapshot.Requirement(ref)
	if node == nil {
		return nil, e.snapshot.Unknown(ref)
	}
	if node.Assessable || node.IsPoint() {
		return []*graph.Requirement{node}, nil
	}
	below := assessableBelow(node)
	if len(below) == 0 {
		return nil, &HeldError{ref, "it is a heading with no assessable requirement below it"}
	}
	return below, nil
}

func assessableBelow(node *graph.Requirement) []*graph.Requirement {
	var list []*graph.Requirement
	for _, child := range node.Children() {
		if child.Assessable {
			list = append(list, child)
		}
		list = append(list, assessableBelow(child)...)
	}
	return list
}

// distinct returns the refs sorted, each once: order and repetition carry no meaning.
func distinct(refs []string) []string { return slices.Compact(slices.Sorted(slices.Values(refs))) }

// begin starts a question on the working memory: a new stamp, and the resolved holdings (R1). With hope, controls that
// are planned, partly implemented or out of scope count as if they were implemented in the scope.
func (r *run) begin(q Question, hope bool) error {
	if len(q.Held) > MaxHeld {
		return &HeldError{"held", fmt.Sprintf("%d refs are too many; at most %d are taken", len(q.Held), MaxHeld)}
	}
	if err := r.checkPolicy(q.Policy); err != nil {
		return err
	}
	r.reset()
	r.asOf, r.trust = q.AsOf, r.newTrust(q.Policy)
	r.sifted = r.trust != nil || r.asOf != "" && r.dated != nil
	out, err := r.notApplicable(q.Controls)
	if err != nil {
		return err
	}
	for _, ref := range distinct(q.Held) {
		nodes, err := r.expand(ref)
		if err != nil {
			return err
		}
		for _, n := range nodes {
			if out == nil || !out[n] {
				r.hold(n, ref, nil, Full)
			}
		}
	}
	for _, over := range q.Lapsed {
		if _, err := r.expand(over.Ref); err != nil {
			return err
		}
	}
	if len(q.Controls) == 0 {
		return nil
	}
	controls := slices.Clone(q.Controls)
	slices.SortStableFunc(controls, func(a, b graph.Control) int { return strings.Compare(a.ID, b.ID) })
	return r.holdControls(controls, q.Scope, hope)
}

// answer resolves the question and finds the verdict on every node: without proofs, unless the question has a bound on
// hops. The run it returns is this one, or the uppermost layer of such a question.
func (r *run) answer(q Question, hope bool) (*run, error) {
	if q.Policy.MaxHops > 0 {
		return r.prove(q, hope)
	}
	if err := r.begin(q, hope); err != nil {
		return nil, err
	}
	r.spread()
	return r, nil
}

// answerOf resolves the question and finds the verdicts that verdictOf says of the targets, and no others.
func (r *run) answerOf(q Question, targets []*graph.Requirement) (*run, error) {
	if q.Policy.MaxHops > 0 {
		return r.prove(q, false)
	}
	if err := r.begin(q, false); err != nil {
		return nil, err
	}
	r.spreadFull()
	nodes := indices(targets)
	r.decide(nodes)
	r.near = r.near[:0] // R6 looks at the neighbours of what is not proved
	for _, n := range nodes {
		if r.mark[n] == 0 {
			r.eachTouching(n, func(other int32) bool { r.near = append(r.near, other); return false })
		}
	}
	r.decide(r.near)
	return r, nil
}

// prove resolves the question as answer does, and finds the best proofs.
func (r *run) prove(q Question, hope bool) (*run, error) {
	if err := r.begin(q, hope); err != nil {
		return nil, err
	}
	r.derive(q.Policy.MaxHops == 0)
	for range q.Policy.MaxHops {
		above := newRun(r.Engine)
		above.stamp, above.round, above.asOf, above.trust, above.sifted, above.below = r.stamp, 1, r.asOf, r.trust, r.sifted, r
		above.entries, above.held, above.heldAt, above.counted = r.entries, r.held, r.heldAt, r.counted
		above.derive(false)
		r = above
	}
	return r, nil
}

// hold records that a node is held by a ref of the question or by a control. FULL outdoes PARTIAL.
func (r *run) hold(node *graph.Requirement, entry string, c *graph.Control, v Verdict) {
	i := int32(node.Index())
	if r.held[i] != r.stamp {
		r.held[i], r.heldAt[i] = r.stamp, int32(len(r.entries))
		r.entries = append(r.entries, heldEntry{node: i, verdict: v})
	}
	if c != nil {
		r.counted[i] = r.stamp
	}
	h := &r.entries[r.heldAt[i]]
	switch {
	case v > h.verdict: // less than what holds it already
		return
	case v < h.verdict:
		h.verdict, h.controls = v, nil
	}
	if c == nil {
		if h.entry == "" {
			h.entry = entry
		}
	} else if !slices.Contains(h.controls, c) {
		h.controls = append(h.controls, c)
	}
}
