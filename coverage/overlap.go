package coverage

import (
	"cmp"
	"context"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Overlap is the counts of verdicts between standards, in both directions.
type Overlap struct {
	Standards []*graph.Standard
	// Cells[i][j] counts the assessable requirements of Standards[j], the denominator, by what is proved of them when
	// Standards[i] is held. On the diagonal everything is FULL.
	Cells [][]Summary
}

// Overlap asks every one of the standards for every other one. Without refs it takes all standards of the snapshot.
// The question gives the day and the policy; what it holds and asks for is not looked at.
func (e *Engine) Overlap(ctx context.Context, refs []string, q Question) (*Overlap, error) {
	standards, err := e.standards(refs)
	if err != nil {
		return nil, err
	}
	o := &Overlap{Standards: standards, Cells: make([][]Summary, len(standards))}
	for i, held := range standards {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		counts, err := e.summaries(Question{Held: []string{held.Ref}, AsOf: q.AsOf, Policy: q.Policy}, standards)
		if err != nil {
			return nil, err
		}
		o.Cells[i] = counts
	}
	return o, nil
}

// standards returns the standards with the refs, in that order and each once; all of them where there are no refs.
func (e *Engine) standards(refs []string) ([]*graph.Standard, error) {
	if len(refs) == 0 {
		return e.snapshot.Standards(), nil
	}
	var list []*graph.Standard
	for _, ref := range refs {
		std := e.snapshot.Standard(ref)
		if std == nil {
			return nil, e.snapshot.Unknown(ref)
		}
		if !slices.Contains(list, std) {
			list = append(list, std)
		}
	}
	return list, nil
}

// summaries counts the verdicts on each of the standards, deriving what follows only once.
func (e *Engine) summaries(q Question, standards []*graph.Standard) ([]Summary, error) {
	var all []*graph.Requirement
	for _, std := range standards {
		all = append(all, std.Assessable()...)
	}
	verdicts, err := e.verdicts(q, all)
	if err != nil {
		return nil, err
	}
	counts := make([]Summary, len(standards))
	for i, std := range standards {
		n := len(std.Assessable())
		for _, v := range verdicts[:n] {
			counts[i].add(v)
		}
		verdicts = verdicts[n:]
	}
	return counts, nil
}

// NextStandard is a standard that is not held, with what is proved of it already.
type NextStandard struct {
	Standard *graph.Standard
	Summary  Summary
}

// Next ranks standards that are not held by what is left to do for them: first those with the fewest requirements of
// which nothing is proved (POSSIBLE, NONE or UNKNOWN), then those with the fewest that are PARTIAL. Without candidates
// it takes every current standard that can be certified and is not held: no law and no guidance.
func (e *Engine) Next(q Question, candidates []string) ([]NextStandard, error) {
	q, err := q.OnDay()
	if err != nil {
		return nil, err
	}
	standards, err := e.standards(candidates)
	if err != nil {
		return nil, err
	}
	standards = slices.DeleteFunc(slices.Clone(standards), func(std *graph.Standard) bool {
		unfit := std.Status != graph.Current && std.Status != graph.InTransition || slices.Contains(std.Disciplines, graph.Law)
		return slices.Contains(q.Held, std.Ref) || len(candidates) == 0 && unfit
	})
	counts, err := e.summaries(q, standards)
	if err != nil {
		return nil, err
	}
	list := make([]NextStandard, len(standards))
	for i, std := range standards {
		list[i] = NextStandard{std, counts[i]}
	}
	unproved := func(s Summary) int { return s.Possible + s.None + s.Unknown }
	slices.SortStableFunc(list, func(a, b NextStandard) int {
		return cmp.Or(cmp.Compare(unproved(a.Summary), unproved(b.Summary)), cmp.Compare(a.Summary.Partial, b.Summary.Partial))
	})
	return list, nil
}
