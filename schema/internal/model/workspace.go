package model

import (
	"context"
	"sync"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/inventory"
	"github.com/clausegraph/clausegraph/loader/workspace"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

// The connections of workspaces.
type (
	WorkspaceConnection        = page.Connection[WorkspaceEdge]
	WorkspaceVersionConnection = page.Connection[WorkspaceVersionEdge]
	ControlConnection          = page.Connection[ControlEdge]
)

// WorkspaceEdge is a workspace in a list.
type WorkspaceEdge struct {
	Cursor string
	Node   *Workspace
}

// WorkspaceVersionEdge is a version in a list.
type WorkspaceVersionEdge struct {
	Cursor string
	Node   *WorkspaceVersion
}

// ControlEdge is a control in a list.
type ControlEdge struct {
	Cursor string
	Node   *graph.Control
}

// Workspace is a workspace at its current version.
type Workspace struct{ Current *WorkspaceVersion }

// Name is that of the current version.
func (w *Workspace) Name() string { return w.Current.Version.Name }

// WorkspaceVersion is a version of a workspace. What it holds is read when it is first asked for.
type WorkspaceVersion struct {
	store.Version

	owner workspace.Workspaces
	read  sync.Once
	holds *workspace.Content
	err   error
}

// NewWorkspaceVersion returns a version of a workspace of the owner.
func NewWorkspaceVersion(owner workspace.Workspaces, v store.Version) *WorkspaceVersion {
	return &WorkspaceVersion{Version: v, owner: owner}
}

// ControlCount is the number of controls.
func (v *WorkspaceVersion) ControlCount() int { return v.Version.Controls }

// Content is what the version holds.
func (v *WorkspaceVersion) Content(ctx context.Context) (*workspace.Content, error) {
	v.read.Do(func() { v.holds, v.err = v.owner.Read(ctx, v.Version) })
	return v.holds, v.err
}

// CreateWorkspaceInput is a workspace to make, as a client gives it.
type CreateWorkspaceInput struct {
	IdempotencyKey *string
	DryRun         *bool
	Name           string
	Held           []string
	Organization   *string
	Scopes         []string
	Controls       []*ControlInput
	File           *InventoryFileInput
}

// Request returns what is asked for, without the author.
func (in CreateWorkspaceInput) Request() workspace.Request {
	return workspace.Request{Key: or(in.IdempotencyKey), DryRun: or(in.DryRun)}
}

// Change returns what the workspace shall hold.
func (in CreateWorkspaceInput) Change() WorkspaceChange {
	return WorkspaceChange{in.Held, in.Organization, in.Scopes, in.Controls, in.File}
}

// PutWorkspaceInput is what a workspace shall hold, as a client gives it.
type PutWorkspaceInput struct {
	Workspace       string
	ExpectedVersion int
	IdempotencyKey  *string
	DryRun          *bool
	Held            []string
	Organization    *string
	Scopes          []string
	Controls        []*ControlInput
	File            *InventoryFileInput
}

// Request returns what is asked for, without the author.
func (in PutWorkspaceInput) Request() workspace.Request {
	return workspace.Request{Expected: in.ExpectedVersion, Key: or(in.IdempotencyKey), DryRun: or(in.DryRun)}
}

// Change returns what the workspace shall hold.
func (in PutWorkspaceInput) Change() WorkspaceChange {
	return WorkspaceChange{in.Held, in.Organization, in.Scopes, in.Controls, in.File}
}

// InventoryFileInput is a file of controls.
type InventoryFileInput struct {
	FileName string
	Content  []byte
	Links    *inventory.Link
}

// WorkspaceChange is what a workspace shall hold. What is nil stays as it is.
type WorkspaceChange struct {
	Held         []string
	Organization *string
	Scopes       []string
	Controls     []*ControlInput
	File         *InventoryFileInput
}

// Reading is what was understood of the file; nil where there is none.
func (c WorkspaceChange) Reading(s *graph.Snapshot) *inventory.Reading {
	if c.File == nil {
		return nil
	}
	return inventory.Read(c.File.FileName, c.File.Content, s, inventory.Options{Links: or(c.File.Links)})
}

// Edit changes content as the client asks, with what was read of its file. What the client says itself stands before what the file says.
func (c WorkspaceChange) Edit(to *workspace.Content, file *inventory.Reading) {
	if file != nil {
		to.Inventory = file.Inventory
	}
	if c.Held != nil {
		to.Held = c.Held
	}
	if c.Organization != nil {
		to.Inventory.Organization = *c.Organization
	}
	if c.Scopes != nil {
		to.Inventory.Scopes = c.Scopes
	}
	if c.Controls != nil {
		to.Inventory.Controls = Controls(c.Controls)
	}
}

// RenameWorkspaceInput is another name for a workspace.
type RenameWorkspaceInput struct {
	Workspace       string
	ExpectedVersion int
	IdempotencyKey  *string
	DryRun          *bool
	Name            string
}

// Request returns what is asked for, without the author.
func (in RenameWorkspaceInput) Request() workspace.Request {
	return workspace.Request{Expected: in.ExpectedVersion, Key: or(in.IdempotencyKey), DryRun: or(in.DryRun)}
}

// RestoreWorkspaceInput is a version to return to.
type RestoreWorkspaceInput struct {
	Workspace       string
	ExpectedVersion int
	IdempotencyKey  *string
	DryRun          *bool
	Number          int
}

// Request returns what is asked for, without the author.
func (in RestoreWorkspaceInput) Request() workspace.Request {
	return workspace.Request{Expected: in.ExpectedVersion, Key: or(in.IdempotencyKey), DryRun: or(in.DryRun)}
}

// DeleteWorkspaceInput is a workspace to delete.
type DeleteWorkspaceInput struct {
	Workspace       string
	ExpectedVersion int
}

// WorkspacePayload is what became of a change of a workspace.
type WorkspacePayload struct {
	Accepted  bool
	Workspace *Workspace
	Version   *WorkspaceVersion
	Repeated  bool
	Problems  []loader.Diagnostic
	Notes     []inventory.Note
	Changes   *workspace.Changes
}

// WorkspaceChanges is what is other than before.
type WorkspaceChanges = workspace.Changes

// DeleteWorkspacePayload names what was deleted.
type DeleteWorkspacePayload struct{ Deleted string }
