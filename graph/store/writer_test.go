package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/graph"
)

// ending is a context that ends after its error was asked for a number of times.
type ending struct {
	context.Context
	left atomic.Int64
}

func endingAfter(n int) *ending {
	e := &ending{Context: context.Background()}
	e.left.Store(int64(n))
	return e
}

func (e *ending) Err() error {
	if e.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// cutting scans as Cayley's lasting backends do: the end of the context looks like the end of the quads.
type cutting struct{ cayley.QuadStore }

type cuttingIterator struct{ cayley.Iterator }

func (c cutting) QuadIterator(d quad.Direction, value cayley.Ref) cayley.Iterator {
	return cuttingIterator{c.QuadStore.QuadIterator(d, value)}
}

func (c cuttingIterator) Next(ctx context.Context) bool {
	return ctx.Err() == nil && c.Iterator.Next(ctx)
}

func TestCancelledReadIsNeverTruncated(t *testing.T) { onEach(t, testCancelledReadIsNeverTruncated) }

func testCancelledReadIsNeverTruncated(t *testing.T, on place) {
	s := on.open(t)
	rev := publish(t, s, small("complete"))
	s.quads = cutting{s.quads} // of no effect on a database, which is read past Cayley
	want := build(t, rev, small("complete"))
	least := 10
	if on.name == "postgres" {
		least = 3 // a look for each statement at the least; how often database/sql looks beside that is a matter of time
	}
	for n := 0; ; n++ {
		snap, err := s.Snapshot(endingAfter(n))
		if err == nil {
			if d := diff(want, snap); d != "" {
				t.Fatalf("after %d looks at the context, truncated without an error:\n%s", n, d)
			}
			if n < least {
				t.Fatalf("the context was looked at %d times: the test does not cut scans", n)
			}
			return
		}
		if !errors.Is(err, context.Canceled) || snap != nil {
			t.Fatalf("after %d looks at the context: %v, error %v", n, snap, err)
		}
	}
}

// TestCancelledPublish cuts a publication at every point, between the batches of a release too: the head is the old or
// the new one, and a later publication of something else leaves nothing behind.
func TestCancelledPublish(t *testing.T) { onEach(t, testCancelledPublish) }

func testCancelledPublish(t *testing.T, on place) {
	pair := func(variant int) []*graph.Dataset {
		all := generated(20, 1200, variant)
		return []*graph.Dataset{all[0], all[1], all[10]}
	}
	fresh := on.open(t)
	publish(t, fresh, pair(0))
	publish(t, fresh, pair(2))
	partial := false
	for n := 0; ; n++ {
		s := on.open(t)
		s.backend = batched{s.backend}
		first := publish(t, s, pair(0))
		before := count(t, s)
		rev, err := s.Publish(endingAfter(n), "tester", pair(1))
		if err == nil {
			if rev.Number != 2 || !partial {
				t.Fatalf("after %d looks at the context: %v; a release was cut: %v", n, rev, partial)
			}
			return
		}
		partial = partial || (count(t, s)-before)%batchSize == 0 && count(t, s) > before
		if d := diff(build(t, first, pair(0)), snapshot(t, s)); d != "" {
			t.Fatalf("after %d looks at the context the head is neither old nor new:\n%s", n, d)
		}
		next := publish(t, s, pair(2))
		if d := diff(build(t, next, pair(2)), snapshot(t, s)); d != "" {
			t.Fatal(d)
		}
		if got, want := count(t, s), count(t, fresh); got != want {
			t.Fatalf("after %d looks at the context %d quads are stored, want %d", n, got, want)
		}
	}
}

// batched writes in the smallest batches that any backend has.
type batched struct{ backend }

func (b batched) traits() traits {
	return traits{place: "a test", batch: batchSize, shared: b.backend.traits().shared}
}

func count(t *testing.T, s *Store) int64 {
	stats, err := s.quads.Stats(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	return stats.Quads.Size
}

// TestLostQuadIsNoticed takes any one quad of a release or of the head away behind the writer's back.
func TestLostQuadIsNoticed(t *testing.T) { onEach(t, testLostQuadIsNoticed) }

func testLostQuadIsNoticed(t *testing.T, on place) {
	on.check(t, func(t *rapid.T) {
		s := on.open(t)
		defer s.Close()
		contents, err := contentsOf(sets.Draw(t, "datasets"))
		if err != nil {
			t.Fatal(err)
		}
		head := publish(t, s, convert(contents, func(c content) *graph.Dataset { return c.Dataset }))
		quads, err := encode(rapid.SampledFrom(contents).Draw(t, "dataset"))
		if err != nil {
			t.Fatal(err)
		}
		if rapid.Bool().Draw(t, "of the head") {
			quads = slices.DeleteFunc(revision{head, convert(contents, content.id), Format}.quads(), func(q quad.Quad) bool {
				return q.Predicate == creator || q.Predicate == formatNo // nobody is a publisher too; no format is the first
			})
		}
		lost := rapid.SampledFrom(quads).Draw(t, "lost")
		if err := s.remove(context.Background(), []quad.Quad{lost}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Snapshot(context.Background()); err == nil {
			t.Fatalf("nobody noticed the loss of %s", lost.NQuad())
		}
	})
}

// watched fails when told to, and reports transactions that break the rules.
type watched struct {
	cayley.QuadStore
	batch  int
	fail   error
	broken []string
}

func (w *watched) ApplyDeltas(deltas []cayley.Delta, opts cayley.IgnoreOpts) error {
	for _, d := range deltas {
		if d.Action != deltas[0].Action {
			w.broken = append(w.broken, "a transaction adds and deletes")
		}
	}
	if len(deltas) > w.batch || !opts.IgnoreDup || !opts.IgnoreMissing {
		w.broken = append(w.broken, fmt.Sprint(len(deltas), " quads, ", opts))
	}
	if w.fail != nil {
		return w.fail
	}
	return w.QuadStore.ApplyDeltas(deltas, opts)
}

func TestWriteRules(t *testing.T) { onEach(t, testWriteRules) }

func testWriteRules(t *testing.T, on place) {
	s := on.open(t)
	w := &watched{QuadStore: s.quads, batch: s.backend.traits().batch}
	s.quads = w
	for i := range 2 * keep {
		publish(t, s, generated(300, 300, i))
	}
	if len(w.broken) > 0 {
		t.Error(w.broken)
	}
	head := snapshot(t, s)
	w.fail = errors.New("disk full")
	_, err := s.Publish(context.Background(), "tester", small(""))
	if !errors.Is(err, w.fail) {
		t.Errorf("error %v, want the one of the backend", err)
	}
	if d := diff(head, snapshot(t, s)); d != "" {
		t.Error(d)
	}
	w.fail = nil
	rev, err := s.Publish(context.Background(), "tester", small(""))
	if on.name == "mem" {
		if err == nil || !strings.Contains(err.Error(), "opened anew") {
			t.Errorf("error %v, want none to write after a failure", err)
		}
		return
	}
	if err != nil {
		t.Fatalf("a backend that lasts goes on after a failure: %v", err)
	}
	if d := diff(build(t, rev, small("")), snapshot(t, s)); d != "" {
		t.Error(d)
	}
}
