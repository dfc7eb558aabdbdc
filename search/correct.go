package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/clausegraph/clausegraph/graph"
)

// edit is a change of what was typed.
type edit struct {
	span  // in what was typed
	to    string
	via   Via
	other []string // what else may be meant
}

// corrected returns what the words ask for once those that nobody uses are taken for what was probably meant, and
// keeps the suggestion that follows.
func (s *session) corrected(text string) []ask {
	edits := s.edits(text)
	if len(edits) == 0 {
		return s.plan(text, !s.q.NoGlossary)
	}
	mended, shown := apply(text, edits), apply(s.q.raw, edits)
	asks := s.plan(mended.text, !s.q.NoGlossary)
	for i := range asks {
		a := &asks[i]
		for j, e := range edits {
			place := mended.places[j]
			if a.at.start >= place.end || place.start >= a.at.end {
				continue
			}
			a.from, a.how = s.q.raw[e.start:e.end], e.via
			for n, other := range e.other {
				w := way{text: other, via: e.via, worth: 0.9 - 0.2*float64(n)}
				for _, each := range cut(other) {
					w.units = append(w.units, bareUnits(each)...)
				}
				a.ways = append(a.ways, w)
			}
		}
	}
	if s.suggestion == nil {
		s.suggestion = &Suggestion{Via: edits[0].via}
	}
	s.suggestion.Text = strings.Join(strings.Fields(shown.text), " ")
	return asks
}

// mended is a text after its edits, and the places where these stand in it.
type mended struct {
	text   string
	places []span
}

func apply(text string, edits []edit) mended {
	var b strings.Builder
	var m mended
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.start])
		start := b.Len()
		b.WriteString(e.to)
		m.places = append(m.places, span{start, b.Len()})
		at = e.end
	}
	b.WriteString(text[at:])
	m.text = b.String()
	return m
}

// edits returns the changes to a text in lower case, in order. Everyday words are no slips.
func (s *session) edits(text string) []edit {
	l, raw, c := s.lexicon, s.q.raw, s.concepts
	everyday := s.everyday.places(text)
	words := cut(text)
	sentence := len(words) >= leastSentence && asks(text, words)
	var list []edit
	for _, chunk := range chunks(text) {
		typed := text[chunk.start:chunk.end]
		switch to, other, via := l.jamo(typed); {
		case to != "":
			list = append(list, edit{chunk, to, via, other})
			continue
		}
		list = append(list, l.wordEdits(chunk, text, raw, c)...)
	}
	list = slices.DeleteFunc(list, func(e edit) bool {
		if sentence && e.via == ViaSpelling && e.end-e.start <= 3*syllable && isSyllable([]rune(text[e.start:e.end])[0]) {
			return true // a short verb with its ending: 써도
		}
		return slices.ContainsFunc(everyday, func(at span) bool { return e.start < at.end && at.start < e.end })
	})
	return l.join(text, list)
}

// chunks returns what blanks part.
func chunks(text string) []span {
	var list []span
	start := -1
	for i, r := range text + " " {
		switch blank := r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' || r == '\u3000'; {
		case blank && start >= 0:
			list = append(list, span{start, i})
			start = -1
		case !blank && start < 0:
			start = i
		}
	}
	return list
}

// jamo mends what has jamo by themselves: initial consonants, or an English word typed with the Korean layout.
func (l *lexicon) jamo(typed string) (to string, other []string, via Via) {
	if !strings.ContainsFunc(typed, isLetterOfHangul) {
		return "", nil, ""
	}
	if isInitials(typed) {
		if found := l.withInitials(typed); len(found) > 0 {
			for _, w := range found[1:] {
				other = append(other, w.shown)
			}
			return found[0].shown, other, ViaInitials
		}
	}
	k := strings.ToLower(keys(typed))
	if l.knows(word{text: k}) {
		return k, nil, ViaLayout
	}
	if w, _ := l.near(k, false, 1); w != nil && len(k) > 4 {
		return w.text, nil, ViaLayout
	}
	return "", nil, ""
}

