package coverage

import (
	"cmp"
	"context"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Shift is a requirement whose verdict differs between two answers.
type Shift struct {
	Requirement *graph.Requirement
	Before      Verdict
	After       Verdict
}

// WhatIf is the difference that a change of what is held makes.
type WhatIf struct {
	Before, After Summary
	Shifts        []Shift // in document order of the target
}

// WhatIf asks a question twice: as it is, and without the controls and refs that are removed and with the controls that
// are added. A name to remove is the id of a control or an entry of what is held. A control that is added has an id that
// no control has which stays.
func (e *Engine) WhatIf(q Question, remove []string, add []graph.Control) (*WhatIf, error) {
	q, err := q.OnDay()
	if err != nil {
		return nil, err
	}
	changed := q
	for _, name := range remove {
		isControl := slices.ContainsFunc(q.Controls, func(c graph.Control) bool { return c.ID == name })
		if !isControl && !slices.Contains(q.Held, name) {
			return nil, &HeldError{name, "it is neither a control nor held, so that it cannot be removed"}
		}
	}
	changed.Held = slices.DeleteFunc(slices.Clone(q.Held), func(ref string) bool { return slices.Contains(remove, ref) })
	changed.Controls = slices.DeleteFunc(slices.Clone(q.Controls), func(c graph.Control) bool { return slices.Contains(remove, c.ID) })
	for i := range add {
		if slices.ContainsFunc(changed.Controls, func(c graph.Control) bool { return c.ID == add[i].ID }) {
			return nil, &HeldError{nameOf(&add[i]), "it is added although it is there; remove the one that it replaces, or give it another id"}
		}
		changed.Controls = append(changed.Controls, add[i])
	}
	targets, before, err := e.asked(q)
	if err != nil {
		return nil, err
	}
	after, err := e.verdicts(changed, targets)
	if err != nil {
		return nil, err
	}
	w := &WhatIf{Shifts: shifts(targets, before, after)}
	for i := range targets {
		w.Before.add(before[i])
		w.After.add(after[i])
	}
	return w, nil
}

// asked returns the requirements that a question asks about, with the verdict on each.
func (e *Engine) asked(q Question) ([]*graph.Requirement, []Verdict, error) {
	targets, err := e.expand(q.Target)
	if err != nil {
		return nil, nil, err
	}
	verdicts, err := e.verdicts(q, targets)
	return targets, verdicts, err
}

// verdicts returns the verdict on each target, without proofs.
func (e *Engine) verdicts(q Question, targets []*graph.Requirement) ([]Verdict, error) {
	memory := e.scratch.Get().(*run)
	defer e.scratch.Put(memory)
	r, err := memory.answer(q, false)
	if err != nil {
		return nil, err
	}
	list := make([]Verdict, len(targets))
	for i, t := range targets {
		list[i] = r.verdictOf(int32(t.Index()))
	}
	return list, nil
}

func shifts(targets []*graph.Requirement, before, after []Verdict) []Shift {
	var list []Shift
	for i, t := range targets {
		if before[i] != after[i] {
			list = append(list, Shift{t, before[i], after[i]})
		}
	}
	return list
}

// SinglePoint is a control that alone keeps requirements FULL.
type SinglePoint struct {
	Control *graph.Control
	Shifts  []Shift // what falls from FULL without it
}

// SinglePoints finds the controls whose loss makes a requirement of one of the standards fall from FULL. Without refs
// it looks at the standards in which something is held by a control.
func (e *Engine) SinglePoints(ctx context.Context, q Question, refs []string) ([]SinglePoint, error) {
	q, err := q.OnDay()
	if err != nil {
		return nil, err
	}
	standards, err := e.standards(refs)
	if err != nil {
		return nil, err
	}
	var targets []*graph.Requirement
	for _, std := range standards {
		if std.Profile == nil || len(refs) > 0 {
			targets = append(targets, std.Assessable()...)
		}
	}
	before, err := e.verdicts(q, targets)
	if err != nil {
		return nil, err
	}
	var list []SinglePoint
	for i := range q.Controls {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		without := q
		without.Controls = slices.Delete(slices.Clone(q.Controls), i, i+1)
		lost, err := e.falls(without, targets, before, Full)
		if err != nil {
			return nil, err
		}
		if len(lost) > 0 {
			list = append(list, SinglePoint{&q.Controls[i], lost})
		}
	}
	return list, nil
}

// falls asks a question and returns which of the targets that had at least the verdict have less now.
func (e *Engine) falls(q Question, targets []*graph.Requirement, before []Verdict, least Verdict) ([]Shift, error) {
	memory := e.scratch.Get().(*run)
	defer e.scratch.Put(memory)
	r, err := memory.answer(q, false)
	if err != nil {
		return nil, err
	}
	return r.falls(targets, before, least), nil
}

func (r *run) falls(targets []*graph.Requirement, before []Verdict, least Verdict) []Shift {
	var list []Shift
	for i, t := range targets {
		node := int32(t.Index())
		if before[i] <= least && (r.mark[node] == 0 || r.mark[node] > before[i]) {
			list = append(list, Shift{t, before[i], r.verdictOf(node)})
		}
	}
	return list
}

// Step is a requirement that is not met, with what meeting it would lift.
type Step struct {
	Requirement *graph.Requirement
	Lifts       []Shift // requirements of the target other than itself, in document order
}

// Steps finds which requirements, once met in full, lift most verdicts of the target; joint claims are counted, since
// each candidate is really tried. Candidates are the requirements of the given standards that are not FULL, and that no control says are not applicable; without
// refs, of the standards of which a part is held and not all. The best come first; those that lift nothing are left out.
func (e *Engine) Steps(ctx context.Context, q Question, refs []string) ([]Step, error) {
	q, err := q.OnDay()
	if err != nil {
		return nil, err
	}
	targets, before, err := e.asked(q)
	if err != nil {
		return nil, err
	}
	candidates, err := e.candidates(q, refs)
	if err != nil {
		return nil, err
	}
	memory := e.scratch.Get().(*run)
	defer e.scratch.Put(memory)
	r, err := memory.answer(q, false)
	if err != nil {
		return nil, err
	}
	var list []Step
	for _, c := range candidates {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step := Step{Requirement: c}
		if step.Lifts, err = r.lifts(q, c, targets, before); err != nil {
			return nil, err
		}
		if len(step.Lifts) > 0 {
			list = append(list, step)
		}
	}
	slices.SortStableFunc(list, func(a, b Step) int { return cmp.Compare(len(b.Lifts), len(a.Lifts)) })
	return list, nil
}

// lifts returns which targets are proved to more than before once one more requirement is held, other than itself. The
// run has the answer to the question: what is added is followed from there, but for a bound on hops, since what comes
// late in one answer may come early in the other.
func (r *run) lifts(q Question, c *graph.Requirement, targets []*graph.Requirement, before []Verdict) ([]Shift, error) {
	after := r
	if q.Policy.MaxHops == 0 {
		t := r.try(int32(c.Index()))
		defer r.undo(t)
	} else {
		with := q
		with.Held = append(slices.Clone(q.Held), c.Ref)
		memory := r.scratch.Get().(*run)
		defer r.scratch.Put(memory)
		var err error
		if after, err = memory.answer(with, false); err != nil {
			return nil, err
		}
	}
	var list []Shift
	for i, t := range targets {
		if v := after.mark[t.Index()]; v != 0 && v < before[i] && t != c {
			list = append(list, Shift{t, before[i], v})
		}
	}
	return list, nil
}

// candidates returns what Steps tries: requirements that are not FULL, of the standards asked for or else of those in
// which R1 holds something.
func (e *Engine) candidates(q Question, refs []string) ([]*graph.Requirement, error) {
	standards, err := e.standards(refs)
	if err != nil {
		return nil, err
	}
	memory := e.scratch.Get().(*run)
	defer e.scratch.Put(memory)
	r, err := memory.answer(q, false)
	if err != nil {
		return nil, err
	}
	if len(refs) == 0 {
		standards = nil
		for _, g := range r.groupHeld() {
			standards = append(standards, g.standard)
		}
	}
	var all []*graph.Requirement
	for _, std := range standards {
		all = append(all, std.Assessable()...)
	}
	out, err := e.notApplicable(q.Controls)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(c *graph.Requirement) bool { return r.mark[c.Index()] == Full || out[c] }), nil
}
