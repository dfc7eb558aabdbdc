// Package editor changes the data of a store one revision at a time: what it publishes has passed every rule that files of
// data have to pass.
package editor

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader"
)

// Editor changes the data of a store.
type Editor struct {
	store *store.Store
	rules loader.Checker
}

// New returns an editor of a store, which must stay open.
func New(s *store.Store) *Editor { return &Editor{store: s} }

// Log returns all changes that were made, the first one first.
func (e *Editor) Log(ctx context.Context) ([]store.Entry, error) { return e.store.Log(ctx) }

// Revisions returns the revisions that UndoTo can return to, and the current one, which is the last.
func (e *Editor) Revisions(ctx context.Context) ([]graph.Revision, error) {
	return e.store.Revisions(ctx)
}

// Request is who asks for a change, and of what.
type Request struct {
	Author   string // who asks, the same for every request of theirs
	Expected int    // the number of the revision that the change was made for; at another one it is refused
	Key      string // optional: a repeated request with the same key is the same request
	DryRun   bool   // say what would become of it, and change nothing
}

// Outcome is what became of a change.
type Outcome struct {
	Entry       store.Entry         // of the log; zero after a dry run
	Repeated    bool                // it had been done before
	Diagnostics []loader.Diagnostic // of a change that was made: what is no error
	Before      *coverage.Engine    // of the data as it was; nil where it had been done before
	After       *coverage.Engine
	Reading     string // of an import whose files do not say how they are to be read: how they were
}

// RefusedError is of a change that the rules of data forbid, with every reason.
type RefusedError struct{ Diagnostics []loader.Diagnostic }

func (e *RefusedError) Error() string {
	lines := make([]string, len(e.Diagnostics))
	for i, d := range e.Diagnostics {
		lines[i] = d.String()
	}
	return "the change breaks rules of data:\n" + strings.Join(lines, "\n")
}

// ForbiddenError is of a change that its author may not make.
type ForbiddenError struct{ Reason string }

func (e *ForbiddenError) Error() string { return e.Reason }

// BadRequestError is of a request that leaves out what it needs, or holds nothing.
type BadRequestError struct{ Reason string }

func (e *BadRequestError) Error() string { return e.Reason }

// NotFoundError is of a change to what does not exist.
type NotFoundError struct{ What string }

func (e *NotFoundError) Error() string { return e.What + " does not exist" }

// change is one kind of change: it returns the datasets as they shall be. It must not alter those that it is given.
type change struct {
	action  string
	subject string
	detail  any // all that was asked for
	apply   func(datasets []*graph.Dataset) ([]*graph.Dataset, error)
	files   []loader.Source // what comes to them, as it stands in files
}

// do makes a change, or refuses it as a whole.
func (e *Editor) do(ctx context.Context, r Request, c change) (Outcome, error) {
	if past, repeated, err := e.repeated(ctx, r.Key); err != nil || repeated {
		return Outcome{Entry: past, Repeated: repeated}, err
	}
	head, datasets, err := e.store.Datasets(ctx)
	if err != nil {
		return Outcome{}, err
	}
	if head.Number != r.Expected {
		return Outcome{}, fmt.Errorf("%w: it is at revision %d, and the change was made for %d", store.ErrMoved, head.Number, r.Expected)
	}
	changed, err := c.apply(datasets)
	if err != nil {
		return Outcome{}, err
	}
	result, err := e.rules.Check(ctx, datasets, changed, c.files...)
	if err != nil {
		return Outcome{}, err
	}
	if !result.OK() {
		return Outcome{}, &RefusedError{slices.DeleteFunc(result.Diagnostics, func(d loader.Diagnostic) bool { return d.Severity != loader.Error })}
	}
	out := Outcome{Diagnostics: result.Diagnostics}
	if out.Before, err = engineOf(head, datasets); err != nil {
		return Outcome{}, err
	}
	if out.After, err = engineOf(head, result.Datasets); err != nil {
		return Outcome{}, err
	}
	if problems, err := newContradictions(ctx, out.Before, out.After, result.Place); err != nil {
		return Outcome{}, err
	} else if len(problems) > 0 {
		return Outcome{}, &RefusedError{problems}
	}
	detail, err := json.Marshal(c.detail)
	if err != nil || r.DryRun {
		return out, err
	}
	entry := store.Entry{Author: r.Author, Action: c.action, Subject: c.subject, Detail: string(detail), Key: r.Key}
	if out.Entry, out.Repeated, err = e.store.PublishAfter(ctx, r.Expected, entry, result.Datasets); err != nil && out.Entry.Revision == 0 {
		return Outcome{}, err
	}
	if out.Repeated {
		return Outcome{Entry: out.Entry, Repeated: true}, nil
	}
	return out, err
}

// engineOf prepares data for questions.
func engineOf(at graph.Revision, datasets []*graph.Dataset) (*coverage.Engine, error) {
	s, err := graph.Build(at, datasets)
	if err != nil {
		return nil, err
	}
	return coverage.New(s), nil
}

// repeated returns the change that was made with the key, if there is one.
func (e *Editor) repeated(ctx context.Context, key string) (store.Entry, bool, error) {
	if key == "" {
		return store.Entry{}, false, nil
	}
	log, err := e.store.Log(ctx)
	if err != nil {
		return store.Entry{}, false, err
	}
	for _, past := range log {
		if past.Key == key {
			return past, true, nil
		}
	}
	return store.Entry{}, false, nil
}
