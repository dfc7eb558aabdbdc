package schema

import (
	"context"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export/deliverable"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
)

// basis is what a question rests on: what the client gives with it, and a version of a workspace if it names one.
type basis struct {
	version      *model.WorkspaceVersion // nil where none is named
	held         []string
	controls     []graph.Control
	organization string
}

// resting returns what a question rests on. A control that is given stands in the place of that of the workspace with its id.
func resting(ctx context.Context, id *string, held []string, controls []*model.ControlInput) (basis, error) {
	b := basis{held: held, controls: model.Controls(controls)}
	if id == nil {
		return b, nil
	}
	err := b.join(ctx, *id)
	return b, err
}

// join adds what a version of a workspace holds and has.
func (b *basis) join(ctx context.Context, id string) error {
	t, err := tenancy(ctx)
	if err != nil {
		return err
	}
	if b.version, _, err = t.version(ctx, id); err != nil {
		return err
	}
	c, err := contentOf(ctx, b.version)
	if err != nil {
		return err
	}
	b.organization = c.Inventory.Organization
	b.held = append(append([]string{}, c.Held...), b.held...)
	given := make(map[string]bool, len(b.controls))
	for i := range b.controls {
		given[b.controls[i].ID] = true
	}
	var own []graph.Control
	for _, control := range c.Inventory.Controls {
		if !given[control.ID] {
			own = append(own, control)
		}
	}
	b.controls = append(own, b.controls...)
	return nil
}

// KeptControls is how many controls a workspace is taken to have in the cost of a question.
const KeptControls = keptControls

// JoinWorkspace adds what a workspace, or one version of it, holds and has to what is given with a question, as the fields of this
// schema do, by the same rules of who may see it. It returns the global id of the version.
func JoinWorkspace(ctx context.Context, id string, held []string, controls []graph.Control) (version string, allHeld []string, all []graph.Control, err error) {
	b := basis{held: held, controls: controls}
	if err := b.join(ctx, id); err != nil {
		return "", nil, nil, err
	}
	version, err = workspaceVersionResolver{}.ID(ctx, b.version)
	return version, b.held, b.controls, err
}

// WithHeld adds the whole standards among what is held to a list of standards.
func WithHeld(s *graph.Snapshot, standards, held []string) []string {
	return withHeld(s, standards, held)
}

// holding is resting for a question that must say what is held.
func holding(ctx context.Context, id *string, held []string, controls []*model.ControlInput) (basis, error) {
	if id == nil && held == nil {
		return basis{}, &Fault{Code: CodeBadInput, Message: "say what is held: give held, or a workspace, or both; an empty list holds nothing"}
	}
	return resting(ctx, id, held, controls)
}

// state makes an answer say which version of a workspace it rests on. Answers are domain types, which know of no workspaces.
func (b basis) state(ctx context.Context, answers ...any) {
	t, _ := ctx.Value(tenancyKey{}).(*Tenancy)
	if b.version == nil || t == nil {
		return
	}
	for _, a := range answers {
		t.rests.Store(a, b.version)
	}
}

// restsOn returns the version that an answer rests on, or nil.
func restsOn(ctx context.Context, answer any) (*model.WorkspaceVersion, error) {
	t, _ := ctx.Value(tenancyKey{}).(*Tenancy)
	if t == nil {
		return nil, nil
	}
	v, _ := t.rests.Load(answer)
	version, _ := v.(*model.WorkspaceVersion)
	return version, nil
}

func (gapAnalysisResolver) Workspace(ctx context.Context, a *coverage.Analysis) (*model.WorkspaceVersion, error) {
	return restsOn(ctx, a)
}

func (explanationResolver) Workspace(ctx context.Context, x *model.Explanation) (*model.WorkspaceVersion, error) {
	return restsOn(ctx, x)
}

func (editionChangesResolver) Workspace(ctx context.Context, e *coverage.EditionChanges) (*model.WorkspaceVersion, error) {
	return restsOn(ctx, e)
}

func (overlapMatrixResolver) Workspace(ctx context.Context, m *model.OverlapMatrix) (*model.WorkspaceVersion, error) {
	return restsOn(ctx, m)
}

type nextStandardResolver struct{}

func (nextStandardResolver) Workspace(ctx context.Context, n *coverage.NextStandard) (*model.WorkspaceVersion, error) {
	return restsOn(ctx, n)
}

type nextStepConnectionResolver struct{}

func (nextStepConnectionResolver) Workspace(ctx context.Context, c *model.NextStepConnection) (*model.WorkspaceVersion, error) {
	return restsOn(ctx, c)
}

type whatIfResolver struct{}

func (whatIfResolver) Workspace(ctx context.Context, w *coverage.WhatIf) (*model.WorkspaceVersion, error) {
	return restsOn(ctx, w)
}

type sensitivityResolver struct{}

func (sensitivityResolver) Workspace(ctx context.Context, s *model.Sensitivity) (*model.WorkspaceVersion, error) {
	return restsOn(ctx, s)
}

type deliverableResolver struct{}

func (deliverableResolver) Workspace(ctx context.Context, d *deliverable.Document) (*model.WorkspaceVersion, error) {
	return restsOn(ctx, d)
}
