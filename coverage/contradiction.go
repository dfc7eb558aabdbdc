package coverage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// Contradiction is something that claims prove, while it is said not to be so: that requirements share an obligation,
// although they are said to share none, or that the target is met in full, although a claim says that it asks more. No
// sets of obligations satisfy all of the claims.
type Contradiction struct {
	Held    []*graph.Requirement
	Target  *graph.Requirement
	Verdict Verdict          // FULL or PARTIAL: what is proved of Target for a holder of Held
	Claims  []*graph.Mapping // claims that cannot all be true: those of a shortest proof, and what they deny
	Closure Closure          // why the pair is closed; of a claim that says that the target asks more, that claim
}

// String says what contradicts what, in one sentence.
func (c Contradiction) String() string {
	reason := "and a claim says that they share nothing"
	switch {
	case c.Closure.asksMore():
		reason = "and a claim says that it asks more"
	case c.Closure.SameStandard:
		reason = "and requirements of one standard are apart"
	case len(c.Closure.Mappings) == 0:
		reason = "and the complete crosswalk " + c.Closure.Crosswalk.Name + " does not relate them"
	}
	var said []string
	for _, m := range c.Claims {
		said = append(said, fmt.Sprintf("%s %s %s", strings.Join(m.From, " + "), m.Relation, strings.Join(m.To, " + ")))
	}
	return fmt.Sprintf("claims make %s %s for a holder of %s, %s: %s", c.Target.Ref, c.Verdict, strings.Join(refs(c.Held), " + "), reason, strings.Join(said, "; "))
}

// Contradictions holds every assessable requirement by itself and finds what is proved although its pair is closed, and
// holds the sources of every claim and finds targets that are FULL although the claim says that they ask more. Each pair
// is reported once, with a shortest proof. This is path consistency over the relations that prove something: PARTIAL is
// what the compositions that exclude no-relationship say, FULL those within equal-to and superset-of.
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
			a, b := c.Held[0].Whole(), c.Target.Whole()
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
	more, err := e.denials(ctx)
	return append(list, more...), err
}

// denials finds the claims whose target is FULL for a holder of their sources, although they say that it asks more.
func (e *Engine) denials(ctx context.Context) ([]Contradiction, error) {
	var list []Contradiction
	seen := map[string]bool{}
	for reading := range int32(len(e.relation)) {
		if !e.leavesMore(reading) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c := Contradiction{Target: e.node(e.side.of(reading ^ 1)[0]), Verdict: Full, Closure: e.denial(reading)}
		for _, n := range e.side.of(reading) {
			c.Held = append(c.Held, e.node(n))
		}
		met, err := e.meets(c.Held, c.Target)
		if err != nil {
			return nil, err
		}
		if !met {
			continue
		}
		if c, err = e.shortest(c); err != nil {
			return nil, err
		}
		if e.disagree(reading/2, c.Claims) {
			continue
		}
		// Of claims that contradict each other in a circle, each can be taken for the one that denies.
		if key := strings.Join(slices.Sorted(slices.Values(idsOf(c.Claims))), " "); !seen[key] {
			seen[key] = true
			list = append(list, c)
		}
	}
	return list, nil
}

// meets reports whether the target is FULL for a holder of some requirements.
func (e *Engine) meets(held []*graph.Requirement, target *graph.Requirement) (bool, error) {
	memory := e.scratch.Get().(*run)
	defer e.scratch.Put(memory)
	if err := memory.begin(Question{Held: refs(held)}, false); err != nil {
		return false, err
	}
	memory.spreadFull()
	return memory.mark[target.Index()] == Full, nil
}

// disagree reports whether claims are those that several sources make about the same ends, the given one among them. That
// is told as a disagreement: each of them may hold by itself.
func (e *Engine) disagree(claim int32, claims []*graph.Mapping) bool {
	d := e.disagreement(claim, func(int32) bool { return true })
	return d != nil && !slices.ContainsFunc(claims, func(m *graph.Mapping) bool { return !slices.Contains(d.Claims, m) })
}

func idsOf(claims []*graph.Mapping) []string {
	ids := make([]string, len(claims))
	for i, m := range claims {
		ids[i] = m.ID
	}
	return ids
}

// leavesMore reports whether a reading says that its one target asks something beyond its sources.
func (e *Engine) leavesMore(reading int32) bool {
	rel := e.relation[reading]
	return (rel == relation.SubsetOf || rel == relation.IntersectsWith) && len(e.side.of(reading^1)) == 1 && len(e.side.of(reading)) > 0
}

// denial says which claim denies that its target is met in full.
func (e *Engine) denial(reading int32) Closure {
	return Closure{Standard: e.node(e.side.of(reading)[0]).Standard(), Mappings: []*graph.Mapping{e.mapping(reading)}}
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
			list = append(list, Contradiction{Held: []*graph.Requirement{h}, Target: t, Verdict: r.verdict(n), Closure: closures[0]})
		}
	}
	return list, nil
}

// shortest fills in the claims of a proof with as few hops as possible.
func (e *Engine) shortest(c Contradiction) (Contradiction, error) {
	for hops := 1; ; hops++ {
		q := Question{Held: refs(c.Held), Target: c.Target.Ref, Policy: Policy{MaxHops: hops}}
		switch {
		case hops == MaxPolicyHops+1:
			q.Policy.MaxHops = 0
		case hops > MaxPolicyHops:
			return c, fmt.Errorf("coverage: %s is %v for a holder of %s, and no proof says so", c.Target.Ref, c.Verdict, strings.Join(refs(c.Held), ", "))
		}
		a, err := e.Gap(q)
		if err != nil {
			return c, err
		}
		verdict, proof := a.Items[0].found(c.Target)
		if verdict <= Partial && (verdict == Full || !c.Closure.asksMore()) {
			c.Verdict = verdict
			for _, step := range proof.Steps() {
				if step.Mapping != nil && !slices.Contains(c.Claims, step.Mapping) {
					c.Claims = append(c.Claims, step.Mapping)
				}
			}
			c.Claims = append(c.Claims, c.Closure.Mappings...)
			return c, nil
		}
	}
}

// found returns the verdict on the requirement of an item or on one of its points, with the proof.
func (i *Item) found(node *graph.Requirement) (Verdict, *Proof) {
	for _, p := range i.Points() {
		if p.Requirement == node {
			return p.Verdict, p.Proof
		}
	}
	return i.Verdict, i.Proof()
}

// conflict returns what the claims say against what is proved of a node: why every pair of it with what is held is
// closed, or the claims by which it asks more than what its proof rests on. What is held itself is in no conflict.
func (p *prover) conflict(node int32, proof *Proof) []Closure {
	if p.held[node] == p.stamp {
		return nil
	}
	against := p.closures(node)
	if proof.Verdict != Full {
		return against
	}
	var leaves []*graph.Requirement
	for _, step := range proof.Steps() {
		if step.Rule == R1 {
			leaves = append(leaves, step.Requirement)
		}
	}
	for _, back := range p.touch.of(node) {
		forth := back ^ 1
		if !p.leavesMore(forth) || !p.valid(forth) {
			continue
		}
		sources := p.side.of(forth)
		within := func(leaf *graph.Requirement) bool {
			return slices.Contains(sources, int32(leaf.Index())) || slices.Contains(sources, int32(leaf.Whole().Index()))
		}
		if !slices.ContainsFunc(leaves, func(leaf *graph.Requirement) bool { return !within(leaf) }) {
			against = append(against, p.denial(forth))
		}
	}
	return against
}
