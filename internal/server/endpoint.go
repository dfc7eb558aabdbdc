package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"go.opentelemetry.io/otel/attribute"
	tracecodes "go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/metrics"
	"github.com/clausegraph/clausegraph/schema"
)

// endpoint answers GraphQL requests. It stands in for gqlgen's own transports, which fail six of the sixty-one audits
// of GraphQL over HTTP, read bodies without a limit, and repeat them in errors.
type endpoint struct {
	*service

	exec     *executor.Executor
	requests *requests
}

// The bytes of documents that are kept parsed, and of documents that clients may name by their hash. A parsed document
// takes up to some sixty times the bytes of its text.
const (
	documentCache  = 32 << 20
	parsedSize     = 64
	persistedCache = 1 << 20
)

func newEndpoint(s *service) *endpoint {
	documents := newCache(documentCache, func(text string, _ *ast.QueryDocument) int { return parsedSize * len(text) })
	persisted := newCache(persistedCache, func(hash, text string) int { return len(hash) + len(text) })
	x := executor.New(schema.New(s.Clock))
	x.SetQueryCache(documents)
	x.SetParserTokenLimit(s.Limits.Tokens)
	x.SetDisableSuggestion(true) // a suggestion costs time that grows with the schema, for every wrong field
	x.SetErrorPresenter(presenter(s.Logger))
	x.SetRecoverFunc(recoverer(s.Logger))
	if s.Trusted != nil {
		x.Use(trusted{s.Trusted})
	}
	x.Use(documentLimits{s.Limits, documents, s.budget, s.metrics})
	x.Use(persistedDocuments{persisted}) // after the limits, so that it keeps no document that breaks one
	x.Use(introspection{off: s.NoIntrospection})
	x.Use(&costLimit{most: s.Limits.Cost, budget: s.budget, metrics: s.metrics})
	return &endpoint{s, x, newRequests(s.Limits, s.Trusted != nil)}
}

// ServeHTTP answers one request.
func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	x := exchangeOf(r.Context())
	e.metrics.Enter()
	defer e.metrics.Leave()
	if span := trace.SpanContextFromContext(r.Context()); span.IsValid() {
		x.trace = span.TraceID().String()
	}
	media := negotiate(r.Header)
	var answer response
	if media == "" {
		bad := refusal{http.StatusNotAcceptable, codeNotAcceptable, "answers are application/graphql-response+json or application/json"}
		answer = bad.response(mediaJSON)
	} else {
		answer = e.answer(w, r, media).revalidated(r)
	}
	e.note(x, answer, time.Since(x.start))
	answer.send(w, e.Limits.Errors)
}

// noField stands for the root field of what is no operation.
const noField = "none"

// note writes down what became of a request.
func (e *endpoint) note(x *exchange, answer response, took time.Duration) {
	x.outcome = outcomeOK
	if len(answer.errors) > 0 {
		code, _ := answer.errors[0].Extensions["code"].(string)
		x.outcome = metrics.Of(codes, code)
	}
	if x.field == "" {
		x.field = noField
	}
	e.metrics.Operation(x.operation, x.field, x.outcome, answer.ran(), took)
}

func (e *endpoint) answer(w http.ResponseWriter, r *http.Request, media string) response {
	if crossSite(r, e.Origins) {
		return (&refusal{http.StatusForbidden, codeCrossSite, "pages of other sites may not use this server"}).response(media)
	}
	x := exchangeOf(r.Context())
	if e.budget.spend(r.Context(), requestCost) != nil {
		return refuseFast(w, x).response(media)
	}
	asks, bad := e.requests.read(w, r)
	if bad != nil {
		return bad.response(media)
	}
	data, bad := e.dataFor(w, r)
	if bad != nil {
		return bad.response(media)
	}
	if s := snapshotOf(data); s != nil {
		w.Header()[headerRevision] = []string{strconv.Itoa(s.Revision().Number)}
	}
	asked := e.answers.asked(data, asks.question, x.who.Scope)
	if kept := e.known(r.Context(), asked, asks.tells); kept != nil {
		if e.budget.spend(r.Context(), len(kept.data)>>10) != nil {
			return refuseFast(w, x).response(media)
		}
		e.requests.remember(r.Context(), asks)
		return kept.again(media)
	}
	leave, err := e.queue.Enter(r.Context(), x.client, e.Limits.Wait)
	if err != nil {
		w.Header().Set("Retry-After", "1")
		return (&refusal{http.StatusServiceUnavailable, codeOverloaded, "too many operations at the same time"}).response(media)
	}
	// The slot is free again before the answer is written, so that a client that reads slowly holds none.
	defer leave()
	ctx, cancel := context.WithTimeout(r.Context(), e.Limits.Time)
	defer cancel()
	own := e.tenancy(ctx)
	answer := e.run(schema.WithTenancy(schema.WithEditing(schema.WithData(ctx, data), e.editing(ctx)), own), w, r, asks, media)
	// What came from a workspace is for one tenant, at one moment: another server may have changed it in the next.
	if x.lasting && !own.Touched() && answer.ran() && len(answer.errors) == 0 {
		e.requests.remember(ctx, asks)
		if e.AnswerCache > 0 {
			answer.kept = newAnswer(answer.data, x)
			e.answers.add(ctx, asked, answer.kept)
		}
	}
	return answer
}

