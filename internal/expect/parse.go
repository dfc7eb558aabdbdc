// Package expect is the test language for answers: what is held, what is wanted, and what is expected of the answer.
//
// One statement stands on a line; # starts a comment. A blank line, or a held after another statement, starts a new
// case.
//
//	held iso-27001-2022, iso-9001-2015     # standards, groups, requirements; repeatable
//	controls acme.yaml                     # own controls; the path is relative to the test file
//	scope head office                      # the part of the organisation asked about
//	policy min-assurance reviewed          # or: distrust "NAME", max-hops 2, direct; repeatable
//	as of 2026-11-22                       # the day asked about; today if absent
//	want isms-p-2023                       # the target
//	expect 2.5.4 PARTIAL via A.5.17 remainder ~ "정보주체"
//	expect 2.5.4-2 NONE                    # a point
//	expect 4.1 PARTIAL disposition EXTEND_SCOPE missing A.9.4.3
//	expect 2.5.6 PARTIAL by AR-1 blocker AR-2   # controls that it rests on, and that stand in its way
//	expect doubt A.8.13                    # held, although no control named for it counts
//	expect count FULL 0                    # or with >=, <=, >, <
//	expect error ~ "did you mean"          # the question cannot be answered
package expect

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Case is one question with what is expected of its answer.
type Case struct {
	coverage.Question        // the controls are those of the inventory, once it is read
	Place             Place  // of its first statement
	Inventory         string // the file of the inventory, or nothing
	Wants             []Want

	inventoryAt Place
}

// Place is where a statement stands. Lines and columns count from 1.
type Place struct {
	File         string
	Line, Column int
}

// String returns file:line:column.
func (p Place) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// Want is one expectation.
type Want struct {
	Place Place

	Number      string // of a requirement or point of the target, or a full ref; empty for a count or an error
	Verdict     coverage.Verdict
	Disposition coverage.Disposition
	Via         []string // requirements that the proof must rest on
	Missing     []string // sources that the proof must name as missing
	By          []string // ids of controls that the proof must rest on
	Blockers    []string // ids of controls that must stand in the way of a better verdict
	Remainder   []string // texts that must occur in the remainder, in either language

	Count    bool // expect count
	Operator string
	Bound    int // the number that a count is compared with

	Doubt string // expect doubt: the ref of a requirement that must be in doubt

	Error string // expect error: a text that must occur in it
}

// Error is a fault in a test file, or an expectation that was not met.
type Error struct {
	Place   Place
	Message string
}

// Error returns file:line:column and the message.
func (e *Error) Error() string { return e.Place.String() + ": " + e.Message }

// Parse reads a test file. It returns all cases that it could read and all faults that it found.
func Parse(file string, src []byte) ([]Case, []*Error) {
	p := parser{file: file}
	for i, line := range strings.Split(string(src), "\n") {
		p.line = i + 1
		p.statement(strings.TrimSuffix(line, "\r"))
	}
	p.finish()
	return p.cases, p.faults
}

type parser struct {
	file    string
	line    int
	current *Case
	words   []word
	cases   []Case
	faults  []*Error
}

type word struct {
	text   string
	column int
	quoted bool
}

func (p *parser) fault(column int, format string, args ...any) {
	p.faults = append(p.faults, &Error{Place{p.file, p.line, column}, fmt.Sprintf(format, args...)})
}

// finish ends the current case.
func (p *parser) finish() {
	c := p.current
	p.current = nil
	if c == nil {
		return
	}
	missing := ""
	switch {
	case c.Target == "":
		missing = `the case has no "want"; add one, such as: want isms-p-2023`
	case len(c.Wants) == 0:
		missing = `the case expects nothing; add a line such as: expect 2.5.4 PARTIAL`
	}
	if missing != "" {
		p.faults = append(p.faults, &Error{c.Place, missing})
		return
	}
	p.cases = append(p.cases, *c)
}

func (p *parser) statement(line string) {
	words, column := split(line)
	if column > 0 {
		p.fault(column, "the quotation mark is never closed; close it on the same line")
		return
	}
	p.words = words
	if len(words) == 0 {
		if strings.TrimSpace(line) == "" {
			p.finish()
		}
		return
	}
	first := p.next()
	if (first.text == "held" || first.text == "controls") && p.current != nil && (p.current.Target != "" || len(p.current.Wants) > 0) {
		p.finish()
	}
	if p.current == nil {
		p.current = &Case{Place: Place{p.file, p.line, first.column}}
	}
	switch first.text {
	case "held":
		p.held(first)
	case "controls":
		p.controls(first)
	case "scope":
		p.scope(first)
	case "policy":
		p.policy(first)
	case "as":
		p.asOf(first)
	case "want":
		p.want(first)
	case "expect":
		p.expect(first)
	default:
		p.fault(first.column, `unknown statement %q; the statements are held, controls, scope, policy, as of, want, expect`, first.text)
	}
}

// next takes the next word of the line, or the empty word.
func (p *parser) next() word {
	if len(p.words) == 0 {
		return word{}
	}
	w := p.words[0]
	p.words = p.words[1:]
	return w
}

func (p *parser) held(at word) {
	if len(p.words) == 0 {
		p.fault(at.column, "held what? name standards or requirements, such as: held iso-27001-2022")
	}
	for len(p.words) > 0 {
		for ref := range strings.SplitSeq(p.next().text, ",") {
			if ref != "" {
				p.current.Held = append(p.current.Held, ref)
			}
		}
	}
}

