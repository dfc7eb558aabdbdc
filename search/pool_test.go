package search_test

import (
	"flag"
	"fmt"
	"hash/fnv"
	"slices"
	"testing"

	"github.com/clausegraph/clausegraph/internal/judged"
	"github.com/clausegraph/clausegraph/search"
)

var pooled = flag.String("pool", "", "print what is to be judged of a half, tuning or test")

// TestPool prints, for every topic of a half, what has no grade and is among the first ten of any engine for any of its
// queries: one line each of topic and ref, in an order that tells neither the engine nor the rank. Whoever judges reads
// the texts and knows no more.
func TestPool(t *testing.T) {
	if *pooled == "" {
		t.Skip("see testdata/eval/README.md")
	}
	s, x := embedded(t)
	engines := []engine{plain(t, s), ours(t, x, "without glossary", search.Query{NoGlossary: true}), ours(t, x, "clausegraph", search.Query{})}
	for _, topic := range topics(t) {
		if topic.Half != judged.Half(*pooled) {
			continue
		}
		var pool []string
		for _, q := range topic.Queries {
			for _, e := range engines {
				ranking := topic.Condensed(e.rank(q.Text, depth))
				for _, ref := range ranking[:min(10, len(ranking))] {
					if topic.Grades[ref] == 0 && !slices.Contains(pool, ref) {
						pool = append(pool, ref)
					}
				}
			}
		}
		shuffled := func(ref string) uint64 {
			h := fnv.New64a()
			fmt.Fprintf(h, "%s %s", topic.Name, ref)
			return h.Sum64()
		}
		slices.SortFunc(pool, func(a, b string) int {
			if shuffled(a) < shuffled(b) {
				return -1
			}
			return 1
		})
		for _, ref := range pool {
			fmt.Println(topic.Name, ref)
		}
	}
}
