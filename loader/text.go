package loader

import (
	"regexp"
	"unicode/utf8"
)

// The lengths, in characters, beyond which a text is probably not what it should be. The longest official headings
// are articles of laws.
const (
	maxHeading = 170
	maxText    = 600
)

// sentence finds the marks of a sentence: one that ends, or another one that begins. Abbreviations end headings too.
var (
	sentence     = regexp.MustCompile(`[.;!。]$|[\p{L}\p{N})]{2}[.!?。;] +\p{L}|[다요]\.`)
	abbreviation = regexp.MustCompile(`\b(etc|incl|e\.g|i\.e|No|Art|vs)\.`)
)

// checkHeading reports a heading that lacks a language, or that is no heading but a text.
func checkHeading(n node, r *report) {
	checkText(n, "title", "C012", "", r)
	for _, half := range []string{"en", "ko"} {
		text := n.get(half).text()
		switch {
		case utf8.RuneCountInString(text) > maxHeading:
			r.add(n.get(half).at(), "C013", "give the short official heading only, and say the rest in your own words as the gist", "this title is %d characters long", utf8.RuneCountInString(text))
		case sentence.MatchString(abbreviation.ReplaceAllString(text, "")):
			r.add(n.get(half).at(), "C013", "give the short official heading only, and say the rest in your own words as the gist", "this title is a sentence, not a heading")
		}
	}
}

// checkText reports a text that is there and lacks a language (under the code missing), or that is too long (under the
// code long, unless that is empty).
func checkText(n node, what, missing, long string, r *report) {
	if !n.present() {
		return
	}
	for _, language := range []struct{ key, name string }{{"en", "English"}, {"ko", "Korean"}} {
		half := n.get(language.key)
		text := half.text()
		if text == "" {
			r.add(half.at(), missing, "write it in both languages", "the %s has no %s text", what, language.name)
		}
		if length := utf8.RuneCountInString(text); long != "" && length > maxText {
			r.add(half.at(), long, "say it in one or two sentences of your own", "this %s is %d characters long, and more than %d is no longer a short paraphrase", what, length, maxText)
		}
	}
}
