package search

import (
	"slices"
	"strings"
)

// ask is one thing that a query asks for: a word, or several that the glossary has as one term.
type ask struct {
	text     string // as it was typed, or as it was corrected
	from     string // as it was typed
	how      Via    // what made text of from; ViaText where they are the same
	at       span   // where text stands in the text that was planned
	ways     []way  // the best of them counts; the first is the words themselves
	term     bool   // the glossary has it
	everyday bool   // everyday words

	weight float32 // how much it counts in the query, once that was scored
}

// way is one way to say what is asked for.
type way struct {
	text  string
	via   Via
	units []unit  // all of them should be there
	worth float64 // 1 for what was asked for; 0 for what counts in headings alone
	exact bool    // part of it is worth nothing
}

// unit is one term: any of its spellings will do; one but the first is worth less.
type unit struct {
	terms  []string
	hangul bool
	key    bool // a term of the exact field
}

// maxUnits bounds the work of a query. What follows the first 48 words or pairs of syllables does not count.
const maxUnits = 48

// plan returns what a query in words asks for. Stop words are left out, unless there is nothing else.
func (x *Index) plan(text string, glossary bool) []ask {
	all := cut(text)
	words := slices.DeleteFunc(slices.Clone(all), isStop)
	if len(words) == 0 {
		words = all
	}
	var asks []ask
	seen := map[string]bool{}
	left := maxUnits
	add := func(a ask) {
		if len(a.ways) == 0 || len(a.ways[0].units) == 0 || seen[a.text] || left <= 0 {
			return
		}
		seen[a.text] = true
		if n := len(a.ways[0].units); n > left {
			a.ways[0].units = a.ways[0].units[:left]
		}
		left -= len(a.ways[0].units)
		asks = append(asks, a)
	}
	var found []occurrence
	if glossary {
		found = x.concepts.find(text)
	}
	for i := 0; i < len(words); {
		w := words[i]
		if len(found) > 0 && found[0].start <= w.start {
			o := found[0]
			found = found[1:]
			if o.start < w.start {
				continue
			}
			i += x.addTerm(text, words[i:], o, add)
			for len(found) > 0 && i < len(words) && found[0].start < words[i].start {
				found = found[1:]
			}
			continue
		}
		if glossary {
			if ways, n := x.everyday.find(beforeTerm(words[i:], found)); n > 0 {
				add(x.everydayAsk(text, words[i:i+n], ways))
				i += n
				continue
			}
		}
		add(wordAsk(w))
		i++
	}
	return asks
}

// beforeTerm returns the words that stand before the first term of the glossary.
func beforeTerm(words []word, found []occurrence) []word {
	for i, w := range words {
		if len(found) > 0 && w.end > found[0].start {
			return words[:i]
		}
	}
	return words
}

// everydayAsk is the ask for everyday words that mean something in the field.
func (x *Index) everydayAsk(text string, words []word, ways []way) ask {
	start, end := words[0].start, words[len(words)-1].end
	a := ask{text: text[start:end], from: text[start:end], at: span{start, end}, everyday: true}
	typed := way{text: a.text, via: ViaText, worth: 1}
	for _, w := range words {
		typed.units = append(typed.units, wordUnits(w)...)
	}
	a.ways = append(a.ways, typed)
	for _, w := range ways {
		w.worth *= x.weights.WorthEveryday
		a.ways = append(a.ways, w)
	}
	return a
}

func wordAsk(w word) ask {
	return ask{text: w.text, from: w.text, at: span{w.start, w.end}, ways: []way{{text: w.text, via: ViaText, units: wordUnits(w), worth: 1}}}
}

// addTerm adds what a term of the glossary asks for, and returns how many words it took. What is left of its last word
// is asked for by itself.
func (x *Index) addTerm(text string, words []word, o occurrence, add func(ask)) int {
	n := 0
	a := ask{text: text[o.start:o.end], from: text[o.start:o.end], at: o.span, term: true}
	typed := way{text: a.text, via: ViaText, worth: 1}
	var rest *word
	for ; n < len(words) && words[n].start < o.end; n++ {
		w := words[n]
		if w.end > o.end {
			tail := word{start: o.end, end: w.end, text: text[o.end:w.end], hangul: w.hangul, glued: true}
			w.end, w.text = o.end, text[w.start:o.end]
			if !isStop(tail) && !endings[tail.text] {
				rest = &tail
			}
			typed.units = append(typed.units, bareUnits(w)...)
			n++
			break
		}
		typed.units = append(typed.units, wordUnits(w)...)
	}
	a.ways = append([]way{typed}, x.concepts.ways(o, &x.weights)...)
	add(a)
	if rest != nil {
		add(wordAsk(*rest))
	}
	return n
}

func isStop(w word) bool {
	if !w.hangul {
		return englishStop[strings.ToLower(w.text)] || stem(w.text) == ""
	}
	return w.glued && endings[w.text] || koreanStop[w.text] || koreanStop[strip(w.text, 2)]
}

// wordUnits returns the terms of a word: the word itself, or the pairs of its syllables without its ending.
func wordUnits(w word) []unit {
	if !w.hangul {
		return []unit{{terms: []string{stem(w.text)}}}
	}
	return hangulUnits(w.text, strip(w.text, 2))
}

// bareUnits returns the terms of a word that is known to have no ending.
func bareUnits(w word) []unit {
	if !w.hangul {
		return wordUnits(w)
	}
	return hangulUnits(w.text, w.text)
}

// hangulUnits returns the pairs of the bare word. 키를 may be 키 with its particle or a word of two syllables: it asks for
// either.
func hangulUnits(word, bare string) []unit {
	if len(bare) == syllable {
		return []unit{{terms: []string{bare}, hangul: true}}
	}
	var list []unit
	for i := 0; i+2*syllable <= len(bare); i += syllable {
		list = append(list, unit{terms: []string{bare[i : i+2*syllable]}, hangul: true})
	}
	first := &list[0]
	first.terms = append(first.terms, wordStart+first.terms[0])
	if short := strip(word, 1); bare != word && len(short) == syllable || len(word) == 2*syllable && len(short) == syllable {
		first.terms = append(first.terms, short)
	}
	return list
}
