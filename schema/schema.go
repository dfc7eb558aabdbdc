// Package schema is the GraphQL interface: the schema in *.graphqls, one file per concept, and resolvers that make one
// call each.
package schema

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/exec"
	"github.com/clausegraph/clausegraph/search"
)

// Data is what answers are given from. All is of the same snapshot.
type Data struct {
	Engine  *coverage.Engine
	Index   *search.Index
	Overlay search.Overlay // texts of the user's own; the index has them as well
}

// StoreFields are the root fields of Query that look into the store, beyond the Data that all others are answered from.
var StoreFields = []string{"revisions", "changeLog"}

type dataKey struct{}

// WithData returns a context for one operation. All of the operation is answered from the data, so that the server may
// turn to newer data between two operations and never within one.
func WithData(ctx context.Context, d *Data) context.Context {
	return context.WithValue(ctx, dataKey{}, d)
}

func dataOf(ctx context.Context) *Data { return ctx.Value(dataKey{}).(*Data) }

func snapshotOf(ctx context.Context) *graph.Snapshot { return dataOf(ctx).Engine.Snapshot() }

// New returns the schema with its resolvers and the cost of every field. Operations must run in a context of WithData.
// The clock tells what day it is where a question does not say.
func New(clock func() time.Time) graphql.ExecutableSchema {
	return exec.NewDirectSchema(exec.Config{
		Schema:     parsed(),
		Resolvers:  resolvers{clock},
		Complexity: costs(),
	})
}

// parsed returns the schema without the directive @defer, which gqlgen adds and no answer of ours obeys.
func parsed() *ast.Schema {
	s := *exec.NewExecutableSchema(exec.Config{}).Schema()
	directives := make(map[string]*ast.DirectiveDefinition, len(s.Directives))
	for name, d := range s.Directives {
		if name != "defer" {
			directives[name] = d
		}
	}
	s.Directives = directives
	return &s
}
