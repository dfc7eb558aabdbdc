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

// Point is the verdict on one obligation of a requirement.
type Point struct {
	Requirement *graph.Requirement
	Verdict     Verdict
	Proof       *Proof // nil for UNKNOWN
}

// Item is the answer for one requirement of the target.
type Item struct {
	Requirement *graph.Requirement
	Verdict     Verdict
	Disposition Disposition
	Remainder   []Remainder // of PARTIAL: what the requirement asks beyond what is held
	Points      []Point
	Omissions   []*graph.Omission // audits of it that may be omitted given what is held; no verdict depends on them
	Proof       *Proof            // nil for UNKNOWN
	Blockers    []Blocker         // controls but for which the verdict would be better
	Conflict    []Closure         // of FULL and PARTIAL: why the claims say the opposite as well; the verdict needs a look
}

// Analysis is the answer to a Question.
type Analysis struct {
	Revision graph.Revision
	AsOf     graph.Date
	Held     []string // the entries of the question, each once, sorted
	Target   string   // the target asked about
	Controls []graph.Control
	Scope    string
	Policy   Policy
	Summary  Summary
	Groups   []GroupSummary // every heading with requirements of the target below it, in document order
	Doubts   []Doubt        // what is held although no control named for it counts
	Items    []*Item        // the assessable requirements of the target, in document order
}

// Gap answers which requirements of a target are met by what is held. The error is a *graph.UnknownRefError where a
// ref names nothing, or a *HeldError.
func (e *Engine) Gap(q Question) (*Analysis, error) {
	targets, err := e.expand(q.Target)
	if err != nil {
		return nil, err
	}
	r := e.scratch.Get().(*run)
	defer e.scratch.Put(r)
	r, err = r.answer(q, false)
	if err != nil {
		return nil, err
	}
	a := &Analysis{
		Revision: e.snapshot.Revision(), AsOf: q.AsOf, Held: distinct(q.Held), Target: q.Target,
		Controls: q.Controls, Scope: q.Scope, Policy: q.Policy, Items: make([]*Item, 0, len(targets)),
	}
	p := newProver(r)
	extended := newScopes(p, a.Held, q.Target)
	for _, t := range targets {
		item := p.item(t)
		if item.Verdict == Partial && extended.covers(t) {
			item.Disposition = ExtendScope
		}
		item.Omissions = e.omitted(q, t)
		a.Items = append(a.Items, item)
		a.Summary.add(item.Verdict)
	}
	a.Groups = groups(a.Items)
	a.Doubts = r.doubts(q)
	return a, e.addBlockers(q, a.Items)
}

func (p *prover) item(t *graph.Requirement) *Item {
	verdict, proof := p.conclude(int32(t.Index()))
	item := &Item{Requirement: t, Verdict: verdict, Disposition: verdict.disposition(), Proof: proof}
	for _, point := range t.Points() {
		v, why := p.conclude(int32(point.Index()))
		item.Points = append(item.Points, Point{point, v, why})
	}
	if verdict <= Partial {
		item.Conflict = p.conflict(int32(t.Index()))
	}
	if verdict == Partial {
		item.Remainder = p.remainder(item)
	}
	return item
}

// groups sums the verdicts up over every heading above the items, in document order.
func groups(items []*Item) []GroupSummary {
	at := map[*graph.Requirement]int{}
	var list []GroupSummary
	for _, item := range items {
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
