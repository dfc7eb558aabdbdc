package search

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/clausegraph/clausegraph/graph"
)

// The bounds of a query.
const (
	MaxText      = 400    // characters of Query.Text
	MaxFilters   = 64     // entries of each filter of a Query
	MaxLimit     = 100    // hits of one Result
	MaxOffset    = 10_000 // hits before a Result
	DefaultLimit = 20
)

// ErrQuery is the error of a query that asks for nothing or for too much; what wraps it says which.
var ErrQuery = errors.New("bad search")

// Query is what somebody looks for. The zero value of every field means no restriction; that of Text lists all that
// passes the filters, in order of standard and document.
type Query struct {
	Text        string             // plain words, ids, or both; no character has a meaning of its own
	Standards   []string           // refs; a profile means the requirements it selects
	Kinds       []graph.Kind       // of the requirements; points are found through theirs, so KindPoint finds nothing
	Disciplines []graph.Discipline // of the standards
	Domains     []string           // refs of headings at the top of a tree, such as isms-p-2023/2
	Attributes  []string           // tags with a slash, such as control-type/preventive; see Facet
	Language    graph.Language     // searches the texts of this language alone; ids are found in any
	Fold        bool               // counterparts of a hit come with it and not as hits of their own
	NoGlossary  bool               // terms of the glossary stand for nothing but their own words
	Limit       int                // hits wanted, DefaultLimit where 0
	Offset      int                // hits left out at the beginning

	raw string // the text folded, in the case in which it was typed; Text is at the same places
}

// check returns the query with its defaults filled in.
func (q Query) check(s *graph.Snapshot) (Query, error) {
	bad := func(format string, args ...any) (Query, error) {
		return Query{}, fmt.Errorf("%w: "+format, append([]any{ErrQuery}, args...)...)
	}
	if q.Limit == 0 {
		q.Limit = DefaultLimit
	}
	switch {
	case utf8.RuneCountInString(q.Text) > MaxText:
		return bad("the text has more than %d characters", MaxText)
	case strings.TrimSpace(q.Text) != "" && len(atoms(fold(q.Text))) == 0:
		return bad("the text has no letter and no digit; write words or an id, such as password or A.5.17, or nothing to list all")
	case max(len(q.Standards), len(q.Kinds), len(q.Disciplines), len(q.Domains), len(q.Attributes)) > MaxFilters:
		return bad("a filter has more than %d entries", MaxFilters)
	case q.Limit < 0 || q.Limit > MaxLimit:
		return bad("the limit is %d; it is 1 to %d, or 0 for %d", q.Limit, MaxLimit, DefaultLimit)
	case q.Offset < 0 || q.Offset > MaxOffset:
		return bad("the offset is %d; it is 0 to %d", q.Offset, MaxOffset)
	case q.Language != "" && q.Language != graph.English && q.Language != graph.Korean:
		_, err := graph.ParseLanguage(string(q.Language))
		return bad("%w", err)
	}
	for _, k := range q.Kinds {
		if !slices.Contains(graph.Kinds, k) {
			return bad("unknown kind %q", k)
		}
	}
	for _, d := range q.Disciplines {
		if !slices.Contains(graph.Disciplines, d) {
			return bad("unknown discipline %q", d)
		}
	}
	for _, ref := range q.Standards {
		if s.Standard(ref) == nil {
			return bad("%w", s.Unknown(ref))
		}
	}
	for i, ref := range q.Domains {
		r := s.Requirement(ref)
		if r == nil {
			return bad("%w", s.Unknown(ref))
		}
		if r.Parent() != nil {
			return bad("%s is no domain: it stands under %s", ref, r.Parent().Ref)
		}
		q.Domains[i] = r.Ref
	}
	q.raw = fold(q.Text)
	q.Text = lower(q.raw)
	return q, nil
}

// languages returns the languages whose texts the query searches.
func (q Query) languages() []graph.Language {
	if q.Language != "" {
		return []graph.Language{q.Language}
	}
	return []graph.Language{graph.English, graph.Korean}
}
