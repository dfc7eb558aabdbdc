package schema

import (
	"context"
	"errors"

	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/inventory"
	"github.com/clausegraph/clausegraph/loader/workspace"
	"github.com/clausegraph/clausegraph/schema/internal/model"
)

func (mutationResolver) CreateWorkspace(ctx context.Context, in model.CreateWorkspaceInput) (*model.WorkspacePayload, error) {
	return filled(ctx, in.Request(), in.Change(), func(w workspace.Workspaces, r workspace.Request, edit func(*workspace.Content)) (workspace.Outcome, error) {
		var c workspace.Content
		edit(&c)
		return w.Create(ctx, r, snapshotOf(ctx), in.Name, c)
	})
}

func (mutationResolver) PutWorkspace(ctx context.Context, in model.PutWorkspaceInput) (*model.WorkspacePayload, error) {
	id, missing := workspaceID(in.Workspace)
	return filled(ctx, in.Request(), in.Change(), func(w workspace.Workspaces, r workspace.Request, edit func(*workspace.Content)) (workspace.Outcome, error) {
		if missing != nil {
			return workspace.Outcome{}, missing
		}
		return w.Put(ctx, r, snapshotOf(ctx), id, edit)
	})
}

func (mutationResolver) RenameWorkspace(ctx context.Context, in model.RenameWorkspaceInput) (*model.WorkspacePayload, error) {
	id, missing := workspaceID(in.Workspace)
	return keptBy(ctx, in.Request(), func(w workspace.Workspaces, r workspace.Request) (workspace.Outcome, error) {
		if missing != nil {
			return workspace.Outcome{}, missing
		}
		return w.Rename(ctx, r, id, in.Name)
	})
}

func (mutationResolver) RestoreWorkspace(ctx context.Context, in model.RestoreWorkspaceInput) (*model.WorkspacePayload, error) {
	id, missing := workspaceID(in.Workspace)
	return keptBy(ctx, in.Request(), func(w workspace.Workspaces, r workspace.Request) (workspace.Outcome, error) {
		if missing != nil {
			return workspace.Outcome{}, missing
		}
		return w.Restore(ctx, r, id, in.Number)
	})
}

func (mutationResolver) DeleteWorkspace(ctx context.Context, in model.DeleteWorkspaceInput) (*model.DeleteWorkspacePayload, error) {
	t, err := keeping(ctx)
	if err != nil {
		return nil, err
	}
	id, err := workspaceID(in.Workspace)
	if err != nil {
		return nil, err
	}
	if err := t.workspaces().Delete(ctx, id, in.ExpectedVersion); err != nil {
		return nil, workspaceFault(err)
	}
	return &model.DeleteWorkspacePayload{Deleted: in.Workspace}, nil
}

// keeping returns what the client may change, or a Fault where it may not.
func keeping(ctx context.Context) (*Tenancy, error) {
	t, err := tenancy(ctx)
	if err == nil && !t.May {
		err = &Fault{Code: CodeForbidden, Message: "this key or token does not hold the scope workspace"}
	}
	return t, err
}

// filled makes a change that says what a workspace shall hold. A file with an error in it refuses the change.
func filled(ctx context.Context, r workspace.Request, c model.WorkspaceChange, do func(workspace.Workspaces, workspace.Request, func(*workspace.Content)) (workspace.Outcome, error)) (*model.WorkspacePayload, error) {
	if _, err := keeping(ctx); err != nil {
		return nil, err
	}
	if c.File != nil && c.Controls != nil {
		return nil, &Fault{Code: CodeBadInput, Message: "give either controls or a file"}
	}
	file := c.Reading(snapshotOf(ctx))
	notes := []inventory.Note{}
	if file != nil {
		notes = file.Notes
	}
	if file != nil && !file.OK() {
		return &model.WorkspacePayload{Problems: []loader.Diagnostic{}, Notes: notes}, nil
	}
	payload, err := keptBy(ctx, r, func(w workspace.Workspaces, r workspace.Request) (workspace.Outcome, error) {
		return do(w, r, func(to *workspace.Content) { c.Edit(to, file) })
	})
	if payload != nil {
		payload.Notes = notes
	}
	return payload, err
}

// keptBy makes a change of a workspace.
func keptBy(ctx context.Context, r workspace.Request, do func(workspace.Workspaces, workspace.Request) (workspace.Outcome, error)) (*model.WorkspacePayload, error) {
	t, err := keeping(ctx)
	if err != nil {
		return nil, err
	}
	r.Author = t.Author
	own := t.workspaces()
	out, err := do(own, r)
	var refused *workspace.RefusedError
	switch {
	case errors.As(err, &refused):
		return &model.WorkspacePayload{Problems: refused.Diagnostics, Notes: []inventory.Note{}}, nil
	case err != nil:
		return nil, workspaceFault(err)
	}
	p := &model.WorkspacePayload{Accepted: true, Repeated: out.Repeated, Problems: out.Diagnostics, Notes: []inventory.Note{}}
	if p.Problems == nil {
		p.Problems = []loader.Diagnostic{}
	}
	if out.After != nil {
		p.Changes = workspace.Compare(out.Before, out.After)
	}
	if !r.DryRun {
		p.Version = model.NewWorkspaceVersion(own, out.Version)
	}
	if out.Version.Workspace == "" {
		return p, nil
	}
	current, err := own.Version(ctx, out.Version.Workspace, 0)
	if err != nil {
		return nil, workspaceFault(err)
	}
	p.Workspace = &model.Workspace{Current: model.NewWorkspaceVersion(own, current)}
	return p, nil
}

// workspaceFault tells the client what it can mend.
func workspaceFault(err error) error {
	var bound *workspace.BoundError
	var name *workspace.NameError
	var held *workspace.HeldError
	switch {
	case workspace.IsMissing(err):
		return noWorkspace
	case errors.Is(err, store.ErrMoved):
		return &Fault{Code: CodeConflict, Message: err.Error()}
	case errors.Is(err, store.ErrManyWorkspaces):
		return &Fault{Code: CodeLimitExceeded, Message: err.Error()}
	case errors.As(err, &bound):
		return &Fault{Code: CodeLimitExceeded, Message: err.Error()}
	case errors.As(err, &name), errors.As(err, &held):
		return &Fault{Code: CodeBadInput, Message: err.Error()}
	}
	return err
}
