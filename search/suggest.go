package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/clausegraph/clausegraph/graph"
)

// The bounds of completions.
const (
	DefaultCompletions = 8
	MaxCompletions     = 20
)

// CompletionKind says what a completion is.
type CompletionKind string

// The kinds of completions.
const (
	CompletionTerm        CompletionKind = "term"        // of the glossary
	CompletionTitle       CompletionKind = "title"       // the heading of one or more requirements
	CompletionRequirement CompletionKind = "requirement" // its id
	CompletionStandard    CompletionKind = "standard"    // its name
)

// CompletionKinds lists every CompletionKind.
var CompletionKinds = []CompletionKind{CompletionTerm, CompletionTitle, CompletionRequirement, CompletionStandard}

// Typed is what somebody has typed so far.
type Typed struct {
	Text     string
	Language graph.Language // of the completions; none means both
	Limit    int            // DefaultCompletions where 0
}

// Completion is what somebody who is typing may mean.
type Completion struct {
	Text        string // to be searched for
	Kind        CompletionKind
	Language    graph.Language     // none for ids
	Requirement *graph.Requirement // with that id, or the only one with that heading
	Standard    *graph.Standard    // with that name
	Via         Via                // ViaText, ViaID, ViaInitials or ViaLayout
}

// completer holds every completion by the keys of what stands at and after the beginning of each of its words.
type completer struct {
	list     []completion
	keyed    []start // by the keys of the English layout
	initials []start // by initial consonants
}

type completion struct {
	Completion
	uses int
}

// start is a beginning of a completion.
type start struct {
	key  string
	of   int32
	word int32 // 0 for the first word
}

func newCompleter(x *Index) *completer {
	c := &completer{}
	at := map[string]int{}
	add := func(text string, kind CompletionKind, l graph.Language, r *graph.Requirement) {
		text = compose(text)
		if text == "" {
			return
		}
		key := string(l) + lower(text)
		i, ok := at[key]
		if !ok {
			i = len(c.list)
			at[key] = i
			c.list = append(c.list, completion{Completion: Completion{Text: text, Kind: kind, Language: l, Requirement: r}})
		} else if c.list[i].Requirement != r {
			c.list[i].Requirement = nil
		}
		c.list[i].uses++
	}
	for _, term := range x.concepts.terms {
		for _, f := range term.forms {
			l := graph.English
			if strings.ContainsFunc(f.text, isSyllable) {
				l = graph.Korean
			}
			add(f.text, CompletionTerm, l, nil)
		}
	}
	for _, r := range x.docs {
		add(r.Title.EN, CompletionTitle, graph.English, r)
		add(r.Title.KO, CompletionTitle, graph.Korean, r)
	}
	for i := range c.list {
		c.index(int32(i))
	}
	byKey := func(a, b start) int { return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.of, b.of)) }
	slices.SortFunc(c.keyed, byKey)
	slices.SortFunc(c.initials, byKey)
	return c
}

func (c *completer) index(i int32) {
	text := lower(c.list[i].Text)
	for n, w := range cut(text) {
		c.keyed = append(c.keyed, start{squeezed(keys(text[w.start:])), i, int32(n)})
		if first := initials(text[w.start:]); first != "" {
			c.initials = append(c.initials, start{first, i, int32(n)})
		}
	}
}

// squeezed returns keys in lower case without what joins words.
func squeezed(keys string) string {
	return strings.Map(func(r rune) rune {
		if joins(r) || r == '\t' {
			return -1
		}
		return r
	}, strings.ToLower(keys))
}

