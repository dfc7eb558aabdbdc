package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a run of letters and digits of a text: either Hangul syllables alone or none.
type word struct {
	start, end int // bytes of the text
	text       string
	hangul     bool
	glued      bool // nothing parts it from the word before: 의 in "ISMS의"
	near       bool // at most blanks and joiners part it from the word before
}

// cut returns the words of a text in NFC. A full stop or comma between digits and an apostrophe between letters do not
// part a word: 10.2, don't.
func cut(text string) []word {
	var words []word
	glued, near := false, false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			glued, near = false, near && joins(r)
			i += size
			continue
		}
		w := word{start: i, hangul: isSyllable(r), glued: glued, near: near}
		for i += size; i < len(text); i += size {
			r, size = utf8.DecodeRuneInString(text[i:])
			if inWord(r) && isSyllable(r) == w.hangul {
				continue
			}
			if w.hangul || !insideWord(text, i, size) {
				break
			}
		}
		w.end, w.text = i, text[w.start:i]
		words = append(words, w)
		glued, near = true, true
	}
	return words
}

// insideWord reports whether the rune at i is punctuation that belongs to the word around it.
func insideWord(text string, i, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+size:])
	switch text[i : i+size] {
	case ".", ",":
		return isDigit(before) && isDigit(after)
	case "'", "’":
		return unicode.IsLetter(before) && unicode.IsLetter(after) && !isSyllable(after)
	}
	return false
}

// inWord reports whether a rune is part of words. ㆍ is a letter to Unicode and a middle dot to Korean law.
func inWord(r rune) bool {
	if isSyllable(r) || 'a' <= r && r <= 'z' || isDigit(r) {
		return true
	}
	return r != 'ㆍ' && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// joins reports whether a rune parts two words that may as well be written as one: 수집·이용, 내부 감사.
func joins(r rune) bool {
	return r == ' ' || r == '·' || r == 'ㆍ' || r == '・' || r == '-' || r == '/'
}

func isSyllable(r rune) bool { return '가' <= r && r <= '힣' }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// compose brings a text into NFC, the form that cut expects: Hangul from macOS comes in pieces. Most texts are in it,
// which is seen without asking the tables of Unicode: no character below U+0300 and no syllable composes with another.
func compose(text string) string {
	for _, r := range text {
		if r >= 0x300 && !isSyllable(r) {
			return norm.NFC.String(strings.ToValidUTF8(text, " "))
		}
	}
	return text
}

// fold brings what somebody typed into one form: full-width letters and digits made narrow, Hangul composed. To NFKC
// jamo by themselves are parts of syllables, and ㆍ is a vowel.
func fold(text string) string {
	text = norm.NFC.String(strings.ReplaceAll(strings.ToValidUTF8(text, " "), "ㆍ", "·"))
	var b strings.Builder
	from := 0
	for i, r := range text {
		if isLetterOfHangul(r) {
			b.WriteString(norm.NFKC.String(text[from:i]))
			b.WriteRune(r)
			from = i + utf8.RuneLen(r)
		}
	}
	b.WriteString(norm.NFKC.String(text[from:]))
	return b.String()
}

// lower returns the text in lower case, every character at its place: what takes more or fewer bytes in lower case
// stays as it is.
func lower(text string) string {
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, text)
}
