package deliverable

import (
	"fmt"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
)

// transition is the plan from the edition that is held to the one that is wanted: what became of each requirement, what
// there is to do, and which of our controls it touches.
func (m *maker) transition() (*book.Book, error) {
	if len(m.Held) != 1 {
		return nil, &coverage.HeldError{Ref: m.Target, Problem: "a transition is from one edition to another; hold exactly the old edition, such as iso-27001-2013"}
	}
	e, err := m.engine.Editions(m.Held[0], m.Target, m.Controls)
	if err != nil {
		return nil, err
	}
	a, err := m.engine.Gap(coverage.Question{Held: m.Held, Target: m.Target, Policy: coverage.Policy{MaxHops: 1}})
	if err != nil {
		return nil, err
	}
	title := graph.Text{EN: fmt.Sprintf("%s: %s to %s", wordTransition.EN, e.From.Title.EN, e.To.Title.EN), KO: fmt.Sprintf("%s: %s에서 %s", wordTransition.KO, e.From.Title.KO, e.To.Title.KO)}
	return &book.Book{
		Title:  m.title(title),
		Sheets: []*book.Sheet{m.changeCounts(e), m.changeList(e), m.sources(a), m.method(a)},
		Main:   1,
	}, nil
}

func (m *maker) changeCounts(e *coverage.EditionChanges) *book.Sheet {
	t := &book.Table{Heading: m.oneLine(m.say(wordChanges)), Headed: true, Columns: []book.Column{
		{Head: m.say(wordChange), Width: 20}, {Head: m.say(wordTotal), Width: 10, Center: true}, {Head: m.say(wordTouchedControls), Width: 14, Center: true}, {Head: m.say(wordAction), Width: 64},
	}}
	for _, kind := range coverage.ChangeKinds {
		touched := map[string]bool{}
		for _, c := range e.Changes {
			for _, control := range c.Controls {
				if c.Kind == kind {
					touched[control.ID] = true
				}
			}
		}
		t.Rows = append(t.Rows, []book.Cell{book.Text(m.changeText(kind)), book.Number(e.Count(kind)), book.Number(len(touched)), book.Text(m.say(changeActions[kind]))})
	}
	return &book.Sheet{
		Name: m.tab(wordSummary), Title: m.oneLine(m.say(wordTransition)), Tables: []*book.Table{m.asked(nil), t},
		Charts:   []book.Chart{{Title: m.oneLine(m.say(wordChanges)), Table: 1, Rows: len(t.Rows), After: 1, Values: []int{1}, Colors: []string{"1F3A5F"}}},
		Portrait: true,
	}
}

// changeSigns tell kinds of changes apart without colour.
var changeSigns = map[coverage.ChangeKind]string{
	coverage.Kept: "=", coverage.Renamed: "≈", coverage.Merged: "⋃", coverage.Split: "⋔", coverage.Extended: "◐", coverage.Added: "✚", coverage.Withdrawn: "✖",
}

func (m *maker) changeText(k coverage.ChangeKind) string {
	return changeSigns[k] + " " + m.oneLine(m.say(export.ChangeName(k)))
}

func (m *maker) changeList(e *coverage.EditionChanges) *book.Sheet {
	t := &book.Table{Headed: true}
	add := func(c ...book.Column) { t.Columns = append(t.Columns, c...) }
	add(
		book.Column{Key: "new", Head: m.say(wordNewNumber), Width: 9}, book.Column{Key: "new_title", Head: m.say(wordNewTitle), Width: 26},
		book.Column{Key: "change", Head: m.say(wordChange), Width: 13, Tones: changeTones},
		book.Column{Key: "old", Head: m.say(wordOldNumber), Width: 12}, book.Column{Key: "old_title", Head: m.say(wordOldTitle), Width: 26},
		book.Column{Key: "verdict", Head: m.say(wordVerdict), Width: 13, Tones: verdictTones},
	)
	add(m.columns("remainder", wordRemains, 46)...)
	add(
		book.Column{Key: "action", Head: m.say(wordAction), Width: 30}, book.Column{Key: "controls", Head: m.say(wordTouchedControls), Width: 26},
		book.Column{Key: "owner", Head: m.say(wordOwner), Width: 13, Input: true, Choices: m.owners(), Open: true},
		book.Column{Key: "due", Head: m.say(wordDue), Width: 12, Input: true, Day: true},
		book.Column{Key: "status", Head: m.say(wordStatus), Width: 13, Input: true, Choices: m.options(progress), Tones: progressTones},
		book.Column{Key: "evidence", Head: m.say(wordEvidence), Width: 24, Input: true},
	)
	for _, c := range e.Changes {
		t.Rows = append(t.Rows, m.change(c))
	}
	return &book.Sheet{Name: m.tab(wordPlan), Title: m.oneLine(m.say(wordTransition)), Tables: []*book.Table{t}, Large: true}
}

func (m *maker) change(c coverage.Change) []book.Cell {
	var numbers, names []string
	for _, old := range c.From {
		numbers, names = append(numbers, old.Number), append(names, m.of(old.Name))
	}
	row := []book.Cell{book.Text(""), book.Text(""), book.Text(m.changeText(c.Kind)), book.Text(strings.Join(numbers, "\n")), book.Text(strings.Join(names, "\n")), book.Text("")}
	if c.To != nil {
		row[0], row[1], row[5] = book.Text(c.To.Number), book.Text(m.of(c.To.Name)), book.Text(verdictText(c.Verdict))
	}
	row = append(row, m.cells(func(l graph.Language) string {
		return strings.Join(left(c.Remainder, l), "\n")
	})...)
	var controls []string
	for _, control := range c.Controls {
		controls = append(controls, fmt.Sprintf("%s %s", control.ID, control.Title))
	}
	return append(row,
		book.Text(m.say(changeActions[c.Kind])), book.Text(strings.Join(controls, "\n")),
		book.Text(owners(c.Controls)), book.Text(""), book.Text(""), book.Text(evidence(c.Controls)),
	)
}
