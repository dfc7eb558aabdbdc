package search

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// lexicon knows the words that the texts and the glossary use.
type lexicon struct {
	terms   map[string]bool   // every term of the texts
	stems   map[string]string // of every word of the texts that is not Hangul, as it stands there
	words   []lexeme          // by text
	byText  map[string]int    // places in words
	spelled map[string][]int  // by initial consonants
}

// lexeme is a word in lower case, or a phrase of Hangul without blanks.
type lexeme struct {
	text   string
	shown  string // with its blanks
	keys   string // in lower case: shifted jamo are taken for unshifted ones
	mask   uint64 // the keys that it has
	count  int    // how often it is used
	hangul bool
	phrase bool // a heading, a part of one, or a form of the glossary
}

// maxPhrase is how many words of a heading may be one phrase.
const maxPhrase = 3

func newLexicon(x *Index) *lexicon {
	l := &lexicon{terms: map[string]bool{}, stems: map[string]string{}, byText: map[string]int{}, spelled: map[string][]int{}}
	seen := map[string]bool{} // a text that many requirements share counts once
	for _, r := range x.docs {
		for p := range x.allPassages(r) {
			if seen[p.text] {
				continue
			}
			seen[p.text] = true
			l.read(p.text, p.field == FieldTitle)
		}
	}
	for _, c := range x.concepts.terms {
		for _, f := range c.forms {
			l.read(compose(f.text), true)
		}
	}
	slices.SortFunc(l.words, func(a, b lexeme) int { return strings.Compare(a.text, b.text) })
	for i, w := range l.words {
		l.byText[w.text] = i
		if w.hangul {
			key := initials(w.text)
			l.spelled[key] = append(l.spelled[key], i)
		}
	}
	for _, list := range l.spelled {
		slices.SortFunc(list, func(a, b int) int { return better2(l.words[a], l.words[b]) })
	}
	return l
}

// learn returns the stem of a word of the texts, and keeps it.
func (l *lexicon) learn(word string) string {
	s, ok := l.stems[word]
	if !ok {
		s = stem(word)
		l.stems[word] = s
	}
	return s
}

// stem returns the stem of a word. Those of the texts are known.
func (l *lexicon) stem(word string) string {
	if s, ok := l.stems[word]; ok {
		return s
	}
	return stem(word)
}

// better2 orders words by how likely somebody means them.
func better2(a, b lexeme) int {
	phrase := func(w lexeme) int {
		if w.phrase {
			return 3 * w.count
		}
		return w.count
	}
	return cmp.Or(cmp.Compare(phrase(b), phrase(a)), strings.Compare(a.text, b.text))
}

// read takes the words of a text; of a heading also what stands together in it.
func (l *lexicon) read(text string, heading bool) {
	for term := range termsWhere(text, func(word) bool { return true }, l.learn) {
		l.terms[term] = true
	}
	words := cut(text)
	for i, w := range words {
		if isStop(w) {
			continue
		}
		if !w.hangul {
			l.add(strings.ToLower(w.text), strings.ToLower(w.text), false, heading)
			continue
		}
		bare := strip(w.text, 2)
		l.add(bare, bare, true, heading)
		if !heading {
			continue
		}
		joined, shown := w.text, w.text
		for n := 1; n < maxPhrase && i+n < len(words) && words[i+n].hangul && words[i+n].near && !isStop(words[i+n]); n++ {
			next := words[i+n].text
			joined, shown = joined+next, shown+" "+next
			l.add(joined, shown, true, true)
		}
	}
}

func (l *lexicon) add(text, shown string, hangul, phrase bool) {
	if i, ok := l.byText[text]; ok {
		l.words[i].count++
		l.words[i].phrase = l.words[i].phrase || phrase
		return
	}
	k := strings.ToLower(keys(text))
	l.byText[text] = len(l.words)
	l.words = append(l.words, lexeme{text: text, shown: shown, keys: k, mask: maskOf(k), count: 1, hangul: hangul, phrase: phrase})
}

func maskOf(keys string) uint64 {
	var m uint64
	for i := 0; i < len(keys); i++ {
		m |= 1 << (keys[i] & 63)
	}
	return m
}

// knows reports whether texts use the word, or, of Hangul, all of its pairs.
func (l *lexicon) knows(w word) bool {
	if !w.hangul {
		return l.terms[stem(w.text)]
	}
	for _, u := range hangulUnits(w.text, strip(w.text, 2)) {
		if !slices.ContainsFunc(u.terms, func(t string) bool { return l.terms[t] }) {
			return false
		}
	}
	return true
}

// count returns how often texts use the word.
func (l *lexicon) count(text string) int {
	if i, ok := l.byText[text]; ok {
		return l.words[i].count
	}
	return 0
}

// near returns the word of the script that has the least distance from the keys, of equals the likeliest; nil where none is near
// enough.
func (l *lexicon) near(keyed string, hangul bool, most int) (*lexeme, int) {
	keyed = strings.ToLower(keyed)
	mask := maskOf(keyed)
	var best *lexeme
	for i := range l.words {
		w := &l.words[i]
		if w.hangul != hangul || abs(len(w.keys)-len(keyed)) > most || bits.OnesCount64(w.mask&^mask) > most || bits.OnesCount64(mask&^w.mask) > most {
			continue
		}
		d := distance(keyed, w.keys, most)
		if d > most {
			continue
		}
		if d < most || best == nil || better2(*w, *best) < 0 {
			best, most = w, d
		}
	}
	return best, most
}

func abs(n int) int { return max(n, -n) }

// distance returns the number of keys left out, added, changed or exchanged with their neighbour between two words; more than
// most where it is more than that. A word that begins with another key is one further away.
func distance(a, b string, most int) int {
	if a == b {
		return 0
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			d := last[j-1]
			if a[i-1] != b[j-1] {
				d++
			}
			d = min(d, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	d := last[len(b)]
	if a[0] != b[0] && !(len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0]) {
		d++
	}
	return d
}
