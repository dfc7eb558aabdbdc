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

// The answers to the question whether a criterion is operated.
const (
	operated  = "Y"
	notChosen = "N"
)

// The columns of the statement of operation that its checks speak of.
const (
	operationChosen = 3
	operationHow    = 5
)

// operation is the statement of operation (운영명세서) with exactly the columns of the scheme, a row for each criterion.
// It is filled from the inventory; a criterion that is not chosen needs a reason, and of domain 1 none can be left out.
func (m *maker) operation() (*book.Book, error) {
	const needs = "the certification criteria of ISMS and ISMS-P, such as isms-p-2023 or isms-2023"
	std, err := m.standard(needs)
	if err != nil {
		return nil, err
	}
	if std.Publisher != "KISA" {
		return nil, m.wrong(needs)
	}
	a, err := m.engine.Gap(m.Question)
	if err != nil {
		return nil, err
	}
	t := &book.Table{Headed: true, Columns: []book.Column{
		{Key: "번호", Head: m.say(wordNumber), Width: 8},
		{Key: "통제항목", Head: m.say(wordCriterion), Width: 20},
		{Key: "상세내용", Head: m.say(wordDetail), Width: 40},
		{Key: "운영여부", Head: m.say(wordOperated), Width: 9, Center: true, Input: true, Choices: []string{operated, notChosen}, Prompt: m.oneLine(m.say(promptOperated))},
		{Key: "인증구분", Head: m.say(wordCertification), Width: 11, Center: true},
		{Key: "운영현황(또는 미선택사유)", Head: m.say(wordOperation), Width: 46, Input: true},
		{Key: "관련문서", Head: m.say(wordDocuments), Width: 28, Input: true, Prompt: m.oneLine(m.say(promptDocuments))},
		{Key: "기록(증적자료)", Head: m.say(wordRecords), Width: 28, Input: true},
	}}
	wrong := fmt.Sprintf(`AND($%s="%s",OR(TRIM($%s)="",LEFT($%s,2)="1."))`, rowOf(operationChosen), notChosen, rowOf(operationHow), rowOf(0))
	for _, i := range []int{operationChosen, operationHow} {
		t.Columns[i].Tones = []book.Tone{{Formula: wrong, Fill: "FBE3E4", Ink: "8A1C22"}}
	}
	for _, item := range a.Items {
		t.Rows = append(t.Rows, m.operationRow(std, item))
	}
	list := &book.Sheet{Name: m.tab(wordOperationStatement), Title: m.oneLine(m.say(wordOperationStatement)), Tables: []*book.Table{t}}
	title := graph.Text{EN: wordOperationStatement.EN + ", " + std.Title.EN, KO: std.Title.KO + " " + wordOperationStatement.KO}
	return &book.Book{Title: m.title(title), Sheets: []*book.Sheet{list, m.operationCheck(list, a), m.operationGuide(), m.sources(a), m.method(a)}}, nil
}

func (m *maker) operationRow(std *graph.Standard, item *coverage.Item) []book.Cell {
	r := item.Requirement
	chosen, how := "", ""
	links := m.links(r)
	own := controlsOf(links)
	switch reason, out := excluded(links); {
	case out:
		chosen, how = notChosen, reason
	case len(links) > 0:
		if slices.ContainsFunc(links, func(l link) bool { return l.Status == graph.Implemented || l.Status == graph.PartiallyImplemented }) {
			chosen = operated
		}
		how = m.of(func(l graph.Language) string { return strings.Join(told(links, l), "\n") })
	default:
		own = export.ControlsOf(item)
		if len(own) > 0 {
			how = m.of(func(l graph.Language) string {
				return fmt.Sprintf(wordToConfirm.In(l), strings.Join(titles(own), ", "), item.Verdict)
			})
		}
	}
	return []book.Cell{
		book.Text(r.Number), book.Text(m.say(r.Title)), book.Text(m.say(r.Gist)), book.Text(chosen), book.Text(m.certification(std, r)),
		book.Text(how), book.Text(documents(own)), book.Text(evidence(own)),
	}
}

func titles(controls []*graph.Control) []string {
	var list []string
	for _, c := range controls {
		list = append(list, fmt.Sprintf("%s (%s)", c.Title, c.ID))
	}
	return list
}

