package export

import "strings"

// josa appends the particle that a Korean word takes: with for a word that ends in a consonant, without for one that
// ends in a vowel. Digits count as they are read aloud; brackets and quotes at the end are looked through.
func josa(word, with, without string) string {
	if endsInConsonant(word) {
		return word + with
	}
	return word + without
}

func endsInConsonant(word string) bool {
	runes := []rune(strings.TrimRight(word, ` .,)]}'"”’`))
	if len(runes) == 0 {
		return false
	}
	switch last := runes[len(runes)-1]; {
	case last >= '가' && last <= '힣':
		return (last-'가')%28 != 0
	case last >= '0' && last <= '9':
		return strings.ContainsRune("013678", last) // 영, 일, 삼, 육, 칠, 팔
	default:
		return strings.ContainsRune("lmnrLMNR", last)
	}
}
