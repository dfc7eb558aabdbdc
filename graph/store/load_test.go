package store

import (
	"context"
	"fmt"
	"io"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// generated is ten standards and the crosswalks between neighbours, with the numbers of nodes and mappings in all. The
// variant changes one catalog and one crosswalk.
func generated(nodes, claims, variant int) []*graph.Dataset {
	const standards = 10
	var all []*graph.Dataset
	for i := range standards {
		ref := fmt.Sprintf("std-%d", i)
		d := &graph.Dataset{Name: ref, Standard: &graph.Standard{Ref: ref, Title: graph.Text{EN: ref, KO: "표준"}}}
		for j := range nodes / standards {
			q := &graph.Requirement{
				Ref: fmt.Sprintf("%s/%d", ref, j), Number: fmt.Sprint(j), Kind: graph.KindControl, Assessable: true,
				Title: graph.Text{EN: fmt.Sprintf("Control %d", j), KO: fmt.Sprintf("통제 %d", j)},
				Gist: graph.Text{
					EN: fmt.Sprintf("The organization sets, applies and reviews rule %d of %s and keeps evidence.", j, ref),
					KO: fmt.Sprintf("조직은 %s의 규칙 %d을 수립·이행·검토하고 증적을 남긴다.", ref, j),
				},
			}
			if j%5 != 0 {
				q.In = fmt.Sprint(j - j%5)
			}
			d.Requirements = append(d.Requirements, q)
		}
		all = append(all, d)
	}
	all[0].Standard.Edition, all[0].Requirements[0].Gist.EN = fmt.Sprint(variant), fmt.Sprint("Variant ", variant)
	us := graph.Source{Key: "editorial", Kind: graph.ProjectSource, Title: "Editors", Licence: "CC-BY-4.0"}
	for i := range standards {
		a, b := all[i], all[(i+1)%standards]
		c := &graph.Crosswalk{Name: a.Name + "--" + b.Name, From: a.Name, To: b.Name, Sources: []graph.Source{us}}
		d := &graph.Dataset{Name: c.Name, Crosswalk: c}
		for j := range claims / standards {
			m := &graph.Mapping{
				Crosswalk: c.Name, From: []string{a.Requirements[j%len(a.Requirements)].Ref},
				To:       []string{b.Requirements[(j*7+j/7)%len(b.Requirements)].Ref},
				Relation: relation.All[j%4], Basis: graph.Functional, Strength: 1 + j%9, Source: us,
				Why:    graph.Text{EN: fmt.Sprintf("Both ask for a review (%d).", j), KO: fmt.Sprintf("둘 다 검토를 요구한다 (%d).", j)},
				Review: graph.Review{State: graph.Reviewed, By: "second reading", On: "2026-12-01"},
			}
			m.Remainder.To = graph.Text{EN: "Evidence of the review.", KO: "검토의 증적."}
			m.ID = graph.MappingID(c.Name, us.Key, append(m.From, fmt.Sprint(j)), m.To)
			d.Mappings = append(d.Mappings, m)
		}
		all = append(all, d)
	}
	for _, m := range all[standards].Mappings {
		m.Strength = 1 + variant%9
	}
	return all
}

// TestReadersBesideThePublisher is for the race detector, and checks that every reader sees one whole revision.
func TestReadersBesideThePublisher(t *testing.T) { onEach(t, testReadersBesideThePublisher) }

func testReadersBesideThePublisher(t *testing.T, on place) {
	s := on.open(t)
	want := map[string][]string{} // by hash
	for variant := range 3 {
		rev := publish(t, s, generated(60, 60, variant))
		want[rev.Hash] = links(build(t, rev, generated(60, 60, variant)))
	}
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for number := 1; ; number++ {
				select {
				case <-done:
					return
				default:
				}
				snap, err := s.Snapshot(context.Background())
				if err != nil {
					t.Error(err)
					return
				}
				if d := cmp.Diff(want[snap.Revision().Hash], links(snap)); d != "" {
					t.Error(d)
					return
				}
				if _, err := s.Describe(context.Background(), "std-1/1"); err != nil {
					t.Error(err)
				}
				if err := s.Export(context.Background(), io.Discard); err != nil {
					t.Error(err)
				}
				_, _ = s.SnapshotAt(context.Background(), number) // may be gone by now
			}
		})
	}
	var publishers sync.WaitGroup
	for p := range 2 {
		publishers.Go(func() {
			for i := range 20 {
				if _, err := s.Publish(context.Background(), "tester", generated(60, 60, (i+p)%3)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	publishers.Wait()
	close(done)
	readers.Wait()
}

func BenchmarkPublishAll(b *testing.B) { onEachBenchmark(b, benchmarkPublishAll) }

func benchmarkPublishAll(b *testing.B, on place) {
	all := generated(1500, 1500, 0)
	for b.Loop() {
		publish(b, on.open(b), all)
	}
}

func BenchmarkPublishChange(b *testing.B) { onEachBenchmark(b, benchmarkPublishChange) }

func benchmarkPublishChange(b *testing.B, on place) {
	s := on.open(b)
	var variants [2 * keep][]*graph.Dataset
	for i := range variants { // from here on, each publication stores two releases and removes two
		variants[i] = generated(1500, 1500, i)
		publish(b, s, variants[i])
	}
	for i := 0; b.Loop(); i++ {
		publish(b, s, variants[i%len(variants)])
	}
}

func BenchmarkPublishSame(b *testing.B) { onEachBenchmark(b, benchmarkPublishSame) }

func benchmarkPublishSame(b *testing.B, on place) {
	s := on.open(b)
	all := generated(1500, 1500, 0)
	for b.Loop() {
		publish(b, s, all)
	}
}

func BenchmarkSnapshot(b *testing.B) { onEachBenchmark(b, benchmarkSnapshot) }

func benchmarkSnapshot(b *testing.B, on place) {
	s := on.open(b)
	publish(b, s, generated(1500, 1500, 0))
	for b.Loop() {
		snapshot(b, s)
	}
}

// BenchmarkLoad stores a large body of data and tells the rate.
func BenchmarkLoad(b *testing.B) { onEachBenchmark(b, bLoad) }

func bLoad(b *testing.B, on place) {
	all := generated(2000, 10_000, 0)
	contents, err := contentsOf(all)
	if err != nil {
		b.Fatal(err)
	}
	quads := 0
	for _, c := range contents {
		stated, err := encode(c)
		if err != nil {
			b.Fatal(err)
		}
		quads += len(stated)
	}
	for b.Loop() {
		b.StopTimer()
		s := on.open(b)
		b.StartTimer()
		publish(b, s, all)
	}
	b.ReportMetric(float64(quads*b.N)/b.Elapsed().Seconds(), "quads/s")
}
