package search

import "strings"

// unit is one thing that a query asks for: any of its terms will do; one but the first is worth less.
type unit struct {
	terms  []string
	hangul bool
}

// maxUnits bounds the work of a query. What follows the first 48 words or pairs of syllables does not count.
const maxUnits = 48

// units returns what a query in words asks for. Stop words are left out, unless there is nothing else.
func units(text string) []unit {
	if list := unitsWithout(text, englishStop, koreanStop); len(list) > 0 {
		return list
	}
	return unitsWithout(text, nil, nil)
}

func unitsWithout(text string, english, korean map[string]bool) []unit {
	var list []unit
	seen := map[string]bool{}
	add := func(u unit) {
		if !seen[u.terms[0]] && len(list) < maxUnits {
			seen[u.terms[0]] = true
			list = append(list, u)
		}
	}
	for _, w := range cut(text) {
		switch {
		case !w.hangul:
			if term := stem(w.text); term != "" && !english[strings.ToLower(w.text)] {
				add(unit{terms: []string{term}})
			}
		case w.glued && endings[w.text] || korean[w.text] || korean[strip(w.text, 2)]:
		default:
			for _, u := range hangulUnits(w.text) {
				add(u)
			}
		}
	}
	return list
}

// hangulUnits returns the pairs of the word without its ending. 키를 may be 키 with its particle or a word of two
// syllables: it asks for either.
func hangulUnits(word string) []unit {
	bare, short := strip(word, 2), strip(word, 1)
	if len(bare) == syllable {
		return []unit{{terms: []string{bare}, hangul: true}}
	}
	var list []unit
	for i := 0; i+2*syllable <= len(bare); i += syllable {
		list = append(list, unit{terms: []string{bare[i : i+2*syllable]}, hangul: true})
	}
	first := &list[0]
	first.terms = append(first.terms, wordStart+first.terms[0])
	if len(short) == syllable {
		first.terms = append(first.terms, short)
	}
	return list
}
