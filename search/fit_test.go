package search_test

import (
	"flag"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/judged"
	"github.com/clausegraph/clausegraph/search"
)

var (
	fit  = flag.Bool("fit", false, "fit the weights on the tuning half, and print them")
	only = flag.String("fit-only", "", "the weights to fit, parted by commas; all where empty")
	fold = flag.Int("fit-without", -1, "fit without this fold of the tuning half, and say what it scores; cross-validation")
)

const (
	folds     = 5
	leastGain = 0.0003 // below that a step is taken for chance
)

// TestFit climbs the weights by coordinate ascent: one after the other is made larger and smaller, and a step stays that
// raises the goal on the tuning half and lowers it in at most one of its folds. It goes around until nothing does. Topics
// go to folds whole, so that a fold has no query that another asks in other words. The test half is not read.
func TestFit(t *testing.T) {
	if !*fit {
		t.Skip("see make fit-search")
	}
	s := snapshot(t)
	w := search.Shipped()
	list := tuning(t)
	best := goals(t, s, w, list)
	fmt.Printf("at first %s\n", best)
	for round := 1; ; round++ {
		before := best.whole
		for _, name := range names(w) {
			for _, larger := range []bool{true, false} {
				for {
					tried, ok := step(w, name, larger)
					if !ok {
						break
					}
					g := goals(t, s, tried, list)
					if !g.better(best) {
						break
					}
					best, w = g, tried
					fmt.Printf("%s %v: %s\n", name, reflect.ValueOf(w).FieldByName(name), best)
				}
			}
		}
		fmt.Printf("round %d: %s\n%+v\n", round, best, w)
		if best.whole-before < leastGain {
			return
		}
	}
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

// step returns the weights with one made a quarter larger or smaller.
func step(w search.Weights, name string, larger bool) (search.Weights, bool) {
	v := reflect.ValueOf(&w).Elem().FieldByName(name)
	if v.CanInt() {
		n := v.Int()
		by := max(1, n/4)
		if !larger {
			by = -by
		}
		v.SetInt(n + by)
		return w, n+by >= 0 && (n+by > 0 || name != "NestedPart")
	}
	switch f := v.Float(); {
	case larger:
		v.SetFloat(round(f * 1.25))
	default:
		v.SetFloat(round(f * 0.8))
	}
	return w, true
}

func round(f float64) float64 { return float64(int(f*1000+0.5)) / 1000 }

func tuning(t *testing.T) []*judged.Topic {
	list := slices.DeleteFunc(topics(t), func(t *judged.Topic) bool { return t.Half != judged.Tuning })
	if len(list) == 0 {
		t.Fatal("no topics")
	}
	return list
}

// goal is what is climbed: the mean nDCG@10 and a part of the recall@20.
type goal struct {
	whole, held float64 // held is that of the fold left out
	fold        [folds]float64
	ndcg        float64
	recall      float64
}

func (g goal) String() string {
	held := ""
	if *fold >= 0 {
		held = fmt.Sprintf(", held out %.4f", g.held)
	}
	return fmt.Sprintf("%.4f (nDCG@10 %.4f, recall@20 %.4f%s)", g.whole, g.ndcg, g.recall, held)
}

func (g goal) better(than goal) bool {
	worse := 0
	for i := range g.fold {
		if g.fold[i] < than.fold[i]-1e-9 {
			worse++
		}
	}
	return g.whole > than.whole+leastGain && worse <= 2
}

const recallShare = 0.25

func goals(t *testing.T, s *graph.Snapshot, w search.Weights, list []*judged.Topic) goal {
	x, err := search.Build(t.Context(), s, search.WithWeights(w))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	e := ours(t, x, "", search.Query{})
	var g goal
	sums, counts := map[int]float64{}, map[int]int{}
	n := 0
	for i, topic := range list {
		for _, q := range topic.Queries {
			ranking := topic.Condensed(e.rank(q.Text, 60))
			ndcg, recall := topic.NDCG(ranking, 10), topic.Recall(ranking, 20)
			sums[i%folds] += ndcg + recallShare*recall
			counts[i%folds]++
			if i%folds == *fold {
				continue
			}
			g.ndcg += ndcg
			g.recall += recall
			n++
		}
	}
	g.ndcg, g.recall = g.ndcg/float64(n), g.recall/float64(n)
	g.whole = g.ndcg + recallShare*g.recall
	for _, i := range slices.Sorted(maps.Keys(sums)) {
		mean := sums[i] / float64(counts[i])
		if i == *fold {
			g.held = mean
		} else {
			g.fold[i] = mean
		}
	}
	return g
}
