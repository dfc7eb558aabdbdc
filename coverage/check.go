package coverage

import (
	"errors"
	"fmt"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// Check accepts a proof or says what is wrong with it. It looks at the snapshot, the question and the proof alone and
// shares no code with the search for proofs, so that a fault in one is found by the other.
func Check(s *graph.Snapshot, q Question, p *Proof) error {
	if p == nil {
		return errors.New("there is no proof")
	}
	q, err := q.OnDay()
	if err != nil {
		return err
	}
	c := checker{snapshot: s, question: q, asOf: q.AsOf, held: map[*graph.Requirement]bool{}, state: map[*Proof]int{}, nearby: map[*graph.Requirement][]*graph.Requirement{}}
	for _, ref := range q.Held {
		c.hold(ref)
	}
	for _, control := range q.Controls {
		for _, ref := range append(slices.Clone(control.Satisfies), control.Contributes...) {
			if control.Status == graph.NotApplicable {
				delete(c.held, s.Requirement(ref))
			}
		}
	}
	if err := c.check(p); err != nil {
		return err
	}
	if n := hops(p); q.Policy.MaxHops > 0 && n > q.Policy.MaxHops {
		return fmt.Errorf("%s %s takes %d hops, and the question allows %d", p.Requirement.Ref, p.Verdict, n, q.Policy.MaxHops)
	}
	return nil
}

// hops counts the claims on the longest way from what is held.
func hops(p *Proof) int {
	n := 0
	for _, premise := range p.Premises {
		n = max(n, hops(premise))
	}
	if p.Mapping != nil {
		n++
	}
	return n
}

type checker struct {
	snapshot *graph.Snapshot
	question Question
	asOf     graph.Date
	held     map[*graph.Requirement]bool
	nearby   map[*graph.Requirement][]*graph.Requirement // what near has found
	state    map[*Proof]int                              // 1 while its premises are checked, 2 when it is accepted
}

func (c *checker) hold(ref string) {
	std := c.snapshot.Standard(ref)
	if std == nil {
		c.holdBelow(c.snapshot.Requirement(ref))
		return
	}
	for _, r := range std.Requirements() {
		if r.Assessable {
			c.held[r] = true
		}
	}
}

func (c *checker) holdBelow(r *graph.Requirement) {
	switch {
	case r == nil:
	case r.Assessable || r.Kind == graph.KindPoint:
		c.held[r] = true
	default:
		for _, child := range r.Children() {
			c.holdAssessable(child)
		}
	}
}

func (c *checker) holdAssessable(r *graph.Requirement) {
	if r.Assessable {
		c.held[r] = true
	}
	for _, child := range r.Children() {
		c.holdAssessable(child)
	}
}

// check accepts a step after its premises. A step that rests on itself is refused.
func (c *checker) check(p *Proof) error {
	switch c.state[p] {
	case 1:
		return fmt.Errorf("%s %s rests on itself", p.Requirement.Ref, p.Verdict)
	case 2:
		return nil
	}
	c.state[p] = 1
	for _, premise := range p.Premises {
		if premise.Verdict != Full && premise.Verdict != Partial {
			return fmt.Errorf("%s: a premise that is %s proves nothing", p.Requirement.Ref, premise.Verdict)
		}
		if err := c.check(premise); err != nil {
			return err
		}
	}
	if problem := c.step(p); problem != "" {
		return fmt.Errorf("%s %s by %s: %s", p.Requirement.Ref, p.Verdict, p.Rule, problem)
	}
	c.state[p] = 2
	return nil
}

// step returns what is wrong with one step, or "".
func (c *checker) step(p *Proof) string {
	verdict := map[Rule][]Verdict{R1: {Full, Partial}, R2: {Full, Partial}, R3: {Full}, R4: {Partial}, R5: {Partial}, R6: {Possible}, R7: {None}}
	switch {
	case !slices.Contains(verdict[p.Rule], p.Verdict):
		return "the rule does not give this verdict"
	case c.snapshot.Requirement(p.Requirement.Ref) != p.Requirement:
		return "the requirement is not of this snapshot"
	}
	switch p.Rule {
	case R1:
		return c.heldAs(p)
	case R2:
		return c.parts(p)
	case R7:
		return c.none(p)
	}
	return c.claim(p)
}

// heldAs checks an R1 step: a ref of the question holds it, or controls of the question that count do.
func (c *checker) heldAs(p *Proof) string {
	if p.Verdict == Full && c.held[p.Requirement] && p.Held != "" {
		return ""
	}
	for _, named := range p.Controls {
		i := slices.IndexFunc(c.question.Controls, func(k graph.Control) bool { return k.ID == named.ID })
		if i < 0 {
			return "the question has no control " + named.ID
		}
		k := c.question.Controls[i]
		points := func(refs []string) bool {
			return slices.ContainsFunc(refs, func(ref string) bool { return c.snapshot.Requirement(ref) == p.Requirement })
		}
		inScope := c.question.Scope == "" || k.Scope == "" || k.Scope == c.question.Scope
		done := inScope && k.Status == graph.Implemented
		begun := inScope && k.Status == graph.PartiallyImplemented
		switch {
		case p.Verdict == Full && !(done && points(k.Satisfies)):
			return "control " + k.ID + " does not meet it in full"
		case p.Verdict == Partial && !(done && (points(k.Satisfies) || points(k.Contributes)) || begun && points(k.Satisfies)):
			return "control " + k.ID + " meets none of it"
		}
	}
	if len(p.Controls) == 0 {
		return "it is not held"
	}
	return ""
}

func (c *checker) parts(p *Proof) string {
	if len(p.Premises) == 0 {
		return "it has no premise"
	}
	if whole := p.Premises[0]; len(p.Premises) == 1 && p.Verdict == Full && slices.Contains(whole.Requirement.Members(), p.Requirement) {
		if whole.Verdict != Full {
			return "its whole is not FULL"
		}
		return ""
	}
	members := p.Requirement.Members()
	if p.Verdict == Partial {
		if len(p.Premises) != 1 || !slices.Contains(members, p.Premises[0].Requirement) {
			return "its premise is not a part of it"
		}
		return ""
	}
	if p.Requirement.Parts != graph.PartsWhole {
		return "its parts do not make up the whole"
	}
	return allFull(p, members)
}

// allFull returns "" when the premises are the nodes, each FULL.
func allFull(p *Proof, nodes []*graph.Requirement) string {
	for _, n := range nodes {
		if !slices.ContainsFunc(p.Premises, func(q *Proof) bool { return q.Requirement == n && q.Verdict == Full }) {
			return n.Ref + " is not proved FULL"
		}
	}
	if len(nodes) == 0 {
		return "there is nothing that it could follow from"
	}
	return ""
}

// claim checks the steps that use a claim: R3 to R6.
func (c *checker) claim(p *Proof) string {
	if p.Mapping == nil || c.snapshot.Mapping(p.Mapping.ID) != p.Mapping {
		return "the claim is not of this snapshot"
	}
	if c.asOf != "" && !p.Mapping.Valid.Holds(c.asOf) {
		return "the claim does not hold on " + string(c.asOf)
	}
	if !c.question.Policy.Trusts(p.Mapping) {
		return "the policy does not trust the claim"
	}
	sources, targets, rel := p.Mapping.Sources(), p.Mapping.Targets(), p.Mapping.Relation
	if p.Reversed {
		sources, targets, rel = targets, sources, rel.Converse()
	}
	if rel == relation.NoRelationship {
		return "a claim of no relationship proves nothing"
	}
	if p.Rule == R6 {
		return c.touch(p, sources, targets)
	}
	if !slices.Contains(targets, p.Requirement) {
		return "the claim does not name it as a target"
	}
	single := len(targets) == 1 || !slices.ContainsFunc(targets, func(t *graph.Requirement) bool { return t != targets[0] })
	switch p.Rule {
	case R3:
		if rel != relation.EqualTo && rel != relation.SupersetOf {
			return "the sources do not contain the target"
		}
		return allFull(p, sources)
	case R4:
		if !single || rel != relation.SubsetOf && rel != relation.IntersectsWith {
			return "the sources together need not meet any of it"
		}
		return allFull(p, sources)
	}
	if len(p.Premises) != 1 || !slices.Contains(sources, p.Premises[0].Requirement) {
		return "its premise is not a source of the claim"
	}
	byEach := p.Mapping.Each && p.Premises[0].Verdict == Full
	inside := single && (rel == relation.EqualTo || rel == relation.SubsetOf)
	if !byEach && !inside {
		return "what is met of the source need not be in the target"
	}
	for _, m := range p.Missing {
		if !slices.Contains(sources, m) || m == p.Premises[0].Requirement {
			return m.Ref + " is not a missing source of the claim"
		}
	}
	return ""
}

func (c *checker) touch(p *Proof, sources, targets []*graph.Requirement) string {
	if len(p.Premises) != 1 || !slices.Contains(sources, p.Premises[0].Requirement) {
		return "its premise is not a source of the claim"
	}
	for _, t := range targets {
		for at := p.Requirement; at != nil; at = at.Parent() {
			if at == t {
				return ""
			}
		}
		if t.IsPoint() && t.Parent() == p.Requirement {
			return ""
		}
	}
	return "the claim touches neither it, its whole nor a part of it"
}
