package server

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestGrowth(t *testing.T) {
	const MB = 1 << 20
	for _, c := range []struct{ live, least, from, to int }{
		{50 * MB, 0, 400, 400},
		{0, 1000 * MB, 400, 400}, // nothing is known yet
		{50 * MB, 200 * MB, 400, 400},
		{50 * MB, 1000 * MB, 1500, 1900},
		{200 * MB, 1000 * MB, 400, 400},
		{1 * MB, 1000 * MB, 79_000, 99_900},
	} {
		if got := growthOf(c.live, c.least); got < c.from || got > c.to {
			t.Errorf("of %d MB in use and at least %d MB: %d %%, want %d to %d", c.live/MB, c.least/MB, got, c.from, c.to)
		}
	}
}

var garbage []byte

// TestHeapMayGrow makes garbage in a process of its own, which has memory enough to collect it seldom: unless it is told
// how often, by the usual variable.
func TestHeapMayGrow(t *testing.T) {
	if os.Getenv("TEST_GARBAGE") != "" {
		if err := TuneMemory(); err != nil {
			t.Fatal(err)
		}
		release(nil)
		runtime.GC()
		time.Sleep(100 * time.Millisecond) // what is set, is set after the collector has run
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range 400 {
			garbage = make([]byte, 1<<20)
		}
		runtime.ReadMemStats(&after)
		if after.NumGC-before.NumGC > 2 {
			println("often")
		} else {
			println("seldom")
		}
		return
	}
	for _, c := range []struct{ variables, want string }{
		{"GOMEMLIMIT=16GiB", "seldom"},
		{"GOMEMLIMIT=160MiB", "often"},
		{"GOMEMLIMIT=16GiB GOGC=100", "often"},
	} {
		p := exec.Command(os.Args[0], "-test.run", "^TestHeapMayGrow$") // #nosec G204 -- this program
		p.Env = append(os.Environ(), append(strings.Fields(c.variables), "TEST_GARBAGE=1")...)
		if out, err := p.CombinedOutput(); err != nil || !strings.Contains(string(out), c.want) {
			t.Errorf("with %s: %v %s", c.variables, err, out)
		}
	}
}
