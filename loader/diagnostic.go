package loader

import (
	"cmp"
	"fmt"
	"slices"
)

// Position is a place in a file. Lines and columns count from 1; the zero Position is nowhere.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// String returns file:line:column, or line:column where there is no file.
func (p Position) String() string {
	s := fmt.Sprintf("%d:%d", p.Line, p.Column)
	if p.File != "" {
		s = p.File + ":" + s
	}
	return s
}

// Severity says whether data with the problem may be used. The zero Severity is invalid.
type Severity uint8

// The severities.
const (
	Error   Severity = iota + 1 // the data means nothing, or something else than it says
	Warning                     // the data can be used; an editor should look
)

// String returns "error" or "warning".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "invalid"
}

// MarshalText returns String.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Diagnostic is one problem of the data: where it is, what it is, and what to do about it.
type Diagnostic struct {
	Position
	Code     string   `json:"code"` // the number of a rule, such as "M004"; see Rules
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Help     string   `json:"help,omitempty"`
}

// String returns `file:line:column: M004 message; help`.
func (d Diagnostic) String() string {
	s := d.Position.String() + ": " + d.Code + " " + d.Message
	if d.Help != "" {
		s += "; " + d.Help
	}
	return s
}

// report collects diagnostics.
type report struct{ diagnostics []Diagnostic }

// add records a breach of the rule with the code. Its severity stands in the table of rules.
func (r *report) add(at Position, code, help, message string, args ...any) {
	severity := Error
	if rule, ok := ruleOf[code]; ok {
		severity = rule.Severity
	}
	r.diagnostics = append(r.diagnostics, Diagnostic{
		Position: at, Code: code, Severity: severity, Message: fmt.Sprintf(message, args...), Help: help,
	})
}

// sorted returns what was recorded in order of place, without repetitions.
func (r *report) sorted() []Diagnostic {
	slices.SortStableFunc(r.diagnostics, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(r.diagnostics)
}
