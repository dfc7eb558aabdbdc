package schema

import (
	"context"
	"fmt"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
)

// maxIDs is how many objects one call of nodes gives.
const maxIDs = 100

func (queryResolver) Node(ctx context.Context, id string) (model.Node, error) {
	return nodeOf(ctx, id)
}

// nodeOf returns the object with the global id that the client may see, or nil.
func nodeOf(ctx context.Context, id string) (model.Node, error) {
	if typ, _ := plainID(id); typ == workspaceType || typ == versionType {
		return findWorkspace(ctx, id)
	}
	return find(snapshotOf(ctx), id), nil
}

func (queryResolver) Nodes(ctx context.Context, ids []string) ([]model.Node, error) {
	if len(ids) > maxIDs {
		return nil, &Fault{Code: CodeLimitExceeded, Message: fmt.Sprintf("ids: %d are too many; at most %d are taken", len(ids), maxIDs)}
	}
	list := make([]model.Node, len(ids))
	for i, id := range ids {
		var err error
		if list[i], err = nodeOf(ctx, id); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (queryResolver) Revision(ctx context.Context) (*graph.Revision, error) {
	r := snapshotOf(ctx).Revision()
	return &r, nil
}
