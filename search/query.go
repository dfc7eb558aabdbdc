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
	MaxFilters   = 64     // entries of Query.Standards and of Query.Kinds
	MaxLimit     = 100    // hits of one Result
	MaxOffset    = 10_000 // hits before a Result
	DefaultLimit = 20
)

// ErrQuery is the error of a query that asks for nothing or for too much; what wraps it says which.
var ErrQuery = errors.New("bad search")

// Query is what somebody looks for. The zero value of every field but Text means no restriction.
type Query struct {
	Text      string         // plain words, ids, or both; no character has a meaning of its own
	Standards []string       // refs; a profile means the requirements it selects
	Kinds     []graph.Kind   // of the requirements; points are found through theirs, so KindPoint finds nothing
	Language  graph.Language // searches the texts of this language alone; ids are found in any
	Limit     int            // hits wanted, DefaultLimit where 0
	Offset    int            // hits left out at the beginning
}

// Result is one page of what was found.
type Result struct {
	Hits  []Hit // best first; equals in order of ref
	Total int   // hits on all pages
}

// Hit is a requirement that was found.
type Hit struct {
	Requirement *graph.Requirement
	Score       float64    // comparable within one Result; a hit by id is above every hit by words
	ByID        bool       // the query has its id
	Fragments   []Fragment // its texts that have words of the query, at most one of each field and language
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
	case len(atoms(fold(q.Text))) == 0:
		return bad("the text is empty; write words or an id, such as password or A.5.17")
	case len(q.Standards) > MaxFilters || len(q.Kinds) > MaxFilters:
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
	for _, ref := range q.Standards {
		if s.Standard(ref) == nil {
			return bad("%w", s.Unknown(ref))
		}
	}
	q.Text = strings.ToLower(fold(q.Text))
	return q, nil
}

// languages returns the languages whose texts the query searches.
func (q Query) languages() []graph.Language {
	if q.Language != "" {
		return []graph.Language{q.Language}
	}
	return []graph.Language{graph.English, graph.Korean}
}
