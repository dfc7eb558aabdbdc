package search_test

import (
	"flag"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/judged"
	"github.com/clausegraph/clausegraph/search"
)

var (
	fit    = flag.Bool("fit", false, "fit the weights on the tuning half, and print them")
	only   = flag.String("fit-only", "", "the weights to fit, parted by commas; all where empty")
	rounds = flag.Int("fit-rounds", 3, "times that every weight is tried")
	cross  = flag.Bool("fit-cross", false, "cross-validate: fit without each fold in turn, and say what it scores before and after")
)

const (
	folds       = 5
	leastGain   = 0.0002 // below that a step is taken for chance
	recallShare = 0.25
	// everydayWeight is what a query in everyday words counts beside others, of which there are three times as many.
	everydayWeight = 0.35
)

// TestFit climbs the weights by coordinate ascent on the tuning half: one after the other is made larger and smaller, and
// a step stays that raises the goal over all folds and lowers it in at most two. Topics go to folds whole, so that a fold
// has no query that another asks in other words. With -fit-cross it does so without each fold in turn, and says what the
// fold left out scores before and after: that is what fitting is worth on queries that it has not seen. The test half is
// not read.
func TestFit(t *testing.T) {
	if !*fit {
		t.Skip("see make fit-search")
	}
	f := newFitter(t)
	if *cross {
		before, after := 0.0, 0.0
		for out := range folds {
			w := f.climb(search.Shipped(), func(fold int) bool { return fold != out }, false)
			held := func(fold int) bool { return fold == out }
			b, a := f.scores(search.Shipped()).mean(held), f.scores(w).mean(held)
			fmt.Printf("fold %d held out: %s, fitted without it %s\n", out, b, a)
			before, after = before+b.whole/folds, after+a.whole/folds
		}
		fmt.Printf("mean of the folds held out: %.4f, fitted without them %.4f\n", before, after)
		return
	}
	w := f.climb(search.Shipped(), func(int) bool { return true }, true)
	fmt.Printf("%+v\n", w)
}

// fitter scores weights. It keeps an index for the weights that say how texts are counted, and changes the others in it.
type fitter struct {
	t        *testing.T
	snapshot *graph.Snapshot
	topics   []*judged.Topic
	counted  []int64
	index    *search.Index
	again    *search.Reweigher
	tried    map[search.Weights]scores
}

func newFitter(t *testing.T) *fitter {
	f := &fitter{t: t, snapshot: snapshot(t), tried: map[search.Weights]scores{}}
	f.topics = slices.DeleteFunc(topics(t), func(t *judged.Topic) bool { return t.Half != judged.Tuning })
	if len(f.topics) == 0 {
		t.Fatal("no topics")
	}
	return f
}

// countsOf lists the weights that say how texts are counted: a change of them needs another index.
func countsOf(w search.Weights) []int64 {
	var list []int64
	v := reflect.ValueOf(w)
	for i := range v.NumField() {
		if isIndexed(v.Type().Field(i).Name) {
			list = append(list, v.Field(i).Int())
		}
	}
	return list
}

func isIndexed(name string) bool { return strings.HasPrefix(name, "Count") || name == "NestedPart" }

// scores are the sums of each fold.
type scores [folds]struct{ ndcg, recall, n float64 }

// goal is what is climbed: the mean nDCG@10 and a part of the recall@20.
type goal struct{ whole, ndcg, recall float64 }

func (g goal) String() string {
	return fmt.Sprintf("%.4f (nDCG@10 %.4f, recall@20 %.4f)", g.whole, g.ndcg, g.recall)
}

func (s scores) mean(of func(fold int) bool) goal {
	var g goal
	n := 0.0
	for i, f := range s {
		if of(i) {
			g.ndcg, g.recall, n = g.ndcg+f.ndcg, g.recall+f.recall, n+f.n
		}
	}
	g.ndcg, g.recall = g.ndcg/n, g.recall/n
	g.whole = g.ndcg + recallShare*g.recall
	return g
}

