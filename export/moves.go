package export

import (
	"fmt"
	"io"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Moves writes which verdicts differ between two revisions of the data. The question is put to the later one.
func Moves(w io.Writer, moves []coverage.Move, before graph.Revision, q Asked, o Options) error {
	if o.Format == JSON {
		type entry struct {
			Held        string     `json:"held"`
			Requirement string     `json:"requirement"`
			Title       graph.Text `json:"title"`
			Before      string     `json:"before,omitempty"` // of a requirement that was there
			After       string     `json:"after,omitempty"`
		}
		entries := []entry{}
		for _, m := range moves {
			entries = append(entries, entry{m.Held, m.Requirement.Ref, m.Requirement.Title, verdictOrNone(m.Before), verdictOrNone(m.After)})
		}
		return writeJSON(w, struct {
			Before graph.Revision `json:"before"`
			After  graph.Revision `json:"after"`
			Moves  []entry        `json:"moves"`
		}{before, q.Snapshot.Revision(), entries})
	}
	l := o.Language
	s := sheet{
		title:   fmt.Sprintf(wordMoves.In(l), before.Hash, q.Snapshot.Revision().Hash),
		head:    []string{fmt.Sprintf(wordMovesCount.In(l), len(moves))},
		columns: []column{{"held", wordHeld}, {"ref", wordRequirement}, {"before", wordBefore}, {"after", wordAfter}, {"title", wordTitle}},
		empty:   wordNoMove,
	}
	for _, m := range moves {
		s.rows = append(s.rows, []string{m.Held, m.Requirement.Ref, moveCell(m.Before, o), moveCell(m.After, o), m.Requirement.Name(l)})
	}
	return s.write(w, o)
}

func verdictOrNone(v coverage.Verdict) string {
	if v == 0 {
		return ""
	}
	return v.String()
}

// moveCell names a verdict, or says that there was no requirement to give one on.
func moveCell(v coverage.Verdict, o Options) string {
	switch {
	case v != 0:
		return verdictCell(v, o)
	case o.Format == CSV:
		return ""
	}
	return "—"
}
