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

// applicability is the statement of applicability: a row for each control of the standard. Whether a control applies and
// how far it is implemented are two things. A control that does not apply needs a reason, with its code.
func (m *maker) applicability() (*book.Book, error) {
	const needs = "a standard with Annex A controls, such as iso-27001-2022, iso-27701-2025 or iso-42001-2023"
	std, err := m.standard(needs)
	if err != nil {
		return nil, err
	}
	a, err := m.engine.Gap(m.Question)
	if err != nil {
		return nil, err
	}
	a.Items = slices.DeleteFunc(slices.Clone(a.Items), func(i *coverage.Item) bool { return i.Requirement.Kind != graph.KindControl })
	if len(a.Items) == 0 {
		return nil, m.wrong(needs)
	}
	list, columns := m.applicabilityList(std, a)
	return &book.Book{
		Title:  m.title(graph.Text{EN: wordApplicability.EN + ", " + std.Title.EN, KO: std.Title.KO + " " + wordApplicability.KO}),
		Sheets: []*book.Sheet{list, m.applicabilityCheck(list, columns), m.sources(a), m.method(a)},
	}, nil
}

// soaColumns are where the columns of the list stand that its formulas speak of.
type soaColumns struct{ applicable, justification, code, status, check int }

func (m *maker) applicabilityList(std *graph.Standard, a *coverage.Analysis) (*book.Sheet, soaColumns) {
	t := &book.Table{Headed: true}
	add := func(c ...book.Column) int {
		t.Columns = append(t.Columns, c...)
		return len(t.Columns) - 1
	}
	var at soaColumns
	add(book.Column{Key: "control_reference", Head: m.say(wordControlReference), Width: 10})
	add(m.columns("control_title", wordControlTitle, 26)...)
	at.applicable = add(book.Column{Key: "applicable", Head: m.say(wordApplicable), Width: 11, Input: true, Choices: m.options(yesNo), Prompt: m.oneLine(m.say(promptApplicable))})
	at.justification = add(book.Column{Key: "justification", Head: m.say(wordJustification), Width: 30, Input: true})
	at.code = add(book.Column{Key: "exclusion_reason", Head: m.say(wordExclusionCode), Width: 18, Input: true, Choices: m.options(exclusionCodes(std)), Prompt: m.oneLine(m.say(promptExclusion))})
	at.status = add(book.Column{Key: "implementation_status", Head: m.say(wordImplementation), Width: 17, Input: true, Choices: m.options(implementation)})
	add(
		book.Column{Key: "implementation_summary", Head: m.say(wordImplementationSummary), Width: 40, Input: true},
		book.Column{Key: "related_documents_evidence", Head: m.say(wordDocumentsEvidence), Width: 28, Input: true},
		book.Column{Key: "control_owner", Head: m.say(wordControlOwner), Width: 13, Input: true, Choices: m.owners(), Open: true},
		book.Column{Key: "review_date", Head: m.say(wordReviewDate), Width: 12, Input: true, Day: true},
	)
	at.check = add(book.Column{Key: "check", Head: m.say(wordCheck), Width: 18, Tones: checkTones})
	missing := fmt.Sprintf(`AND($%s="%s",OR($%[3]s="",$%[4]s=""))`, rowOf(at.applicable), m.option(yesNo[1]), rowOf(at.justification), rowOf(at.code))
	for _, i := range []int{at.justification, at.code} {
		t.Columns[i].Tones = []book.Tone{{Formula: missing, Fill: "FBE3E4", Ink: "8A1C22"}}
	}
	for _, item := range a.Items {
		t.Rows = append(t.Rows, m.applicabilityRow(item, at))
	}
	return &book.Sheet{Name: m.tab(wordSoA), Title: m.oneLine(m.say(wordApplicability)), Tables: []*book.Table{t}, Large: true}, at
}

// rowOf names the cell of a column in the row of a formula.
func rowOf(column int) string { return book.Letter(column) + "ROW" }

func (m *maker) applicabilityRow(item *coverage.Item, at soaColumns) []book.Cell {
	links := m.links(item.Requirement)
	row := []book.Cell{book.Text(item.Requirement.Number)}
	row = append(row, m.cells(item.Requirement.Name)...)
	applicable, justification, code, status := "", "", "", ""
	if reason, out := excluded(links); out {
		applicable, justification, status = m.option(yesNo[1]), reason, m.option(implementation[5])
		if reason != "" {
			code = m.option(codeJustified)
		}
	} else if len(links) > 0 {
		applicable, status = m.option(yesNo[0]), m.implementationOf(links)
	}
	row = append(row, book.Text(applicable), book.Text(justification), book.Text(code), book.Text(status))
	own := controlsOf(links)
	evidences := strings.TrimSpace(documents(own) + "\n" + evidence(own))
	row = append(row, book.Text(m.implementationSummary(item, links)), book.Text(evidences), book.Text(owners(own)), book.Text(reviewed(own)))
	return append(row, book.Cell{Text: m.applicabilityVerdict(applicable, justification, code, status), Formula: m.applicabilityFormula(at)})
}

