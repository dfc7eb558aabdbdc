package coverage

import (
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Summary counts verdicts.
type Summary struct {
	Full     int `json:"full"`
	Partial  int `json:"partial"`
	Possible int `json:"possible"`
	None     int `json:"none"`
	Unknown  int `json:"unknown"`
	Total    int `json:"total"`
}

// Count returns the number of requirements with the verdict.
func (s Summary) Count(v Verdict) int {
	return [...]int{0, s.Full, s.Partial, s.Possible, s.None, s.Unknown}[v]
}

func (s *Summary) add(v Verdict) {
	*[...]*int{nil, &s.Full, &s.Partial, &s.Possible, &s.None, &s.Unknown}[v]++
	s.Total++
}

// GroupSummary counts the verdicts on the assessable requirements below one heading.
type GroupSummary struct {
	Group   *graph.Requirement
	Summary Summary
}

// Item is the answer for one requirement of the target. What stands behind the verdict is worked out when it is first
// asked for, for all items of the answer at once: see detail.go.
type Item struct {
	Requirement *graph.Requirement
	Verdict     Verdict
	Disposition Disposition

	why *reasons
	at  int // its place in Analysis.Items
}

// Analysis is the answer to a Question. It is safe for concurrent use.
type Analysis struct {
	Revision graph.Revision
	AsOf     graph.Date
	Held     []string // the entries of the question, each once, sorted
	Lapsed   []Lapse  // those that are over on the day; nothing rests on them
	Target   string   // the target asked about
	Controls []graph.Control
	Scope    string
	Policy   Policy
	Summary  Summary
	Doubts   []Doubt // what is held although no control named for it counts
	Items    []*Item // the assessable requirements of the target, in document order
}

// Gap answers which requirements of a target are met by what is held. The error is a *graph.UnknownRefError where a
// ref names nothing, or a *HeldError.
func (e *Engine) Gap(q Question) (*Analysis, error) {
	q, err := q.OnDay()
	if err != nil {
		return nil, err
	}
	targets, err := e.expand(q.Target)
	if err != nil {
		return nil, err
	}
	memory := e.scratch.Get().(*run)
	defer e.scratch.Put(memory)
	r, err := memory.answerOf(q, targets)
	if err != nil {
		return nil, err
	}
	a := &Analysis{
		Revision: e.snapshot.Revision(), AsOf: q.AsOf, Held: distinct(q.Held), Lapsed: q.Lapsed, Target: q.Target,
		Controls: q.Controls, Scope: q.Scope, Policy: q.Policy, Items: make([]*Item, len(targets)),
	}
	why := &reasons{engine: e, question: q, items: a.Items}
	why.question.Held, why.question.Controls = a.Held, slices.Clone(q.Controls) // what the caller changes later is not asked
	extended := newScopes(r, a.Held, q.Target)
	items := make([]Item, len(targets))
	for i, t := range targets {
		v := r.verdictOf(int32(t.Index()))
		items[i] = Item{t, v, v.disposition(), why, i}
		if v == Partial && extended.covers(t) {
			items[i].Disposition = ExtendScope
		}
		a.Items[i] = &items[i]
		a.Summary.add(v)
	}
	a.Doubts = r.doubts(q)
	return a, nil
}

// Groups sums the verdicts up over every heading with requirements of the target below it, in document order.
func (a *Analysis) Groups() []GroupSummary {
	at := map[*graph.Requirement]int{}
	var list []GroupSummary
	for _, item := range a.Items {
		for g := item.Requirement.Parent(); g != nil; g = g.Parent() {
			i, ok := at[g]
			if !ok {
				i = len(list)
				at[g] = i
				list = append(list, GroupSummary{Group: g})
			}
			list[i].Summary.add(item.Verdict)
		}
	}
	slices.SortFunc(list, func(a, b GroupSummary) int { return a.Group.Index() - b.Group.Index() })
	return list
}
