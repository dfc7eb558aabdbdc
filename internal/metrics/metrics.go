// Package metrics counts what the server does, for Prometheus. Labels take values of closed sets alone: no client can make
// up a new series.
package metrics

import (
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/clausegraph/clausegraph/graph"
)

const namespace = "clausegraph"

// Other stands for every value that is not of a label's set.
const Other = "other"

// Metrics are those of one server.
type Metrics struct {
	registry   *prometheus.Registry
	operations map[string]bool // names that get series of their own

	requests   *prometheus.CounterVec
	done       *prometheus.CounterVec
	seconds    *prometheus.HistogramVec
	cost       prometheus.Histogram
	caches     *prometheus.CounterVec
	refused    *prometheus.CounterVec
	tools      *prometheus.CounterVec
	reloads    *prometheus.CounterVec
	conns      prometheus.Counter
	inFlight   prometheus.Gauge
	loaded     prometheus.Gauge
	loadedTook prometheus.Gauge
	following  *following

	answered memo[answered, prometheus.Counter]
	asked    memo[asked, series]
	looked   memo[looked, prometheus.Counter]
}

// What series are told apart by.
type (
	answered struct {
		route  string
		status int
	}
	asked  struct{ name, field, outcome string }
	looked struct {
		cache string
		hit   bool
	}
)

// series are those of one kind of GraphQL request.
type series struct {
	done    prometheus.Counter
	seconds prometheus.Observer
}

// New makes the metrics of a server. Operations with the names given are told apart; all others are Other, since names
// are the client's to choose. Snapshot returns what answers are given from, or nil; waiting tells how many requests wait
// for their turn.
func New(operations []string, snapshot func() *graph.Snapshot, waiting func() int) *Metrics {
	m := &Metrics{registry: prometheus.NewRegistry(), operations: map[string]bool{}}
	for _, name := range operations {
		m.operations[name] = true
	}
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help}, labels)
	}
	gauge := func(name, help string) prometheus.Gauge {
		return prometheus.NewGauge(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help})
	}
	m.requests = counter("http_requests_total", "Requests answered, by route and status.", "route", "status")
	m.done = counter("graphql_operations_total", "GraphQL requests, by the name of the operation (of those known), its root field and its outcome: ok, or the code of its first error.", "operation", "field", "outcome")
	m.seconds = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Namespace: namespace, Name: "graphql_duration_seconds", Help: "Time from the arrival of a GraphQL request to its answer, with the wait for its turn, by root field.",
		Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5},
	}, []string{"field"})
	m.cost = prometheus.NewHistogram(prometheus.HistogramOpts{
		Namespace: namespace, Name: "graphql_cost", Help: "Cost of operations as computed before they run; those that cost too much are counted as well.",
		Buckets: []float64{10, 100, 1_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000},
	})
	m.caches = counter("cache_requests_total", "Looks into a cache (document: documents parsed before; answer: whole answers), and whether it had what was wanted.", "cache", "result")
	m.refused = counter("refused_total", "GraphQL requests that did not run, by the code of the refusal.", "reason")
	m.tools = counter("mcp_calls_total", "Calls of tools by assistants, by tool and outcome: ok, or the code of the fault.", "tool", "outcome")
	m.conns = prometheus.NewCounter(prometheus.CounterOpts{Namespace: namespace, Name: "connections_refused_total", Help: "Connections closed at once, since their address had as many as it may."})
	m.reloads = counter("reloads_total", "Attempts to load the data, the keys, the certificate and the trusted documents anew.", "result")
	m.inFlight = gauge("graphql_in_flight", "GraphQL requests that are being answered.")
	m.loaded = gauge("loaded_timestamp_seconds", "When data was loaded last; 0 while loading for the first time.")
	m.loadedTook = gauge("load_duration_seconds", "How long loading data took the last time.")
	m.following = newFollowing(snapshot)
	m.registry.MustRegister(
		m.requests, m.done, m.seconds, m.cost, m.caches, m.refused, m.tools, m.reloads, m.conns, m.inFlight, m.loaded, m.loadedTook, revisions{snapshot}, m.following,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: namespace, Name: "graphql_waiting", Help: "GraphQL requests that wait for their turn."},
			func() float64 { return float64(waiting()) }),
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		collectors.NewBuildInfoCollector(),
	)
	return m
}

// Handler serves the metrics in the formats of Prometheus.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry, MaxRequestsInFlight: 4})
}

// Request counts an answer. Route must be of a closed set.
func (m *Metrics) Request(route string, status int) {
	m.answered.of(answered{route, status}, func(a answered) prometheus.Counter {
		return m.requests.WithLabelValues(a.route, strconv.Itoa(a.status))
	}).Inc()
}

// Enter counts a GraphQL request in, and Leave counts it out.
func (m *Metrics) Enter() { m.inFlight.Inc() }

// Leave counts a GraphQL request out.
func (m *Metrics) Leave() { m.inFlight.Dec() }

// Operation counts a GraphQL request that was answered. Field and outcome must be of closed sets; ran says whether the
// operation ran.
func (m *Metrics) Operation(name, field, outcome string, ran bool, took time.Duration) {
	if !m.operations[name] {
		name = Other
	}
	s := m.asked.of(asked{name, field, outcome}, func(a asked) series {
		return series{m.done.WithLabelValues(a.name, a.field, a.outcome), m.seconds.WithLabelValues(a.field)}
	})
	s.done.Inc()
	s.seconds.Observe(took.Seconds())
	if !ran {
		m.refused.WithLabelValues(outcome).Inc()
	}
}

// Tool counts a call of a tool. Name and outcome must be of closed sets; an empty name is Other.
func (m *Metrics) Tool(name, outcome string) {
	if name == "" {
		name = Other
	}
	m.tools.WithLabelValues(name, outcome).Inc()
}

// ConnectionRefused counts a connection that was closed at once.
func (m *Metrics) ConnectionRefused() { m.conns.Inc() }

// Cost notes what an operation costs.
func (m *Metrics) Cost(cost int) { m.cost.Observe(float64(cost)) }

// Cache counts a look into one of the server's caches.
func (m *Metrics) Cache(name string, hit bool) {
	m.looked.of(looked{name, hit}, func(l looked) prometheus.Counter {
		result := "miss"
		if l.hit {
			result = "hit"
		}
		return m.caches.WithLabelValues(l.cache, result)
	}).Inc()
}

// Reload counts an attempt to load things anew.
func (m *Metrics) Reload(err error) {
	result := "ok"
	if err != nil {
		result = "failed"
	}
	m.reloads.WithLabelValues(result).Inc()
}

// Loaded notes that data was loaded.
func (m *Metrics) Loaded(at time.Time, took time.Duration) {
	m.loaded.Set(float64(at.UnixMilli()) / 1000)
	m.loadedTook.Set(took.Seconds())
	m.following.loaded(at)
}

// Looked notes which revision of the store is the current one, as a server that follows it saw.
func (m *Metrics) Looked(head graph.Revision, at time.Time) { m.following.looked(head, at) }

// Of returns the value if it is of the set, and Other if not.
func Of(set []string, value string) string {
	if slices.Contains(set, value) {
		return value
	}
	return Other
}
