package schema

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader/workspace"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

// Tenancy is what one client sees and may do of the workspaces of its tenant, in one operation.
type Tenancy struct {
	Keeper *workspace.Keeper // nil on a server that keeps no workspaces
	Tenant string            // empty: the client belongs to none
	Author string            // who the client is
	May    bool              // the client holds the scope workspace

	touched atomic.Bool
	rests   sync.Map // the versions that answers rest on, by the answers
}

// Touched reports whether the operation looked for any workspace: its answer is that of one tenant, at one moment.
func (t *Tenancy) Touched() bool { return t.touched.Load() }

type tenancyKey struct{}

// WithTenancy returns a context for one operation.
func WithTenancy(ctx context.Context, t *Tenancy) context.Context {
	return context.WithValue(ctx, tenancyKey{}, t)
}

// tenancy returns whose workspaces the client sees, or a Fault where it sees none.
func tenancy(ctx context.Context) (*Tenancy, error) {
	t, _ := ctx.Value(tenancyKey{}).(*Tenancy)
	if t != nil {
		t.touched.Store(true) // that there is nothing for this client is an answer for this client, too
	}
	switch {
	case t == nil || t.Keeper == nil:
		return nil, &Fault{Code: CodeForbidden, Message: "this server keeps no workspaces; it is started with --workspaces to keep them"}
	case t.Tenant == "":
		return nil, &Fault{Code: CodeForbidden, Message: "workspaces belong to keys and tokens; this request has none that belongs to an organisation"}
	}
	return t, nil
}

func (t *Tenancy) workspaces() workspace.Workspaces { return t.Keeper.Of(t.Tenant) }

// The types of global ids.
const (
	workspaceType = "Workspace"
	versionType   = "WorkspaceVersion"
)

// noWorkspace is all that a client learns of a workspace that is not there, or not its own.
var noWorkspace = &Fault{Code: CodeNotFound, Message: "there is no workspace with this id"}

// version returns the version that a global id names: of a workspace the current one. The fault is the same whether there is none
// or it is that of somebody else.
func (t *Tenancy) version(ctx context.Context, id string) (*model.WorkspaceVersion, bool, error) {
	typ, name := plainID(id)
	number := 0
	switch typ {
	case workspaceType:
	case versionType:
		var text string
		var err error
		name, text, _ = strings.Cut(name, "/")
		if number, err = strconv.Atoi(text); err != nil || number < 1 {
			return nil, false, noWorkspace
		}
	default:
		return nil, false, noWorkspace
	}
	v, err := t.workspaces().Version(ctx, name, number)
	if workspace.IsMissing(err) {
		err = noWorkspace
	}
	if err != nil {
		return nil, false, err
	}
	return model.NewWorkspaceVersion(t.workspaces(), v), typ == versionType, nil
}

// WorkspaceID returns the global id of a workspace.
func WorkspaceID(id string) string { return globalID(workspaceType, id) }

// WorkspaceOf returns the id of the workspace that a global id names, which no other is; empty where it names none.
func WorkspaceOf(global string) string {
	id, _ := workspaceID(global)
	return id
}

// workspaceID returns the id of the workspace that a global id names, which no other is.
func workspaceID(id string) (string, error) {
	typ, name := plainID(id)
	if typ != workspaceType {
		return "", noWorkspace
	}
	return name, nil
}

// findWorkspace returns the workspace or the version with the global id, or nil.
func findWorkspace(ctx context.Context, id string) (model.Node, error) {
	t, err := tenancy(ctx)
	if err != nil {
		return nil, nil // there is none for this client
	}
	v, single, err := t.version(ctx, id)
	switch {
	case errors.Is(err, noWorkspace):
		return nil, nil
	case err != nil:
		return nil, err
	case single:
		return v, nil
	}
	return &model.Workspace{Current: v}, nil
}

func (queryResolver) Workspace(ctx context.Context, id string) (*model.Workspace, error) {
	t, err := tenancy(ctx)
	if err != nil {
		return nil, err
	}
	v, single, err := t.version(ctx, id)
	switch {
	case errors.Is(err, noWorkspace), err == nil && single:
		return nil, nil
	case err != nil:
		return nil, err
	}
	return &model.Workspace{Current: v}, nil
}

