package server

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/KimMachineGun/automemlimit/memlimit"

	"github.com/clausegraph/clausegraph/search"
)

// The collector runs when the heap has grown to five times what is in use, and as often as it must to keep the process
// below a share of the memory of its container or machine.
const (
	heapGrowth  = 400
	memoryShare = 0.8
)

// TuneMemory lets a server use memory for speed, for which one process on a machine has more than it needs. The
// environment variables GOGC and GOMEMLIMIT come first. It fails where the amount of memory cannot be found out; nothing
// is changed then.
func TuneMemory() error {
	if os.Getenv("GOMEMLIMIT") == "" {
		known := memlimit.ApplyFallback(memlimit.FromCgroup, memlimit.FromSystem)
		if _, err := memlimit.Set(memlimit.WithProvider(known), memlimit.WithRatio(memoryShare)); err != nil {
			return fmt.Errorf("amount of memory: %w", err)
		}
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
	return nil
}

// release gives back, once the index is there, what loading took: several times what the data takes afterwards. With a heap
// that may grow that far the collector would not see to it before much was asked.
func release(index *search.Index) {
	if index != nil && index.Wait(context.Background()) == nil {
		debug.FreeOSMemory()
	}
}
