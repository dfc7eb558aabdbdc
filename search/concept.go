package search

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// concepts finds the terms of the glossary in texts of either language.
type concepts struct {
	terms   []concept
	root    node
	bridges bridges
}

// concept is a term of the glossary.
type concept struct {
	id    string
	forms []form
	kin   []int // places of terms that are broader, narrower or near
}

// form is one way to write a term.
type form struct {
	text  string
	alone bool // it means this term and no other
}

// node is a step in the forms: a word that is not Hangul as its stem, or one syllable.
type node struct {
	next  map[string]*node
	forms []formOf // the forms that end here
}

type formOf struct{ concept, form int }

// occurrence is a place where a text has a form. Several terms may share it.
type occurrence struct {
	span
	forms []formOf
}

func conceptTerm(i int) string { return "term:" + strconv.Itoa(i) }

func newConcepts(s *graph.Snapshot) *concepts {
	c := &concepts{terms: glossary(s)}
	for i, term := range c.terms {
		for j, f := range term.forms {
			text := compose(strings.ToLower(f.text))
			c.add(text, formOf{i, j})
			if without := strings.ReplaceAll(text, ",", " "); without != text {
				c.add(without, formOf{i, j})
			}
		}
	}
	return c
}

func (c *concepts) add(text string, f formOf) {
	at := &c.root
	for i, t := range tokens(text, stem) {
		key := t.key(i == 0)
		if at.next == nil {
			at.next = map[string]*node{}
		}
		if at.next[key] == nil {
			at.next[key] = &node{}
		}
		at = at.next[key]
	}
	if at != &c.root {
		at.forms = append(at.forms, f)
	}
}

// token is a step of a text.
type token struct {
	span
	text   string
	hangul bool
	first  bool // of its word
	near   bool // at most blanks and joiners part it from the token before, or a comma
	comma  bool // that is what parts it
}

// key is what a step is found under. A comma before it is a part of it, unless it is the first of a form: a form with
// commas stands in texts that have them.
func (t token) key(first bool) string {
	if t.comma && !first {
		return "," + t.text
	}
	return t.text
}

func tokens(text string, stem func(string) string) []token {
	var list []token
	end := 0
	for _, w := range cut(text) {
		comma := !w.near && end > 0 && strings.TrimRight(text[end:w.start], " ") == ","
		near := w.near || comma
		end = w.end
		if !w.hangul {
			list = append(list, token{span{w.start, w.end}, stem(w.text), false, true, near, comma})
			continue
		}
		for i := 0; i < len(w.text); i += syllable {
			list = append(list, token{span{w.start + i, w.start + i + syllable}, w.text[i : i+syllable], true, i == 0, i > 0 || near, i == 0 && comma})
		}
	}
	return list
}

// find returns the longest forms in a text, from the left; they do not overlap. A form of Hangul begins with a word or
// after another form; one of three syllables or more may also begin within a word.
func (c *concepts) find(text string) []occurrence {
	if len(c.terms) == 0 {
		return nil
	}
	var list []occurrence
	all := tokens(text, stem)
	mixed := slices.ContainsFunc(all, func(t token) bool { return t.hangul }) && slices.ContainsFunc(all, func(t token) bool { return !t.hangul })
	end := -1 // of the form before
	for i := 0; i < len(all); {
		n, forms := c.longest(all[i:])
		if mixed && (all[i].first || end == i) {
			if m, across := c.across(all[i:]); m > n {
				n, forms = m, across
			}
		}
		inside := all[i].hangul && !all[i].first && end != i
		if n == 0 || inside && n < 3 {
			i++
			continue
		}
		list = append(list, occurrence{span{all[i].start, all[i+n-1].end}, forms})
		i += n
		end = i
	}
	return list
}

// longest returns how many tokens the longest form takes that begins with the first, and the forms.
func (c *concepts) longest(all []token) (n int, forms []formOf) {
	at := &c.root
	for i, t := range all {
		if i > 0 && !t.near {
			break
		}
		if at = at.next[t.key(i == 0)]; at == nil {
			break
		}
		// A single syllable of a longer word is not the word.
		if len(at.forms) > 0 && !(t.hangul && i == 0 && len(all) > 1 && !all[1].first && all[1].hangul) {
			n, forms = i+1, at.forms
		}
	}
	return n, forms
}

