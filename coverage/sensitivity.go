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
	falls := func(policy Policy) ([]Shift, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		less := q
		less.Policy = policy
		after, err := e.verdicts(less, targets)
		if err != nil {
			return nil, err
		}
		return slices.DeleteFunc(shifts(targets, before, after), func(s Shift) bool { return s.Before > Partial || s.After < s.Before }), nil
	}
	s := &Sensitivity{}
	for _, m := range used {
		policy := q.Policy
		policy.Without = append(slices.Clone(policy.Without), m.ID)
		lost, err := falls(policy)
		if err != nil {
			return nil, err
		}
		if len(lost) > 0 {
			s.Claims = append(s.Claims, ClaimLoss{m, lost})
		}
	}
	for _, title := range e.Sources() {
		policy := q.Policy
		policy.Distrust = append(slices.Clone(policy.Distrust), title)
		lost, err := falls(policy)
		if err != nil {
			return nil, err
		}
		if len(lost) > 0 {
			s.Sources = append(s.Sources, SourceLoss{title, lost})
		}
	}
	return s, nil
}
