package growth_test

import (
	"testing"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/growth"
)

// TestTheBareLoopAgrees: what the engine is measured against does the same work.
func TestTheBareLoopAgrees(t *testing.T) {
	s, err := graph.Build(graph.Revision{}, growth.World(growth.Size{Standards: 30, PerStandard: 100, Claims: 30000}))
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Mappings()) != 30000 {
		t.Fatalf("%d claims", len(s.Mappings()))
	}
	held := growth.InDomain(0, 3)
	b, e := growth.NewBare(s), coverage.New(s)
	b.Spread(growth.Held(s, held))
	counts := map[coverage.Verdict]int{}
	for _, std := range s.Standards() {
		a, err := e.Gap(coverage.Question{Held: held, Target: std.Ref})
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range a.Items {
			want := byte(0)
			if i.Verdict <= coverage.Partial {
				want = byte(3 - i.Verdict)
			}
			if got := b.Verdict(i.Requirement.Index()); got != want {
				t.Errorf("%s is %v, the bare loop says %d", i.Requirement.Ref, i.Verdict, got)
			}
			counts[i.Verdict]++
		}
	}
	t.Log(counts)
	if counts[coverage.Full] == 0 || counts[coverage.Partial] == 0 {
		t.Errorf("a world in which %v proves little", counts)
	}
}

// TestCayleyAgrees: the path queries give the verdicts of the engine.
func TestCayleyAgrees(t *testing.T) {
	s, err := graph.Build(graph.Revision{}, growth.Simple(growth.World(growth.Size{Standards: 15, PerStandard: 20, Claims: 2000})))
	if err != nil {
		t.Fatal(err)
	}
	c, err := growth.NewCayley(s)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	held := growth.InDomain(0, 3)
	var refs []string
	for _, n := range growth.Held(s, held) {
		refs = append(refs, s.Nodes()[n].Ref)
	}
	full, partial, err := c.Ask(t.Context(), refs)
	if err != nil {
		t.Fatal(err)
	}
	e := coverage.New(s)
	for _, std := range s.Standards() {
		a, err := e.Gap(coverage.Question{Held: held, Target: std.Ref})
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range a.Items {
			if ref := i.Requirement.Ref; full[ref] != (i.Verdict == coverage.Full) || !full[ref] && partial[ref] != (i.Verdict == coverage.Partial) {
				t.Errorf("%s is %v; path queries say FULL %v, PARTIAL %v", ref, i.Verdict, full[ref], partial[ref])
			}
		}
	}
}
