// Package workspace keeps what organisations say they hold and have: the refs that they hold and the inventory of their
// controls, in versions, for each tenant apart. What it keeps has passed every rule that files of controls have to pass.
package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

// The bounds of one version, beside those of package store.
const (
	MaxControls = 5_000
	MaxHeld     = 1_000
	MaxSize     = 1 << 20 // bytes of the content as JSON
	MaxName     = 200     // characters
)

// The actions that versions are made by.
const (
	ActionCreate  = "create"
	ActionPut     = "put"
	ActionRename  = "rename"
	ActionRestore = "restore"
)

// Content is what an organisation holds and has.
type Content struct {
	Held      []string        `json:"held"` // refs of standards, profiles, headings, requirements and points; REF@DAY is held until the end of that day
	Inventory graph.Inventory `json:"inventory"`
}

// YAML returns the inventory as --controls reads it.
func (c *Content) YAML() ([]byte, error) { return inventory.YAML(&c.Inventory) }

// Keeper keeps workspaces in a store.
type Keeper struct{ store *store.Store }

// New returns a keeper on a store, which must stay open.
func New(s *store.Store) *Keeper { return &Keeper{s} }

// Of returns the workspaces of a tenant, which are all that it sees.
func (k *Keeper) Of(tenant string) Workspaces { return Workspaces{k.store.Tenant(tenant)} }

// Workspaces are those of one tenant.
type Workspaces struct{ store.Tenant }

// Read returns what a version holds.
func (w Workspaces) Read(ctx context.Context, v store.Version) (*Content, error) {
	text, err := w.Content(ctx, v)
	if err != nil {
		return nil, err
	}
	c := &Content{}
	if err := json.Unmarshal(text, c); err != nil {
		return nil, fmt.Errorf("version %d of a workspace cannot be read: %w", v.Number, err)
	}
	return c, nil
}

// Request is who asks for a change, and of what.
type Request struct {
	Author   string
	Expected int    // the number of the version that the change was made for; 0 to make a workspace
	Key      string // optional: a repeated request with the same key is the same request
	DryRun   bool   // say what would become of it, and change nothing
}

// Outcome is what became of a change.
type Outcome struct {
	Version     store.Version // that was made, or would be; after a dry run that makes a workspace it names none
	Before      *Content      // nil of a new workspace, and where it had been done before
	After       *Content
	Repeated    bool                // it had been done before
	Diagnostics []loader.Diagnostic // what the rules of inventories say that is no error
}

// RefusedError is of content that the rules of inventories forbid, with every reason.
type RefusedError struct{ Diagnostics []loader.Diagnostic }

func (e *RefusedError) Error() string {
	return fmt.Sprintf("the inventory breaks rules: %s", e.Diagnostics[0])
}

// HeldError is of a ref that ends on what is no day.
type HeldError struct{ Reason string }

func (e *HeldError) Error() string { return e.Reason }

// BoundError is of what is larger than what is kept.
type BoundError struct{ Reason string }

func (e *BoundError) Error() string { return e.Reason }

// NameError is of a name that cannot be one.
type NameError struct{ Reason string }

func (e *NameError) Error() string { return e.Reason }

// Create makes a workspace. Without an organisation the inventory gets the name of the workspace for it.
func (w Workspaces) Create(ctx context.Context, r Request, s *graph.Snapshot, name string, c Content) (Outcome, error) {
	r.Expected = 0
	return w.put(ctx, r, s, store.Version{Name: name, Action: ActionCreate}, nil, &c)
}

// Put replaces what a workspace holds by what edit makes of it. If nothing changes, the current version stays the current one.
func (w Workspaces) Put(ctx context.Context, r Request, s *graph.Snapshot, id string, edit func(*Content)) (Outcome, error) {
	v, before, err := w.expected(ctx, r, id)
	if err != nil {
		return Outcome{}, err
	}
	after := Content{slices.Clone(before.Held), before.Inventory}
	edit(&after)
	return w.put(ctx, r, s, store.Version{Workspace: id, Name: v.Name, Action: ActionPut}, before, &after)
}

// Rename gives a workspace another name, as a version with the same content.
func (w Workspaces) Rename(ctx context.Context, r Request, id, name string) (Outcome, error) {
	v, before, err := w.expected(ctx, r, id)
	if err != nil {
		return Outcome{}, err
	}
	v.Name, v.Action = name, ActionRename
	return w.again(ctx, r, v, before, before)
}

// Restore makes a workspace hold again what a version held that is kept. Its name stays.
func (w Workspaces) Restore(ctx context.Context, r Request, id string, number int) (Outcome, error) {
	current, before, err := w.expected(ctx, r, id)
	if err != nil {
		return Outcome{}, err
	}
	past, err := w.Version(ctx, id, number)
	if err != nil {
		return Outcome{}, err
	}
	after, err := w.Read(ctx, past)
	if err != nil {
		return Outcome{}, err
	}
	past.Name, past.Action = current.Name, ActionRestore
	return w.again(ctx, r, past, before, after)
}