func (p *parser) asOf(at word) {
	if of := p.next(); of.text != "of" {
		p.fault(at.column, `write "as of" and a date, such as: as of 2026-11-22`)
		return
	}
	day := p.next()
	date, err := graph.ParseDate(day.text)
	if err != nil {
		p.fault(max(day.column, at.column), "%v", err)
	}
	p.current.AsOf = date
}

func (p *parser) want(at word) {
	ref := p.next()
	switch {
	case ref.text == "":
		p.fault(at.column, "want what? name a standard or a requirement, such as: want isms-p-2023")
	case p.current.Target != "":
		p.fault(at.column, "the case wants %s already; start a new case with a blank line", p.current.Target)
	default:
		p.current.Target = ref.text
		p.trailing()
	}
}

func (p *parser) trailing() {
	if len(p.words) > 0 {
		p.fault(p.words[0].column, "%q is not expected here", p.words[0].text)
	}
}

func (p *parser) expect(at word) {
	w := Want{Place: Place{p.file, p.line, at.column}}
	subject := p.next()
	ok := false
	switch subject.text {
	case "":
		p.fault(at.column, "expect what? such as: expect 2.5.4 PARTIAL")
	case "count":
		ok = p.count(&w, subject)
	case "doubt":
		w.Doubt = p.next().text
		if ok = w.Doubt != ""; !ok {
			p.fault(subject.column, "doubt about which requirement? such as: expect doubt A.8.13")
		}
	case "error":
		w.Error, ok = p.contains(subject)
	default:
		w.Number = subject.text
		ok = p.verdict(&w, subject) && p.clauses(&w)
	}
	if ok {
		p.trailing()
		p.current.Wants = append(p.current.Wants, w)
	}
}

func (p *parser) verdict(w *Want, at word) bool {
	name := p.next()
	v, err := coverage.ParseVerdict(name.text)
	if err != nil {
		p.fault(max(name.column, at.column), "%v", err)
		return false
	}
	w.Verdict = v
	return true
}

var operators = []string{"=", ">=", "<=", ">", "<"}

func (p *parser) count(w *Want, at word) bool {
	w.Count, w.Operator = true, "="
	if !p.verdict(w, at) {
		return false
	}
	number := p.next()
	if slices.Contains(operators, number.text) {
		w.Operator, number = number.text, p.next()
	}
	n, err := strconv.Atoi(number.text)
	if err != nil {
		p.fault(max(number.column, at.column), "%q is not a number; write such as: expect count FULL >= 10", number.text)
		return false
	}
	w.Bound = n
	return true
}

// clauses reads what may follow a verdict, in any order.
func (p *parser) clauses(w *Want) bool {
	for len(p.words) > 0 {
		at := p.next()
		switch at.text {
		case "via", "missing", "by", "blocker":
			names := strings.FieldsFunc(p.next().text, func(r rune) bool { return r == ',' })
			what, example := "requirement", "A.5.17"
			if at.text == "by" || at.text == "blocker" {
				what, example = "control", "AR-1"
			}
			if len(names) == 0 {
				p.fault(at.column, "%s which %s? such as: %s %s", at.text, what, at.text, example)
				return false
			}
			list := map[string]*[]string{"via": &w.Via, "missing": &w.Missing, "by": &w.By, "blocker": &w.Blockers}[at.text]
			*list = append(*list, names...)
		case "remainder":
			text, ok := p.contains(at)
			if !ok {
				return false
			}
			w.Remainder = append(w.Remainder, text)
		case "disposition":
			name := p.next()
			w.Disposition = coverage.Disposition(name.text)
			if !slices.Contains(coverage.Dispositions, w.Disposition) {
				p.fault(max(name.column, at.column), "unknown disposition %q; the dispositions are %v", name.text, coverage.Dispositions)
				return false
			}
		default:
			p.fault(at.column, "%q is not expected here; a verdict may be followed by via, missing, by, blocker, remainder, disposition", at.text)
			return false
		}
	}
	return true
}

// contains reads ~ "text".
func (p *parser) contains(at word) (string, bool) {
	if tilde := p.next(); tilde.text == "~" && !tilde.quoted {
		if text := p.next(); text.quoted && text.text != "" {
			return text.text, true
		}
	}
	p.fault(at.column, `write ~ and a quoted text, such as: %s ~ "words"`, at.text)
	return "", false
}

// split cuts a line into words and quoted texts, without its comment. A second result above 0 is the column of a
// quotation mark that is not closed. Columns count letters, not bytes.
func split(line string) (words []word, open int) {
	runes := []rune(line)
	for i := 0; i < len(runes); {
		switch r := runes[i]; {
		case r == ' ' || r == '\t':
			i++
		case r == '#':
			return words, 0
		case r == '"':
			end := slices.Index(runes[i+1:], '"')
			if end < 0 {
				return nil, i + 1
			}
			words = append(words, word{string(runes[i+1 : i+1+end]), i + 1, true})
			i += end + 2
		default:
			start := i
			for i < len(runes) && !strings.ContainsRune(" \t#\"", runes[i]) {
				i++
			}
			words = append(words, word{string(runes[start:i]), start + 1, false})
		}
	}
	return words, 0
}
