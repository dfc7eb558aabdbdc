package search

import (
	"iter"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"

	"github.com/clausegraph/clausegraph/graph"
)

// The fields of the text index beside those of titleField and bodyField.
const (
	syllableField  = "syllables"
	standardField  = "standard"
	standardsField = "standards"
	kindField      = "kind"
)

func titleField(l graph.Language) string { return "title_" + string(l) }

func bodyField(l graph.Language) string { return "body_" + string(l) }

// termsOf makes a Bleve analyzer of a function that yields terms.
type termsOf func(text string) iter.Seq2[string, span]

// Analyze returns the terms of a text.
func (f termsOf) Analyze(text []byte) analysis.TokenStream {
	var list analysis.TokenStream
	for term, at := range f(string(text)) {
		list = append(list, &analysis.Token{Term: []byte(term), Start: at.start, End: at.end, Position: len(list) + 1})
	}
	return list
}

// whole is a Bleve analyzer that leaves a value as it is.
type whole struct{}

// Analyze returns the text as one term.
func (whole) Analyze(text []byte) analysis.TokenStream {
	return analysis.TokenStream{{Term: text, End: len(text), Position: 1}}
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
