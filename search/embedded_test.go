package search_test

import (
	"context"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/search"
)

// embedded indexes the data that is built into the program.
func embedded(t testing.TB) (*graph.Snapshot, *search.Index) {
	t.Helper()
	data, err := loader.Load(t.Context(), loader.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Build(graph.Revision{Number: 1}, data.Datasets)
	if err != nil {
		t.Fatal(err)
	}
	x, err := search.Build(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return s, x
}

// TestEmbeddedRanking says how far down, at most, the embedded data has what a query is after.
func TestEmbeddedRanking(t *testing.T) {
	s, x := embedded(t)
	for _, c := range []struct {
		query, want string
		rank        int
	}{
		{"access review", "isms-p-2023/2.5.6", 1},
		{"access review", "iso-27001-2022/A.5.18", 3},
		{"access control", "iso-27001-2022/A.5.15", 2},
		{"접근권한 검토", "isms-p-2023/2.5.6", 1},
		{"접근권한 검토", "iso-27001-2022/A.5.18", 2},
		{"접근통제", "iso-27001-2022/A.5.15", 2},
		{"패스워드 관리", "isms-p-2023/2.5.4", 1},
		{"password", "isms-p-2023/2.5.4", 1},
		{"27001 A.5.17", "iso-27001-2022/A.5.17", 1},
		{"5.17", "iso-27001-2022/A.5.17", 1},
		{"ISMS-P 2.5.4", "isms-p-2023/2.5.4", 1},
		{"9001 8.5.1", "iso-9001-2015/8.5.1", 1},
		{"내부감사", "iso-27001-2022/9.2.2", 1},
		{"quality internal audit", "iso-9001-2015/9.2.1", 1},
		{"로그", "isms-p-2023/2.9.4", 1},
		{"침해사고 대응", "isms-p-2023/2.11.5", 3},
		{"직무분리", "isms-p-2023/2.2.2", 2},
		{"개인정보 수집이용", "isms-p-2023/3.1.1", 1},
		{"퇴직자의 접근권한을 회수하는가", "iso-27001-2022/A.5.18", 2},
	} {
		t.Run(c.query, func(t *testing.T) {
			if s.Requirement(c.want) == nil {
				t.Skipf("the data has no %s yet", c.want)
			}
			r, err := x.Search(t.Context(), search.Query{Text: c.query, Standards: []string{"iso-27001-2022", "isms-p-2023", "iso-9001-2015", "iso-hs"}})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, h := range r.Hits[:min(c.rank, len(r.Hits))] {
				if h.Requirement.Ref == c.want {
					return
				}
				got = append(got, h.Requirement.Ref)
			}
			t.Errorf("want %s among the first %d, got %v", c.want, c.rank, got)
		})
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
