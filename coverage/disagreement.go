package coverage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// Disagreement is what two or more sources say differently about the same ends. It is no fault of the data: each claim
// stays what its source says, proofs use the one that is trusted most, and a policy can distrust a source.
type Disagreement struct {
	Claims []*graph.Mapping // in order of id
}

// String says who says what, in one sentence.
func (d Disagreement) String() string {
	said := make([]string, len(d.Claims))
	for i, m := range d.Claims {
		said[i] = fmt.Sprintf("%q says %s", m.Source.Title, d.Read(m))
	}
	first := d.Claims[0]
	return fmt.Sprintf("sources disagree on %s and %s: %s", strings.Join(first.From, " + "), strings.Join(first.To, " + "), strings.Join(said, ", "))
}

func sameSide(a, b []*graph.Requirement) bool { return slices.Equal(indices(a), indices(b)) }

// Disagreements finds all of them, in order of the first claim.
func (e *Engine) Disagreements(ctx context.Context) ([]Disagreement, error) {
	var list []Disagreement
	told := make([]bool, len(e.link))
	for i := range e.link {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if told[i] {
			continue
		}
		if d := e.disagreement(int32(i), func(int32) bool { return true }); d != nil {
			for _, m := range d.Claims {
				told[m.Index()] = true
			}
			list = append(list, *d)
		}
	}
	return list, nil
}

// disagreement returns the claim with those of other sources about the same ends, where they state different relations,
// or nil. Claims that do not count are left out.
func (e *Engine) disagreement(claim int32, counts func(claim int32) bool) *Disagreement {
	sources, targets := e.side.of(2*claim), e.side.of(2*claim+1)
	if len(sources) == 0 || len(targets) == 0 { // a whole standard: every pair of it has a claim of its own, if any
		return nil
	}
	same := []int32{claim}
	differs := false
	consider := func(other int32) {
		forth := slices.Equal(e.side.of(2*other), sources) && slices.Equal(e.side.of(2*other+1), targets)
		back := slices.Equal(e.side.of(2*other), targets) && slices.Equal(e.side.of(2*other+1), sources)
		if other == claim || !forth && !back || !counts(other) || slices.Contains(same, other) {
			return
		}
		a, b := e.mapping(2*claim), e.mapping(2*other)
		if a.Source.Title == b.Source.Title {
			return
		}
		rel := e.relation[2*other]
		if !forth {
			rel = rel.Converse()
		}
		same = append(same, other)
		differs = differs || rel != e.relation[2*claim]
	}
	for _, reading := range e.touch.of(sources[0]) {
		consider(reading / 2)
	}
	for _, other := range e.apart.of(sources[0]) {
		consider(other)
	}
	if !differs {
		return nil
	}
	slices.Sort(same)
	d := &Disagreement{}
	for _, m := range same {
		d.Claims = append(d.Claims, e.mapping(2*m))
	}
	return d
}

// Read returns the relation that a claim of the disagreement states, in the direction of the first one.
func (d Disagreement) Read(m *graph.Mapping) relation.Relation {
	return m.Read(!sameSide(m.Sources(), d.Claims[0].Sources()))
}

// disagreements returns those about the claims that the verdicts on an item and its points rest on.
func (p *prover) disagreements(d *detail) []Disagreement {
	var list []Disagreement
	seen := map[*graph.Mapping]bool{}
	look := func(m *graph.Mapping) {
		if m == nil || seen[m] {
			return
		}
		seen[m] = true
		if found := p.disagreement(int32(m.Index()), func(claim int32) bool { return p.valid(2 * claim) }); found != nil {
			for _, other := range found.Claims {
				seen[other] = true
			}
			list = append(list, *found)
		}
	}
	proofs := []*Proof{d.proof}
	for _, point := range d.points {
		proofs = append(proofs, point.Proof)
	}
	for _, proof := range proofs {
		for _, step := range proof.Steps() {
			look(step.Mapping)
			for _, c := range step.Closures {
				for _, m := range c.Mappings {
					look(m)
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b Disagreement) int { return a.Claims[0].Index() - b.Claims[0].Index() })
	return list
}