// alternatives is how many words with the same initial consonants are looked for.
const alternatives = 3

// withInitials returns the likeliest words and phrases with the initial consonants, or, where none has just these,
// with more.
func (l *lexicon) withInitials(typed string) []lexeme {
	places := l.spelled[typed]
	if len(places) == 0 {
		for key, more := range l.spelled {
			if strings.HasPrefix(key, typed) {
				places = append(places, more...)
			}
		}
		slices.SortFunc(places, func(a, b int) int { return better2(l.words[a], l.words[b]) })
	}
	var list []lexeme
	for _, at := range places[:min(alternatives, len(places))] {
		list = append(list, l.words[at])
	}
	return list
}

// wordEdits mends the words of a chunk that nobody uses.
func (l *lexicon) wordEdits(chunk span, text, raw string, c *concepts) []edit {
	var list []edit
	known := c.find(text[chunk.start:chunk.end])
	for _, w := range cut(text[chunk.start:chunk.end]) {
		inTerm := slices.ContainsFunc(known, func(o occurrence) bool { return o.start <= w.start && w.end <= o.end })
		if inTerm || isStop(w) || l.knows(w) {
			continue
		}
		at := span{chunk.start + w.start, chunk.start + w.end}
		if to, via := l.mend(w, raw[at.start:at.end]); to != "" && to != w.text {
			list = append(list, edit{span: at, to: to, via: via})
		}
	}
	return list
}

// mend returns what a word that nobody uses probably means, or "".
func (l *lexicon) mend(w word, raw string) (to string, via Via) {
	if w.hangul {
		return l.mendHangul(w)
	}
	if strings.ContainsFunc(w.text, func(r rune) bool { return r < 'a' || 'z' < r }) || len(w.text) < 3 {
		return "", ""
	}
	if h, ok := hangul(raw); ok && utf8.RuneCountInString(h) > 1 && l.reads(h) {
		return h, ViaLayout
	}
	if parts := l.split(w.text); parts != "" {
		return parts, ViaSpacing
	}
	if found := l.begins(w.text); found != nil {
		return found.text, ViaSpelling
	}
	if found, _ := l.near(w.text, false, tolerance(len(w.text))); found != nil {
		return found.text, ViaSpelling
	}
	if h, ok := hangul(raw); ok && utf8.RuneCountInString(h) > 2 {
		if to, _ := l.mendHangul(word{text: h, hangul: true}); to != "" {
			return to, ViaLayout
		}
	}
	return "", ""
}

// begins returns the likeliest word that begins with a short form, such as admin, or nil.
func (l *lexicon) begins(text string) *lexeme {
	var best *lexeme
	at, _ := slices.BinarySearchFunc(l.words, text, func(w lexeme, text string) int { return strings.Compare(w.text, text) })
	for ; len(text) > 3 && at < len(l.words) && strings.HasPrefix(l.words[at].text, text); at++ {
		if w := &l.words[at]; w.count > 2 && (best == nil || better2(*w, *best) < 0) {
			best = w
		}
	}
	return best
}

// reads reports whether a text of Hangul consists of words that are in use.
func (l *lexicon) reads(h string) bool { return l.knows(word{text: h, hangul: true}) }

// tolerance is how many keys of a word may be wrong.
func tolerance(n int) int {
	switch {
	case n < 4:
		return 0
	case n < 7:
		return 1
	}
	return 2
}

