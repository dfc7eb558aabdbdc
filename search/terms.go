package search

import (
	"iter"
	"unicode/utf8"
)

// span is a place in a text, as bytes.
type span struct{ start, end int }

// wordStart marks the first pair of a word as a second term of it: somebody who looks for 로그 wants 로그 기록 rather
// than 프로그램, which has the pair as well.
const wordStart = "^"

// termsWhere yields every term that a text in NFC is indexed under, with its place: those of the words that keep lets
// through.
//
// Hangul goes in as pairs of syllables. A word keeps its endings here, since the pairs of the bare word are among its
// pairs; only a query loses them. Pairs also span the blank between two words, from the last syllable of the one as
// it stands and without its ending, so that 개인정보처리 finds 개인정보의 처리.
func termsWhere(text string, keep func(word) bool, stem func(string) string) iter.Seq2[string, span] {
	return func(yield func(string, span) bool) {
		var before word
		for _, w := range cut(text) {
			switch {
			case !keep(w):
			case !w.hangul:
				if !yield(stem(w.text), span{w.start, w.end}) {
					return
				}
			case before.hangul && w.near && !bridge(before, w, yield) || !pairs(w, yield):
				return
			}
			before = w
		}
	}
}

// pairs yields the pairs of syllables of a word; of a word that is, or without its particle may be, one syllable
// long, that syllable too.
func pairs(w word, yield func(string, span) bool) bool {
	if bare := strip(w.text, 1); len(bare) == syllable && !yield(bare, span{w.start, w.start + syllable}) {
		return false
	}
	for i := 0; i+2*syllable <= len(w.text); i += syllable {
		p, at := w.text[i:i+2*syllable], span{w.start + i, w.start + i + 2*syllable}
		if i == 0 && !yield(wordStart+p, at) || !yield(p, at) {
			return false
		}
	}
	return true
}

// bridge yields the pairs that span the gap between two words.
func bridge(before, after word, yield func(string, span) bool) bool {
	last := ""
	for _, form := range []string{before.text, strip(before.text, 2)} {
		end := form[len(form)-syllable:]
		if end == last {
			continue
		}
		last = end
		at := span{before.start + len(form) - syllable, after.start + syllable}
		if !yield(end+after.text[:syllable], at) {
			return false
		}
	}
	return true
}

// allSyllables yields every Hangul syllable of a text.
func allSyllables(text string) iter.Seq2[string, span] {
	return func(yield func(string, span) bool) {
		for i, r := range text {
			n := utf8.RuneLen(r)
			if isSyllable(r) && !yield(text[i:i+n], span{i, i + n}) {
				return
			}
		}
	}
}
