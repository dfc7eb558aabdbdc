// Package deliverable makes the documents that people hand in: the gap workbook, the statement of applicability, the
// statement of operation (운영명세서), the plan of a transition between editions, the worksheet of the time of an
// integrated audit, and the summary for the management.
//
// It presents answers of package coverage. What nobody knows stays blank, with a place to fill it in.
package deliverable

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
)

// Kind is what is made.
type Kind string

// The kinds.
const (
	Workbook           Kind = "workbook"            // the gap workbook
	Applicability      Kind = "soa"                 // the statement of applicability of an ISO standard with Annex A controls
	OperationStatement Kind = "operation-statement" // the 운영명세서 of ISMS and ISMS-P
	Transition         Kind = "transition"          // the plan from one edition to the next
	AuditTime          Kind = "audit-time"          // the worksheet of an integrated audit
	Summary            Kind = "summary"             // one page for the management
)

// Kinds lists every Kind.
var Kinds = []Kind{Workbook, Applicability, OperationStatement, Transition, AuditTime, Summary}

// Format is how it is written.
type Format string

// The formats.
const (
	XLSX     Format = "xlsx"
	CSV      Format = "csv" // the main table alone
	Markdown Format = "md"
	HTML     Format = "html" // one page that can be printed
)

// FormatsOf lists the formats that a kind is made in; the first is the usual one.
func FormatsOf(k Kind) []Format {
	if k == Summary {
		return []Format{Markdown, HTML}
	}
	return []Format{XLSX, CSV, Markdown, HTML}
}

// Formats lists every Format.
var Formats = []Format{XLSX, CSV, Markdown, HTML}

// Language is the language of a document.
type Language string

// The languages.
const (
	English Language = "en"
	Korean  Language = "ko"
	Both    Language = "both" // headings and short texts with both below each other, long texts in two columns
)

// Languages lists every Language.
var Languages = []Language{English, Korean, Both}

// Request says what to make.
type Request struct {
	Kind     Kind
	Format   Format // the usual one of the kind if empty
	Language Language
	coverage.Question

	Organization string // whose document it is; may be empty
}

// Document is what was made.
type Document struct {
	Name      string // a name for its file, such as "workbook-isms-p-2023-2026-11-28.xlsx"
	MediaType string
	Content   []byte
}

var mediaTypes = map[Format]string{
	XLSX:     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	CSV:      "text/csv; charset=utf-8",
	Markdown: "text/markdown; charset=utf-8",
	HTML:     "text/html; charset=utf-8",
}

// Make makes a document. Equal requests to equal data give equal bytes. The error is one of coverage's for a question
// that cannot be answered, among them a *coverage.HeldError for a target that the kind is not made for.
func Make(e *coverage.Engine, r Request) (*Document, error) {
	r.Format = cmp.Or(r.Format, FormatsOf(r.Kind)[0])
	if err := CheckFormat(r.Kind, r.Format); err != nil {
		return nil, err
	}
	var err error
	if r.Question, err = r.Question.OnDay(); err != nil {
		return nil, err
	}
	m := &maker{Request: r, engine: e, tongue: newTongue(r.Language, r.Kind)}
	b, err := m.book()
	if err != nil {
		return nil, err
	}
	var content bytes.Buffer
	switch r.Format {
	case XLSX:
		err = b.XLSX(&content)
	case CSV:
		err = b.CSV(&content)
	case Markdown:
		err = b.Markdown(&content)
	case HTML:
		err = b.HTML(&content)
	}
	if err != nil {
		return nil, err
	}
	return &Document{m.fileName(), mediaTypes[r.Format], content.Bytes()}, nil
}

// book makes the document as tables.
func (m *maker) book() (*book.Book, error) {
	makers := map[Kind]func() (*book.Book, error){
		Workbook: m.workbook, Applicability: m.applicability, OperationStatement: m.operation, Transition: m.transition, AuditTime: m.auditTime, Summary: m.summary,
	}
	makeIt, ok := makers[m.Kind]
	if !ok {
		return nil, fmt.Errorf("deliverable: unknown kind %q", m.Kind)
	}
	b, err := makeIt()
	if err != nil {
		return nil, err
	}
	b.Language, b.Created, b.Footer = m.code(), m.day(), m.oneLine(m.say(footer))
	return b, nil
}

// CheckFormat returns an error that names the formats of the kind, where it is not made in this one.
func CheckFormat(k Kind, f Format) error {
	var names []string
	for _, offered := range FormatsOf(k) {
		if offered == f {
			return nil
		}
		names = append(names, string(offered))
	}
	return &coverage.HeldError{Ref: string(k), Problem: fmt.Sprintf("it is not made as %s; it is made as %s", f, strings.Join(names, " or "))}
}

// maker is the making of one document.
type maker struct {
	Request
	tongue

	engine *coverage.Engine
	linked map[*graph.Requirement][]link // once link has been called
}

// day is the day of the document: the one that is asked about.
func (m *maker) day() time.Time {
	day, err := time.Parse(time.DateOnly, string(m.AsOf))
	if err != nil {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // no day was asked about, and the clock would change the bytes
	}
	return day
}

func (m *maker) fileName() string {
	parts := []string{string(m.Kind), strings.ReplaceAll(m.Target, "/", "-"), string(m.AsOf), string(m.Language)}
	name := strings.Join(parts, "-")
	name = strings.Map(func(r rune) rune {
		if r == '-' || r == '.' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '-'
	}, name)
	return strings.ReplaceAll(name, "--", "-") + "." + string(m.Format)
}

// title puts the organization before the name of a document.
func (m *maker) title(name graph.Text) string {
	title := m.oneLine(m.say(name))
	if m.Organization != "" {
		title = m.Organization + ": " + title
	}
	return title
}

// standard returns the standard that is the whole target. The error says that the kind needs one.
func (m *maker) standard(needs string) (*graph.Standard, error) {
	s := m.engine.Snapshot()
	std := s.Standard(m.Target)
	switch {
	case std != nil:
		return std, nil
	case s.Requirement(m.Target) == nil:
		return nil, s.Unknown(m.Target)
	}
	return nil, m.wrong(needs)
}

// wrong is the error of a target that the kind is not made for.
func (m *maker) wrong(needs string) error {
	return &coverage.HeldError{Ref: m.Target, Problem: fmt.Sprintf("%s is made for %s", m.Kind, needs)}
}
