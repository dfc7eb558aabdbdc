package inventory

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/table"
)

// reader reads one file.
type reader struct {
	Reading
	snapshot *graph.Snapshot
	names    *names
	options  Options
	file     *mention // the standard that the name of the file names

	controls map[string]*control
	order    []*control
	said     map[string]bool // what is said once for each sheet

	stated        bool // a sheet of the file has a column of statuses
	withoutLetter bool // the sheet has ids of annex A without their letter
	guesses       int  // how many suggestions may still be worked out
}

// maxGuesses bounds the time spent on suggestions for a file in which nothing is right; maxNotes what is said of it.
const (
	maxGuesses = 100
	maxNotes   = 1000
)

func (r *reader) note(s Severity, place, format string, args ...any) {
	if len(r.Notes) < maxNotes {
		r.Notes = append(r.Notes, Note{s, place, fmt.Sprintf(format, args...)})
		if len(r.Notes) == maxNotes {
			r.Notes = append(r.Notes, Note{Error, "", "there are more notes than can be listed; mend these first"})
		}
	}
}

// once notes what is true of many cells of a sheet for the first of them.
func (r *reader) once(s Severity, place, message string) {
	if !r.said[message] {
		r.said[message] = true
		r.note(s, place, "%s", message)
	}
}

// quote returns a text as notes show it: in quotes, and no longer than a person reads.
func quote(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ")
	if runes := []rune(s); len(runes) > 60 {
		s = string(runes[:60]) + "…"
	}
	return `"` + s + `"`
}

// book reads every sheet that has a row of headings.
func (r *reader) book(b *table.Book) {
	if b.Encoding != "" {
		separator := map[rune]string{',': "commas", ';': "semicolons", '\t': "tabs"}[b.Separator]
		r.note(Info, "", "read as text in %s, parted by %s", b.Encoding, separator)
	}
	headed := 0
	headers := make([]*header, len(b.Sheets))
	for i, s := range b.Sheets {
		headers[i] = findHeader(s)
		r.stated = r.stated || headers[i] != nil && slices.Contains(headers[i].fields, statusField)
	}
	for i, s := range b.Sheets {
		if s.Rows == 0 {
			continue
		}
		h := headers[i]
		if h == nil {
			severity := Info
			if len(b.Sheets) == 1 {
				severity = Error
			}
			r.note(severity, s.Address(1, 1), "no row of headings was found in the first %d rows, so that the sheet is not read; a heading is a word such as ID, Title, Status, Owner, ISO 27001:2022, ISMS-P, 통제명, 이행상태", headerRows)
			continue
		}
		headed++
		r.said, r.guesses, r.withoutLetter = map[string]bool{}, maxGuesses, false
		r.sheet(s, h)
	}
	if headed == 0 && len(b.Sheets) != 1 {
		r.note(Error, "", "no sheet has a row of headings, such as ID, Title, Status, ISO 27001:2022, 통제명, 이행상태")
	}
	r.finish()
}

// sheet reads the rows below the headings.
func (r *reader) sheet(s *table.Sheet, h *header) {
	l := r.layout(s, h)
	if l == nil {
		return
	}
	for row := h.last + 1; row <= s.Rows; row++ {
		switch {
		case s.Blank(row):
		case l.section(row):
			r.section(l, row)
		case l.repeated(row):
			r.note(Info, s.Address(row, 1), "the headings are repeated here; the row is skipped")
		default:
			r.row(l, row)
		}
	}
}

// finish takes over the controls that are whole.
func (r *reader) finish() {
	scopes := map[string]bool{}
	for _, c := range r.order {
		if c.dropped {
			continue
		}
		r.Inventory.Controls = append(r.Inventory.Controls, c.Control)
		if c.Scope != "" && !scopes[c.Scope] {
			scopes[c.Scope] = true
			r.Inventory.Scopes = append(r.Inventory.Scopes, c.Scope)
		}
	}
	if len(r.Inventory.Controls) == 0 && r.OK() {
		r.note(Error, "", "no control was found below the headings")
	}
	links := 0
	for _, c := range r.Inventory.Controls {
		links += len(c.Satisfies) + len(c.Contributes)
	}
	r.note(Info, "", "%d controls with %d links to requirements were understood", len(r.Inventory.Controls), links)
}
