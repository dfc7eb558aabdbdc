package coverage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// Contradiction is a pair that claims prove to share an obligation, while it is said to share none: no sets of
// obligations satisfy them all.
type Contradiction struct {
	Held, Target *graph.Requirement
	Verdict      Verdict          // FULL or PARTIAL: what is proved of Target for a holder of Held
	Claims       []*graph.Mapping // claims that cannot all be true: those of a shortest proof, and what closes the pair
	Closure      Closure          // why the pair is closed
}

// String says what contradicts what, in one sentence.
func (c Contradiction) String() string {
	reason := "and a claim says that they share nothing"
	switch {
	case c.Closure.SameStandard:
		reason = "and requirements of one standard are apart"
	case len(c.Closure.Mappings) == 0:
		reason = "and the complete crosswalk " + c.Closure.Crosswalk.Name + " does not relate them"
	}
	var said []string
	for _, m := range c.Claims {
		said = append(said, fmt.Sprintf("%s %s %s", strings.Join(m.From, " + "), m.Relation, strings.Join(m.To, " + ")))
	}
	return fmt.Sprintf("claims make %s %s for a holder of %s, %s: %s", c.Target.Ref, c.Verdict, c.Held.Ref, reason, strings.Join(said, "; "))
}

// Contradictions holds every assessable requirement by itself and finds what is proved although its pair is closed.
// Each pair is reported once, with a shortest proof. This is path consistency over the relations that prove something:
// FULL and PARTIAL are the compositions that exclude no-relationship.
func (e *Engine) Contradictions(ctx context.Context) ([]Contradiction, error) {
	var list []Contradiction
	seen := map[[2]*graph.Requirement]bool{}
	for _, h := range e.snapshot.Nodes() {
		if !h.Assessable {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found, err := e.contradict(h)
		if err != nil {
			return nil, err
		}
		for _, c := range found {
			a, b := c.Held.Whole(), c.Target.Whole()
			if seen[[2]*graph.Requirement{a, b}] || seen[[2]*graph.Requirement{b, a}] {
				continue
			}
			seen[[2]*graph.Requirement{a, b}] = true
			shortest, err := e.shortest(c)
			if err != nil {
				return nil, err
			}
			list = append(list, shortest)
		}
	}
	return list, nil
}

// contradict returns the pairs of one requirement that are proved and closed.
func (e *Engine) contradict(h *graph.Requirement) ([]Contradiction, error) {
	memory := e.scratch.Get().(*run)
	defer e.scratch.Put(memory)
	r, err := memory.answer(Question{Held: []string{h.Ref}}, false)
	if err != nil {
		return nil, err
	}
	var list []Contradiction
	for _, n := range slices.Sorted(slices.Values(r.marked)) {
		t := r.node(n)
		if t.Whole() == h || !t.Assessable {
			continue
		}
		if closures := r.closures(n); closures != nil {
			list = append(list, Contradiction{Held: h, Target: t, Verdict: r.verdict(n), Closure: closures[0]})
		}
	}
	return list, nil
}

// shortest fills in the claims of a proof with as few hops as possible.
func (e *Engine) shortest(c Contradiction) (Contradiction, error) {
	for hops := 1; ; hops++ {
		q := Question{Held: []string{c.Held.Ref}, Target: c.Target.Ref, Policy: Policy{MaxHops: hops}}
		if hops > MaxPolicyHops {
			q.Policy.MaxHops = 0
		}
		a, err := e.Gap(q)
		if err != nil {
			return c, err
		}
		if item := a.Items[0]; item.Verdict <= Partial {
			c.Verdict = item.Verdict
			for _, step := range item.Proof().Steps() {
				if step.Mapping != nil && !slices.Contains(c.Claims, step.Mapping) {
					c.Claims = append(c.Claims, step.Mapping)
				}
			}
			c.Claims = append(c.Claims, c.Closure.Mappings...)
			return c, nil
		}
	}
}

// conflict returns why every pair of what is held with a node that is proved is closed all the same, or nil. What is
// held itself is in no conflict.
func (p *prover) conflict(node int32) []Closure {
	if p.held[node] == p.stamp {
		return nil
	}
	return p.closures(node)
}