// expected returns the current version of a workspace with its content. The store looks again when it writes; here
// it is looked at so that a dry run says the same.
func (w Workspaces) expected(ctx context.Context, r Request, id string) (store.Version, *Content, error) {
	v, err := w.Version(ctx, id, 0)
	if err != nil {
		return v, nil, err
	}
	c, err := w.Read(ctx, v)
	return v, c, err
}

// put checks content and keeps it.
func (w Workspaces) put(ctx context.Context, r Request, s *graph.Snapshot, v store.Version, before, after *Content) (Outcome, error) {
	if after.Inventory.Organization == "" {
		after.Inventory.Organization = v.Name
	}
	if after.Inventory.Controls == nil {
		after.Inventory.Controls = []graph.Control{}
	}
	diagnostics, err := check(s, after)
	if err != nil {
		return Outcome{}, err
	}
	text, err := json.Marshal(after)
	if err != nil {
		return Outcome{}, err
	}
	if len(text) > MaxSize {
		return Outcome{}, &BoundError{fmt.Sprintf("what the workspace holds has %d bytes; at most %d are kept", len(text), MaxSize)}
	}
	v.Controls, v.Held = len(after.Inventory.Controls), len(after.Held)
	out, err := w.keep(ctx, r, v, text, before, after)
	out.Diagnostics = diagnostics
	return out, err
}

// again keeps content that a version had already.
func (w Workspaces) again(ctx context.Context, r Request, v store.Version, before, after *Content) (Outcome, error) {
	return w.keep(ctx, r, v, nil, before, after)
}

// keep makes a version, unless nothing changes or the change is only tried.
func (w Workspaces) keep(ctx context.Context, r Request, v store.Version, text []byte, before, after *Content) (Outcome, error) {
	if err := checkName(v.Name); err != nil {
		return Outcome{}, err
	}
	v.Author, v.Key = r.Author, r.Key
	if text != nil {
		v.Hash = store.ContentHash(text)
	}
	out := Outcome{Version: v, Before: before, After: after}
	if v.Workspace != "" {
		current, err := w.Version(ctx, v.Workspace, 0)
		switch {
		case err != nil:
			return Outcome{}, err
		case current.Number == r.Expected && current.Hash == v.Hash && current.Name == v.Name && (r.Key == "" || current.Key != r.Key):
			out.Version = current
			return out, nil
		}
		if r.DryRun && current.Number != r.Expected {
			return Outcome{}, fmt.Errorf("%w: the workspace is at version %d, and the change was made for %d", store.ErrMoved, current.Number, r.Expected)
		}
	}
	if r.DryRun {
		if v.Workspace == "" {
			list, err := w.Workspaces(ctx)
			if err == nil && len(list) >= store.MaxWorkspaces {
				err = store.ErrManyWorkspaces
			}
			if err != nil {
				return Outcome{}, err
			}
		}
		out.Version.Number = r.Expected + 1
		return out, nil
	}
	made, repeated, err := w.Tenant.Put(ctx, r.Expected, v, text)
	if repeated {
		return Outcome{Version: made, Repeated: true}, err
	}
	out.Version = made
	if err != nil && made.Number > 0 {
		err = nil // it is kept; the next change removes what is too old
	}
	return out, err
}

// check holds content against the rules of inventories, and returns what they say of it that is no error.
func check(s *graph.Snapshot, c *Content) ([]loader.Diagnostic, error) {
	switch {
	case len(c.Held) > MaxHeld:
		return nil, &BoundError{fmt.Sprintf("held has %d refs; at most %d are kept", len(c.Held), MaxHeld)}
	case len(c.Inventory.Controls) > MaxControls:
		return nil, &BoundError{fmt.Sprintf("%d controls are too many; at most %d are kept", len(c.Inventory.Controls), MaxControls)}
	}
	c.Held = distinct(c.Held)
	for _, entry := range c.Held {
		ref, end, ends := strings.Cut(entry, "@")
		if ends {
			if _, err := graph.ParseDate(end); err != nil {
				return nil, &HeldError{fmt.Sprintf("held: %v", err)}
			}
		}
		if s.Standard(ref) == nil && s.Requirement(ref) == nil {
			return nil, s.Unknown(ref)
		}
	}
	text, err := c.YAML()
	if err != nil {
		return nil, err
	}
	read, diagnostics := loader.ReadInventory("inventory.yaml", text, s)
	if read == nil {
		return nil, &RefusedError{slices.DeleteFunc(diagnostics, func(d loader.Diagnostic) bool { return d.Severity != loader.Error })}
	}
	c.Inventory = *read
	return diagnostics, nil
}

func checkName(name string) error {
	switch n := len([]rune(name)); {
	case strings.TrimSpace(name) == "":
		return &NameError{"a workspace needs a name"}
	case n > MaxName:
		return &NameError{fmt.Sprintf("the name has %d characters; at most %d are kept", n, MaxName)}
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }):
		return &NameError{"the name has control characters or line breaks"}
	}
	return nil
}

func distinct(list []string) []string {
	kept := []string{}
	for _, s := range list {
		if !slices.Contains(kept, s) {
			kept = append(kept, s)
		}
	}
	return kept
}

// IsMissing reports whether an error is of a workspace or a version that the tenant does not have.
func IsMissing(err error) bool { return errors.Is(err, store.ErrNoWorkspace) }
