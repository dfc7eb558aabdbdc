package export

import (
	"fmt"
	"io"
	"strconv"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Overlap writes what is proved of each standard for a holder of each other one: as text and CSV a row for each pair,
// as Markdown a matrix, as JSON the pairs.
func Overlap(w io.Writer, ov *coverage.Overlap, q Asked, o Options) error {
	if o.Format == JSON {
		return writeJSON(w, newOverlapJSON(ov, q))
	}
	l := o.Language
	s := sheet{title: wordOverlap.In(l), head: append(q.lines(l), wordOverlapCounts.In(l)), empty: wordNoPairs}
	s.head = append(s.head, noticeLines(ov.Standards, l)...)
	if o.Format == Markdown {
		s.columns = append(s.columns, column{"held", wordHeldTarget})
		for _, std := range ov.Standards {
			s.columns = append(s.columns, column{std.Ref, graph.Text{EN: std.Ref, KO: std.Ref}})
		}
		for i, held := range ov.Standards {
			row := []string{held.Ref}
			for j := range ov.Standards {
				row = append(row, matrixCell(ov.Cells[i][j], i == j, l))
			}
			s.rows = append(s.rows, row)
		}
		return s.write(w, o)
	}
	s.columns = append([]column{{"held", wordHeld}, {"target", wordTarget}}, countColumns...)
	for i, held := range ov.Standards {
		for j, target := range ov.Standards {
			if i != j {
				s.rows = append(s.rows, append([]string{held.Ref, target.Ref}, countCells(ov.Cells[i][j])...))
			}
		}
	}
	return s.write(w, o)
}

func matrixCell(c coverage.Summary, same bool, l graph.Language) string {
	if same {
		return "—"
	}
	return fmt.Sprintf(wordCellOf.In(l), c.Full, c.Partial, c.Total)
}

func countCells(s coverage.Summary) []string {
	var cells []string
	for _, v := range coverage.Verdicts {
		cells = append(cells, strconv.Itoa(s.Count(v)))
	}
	return append(cells, strconv.Itoa(s.Total))
}

type overlapJSON struct {
	questionJSON
	Standards []string     `json:"standards"`
	Notices   []graph.Text `json:"notices,omitempty"` // what the counts cannot mean, where laws or guidance are compared
	Pairs     []pairJSON   `json:"pairs"`
}

type pairJSON struct {
	Held    string           `json:"held"`
	Target  string           `json:"target"`
	Summary coverage.Summary `json:"summary"`
}

func newOverlapJSON(ov *coverage.Overlap, q Asked) overlapJSON {
	out := overlapJSON{questionJSON: q.json(), Standards: []string{}, Notices: Notices(ov.Standards), Pairs: []pairJSON{}}
	for i, held := range ov.Standards {
		out.Standards = append(out.Standards, held.Ref)
		for j, target := range ov.Standards {
			if i != j {
				out.Pairs = append(out.Pairs, pairJSON{held.Ref, target.Ref, ov.Cells[i][j]})
			}
		}
	}
	return out
}

// Next writes the standards that are not held, the one with the least left to do first.
func Next(w io.Writer, list []coverage.NextStandard, q Asked, o Options) error {
	type entry struct {
		Standard string           `json:"standard"`
		Title    graph.Text       `json:"title"`
		Summary  coverage.Summary `json:"summary"`
	}
	entries := []entry{}
	var standards []*graph.Standard
	s := sheet{title: wordNext.In(o.Language), head: append(q.lines(o.Language), wordNextOrder.In(o.Language)), empty: wordNoStandards}
	s.columns = append(append([]column{{"standard", wordStandard}}, countColumns...), column{"title", wordTitle})
	for _, n := range list {
		standards = append(standards, n.Standard)
		entries = append(entries, entry{n.Standard.Ref, n.Standard.Title, n.Summary})
		s.rows = append(s.rows, append(append([]string{n.Standard.Ref}, countCells(n.Summary)...), n.Standard.Title.In(o.Language)))
	}
	if o.Format == JSON {
		return writeJSON(w, struct {
			questionJSON
			Notices   []graph.Text `json:"notices,omitempty"`
			Standards []entry      `json:"standards"`
		}{q.json(), Notices(standards), entries})
	}
	s.head = append(s.head, noticeLines(standards, o.Language)...)
	return s.write(w, o)
}