func (s scores) better(than scores, of func(fold int) bool) bool {
	worse := 0
	for i := range s {
		one := func(fold int) bool { return fold == i }
		if of(i) && s.mean(one).whole < than.mean(one).whole-1e-9 {
			worse++
		}
	}
	return s.mean(of).whole > than.mean(of).whole+leastGain && worse <= 2
}

func (f *fitter) scores(w search.Weights) scores {
	if s, ok := f.tried[w]; ok {
		return s
	}
	if counted := countsOf(w); f.index == nil || !slices.Equal(counted, f.counted) {
		if f.index != nil {
			_ = f.index.Close()
		}
		x, err := search.Build(f.t.Context(), f.snapshot, search.WithWeights(w))
		if err != nil {
			f.t.Fatal(err)
		}
		f.index, f.again, f.counted = x, search.NewReweigher(x), counted
	}
	f.again.Reweigh(w)
	e := ours(f.t, f.index, "", search.Query{})
	var s scores
	for i, topic := range f.topics {
		fold := &s[i%folds]
		for _, q := range topic.Queries {
			if q.Class == judged.ID {
				continue // no weight counts for them
			}
			ranking := topic.Condensed(e.rank(q.Text, 60))
			weight := 1.0
			if q.Class == judged.Everyday {
				weight = everydayWeight
			}
			fold.ndcg += weight * topic.NDCG(ranking, 10)
			fold.recall += weight * topic.Recall(ranking, judged.Answer, 20)
			fold.n += weight
		}
	}
	f.tried[w] = s
	return s
}

// climb returns the weights that are best on the folds. What needs another index is tried last.
func (f *fitter) climb(w search.Weights, of func(fold int) bool, tell bool) search.Weights {
	list := names(w)
	slices.SortStableFunc(list, func(a, b string) int {
		switch x, y := isIndexed(a), isIndexed(b); {
		case x == y:
			return 0
		case x:
			return 1
		}
		return -1
	})
	say := func(format string, args ...any) {
		if tell {
			fmt.Printf(format+"\n", args...)
		}
	}
	best := f.scores(w)
	say("at first %s", best.mean(of))
	for round := range *rounds {
		before := best.mean(of).whole
		by := []float64{0.4, 0.2, 0.1}[min(round, 2)]
		for _, name := range list {
			for _, factor := range []float64{1 + by, 1 / (1 + by)} {
				for {
					tried, ok := step(w, name, factor)
					if !ok {
						break
					}
					s := f.scores(tried)
					if !s.better(best, of) {
						break
					}
					best, w = s, tried
					say("%s %v: %s", name, reflect.ValueOf(w).FieldByName(name), best.mean(of))
				}
			}
		}
		say("round %d: %s\n%+v", round+1, best.mean(of), w)
		if round >= 2 && best.mean(of).whole-before < leastGain {
			break
		}
	}
	return w
}

func names(w search.Weights) []string {
	var list []string
	for i := range reflect.TypeOf(w).NumField() {
		name := reflect.TypeOf(w).Field(i).Name
		if *only == "" || slices.Contains(strings.Split(*only, ","), name) {
			list = append(list, name)
		}
	}
	return list
}

// step returns the weights with one made larger or smaller by a factor.
func step(w search.Weights, name string, factor float64) (search.Weights, bool) {
	v := reflect.ValueOf(&w).Elem().FieldByName(name)
	if v.CanInt() {
		n := v.Int()
		by := max(1, n/4)
		if factor < 1 {
			by = -by
		}
		v.SetInt(n + by)
		return w, n+by >= 0 && (n+by > 0 || name != "NestedPart")
	}
	before := v.Float()
	v.SetFloat(float64(int(before*factor*1000+0.5)) / 1000)
	return w, v.Float() != before
}
