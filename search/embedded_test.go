package search_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/search"
)

// embedded returns the data that is built into the program, and its index, which all tests share.
func embedded(t testing.TB) (*graph.Snapshot, *search.Index) {
	t.Helper()
	x, err := indexed()
	if err != nil {
		t.Fatal(err)
	}
	return snapshot(t), x
}

// snapshot returns the data that is built into the program, which all tests share.
func snapshot(t testing.TB) *graph.Snapshot {
	t.Helper()
	s, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var loaded = sync.OnceValues(func() (*graph.Snapshot, error) {
	data, err := loader.Load(context.Background(), loader.Embedded())
	if err != nil {
		return nil, err
	}
	return graph.Build(graph.Revision{Number: 1}, data.Datasets)
})

var indexed = sync.OnceValues(func() (*search.Index, error) {
	s, err := loaded()
	if err != nil {
		return nil, err
	}
	return search.Build(context.Background(), s)
})

var update = flag.Bool("update", false, "rewrite the ranks in testdata/ranks.txt")

// TestRanks compares with testdata/ranks.txt how far down each query has what it is after. A line has the rank, the ref
// and the query; the rank is - where the ref is not among the first hundred.
func TestRanks(t *testing.T) {
	const file = "testdata/ranks.txt"
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, x := embedded(t)
	var got strings.Builder
	for line := range strings.Lines(string(content)) {
		fields := strings.SplitN(strings.TrimSpace(line), " ", 3)
		if len(fields) < 3 || fields[0] == "#" {
			got.WriteString(line)
			continue
		}
		r, err := x.Search(t.Context(), search.Query{Text: fields[2], Limit: search.MaxLimit})
		if err != nil {
			t.Fatalf("%s: %v", fields[2], err)
		}
		rank := "-"
		if i := slices.IndexFunc(r.Hits, func(h search.Hit) bool { return h.Requirement.Ref == fields[1] }); i >= 0 {
			rank = strconv.Itoa(i + 1)
		}
		fmt.Fprintf(&got, "%s %s %s\n", rank, fields[1], fields[2])
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(string(content), got.String()); d != "" && !*update {
		t.Errorf("the ranking is another; where it is meant to be, run: go test ./search -run Ranks -update\n%s", d)
	}
}

// TestEmbeddedIDs checks that every ref finds its requirement first, and every number does among those that have it.
func TestEmbeddedIDs(t *testing.T) {
	s, x := embedded(t)
	for _, r := range s.Nodes() {
		res, err := x.Search(t.Context(), search.Query{Text: r.Ref})
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Hits) == 0 || res.Hits[0].Requirement != r.Whole() {
			t.Errorf("%s does not find its requirement first", r.Ref)
		}
		res, err = x.Search(t.Context(), search.Query{Text: r.Number, Limit: search.MaxLimit})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, h := range res.Hits {
			found = found || h.ByID && h.Requirement == r.Whole()
		}
		if !found {
			t.Errorf("%s does not find %s", r.Number, r.Whole().Ref)
		}
	}
}

func BenchmarkEmbedded(b *testing.B) {
	_, x := embedded(b)
	for _, q := range []string{"27001 A.5.17", "access review", "접근권한 검토", "퇴직자의 접근권한을 회수하는가"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				if _, err := x.Search(context.Background(), search.Query{Text: q}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
