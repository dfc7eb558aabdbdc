package deliverable

import (
	"fmt"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
)

// The most that may be entered: days of one audit, and the reduction for integration in percent.
const (
	mostDays      = 400
	mostReduction = 20
)

// auditTime is the worksheet of the time of an integrated audit: the sum of the days of each standard, less at most a
// fifth for integration. The days are entered by whoever works with it. Those of ISMS and ISMS-P follow the notice and
// stand apart.
func (m *maker) auditTime() (*book.Book, error) {
	if _, err := m.engine.Gap(m.Question); err != nil { // it names refs that name nothing
		return nil, err
	}
	var iso, korean []*graph.Standard
	for _, std := range m.standards(nil) {
		switch {
		case std.Publisher == "KISA":
			korean = append(korean, std)
		case std.Ref != graph.HarmonizedStructure && std.Status != graph.Guidance && !slices.Contains(std.Disciplines, graph.Law):
			iso = append(iso, std)
		}
	}
	sheet := &book.Sheet{Name: m.tab(wordAuditTime), Title: m.oneLine(m.say(wordAuditTime)), Portrait: true}
	if len(iso) > 0 {
		sheet.Tables = append(sheet.Tables, m.integrated(iso))
	}
	if len(korean) > 0 {
		t := m.dayTable(wordKoreanDays)
		for _, std := range korean {
			t.Rows = append(t.Rows, m.dayRow(std, wordByNotice))
		}
		sheet.Tables = append(sheet.Tables, t)
	}
	notes := m.notes(wordNotes)
	for i, text := range auditNotes {
		notes.Rows = append(notes.Rows, note(fmt.Sprint(i+1), m.say(text)))
	}
	sheet.Tables = append(sheet.Tables, m.asked(nil), notes)
	return &book.Book{Title: m.title(wordAuditTime), Sheets: []*book.Sheet{sheet, m.dataSources()}}, nil
}

func (m *maker) dayTable(heading graph.Text) *book.Table {
	return &book.Table{Heading: m.oneLine(m.say(heading)), Headed: true, Columns: []book.Column{
		{Key: "standard", Head: m.say(wordStandard), Width: 62}, {Key: "days", Head: m.say(wordDays), Width: 14, Center: true}, {Key: "note", Head: m.say(wordNote), Width: 44},
	}}
}

func (m *maker) dayRow(std *graph.Standard, where graph.Text) []book.Cell {
	return []book.Cell{book.Text(m.say(std.Title)), {Input: true, Most: mostDays}, book.Text(m.say(where))}
}

// integrated is the table with the formulas.
func (m *maker) integrated(standards []*graph.Standard) *book.Table {
	t := m.dayTable(wordIntegrated)
	for _, std := range standards {
		t.Rows = append(t.Rows, m.dayRow(std, wordByBody))
	}
	n := len(standards)
	live := func(formula string) book.Cell { return book.Cell{Numeric: true, Strong: true, Formula: formula} }
	entered := fmt.Sprintf("B@0:B@%d", n-1)
	sum, percent, reduced := fmt.Sprintf("B@%d", n), fmt.Sprintf("B@%d", n+1), fmt.Sprintf("B@%d", n+2)
	verdict := fmt.Sprintf(`IF(COUNT(%s)<%d,"%s",IF(OR(%s<0,%[4]s>%[5]d),"%[6]s","%[7]s"))`, entered, n, m.option(checkDays), percent, mostReduction, m.option(checkReduction), m.option(checkFine))
	t.Rows = append(t.Rows,
		[]book.Cell{book.Strong(m.say(wordSum)), live("SUM(" + entered + ")"), book.Text(m.say(wordSumNote))},
		[]book.Cell{book.Strong(m.say(wordReduction)), {Input: true, Numeric: true, Most: mostReduction}, book.Text(m.say(wordReductionNote))},
		[]book.Cell{book.Strong(m.say(wordReduced)), live(fmt.Sprintf("%s*(1-%s/100)", sum, percent)), book.Text(m.say(wordReducedNote))},
		[]book.Cell{book.Strong(m.say(wordHalfDays)), live("CEILING(" + reduced + ",0.5)"), book.Text(m.say(wordHalfDaysNote))},
		[]book.Cell{book.Strong(m.say(wordCheck)), {Text: m.option(checkDays), Formula: verdict}, book.Text("")},
	)
	t.Columns[1].Tones = checkTones
	return t
}

// dataSources is the sheet of sources of a document that uses no claims.
func (m *maker) dataSources() *book.Sheet {
	return &book.Sheet{Name: m.tab(wordSources), Title: m.oneLine(m.say(wordSources)), Tables: m.sourceTables(nil)[:2]}
}
