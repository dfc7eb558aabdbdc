//go:build unix

// Command stores prints how fast a world is stored, read back and changed on each store, as a table. A million claims are
// some twenty million quads: by what fewer take, an hour or more, and tens of gigabytes of memory in mem:. Run it on a
// machine that does nothing else.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/growth"
	"github.com/clausegraph/clausegraph/internal/pgtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var size growth.Size
	flag.IntVar(&size.Standards, "standards", 200, "`number` of standards")
	flag.IntVar(&size.PerStandard, "requirements", 500, "`number` of requirements of each, with three points each")
	flag.IntVar(&size.Claims, "claims", 5000, "`number` of claims for each standard")
	flag.Parse()
	if size.Claims *= size.Standards; size.Standards < 13 {
		fmt.Fprintln(os.Stderr, "stores: a world has at least 13 standards")
		os.Exit(2)
	}
	if err := measure(ctx, size); err != nil {
		fmt.Fprintln(os.Stderr, "stores:", err)
		os.Exit(1)
	}
}

// measure holds each store against the same world, one after the other.
func measure(ctx context.Context, size growth.Size) error {
	dir, err := os.MkdirTemp("", "clausegraph")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	pg, err := pgtest.Start(ctx, "fsync=on", "shared_buffers=1GB", "max_wal_size=8GB")
	if err != nil {
		return err
	}
	defer pg.Close()
	dsn, err := pg.DSN()
	if err != nil {
		return err
	}
	fmt.Printf("%d requirements, %d claims\n\n", size.Requirements(), size.Claims)
	fmt.Println("| store | publish | quads | quads/s | snapshot from the store | snapshot file | opening it | heap of snapshot and engine | publish a change of one crosswalk | then: snapshot and engine | gap, p50, p99 | gap meanwhile, p50, p99 |")
	fmt.Println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
	for _, spec := range []string{"mem:", "bolt:" + filepath.Join(dir, "data.db"), "postgres:" + dsn} {
		if err := one(ctx, spec, filepath.Join(dir, "snapshot"), size); err != nil {
			return fmt.Errorf("%.8s: %w", spec, err)
		}
	}
	return nil
}

// counter counts the lines of an export: a quad each.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	for _, b := range p {
		if b == '\n' {
			*c++
		}
	}
	return len(p), nil
}

// one prints the row of a store.
func one(ctx context.Context, spec, file string, size growth.Size) error {
	step := func(what string) { fmt.Fprintf(os.Stderr, "%s %.8s %s\n", time.Now().Format("15:04:05"), spec, what) }
	s, err := store.Open(ctx, spec)
	if err != nil {
		return err
	}
	defer s.Close()
	datasets := growth.World(size)
	step("publishing")
	published, err := timed(func() error { _, err := s.Publish(ctx, "measure", datasets); return err })
	if err != nil {
		return err
	}
	step("counting")
	var quads counter
	if err := s.Export(ctx, &quads); err != nil {
		return err
	}
	before := heap()
	step("reading")
	var snap *graph.Snapshot
	read, err := timed(func() (err error) { snap, err = s.Snapshot(ctx); return err })
	if err != nil {
		return err
	}
	e := coverage.New(snap)
	taken := heap() - before
	length, opened, err := throughFile(snap, file)
	if err != nil {
		return err
	}
	quiet, err := asking(e, nil)
	if err != nil {
		return err
	}
	s.Remember()
	if _, err := s.Snapshot(ctx); err != nil { // now it is remembered
		return err
	}
	step("changing")
	changed, err := timed(func() error { _, err := s.Publish(ctx, "measure", altered(datasets)); return err })
	if err != nil {
		return err
	}
	done := make(chan struct{})
	var swap time.Duration
	var failed error
	var swapping sync.WaitGroup
	swapping.Go(func() {
		defer close(done)
		swap, failed = timed(func() error {
			next, err := s.Snapshot(ctx)
			if err == nil {
				coverage.New(next)
			}
			return err
		})
	})
	busy, err := asking(e, done)
	swapping.Wait()
	if failed != nil || err != nil {
		return errors.Join(failed, err)
	}
	fmt.Printf("| %.5s | %s | %d | %.0f | %s | %d MB | %s | %d MB | %s | %s | %s | %s |\n", spec, short(published), quads, float64(quads)/published.Seconds(),
		short(read), length>>20, short(opened), taken>>20, short(changed), short(swap), quiet, busy)
	runtime.KeepAlive(snap)
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

// throughFile writes the snapshot to a file and opens that, three times, the shortest of which counts.
func throughFile(snap *graph.Snapshot, path string) (length int64, opened time.Duration, err error) {
	f, err := os.Create(path)
	if err != nil {
		return 0, 0, err
	}
	if length, err = snap.WriteTo(f); err != nil {
		return 0, 0, err
	}
	if err := f.Close(); err != nil {
		return 0, 0, err
	}
	for i := range 3 {
		took, err := timed(func() error {
			bytes, err := os.ReadFile(path)
			if err == nil {
				_, err = graph.ReadSnapshot(bytes)
			}
			return err
		})
		if err != nil {
			return 0, 0, err
		}
		if i == 0 || took < opened {
			opened = took
		}
	}
	return length, opened, nil
}

// asking asks one question until done, or a hundred times where that is nil, and returns how long answers took.
func asking(e *coverage.Engine, done <-chan struct{}) (string, error) {
	q := coverage.Question{Held: growth.InDomain(0, 3), Target: growth.Ref(9)}
	var times []time.Duration
	for {
		took, err := timed(func() error { _, err := e.Gap(q); return err })
		if err != nil {
			return "", err
		}
		times = append(times, took)
		over := done == nil && len(times) >= 100
		select {
		case <-done:
			over = true
		default:
		}
		if over {
			slices.Sort(times)
			return short(times[(len(times)-1)/2]) + ", " + short(times[(len(times)-1)*99/100]), nil
		}
	}
}

func timed(f func() error) (time.Duration, error) {
	start := time.Now()
	err := f()
	return time.Since(start), err
}

// heap returns how many bytes are in use.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

func short(d time.Duration) string {
	switch {
	case d >= time.Second:
		return fmt.Sprintf("%.3g s", d.Seconds())
	case d >= time.Millisecond:
		return fmt.Sprintf("%.3g ms", float64(d.Microseconds())/1000)
	}
	return fmt.Sprintf("%.3g µs", float64(d.Nanoseconds())/1000)
}
