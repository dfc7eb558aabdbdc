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
	if term, ok := ownTerms[word]; ok {
		return term
	}
	env := snowballstem.NewEnv(american(word))
	english.Stem(env)
	term := env.Current()
	if same, ok := sameTerms[term]; ok {
		return same
	}
	return term
}

// cachedStem returns stem for one goroutine that reads many texts: each word is reduced once.
func cachedStem() func(string) string {
	known := map[string]string{}
	return func(word string) string {
		s, ok := known[word]
		if !ok {
			s = stem(word)
			known[word] = s
		}
		return s
	}
}

// ownTerms lists words that the stemmer takes for others, which mean something else in this field: a secure system is no
// security system, a controller no control, and an objective nothing that one objects to.
var ownTerms = lines(`
	security: security
	objective: objective objectives
	authority: authority authorities
	responsible: responsible responsibly responsibility responsibilities
	terminal: terminal terminals
	designat: designate designates designated designating designation designations
	personal: personal personally
	operator: operator operators
	controller: controller controllers
	provisioning: provisioning
	continuity: continuity
	accountable: accountable accountability
	information: information
`)

// sameTerms lists stems of words that the stemmer keeps apart although they are one: notify and notification.
var sameTerms = lines(`
	acquir: acquisit
	accur: accuraci
	adequ: adequaci
	analyz: analysi
	anomal: anomali
	build: built
	categor: categori
	certifi: certif
	classifi: classif
	compli: complianc
	creat: creation
	cryptograph: cryptographi
	decid: decis
	defin: definit
	deliver: deliveri
	depart: department
	describ: descript
	destroy: destruct
	disclos: disclosur
	environ: environment
	eras: erasur
	expir: expiri
	expos: exposur
	fail: failur
	forg: forgeri
	give: given gave
	hold: held
	identifi: identif
	keep: kept
	maintain: mainten
	minim: minimum
	modifi: modif
	notifi: notif
	occur: occurr
	organ: organiz
	prepar: prepared
	priorit: prioriti
	program: programm
	qualifi: qualif
	receiv: receipt
	recov: recoveri recover
	rectifi: rectif
	recur: recurr
	regist: registr
	retain: retent
	reviz: revis
	revok: revoc
	send: sent
	steal: stolen
	strateg: strategi
	superv: supervis
	suspend: suspens
	take: taken
	transmit: transmiss
	use: usag
	verifi: verif
	withdraw: withdrawn
	write: written
`)

// lines reads lists of words behind what each stands for.
func lines(text string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(text) {
		to, words, _ := strings.Cut(strings.TrimSpace(line), ":")
		for _, w := range strings.Fields(words) {
			m[w] = to
		}
	}
	return m
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
