package metrics

import (
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/clausegraph/clausegraph/graph"
)

var (
	storeRevision = prometheus.NewDesc(namespace+"_store_revision_number", "The current revision of the store, as the server saw it last.", nil, nil)
	storeSeen     = prometheus.NewDesc(namespace+"_store_seen_timestamp_seconds", "When the server last saw which revision of the store is the current one.", nil, nil)
	behind        = prometheus.NewDesc(namespace+"_follow_lag_seconds", "How long the server has known of a revision of the store that it does not serve yet; 0 where it knows of none.", nil, nil)
)

// following collects how far a server is behind the store that it follows. Times are those of this machine alone, from
// when it noticed: revisions bear the time of another machine's clock, in whole seconds.
type following struct {
	snapshot func() *graph.Snapshot
	took     prometheus.Histogram

	mu    sync.Mutex
	head  graph.Revision
	seen  time.Time // zero in a server that follows no store
	since time.Time // zero while nothing newer is known
}

func newFollowing(snapshot func() *graph.Snapshot) *following {
	return &following{snapshot: snapshot, took: prometheus.NewHistogram(prometheus.HistogramOpts{
		Namespace: namespace, Name: "follow_duration_seconds", Help: "Time from when a new revision of the store was noticed until answers were given from it.",
		Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
	})}
}

// looked notes the current revision of the store, and whether it is the one that is served.
func (f *following) looked(head graph.Revision, at time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.head, f.seen = head, at
	switch {
	case f.served() == head:
		f.since = time.Time{}
	case f.since.IsZero():
		f.since = at
	}
}

// loaded notes that other data is served. It may be of a revision before the one that was noticed meanwhile.
func (f *following) loaded(at time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if served := f.served(); !f.since.IsZero() && (served == f.head || served.Number > f.head.Number) {
		f.took.Observe(at.Sub(f.since).Seconds())
		f.since = time.Time{}
	}
}

func (f *following) served() graph.Revision {
	if s := f.snapshot(); s != nil {
		return s.Revision()
	}
	return graph.Revision{}
}

// Describe sends the descriptions of the metrics.
func (f *following) Describe(to chan<- *prometheus.Desc) {
	to <- storeRevision
	to <- storeSeen
	to <- behind
	f.took.Describe(to)
}

// Collect sends the metrics, or none where no store is followed.
func (f *following) Collect(to chan<- prometheus.Metric) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.seen.IsZero() {
		return
	}
	lag := 0.0
	if !f.since.IsZero() {
		lag = time.Since(f.since).Seconds()
	}
	to <- prometheus.MustNewConstMetric(storeRevision, prometheus.GaugeValue, float64(f.head.Number))
	to <- prometheus.MustNewConstMetric(storeSeen, prometheus.GaugeValue, float64(f.seen.UnixMilli())/1000)
	to <- prometheus.MustNewConstMetric(behind, prometheus.GaugeValue, lag)
	f.took.Collect(to)
}
