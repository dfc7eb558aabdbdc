package search

import (
	"context"
	"fmt"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
)

// large returns a snapshot with about n requirements: the fixture over and over under other refs.
func large(tb testing.TB, n int) *graph.Snapshot {
	tb.Helper()
	var sets []*graph.Dataset
	for i := 0; n > 0; i++ {
		for _, d := range []*graph.Dataset{iso27001(), ismsp()} {
			name := fmt.Sprintf("%s-copy-%d", d.Name, i)
			d.Name, d.Standard.Ref = name, name
			for _, r := range d.Requirements {
				r.Ref = graph.JoinRef(name, r.Number)
			}
			n -= len(d.Requirements)
			sets = append(sets, d)
		}
	}
	s, err := graph.Build(graph.Revision{Number: 1}, sets)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{40, 2000} {
		s := large(b, n)
		b.Run(fmt.Sprintf("nodes=%d", len(s.Nodes())), func(b *testing.B) {
			for b.Loop() {
				x, err := Build(context.Background(), s)
				if err != nil {
					b.Fatal(err)
				}
				if err := x.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{40, 2000} {
		s := large(b, n)
		x, err := Build(context.Background(), s)
		if err != nil {
			b.Fatal(err)
		}
		for _, q := range []string{"A.5.17", "password", "access rights review", "접근통제를", "키", "퇴직자의 접근권한을 어떻게 회수하는가"} {
			b.Run(fmt.Sprintf("nodes=%d/%s", len(s.Nodes()), q), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := x.Search(context.Background(), Query{Text: q}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
