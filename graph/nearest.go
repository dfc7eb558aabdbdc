package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// UnknownRefError says that a ref names nothing, and which refs were probably meant.
type UnknownRefError struct {
	Ref     string
	Nearest []string // at most three, the likeliest first
	Scheme  bool     // the ref of a scheme was wanted, not that of a standard or requirement
}

// Error names the ref and what was probably meant.
func (e *UnknownRefError) Error() string {
	if len(e.Nearest) > 0 {
		return fmt.Sprintf("unknown %s %q; did you mean %s?", e.Wanted(), e.Ref, strings.Join(e.Nearest, ", "))
	}
	command := "standards"
	if e.Scheme {
		command = "facts"
	}
	return fmt.Sprintf("unknown %s %q; `clausegraph %s` lists what there is", e.Wanted(), e.Ref, command)
}

// Wanted returns what the ref should have been: "ref" or "scheme".
func (e *UnknownRefError) Wanted() string {
	if e.Scheme {
		return "scheme"
	}
	return "ref"
}

// maxRef bounds what is echoed and compared of a ref that nobody has: longer input is no misspelling.
const maxRef = 80

// Unknown returns the error for a ref that names neither a standard nor a requirement.
func (s *Snapshot) Unknown(ref string) *UnknownRefError {
	if ref = clipped(ref); strings.HasSuffix(ref, "…") {
		return &UnknownRefError{Ref: ref}
	}
	var candidates, former []string
	for _, std := range s.standards {
		if std.Status == Superseded || std.Status == Withdrawn {
			former = append(former, std.Ref)
			continue
		}
		candidates = append(candidates, std.Ref)
	}
	candidates = append(candidates, former...) // of equals, who writes no edition means one in use
	standard, number := SplitRef(ref)
	if number == "" {
		return &UnknownRefError{Ref: ref, Nearest: nearest(standard, candidates)}
	}
	owners := []string{standard}
	if s.standard[standard] == nil {
		owners = nearest(standard, candidates)
	}
	var refs []string
	for _, owner := range owners {
		for _, r := range s.standard[owner].requirements {
			refs = append(refs, JoinRef(owner, r.Number))
		}
		if r := s.Requirement(JoinRef(owner, number)); r != nil {
			return &UnknownRefError{Ref: ref, Nearest: []string{JoinRef(owner, number)}}
		}
	}
	return &UnknownRefError{Ref: ref, Nearest: nearest(ref, refs)}
}

// UnknownScheme returns the error for a ref that names no scheme. That of a standard means the schemes that certify
// against it.
func (s *Snapshot) UnknownScheme(ref string) *UnknownRefError {
	e := &UnknownRefError{Ref: clipped(ref), Scheme: true}
	standard, _ := SplitRef(e.Ref)
	refs := make([]string, len(s.schemes))
	for i, scheme := range s.schemes {
		if refs[i] = scheme.Ref; slices.Contains(scheme.Standards, standard) {
			e.Nearest = append(e.Nearest, scheme.Ref)
		}
	}
	if len(e.Nearest) == 0 && !strings.HasSuffix(e.Ref, "…") {
		e.Nearest = nearest(e.Ref, refs)
	}
	e.Nearest = e.Nearest[:min(3, len(e.Nearest))]
	return e
}

// clipped returns what may be echoed of a text that somebody gave: valid, and no longer than a ref may be. A text that
// was cut ends in "…".
func clipped(text string) string {
	text = strings.ToValidUTF8(text, "?")
	if runes := []rune(text); len(runes) > maxRef {
		return string(runes[:maxRef]) + "…"
	}
	return text
}

// nearest returns the three candidates with the least edit distance to the word, of those that share enough with it;
// of equals those first that begin like it.
func nearest(word string, candidates []string) []string {
	type scored struct {
		candidate string
		distance  int
		prefix    int // bytes that it begins with as the word does
	}
	fold := strings.ToLower(strings.ReplaceAll(word, " ", "-"))
	var close []scored
	for _, c := range candidates {
		d := levenshtein.ComputeDistance(fold, strings.ToLower(c))
		if strings.Contains(strings.ToLower(c), fold) && fold != "" {
			d = min(d, 1)
		}
		if d <= max(2, len(c)/2) {
			close = append(close, scored{c, d, commonPrefix(fold, strings.ToLower(c))})
		}
	}
	slices.SortStableFunc(close, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.prefix, a.prefix))
	})
	var names []string
	for _, c := range close[:min(3, len(close))] {
		names = append(names, c.candidate)
	}
	return names
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
