package search

import (
	"strings"
)

// bridges says which words stand for each other in the two languages: by stem of a word that is not Hangul, the words of
// Hangul, and the other way round. They are read off the headings and the terms of the glossary, which have both: words
// that come together and seldom apart.
type bridges map[string][]string

const (
	leastTogether = 2   // times that two words come together
	leastDice     = 0.4 // what they have in common, by the coefficient of Dice
)

func newBridges(x *Index) bridges {
	type pair struct{ english, korean string }
	count, together := map[string]int{}, map[pair]int{}
	seen := map[pair]bool{}
	read := func(en, ko string) {
		if en == "" || ko == "" || seen[pair{en, ko}] {
			return
		}
		seen[pair{en, ko}] = true
		english, korean := map[string]bool{}, map[string]bool{}
		for _, w := range cut(compose(en)) {
			if !w.hangul && !isStop(w) {
				english[stem(w.text)] = true
			}
		}
		for _, w := range cut(compose(ko)) {
			if w.hangul && !isStop(w) {
				korean[strip(w.text, 2)] = true
			}
		}
		for k := range korean {
			count[k]++
		}
		for e := range english {
			count[e]++
			for k := range korean {
				together[pair{e, k}]++
			}
		}
	}
	for _, r := range x.docs {
		read(strings.ToLower(r.Title.EN), r.Title.KO)
	}
	for _, t := range x.snapshot.Glossary() {
		for _, en := range t.EN.All() {
			for _, ko := range t.KO.All() {
				read(strings.ToLower(en), ko)
			}
		}
	}
	b := bridges{}
	for p, n := range together {
		if n >= leastTogether && 2*float64(n) >= leastDice*float64(count[p.english]+count[p.korean]) {
			b[p.english] = append(b[p.english], p.korean)
			b[p.korean] = append(b[p.korean], p.english)
		}
	}
	return b
}
