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
			var refs []string
			for _, s := range shifts {
				if s.Before == before && s.After == after {
					refs = append(refs, s.Requirement.Ref)
				}
			}
			if len(refs) > 0 {
				parts = append(parts, verdictCell(before, o)+" → "+verdictCell(after, o)+": "+strings.Join(refs, ", "))
			}
		}
	}
	return strings.Join(parts, "; ")
}
