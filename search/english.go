package search

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// stem reduces a word that is not Hangul to the term it is indexed under: lower case, no possessive, British spelling
// as American, and of English the stem.
func stem(word string) string {
	word = strings.ToLower(fold(word))
	for _, s := range []string{"'s", "’s", "'", "’"} {
		if cut, ok := strings.CutSuffix(word, s); ok {
			word = cut
			break
		}
	}
	for _, r := range word {
		if r < 'a' || 'z' < r {
			return word
		}
	}
	env := snowballstem.NewEnv(american(word))
	english.Stem(env)
	return env.Current()
}

// british lists endings with s where American spelling has z; the s stands before the bar. That it also touches words
// that are spelt with s everywhere ("exercise") does no harm, since index and query do alike.
var british = []string{"is|ation", "is|ations", "is|ed", "is|es", "is|e", "is|ing", "is|er", "ys|ed", "ys|es", "ys|e", "ys|ing"}

func american(word string) string {
	for _, ending := range british {
		head, tail, _ := strings.Cut(ending, "|")
		if root, ok := strings.CutSuffix(word, head+tail); ok && len(root) > 1 {
			return root + head[:1] + "z" + tail
		}
	}
	return word
}

// englishStop lists words that a question has and an answer need not have. They are indexed all the same, and count
// where a query consists of nothing else. "not", "no" and "without" are no stop words: they turn a duty around.
var englishStop = set(`a about all also an and any are as at be been being both but by can could did do does each for from
	had has have how i if in into is it its may me might must my of on or our ought per shall should so such than that the
	their them then there these they this those to was we were what when where whether which who whom whose why will
	with would you your`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
