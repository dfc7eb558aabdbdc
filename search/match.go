package search

import (
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/clausegraph/clausegraph/graph"
)

// The weights of matches, set by the golden test.
const (
	boostTitle    = 3
	boostBody     = 1
	boostSyllable = 0.1
	boostOther    = 0.5 // a term of a unit but its first
	boostStandard = 4   // a word of the standard's title
	boostNamed    = 10  // the standard is named in the query
)

// textQuery is a query in the words of Bleve, twice.
type textQuery struct {
	strict query.Query // 70 % of what is asked for must be there
	loose  query.Query // 50 %, or nil where that is the same
}

// textQuery returns the query for what the words find beyond the ids, or nil where there are no words. A query that
// does no more than name standards finds all that they have.
func (x *Index) textQuery(q Query, req request, wanted []unit, byID []found) *textQuery {
	var about, named []query.Query
	for _, u := range wanted {
		about = append(about, term(standardField, u.terms[0], boostStandard))
	}
	for _, std := range req.standards {
		named = append(named, term(standardsField, std.Ref, boostNamed*float64(len(req.standards))))
	}
	finish := func(must query.Query) query.Query {
		b := query.NewBooleanQuery([]query.Query{must}, nil, nil)
		if len(about) > 0 {
			b = query.NewBooleanQuery([]query.Query{must}, about, nil)
		}
		if len(named) > 0 {
			b = query.NewBooleanQuery([]query.Query{b}, named, nil)
		}
		if len(byID) > 0 {
			var refs []string
			for _, f := range byID {
				refs = append(refs, f.requirement.Ref)
			}
			b.AddMustNot(query.NewDocIDQuery(refs))
		}
		if f := filter(q); f != nil {
			b.AddFilter(f)
		}
		return b
	}
	var asked []query.Query
	for _, u := range wanted {
		if any := u.query(q.languages()); any != nil {
			asked = append(asked, any)
		}
	}
	switch n := len(asked); {
	case n > 0:
		strict, loose := (7*n+9)/10, (n+1)/2
		text := &textQuery{strict: finish(atLeast(strict, asked))}
		if loose < strict {
			text.loose = finish(atLeast(loose, asked))
		}
		return text
	case len(wanted) == 0 && len(req.marks) == 0 && len(named) > 0:
		return &textQuery{strict: finish(query.NewDisjunctionQuery(named))}
	}
	return nil
}

func atLeast(n int, of []query.Query) query.Query {
	q := query.NewDisjunctionQuery(of)
	q.SetMin(float64(n))
	return q
}

// query asks for any term of the unit in the texts of the languages, or is nil where these cannot have it: no Hangul
// is looked for in English.
func (u unit) query(languages []graph.Language) query.Query {
	var any []query.Query
	for _, l := range languages {
		if u.hangul && l != graph.Korean {
			continue
		}
		boost := 1.0
		for _, t := range u.terms {
			any = append(any, term(titleField(l), t, boost*boostTitle), term(bodyField(l), t, boost*boostBody))
			if u.hangul && len(t) == syllable {
				any = append(any, term(syllableField, t, boost*boostSyllable))
			}
			boost = boostOther
		}
	}
	if any == nil {
		return nil
	}
	return query.NewDisjunctionQuery(any)
}

// filter returns what hits must be whatever the words, or nil.
func filter(q Query) query.Query {
	var all []query.Query
	if len(q.Standards) > 0 {
		var any []query.Query
		for _, ref := range q.Standards {
			any = append(any, term(standardsField, ref, 1))
		}
		all = append(all, query.NewDisjunctionQuery(any))
	}
	if len(q.Kinds) > 0 {
		var any []query.Query
		for _, k := range q.Kinds {
			any = append(any, term(kindField, string(k), 1))
		}
		all = append(all, query.NewDisjunctionQuery(any))
	}
	if all == nil {
		return nil
	}
	return query.NewConjunctionQuery(all)
}

func term(field, value string, boost float64) query.Query {
	q := query.NewTermQuery(value)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}
