package deliverable

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
)

// workbook is the gap workbook: the counts with a picture, the list to work with, the claims and proofs that it rests
// on, and what a reader has to know of all that.
func (m *maker) workbook() (*book.Book, error) {
	a, err := m.engine.Gap(m.Question)
	if err != nil {
		return nil, err
	}
	return &book.Book{
		Title:  m.title(wordGapAnalysis),
		Sheets: []*book.Sheet{m.counts(a), m.gapList(a), m.crosswalk(a), m.proofs(a), m.sources(a), m.legend(), m.method(a)},
		Main:   1,
	}, nil
}

// counts is the sheet with the question, the counts and their picture.
func (m *maker) counts(a *coverage.Analysis) *book.Sheet {
	s := &book.Sheet{Name: m.tab(wordSummary), Title: m.title(wordGapAnalysis), Portrait: true}
	s.Tables = append(s.Tables, m.asked(a))
	total := m.countTable(wordCounts)
	total.Rows = [][]book.Cell{countRow(book.Strong(m.say(wordWhole)), a.Summary)}
	s.Tables = append(s.Tables, total)
	top, deep := byDepth(a.Groups())
	for i, groups := range [][]coverage.GroupSummary{top, deep} {
		if len(groups) < 2 {
			continue
		}
		t := m.countTable([]graph.Text{wordByDomain, wordByGroup}[i])
		for _, g := range groups {
			t.Rows = append(t.Rows, countRow(book.Text(g.Group.Number+" "+m.say(g.Group.Title)), g.Summary))
		}
		s.Tables = append(s.Tables, t)
	}
	last := len(s.Tables) - 1
	s.Charts = []book.Chart{m.picture(wordPicture, last, min(len(s.Tables[last].Rows), mostBars), min(last, 2))}
	return s
}

// mostBars is how many rows a picture shows.
const mostBars = 40

// byDepth parts the headings at the top from those right below them.
func byDepth(groups []coverage.GroupSummary) (top, deep []coverage.GroupSummary) {
	for _, g := range groups {
		switch up := g.Group.Parent(); {
		case up == nil:
			top = append(top, g)
		case up.Parent() == nil:
			deep = append(deep, g)
		}
	}
	return top, deep
}

func (m *maker) countTable(heading graph.Text) *book.Table {
	t := &book.Table{Heading: m.oneLine(m.say(heading)), Headed: true, Columns: []book.Column{{Key: "group", Head: m.say(wordGroup), Width: 44}}}
	for _, v := range coverage.Verdicts {
		t.Columns = append(t.Columns, book.Column{Key: strings.ToLower(v.String()), Head: verdictText(v), Width: 12, Center: true})
	}
	t.Columns = append(t.Columns, book.Column{Key: "total", Head: m.say(wordTotal), Width: 9, Center: true})
	return t
}

func countRow(name book.Cell, s coverage.Summary) []book.Cell {
	row := []book.Cell{name}
	for _, v := range coverage.Verdicts {
		row = append(row, book.Number(s.Count(v)))
	}
	return append(row, book.Number(s.Total))
}

func (m *maker) picture(title graph.Text, table, rows, after int) book.Chart {
	c := book.Chart{Title: m.oneLine(m.say(title)), Table: table, Rows: rows, After: after}
	for i, v := range coverage.Verdicts {
		c.Values, c.Colors = append(c.Values, i+1), append(c.Colors, verdictColors[v])
	}
	return c
}

// gapList is the sheet to work with: a row for each requirement.
func (m *maker) gapList(a *coverage.Analysis) *book.Sheet {
	t := &book.Table{Headed: true}
	add := func(c ...book.Column) { t.Columns = append(t.Columns, c...) }
	add(book.Column{Key: "ref", Head: m.say(wordNumber), Width: 9})
	add(m.columns("title", wordRequirement, 24)...)
	add(book.Column{Key: "verdict", Head: m.say(wordVerdict), Width: 13, Tones: verdictTones})
	add(book.Column{Key: "disposition", Head: m.say(wordDisposition), Width: 13})
	add(book.Column{Key: "reused", Head: m.say(wordReused), Width: 26})
	add(m.columns("remainder", wordRemains, 52)...)
	add(book.Column{Key: "blockers", Head: m.say(wordBlockers), Width: 24})
	add(
		book.Column{Key: "decision", Head: m.say(wordDecision), Width: 14, Input: true, Choices: m.options(decisions), Prompt: m.oneLine(m.say(promptDecision))},
		book.Column{Key: "owner", Head: m.say(wordOwner), Width: 13, Input: true, Choices: m.owners(), Open: true},
		book.Column{Key: "due", Head: m.say(wordDue), Width: 12, Input: true, Day: true},
		book.Column{Key: "status", Head: m.say(wordStatus), Width: 13, Input: true, Choices: m.options(progress), Tones: progressTones},
		book.Column{Key: "evidence", Head: m.say(wordEvidence), Width: 26, Input: true},
	)
	for _, item := range a.Items {
		t.Rows = append(t.Rows, m.gapRow(item))
	}
	return &book.Sheet{Name: m.tab(wordGapList), Title: m.oneLine(m.say(wordGapList)), Tables: []*book.Table{t}, Large: true}
}

