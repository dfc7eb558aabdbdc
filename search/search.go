package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Search returns what the query finds: the requirements whose ids it has, then those that say most of what it asks for,
// and where these are few, those that say half. Words that nobody uses are taken for what was probably meant, and the
// result says so. It waits for the index. It fails, wrapping ErrQuery, where the query asks for what cannot be, and with
// the error of the context when that ends. Nothing found is no error.
func (x *Index) Search(ctx context.Context, q Query) (Result, error) {
	q, err := q.check(x.snapshot)
	if err != nil {
		return Result{}, err
	}
	release, err := x.use(ctx)
	if err != nil {
		return Result{}, err
	}
	defer release()
	s := session{Index: x, q: q, filter: x.values.filter(q)}
	if err := s.run(ctx); err != nil {
		return Result{}, fmt.Errorf("search: %w", err)
	}
	return s.page(), nil
}

// session is a search under way.
type session struct {
	*Index

	q          Query
	filter     filter
	req        request
	suggestion *Suggestion
	asks       []ask
	wanted     wanted          // the terms of asks
	terms      map[string]bool // those of the glossary
	byID       []found
	ranking    ranking // of the rest; some fail a filter
}

func (s *session) run(ctx context.Context) error {
	text := s.q.Text
	text = s.standardMeant(text)
	laws, text := s.laws.find(text)
	s.req = s.ids.parse(text)
	s.asks = append(s.corrected(s.unasked(s.req.text)), laws...)
	s.terms = glossaryTerms(s.asks)
	s.wanted = newWanted(s.asks, s.lexicon.stem)
	matched, err := s.score(ctx, s.asks, s.q.languages())
	if err != nil {
		return err
	}
	s.findByID(matched)
	if len(s.asks) == 0 && len(s.req.marks) == 0 {
		s.list()
		return nil
	}
	if s.filter.any {
		for i := range matched {
			matched[i].failed = s.values.fails(s.filter, matched[i].doc)
		}
	}
	s.ranking = s.order(s.enough(matched), s.asks, s.req, s.filter)
	if len(s.byID) > 0 {
		byID := func(m match) bool {
			return slices.ContainsFunc(s.byID, func(f found) bool { return s.at[f.requirement.Index()] == m.doc })
		}
		s.ranking.block = slices.DeleteFunc(s.ranking.block, byID)
		s.ranking.rest = slices.DeleteFunc(s.ranking.rest, byID)
	}
	return nil
}

// The shares of what is asked for that a hit must have: the first that few hits have, or else the last.
var shares = []float32{0.6, 0.3, 0.25}

// few is the number of hits below which a smaller share will do.
const few = 30

// enough returns the matches that have enough of what is asked for.
func (s *session) enough(matched []match) []match {
	for i, share := range shares {
		n := 0
		for _, m := range matched {
			if m.failed == 0 && m.cover >= share {
				n++
			}
		}
		if n >= few || i == len(shares)-1 {
			return slices.DeleteFunc(matched, func(m match) bool { return m.cover < share })
		}
	}
	return matched
}

// list finds everything that passes the filters, in order. A query that names standards and says nothing else lists
// these.
func (s *session) list() {
	for i := range s.docs {
		if len(s.req.standards) > 0 && !slices.ContainsFunc(s.req.standards, func(std *graph.Standard) bool { return s.values.has(int32(i), std) }) {
			continue
		}
		s.ranking.block = append(s.ranking.block, match{doc: int32(i), failed: s.values.fails(s.filter, int32(i))})
	}
}

// findByID keeps the requirements that the ids of the query mean and the filters let through, and after them those that
// have replaced them. One found by a doubtful id must say one of the words: "5.17 credentials" has an id, "TLS 1.2" has
// none.
func (s *session) findByID(matched []match) {
	says := func(r *graph.Requirement) bool {
		return slices.ContainsFunc(matched, func(m match) bool { return m.doc == s.at[r.Index()] })
	}
	direct := slices.DeleteFunc(s.ids.resolve(s.req.marks), func(f found) bool {
		return s.values.fails(s.filter, s.at[f.requirement.Index()]) != 0 || !f.sure && !says(f.requirement)
	})
	s.byID = append(s.articles(), direct...)
	for _, f := range direct {
		if f.other {
			continue
		}
		if status := f.requirement.Standard().Status; status != graph.Superseded && status != graph.Withdrawn {
			continue
		}
		for _, heir := range heirs(s.snapshot, f.requirement) {
			passes := s.values.fails(s.filter, s.at[heir.Index()]) == 0
			if passes && !slices.ContainsFunc(s.byID, func(f found) bool { return f.requirement == heir }) {
				s.byID = append(s.byID, found{requirement: heir, score: f.score - scoreHeir, heir: true})
			}
		}
	}
	slices.SortStableFunc(s.byID, func(a, b found) int { return cmp.Compare(b.score, a.score) })
}

