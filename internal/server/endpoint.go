package server

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/clausegraph/clausegraph/schema"
)

// endpoint answers GraphQL requests. It stands in for gqlgen's own transports, which fail six of the sixty-one audits
// of GraphQL over HTTP, read bodies without a limit, and repeat them in errors.
type endpoint struct {
	Config

	exec  *executor.Executor
	slots chan struct{}
}

// The bytes of documents that are kept parsed, and of documents that clients may name by their hash. A parsed document
// takes up to some sixty times the bytes of its text.
const (
	documentCache  = 32 << 20
	parsedSize     = 64
	persistedCache = 1 << 20
)

func newEndpoint(c Config) *endpoint {
	documents := newCache(documentCache, func(text string, _ *ast.QueryDocument) int { return parsedSize * len(text) })
	persisted := newCache(persistedCache, func(hash, text string) int { return len(hash) + len(text) })
	x := executor.New(schema.New(c.Clock))
	x.SetQueryCache(documents)
	x.SetParserTokenLimit(c.Limits.Tokens)
	x.SetDisableSuggestion(true) // a suggestion costs time that grows with the schema, for every wrong field
	x.SetErrorPresenter(presenter(c.Logger))
	x.SetRecoverFunc(recoverer(c.Logger))
	x.Use(documentLimits{c.Limits, documents})
	x.Use(persistedDocuments{persisted}) // after the limits, so that it keeps no document that breaks one
	x.Use(introspection{})
	x.Use(&costLimit{most: c.Limits.Cost})
	return &endpoint{c, x, make(chan struct{}, c.Limits.Concurrent)}
}

// introspection lets clients read the schema, which is public.
type introspection struct{}

// ExtensionName identifies the extension.
func (introspection) ExtensionName() string { return "Introspection" }

// Validate accepts any schema.
func (introspection) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext allows it.
func (introspection) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = false
	return nil
}

// ServeHTTP answers one request.
func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	media := negotiate(r.Header)
	if media == "" {
		bad := refusal{http.StatusNotAcceptable, "NOT_ACCEPTABLE", "answers are application/graphql-response+json or application/json"}
		bad.response(mediaJSON).send(w, e.Limits.Errors)
		return
	}
	e.answer(w, r, media).send(w, e.Limits.Errors)
}

func (e *endpoint) answer(w http.ResponseWriter, r *http.Request, media string) response {
	if crossSite(r) {
		return (&refusal{http.StatusForbidden, "CROSS_SITE", "pages of other sites may not use this server"}).response(media)
	}
	params, bad := e.Limits.read(w, r)
	if bad != nil {
		return bad.response(media)
	}
	data := e.Data.Load()
	if data == nil {
		w.Header().Set("Retry-After", "1")
		return (&refusal{http.StatusServiceUnavailable, "NOT_READY", "the data is still loading"}).response(media)
	}
	if !e.enter(r.Context()) {
		w.Header().Set("Retry-After", "1")
		return (&refusal{http.StatusServiceUnavailable, "OVERLOADED", "too many operations at the same time"}).response(media)
	}
	// The slot is free again before the answer is written, so that a client that reads slowly holds none.
	defer func() { <-e.slots }()
	ctx, cancel := context.WithTimeout(r.Context(), e.Limits.Time)
	defer cancel()
	return e.run(schema.WithData(ctx, data), w, r, params, media)
}

// enter waits for a slot, in turn.
func (e *endpoint) enter(ctx context.Context) bool {
	select {
	case e.slots <- struct{}{}:
		return true
	default:
	}
	turn := time.NewTimer(e.Limits.Wait)
	defer turn.Stop()
	select {
	case e.slots <- struct{}{}:
		return true
	case <-turn.C:
	case <-ctx.Done():
	}
	return false
}

func (e *endpoint) run(ctx context.Context, w http.ResponseWriter, r *http.Request, params *graphql.RawParams, media string) response {
	op, errs := e.exec.CreateOperationContext(graphql.StartOperationTrace(ctx), params)
	if len(errs) > 0 {
		return unexecuted(media, withCodes(errs))
	}
	if r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		w.Header().Set("Allow", http.MethodPost)
		return (&refusal{http.StatusMethodNotAllowed, "METHOD_NOT_ALLOWED", "GET runs queries only; use POST"}).response(media)
	}
	handle, ctx := e.exec.DispatchOperation(ctx, op)
	result := handle(ctx)
	if err := ctx.Err(); err != nil || result == nil {
		code := schema.CodeTimeout
		if errors.Is(err, context.Canceled) {
			code = "CANCELED"
		}
		return (&refusal{http.StatusServiceUnavailable, code, "the operation ran out of time"}).response(media)
	}
	return executed(media, result)
}

// withCodes gives a code to errors of gqlgen that come without one.
func withCodes(errs gqlerror.List) gqlerror.List {
	for _, err := range errs {
		if err.Extensions["code"] != nil {
			continue
		}
		if err.Extensions == nil {
			err.Extensions = map[string]any{}
		}
		err.Extensions["code"] = schema.CodeBadInput
	}
	return errs
}
