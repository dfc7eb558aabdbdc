package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// WhatIf writes the difference that a change of what is held makes for a target.
func WhatIf(w io.Writer, x *coverage.WhatIf, removed []string, q Asked, o Options) error {
	if o.Format == JSON {
		return writeJSON(w, struct {
			questionJSON
			Target string           `json:"target"`
			Remove []string         `json:"remove"`
			Before coverage.Summary `json:"before"`
			After  coverage.Summary `json:"after"`
			Shifts []shiftJSON      `json:"shifts"`
		}{q.json(), q.Target, removed, x.Before, x.After, newShiftsJSON(x.Shifts)})
	}
	l := o.Language
	of := fmt.Sprintf(wordOf.In(l), x.Before.Total, q.Target)
	s := sheet{
		title: wordWhatIf.In(l) + ": " + q.Target,
		head: append(q.lines(l), capital(wordRemoved.In(l))+": "+strings.Join(removed, ", "),
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
