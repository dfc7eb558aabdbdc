package schema

import (
	"context"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

func (queryResolver) Glossary(ctx context.Context, query *string, l *graph.Language, first *int, after *string, last *int, before *string) (*model.TermConnection, error) {
	terms := snapshotOf(ctx).FindTerms(value(query))
	if value(query) == "" {
		terms = graph.ByForm(terms, language(l))
	}
	key := func(t *graph.Term) string { return t.ID }
	return page.Of(terms, page.Args{First: first, After: after, Last: last, Before: before}, key, func(cursor string, t *graph.Term) model.TermEdge {
		return model.TermEdge{Cursor: cursor, Node: t}
	})
}

type termResolver struct{}

func (termResolver) ID(_ context.Context, t *graph.Term) (string, error) {
	return globalID("Term", t.ID), nil
}

func (termResolver) Name(_ context.Context, t *graph.Term, l *graph.Language) (string, error) {
	return t.In(language(l)).Term, nil
}

func (termResolver) Also(_ context.Context, t *graph.Term, l *graph.Language) ([]string, error) {
	return t.In(language(l)).Also, nil
}

func (termResolver) Note(_ context.Context, t *graph.Term, l *graph.Language) (*string, error) {
	return optional(in(t.Note, l)), nil
}