func (l *lexicon) mendHangul(w word) (to string, via Via) {
	bare := strip(w.text, 2)
	ending := w.text[len(bare):]
	if k := strings.ToLower(keys(w.text)); len(k) > 3 && l.terms[stem(k)] {
		return k, ViaLayout
	}
	if len(bare) < 2*syllable {
		return "", ""
	}
	k := keys(bare)
	if found, _ := l.near(k, true, hangulTolerance(len(k))); found != nil {
		return found.shown + ending, ViaSpelling
	}
	// Of words written together, one is wrong.
	for n := len(bare) - 2*syllable; n >= 2*syllable; n -= syllable {
		head, tail := bare[:n], bare[n:]
		if l.count(head) > 0 {
			if found, _ := l.near(keys(tail), true, 1); found != nil {
				return head + " " + found.shown + ending, ViaSpelling
			}
		}
		if l.count(tail) > 0 {
			if found, _ := l.near(keys(head), true, 1); found != nil {
				return found.shown + " " + tail + ending, ViaSpelling
			}
		}
	}
	return "", ""
}

func hangulTolerance(n int) int {
	switch {
	case n < 4:
		return 0
	case n < 10:
		return 1
	}
	return 2
}

// split returns two or three words in use that a word consists of, with blanks, or "".
func (l *lexicon) split(text string) string {
	best, most := "", 0
	for i := 2; i <= len(text)-2; i++ {
		head, tail := text[:i], text[i:]
		if !l.uses(head) {
			continue
		}
		if l.uses(tail) {
			if n := min(l.count(head), l.count(tail)); n > most {
				best, most = head+" "+tail, n
			}
			continue
		}
		for j := 2; j <= len(tail)-2; j++ {
			if l.uses(tail[:j]) && l.uses(tail[j:]) {
				if n := min(l.count(head), l.count(tail[:j]), l.count(tail[j:])); n > most && best == "" {
					best, most = head+" "+tail[:j]+" "+tail[j:], n
				}
			}
		}
	}
	return best
}

// uses reports whether the word is in use, and is no scrap.
func (l *lexicon) uses(text string) bool {
	return len(text) > 2 && l.count(text) > 0 || englishStop[text] && len(text) > 1
}

// join adds edits for two English words that are one: "pass word".
func (l *lexicon) join(text string, list []edit) []edit {
	words := cut(text)
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if a.hangul || b.hangul || strings.Trim(text[a.end:b.start], " -") != "" || a.end == b.start {
			continue
		}
		joined := a.text + b.text
		taken := slices.ContainsFunc(list, func(e edit) bool { return e.start < b.end && a.start < e.end })
		if !taken && len(joined) > 5 && l.count(joined) > min(l.count(a.text), l.count(b.text)) {
			list = append(list, edit{span: span{a.start, b.end}, to: joined, via: ViaSpacing})
		}
	}
	slices.SortFunc(list, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	return list
}

// realNumbers are numbers of standards that exist and that nobody has to have here.
var realNumbers = set("27000 27002 27003 27004 27005 27006 27017 27018 27035 27036 27552 22301 31000 42005 42006 19011 15408 29100 29151 20000 14001 45001 9000 9004")

// standardMeant puts the number of a standard in the place of one that nobody has and that looks like it: ISO 2701. It
// keeps the suggestion.
func (s *session) standardMeant(text string) string {
	req := s.ids.parse(text)
	if len(req.standards) > 0 {
		return text
	}
	for _, a := range atoms(text) {
		if a.letters || len(a.text) < 4 || len(a.text) > 6 || isYear(a.text) || realNumbers[a.text] || s.ids.numbers[a.text] != nil {
			continue
		}
		best, least := "", 2
		for _, std := range s.snapshot.Standards() {
			for _, name := range names(std.Ref) {
				if len(name) != 1 || !isDigit(rune(name[0][0])) || std.Status == graph.Superseded {
					continue
				}
				d := distance(a.text, name[0], 1)
				if d < least || d == least && best != "" && name[0] < best {
					best, least = name[0], d
				}
			}
		}
		if best != "" {
			e := []edit{{span: span{a.start, a.end}, to: best, via: ViaSpelling}}
			s.q.raw = apply(s.q.raw, e).text
			s.suggestion = &Suggestion{Text: s.q.raw, Via: ViaSpelling}
			return apply(text, e).text
		}
	}
	return text
}
