package export

import (
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

type shiftJSON struct {
	Requirement string           `json:"requirement"`
	Title       graph.Text       `json:"title"`
	Before      coverage.Verdict `json:"before"`
	After       coverage.Verdict `json:"after"`
}

func newShiftsJSON(shifts []coverage.Shift) []shiftJSON {
	list := []shiftJSON{}
	for _, s := range shifts {
		list = append(list, shiftJSON{s.Requirement.Ref, s.Requirement.Title, s.Before, s.After})
	}
	return list
}

// shiftsText tells shifts in short: for each pair of verdicts the refs that go from the one to the other.
func shiftsText(shifts []coverage.Shift, o Options) string {
	var parts []string
	for _, before := range coverage.Verdicts {
		for _, after := range coverage.Verdicts {
			var same []*graph.Requirement
			for _, s := range shifts {
				if s.Before == before && s.After == after {
					same = append(same, s.Requirement)
				}
			}
			if len(same) > 0 {
				parts = append(parts, verdictCell(before, o)+" → "+verdictCell(after, o)+": "+numbersText(same))
			}
		}
	}
	return strings.Join(parts, "; ")
}

// numbersText lists requirements in short: each standard once, before the numbers of those that follow each other in it.
func numbersText(list []*graph.Requirement) string {
	var b strings.Builder
	for i, r := range list {
		switch {
		case i > 0 && list[i-1].Standard() == r.Standard():
			b.WriteString(", " + r.Number)
		case i > 0:
			b.WriteString(", " + r.Ref)
		default:
			b.WriteString(r.Ref)
		}
	}
	return b.String()
}
