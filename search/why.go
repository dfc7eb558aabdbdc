package search

import (
	"cmp"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// explain returns the fragments of a hit and why it was found.
func (s *session) explain(hit Hit) ([]Fragment, []Match) {
	r := hit.Requirement
	var matches []Match
	if hit.ByID {
		matches = append(matches, Match{Query: s.q.raw, Term: r.Number, Field: FieldID, Via: ViaID})
	} else if hit.Score >= scoreID/2 {
		m := Match{Query: s.q.raw, Term: r.Number, Field: FieldClaim, Via: ViaEdition}
		if hit.Score < scoreID-scoreExact {
			m.Field, m.Via = FieldID, ViaID
		}
		matches = append(matches, m)
	}
	texts := s.readings(r, false)
	if !s.allAnswered(texts) {
		texts = append(texts, s.readings(r, true)...)
	}
	chosen := map[string]bool{}
	for _, a := range s.asks {
		way, ok := a.answered(texts)
		if !ok {
			if law := a.law(r); law != "" {
				matches = append(matches, Match{Query: a.from, Term: law, Field: FieldLaw, Via: ViaLaw})
			}
			continue
		}
		own := map[string]bool{}
		for _, u := range way.units {
			for _, t := range u.terms {
				own[t], chosen[t] = true, true
			}
		}
		m := Match{Query: a.from, Via: cmp.Or(a.how, way.via)}
		if a.how == "" {
			m.Query = s.typed(a)
		}
		m.Field, m.Term = where(texts, own)
		matches = append(matches, m)
	}
	if len(matches) == 0 && len(s.asks) > 0 {
		if of := s.nearestHit(r); of != nil {
			matches = append(matches, Match{Query: s.q.raw, Term: of.Ref, Field: FieldClaim, Via: ViaCounterpart})
		}
	}
	return fragments(texts, func(term string) bool { return chosen[term] }), matches
}

// typed returns the words of what was asked for in the case in which they were typed.
func (s *session) typed(a ask) string {
	if s.suggestion == nil && a.at.end <= len(s.q.raw) && lower(s.q.raw[a.at.start:a.at.end]) == a.text {
		return s.q.raw[a.at.start:a.at.end]
	}
	return a.text
}

// nearestHit returns the best hit that the requirement is a counterpart of.
func (s *session) nearestHit(r *graph.Requirement) *graph.Requirement {
	near := s.near[s.at[r.Index()]]
	for _, m := range s.ranking.block {
		if slices.ContainsFunc(near, func(n neighbour) bool { return n.doc == m.doc }) && s.docs[m.doc] != r {
			return s.docs[m.doc]
		}
	}
	return nil
}

// reading is a passage with the places where it has terms of the query.
type reading struct {
	passage
	places []seen
}

// readings returns the passages of a requirement that have terms of the query, in the languages searched.
func (s *session) readings(r *graph.Requirement, about bool) []reading {
	var list []reading
	for p := range s.passages(r, about) {
		if !slices.Contains(s.q.languages(), p.language) {
			continue
		}
		places := s.wanted.in(p.text)
		if len(s.terms) > 0 {
			for id, at := range s.concepts.in(p.text, s.lexicon.stem) {
				if term := conceptTerm(id); s.terms[term] {
					places = append(places, seen{term, at.span})
				}
			}
		}
		if len(places) > 0 {
			list = append(list, reading{p, places})
		}
	}
	return list
}

// glossaryTerms returns the terms of the glossary that answer what is asked for.
func glossaryTerms(asks []ask) map[string]bool {
	terms := map[string]bool{}
	for _, a := range asks {
		for _, w := range a.ways {
			for _, u := range w.units {
				if u.key && w.via == ViaGlossary {
					terms[u.terms[0]] = true
				}
			}
		}
	}
	return terms
}

// allAnswered reports whether the texts have everything that is asked for.
func (s *session) allAnswered(texts []reading) bool {
	return !slices.ContainsFunc(s.asks, func(a ask) bool {
		_, ok := a.answered(texts)
		return !ok
	})
}

// answered returns the way of which most is in the texts, of equals the worthiest, and whether there is one.
func (a ask) answered(texts []reading) (way, bool) {
	has := func(u unit) bool {
		return slices.ContainsFunc(texts, func(t reading) bool {
			return slices.ContainsFunc(t.places, func(s seen) bool { return slices.Contains(u.terms, s.term) })
		})
	}
	var best way
	most := 0.0
	for _, w := range a.ways {
		n := 0
		for _, u := range w.units {
			if has(u) {
				n++
			}
		}
		if share := float64(n) / float64(max(1, len(w.units))) * w.worth; share > most {
			best, most = w, share
		}
	}
	return best, most > leastShown
}

// leastShown is the share of a way below which it is no reason: one pair of syllables of a long word.
const leastShown = 0.3

// law returns the article of law that was asked for and that the requirement rests on, or "".
func (a ask) law(r *graph.Requirement) string {
	for _, w := range a.ways {
		for _, u := range w.units {
			for _, law := range r.Laws {
				if w.via == ViaLaw && (slices.Contains(u.terms, lawTerm(law)) || slices.Contains(u.terms, lawTerm(lawOf(law)))) {
					return law
				}
			}
		}
	}
	return ""
}

// where returns the first field that has most of the terms, and what it says there.
func where(texts []reading, own map[string]bool) (Field, string) {
	var field Field
	term, most := "", 0
	for _, t := range texts {
		m := marks(t.places, func(term string) bool { return own[term] })
		if n := length(m); n > most {
			longest := slices.MaxFunc(m, func(a, b span) int { return (a.end - a.start) - (b.end - b.start) })
			field, term, most = t.field, t.text[longest.start:longest.end], n
			if len(m) > 1 && m[len(m)-1].end-m[0].start < 2*n { // words beside each other
				term = t.text[m[0].start:m[len(m)-1].end]
			}
		}
	}
	return field, term
}

// fragments returns the texts that have terms that count: of each field and language the one that has most.
func fragments(texts []reading, counts func(string) bool) []Fragment {
	type kind struct {
		field    Field
		language graph.Language
	}
	best := map[kind]int{} // place in list
	size := map[kind]int{}
	var list []Fragment
	for _, t := range texts {
		m := marks(t.places, counts)
		if len(m) == 0 {
			continue
		}
		k := kind{t.field, t.language}
		n := length(m)
		if n <= size[k] {
			continue
		}
		f := Fragment{Of: t.of, Field: t.field, Language: t.language, Pieces: pieces(t.text, m)}
		if size[k] == 0 {
			best[k] = len(list)
			list = append(list, f)
		} else {
			list[best[k]] = f
		}
		size[k] = n
	}
	return list
}
