package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wanted is what the units of a query ask for.
type wanted struct {
	terms     map[string]bool
	hangul    bool          // some terms are Hangul
	syllables bool          // some terms are one syllable
	initials  map[rune]bool // of the others
}

func newWanted(units []unit) wanted {
	w := wanted{terms: map[string]bool{}, initials: map[rune]bool{}}
	for _, u := range units {
		for _, t := range u.terms {
			w.terms[t] = true
			if u.hangul {
				w.hangul, w.syllables = true, w.syllables || len(t) == syllable
			} else {
				w.initials[initial(t)] = true
			}
		}
	}
	return w
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

// marked returns where the text has what is wanted. Marks that touch or overlap are joined, so that the pairs of
// syllables of one word, or across a blank, are one mark.
func (w wanted) marked(text string) []span {
	var marks []span
	for term, at := range termsWhere(text, w.maybe) {
		if w.terms[term] {
			marks = append(marks, at)
		}
	}
	if w.syllables {
		for s, at := range allSyllables(text) {
			if w.terms[s] {
				marks = append(marks, at)
			}
		}
	}
	slices.SortFunc(marks, func(a, b span) int { return a.start - b.start })
	joined := marks[:0]
	for _, m := range marks {
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