func (m *maker) gapRow(item *coverage.Item) []book.Cell {
	row := []book.Cell{book.Text(item.Requirement.Number)}
	row = append(row, m.cells(item.Requirement.Name)...)
	row = append(row, book.Text(verdictText(item.Verdict)), book.Text(m.dispositionText(item.Disposition)), book.Text(m.of(func(l graph.Language) string { return reused(item) })))
	row = append(row, m.cells(func(l graph.Language) string { return strings.Join(left(item.Remainder(), l), "\n") })...)
	row = append(row, book.Text(m.of(func(l graph.Language) string {
		lines := []string{export.Blocked(item, l)}
		if len(item.Conflict()) > 0 {
			lines = append(lines, export.ConflictText(item, l))
		}
		lines = append(lines, export.Disputes(item, l))
		return strings.TrimSpace(strings.Join(lines, "\n"))
	})))
	controls := m.behind(item)
	return append(row, book.Text(""), book.Text(owners(controls)), book.Text(""), book.Text(""), book.Text(evidence(controls)))
}

// left lists what remains: the points that are not met, and what claims on the whole say. What a claim says of a point
// stands in the crosswalk.
func left(remainder []coverage.Remainder, l graph.Language) []string {
	var lines []string
	for _, r := range remainder {
		switch {
		case r.Point == nil:
			lines = append(lines, r.Text.In(l))
		case r.Mapping == nil:
			lines = append(lines, r.Point.Number+" "+r.Text.In(l))
		}
	}
	return lines
}

// reused lists what is reused for an item: requirements, then controls by their ids.
func reused(item *coverage.Item) string {
	list := export.Via(item)
	for _, c := range export.ControlsOf(item) {
		list = append(list, c.ID+" "+c.Title)
	}
	return strings.Join(list, "\n")
}

// behind lists the controls that have to do with an item: those its verdict rests on, those that block a better one,
// and those that name it.
func (m *maker) behind(item *coverage.Item) []*graph.Control {
	list := export.ControlsOf(item)
	add := func(c *graph.Control) {
		if !slices.ContainsFunc(list, func(have *graph.Control) bool { return have.ID == c.ID }) {
			list = append(list, c)
		}
	}
	for _, b := range item.Blockers() {
		add(b.Control)
	}
	for _, l := range m.links(item.Requirement) {
		add(l.Control)
	}
	return list
}

func owners(controls []*graph.Control) string {
	return distinct(controls, func(c *graph.Control) []string { return []string{c.Owner} })
}

func documents(controls []*graph.Control) string {
	return distinct(controls, func(c *graph.Control) []string { return c.Documents })
}

func evidence(controls []*graph.Control) string {
	return distinct(controls, func(c *graph.Control) []string { return c.Evidence })
}

// distinct lists what the controls name, each once, on lines of their own.
func distinct(controls []*graph.Control, of func(*graph.Control) []string) string {
	var list []string
	for _, c := range controls {
		for _, text := range of(c) {
			if text != "" && !slices.Contains(list, text) {
				list = append(list, text)
			}
		}
	}
	return strings.Join(list, "\n")
}

// dispositionText names a disposition, in Korean with its name in answers for programs.
func (m *maker) dispositionText(d coverage.Disposition) string {
	return m.of(func(l graph.Language) string {
		if l == graph.Korean {
			return fmt.Sprintf("%s (%s)", dispositionNames[d], d)
		}
		return string(d)
	})
}

func verdictText(v coverage.Verdict) string { return export.VerdictSymbol(v) + " " + v.String() }
