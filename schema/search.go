package schema

import (
	"context"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
	"github.com/clausegraph/clausegraph/search"
)

func (queryResolver) Search(ctx context.Context, query string, standards []string, kinds []graph.Kind, language *graph.Language, first *int, after *string, last *int, before *string) (*model.SearchConnection, error) {
	fetch := func(offset, limit int) ([]search.Hit, int, error) {
		r, err := dataOf(ctx).Index.Search(ctx, search.Query{
			Text: query, Standards: standards, Kinds: kinds, Language: value(language), Offset: offset, Limit: limit,
		})
		return r.Hits, r.Total, err
	}
	args := page.Args{First: first, After: after, Last: last, Before: before}
	return page.Ranked(args, search.DefaultLimit, search.MaxLimit, fetch, func(cursor string, h search.Hit) model.SearchEdge {
		return model.SearchEdge{Hit: h, Cursor: cursor}
	})
}