// across returns how many tokens the longest form takes that begins with the first and is in part in one language and in
// part in the other, and the forms: "admin 계정" is 관리자 계정.
func (c *concepts) across(all []token) (n int, forms []formOf) {
	var walk func(at *node, i int)
	walk = func(at *node, i int) {
		if at == nil {
			return
		}
		if i > n && len(at.forms) > 0 && (i == len(all) || all[i].first || i > 1 && all[i-1].hangul) {
			n, forms = i, at.forms
		}
		if i == len(all) || i > 0 && !all[i].near {
			return
		}
		walk(at.next[all[i].key(i == 0)], i+1)
		if !all[i].first {
			return
		}
		word, end := all[i].text, i+1
		for ; all[i].hangul && end < len(all) && !all[end].first; end++ {
			word += all[end].text
		}
		for _, other := range c.bridges[strip(word, 2)] {
			to := at
			for _, t := range tokens(other, func(s string) string { return s }) {
				if to = to.next[t.text]; to == nil {
					break
				}
			}
			walk(to, end)
		}
	}
	walk(&c.root, 0)
	return n, forms
}

// place is where a text speaks of a term.
type place struct {
	span
	nested bool // a longer form holds it
}

// in yields the places in terms of what a text speaks of without doubt, and where; shorter forms within longer ones as well: what
// is about the internal audit programme is about the internal audit.
func (c *concepts) in(text string, stem func(string) string) iter.Seq2[int, place] {
	return func(yield func(term int, at place) bool) {
		if len(c.terms) == 0 {
			return
		}
		all := tokens(text, stem)
		end := 0 // of the longest form so far
		for i := range all {
			at := &c.root
			most, _ := c.longest(all[i:])
			for n, t := range all[i:] {
				if n > 0 && !t.near {
					break
				}
				if at = at.next[t.key(n == 0)]; at == nil {
					break
				}
				inside := all[i].hangul && !all[i].first && n < 2
				scrap := t.hangul && n == 0 && i+1 < len(all) && !all[i+1].first && all[i+1].hangul
				if inside || scrap {
					continue
				}
				for _, f := range at.forms {
					if c.terms[f.concept].forms[f.form].alone && !yield(f.concept, place{span{all[i].start, t.end}, n+1 < most || i+n+1 <= end}) {
						return
					}
				}
			}
			end = max(end, i+most)
		}
	}
}

// ways returns what else answers a form: the term wherever it is spoken of, in whichever form, and its kin. The words of
// other forms are worth nothing by themselves; they say what heading is meant.
func (c *concepts) ways(o occurrence, weigh *weights) []way {
	var list []way
	for i, f := range o.forms {
		if slices.ContainsFunc(o.forms[:i], func(other formOf) bool { return other.concept == f.concept }) {
			continue // two spellings with one stem
		}
		term := c.terms[f.concept]
		sure := 1.0
		if !term.forms[f.form].alone {
			sure = weigh.WorthDoubt
		}
		list = append(list, way{text: term.forms[0].text, via: ViaGlossary, worth: sure * weigh.WorthConcept, exact: true, units: []unit{{terms: []string{conceptTerm(f.concept)}, key: true}}})
		for _, kin := range term.kin {
			list = append(list, way{text: c.terms[kin].forms[0].text, via: ViaGlossary, worth: sure * weigh.WorthKin, exact: true, units: []unit{{terms: []string{conceptTerm(kin)}, key: true}}})
		}
		list = append(list, term.headings(f.form)...)
	}
	return list
}

// headings returns what the forms of a term say of headings, but one: their words, which are worth nothing elsewhere.
func (c concept) headings(but int) []way {
	var list []way
	for j, other := range c.forms {
		if j == but || !other.alone {
			continue
		}
		w := way{text: other.text, via: ViaGlossary}
		for _, each := range cut(compose(strings.ToLower(other.text))) {
			if !isStop(each) {
				w.units = append(w.units, bareUnits(each)...)
			}
		}
		if len(w.units) > 0 {
			list = append(list, w)
		}
	}
	return list
}

// glossary returns the terms that the snapshot has.
func glossary(s *graph.Snapshot) []concept {
	terms := s.Glossary()
	at := make(map[*graph.Term]int, len(terms))
	for i, t := range terms {
		at[t] = i
	}
	list := make([]concept, len(terms))
	for i, t := range terms {
		c := &list[i]
		c.id = t.ID
		for _, text := range t.Forms() {
			c.forms = append(c.forms, form{text, !t.IsAmbiguous(text)})
		}
		for _, kin := range [][]*graph.Term{t.BroaderTerms(), t.NarrowerTerms(), t.RelatedTerms()} {
			for _, k := range kin {
				c.kin = append(c.kin, at[k])
			}
		}
	}
	return list
}
