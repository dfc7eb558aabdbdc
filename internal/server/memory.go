package server

import (
	"context"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"sync/atomic"

	"github.com/KimMachineGun/automemlimit/memlimit"

	"github.com/clausegraph/clausegraph/search"
)

// The collector runs when the heap has grown to five times what is in use, or to a share of the memory of the container or
// machine where that is more, and as often as it must to keep the process below a greater share.
const (
	heapGrowth  = 400
	heapShare   = 1.0 / 16
	memoryShare = 0.8
)

// TuneMemory lets a server use memory for speed, for which one process on a machine has more than it needs. The
// environment variables GOGC and GOMEMLIMIT come first. It fails where the amount of memory cannot be found out; the heap may
// then grow to five times what is in use.
func TuneMemory() error {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
		mayGrow.Store(true)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		known := memlimit.ApplyFallback(memlimit.FromCgroup, memlimit.FromSystem)
		if _, err := memlimit.Set(memlimit.WithProvider(known), memlimit.WithRatio(memoryShare)); err != nil {
			return fmt.Errorf("amount of memory: %w", err)
		}
	}
	return nil
}

// mayGrow says that how far the heap grows is for this package to say.
var mayGrow atomic.Bool

// cycle is garbage as soon as it is made: each run of the collector finds one.
type cycle struct{ _ *cycle }

var growing sync.Once

// keepGrowth sets anew after each run of the collector how far the heap may grow, by what is in use. It does nothing where
// that is not to be changed, or the amount of memory is not known.
func keepGrowth() {
	limit := debug.SetMemoryLimit(-1)
	if !mayGrow.Load() || limit == math.MaxInt64 {
		return
	}
	growing.Do(func() {
		last := heapGrowth
		var next func(*cycle)
		next = func(*cycle) {
			sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
			metrics.Read(sample)
			if percent := growthOf(int(sample[0].Value.Uint64()), int(heapShare*float64(limit))); percent != last {
				last = percent
				debug.SetGCPercent(percent)
			}
			runtime.SetFinalizer(new(cycle), next)
		}
		runtime.SetFinalizer(new(cycle), next)
	})
}

// growthOf returns by how many percent the heap may grow beyond what is in use, in steps of a quarter, since to set it stops
// the process for a moment.
func growthOf(live, least int) int {
	percent := heapGrowth
	for next := percent * 5 / 4; least > 0 && live > 0 && next <= least/live*100-100; next = percent * 5 / 4 {
		percent = next
	}
	return percent
}

// release gives back, once the index is there, what loading took: several times what the data takes afterwards. With a heap
// that may grow that far the collector would not see to it before much was asked. From then on the heap may grow further
// than it may while data is loaded.
func release(index *search.Index) {
	if index != nil && index.Wait(context.Background()) == nil {
		debug.FreeOSMemory()
	}
	keepGrowth()
}
