package schema

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/editor"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

// The codes of a Fault of a change.
const (
	CodeForbidden = "FORBIDDEN" // who asks may not make the change, or the server takes none
	CodeConflict  = "CONFLICT"  // the data is at another revision than the change was made for
	CodeNotFound  = "NOT_FOUND" // what is to be changed does not exist
)

// Editing is how one client changes data.
type Editing struct {
	Editor *editor.Editor              // nil on a server that takes no changes
	Author string                      // who the client is
	May    bool                        // the client holds the scope edit
	Reload func(context.Context) error // makes the server answer from what was changed
}

type editingKey struct{}

// WithEditing returns a context for one operation.
func WithEditing(ctx context.Context, e Editing) context.Context {
	return context.WithValue(ctx, editingKey{}, e)
}

// editing returns how the client changes data, or a Fault where it may not.
func editing(ctx context.Context) (Editing, error) {
	e, _ := ctx.Value(editingKey{}).(Editing)
	switch {
	case e.Editor == nil:
		return e, &Fault{Code: CodeForbidden, Message: "this server takes no changes; it is started with --editable to take them"}
	case !e.May:
		return e, &Fault{Code: CodeForbidden, Message: "this key or token does not hold the scope edit"}
	}
	return e, nil
}

type mutationResolver struct{}

func (mutationResolver) PutMapping(ctx context.Context, in model.PutMappingInput) (*model.ChangePayload, error) {
	return changed(ctx, in.Request(), func(e *editor.Editor, r editor.Request) (editor.Outcome, error) {
		return e.PutMapping(ctx, r, in.Mapping())
	})
}

func (mutationResolver) WithdrawMapping(ctx context.Context, in model.WithdrawMappingInput) (*model.ChangePayload, error) {
	return changed(ctx, in.Request(), func(e *editor.Editor, r editor.Request) (editor.Outcome, error) {
		return e.WithdrawMapping(ctx, r, in.Ref)
	})
}

func (mutationResolver) ReviewMapping(ctx context.Context, in model.ReviewMappingInput) (*model.ChangePayload, error) {
	return changed(ctx, in.Request(), func(e *editor.Editor, r editor.Request) (editor.Outcome, error) {
		return e.ReviewMapping(ctx, r, in.Ref)
	})
}

func (mutationResolver) ImportData(ctx context.Context, in model.ImportDataInput) (*model.ChangePayload, error) {
	var files []editor.File
	for _, f := range in.Files {
		content := f.Content
		switch {
		case f.Text != nil && content != nil, f.Text == nil && content == nil:
			return nil, &Fault{Code: CodeBadInput, Message: "files: give either the text or the content of a file"}
		case f.Text != nil:
			content = []byte(*f.Text)
		}
		files = append(files, editor.File{Name: f.Name, Content: content})
	}
	options, foreign := in.Foreign()
	if !foreign {
		return changed(ctx, in.Request(), func(e *editor.Editor, r editor.Request) (editor.Outcome, error) { return e.Import(ctx, r, files) })
	}
	payload, err := changed(ctx, in.Request(), func(e *editor.Editor, r editor.Request) (editor.Outcome, error) {
		return e.ImportForeign(ctx, r, files, options)
	})
	if payload != nil && payload.Reading != nil && !options.Confirmed && !value(in.DryRun) {
		payload.Accepted = false // a person has to look first
	}
	return payload, err
}

func (mutationResolver) UndoTo(ctx context.Context, in model.UndoToInput) (*model.ChangePayload, error) {
	return changed(ctx, in.Request(), func(e *editor.Editor, r editor.Request) (editor.Outcome, error) { return e.UndoTo(ctx, r, in.Number) })
}

