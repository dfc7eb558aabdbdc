package expect

import (
	"slices"

	"github.com/clausegraph/clausegraph/coverage"
)

// Library is the door that asks the engine itself.
func Library(e *coverage.Engine) Door {
	return func(c Case) (*Answer, error) {
		a, err := e.Gap(c.Question)
		if err != nil {
			return nil, err
		}
		answer := &Answer{Summary: a.Summary}
		for _, d := range a.Doubts {
			answer.Doubts = append(answer.Doubts, d.Requirement.Ref)
		}
		for _, item := range a.Items {
			answer.Items = append(answer.Items, fromLibrary(item))
		}
		return answer, nil
	}
}

func fromLibrary(item *coverage.Item) Item {
	out := Item{Ref: item.Requirement.Ref, Verdict: item.Verdict, Disposition: item.Disposition, Points: map[string]coverage.Verdict{}}
	for _, r := range item.Remainder() {
		out.Remainder = append(out.Remainder, r.Text)
	}
	for _, b := range item.Blockers() {
		out.Blockers = append(out.Blockers, b.Control.ID)
	}
	proofs := []*coverage.Proof{item.Proof()}
	for _, p := range item.Points() {
		out.Points[p.Requirement.Ref] = p.Verdict
		proofs = append(proofs, p.Proof)
	}
	for _, p := range proofs {
		if p == nil {
			continue
		}
		for _, step := range p.Steps() {
			if step.Requirement.Whole() != item.Requirement {
				out.Via = append(out.Via, step.Requirement.Ref)
			}
			for _, c := range step.Controls {
				out.By = append(out.By, c.ID)
			}
			for _, m := range step.Missing {
				out.Missing = append(out.Missing, m.Ref)
			}
		}
	}
	out.Via = slices.Compact(slices.Sorted(slices.Values(out.Via)))
	out.By = slices.Compact(slices.Sorted(slices.Values(out.By)))
	out.Missing = slices.Compact(slices.Sorted(slices.Values(out.Missing)))
	return out
}
