package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wanted is the terms of a query.
type wanted struct {
	terms     map[string]bool
	syllables bool       // some terms are one syllable
	likely    pairFilter // of the beginnings of words, and of pairs of syllables, that lead to terms
	stem      func(word string) string
}

// pairFilter is a set of pairs of characters that may say yes where it should say no.
type pairFilter [64]uint64

func (f *pairFilter) add(a, b rune)      { f[at64(a, b)>>6] |= 1 << (at64(a, b) & 63) }
func (f *pairFilter) has(a, b rune) bool { return f[at64(a, b)>>6]&(1<<(at64(a, b)&63)) != 0 }

func at64(a, b rune) uint32 { return (uint32(a)*0x9e3779b1 + uint32(b)*0x85ebca6b) >> 20 }

func newWanted(asks []ask, stem func(word string) string) wanted {
	w := wanted{terms: map[string]bool{}, stem: stem}
	for _, a := range asks {
		for _, way := range a.ways {
			for _, u := range way.units {
				w.add(u)
			}
		}
	}
	return w
}

func (w *wanted) add(u unit) {
	if u.key {
		return
	}
	for _, t := range u.terms {
		w.terms[t] = true
		w.syllables = w.syllables || u.hangul && len(t) == syllable
		a, b := firstTwo(strings.TrimPrefix(t, wordStart))
		w.likely.add(a, b)
		if u.hangul {
			w.likely.add(0, cmp.Or(b, a)) // the word after a blank that a pair spans, or a word of one syllable
		}
	}
}

func firstTwo(text string) (a, b rune) {
	a, n := utf8.DecodeRuneInString(text)
	if n == len(text) {
		return a, 0
	}
	b, _ = utf8.DecodeRuneInString(text[n:])
	return a, b
}

// maybe reports whether terms of a word can be wanted. Without this, stemming and cutting would take most of the time
// of a search; stems of more than one letter begin with the same two as their words.
func (w *wanted) maybe(word word) bool {
	if !word.hangul {
		a, b := firstTwo(word.text)
		if a >= utf8.RuneSelf || b >= utf8.RuneSelf {
			a, b = firstTwo(strings.ToLower(fold(word.text)))
		}
		a, b = unicode.ToLower(a), unicode.ToLower(b)
		return w.likely.has(a, b) || w.likely.has(a, 0)
	}
	before := rune(0)
	for _, r := range word.text {
		if w.likely.has(before, r) {
			return true
		}
		before = r
	}
	return false
}

// seen is a place where a text has a term.
type seen struct {
	term string
	at   span
}

// in returns where the text has what is wanted.
func (w *wanted) in(text string) []seen {
	var list []seen
	for term, at := range termsWhere(text, w.maybe, w.stem) {
		if w.terms[term] {
			list = append(list, seen{term, at})
		}
	}
	if w.syllables {
		for s, at := range allSyllables(text) {
			if w.terms[s] {
				list = append(list, seen{s, at})
			}
		}
	}
	return list
}

// marks returns the places of the terms that count. Those that touch or overlap are joined, so that the pairs of
// syllables of one word, or across a blank, are one mark.
func marks(places []seen, counts func(term string) bool) []span {
	var list []span
	for _, s := range places {
		if counts(s.term) {
			list = append(list, s.at)
		}
	}
	slices.SortFunc(list, func(a, b span) int { return a.start - b.start })
	joined := list[:0]
	for _, m := range list {
		if n := len(joined); n > 0 && m.start <= joined[n-1].end {
			joined[n-1].end = max(joined[n-1].end, m.end)
		} else {
			joined = append(joined, m)
		}
	}
	return joined
}

func length(marks []span) int {
	n := 0
	for _, m := range marks {
		n += m.end - m.start
	}
	return n
}
