package search

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/graph"
)

// TestPagesAreThoseOfAFullSort checks, for queries at random, that a page cut out of the best is the page of everything
// sorted, and that the facets count the same.
func TestPagesAreThoseOfAFullSort(t *testing.T) {
	s := large(t, 2000)
	x, err := Build(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var words []string
	for _, r := range x.docs[:40] {
		words = append(words, strings.Fields(r.Title.EN+" "+r.Title.KO+" "+r.Gist.KO)...)
	}
	random := rand.New(rand.NewPCG(3, 4))
	deep := 0
	for range 150 {
		var text []string
		for range 1 + random.IntN(4) {
			text = append(text, words[random.IntN(len(words))])
		}
		q := Query{Text: strings.Join(text, " "), Limit: 1 + random.IntN(MaxLimit), Offset: random.IntN(4) * random.IntN(400), Fold: random.IntN(4) == 0}
		if random.IntN(3) == 0 {
			q.Kinds = []graph.Kind{graph.KindControl}
		}
		if random.IntN(3) == 0 {
			q.Standards = []string{s.Standards()[random.IntN(len(s.Standards()))].Ref}
		}
		got := find(t, x, q)
		want := sorted(t, x, q)
		if got.Total > considered {
			deep++
		}
		if d := cmp.Diff(orderOf(want), orderOf(got)); d != "" || got.Total != want.Total {
			t.Errorf("%+v: %d hits, want %d (-want +got):\n%s", q, got.Total, want.Total, d)
		}
		if d := cmp.Diff(want.Facets(), got.Facets()); d != "" {
			t.Errorf("%+v: facets (-want +got):\n%s", q, d)
		}
	}
	if deep < 15 {
		t.Errorf("%d queries find more than is considered: the test tests little", deep)
	}
}

// sorted searches and sorts everything that was found before the page is cut.
func sorted(t *testing.T, x *Index, q Query) Result {
	t.Helper()
	q, err := q.check(x.snapshot)
	if err != nil {
		t.Fatal(err)
	}
	s := session{Index: x, q: q, filter: x.values.filter(q)}
	if err := s.run(context.Background()); err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(s.ranking.rest, better)
	s.ranking.block = slices.Concat(s.ranking.block, s.ranking.rest)
	s.ranking.rest = nil
	return s.page()
}

// orderOf returns what hits say of the order.
func orderOf(r Result) []string {
	list := refs(r)
	for i, h := range r.Hits {
		for _, f := range h.Folded {
			list[i] += " " + f.Ref
		}
	}
	return list
}

// TestBest checks the bounded heap against a sort.
func TestBest(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		list := make([]match, random.IntN(60))
		for i := range list {
			list[i] = match{doc: int32(i), score: float32(random.IntN(8))}
		}
		want := slices.Clone(list)
		slices.SortFunc(want, better)
		n := 1 + random.IntN(20)
		top, rest := best(list, n)
		slices.SortFunc(rest, better)
		if got := slices.Concat(top, rest); !slices.Equal(got, want) || len(top) != min(n, len(want)) {
			t.Fatalf("best %d of %v: %v then %v", n, want, top, rest)
		}
	}
}
