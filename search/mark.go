package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wanted is the terms of a query.
type wanted struct {
	terms     map[string]bool
	hangul    bool          // some terms are Hangul
	syllables bool          // some terms are one syllable
	initials  map[rune]bool // of the others
	stem      func(word string) string
}

func newWanted(asks []ask, stem func(word string) string) wanted {
	w := wanted{terms: map[string]bool{}, initials: map[rune]bool{}, stem: stem}
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
		if u.hangul {
			w.hangul, w.syllables = true, w.syllables || len(t) == syllable
		} else {
			w.initials[initial(t)] = true
		}
	}
}

// maybe reports whether terms of a word can be wanted. Without this, stemming would take most of the time of a search;
// no stem has another initial than its word.
func (w wanted) maybe(word word) bool {
	if word.hangul {
		return w.hangul
	}
	return w.initials[initial(word.text)]
}

func initial(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	if r >= utf8.RuneSelf {
		r, _ = utf8.DecodeRuneInString(strings.ToLower(fold(word)))
	}
	return unicode.ToLower(r)
}

// seen is a place where a text has a term.
type seen struct {
	term string
	at   span
}

// in returns where the text has what is wanted.
func (w wanted) in(text string) []seen {
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
