package search_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/search"
)

// TestAfterFindsWhatANewIndexFinds changes some standards one time after the other, in all ways that texts change, and searches by an
// index that takes over from the one before as by one that is made anew.
func TestAfterFindsWhatANewIndexFinds(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	queries := []string{"zorblatt", "quagmire", "수렁"}
	for i, topic := range topics(t) {
		if i%5 == 0 {
			queries = append(queries, topic.Queries[i%len(topic.Queries)].Text)
		}
	}
	data := some(t)
	overlay := search.Overlay{"iso-27001-2022/A.5.17": {{EN: "Zorblatt"}}}
	first, err := search.Build(t.Context(), linked(t, data), search.WithOverlay(overlay))
	if err != nil {
		t.Fatal(err)
	}
	earlier, taken := first, 0
	for step := range 9 {
		data = slices.Clone(data)
		at := chance.IntN(len(data))
		for range 1 + chance.IntN(2) {
			at = (at + 1) % len(data)
			data[at] = reworded(chance, data[at], step)
		}
		switch step {
		case 2: // a standard goes, with its claims
			data = slices.DeleteFunc(data, func(d *graph.Dataset) bool {
				return d.Name == "iso-22301-2019" || d.Crosswalk != nil && (d.Crosswalk.From == "iso-22301-2019" || d.Crosswalk.To == "iso-22301-2019")
			})
		case 4: // and comes back
			for _, d := range some(t) {
				if d.Name == "iso-22301-2019" {
					data = append(data, d)
				}
			}
		case 5:
			overlay = search.Overlay{"iso-27001-2022/A.5.15": {{EN: "Zorblatt", KO: "조르블랏"}}}
		case 7: // the glossary is another one
			data = slices.DeleteFunc(data, func(d *graph.Dataset) bool { return d.Glossary != nil })
		}
		s := linked(t, data)
		after, err := search.Build(t.Context(), s, search.WithOverlay(overlay), search.After(earlier))
		if err != nil {
			t.Fatal(err)
		}
		anew, err := search.Build(t.Context(), s, search.WithOverlay(overlay))
		if err != nil {
			t.Fatal(err)
		}
		if search.SharesTexts(after, earlier) {
			taken++
		}
		for _, query := range queries {
			if d := cmp.Diff(hitsOf(t, anew, query), hitsOf(t, after, query)); d != "" {
				t.Fatalf("step %d, %q (-anew +after):\n%s", step, query, d)
			}
		}
		// The one before still answers from its own revision, until it is closed, and then no longer.
		if _, err := earlier.Search(t.Context(), search.Query{Text: "password", Limit: 3}); err != nil {
			t.Error(err)
		}
		for _, x := range []*search.Index{earlier, anew} {
			if err := x.Close(); err != nil {
				t.Error(err)
			}
		}
		if _, err := earlier.Search(t.Context(), search.Query{Text: "password", Limit: 3}); err == nil {
			t.Error("a closed index answers")
		}
		earlier = after
	}
	if taken < 6 {
		t.Errorf("%d of 9 indexes took over from the one before", taken)
	}
	if err := earlier.Close(); err != nil {
		t.Error(err)
	}
}

