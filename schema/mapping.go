package schema

import (
	"context"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

func (queryResolver) Mappings(ctx context.Context, from, to *string, first *int, after *string, last *int, before *string) (*model.MappingConnection, error) {
	claims, err := snapshotOf(ctx).Select(value(from), value(to))
	if err != nil {
		return nil, err
	}
	return claimPage(claims, page.Args{First: first, After: after, Last: last, Before: before})
}

type mappingResolver struct{}

func (mappingResolver) ID(_ context.Context, m *graph.Mapping) (string, error) {
	return globalID("Mapping", m.ID), nil
}

func (mappingResolver) Crosswalk(ctx context.Context, m *graph.Mapping) (*graph.Crosswalk, error) {
	return snapshotOf(ctx).Crosswalk(m.Crosswalk), nil
}

func (mappingResolver) SourceStandard(ctx context.Context, m *graph.Mapping) (*graph.Standard, error) {
	s := snapshotOf(ctx)
	return s.Standard(s.Crosswalk(m.Crosswalk).From), nil
}

func (mappingResolver) TargetStandard(ctx context.Context, m *graph.Mapping) (*graph.Standard, error) {
	s := snapshotOf(ctx)
	return s.Standard(s.Crosswalk(m.Crosswalk).To), nil
}

func (mappingResolver) Strength(_ context.Context, m *graph.Mapping) (*int, error) {
	return optional(m.Strength), nil
}

func (mappingResolver) Why(_ context.Context, m *graph.Mapping, l *graph.Language) (string, error) {
	return in(m.Why, l), nil
}

type mappingRemainderResolver struct{}

func (mappingRemainderResolver) From(_ context.Context, r *graph.Remainder, l *graph.Language) (*string, error) {
	return optional(in(r.From, l)), nil
}

func (mappingRemainderResolver) To(_ context.Context, r *graph.Remainder, l *graph.Language) (*string, error) {
	return optional(in(r.To, l)), nil
}

type sourceResolver struct{}

func (sourceResolver) Licence(_ context.Context, s *graph.Source) (*string, error) {
	return optional(s.Licence), nil
}

func (sourceResolver) URL(_ context.Context, s *graph.Source) (*string, error) {
	return optional(s.URL), nil
}

type reviewResolver struct{}

func (reviewResolver) By(_ context.Context, r *graph.Review) (*string, error) {
	return optional(r.By), nil
}