// tenancy says what whoever asks sees and may do of workspaces.
func (s *service) tenancy(ctx context.Context) *schema.Tenancy {
	who := exchangeOf(ctx).who
	return &schema.Tenancy{Keeper: s.Workspaces, Tenant: who.Tenant, Author: author(who), May: who.May(auth.Workspace)}
}

// author names whoever asks in what is kept of changes.
func author(who auth.Identity) string {
	if who.Subject == "" {
		return who.Tenant
	}
	return who.Name + " <" + who.Subject + ">"
}

// editing says how whoever asks may change the data.
func (e *endpoint) editing(ctx context.Context) schema.Editing {
	who := exchangeOf(ctx).who
	return schema.Editing{Editor: e.Editor, Author: author(who), May: who.May(auth.Edit), Reload: e.changed}
}

// known returns the answer to a request, where it was given before and nothing has changed since; else nil. It costs
// the client what sending it costs.
func (e *endpoint) known(ctx context.Context, q asked, tells bool) *answer {
	if q.data == nil || tells {
		return nil
	}
	kept := e.answers.get(ctx, q)
	e.metrics.Cache("answer", kept != nil)
	if kept != nil {
		x := exchangeOf(ctx)
		x.operation, x.field, x.hash = kept.operation, kept.field, kept.hash
	}
	return kept
}

func (e *endpoint) run(ctx context.Context, w http.ResponseWriter, r *http.Request, asks request, media string) response {
	x := exchangeOf(ctx)
	params := e.requests.parameters(asks)
	params.Headers = r.Header
	op, errs := e.exec.CreateOperationContext(graphql.StartOperationTrace(ctx), params)
	if x.retry > 0 {
		return refuseFast(w, x).response(media)
	}
	if len(errs) > 0 {
		return unexecuted(media, withCodes(errs))
	}
	x.operation, x.field, x.hash = cut(op.Operation.Name, maxOperationName), rootField(op.Operation.SelectionSet), hashOf(op.RawQuery)
	query := op.Operation.Operation == ast.Query
	x.lasting = query && !selects(op.Operation.SelectionSet, schema.StoreFields...)
	if r.Method == http.MethodGet && !query {
		w.Header().Set("Allow", http.MethodPost)
		return (&refusal{http.StatusMethodNotAllowed, codeMethod, "GET runs queries only; use POST"}).response(media)
	}
	span := noSpan
	if e.tracer != nil {
		ctx, span = e.tracer.Start(ctx, "graphql.execute", trace.WithAttributes(
			attribute.String("graphql.operation.name", x.operation), attribute.String("graphql.operation.type", string(op.Operation.Operation)),
			attribute.String("graphql.document.hash", x.hash), attribute.Int("graphql.cost", x.cost), attribute.String("request.id", x.id)))
		defer span.End()
	}
	if op.Operation.Operation == ast.Mutation {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(context.WithoutCancel(ctx), e.Limits.Change)
		defer cancel()
		// Who made a change gets to know it, however long it took. Where the deadline cannot be moved, the usual one holds.
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(e.Limits.Change + e.Limits.Write))
	}
	handle, ctx := e.exec.DispatchOperation(ctx, op)
	result := handle(ctx)
	if err := ctx.Err(); err != nil || result == nil {
		code := schema.CodeTimeout
		if errors.Is(err, context.Canceled) {
			code = codeCanceled
		}
		span.SetStatus(tracecodes.Error, code)
		return (&refusal{http.StatusServiceUnavailable, code, "the operation ran out of time"}).response(media)
	}
	if len(result.Errors) > 0 {
		span.SetStatus(tracecodes.Error, "errors of fields")
	}
	return executed(media, result)
}

// noSpan is that of requests that nobody traces.
var noSpan trace.Span = noop.Span{}

// hashOf returns the first digits of the SHA-256 of a document, which name it in logs and traces.
func hashOf(document string) string {
	sum := sha256.Sum256([]byte(document))
	return hex.EncodeToString(sum[:6])
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
