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
