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

// mostNamed is how many requirements of one kind the summary names.
const mostNamed = 8

// summary is one page for the management: the question, the counts, what is to be done first, and what to be careful
// about.
func (m *maker) summary() (*book.Book, error) {
	a, err := m.engine.Gap(m.Question)
	if err != nil {
		return nil, err
	}
	title := m.title(wordExecutive)
	s := &book.Sheet{Title: title}
	total := m.countTable(wordCounts)
	total.Rows = append(total.Rows, countRow(book.Strong(m.oneLine(m.say(wordWhole))), a.Summary))
	for _, g := range a.Groups() {
		if g.Group.Parent() == nil {
			total.Rows = append(total.Rows, countRow(book.Text(g.Group.Number+" "+m.oneLine(m.say(g.Group.Title))), g.Summary))
		}
	}
	findings := m.notes(wordFindings)
	for _, v := range []coverage.Verdict{coverage.Full, coverage.Partial, coverage.Possible, coverage.None, coverage.Unknown} {
		if n := a.Summary.Count(v); n > 0 {
			findings.Rows = append(findings.Rows, note(verdictText(v), m.finding(a, v)))
		}
	}
	next := m.notes(wordNext)
	next.Rows = append(next.Rows, m.next(a)...)
	trust := m.notes(wordTrust)
	trust.Rows = append(m.trust(a), note(m.oneLine(m.say(wordLimits)), m.oneLine(m.say(limitTexts[0]))+" "+m.oneLine(m.say(export.Disclaimer))))
	s.Tables = []*book.Table{m.asked(a), total, findings, next, trust}
	return &book.Book{Title: title, Sheets: []*book.Sheet{s}}, nil
}

// finding says how many requirements have a verdict, what that means, and names some where that helps.
func (m *maker) finding(a *coverage.Analysis, v coverage.Verdict) string {
	return m.of(func(l graph.Language) string {
		text := fmt.Sprintf(wordOf.In(l), a.Summary.Count(v), a.Summary.Total, export.VerdictMeaning(v).In(l))
		if v != coverage.None && v != coverage.Full {
			return text
		}
		if names := some(a.Items, l, func(i *coverage.Item) bool { return i.Verdict == v }); names != "" {
			text += " " + names
		}
		return text
	})
}

// some names the first of the items that are chosen, and says how many there are beyond these.
func some(items []*coverage.Item, l graph.Language, chosen func(*coverage.Item) bool) string {
	var names []string
	n := 0
	for _, item := range items {
		if !chosen(item) {
			continue
		}
		if n++; n <= mostNamed {
			names = append(names, item.Requirement.Number+" "+item.Requirement.Name(l))
		}
	}
	text := strings.Join(names, ", ")
	if n > mostNamed {
		text += fmt.Sprintf(wordAndMore.In(l), n-mostNamed)
	}
	return text
}

// next is what to do, by disposition, and who stands in the way.
func (m *maker) next(a *coverage.Analysis) [][]book.Cell {
	var rows [][]book.Cell
	for _, d := range coverage.Dispositions {
		n := 0
		for _, item := range a.Items {
			if item.Disposition == d {
				n++
			}
		}
		if n > 0 {
			rows = append(rows, note(m.oneLine(m.dispositionText(d)), m.of(func(l graph.Language) string {
				return fmt.Sprintf(wordTimes.In(l), n, export.DispositionMeaning(d).In(l))
			})))
		}
	}
	blocked := func(i *coverage.Item) bool { return len(i.Blockers()) > 0 }
	if slices.ContainsFunc(a.Items, blocked) {
		rows = append(rows, note(m.oneLine(m.say(wordBlockers)), m.of(func(l graph.Language) string { return some(a.Items, l, blocked) })))
	}
	if list, numbers := export.Omissions(a); len(list) > 0 {
		rows = append(rows, note(m.oneLine(m.say(wordOmission)), m.of(func(l graph.Language) string {
			return fmt.Sprintf(wordOmissionCount.In(l), len(numbers[list[0]]))
		})))
	}
	return rows
}

var (
	wordExecutive     = graph.Text{EN: "Executive summary", KO: "경영진 요약"}
	wordFindings      = graph.Text{EN: "Findings", KO: "분석 결과"}
	wordNext          = graph.Text{EN: "What to do", KO: "할 일"}
	wordOf            = graph.Text{EN: "%d of %d: %s.", KO: "%[2]d개 중 %[1]d개: %[3]s."}
	wordAndMore       = graph.Text{EN: " and %d more", KO: " 외 %d개"}
	wordTimes         = graph.Text{EN: "%d of the requirements: %s", KO: "요구사항 %d개: %s"}
	wordOmissionCount = graph.Text{EN: "%d criteria, on conditions; it is an omission of audit and changes no verdict", KO: "%d개 항목(조건부). 심사만 생략될 뿐 판정은 바뀌지 않음"}
)
