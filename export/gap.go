package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
)

// Gap writes a gap analysis as text, JSON, CSV or Markdown.
func Gap(w io.Writer, a *coverage.Analysis, s *graph.Snapshot, o Options) error {
	switch o.Format {
	case JSON:
		return writeJSON(w, newGapJSON(a, s))
	case CSV:
		return gapCSV(w, a, o.Language)
	case Markdown:
		return gapMarkdown(w, a, s, o.Language)
	}
	return gapText(w, a, s, o)
}

type gapJSON struct {
	Held []string `json:"held"`
	askedJSON
	Target   string           `json:"target"`
	Notice   *graph.Text      `json:"notice,omitempty"` // what the answer cannot mean, where the target is a law or guidance
	AsOf     graph.Date       `json:"asOf,omitempty"`
	Revision string           `json:"revision"`
	Summary  coverage.Summary `json:"summary"`
	Doubts   []doubtJSON      `json:"doubts"`
	Items    []itemJSON       `json:"items"`
}

type itemJSON struct {
	Requirement string               `json:"requirement"`
	Title       graph.Text           `json:"title"`
	Verdict     coverage.Verdict     `json:"verdict"`
	Disposition coverage.Disposition `json:"disposition"`
	Remainder   []remainderJSON      `json:"remainder"`
	Points      []pointJSON          `json:"points"`
	Blockers    []blockerJSON        `json:"blockers"`
	Conflict    []coverage.Closure   `json:"conflict,omitempty"`
	Disputes    []disagreementJSON   `json:"disagreements,omitempty"`
	Omission    *omissionJSON        `json:"omission"`
	Proof       *coverage.Proof      `json:"proof"`
}

type remainderJSON struct {
	Text    graph.Text `json:"text"`
	Beyond  []string   `json:"beyond"`
	Point   string     `json:"point,omitempty"`
	Mapping string     `json:"mapping,omitempty"`
}

type pointJSON struct {
	Ref     string           `json:"ref"`
	Text    graph.Text       `json:"text"`
	Verdict coverage.Verdict `json:"verdict"`
	Proof   *coverage.Proof  `json:"proof"`
}

func newGapJSON(a *coverage.Analysis, s *graph.Snapshot) gapJSON {
	out := gapJSON{
		Held: a.Held, askedJSON: newAskedJSON(a.Lapsed, a.Controls, a.Scope, a.Policy), Target: a.Target, Notice: noticeJSON(s, a.Target), AsOf: a.AsOf, Revision: a.Revision.Hash,
		Summary: a.Summary, Doubts: newDoubtsJSON(a.Doubts), Items: []itemJSON{},
	}
	if out.Held == nil {
		out.Held = []string{}
	}
	for _, item := range a.Items {
		out.Items = append(out.Items, newItemJSON(item))
	}
	return out
}

func newItemJSON(item *coverage.Item) itemJSON {
	out := itemJSON{
		Requirement: item.Requirement.Ref, Title: item.Requirement.Title,
		Verdict: item.Verdict, Disposition: item.Disposition, Proof: item.Proof(),
		Remainder: newRemainderJSON(item.Remainder()), Points: []pointJSON{}, Omission: newOmissionJSON(item.Omission()),
		Blockers: newBlockersJSON(item), Conflict: item.Conflict(), Disputes: newDisagreementsJSON(item.Disagreements()),
	}
	for _, p := range item.Points() {
		out.Points = append(out.Points, pointJSON{p.Requirement.Ref, p.Requirement.Gist, p.Verdict, p.Proof})
	}
	return out
}

func newRemainderJSON(remainder []coverage.Remainder) []remainderJSON {
	list := []remainderJSON{}
	for _, r := range remainder {
		entry := remainderJSON{Text: r.Text, Beyond: []string{}}
		for _, b := range r.Beyond {
			entry.Beyond = append(entry.Beyond, b.Ref)
		}
		if r.Point != nil {
			entry.Point = r.Point.Ref
		}
		if r.Mapping != nil {
			entry.Mapping = r.Mapping.ID
		}
		list = append(list, entry)
	}
	return list
}

// writeJSON writes a value indented, with Korean and signs as they are.
func writeJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}

func gapCSV(w io.Writer, a *coverage.Analysis, l graph.Language) error {
	rows := [][]string{{"ref", "title", "verdict", "disposition", "remainder", "via"}}
	for _, item := range a.Items {
		rows = append(rows, []string{
			item.Requirement.Ref, item.Requirement.Name(l), item.Verdict.String(), string(item.Disposition),
			strings.Join(RemainderTexts(item.Remainder(), l), " | "), strings.Join(Via(item), ";"),
		})
	}
	return writeCSV(w, rows)
}

// writeCSV writes rows as RFC 4180 says. A cell that a spreadsheet would take for a formula gets a leading apostrophe.
func writeCSV(w io.Writer, rows [][]string) error {
	c := csv.NewWriter(w)
	for _, row := range rows {
		for i, cell := range row {
			row[i] = book.Neutral(cell)
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// RemainderTexts lists what is left of a PARTIAL, each with the number of the point it belongs to.
func RemainderTexts(remainder []coverage.Remainder, l graph.Language) []string {
	var texts []string
	for _, r := range remainder {
		text := r.Text.In(l)
		if r.Point != nil {
			text = r.Point.Number + " " + text
		}
		texts = append(texts, text)
	}
	return texts
}

// Via lists the refs of the held requirements that the verdicts on an item and on its points rest on, in order.
func Via(item *coverage.Item) []string {
	var refs []string
	add := func(p *coverage.Proof) {
		if p == nil {
			return
		}
		for _, step := range p.Steps() {
			if step.Rule == coverage.R1 && !slices.Contains(refs, step.Requirement.Ref) {
				refs = append(refs, step.Requirement.Ref)
			}
		}
	}
	add(item.Proof())
	if item.Verdict <= coverage.Partial {
		for _, p := range item.Points() {
			if p.Verdict <= coverage.Partial {
				add(p.Proof)
			}
		}
	}
	return refs
}

// standardsOf names the standards of the refs, each once.
func standardsOf(s *graph.Snapshot, l graph.Language, refs ...string) string {
	var names []string
	for _, ref := range refs {
		standard, number := graph.SplitRef(ref)
		name := ref
		if std := s.Standard(standard); std != nil && number == "" {
			name = fmt.Sprintf("%s (%s)", std.Title.In(l), ref)
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}
