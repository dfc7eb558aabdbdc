package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Editions writes what became of each requirement from one edition to the next, and which controls that touches.
func Editions(w io.Writer, e *coverage.EditionChanges, q Asked, o Options) error {
	if o.Format == JSON {
		return writeJSON(w, newEditionsJSON(e, q))
	}
	l := o.Language
	s := sheet{
		title: fmt.Sprintf("%s → %s", e.From.Title.In(l), e.To.Title.In(l)),
		head: []string{
			changeCounts(e, l),
			fmt.Sprintf(wordEditionCounts.In(l), len(e.To.Assessable()), e.To.Ref, e.Count(coverage.Withdrawn), len(e.From.Assessable()), e.From.Ref),
			capital(wordRevision.In(l)) + fmt.Sprintf(": %.12s", q.Snapshot.Revision().Hash),
		},
		columns: []column{{"change", wordChange}, {"from", wordOld}, {"to", wordNew}, {"verdict", wordVerdict}, {"title", wordTitle}, {"remainder", wordWhatRemains}, {"controls", wordControls}, {"evidence", wordEvidence}},
	}
	if touched := touchedControls(e); len(touched) > 0 {
		s.head = append(s.head, fmt.Sprintf(wordTouched.In(l), len(touched), controlTags(touched)))
	}
	for _, c := range e.Changes {
		kind := string(c.Kind)
		if o.Format != CSV {
			kind = changeWords[c.Kind].In(l)
		}
		row := []string{kind, numbers(c.From), "", "", "", "", strings.Join(idsOf(c.Controls), ", "), strings.Join(evidenceOf(c.Controls), ", ")}
		if c.To == nil {
			row[4] = c.From[0].Name(l)
		} else {
			row[2], row[3], row[4] = c.To.Number, verdictCell(c.Verdict, o), c.To.Name(l)
			row[5] = strings.Join(RemainderTexts(c.Remainder, l), " | ")
		}
		s.rows = append(s.rows, row)
	}
	if o.Format == Text {
		return editionsText(w, s, o)
	}
	return s.write(w, o)
}

// editionsText writes a change on a line, with what remains and the controls below it.
func editionsText(w io.Writer, s sheet, o Options) error {
	r := report{newPage(w), o}
	r.title(s.title)
	for _, line := range s.head {
		r.bullet(line)
	}
	r.printf("\n")
	for _, row := range s.rows {
		from, to := row[1], row[2]
		if from == "" {
			from = "—"
		}
		if to == "" {
			to = "—"
		}
		r.printf("  %s  %s → %s  %s\n", pad(row[0], 10), from, to, strings.TrimSpace(row[3]+" "+row[4]))
		if row[5] != "" {
			for _, left := range strings.Split(row[5], " | ") {
				r.printf("%s\n", indent(wordRemains.In(o.Language)+": "+left, 14, o.Width))
			}
		}
		if row[6] != "" {
			r.printf("%s\n", indent(wordControls.In(o.Language)+": "+row[6], 14, o.Width))
		}
		if row[7] != "" {
			r.printf("%s\n", indent(wordEvidence.In(o.Language)+": "+row[7], 14, o.Width))
		}
	}
	r.printf("\n%s\n", Disclaimer.In(o.Language))
	return r.close()
}

func numbers(nodes []*graph.Requirement) string {
	list := make([]string, len(nodes))
	for i, n := range nodes {
		list[i] = n.Number
	}
	return strings.Join(list, " + ")
}

// changeCounts counts the changes of each kind that there are.
func changeCounts(e *coverage.EditionChanges, l graph.Language) string {
	var parts []string
	for _, kind := range coverage.ChangeKinds {
		if n := e.Count(kind); n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", changeWords[kind].In(l), n))
		}
	}
	return strings.Join(parts, ", ")
}

// touchedControls lists the controls that implement something which did not stay as it was.
func touchedControls(e *coverage.EditionChanges) []*graph.Control {
	var list []*graph.Control
	seen := map[*graph.Control]bool{}
	for _, c := range e.Changes {
		for _, control := range c.Controls {
			if c.Kind != coverage.Kept && !seen[control] {
				seen[control] = true
				list = append(list, control)
			}
		}
	}
	return list
}

// evidenceOf lists the documents and the evidence of the controls, each once: what has to be looked at again.
func evidenceOf(controls []*graph.Control) []string {
	list := []string{}
	for _, c := range controls {
		for _, name := range slices.Concat(c.Documents, c.Evidence) {
			if !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
	}
	return list
}

type editionsJSON struct {
	Revision string                      `json:"revision"`
	From     string                      `json:"from"`
	To       string                      `json:"to"`
	Counts   map[coverage.ChangeKind]int `json:"counts"`
	Changes  []changeJSON                `json:"changes"`
}

type changeJSON struct {
	Kind      coverage.ChangeKind `json:"kind"`
	From      []string            `json:"from"`
	To        *string             `json:"to"`
	Verdict   *coverage.Verdict   `json:"verdict"`
	Remainder []remainderJSON     `json:"remainder"`
	Controls  []string            `json:"controls"`
	Evidence  []string            `json:"evidence"`
}

func newEditionsJSON(e *coverage.EditionChanges, q Asked) editionsJSON {
	out := editionsJSON{q.Snapshot.Revision().Hash, e.From.Ref, e.To.Ref, map[coverage.ChangeKind]int{}, []changeJSON{}}
	for _, kind := range coverage.ChangeKinds {
		out.Counts[kind] = e.Count(kind)
	}
	for _, c := range e.Changes {
		entry := changeJSON{Kind: c.Kind, From: []string{}, Remainder: newRemainderJSON(c.Remainder), Controls: idsOf(c.Controls), Evidence: evidenceOf(c.Controls)}
		for _, from := range c.From {
			entry.From = append(entry.From, from.Ref)
		}
		if c.To != nil {
			entry.To, entry.Verdict = &c.To.Ref, &c.Verdict
		}
		out.Changes = append(out.Changes, entry)
	}
	return out
}
