package search

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
)

// Search returns what the query finds: the requirements whose ids it has, then those that say most of its words, and
// where these are few, those that say half. It fails, wrapping ErrQuery, where the query asks for nothing or for too much,
// and with the error of the context when that ends. Nothing found is no error.
func (x *Index) Search(ctx context.Context, q Query) (Result, error) {
	q, err := q.check(x.snapshot)
	if err != nil {
		return Result{}, err
	}
	req := x.ids.parse(q.Text)
	wanted := units(req.text)
	byID := x.byID(q, req, wanted)
	result := Result{Total: len(byID)}
	for _, f := range byID[min(q.Offset, len(byID)):min(q.Offset+q.Limit, len(byID))] {
		result.Hits = append(result.Hits, Hit{Requirement: f.requirement, Score: f.score, ByID: true})
	}
	text := x.textQuery(q, req, wanted, byID)
	if text != nil {
		limit, offset := q.Limit-len(result.Hits), max(0, q.Offset-len(byID))
		if err := x.byWords(ctx, text, limit, offset, &result); err != nil {
			return Result{}, fmt.Errorf("search: %w", err)
		}
	}
	for i := range result.Hits {
		hit := &result.Hits[i]
		hit.Fragments = fragments(hit.Requirement, wanted, q.languages())
	}
	return result, nil
}

// byID returns the requirements that the filters let through of those found by id. One found by a doubtful id must
// say one of the words: "5.17 credentials" has an id, "TLS 1.2" has none.
func (x *Index) byID(q Query, req request, wanted []unit) []found {
	return slices.DeleteFunc(x.ids.resolve(req.marks), func(f found) bool {
		r := f.requirement
		if len(q.Kinds) > 0 && !slices.Contains(q.Kinds, r.Kind) {
			return true
		}
		if len(q.Standards) > 0 && !slices.ContainsFunc(q.Standards, func(ref string) bool { return x.had[r][ref] }) {
			return true
		}
		return !f.sure && len(fragments(r, wanted, q.languages())) == 0
	})
}

// few is the number of strict hits below which looser ones are wanted too. These include the strict ones, which score
// higher for having more of the words.
const few = 5

// byWords appends a page of the text hits to the result. Which of the two queries counts is the same on every page.
func (x *Index) byWords(ctx context.Context, text *textQuery, limit, offset int, result *Result) error {
	res, err := x.run(ctx, text.strict, limit, offset)
	if err == nil && res.Total < few && text.loose != nil {
		res, err = x.run(ctx, text.loose, limit, offset)
	}
	if err != nil {
		return err
	}
	for _, hit := range res.Hits {
		r := x.snapshot.Requirement(hit.ID)
		if r == nil {
			return errors.New("the index has " + hit.ID + ", which the snapshot does not have")
		}
		result.Hits = append(result.Hits, Hit{Requirement: r, Score: weighted(r, hit.Score)})
	}
	result.Total += int(res.Total)
	return nil
}

func (x *Index) run(ctx context.Context, q query.Query, limit, offset int) (*bleve.SearchResult, error) {
	req := bleve.NewSearchRequestOptions(q, limit, offset, false)
	req.SortByCustom(search.SortOrder{&byScore{x.snapshot}, &search.SortDocID{}})
	return x.text.SearchInContext(ctx, req)
}