func (queryResolver) Workspaces(ctx context.Context, first *int, after *string, last *int, before *string) (*model.WorkspaceConnection, error) {
	t, err := tenancy(ctx)
	if err != nil {
		return nil, err
	}
	own := t.workspaces()
	list, err := own.Workspaces(ctx)
	if err != nil {
		return nil, err
	}
	key := func(v store.Version) string { return v.Workspace }
	return page.Of(list, page.Args{First: first, After: after, Last: last, Before: before}, key, func(cursor string, v store.Version) model.WorkspaceEdge {
		return model.WorkspaceEdge{Cursor: cursor, Node: &model.Workspace{Current: model.NewWorkspaceVersion(own, v)}}
	})
}

type workspaceResolver struct{}

func (workspaceResolver) ID(_ context.Context, w *model.Workspace) (string, error) {
	return WorkspaceID(w.Current.Workspace), nil
}

func (workspaceResolver) Versions(ctx context.Context, w *model.Workspace, first *int, after *string, last *int, before *string) (*model.WorkspaceVersionConnection, error) {
	t, err := tenancy(ctx)
	if err != nil {
		return nil, err
	}
	own := t.workspaces()
	list, err := own.Versions(ctx, w.Current.Workspace)
	if err != nil && !workspace.IsMissing(err) { // it may be deleted meanwhile
		return nil, err
	}
	slices.Reverse(list)
	key := func(v store.Version) string { return strconv.Itoa(v.Number) }
	return page.Of(list, page.Args{First: first, After: after, Last: last, Before: before}, key, func(cursor string, v store.Version) model.WorkspaceVersionEdge {
		return model.WorkspaceVersionEdge{Cursor: cursor, Node: model.NewWorkspaceVersion(own, v)}
	})
}

type workspaceVersionResolver struct{}

func (workspaceVersionResolver) ID(_ context.Context, v *model.WorkspaceVersion) (string, error) {
	return globalID(versionType, fmt.Sprintf("%s/%d", v.Workspace, v.Number)), nil
}

// contentOf returns what a version holds, or the fault of one that was deleted meanwhile.
func contentOf(ctx context.Context, v *model.WorkspaceVersion) (*workspace.Content, error) {
	c, err := v.Content(ctx)
	if workspace.IsMissing(err) {
		return nil, noWorkspace
	}
	return c, err
}

func (workspaceVersionResolver) Held(ctx context.Context, v *model.WorkspaceVersion) ([]string, error) {
	c, err := contentOf(ctx, v)
	if err != nil {
		return nil, err
	}
	return c.Held, nil
}

func (workspaceVersionResolver) Organization(ctx context.Context, v *model.WorkspaceVersion) (string, error) {
	c, err := contentOf(ctx, v)
	if err != nil {
		return "", err
	}
	return c.Inventory.Organization, nil
}

func (workspaceVersionResolver) Scopes(ctx context.Context, v *model.WorkspaceVersion) ([]string, error) {
	c, err := contentOf(ctx, v)
	if err != nil {
		return nil, err
	}
	return c.Inventory.Scopes, nil
}

func (workspaceVersionResolver) Controls(ctx context.Context, v *model.WorkspaceVersion, first *int, after *string, last *int, before *string) (*model.ControlConnection, error) {
	c, err := contentOf(ctx, v)
	if err != nil {
		return nil, err
	}
	key := func(c graph.Control) string { return c.ID }
	return page.Of(c.Inventory.Controls, page.Args{First: first, After: after, Last: last, Before: before}, key, func(cursor string, c graph.Control) model.ControlEdge {
		return model.ControlEdge{Cursor: cursor, Node: &c}
	})
}

func (workspaceVersionResolver) Yaml(ctx context.Context, v *model.WorkspaceVersion) (string, error) {
	c, err := contentOf(ctx, v)
	if err != nil {
		return "", err
	}
	text, err := c.YAML()
	return string(text), err
}
