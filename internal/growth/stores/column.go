//go:build unix

package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/growth"
)

// column is what is measured of one store.
type column struct {
	name     string
	dir      string // for files
	datasets []*graph.Dataset
	database func() (time.Duration, error) // what the process of the database has used

	quads                    int
	publish, read            spent
	change, swap             spent
	held                     int64 // bytes of memory of the store itself
	fileLength               int64
	opening                  spent
	laidOut                  int64         // bytes of memory of the snapshot and the engine
	gap                      time.Duration // CPU of one answer
	quietP50, quietP99       time.Duration
	swappingP50, swappingP99 time.Duration
}

// spent is what something took: time, CPU of this process, and CPU of the database.
type spent struct{ wall, cpu, database time.Duration }

// of measures the store that the spec names.
func (c *column) of(ctx context.Context, spec string) error {
	s, err := store.Open(ctx, spec)
	if err != nil {
		return err
	}
	defer s.Close()
	before := heap()
	if err := c.load(ctx, s); err != nil {
		return err
	}
	c.held = heap() - before
	tell(c.name, "stored %d quads in %s, %.0f each second, %.1f µs of CPU each, and of the database %.1f µs; it holds %d MB of memory", c.quads, short(c.publish.wall),
		c.rate(), c.each(c.publish.cpu), c.each(c.publish.database), c.held>>20)
	before = heap()
	var snap *graph.Snapshot
	if c.read, err = c.spend(func() (err error) { snap, err = s.Snapshot(ctx); return err }); err != nil {
		return err
	}
	e := coverage.New(snap)
	c.laidOut = heap() - before
	tell(c.name, "read the snapshot in %s; with the engine it takes %d MB", c.read, c.laidOut>>20)
	if err := c.throughFile(snap); err != nil {
		return err
	}
	tell(c.name, "opened its file of %d MB in %s", c.fileLength>>20, c.opening)
	start := cpu()
	if c.quietP50, c.quietP99, err = asking(e, nil); err != nil {
		return err
	}
	c.gap = (cpu() - start) / asked
	tell(c.name, "answered the gap in %s (p50), %s (p99), with %s of CPU", short(c.quietP50), short(c.quietP99), short(c.gap))
	if err := c.move(ctx, s, e); err != nil {
		return err
	}
	tell(c.name, "published a change of one claim in %s; then had a new snapshot and engine in %s, while it answered in %s (p50), %s (p99)",
		c.change, c.swap, short(c.swappingP50), short(c.swappingP99))
	runtime.KeepAlive(snap)
	return nil
}

// load publishes all of the world.
func (c *column) load(ctx context.Context, s *store.Store) (err error) {
	start, last := time.Now(), time.Now()
	s.Progress = func(done, all, quads int) {
		if c.quads = quads; time.Since(last) > 10*time.Second {
			last = time.Now()
			tell(c.name, "stored %d of %d releases, %d quads, %.0f each second", done, all, quads, float64(quads)/time.Since(start).Seconds())
		}
	}
	c.publish, err = c.spend(func() error { _, err := s.Publish(ctx, "measure", c.datasets); return err })
	s.Progress = nil
	return err
}

// move publishes a change, and makes the new snapshot and engine, while the old ones answer.
func (c *column) move(ctx context.Context, s *store.Store, e *coverage.Engine) (err error) {
	s.Remember()
	if _, err := s.Snapshot(ctx); err != nil { // now it is remembered
		return err
	}
	if c.change, err = c.spend(func() error { _, err := s.Publish(ctx, "measure", altered(c.datasets)); return err }); err != nil {
		return err
	}
	done := make(chan struct{})
	var failed error
	var swapping sync.WaitGroup
	swapping.Go(func() {
		defer close(done)
		c.swap, failed = c.spend(func() error {
			next, err := s.Snapshot(ctx)
			if err == nil {
				coverage.New(next)
			}
			return err
		})
		c.swap.cpu = 0 // it has that of the questions, too
	})
	c.swappingP50, c.swappingP99, err = asking(e, done)
	swapping.Wait()
	return errors.Join(err, failed)
}

// throughFile writes the snapshot to a file and opens that, three times, the shortest of which counts.
func (c *column) throughFile(snap *graph.Snapshot) error {
	path := filepath.Join(c.dir, "snapshot")
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer os.Remove(path)
	if c.fileLength, err = snap.WriteTo(f); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	for i := range 3 {
		took, err := c.spend(func() error {
			bytes, err := os.ReadFile(path)
			if err == nil {
				_, err = graph.ReadSnapshot(bytes)
			}
			return err
		})
		if err != nil {
			return err
		}
		if i == 0 || took.wall < c.opening.wall {
			c.opening = took
		}
	}
	return nil
}

// altered returns datasets of which one claim has another strength.
func altered(datasets []*graph.Dataset) []*graph.Dataset {
	datasets = slices.Clone(datasets)
	at := slices.IndexFunc(datasets, func(d *graph.Dataset) bool { return len(d.Mappings) > 0 })
	d, m := *datasets[at], *datasets[at].Mappings[0]
	m.Strength = 1 + m.Strength%10
	d.Mappings = slices.Clone(d.Mappings)
	d.Mappings[0], datasets[at] = &m, &d
	return datasets
}

// asked is how often a question is asked while nothing else goes on.
const asked = 1000

// asking asks one question until done, or asked times where that is nil, and returns how long answers took.
func asking(e *coverage.Engine, done <-chan struct{}) (p50, p99 time.Duration, err error) {
	q := coverage.Question{Held: growth.InDomain(0, 3), Target: growth.Ref(9)}
	var times []time.Duration
	for over := false; !over; {
		start := time.Now()
		if _, err := e.Gap(q); err != nil {
			return 0, 0, err
		}
		times = append(times, time.Since(start))
		over = done == nil && len(times) >= asked
		select {
		case <-done:
			over = true
		default:
		}
	}
	slices.Sort(times)
	return times[(len(times)-1)/2], times[(len(times)-1)*99/100], nil
}