// articles returns the articles that the query names and whose law has a catalog: before what rests on them.
func (s *session) articles() []found {
	var list []found
	for _, a := range s.asks {
		for _, w := range a.ways {
			if w.via != ViaLaw {
				continue
			}
			r := s.snapshot.Requirement(w.text)
			if r == nil || s.values.fails(s.filter, s.at[r.Whole().Index()]) != 0 {
				continue
			}
			list = append(list, found{requirement: r.Whole(), score: scoreID + scoreExact + scoreInForce, sure: true})
		}
	}
	return list
}

// page cuts the page out of what was found.
func (s *session) page() Result {
	result := Result{Suggestion: s.suggestion, index: s.Index, filter: s.filter}
	for _, f := range s.byID {
		result.found = append(result.found, match{doc: s.at[f.requirement.Index()]})
	}
	byID := len(result.found)
	result.found = slices.Concat(result.found, s.ranking.block, s.ranking.rest)
	var shown []group
	if s.q.Fold {
		shown = s.fold()
		result.Total = len(shown)
		shown = shown[min(s.q.Offset, len(shown)):min(s.q.Offset+s.q.Limit, len(shown))]
	} else {
		for _, m := range result.found {
			if m.failed == 0 {
				result.Total++
			}
		}
		n := 0
		for m := range s.all {
			if n >= min(s.q.Offset+s.q.Limit, result.Total) {
				break
			}
			if m.failed == 0 {
				if n++; n > s.q.Offset {
					shown = append(shown, group{match: m})
				}
			}
		}
	}
	for i, g := range shown {
		r := s.docs[g.match.doc]
		hit := Hit{Requirement: r, Score: float64(g.match.score), Folded: g.folded}
		if at := s.q.Offset + i; at < byID {
			f := s.byID[at]
			hit.Score, hit.ByID = f.score, !f.heir && !f.other
			if hit.ByID && f.score < scoreID+scoreInForce {
				hit.Heirs = heirs(s.snapshot, r)
			}
		}
		hit.why = &why{explain: func() ([]Fragment, []Match) { return s.explain(hit) }}
		result.Hits = append(result.Hits, hit)
	}
	return result
}

// all yields what was found, best first: by id, then by words.
func (s *session) all(yield func(match) bool) {
	for _, f := range s.byID {
		if !yield(match{doc: s.at[f.requirement.Index()]}) {
			return
		}
	}
	s.ranking.each(yield)
}

// group is a hit with the hits that are folded under it.
type group struct {
	match  match
	folded []*graph.Requirement
}

// fold returns what passes all filters, with the counterparts of a better hit under that. Hits by id stay, and nothing is
// hidden under what is less in force.
func (s *session) fold() []group {
	var groups []group
	under := map[int32]int{} // document: group
	i := -1
	for m := range s.all {
		i++
		if m.failed != 0 {
			continue
		}
		if at, ok := under[m.doc]; ok && i >= len(s.byID) {
			groups[at].folded = append(groups[at].folded, s.docs[m.doc])
			continue
		}
		for _, n := range s.near[m.doc] {
			if _, ok := under[n.doc]; !ok && n.near >= foldFrom && force(s.docs[m.doc]) >= force(s.docs[n.doc]) {
				under[n.doc] = len(groups)
			}
		}
		groups = append(groups, group{match: m})
	}
	return groups
}

// force orders requirements by how far somebody is held to them: last what a newer edition has replaced and what nobody is
// assessed against, before them guidance and what a newer edition is about to replace.
func force(r *graph.Requirement) int {
	switch status := r.Standard().Status; {
	case !r.Assessable || status == graph.Superseded || status == graph.Withdrawn:
		return 0
	case status == graph.InTransition || status == graph.Guidance:
		return 1
	}
	return 2
}

// foldFrom is how close counterparts are that fold.
const foldFrom = 0.2
