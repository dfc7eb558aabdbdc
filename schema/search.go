package schema

import (
	"context"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
	"github.com/clausegraph/clausegraph/search"
)

func (queryResolver) Search(ctx context.Context, query string, standards []string, kinds []graph.Kind, language *graph.Language, first *int, after *string, last *int, before *string, disciplines []graph.Discipline, domains, attributes []string, fold *bool) (*model.SearchConnection, error) {
	var c model.SearchConnection
	fetch := func(offset, limit int) ([]search.Hit, int, error) {
		r, err := dataOf(ctx).Index.Search(ctx, search.Query{
			Text: query, Standards: standards, Kinds: kinds, Language: value(language), Disciplines: disciplines, Domains: domains,
			Attributes: attributes, Fold: value(fold), Offset: offset, Limit: limit,
		})
		c.Result = r
		return r.Hits, r.Total, err
	}
	args := page.Args{First: first, After: after, Last: last, Before: before}
	var err error
	c.Connection, err = page.Ranked(args, search.DefaultLimit, search.MaxLimit, fetch, func(cursor string, h search.Hit) model.SearchEdge {
		return model.SearchEdge{Hit: h, Cursor: cursor}
	})
	if err != nil {
		return nil, err
	}
	return &c, nil
}

func (queryResolver) Suggestions(ctx context.Context, query string, first *int, language *graph.Language) ([]*search.Completion, error) {
	return dataOf(ctx).Index.Suggest(ctx, search.Typed{Text: query, Limit: value(first), Language: value(language)})
}

type searchCompletionResolver struct{}

func (searchCompletionResolver) Language(_ context.Context, c *search.Completion) (*graph.Language, error) {
	return optional(c.Language), nil
}

type searchFacetResolver struct{}

func (searchFacetResolver) Label(_ context.Context, f *search.Facet, l *graph.Language) (string, error) {
	return in(f.Label, l), nil
}

type searchFacetValueResolver struct{}

func (searchFacetValueResolver) Label(_ context.Context, v *search.FacetValue, l *graph.Language) (string, error) {
	return in(v.Label, l), nil
}

type searchCounterpartResolver struct{}

func (searchCounterpartResolver) Relation(_ context.Context, c *search.Counterpart) (*relation.Relation, error) {
	return optional(c.Relation), nil
}

type searchClaimResolver struct{}

func (searchClaimResolver) Relation(_ context.Context, c *graph.Claim) (relation.Relation, error) {
	return c.Mapping.Read(c.Target), nil
}