// Suggest completes what somebody is typing, the likeliest first. It waits for the index, and fails like Search.
func (x *Index) Suggest(ctx context.Context, typed Typed) ([]*Completion, error) {
	if typed.Limit == 0 {
		typed.Limit = DefaultCompletions
	}
	switch {
	case typed.Limit < 0 || typed.Limit > MaxCompletions:
		return nil, fmt.Errorf("%w: the number of suggestions is %d; it is 1 to %d", ErrQuery, typed.Limit, MaxCompletions)
	case utf8.RuneCountInString(typed.Text) > MaxText:
		return nil, fmt.Errorf("%w: the text has more than %d characters", ErrQuery, MaxText)
	}
	release, err := x.use(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	text := lower(fold(typed.Text))
	all := append(x.completeID(text, typed.Limit), x.completer.complete(text, typed.Language)...)
	var list []*Completion
	for i := range all[:min(typed.Limit, len(all))] {
		list = append(list, &all[i])
	}
	return list, nil
}

// complete returns the completions of a text in lower case, the likeliest first.
func (c *completer) complete(text string, l graph.Language) []Completion {
	key := squeezed(keys(text))
	if key == "" {
		return nil
	}
	typedHangul := strings.ContainsFunc(text, func(r rune) bool { return isSyllable(r) || isLetterOfHangul(r) })
	type scored struct {
		of    int32
		score float64
		via   Via
	}
	best := map[int32]scored{}
	collect := func(starts []start, key string, via func(completion) Via) {
		at, _ := slices.BinarySearchFunc(starts, key, func(s start, key string) int { return strings.Compare(s.key, key) })
		for ; at < len(starts) && strings.HasPrefix(starts[at].key, key); at++ {
			s := starts[at]
			of := c.list[s.of]
			if l != "" && of.Language != l {
				continue
			}
			score := 1 + 0.1*float64(min(of.uses, 8)) - 0.01*float64(len(s.key)-len(key))
			if s.word == 0 {
				score++
			}
			if of.Kind == CompletionTerm {
				score += 0.5
			}
			v := via(of)
			if v == ViaLayout {
				score -= 2
			}
			if old, ok := best[s.of]; !ok || score > old.score {
				best[s.of] = scored{s.of, score, v}
			}
		}
	}
	if isInitials(strings.ReplaceAll(text, " ", "")) {
		collect(c.initials, strings.ReplaceAll(text, " ", ""), func(completion) Via { return ViaInitials })
	}
	collect(c.keyed, key, func(of completion) Via {
		if (of.Language == graph.Korean && strings.ContainsFunc(of.Text, isSyllable)) != typedHangul && strings.ContainsFunc(key, func(r rune) bool { return 'a' <= r && r <= 'z' }) {
			return ViaLayout
		}
		return ViaText
	})
	var list []scored
	for _, s := range best {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b scored) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.of, b.of)) })
	var result []Completion
	for _, s := range list {
		completion := c.list[s.of].Completion
		completion.Via = s.via
		result = append(result, completion)
	}
	return result
}

// completeID returns the standards whose name a text begins, and the requirements whose number it begins.
func (x *Index) completeID(text string, limit int) []Completion {
	var list []Completion
	req := x.ids.parse(text)
	names := map[*graph.Standard]bool{}
	if compact := squeezed(text); len(compact) > 1 && len(req.marks) == 0 {
		for _, std := range x.snapshot.Standards() {
			for _, name := range namesOf(std.Ref) {
				if strings.HasPrefix(name, compact) && !names[std] {
					names[std] = true
					list = append(list, Completion{Text: nameOf(std), Kind: CompletionStandard, Standard: std, Via: ViaID})
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Completion) int { return cmp.Compare(standing(b.Standard), standing(a.Standard)) })
	list = list[:min(3, len(list))]
	typed := atoms(text)
	if len(typed) == 0 || !isDigit(rune(typed[len(typed)-1].text[0])) {
		return list
	}
	type numbered struct {
		r     *graph.Requirement
		exact bool
	}
	var found []numbered
	for _, r := range x.docs {
		own := lower(r.Number)
		bare := own
		if letter, after, ok := strings.Cut(own, "."); ok && len(letter) == 1 && !isDigit(rune(letter[0])) {
			bare = after
		}
		for i, t := range typed {
			if i > 0 && joint(typed[i-1], t) != "" {
				continue // within a number
			}
			key, n := number(typed[i:])
			if n != len(typed)-i {
				continue
			}
			if !strings.HasPrefix(own, key) && !strings.HasPrefix(bare, key) || i > 0 && !slices.ContainsFunc(req.standards, func(std *graph.Standard) bool { return std == r.Standard() || x.values.has(x.at[r.Index()], std) }) {
				continue
			}
			if i == 0 && !strings.Contains(key, ".") {
				continue
			}
			found = append(found, numbered{r, own == key || bare == key})
			break
		}
	}
	slices.SortStableFunc(found, func(a, b numbered) int {
		return cmp.Or(compareBool(b.exact, a.exact), cmp.Compare(standing(b.r.Standard()), standing(a.r.Standard())))
	})
	for _, f := range found[:min(limit, len(found))] {
		list = append(list, Completion{Text: f.r.Ref, Kind: CompletionRequirement, Requirement: f.r, Standard: f.r.Standard(), Via: ViaID})
	}
	return list[:min(limit, len(list))]
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func standing(std *graph.Standard) float64 {
	if w, ok := editions[std.Status]; ok {
		return w
	}
	return 1
}

// namesOf returns what a standard may be called, without blanks.
func namesOf(ref string) []string {
	var list []string
	for _, name := range names(ref) {
		list = append(list, strings.Join(name, ""))
	}
	return list
}

// nameOf returns the usual name of a standard: its title up to the colon or blank after its number, or its ref.
func nameOf(std *graph.Standard) string {
	return std.Ref
}
