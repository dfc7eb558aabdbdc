package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

type omissionJSON struct {
	Scheme     string          `json:"scheme"`
	Held       []string        `json:"held"`
	Conditions []graph.Text    `json:"conditions"`
	ValidFrom  graph.Date      `json:"validFrom,omitempty"`
	ValidTo    graph.Date      `json:"validTo,omitempty"`
	Source     string          `json:"source"`
	Certainty  graph.Certainty `json:"certainty"`
}

func newOmissionJSON(o *graph.Omission) *omissionJSON {
	if o == nil {
		return nil
	}
	return &omissionJSON{o.Scheme().Ref, o.Held, o.Conditions, o.Valid.From, o.Valid.To, o.Source, o.Certainty}
}

// OmissionText tells an audit that may be omitted: for whom, on which conditions, and who says so.
func OmissionText(o *graph.Omission, l graph.Language) []string {
	lines := []string{fmt.Sprintf(wordOmissionFor.In(l), strings.Join(o.Held, ", "))}
	for i, c := range o.Conditions {
		lines = append(lines, fmt.Sprintf("(%d) %s", i+1, c.In(l)))
	}
	source := capital(wordSource.In(l)) + ": " + o.Source + " [" + certaintyWords[o.Certainty].In(l) + "]"
	return append(lines, source, wordOmissionChangesNothing.In(l))
}

// Omissions returns the omissions of an analysis, each once, with the numbers of the requirements that they are
// shown for.
func Omissions(a *coverage.Analysis) (list []*graph.Omission, numbers map[*graph.Omission][]string) {
	numbers = map[*graph.Omission][]string{}
	for _, item := range a.Items {
		for _, o := range item.Omissions() {
			if !slices.Contains(list, o) {
				list = append(list, o)
			}
			numbers[o] = append(numbers[o], item.Requirement.Number)
		}
	}
	return list, numbers
}

// omissions writes a section on the audits that may be omitted, if there are any.
func (r report) omissions(a *coverage.Analysis) {
	list, numbers := Omissions(a)
	for _, o := range list {
		r.section(wordOmission)
		r.bullet(fmt.Sprintf("%s (%d): %s", wordRequirement.In(r.Language), len(numbers[o]), strings.Join(numbers[o], ", ")))
		for _, line := range OmissionText(o, r.Language) {
			r.bullet(line)
		}
	}
}