// changed makes a change. When it returns, the server answers from the changed data.
func changed(ctx context.Context, r editor.Request, do func(*editor.Editor, editor.Request) (editor.Outcome, error)) (*model.ChangePayload, error) {
	e, err := editing(ctx)
	if err != nil {
		return nil, err
	}
	r.Author = e.Author
	out, err := do(e.Editor, r)
	var refused *editor.RefusedError
	switch {
	case errors.As(err, &refused):
		return &model.ChangePayload{Problems: refused.Diagnostics}, nil
	case err != nil && out.After == nil:
		return nil, changeFault(err)
	}
	answer := &model.ChangePayload{Accepted: true, Repeated: out.Repeated, Problems: out.Diagnostics, Before: out.Before, After: out.After, Reading: optional(out.Reading)}
	if answer.Problems == nil {
		answer.Problems = []loader.Diagnostic{}
	}
	if out.Entry.Revision > 0 {
		answer.Change = &out.Entry
		if err := e.Reload(ctx); err != nil {
			return nil, fmt.Errorf("the change is made, but cannot be loaded: %w", err)
		}
	}
	return answer, nil
}

// changeFault tells the client what it can mend.
func changeFault(err error) error {
	var forbidden *editor.ForbiddenError
	var missing *editor.NotFoundError
	var bad *editor.BadRequestError
	switch {
	case errors.As(err, &bad):
		return &Fault{Code: CodeBadInput, Message: bad.Reason}
	case errors.As(err, &forbidden):
		return &Fault{Code: CodeForbidden, Message: forbidden.Reason}
	case errors.As(err, &missing):
		return &Fault{Code: CodeNotFound, Message: missing.Error()}
	case errors.Is(err, store.ErrNoRevision):
		return &Fault{Code: CodeNotFound, Message: err.Error()}
	case errors.Is(err, store.ErrMoved):
		return &Fault{Code: CodeConflict, Message: err.Error()}
	}
	return err
}

type changePayloadResolver struct{}

func (changePayloadResolver) Moves(ctx context.Context, c *model.ChangePayload) ([]*model.VerdictMove, error) {
	if c.Before == nil || c.After == nil {
		return nil, nil
	}
	moves, err := coverage.Moves(ctx, c.Before, c.After, coverage.Question{})
	if err != nil {
		return nil, err
	}
	list := make([]*model.VerdictMove, len(moves))
	for i, m := range moves {
		list[i] = &model.VerdictMove{Move: m}
	}
	return list, nil
}

type dataProblemResolver struct{}

func (dataProblemResolver) Help(_ context.Context, d *loader.Diagnostic) (*string, error) {
	return optional(d.Help), nil
}

func (dataProblemResolver) Place(_ context.Context, d *loader.Diagnostic) (string, error) {
	return d.Position.String(), nil
}

type logEntryResolver struct{}

func (logEntryResolver) Subject(_ context.Context, e *store.Entry) (*string, error) {
	return optional(e.Subject), nil
}

func (logEntryResolver) Detail(_ context.Context, e *store.Entry) (*string, error) {
	return optional(e.Detail), nil
}

func (queryResolver) Revisions(ctx context.Context) ([]*graph.Revision, error) {
	revisions := []graph.Revision{snapshotOf(ctx).Revision()}
	if e, _ := ctx.Value(editingKey{}).(Editing); e.Editor != nil {
		var err error
		if revisions, err = e.Editor.Revisions(ctx); err != nil {
			return nil, err
		}
	}
	list := make([]*graph.Revision, len(revisions))
	for i := range revisions {
		list[i] = &revisions[i]
	}
	return list, nil
}

func (queryResolver) ChangeLog(ctx context.Context, first *int, after *string, last *int, before *string) (*model.LogConnection, error) {
	e, err := editing(ctx)
	if err != nil {
		return nil, err
	}
	log, err := e.Editor.Log(ctx)
	if err != nil {
		return nil, err
	}
	slices.Reverse(log)
	key := func(c store.Entry) string { return strconv.Itoa(c.Revision) }
	return page.Of(log, page.Args{First: first, After: after, Last: last, Before: before}, key, func(cursor string, c store.Entry) model.LogEdge {
		return model.LogEdge{Cursor: cursor, Node: &c}
	})
}