// TestAfterAnIndexThatIsClosedAtOnce closes indexes as soon as others follow them, whether they are there or not, and follows one twice.
func TestAfterAnIndexThatIsClosedAtOnce(t *testing.T) {
	data := some(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	earlier := search.Start(ctx, linked(t, data))
	for step := range 5 {
		data = slices.Clone(data)
		data[step] = reworded(rand.New(rand.NewPCG(1, uint64(step))), data[step], step)
		next := search.Start(ctx, linked(t, data), search.After(earlier))
		twin := search.Start(ctx, linked(t, data), search.After(earlier))
		if err := earlier.Close(); err != nil {
			t.Error(err)
		}
		if step%2 == 0 {
			if err := next.Wait(ctx); err != nil {
				t.Fatal(err)
			}
		}
		if d := cmp.Diff(hitsOf(t, twin, "password"), hitsOf(t, next, "password")); d != "" {
			t.Errorf("two that follow one differ:\n%s", d)
		}
		if err := twin.Close(); err != nil {
			t.Error(err)
		}
		earlier = next
	}
	if err := earlier.Close(); err != nil {
		t.Error(err)
	}
	if x, err := search.Build(ctx, linked(t, data), search.After(earlier)); err != nil {
		t.Errorf("after one that is closed: %v", err)
	} else if err := x.Close(); err != nil {
		t.Error(err)
	}
}

// some returns a few standards of the shipped data, with the claims between them and the glossary.
func some(t *testing.T) []*graph.Dataset {
	t.Helper()
	all, err := loader.Load(t.Context(), loader.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	kept := []string{"iso-hs", "iso-27001-2022", "iso-22301-2019", "isms-p-2023"}
	return slices.DeleteFunc(all.Datasets, func(d *graph.Dataset) bool {
		return d.Scheme != nil || d.Standard != nil && !slices.Contains(kept, d.Name) ||
			d.Crosswalk != nil && (!slices.Contains(kept, d.Crosswalk.From) || !slices.Contains(kept, d.Crosswalk.To))
	})
}

func linked(t *testing.T, data []*graph.Dataset) *graph.Snapshot {
	t.Helper()
	s, err := graph.Build(graph.Revision{}, data)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// reworded returns a dataset with some of its texts changed: of claims also their strength.
func reworded(chance *rand.Rand, d *graph.Dataset, step int) *graph.Dataset {
	c := *d
	word := fmt.Sprintf(" quagmire %d", step)
	if n := len(d.Requirements); n > 0 {
		c.Requirements = slices.Clone(d.Requirements)
		for range 2 {
			i := chance.IntN(n)
			r := *c.Requirements[i]
			switch chance.IntN(4) {
			case 0:
				r.Title.EN += word
			case 1:
				r.Laws = append(slices.Clone(r.Laws), fmt.Sprintf("pipa/%d", step))
			default:
				r.Gist.EN, r.Gist.KO = r.Gist.EN+word, r.Gist.KO+" 수렁"
			}
			c.Requirements[i] = &r
		}
	}
	if n := len(d.Mappings); n > 0 {
		c.Mappings = slices.Clone(d.Mappings)
		for range 3 {
			i := chance.IntN(n)
			m := *c.Mappings[i]
			m.Strength = 1 + chance.IntN(9)
			if chance.IntN(2) == 0 {
				m.Remainder.To = graph.Text{EN: "Beyond" + word, KO: "수렁 나머지"}
			}
			c.Mappings[i] = &m
		}
	}
	return &c
}

// hitsOf returns what a query finds, with scores and reasons.
func hitsOf(t *testing.T, x *search.Index, query string) []string {
	t.Helper()
	r, err := x.Search(t.Context(), search.Query{Text: query, Limit: 20})
	if err != nil {
		t.Fatal(err)
	}
	list := []string{fmt.Sprint(r.Total, " ", r.Suggestion)}
	for _, h := range r.Hits {
		list = append(list, fmt.Sprintf("%s %v %v", h.Requirement.Ref, h.Score, h.Fragments()))
	}
	return list
}

// BenchmarkAfter indexes the shipped data with another remainder each time: anew, and after the index before.
func BenchmarkAfter(b *testing.B) {
	all, err := loader.Load(b.Context(), loader.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	at := slices.IndexFunc(all.Datasets, func(d *graph.Dataset) bool { return len(d.Mappings) > 100 })
	for _, after := range []bool{false, true} {
		b.Run(map[bool]string{false: "anew", true: "after"}[after], func(b *testing.B) {
			chance, data := rand.New(rand.NewPCG(1, 2)), slices.Clone(all.Datasets)
			var earlier *search.Index
			build := func(step int) {
				data[at] = reworded(chance, data[at], step)
				s, err := graph.Build(graph.Revision{}, data)
				if err != nil {
					b.Fatal(err)
				}
				var options []search.Option
				if after {
					options = append(options, search.After(earlier))
				}
				x, err := search.Build(b.Context(), s, options...)
				if err != nil {
					b.Fatal(err)
				}
				if earlier != nil {
					_ = earlier.Close()
				}
				earlier = x
			}
			build(0)
			for step := 1; b.Loop(); step++ {
				build(step)
			}
			_ = earlier.Close()
		})
	}
}
