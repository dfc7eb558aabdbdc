package coverage

import (
	"context"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// Sensitivity says which verdicts of an answer rest on a single claim, and which on a single source.
type Sensitivity struct {
	Claims  []ClaimLoss  // claims without which a verdict falls, in order of id
	Sources []SourceLoss // sources without which a verdict falls, in order of title
}

// ClaimLoss is a claim, with the verdicts that fall without it.
type ClaimLoss struct {
	Mapping *graph.Mapping
	Shifts  []Shift
}

// SourceLoss is a source, with the verdicts that fall when it is distrusted.
type SourceLoss struct {
	Source string
	Shifts []Shift
}

// Sensitivity asks the question again without each claim that the best proofs use, and without each source.
func (e *Engine) Sensitivity(ctx context.Context, q Question) (*Sensitivity, error) {
	q, err := q.OnDay()
	if err != nil {
		return nil, err
	}
	a, err := e.Gap(q)
	if err != nil {
		return nil, err
	}
	targets := make([]*graph.Requirement, len(a.Items))
	before := make([]Verdict, len(a.Items))
	var used []*graph.Mapping
	for i, item := range a.Items {
		targets[i], before[i] = item.Requirement, item.Verdict
		if item.Verdict > Partial {
			continue
		}
		for _, step := range item.Proof().Steps() {
			if step.Mapping != nil && !slices.Contains(used, step.Mapping) {
				used = append(used, step.Mapping)
			}
		}
	}
	slices.SortFunc(used, func(a, b *graph.Mapping) int { return strings.Compare(a.ID, b.ID) })
	s := &Sensitivity{}
	if s.Claims, err = e.claimLosses(ctx, q, used, targets, before); err != nil {
		return nil, err
	}
	for _, title := range e.sources {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		less := q
		less.Policy.Distrust = append(slices.Clone(q.Policy.Distrust), title)
		lost, err := e.falls(less, targets, before, Partial)
		if err != nil {
			return nil, err
		}
		if len(lost) > 0 {
			s.Sources = append(s.Sources, SourceLoss{title, lost})
		}
	}
	return s, nil
}

// claimLosses leaves out one claim at a time. What is held is resolved once, unless there is a bound on hops.
func (e *Engine) claimLosses(ctx context.Context, q Question, used []*graph.Mapping, targets []*graph.Requirement, before []Verdict) ([]ClaimLoss, error) {
	memory := e.scratch.Get().(*run)
	defer e.scratch.Put(memory)
	r, err := memory.answer(q, false)
	if err != nil {
		return nil, err
	}
	trust := e.trustOf(q.Policy)
	var list []ClaimLoss
	for _, m := range used {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var lost []Shift
		if q.Policy.MaxHops == 0 {
			trust.claims[m.Index()] = false
			r.trust, r.sifted = trust, true
			r.forget()
			r.spread()
			lost = r.falls(targets, before, Partial)
			trust.claims[m.Index()] = true
		} else {
			less := q
			less.Policy.Without = append(slices.Clone(q.Policy.Without), m.ID)
			if lost, err = e.falls(less, targets, before, Partial); err != nil {
				return nil, err
			}
		}
		if len(lost) > 0 {
			list = append(list, ClaimLoss{m, lost})
		}
	}
	return list, nil
}
