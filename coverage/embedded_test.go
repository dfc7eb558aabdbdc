package coverage_test

import (
	"context"
	"sync"
	"testing"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/race"
	"github.com/clausegraph/clausegraph/loader"
)

// embedded links the data that is built into the program, once for all tests.
func embedded(t testing.TB) *graph.Snapshot {
	t.Helper()
	s, err := linked()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var linked = sync.OnceValues(func() (*graph.Snapshot, error) {
	result, err := loader.Load(context.Background(), loader.Embedded())
	if err != nil {
		return nil, err
	}
	return graph.Build(graph.Revision{Number: 1, Hash: "embedded"}, result.Datasets)
})

// TestEveryPairOfStandardsHasProofs asks for every standard with every other one held, and holds each proof, of
// requirements and of points, against the checker.
func TestEveryPairOfStandardsHasProofs(t *testing.T) {
	s := embedded(t)
	e := coverage.New(s)
	for _, held := range s.Standards() {
		t.Run(held.Ref, func(t *testing.T) {
			t.Parallel()
			for _, target := range race.Sample(s.Standards()) {
				q := coverage.Question{Held: []string{held.Ref}, Target: target.Ref}
				a, err := e.Gap(q)
				if err != nil {
					t.Fatal(err)
				}
				each(a.Items, func(r *graph.Requirement, v coverage.Verdict, p *coverage.Proof) {
					if v == coverage.Unknown {
						return
					}
					if err := coverage.Check(s, q, p); err != nil {
						t.Errorf("held %s: %v", held.Ref, err)
					}
				})
			}
		})
	}
}

// TestDataDoesNotContradictItself: no claims prove an obligation shared by a pair that is said to share none.
func TestDataDoesNotContradictItself(t *testing.T) {
	list, err := coverage.New(embedded(t)).Contradictions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		t.Error(c)
	}
}
