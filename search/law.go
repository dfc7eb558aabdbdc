package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// laws knows what people call the laws that requirements rest on.
type laws []lawName // the longest first

type lawName struct{ name, ref string } // the name in lower case

// newLaws returns the laws that terms of the glossary name: a term whose laws have a ref of a law and no number, such as
// "pipa", is a name of it. The ref is one too, and any name without its blanks.
func newLaws(s *graph.Snapshot) laws {
	var list laws
	add := func(ref, name string) {
		name = lower(fold(name))
		for _, n := range []string{name, strings.ReplaceAll(name, " ", "")} {
			if l := (lawName{n, ref}); n != "" && !slices.Contains(list, l) {
				list = append(list, l)
			}
		}
	}
	for _, term := range s.Glossary() {
		for _, ref := range term.Laws {
			if strings.Contains(ref, "/") {
				continue
			}
			add(ref, ref)
			for _, form := range term.Forms() {
				add(ref, form)
			}
		}
	}
	slices.SortFunc(list, func(a, b lawName) int {
		return cmp.Or(len(b.name)-len(a.name), strings.Compare(a.name, b.name))
	})
	return list
}

func lawOf(article string) string {
	of, _, _ := strings.Cut(article, "/")
	return of
}

// find returns what a text in lower case asks of laws, and the text without the numbers of the articles: 개인정보
// 보호법 제29조, pipa/29, 망법 45조의3. A name without a number asks for all that rests on the law.
func (l laws) find(text string) (asks []ask, rest string) {
	out := []byte(text)
	for _, name := range l {
		for from := 0; ; {
			at := strings.Index(text[from:], name.name)
			if at < 0 {
				break
			}
			start := from + at
			end := start + len(name.name)
			from = end
			if out[start] == 0 || name.name[0] < 0x80 && !apart(text, start, end) {
				continue
			}
			number, stop := article(text, end)
			a := ask{text: text[start:stop], from: strings.TrimSpace(text[start:stop]), at: span{start, stop}}
			ref := name.ref
			if number != "" {
				ref += "/" + number
			}
			a.ways = []way{{text: ref, via: ViaLaw, worth: 1, exact: true, units: []unit{{terms: []string{lawTerm(ref)}, key: true}}}}
			asks = append(asks, a)
			for i := start; i < stop; i++ {
				out[i] = 0
			}
		}
	}
	for i, b := range out {
		if b == 0 {
			out[i] = ' '
		}
	}
	return asks, string(out)
}

// apart reports whether no letter or digit touches the text between the places.
func apart(text string, start, end int) bool {
	touches := func(s string, last bool) bool {
		for _, w := range cut(s) {
			if last && w.end == len(s) || !last && w.start == 0 {
				return true
			}
		}
		return false
	}
	return !touches(text[:start], true) && !touches(text[end:], false)
}

// article reads the number of an article that begins at a place, as it is in refs: 제45조의3 is 45-3. It returns where
// the number ends; without a number, the place.
func article(text string, from int) (number string, end int) {
	i := from
	skip := func(words ...string) bool {
		for _, w := range words {
			if strings.HasPrefix(text[i:], w) {
				i += len(w)
				return true
			}
		}
		return false
	}
	digits := func() string {
		start := i
		for i < len(text) && isDigit(rune(text[i])) {
			i++
		}
		return text[start:i]
	}
	for skip(" ", "/", ",", "제", "art.", "article", "art", "§", "section") {
	}
	n := digits()
	if n == "" {
		return "", from
	}
	skip("조")
	at := i
	if skip("의", "-") {
		if m := digits(); m != "" {
			return n + "-" + m, i
		}
		i = at
	}
	return n, i
}
