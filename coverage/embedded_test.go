package coverage_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
)

// embedded links the data that is built into the program.
func embedded(t testing.TB) *graph.Snapshot {
	t.Helper()
	r, err := loader.Load(t.Context(), loader.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Build(graph.Revision{Number: 1, Hash: "embedded"}, r.Datasets)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEveryPairOfStandardsHasProofs asks for every standard with every other one held, and holds each proof, of
// requirements and of points, against the checker.
func TestEveryPairOfStandardsHasProofs(t *testing.T) {
	s := embedded(t)
	e := coverage.New(s)
	for _, held := range s.Standards() {
		t.Run(held.Ref, func(t *testing.T) {
			t.Parallel()
			for _, target := range s.Standards() {
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

// TestRequirementsOfOneStandardStayApart holds one requirement at a time. Requirements of one standard are taken to be
// apart (R7), so a FULL or PARTIAL of another one means that two claims contradict each other.
func TestRequirementsOfOneStandardStayApart(t *testing.T) {
	s := embedded(t)
	e := coverage.New(s)
	for _, std := range s.Standards() {
		if std.Profile != nil {
			continue
		}
		for _, held := range std.Assessable() {
			a, err := e.Gap(coverage.Question{Held: []string{held.Ref}, Target: std.Ref})
			if err != nil {
				t.Fatal(err)
			}
			for _, item := range a.Items {
				if item.Requirement != held && item.Verdict <= coverage.Partial {
					t.Errorf("%s makes %s %v:%s", held.Ref, item.Requirement.Ref, item.Verdict, claimsOf(item.Proof))
				}
			}
		}
	}
}

func claimsOf(p *coverage.Proof) string {
	var b strings.Builder
	for _, step := range p.Steps() {
		if m := step.Mapping; m != nil {
			fmt.Fprintf(&b, "\n    %s %s %s (reversed: %t)", strings.Join(m.From, "+"), m.Relation, strings.Join(m.To, "+"), step.Reversed)
		}
	}
	return b.String()
}
