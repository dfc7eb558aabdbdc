package schema

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

// maxStandards bounds the standards that one question names: each is asked for by itself.
const maxStandards = 30

// few returns an error where a question names too many standards.
func few(argument string, refs []string) error {
	if len(refs) > maxStandards {
		return &Fault{CodeLimitExceeded, fmt.Sprintf("%s has %d refs; at most %d are taken", argument, len(refs), maxStandards), nil}
	}
	return nil
}

func (r queryResolver) Overlap(ctx context.Context, standards []string, asOf *graph.Date, policy *model.PolicyInput, workspace *string) (*model.OverlapMatrix, error) {
	on, err := resting(ctx, workspace, nil, nil)
	if err != nil {
		return nil, err
	}
	if workspace != nil && len(standards) > 0 { // else all are compared
		standards = withHeld(snapshotOf(ctx), standards, on.held)
	}
	if err := few("standards", standards); err != nil {
		return nil, err
	}
	o, err := dataOf(ctx).Engine.Overlap(ctx, standards, r.question(basis{}, nil, "", asOf, policy))
	if err != nil {
		return nil, err
	}
	m := model.NewOverlapMatrix(o)
	on.state(ctx, m)
	return m, nil
}

type overlapMatrixResolver struct{}

func (overlapMatrixResolver) Notices(_ context.Context, m *model.OverlapMatrix, l *graph.Language) ([]string, error) {
	texts := []string{}
	for _, notice := range export.Notices(m.Standards) {
		texts = append(texts, notice.In(language(l)))
	}
	return texts, nil
}

// withHeld adds the whole standards among what is held.
func withHeld(s *graph.Snapshot, standards, held []string) []string {
	all := slices.Clone(standards)
	for _, entry := range held {
		ref, _, _ := strings.Cut(entry, "@") // until when does not matter to how standards overlap
		if s.Standard(ref) != nil && !slices.Contains(all, ref) {
			all = append(all, ref)
		}
	}
	return all
}

func (queryResolver) EditionChanges(ctx context.Context, from, to string, controls []*model.ControlInput, workspace *string) (*coverage.EditionChanges, error) {
	on, err := resting(ctx, workspace, nil, controls)
	if err != nil {
		return nil, err
	}
	e, err := dataOf(ctx).Engine.Editions(from, to, on.controls)
	on.state(ctx, e)
	return e, err
}

func (r queryResolver) NextStandards(ctx context.Context, held []string, controls []*model.ControlInput, scope *string, candidates []string, asOf *graph.Date, policy *model.PolicyInput, workspace *string) ([]*coverage.NextStandard, error) {
	if err := few("candidates", candidates); err != nil {
		return nil, err
	}
	on, err := holding(ctx, workspace, held, controls)
	if err != nil {
		return nil, err
	}
	ranked, err := dataOf(ctx).Engine.Next(r.question(on, scope, "", asOf, policy), candidates)
	list := make([]*coverage.NextStandard, len(ranked))
	for i := range ranked {
		list[i] = &ranked[i]
		on.state(ctx, list[i])
	}
	return list, err
}

func (r queryResolver) NextSteps(ctx context.Context, held []string, controls []*model.ControlInput, scope *string, target string, standards []string, asOf *graph.Date, policy *model.PolicyInput, first *int, after *string, last *int, before, workspace *string) (*model.NextStepConnection, error) {
	if err := few("standards", standards); err != nil {
		return nil, err
	}
	on, err := holding(ctx, workspace, held, controls)
	if err != nil {
		return nil, err
	}
	steps, err := dataOf(ctx).Engine.Steps(ctx, r.question(on, scope, target, asOf, policy), standards)
	if err != nil {
		return nil, err
	}
	key := func(s coverage.Step) string { return s.Requirement.Ref }
	c, err := page.Of(steps, page.Args{First: first, After: after, Last: last, Before: before}, key, func(cursor string, s coverage.Step) model.NextStepEdge {
		return model.NextStepEdge{Cursor: cursor, Node: &s}
	})
	on.state(ctx, c)
	return c, err
}

func (r queryResolver) WhatIf(ctx context.Context, held []string, controls []*model.ControlInput, scope *string, remove []string, add []*model.ControlInput, target string, asOf *graph.Date, policy *model.PolicyInput, workspace *string) (*coverage.WhatIf, error) {
	on, err := holding(ctx, workspace, held, controls)
	if err != nil {
		return nil, err
	}
	w, err := dataOf(ctx).Engine.WhatIf(r.question(on, scope, target, asOf, policy), remove, model.Controls(add))
	on.state(ctx, w)
	return w, err
}

func (r queryResolver) Sensitivity(ctx context.Context, held []string, controls []*model.ControlInput, scope *string, target string, asOf *graph.Date, policy *model.PolicyInput, workspace *string) (*model.Sensitivity, error) {
	rests, err := holding(ctx, workspace, held, controls)
	if err != nil {
		return nil, err
	}
	q, engine := r.question(rests, scope, target, asOf, policy), dataOf(ctx).Engine
	on, err := engine.Sensitivity(ctx, q)
	if err != nil {
		return nil, err
	}
	points, err := engine.SinglePoints(ctx, q, nil)
	answer := &model.Sensitivity{Sensitivity: on, Controls: points}
	rests.state(ctx, answer)
	return answer, err
}

type editionChangesResolver struct{}

func (editionChangesResolver) Counts(_ context.Context, e *coverage.EditionChanges) ([]*model.ChangeCount, error) {
	list := make([]*model.ChangeCount, len(coverage.ChangeKinds))
	for i, kind := range coverage.ChangeKinds {
		list[i] = &model.ChangeCount{Kind: kind, Count: e.Count(kind)}
	}
	return list, nil
}

func (editionChangesResolver) Changes(_ context.Context, e *coverage.EditionChanges, kinds []coverage.ChangeKind, first *int, after *string, last *int, before *string) (*model.ChangeConnection, error) {
	var list []*coverage.Change
	for i := range e.Changes {
		if c := &e.Changes[i]; len(kinds) == 0 || slices.Contains(kinds, c.Kind) {
			list = append(list, c)
		}
	}
	return page.Of(list, page.Args{First: first, After: after, Last: last, Before: before}, keyOfChange, func(cursor string, c *coverage.Change) model.ChangeEdge {
		return model.ChangeEdge{Cursor: cursor, Node: c}
	})
}

// keyOfChange names a change by the requirement of the new edition, or that of the old one where it is withdrawn.
func keyOfChange(c *coverage.Change) string {
	if c.To == nil {
		return c.From[0].Ref
	}
	return c.To.Ref
}
