package schema

import (
	"context"
	"slices"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

func (r queryResolver) GapAnalysis(ctx context.Context, held []string, controls []*model.ControlInput, scope *string, target string, asOf *graph.Date, policy *model.PolicyInput, workspace *string) (*coverage.Analysis, error) {
	on, err := holding(ctx, workspace, held, controls)
	if err != nil {
		return nil, err
	}
	a, err := dataOf(ctx).Engine.Gap(r.question(on, scope, target, asOf, policy))
	on.state(ctx, a)
	return a, err
}

func (r queryResolver) Explain(ctx context.Context, held []string, controls []*model.ControlInput, scope *string, requirement string, asOf *graph.Date, policy *model.PolicyInput, workspace *string) (*model.Explanation, error) {
	on, err := holding(ctx, workspace, held, controls)
	if err != nil {
		return nil, err
	}
	e, err := dataOf(ctx).Engine.Explain(r.question(on, scope, requirement, asOf, policy))
	if err != nil {
		return nil, err
	}
	x := &model.Explanation{Item: e.Item, Asked: e}
	on.state(ctx, x)
	return x, nil
}

// question asks about today where no day is given.
func (r queryResolver) question(on basis, scope *string, target string, asOf *graph.Date, policy *model.PolicyInput) coverage.Question {
	return coverage.Question{
		Held: on.held, Controls: on.controls, Scope: value(scope), Target: target, AsOf: r.day(asOf), Policy: policy.Policy(),
	}
}

type controlResolver struct{}

func (controlResolver) Owner(_ context.Context, c *graph.Control) (*string, error) {
	return optional(c.Owner), nil
}

func (controlResolver) Reason(_ context.Context, c *graph.Control) (*string, error) {
	return optional(c.Reason), nil
}

func (controlResolver) Scope(_ context.Context, c *graph.Control) (*string, error) {
	return optional(c.Scope), nil
}

type gapAnalysisResolver struct{}

func (gapAnalysisResolver) Summary(_ context.Context, a *coverage.Analysis) (*model.GapSummary, error) {
	return &model.GapSummary{Summary: a.Summary, ByGroup: a.Groups()}, nil
}

func (gapAnalysisResolver) Notice(ctx context.Context, a *coverage.Analysis, l *graph.Language) (*string, error) {
	return optional(export.Notice(snapshotOf(ctx), a.Target).In(language(l))), nil
}

func (gapAnalysisResolver) Items(_ context.Context, a *coverage.Analysis, verdicts []coverage.Verdict, dispositions []coverage.Disposition, first *int, after *string, last *int, before *string) (*model.GapItemConnection, error) {
	items := a.Items
	if len(verdicts) > 0 || len(dispositions) > 0 {
		items = slices.DeleteFunc(slices.Clone(items), func(i *coverage.Item) bool {
			return len(verdicts) > 0 && !slices.Contains(verdicts, i.Verdict) ||
				len(dispositions) > 0 && !slices.Contains(dispositions, i.Disposition)
		})
	}
	key := func(i *coverage.Item) string { return i.Requirement.Ref }
	return page.Of(items, page.Args{First: first, After: after, Last: last, Before: before}, key, func(cursor string, i *coverage.Item) model.GapItemEdge {
		return model.GapItemEdge{Cursor: cursor, Node: i}
	})
}

type explanationResolver struct{}

func (explanationResolver) Sentences(_ context.Context, x *model.Explanation, l *graph.Language) ([]string, error) {
	return export.Sentences(x.Proof(), language(l)), nil
}

func (explanationResolver) Notice(ctx context.Context, x *model.Explanation, l *graph.Language) (*string, error) {
	return optional(export.Notice(snapshotOf(ctx), x.Requirement.Ref).In(language(l))), nil
}

func (explanationResolver) Line(_ context.Context, x *model.Explanation, l *graph.Language) (string, error) {
	return export.Line(x.Asked, language(l)), nil
}

func (explanationResolver) Paragraph(ctx context.Context, x *model.Explanation, l *graph.Language) (string, error) {
	return export.Paragraph(x.Asked, snapshotOf(ctx), language(l)), nil
}

// language is English where a client says null.
func language(l *graph.Language) graph.Language {
	if l == nil {
		return graph.English
	}
	return *l
}

type remainderResolver struct{}

func (remainderResolver) Text(_ context.Context, r *coverage.Remainder, l *graph.Language) (string, error) {
	return in(r.Text, l), nil
}

type proofResolver struct{}

func (proofResolver) Held(_ context.Context, p *coverage.Proof) (*string, error) {
	return optional(p.Held), nil
}
