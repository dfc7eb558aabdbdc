package coverage_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// TestForgedProofsProveNothingFalse changes steps of proofs at random. Check may accept what comes out only where it is
// true of the sets all the same: it takes no word of the search for proofs.
func TestForgedProofsProveNothingFalse(t *testing.T) {
	accepted := 0
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		s := m.build(t)
		var pool []*coverage.Proof
		each(ask(t, s, m), func(_ *graph.Requirement, _ coverage.Verdict, p *coverage.Proof) {
			if p != nil {
				pool = append(pool, p.Steps()...)
			}
		})
		if len(pool) == 0 {
			return
		}
		for range 12 {
			p := copied(rapid.SampledFrom(pool).Draw(t, "proof"))
			for range rapid.IntRange(1, 3).Draw(t, "forgeries") {
				forge(t, s, pool, rapid.SampledFrom(p.Steps()).Draw(t, "step"))
			}
			if coverage.Check(s, m.question(p.Requirement.Ref), p) != nil {
				continue
			}
			accepted++
			set := m.sets[p.Requirement.Ref]
			switch v := p.Verdict; {
			case v == coverage.Full && set&^m.met != 0,
				v == coverage.Partial && set&m.met == 0,
				v == coverage.None && set&m.met != 0:
				t.Errorf("accepted: %s is %v by %v, but of its obligations %09b held meets %09b", p.Requirement.Ref, v, p.Rule, set, set&m.met)
			}
		}
	})
	if accepted == 0 {
		t.Error("no forged proof was accepted: the forgeries are too coarse to find a fault")
	}
}

// copied returns a copy without shared steps.
func copied(p *coverage.Proof) *coverage.Proof {
	c := *p
	c.Premises = nil
	for _, premise := range p.Premises {
		c.Premises = append(c.Premises, copied(premise))
	}
	return &c
}

// forge changes one thing about a step.
func forge(t *rapid.T, s *graph.Snapshot, pool []*coverage.Proof, p *coverage.Proof) {
	switch rapid.IntRange(0, 8).Draw(t, "what") {
	case 0:
		p.Verdict = rapid.SampledFrom(coverage.Verdicts[:]).Draw(t, "verdict")
	case 1:
		p.Rule = rapid.SampledFrom(coverage.Rules[:]).Draw(t, "rule")
	case 2:
		if all := s.Mappings(); len(all) > 0 {
			p.Mapping = rapid.SampledFrom(all).Draw(t, "mapping")
		}
	case 3:
		p.Reversed = !p.Reversed
	case 4:
		p.Requirement = rapid.SampledFrom(s.Nodes()).Draw(t, "requirement")
	case 5:
		if len(p.Premises) > 0 {
			p.Premises = p.Premises[1:]
		}
	case 6:
		p.Premises = append(p.Premises, copied(rapid.SampledFrom(pool).Draw(t, "premise")))
	case 7: // what was proved in full, taken for the other verdict and by another rule
		p.Verdict = coverage.Full + coverage.Partial - min(p.Verdict, coverage.Partial)
		p.Rule = rapid.SampledFrom([]coverage.Rule{coverage.R2, coverage.R3, coverage.R4, coverage.R5}).Draw(t, "rule")
	case 8:
		p.Closures = rapid.SampledFrom(pool).Draw(t, "closures of").Closures
	}
}

// TestAssembledStepsProveNothingFalse tries every step that could be put together out of what is proved: each claim in each
// direction by each rule, each part and whole, each reason for NONE. Check may accept only what is true of the sets.
func TestAssembledStepsProveNothingFalse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		a := assembler{t: t, m: m, snapshot: m.build(t), proved: map[*graph.Requirement]*coverage.Proof{}}
		each(ask(t, a.snapshot, m), func(r *graph.Requirement, v coverage.Verdict, p *coverage.Proof) {
			if v <= coverage.Partial {
				a.proved[r] = p
			}
		})
		for _, c := range a.snapshot.Mappings() {
			a.claim(c, false, c.Sources(), c.Targets())
			a.claim(c, true, c.Targets(), c.Sources())
		}
		for _, r := range a.snapshot.Nodes() {
			a.parts(r)
			a.none(r)
		}
	})
}

type assembler struct {
	t        *rapid.T
	m        *model
	snapshot *graph.Snapshot
	proved   map[*graph.Requirement]*coverage.Proof
}

// try gives a step to Check.
func (a *assembler) try(p *coverage.Proof) {
	if coverage.Check(a.snapshot, a.m.question(p.Requirement.Ref), p) != nil {
		return
	}
	set := a.m.sets[p.Requirement.Ref]
	switch v := p.Verdict; {
	case v == coverage.Full && set&^a.m.met != 0, v == coverage.Partial && set&a.m.met == 0, v == coverage.None && set&a.m.met != 0:
		a.t.Errorf("accepted: %s is %v by %v, but of its obligations %09b held meets %09b", p.Requirement.Ref, v, p.Rule, set, set&a.m.met)
	}
}

// premises returns the proofs of the nodes, or false where one is not proved.
func (a *assembler) premises(nodes []*graph.Requirement) ([]*coverage.Proof, bool) {
	var list []*coverage.Proof
	for _, n := range nodes {
		if a.proved[n] == nil {
			return nil, false
		}
		list = append(list, a.proved[n])
	}
	return list, len(list) > 0
}

func (a *assembler) claim(c *graph.Mapping, reversed bool, sources, targets []*graph.Requirement) {
	for _, target := range targets {
		step := coverage.Proof{Requirement: target, Mapping: c, Reversed: reversed}
		if all, ok := a.premises(sources); ok {
			step.Premises = all
			step.Rule, step.Verdict = coverage.R3, coverage.Full
			full := step
			a.try(&full)
			step.Rule, step.Verdict = coverage.R4, coverage.Partial
			partial := step
			a.try(&partial)
		}
		for _, s := range sources {
			if p := a.proved[s]; p != nil {
				a.try(&coverage.Proof{Rule: coverage.R5, Verdict: coverage.Partial, Requirement: target, Mapping: c, Reversed: reversed, Premises: []*coverage.Proof{p}})
			}
		}
	}
}

func (a *assembler) parts(r *graph.Requirement) {
	if all, ok := a.premises(r.Members()); ok {
		a.try(&coverage.Proof{Rule: coverage.R2, Verdict: coverage.Full, Requirement: r, Premises: all})
	}
	for _, part := range r.Members() {
		if p := a.proved[part]; p != nil {
			a.try(&coverage.Proof{Rule: coverage.R2, Verdict: coverage.Partial, Requirement: r, Premises: []*coverage.Proof{p}})
		}
		if p := a.proved[r]; p != nil {
			a.try(&coverage.Proof{Rule: coverage.R2, Verdict: coverage.Full, Requirement: part, Premises: []*coverage.Proof{p}})
		}
	}
}

// none takes every crosswalk between the requirement and another standard, and the requirement's own standard, for reasons.
func (a *assembler) none(r *graph.Requirement) {
	p := &coverage.Proof{Rule: coverage.R7, Verdict: coverage.None, Requirement: r}
	for _, std := range a.snapshot.Standards() {
		if std == r.Standard() {
			p.Closures = append(p.Closures, coverage.Closure{Standard: std, SameStandard: true})
		}
		for _, x := range a.snapshot.Crosswalks() {
			if x.From == std.Ref && x.To == r.Standard().Ref || x.To == std.Ref && x.From == r.Standard().Ref {
				p.Closures = append(p.Closures, coverage.Closure{Standard: std, Crosswalk: x})
			}
		}
	}
	a.try(p)
}
