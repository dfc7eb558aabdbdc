package schema

import (
	"context"

	"github.com/clausegraph/clausegraph/export/deliverable"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
)

func (r queryResolver) Deliverable(ctx context.Context, kind deliverable.Kind, format deliverable.Format, language deliverable.Language, held []string, controls []*model.ControlInput, scope *string, target string, organization *string, asOf *graph.Date, policy *model.PolicyInput, workspace *string) (*deliverable.Document, error) {
	on, err := holding(ctx, workspace, held, controls)
	if err != nil {
		return nil, err
	}
	if organization == nil {
		organization = &on.organization
	}
	d, err := deliverable.Make(dataOf(ctx).Engine, deliverable.Request{
		Kind: kind, Format: format, Language: language, Question: r.question(on, scope, target, asOf, policy), Organization: *organization,
	})
	on.state(ctx, d)
	return d, err
}