// certification says for which of the two certificates a criterion counts: domains 1 and 2 for both, domain 3 for
// ISMS-P alone.
func (m *maker) certification(std *graph.Standard, r *graph.Requirement) string {
	switch {
	case std.Profile != nil:
		return "ISMS"
	case strings.HasPrefix(r.Number, "3."):
		return "ISMS-P"
	}
	return "ISMS, ISMS-P"
}

// operationCheck counts by group, while the statement is filled in.
func (m *maker) operationCheck(list *book.Sheet, a *coverage.Analysis) *book.Sheet {
	t := &book.Table{Headed: true, Columns: []book.Column{
		{Head: m.say(wordGroup), Width: 40}, {Head: m.say(wordTotal), Width: 9, Center: true}, {Head: operated, Width: 9, Center: true}, {Head: notChosen, Width: 9, Center: true},
		{Head: m.say(wordUndecided), Width: 12, Center: true}, {Head: m.say(wordReasonMissing), Width: 14, Center: true}, {Head: m.say(wordCheck), Width: 30, Tones: checkTones},
	}}
	rows := list.Tables[0].Rows
	for _, g := range a.Groups() {
		t.Rows = append(t.Rows, m.operationGroup(list.Name, g.Group, rows))
	}
	return &book.Sheet{Name: m.tab(wordCheck), Title: m.oneLine(m.say(wordCheck)), Tables: []*book.Table{t}, Portrait: true}
}

// operationGroup is the row of a group. Its formulas find the criteria by their numbers, so that the statement may be
// sorted.
func (m *maker) operationGroup(sheet string, g *graph.Requirement, rows [][]book.Cell) []book.Cell {
	prefix := g.Number + "."
	total, yes, no, blank := 0, 0, 0, 0
	for _, row := range rows {
		if !strings.HasPrefix(row[0].Text, prefix) {
			continue
		}
		total++
		switch row[operationChosen].Text {
		case operated:
			yes++
		case notChosen:
			no++
			if row[operationHow].Text == "" {
				blank++
			}
		}
	}
	numbers, chosen, how := book.Area(sheet, 0, len(rows)), book.Area(sheet, operationChosen, len(rows)), book.Area(sheet, operationHow, len(rows))
	live := func(n int, conditions ...string) book.Cell {
		formula := fmt.Sprintf(`COUNTIFS(%s,"%s*"`, numbers, prefix)
		for _, c := range conditions {
			formula += "," + c
		}
		return book.Cell{Number: float64(n), Numeric: true, Formula: formula + ")"}
	}
	is := func(answer string) string { return fmt.Sprintf(`%s,"%s"`, chosen, answer) }
	limit := "FALSE"
	mandatory := strings.HasPrefix(prefix, "1.")
	if mandatory {
		limit = "DROW>0"
	}
	verdict := m.option(checkFine)
	switch {
	case mandatory && no > 0:
		verdict = m.option(checkMandatory)
	case blank > 0:
		verdict = m.option(checkReason)
	case yes+no < total:
		verdict = m.option(checkUndecided)
	}
	return []book.Cell{
		book.Text(g.Number + " " + m.say(g.Title)), live(total), live(yes, is(operated)), live(no, is(notChosen)), {Number: float64(total - yes - no), Numeric: true, Formula: "BROW-CROW-DROW"},
		{Number: float64(blank), Numeric: true, Formula: "DROW-" + live(0, is(notChosen), how+`,"?*"`).Formula},
		{Text: verdict, Formula: fmt.Sprintf(`IF(%s,"%s",IF(FROW>0,"%s",IF(EROW>0,"%s","%s")))`, limit, m.option(checkMandatory), m.option(checkReason), m.option(checkUndecided), m.option(checkFine))},
	}
}

// operationGuide says how the statement is filled in.
func (m *maker) operationGuide() *book.Sheet {
	t := m.notes(graph.Text{})
	for _, g := range operationGuide {
		t.Rows = append(t.Rows, note(m.say(g.name), m.say(g.text)))
	}
	return &book.Sheet{Name: m.tab(wordGuide), Title: m.oneLine(m.say(wordGuide)), Tables: []*book.Table{t}, Portrait: true}
}
