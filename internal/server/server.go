// Package server serves the GraphQL schema over HTTP, with limits that hold against hostile clients.
//
//	POST, GET /graphql   GraphQL over HTTP; GET runs queries
//	/mcp                 the Model Context Protocol for AI assistants: streamable HTTP, with the keys and limits of /graphql
//	/                    the explorer: pages for people, which ask /graphql
//	/graphiql            GraphiQL, without assets from elsewhere
//	/revisions           the revision that is served, and each that comes after it, as server-sent events
//	/schema.graphql      the schema
//	/healthz, /readyz    whether the process lives, and whether it has data to answer from
//	/metrics             metrics for Prometheus: on loopback, or with a key of the scope admin
//	POST /admin/reload   loads data, keys, certificate and trusted documents anew: with a key of the scope admin
//
// The last two, and the profiles of /debug/pprof/, are also served on an address of their own.
package server

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"github.com/rs/cors"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/limits"
	"github.com/clausegraph/clausegraph/internal/metrics"
	"github.com/clausegraph/clausegraph/loader/editor"
	"github.com/clausegraph/clausegraph/loader/workspace"
	"github.com/clausegraph/clausegraph/schema"
)

// Data points to what answers are given from: nil until it is loaded. Storing other data takes effect with the next
// operation and disturbs none under way.
type Data = atomic.Pointer[schema.Data]

// Config says what to serve and how. The zero value of every field but Data is a good default.
type Config struct {
	Data   *Data
	Limits Limits
	Logger *slog.Logger     // slog.Default if nil
	Clock  func() time.Time // tells what day it is, in UTC, where a question does not say; time.Now if nil

	// Load loads the data, at the start where Data is empty, and anew when the server is told to reload. What it returns
	// belongs to the server. Without it the data stays as it is.
	Load func(context.Context) (*schema.Data, error)

	// Follow, if it is not nil, runs beside the server until the context ends. Whenever it sees which revision of the data is
	// the current one, it asks whether that is known, and calls reload if not.
	Follow func(ctx context.Context, known func(graph.Revision) bool, reload func(context.Context) error)
	// Past loads an earlier revision; what it returns belongs to the server. The error is a store.ErrNoRevision where that
	// is not kept. Without it there is no way back.
	Past func(ctx context.Context, number int) (*schema.Data, error)
	// Editor changes the data, for those who hold the scope edit; nil takes no changes.
	Editor *editor.Editor

	// Workspaces keeps what organisations hold and have, each for the keys and tokens of its own; nil keeps none.
	Workspaces *workspace.Keeper

	// Addr is where Run listens: 127.0.0.1:8080 if empty.
	Addr string
	// AdminAddr is where Run serves the routes for operators: nowhere if empty.
	AdminAddr string
	// Auth knows the keys and tokens that open the server. With any, a request without one is refused unless Public is set.
	Auth auth.Checker
	// Public lets everybody read. Without it and without Auth, Run listens on loopback alone, and requests that name another
	// host are refused: a web page could otherwise have its own name point to this machine, and read what is meant for its
	// user.
	Public bool
	// TLS is the certificate to show; nil serves plain HTTP.
	TLS *Certificate

	// Origins are those of pages of other sites that may use the server, such as https://app.example.org, or AnyOrigin.
	Origins []string
	// Proxies are the networks of the reverse proxies whose X-Forwarded-For is believed.
	Proxies []netip.Prefix
	// Trusted are the only documents that are run, but for admins; nil runs any.
	Trusted *TrustedDocuments
	// NoIntrospection keeps the schema from all but admins.
	NoIntrospection bool

	// AnswerCache is how many bytes of whole answers are kept, to be given again until other data is loaded or the day ends:
	// 64 MB if zero, and none for NoAnswerCache.
	AnswerCache int

	// Tracer makes the spans of requests; nil makes none.
	Tracer trace.TracerProvider
	// Drain is how long the server goes on taking requests after it was told to stop, while /readyz says so: 200 ms if zero.
	Drain time.Duration
}

// AnyOrigin stands for all origins.
const AnyOrigin = "*"

func (c Config) withDefaults() Config {
	if c.Limits.Rate == 0 && c.onlyLocal() {
		c.Limits.Rate = -1
	}
	c.Limits = c.Limits.withDefaults()
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	if c.Clock == nil {
		c.Clock = time.Now
	}
	if c.Addr == "" {
		c.Addr = "127.0.0.1:8080"
	}
	if c.AnswerCache == 0 {
		c.AnswerCache = 64 << 20
	}
	if c.Drain == 0 {
		c.Drain = 200 * time.Millisecond
	}
	return c
}

// onlyLocal reports whether the server is for this machine alone.
func (c Config) onlyLocal() bool { return !c.Public && c.Auth.Keys == nil && c.Auth.OIDC == nil }

// service is what the handlers share.
type service struct {
	Config

	metrics   *metrics.Metrics
	queue     *limits.Queue
	budget    *budget
	answers   *answers
	tracer    trace.Tracer // nil: nobody traces
	conns     *connectionLimit
	draining  atomic.Bool
	reloading sync.Mutex
	moves     moves
	past      past
	streams   atomic.Int32
}

func newService(c Config) *service {
	everywhere := c.Limits.Connections > 0 // what is said of connections is meant for loopback as well
	c = c.withDefaults()
	s := &service{Config: c, queue: limits.NewQueue(c.Limits.Concurrent, c.Limits.Waiting), budget: newBudget(c.Limits), answers: newAnswers(c)}
	s.metrics = metrics.New(c.Trusted.Operations(), func() *graph.Snapshot { return snapshotOf(c.Data.Load()) }, s.queue.Waiting)
	s.conns = &connectionLimit{most: c.Limits.Connections, loopback: everywhere, proxies: c.Proxies, metrics: s.metrics, log: c.Logger, open: map[string]int{}}
	if c.Tracer != nil {
		s.tracer = c.Tracer.Tracer("github.com/clausegraph/clausegraph/internal/server")
	}
	return s
}

// New returns the handler of all routes.
func New(c Config) http.Handler { return newService(c).handler() }

func (s *service) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.shared(s.traced(s.authenticated(auth.Read, newEndpoint(s)))))
	mux.Handle("/mcp", s.shared(s.traced(s.authenticated(auth.Read, s.assistants()))))
	mux.Handle("GET /revisions", s.shared(s.authenticated(auth.Read, http.HandlerFunc(s.serveRevisions))))
	addPages(mux, !s.NoIntrospection)
	s.addHealth(mux)
	s.addOperation(mux)
	var h http.Handler = mux
	if s.onlyLocal() {
		h = onlyLocalNames(h)
	}
	return s.wrap(h)
}

// shared answers the browsers that show pages of allowed origins. There are no cookies, so that a page can do nothing
// with rights of its user but those of a key that it has.
func (s *service) shared(next http.Handler) http.Handler {
	if len(s.Origins) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins: s.Origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"*"},
		ExposedHeaders: []string{"X-Request-Id", "Retry-After", "ETag", headerRevision},
		MaxAge:         int((10 * time.Minute).Seconds()),
	}).Handler(next)
}

// traced makes a span of each request, under that of the client if it sends one.
func (s *service) traced(next http.Handler) http.Handler {
	if s.Tracer == nil {
		return next
	}
	return otelhttp.NewHandler(next, "graphql", otelhttp.WithTracerProvider(s.Tracer), otelhttp.WithPropagators(propagation.TraceContext{}))
}
