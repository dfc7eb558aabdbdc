package server

import (
	"context"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/clausegraph/clausegraph/internal/metrics"
	"github.com/clausegraph/clausegraph/schema"
)

func tooMuch(format string, args ...any) *gqlerror.Error {
	err := &gqlerror.Error{Message: fmt.Sprintf(format, args...)}
	errcode.Set(err, schema.CodeLimitExceeded)
	return err
}

// documentLimits refuses documents that would take long to validate. Validation compares fields pairwise and cannot be
// interrupted, so that this must come before it.
type documentLimits struct {
	Limits
	known   graphql.Cache[*ast.QueryDocument] // documents that passed, and were found valid
	budget  *budget
	metrics *metrics.Metrics
}

// ExtensionName identifies the extension.
func (documentLimits) ExtensionName() string { return "DocumentLimits" }

// Validate accepts any schema.
func (documentLimits) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters returns an error where the document breaks a limit. It changes nothing.
func (l documentLimits) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if len(p.Query) > l.Document {
		return tooMuch("the document has %d bytes; at most %d are taken", len(p.Query), l.Document)
	}
	if p.Query == "" {
		return nil
	}
	_, known := l.known.Get(ctx, p.Query)
	l.metrics.Cache("document", known)
	if known {
		return nil
	}
	if err := l.budget.spend(ctx, len(p.Query)); err != nil { // reading it takes about as long as so many fields
		return err
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, l.Tokens)
	if err != nil {
		if strings.Contains(err.Error(), "exceeded") { // the parser's own limits: tokens, nesting
			return tooMuch("the document has more than %d tokens, or is nested too deep", l.Tokens)
		}
		return nil // the executor parses it again and reports where it is wrong
	}
	return l.check(measure(doc), doc)
}

func (l documentLimits) check(m measurement, doc *ast.QueryDocument) *gqlerror.Error {
	for _, limit := range []struct {
		what       string
		have, most int
	}{
		{"operations", len(doc.Operations), l.Operations},
		{"fragments", len(doc.Fragments), l.Fragments},
		{"levels of fields", m.depth, l.Depth},
		{"fields once its fragments are expanded", m.fields, l.Fields},
		{"aliases", m.aliases, l.Aliases},
		{"directives", m.directives, l.Directives},
	} {
		if limit.have > limit.most {
			return tooMuch("the document has more %s than the %d that are taken", limit.what, limit.most)
		}
	}
	return nil
}

// measurement is the size of a document. Depth and fields count what a fragment holds wherever it is spread, aliases
// and directives where they are written.
type measurement struct {
	depth, fields, aliases, directives int
}

// measure takes time linear in the length of the document, however its fragments are nested.
func measure(doc *ast.QueryDocument) measurement {
	r := ruler{doc: doc, fragments: map[string]extent{}}
	var m measurement
	for _, op := range doc.Operations {
		r.directives += len(op.Directives)
		e := r.extent(op.SelectionSet)
		m.depth, m.fields = max(m.depth, e.depth), m.fields+e.fields
	}
	m.aliases, m.directives = r.aliases, r.directives
	return m
}

type extent struct{ depth, fields int }

type ruler struct {
	doc                 *ast.QueryDocument
	fragments           map[string]extent
	aliases, directives int
}

// countless bounds a number of fields, so that fragments that double each other do not overflow it.
const countless = 1 << 30

func (r *ruler) extent(set ast.SelectionSet) extent {
	var sum extent
	for _, selection := range set {
		var e extent
		switch s := selection.(type) {
		case *ast.Field:
			r.directives += len(s.Directives)
			if s.Alias != s.Name {
				r.aliases++
			}
			e = r.extent(s.SelectionSet)
			e.depth++
		case *ast.InlineFragment:
			r.directives += len(s.Directives)
			e = r.extent(s.SelectionSet)
		case *ast.FragmentSpread:
			r.directives += len(s.Directives)
			e = r.fragment(s.Name)
		}
		sum.depth = max(sum.depth, e.depth)
		sum.fields = min(sum.fields+e.fields+1, countless)
	}
	return sum
}

func (r *ruler) fragment(name string) extent {
	e, ok := r.fragments[name]
	if ok {
		return e
	}
	r.fragments[name] = extent{} // a fragment that spreads itself finds this; validation refuses it
	if f := r.doc.Fragments.ForName(name); f != nil {
		e = r.extent(f.SelectionSet)
		r.fragments[name] = e
	}
	return e
}

// costLimit refuses operations that ask for too much. It comes after validation.
type costLimit struct {
	most    int
	schema  graphql.ExecutableSchema
	budget  *budget
	metrics *metrics.Metrics
}

// ExtensionName identifies the extension.
func (*costLimit) ExtensionName() string { return "CostLimit" }

// Validate notes the schema, which knows the costs.
func (l *costLimit) Validate(s graphql.ExecutableSchema) error {
	l.schema = s
	return nil
}

// MutateOperationContext returns an error where the operation costs too much. It changes nothing.
func (l *costLimit) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	cost := complexity.Calculate(ctx, l.schema, op.Operation, op.Variables)
	l.metrics.Cost(cost)
	exchangeOf(ctx).cost = cost
	if cost > l.most {
		return tooMuch("the operation costs %d and may cost %d; ask for fewer fields, or for smaller pages with first", cost, l.most)
	}
	return l.budget.spend(ctx, cost)
}
