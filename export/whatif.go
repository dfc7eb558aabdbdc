package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Change is what WhatIf asks about.
type Change struct {
	Remove []string        // ids of controls, and refs that are held
	Add    []graph.Control // controls that come
}

func (c Change) lines(l graph.Language) []string {
	var lines []string
	if len(c.Remove) > 0 {
		lines = append(lines, capital(wordRemoved.In(l))+": "+strings.Join(c.Remove, ", "))
	}
	if len(c.Add) > 0 {
		var names []string
		for i := range c.Add {
			names = append(names, controlTag(&c.Add[i]))
		}
		lines = append(lines, capital(wordAdded.In(l))+": "+strings.Join(names, ", "))
	}
	return lines
}

// WhatIf writes the difference that a change of what is held makes for a target.
func WhatIf(w io.Writer, x *coverage.WhatIf, change Change, q Asked, o Options) error {
	if o.Format == JSON {
		var added []*graph.Control
		for i := range change.Add {
			added = append(added, &change.Add[i])
		}
		return writeJSON(w, struct {
			questionJSON
			Target string           `json:"target"`
			Remove []string         `json:"remove"`
			Add    []string         `json:"add"`
			Before coverage.Summary `json:"before"`
			After  coverage.Summary `json:"after"`
			Shifts []shiftJSON      `json:"shifts"`
		}{q.json(), q.Target, append([]string{}, change.Remove...), append([]string{}, idsOf(added)...), x.Before, x.After, newShiftsJSON(x.Shifts)})
	}
	l := o.Language
	of := fmt.Sprintf(wordOf.In(l), x.Before.Total, q.Target)
	s := sheet{
		title: wordWhatIf.In(l) + ": " + q.Target,
		head: append(append(q.lines(l), change.lines(l)...),
			capital(wordBefore.In(l))+": "+counts(x.Before, o)+"   ("+of+")", capital(wordAfter.In(l))+": "+counts(x.After, o)+"   ("+of+")"),
		columns: []column{{"ref", wordRequirement}, {"before", wordBefore}, {"after", wordAfter}, {"title", wordTitle}},
		empty:   wordNoShift,
	}
	for _, shift := range x.Shifts {
		s.rows = append(s.rows, []string{shift.Requirement.Ref, verdictCell(shift.Before, o), verdictCell(shift.After, o), shift.Requirement.Name(l)})
	}
	return s.write(w, o)
}

// Steps writes which requirements, once met, lift most verdicts of a target, the best first.
func Steps(w io.Writer, steps []coverage.Step, q Asked, o Options) error {
	if o.Format == JSON {
		type entry struct {
			Requirement string      `json:"requirement"`
			Title       graph.Text  `json:"title"`
			Lifts       []shiftJSON `json:"lifts"`
		}
		entries := []entry{}
		for _, s := range steps {
			entries = append(entries, entry{s.Requirement.Ref, s.Requirement.Title, newShiftsJSON(s.Lifts)})
		}
		return writeJSON(w, struct {
			questionJSON
			Target string  `json:"target"`
			Steps  []entry `json:"steps"`
		}{q.json(), q.Target, entries})
	}
	l := o.Language
	s := sheet{
		title:   fmt.Sprintf(wordSteps.In(l), q.Target),
		head:    append(q.lines(l), wordStepsOrder.In(l)),
		columns: []column{{"ref", wordRequirement}, {"lifts", wordLifts}, {"title", wordTitle}, {"shifts", wordWhatLifts}},
		empty:   wordNoStep,
	}
	for _, step := range steps {
		s.rows = append(s.rows, []string{step.Requirement.Ref, strconv.Itoa(len(step.Lifts)), step.Requirement.Name(l), shiftsText(step.Lifts, o)})
	}
	return s.write(w, o)
}
