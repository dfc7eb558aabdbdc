package schema

import (
	"context"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

type crosswalkResolver struct{}

func (crosswalkResolver) ID(_ context.Context, c *graph.Crosswalk) (string, error) {
	return globalID("Crosswalk", c.Name), nil
}

func (crosswalkResolver) From(ctx context.Context, c *graph.Crosswalk) (*graph.Standard, error) {
	return snapshotOf(ctx).Standard(c.From), nil
}

func (crosswalkResolver) To(ctx context.Context, c *graph.Crosswalk) (*graph.Standard, error) {
	return snapshotOf(ctx).Standard(c.To), nil
}

func (crosswalkResolver) Via(ctx context.Context, c *graph.Crosswalk) ([]*graph.Standard, error) {
	s := snapshotOf(ctx)
	list := make([]*graph.Standard, len(c.Via))
	for i, ref := range c.Via {
		list[i] = s.Standard(ref)
	}
	return list, nil
}

func (crosswalkResolver) Mappings(_ context.Context, c *graph.Crosswalk, first *int, after *string, last *int, before *string) (*model.MappingConnection, error) {
	claims := make([]graph.Claim, len(c.Mappings()))
	for i, m := range c.Mappings() {
		claims[i] = graph.Claim{Mapping: m}
	}
	return claimPage(claims, page.Args{First: first, After: after, Last: last, Before: before})
}