// implementationOf sums up how far the controls for a requirement are carried out. One that meets a part alone leaves
// it in progress.
func (m *maker) implementationOf(links []link) string {
	count := map[graph.ControlStatus]int{}
	whole := false
	for _, l := range links {
		count[l.Status]++
		whole = whole || l.Status == graph.Implemented && l.satisfies
	}
	n := len(links) - count[graph.NotApplicable]
	switch {
	case whole && count[graph.Implemented] == n:
		return m.option(implementation[0])
	case whole:
		return m.option(implementation[1])
	case count[graph.Planned] == n:
		return m.option(implementation[3])
	case count[graph.NotImplemented] == n:
		return m.option(implementation[4])
	}
	return m.option(implementation[2])
}

// implementationSummary says what the inventory has for a control, or what of what is held can be reused for it.
func (m *maker) implementationSummary(item *coverage.Item, links []link) string {
	if len(links) > 0 {
		return m.of(func(l graph.Language) string { return strings.Join(told(links, l), "\n") })
	}
	if item.Verdict > coverage.Partial {
		return ""
	}
	if held := export.Via(item); len(held) > 0 && !slices.Contains(held, item.Requirement.Ref) {
		return m.of(func(l graph.Language) string {
			return fmt.Sprintf(wordReusable.In(l), verdictText(item.Verdict), strings.Join(held, ", "))
		})
	}
	return ""
}

// told tells controls with how far they are carried out.
func told(links []link, l graph.Language) []string {
	var lines []string
	for _, c := range links {
		lines = append(lines, fmt.Sprintf("%s (%s): %s", c.Title, c.ID, controlStatusNames[c.Status].In(l)))
	}
	return lines
}

// reviewed is the last day on which one of the controls was reviewed.
func reviewed(controls []*graph.Control) string {
	last := graph.Date("")
	for _, c := range controls {
		last = max(last, c.ReviewedOn)
	}
	return string(last)
}

// applicabilityVerdict is what applicabilityFormula gives for a row.
func (m *maker) applicabilityVerdict(applicable, justification, code, status string) string {
	switch {
	case applicable == "":
		return m.option(checkUndecided)
	case applicable == m.option(yesNo[1]) && (justification == "" || code == ""):
		return m.option(checkReason)
	case status == "":
		return m.option(checkStatus)
	}
	return m.option(checkFine)
}

func (m *maker) applicabilityFormula(at soaColumns) string {
	return fmt.Sprintf(`IF(%s="","%s",IF(AND(%[1]s="%[3]s",OR(%[4]s="",%[5]s="")),"%[6]s",IF(%[7]s="","%[8]s","%[9]s")))`,
		rowOf(at.applicable), m.option(checkUndecided), m.option(yesNo[1]), rowOf(at.justification), rowOf(at.code), m.option(checkReason),
		rowOf(at.status), m.option(checkStatus), m.option(checkFine))
}

// applicabilityCheck counts what the list holds, while it is filled in.
func (m *maker) applicabilityCheck(list *book.Sheet, at soaColumns) *book.Sheet {
	rows := list.Tables[0].Rows
	count := func(column int, text string) book.Cell {
		n := 0
		for _, row := range rows {
			if row[column].Text == text {
				n++
			}
		}
		area := book.Area(list.Name, column, len(rows))
		formula := fmt.Sprintf(`COUNTIF(%s,"%s")`, area, text)
		if text == "" {
			formula = fmt.Sprintf(`COUNTBLANK(%s)`, area)
		}
		return book.Cell{Number: float64(n), Numeric: true, Formula: formula}
	}
	t := func(heading graph.Text, column int, options []string) *book.Table {
		t := &book.Table{Heading: m.oneLine(m.say(heading)), Headed: true, Columns: []book.Column{{Head: m.say(heading), Width: 44}, {Head: m.say(wordTotal), Width: 12, Center: true}}}
		for _, o := range options {
			t.Rows = append(t.Rows, []book.Cell{book.Text(o), count(column, o)})
		}
		return t
	}
	blank := func(options []string) []string { return append(options, "") }
	tables := []*book.Table{
		t(wordApplicable, at.applicable, blank(m.options(yesNo))), t(wordImplementation, at.status, blank(m.options(implementation))),
		t(wordCheck, at.check, m.options([]choice{checkFine, checkUndecided, checkStatus, checkReason})),
	}
	for _, table := range tables[:2] {
		table.Rows[len(table.Rows)-1][0] = book.Text(m.option(wordBlank))
	}
	tables[2].Columns[0].Tones = checkTones
	return &book.Sheet{Name: m.tab(wordCheck), Title: m.oneLine(m.say(wordCheck)), Tables: tables, Portrait: true}
}
