package search

import (
	"strings"
	"unicode"
)

// The two-set layout of Korean keyboards: the letter of the English layout on the key of each jamo, in the order in
// which Unicode composes syllables. A compound has the keys of its parts.
var (
	leads  = strings.Fields("r R s e E f a q Q t T d w W c z x v g")
	vowels = strings.Fields("k o i O j p u P h hk ho hl y n nj np nl b m ml l")
	tails  = append([]string{""}, strings.Fields("r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g")...)
)

// Jamo by themselves, as keyboards and people write them.
const (
	leadLetters  = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
	vowelLetters = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
	tailLetters  = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
)

var letterKeys = func() map[rune]string {
	m := map[rune]string{}
	add := func(letters string, keys []string) {
		for i, r := range []rune(letters) {
			m[r] = keys[i]
		}
	}
	add(tailLetters, tails[1:])
	add(vowelLetters, vowels)
	add(leadLetters, leads)
	return m
}()

const (
	vowelCount = 21
	tailCount  = 28
)

// keys returns the keys of a text on the English layout: 인증 is "dlswmd". What is no jamo and no syllable stays.
func keys(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case isSyllable(r):
			n := int(r - '가')
			b.WriteString(leads[n/(vowelCount*tailCount)])
			b.WriteString(vowels[n/tailCount%vowelCount])
			b.WriteString(tails[n%tailCount])
		case letterKeys[r] != "":
			b.WriteString(letterKeys[r])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// initials returns the initial consonants of the syllables of a text, without blanks; "" where it has anything else.
func initials(text string) string {
	var b strings.Builder
	list := []rune(leadLetters)
	for _, r := range text {
		switch {
		case isSyllable(r):
			b.WriteRune(list[int(r-'가')/(vowelCount*tailCount)])
		case joins(r):
		default:
			return ""
		}
	}
	return b.String()
}

// isInitials reports whether a text is nothing but consonants by themselves, at least two.
func isInitials(text string) bool {
	n := 0
	for _, r := range text {
		if !strings.ContainsRune(leadLetters, r) {
			return false
		}
		n++
	}
	return n > 1
}

func isLetterOfHangul(r rune) bool { return 'ㄱ' <= r && r <= 'ㅣ' }

var (
	leadAt  = places(leads)
	vowelAt = places(vowels)
	tailAt  = places(tails)
)

func places(list []string) map[string]int {
	m := map[string]int{}
	for i, k := range list {
		m[k] = i
	}
	return m
}

// hangul returns what the keys give on the Korean layout, as an input method composes it, and whether that is nothing
// but whole syllables. Of a letter without a second jamo the case does not matter.
func hangul(keyed string) (text string, ok bool) {
	var in []string
	for _, r := range keyed {
		k := string(r)
		if lower := string(unicode.ToLower(r)); letterOnKey(k) == "" && letterOnKey(lower) != "" {
			k = lower
		}
		if letterOnKey(k) == "" {
			return "", false
		}
		in = append(in, k)
	}
	var b strings.Builder
	for i := 0; i < len(in); {
		lead, isLead := leadAt[in[i]]
		if !isLead || i+1 == len(in) {
			return "", false
		}
		vowel, isVowel := vowelAt[in[i+1]]
		if !isVowel {
			return "", false
		}
		i += 2
		if i < len(in) {
			if v, ok := vowelAt[in[i-1]+in[i]]; ok {
				vowel = v
				i++
			}
		}
		tail := 0
		// A consonant closes the syllable unless a vowel follows it; of two the second may belong to the next syllable.
		if t, ok := tailAt[at(in, i)]; ok && t > 0 && !startsSyllable(in, i) {
			tail = t
			i++
			if t, ok := tailAt[in[i-1]+at(in, i)]; ok && at(in, i) != "" && !startsSyllable(in, i) {
				tail = t
				i++
			}
		}
		b.WriteRune('가' + rune((lead*vowelCount+vowel)*tailCount+tail))
	}
	return b.String(), b.Len() > 0
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// startsSyllable reports whether the key at i is a consonant before a vowel.
func startsSyllable(in []string, i int) bool {
	_, lead := leadAt[at(in, i)]
	_, vowel := vowelAt[at(in, i+1)]
	return lead && vowel
}

func letterOnKey(k string) string {
	if _, ok := leadAt[k]; ok {
		return k
	}
	if _, ok := vowelAt[k]; ok {
		return k
	}
	return ""
}
