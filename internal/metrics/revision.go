package metrics

import (
	"strconv"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/clausegraph/clausegraph/graph"
)

var (
	revisionInfo = prometheus.NewDesc(namespace+"_revision_info", "1 for the revision that answers are given from.", []string{"hash", "number"}, nil)
	revisionNo   = prometheus.NewDesc(namespace+"_revision_number", "The number of the revision that answers are given from.", nil, nil)
	graphSize    = prometheus.NewDesc(namespace+"_graph_size", "What the revision holds.", []string{"of"}, nil)
)

// revisions collects what is true of the snapshot that answers are given from, whoever put it there.
type revisions struct {
	snapshot func() *graph.Snapshot
}

// Describe sends the descriptions of the metrics.
func (revisions) Describe(to chan<- *prometheus.Desc) {
	to <- revisionInfo
	to <- revisionNo
	to <- graphSize
}

// Collect sends the metrics, or none where nothing is loaded.
func (r revisions) Collect(to chan<- prometheus.Metric) {
	s := r.snapshot()
	if s == nil {
		return
	}
	points := 0
	for _, n := range s.Nodes() {
		if n.IsPoint() {
			points++
		}
	}
	to <- prometheus.MustNewConstMetric(revisionInfo, prometheus.GaugeValue, 1, s.Revision().Hash, strconv.Itoa(s.Revision().Number))
	to <- prometheus.MustNewConstMetric(revisionNo, prometheus.GaugeValue, float64(s.Revision().Number))
	for of, n := range map[string]int{
		"standards": len(s.Standards()), "requirements": len(s.Nodes()) - points, "points": points, "mappings": len(s.Mappings()),
		"crosswalks": len(s.Crosswalks()), "schemes": len(s.Schemes()),
	} {
		to <- prometheus.MustNewConstMetric(graphSize, prometheus.GaugeValue, float64(n), of)
	}
}
