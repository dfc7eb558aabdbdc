package search

import (
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// request is what a query says.
type request struct {
	marks     []mark
	standards []*graph.Standard // named in the query
	text      string            // the words; names of standards and ids are left out
}

// mark is an id in a query.
type mark struct {
	key   string            // canonical, as in ids.numbers
	scope []*graph.Standard // the standards named nearest before it, or else first in the query; may be empty
	sure  bool              // not merely two numbers with a dot between other words, as in "TLS 1.2"
}

// fillers lists words that say no more than that an id follows or went before.
var fillers = set(`annex appendix clause control criterion requirement section article art no iso iec 부속서 절 항 조 제 호 통제 항목
	기준 인증기준 조항 요구사항`)

// parser goes over the atoms of a query.
type parser struct {
	*ids
	atoms []atom
	names [][]*graph.Standard // at an atom that is part of a name: the standards of that name
	taken []bool              // atoms that belong to a name or an id
}

// parse finds the standards and the ids in folded text in lower case. What it cannot look up stays text.
func (x *ids) parse(text string) request {
	p := parser{ids: x, atoms: atoms(text)}
	p.names, p.taken = make([][]*graph.Standard, len(p.atoms)), make([]bool, len(p.atoms))
	req := request{standards: p.findNames()}
	p.findMarks(&req)
	req.text = p.rest(text, len(req.marks) > 0)
	return req
}

// findNames takes the names of standards, and returns these standards.
func (p *parser) findNames() []*graph.Standard {
	var all []*graph.Standard
	for i := 0; i < len(p.atoms); {
		stds, n := p.nameAt(i)
		for j := i; j < i+n; j++ {
			p.names[j], p.taken[j] = stds, true
		}
		all = append(all, stds...)
		i += max(n, 1)
	}
	return all
}

// nameAt returns the standards that the longest name beginning at atom i may mean, and the atoms it takes.
func (p *parser) nameAt(i int) (stds []*graph.Standard, n int) {
	var name []string
	for j := i; j < len(p.atoms) && len(name) < p.longest; j++ {
		if j > i && strings.Trim(p.atoms[j].gap, " -/:.") != "" {
			break
		}
		if p.atoms[j].text == "iec" {
			continue
		}
		name = append(name, p.atoms[j].text)
		if found := p.ids.names[strings.Join(name, " ")]; found != nil {
			stds, n = found, j+1-i
		}
	}
	return stds, n
}

// findMarks takes the ids. A number without a dot is one only after a name, or where the query has no other words; a
// lone letter or word is one only in the latter case.
func (p *parser) findMarks(req *request) {
	var lone []int // atoms
	for i := 0; i < len(p.atoms); {
		if p.taken[i] {
			i++
			continue
		}
		free := i
		for free < len(p.atoms) && !p.taken[free] {
			free++
		}
		_, n := number(p.atoms[i:free])
		from, to := p.known(i, i+n)
		switch {
		case to-from == 1 && (p.atoms[from].letters || from == 0 || p.names[from-1] == nil):
			lone = append(lone, from)
		case to > from:
			p.take(req, from, to)
		}
		i += n
	}
	if len(lone) == 1 && len(req.marks) == 0 && p.onlyFillersBut(lone[0]) {
		p.take(req, lone[0], lone[0]+1)
	}
	alone := p.onlyFillersBut(-1)
	for i := range req.marks {
		m := &req.marks[i]
		m.sure = alone || len(m.scope) > 0 || strings.Count(m.key, ".") != 1 || strings.Trim(m.key, "0123456789.") != ""
	}
}

// known returns the longest part of a chain of atoms that is a number somebody has. Letters may go at either end
// ("제29조", "control 5.17"), but not the letter of an annex: B.8.5.1 is not 8.5.1.
func (p *parser) known(from, to int) (int, int) {
	for end := to; end > from; end-- {
		for start := from; start < end; start++ {
			key, _ := number(p.atoms[start:end])
			if p.numbers[key] != nil || p.bare[key] != nil {
				return start, end
			}
			if next := start + 1; !p.atoms[start].letters || next < end && strings.ContainsAny(p.atoms[next].gap, ".-") {
				break
			}
		}
		if !p.atoms[end-1].letters {
			break
		}
	}
	return from, from
}

func (p *parser) take(req *request, from, to int) {
	m := mark{}
	m.key, _ = number(p.atoms[from:to])
	for i, stds := range p.names {
		if stds != nil && (i < from || len(m.scope) == 0) {
			m.scope = stds
		}
	}
	for i := from; i < to; i++ {
		p.taken[i] = true
	}
	req.marks = append(req.marks, m)
}

// onlyFillersBut reports whether every atom other than i is taken or a filler.
func (p *parser) onlyFillersBut(i int) bool {
	for j, a := range p.atoms {
		if j != i && !p.taken[j] && !isFiller(a) {
			return false
		}
	}
	return true
}

func isFiller(a atom) bool { return fillers[a.text] || endings[a.text] }

// rest returns the text without what was taken and, where ids were, without fillers.
func (p *parser) rest(text string, marked bool) string {
	rest := []byte(text)
	for i, a := range p.atoms {
		if p.taken[i] || marked && isFiller(a) {
			for j := a.start; j < a.end; j++ {
				rest[j] = ' '
			}
		}
	}
	return string(rest)
}
