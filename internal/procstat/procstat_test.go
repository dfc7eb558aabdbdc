//go:build linux

package procstat_test

import (
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/internal/procstat"
)

// TestCPU holds /proc against what the kernel tells a process of itself.
func TestCPU(t *testing.T) {
	for start := time.Now(); time.Since(start) < 50*time.Millisecond; { // something to tell
	}
	var before, after syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &before); err != nil {
		t.Fatal(err)
	}
	got, err := procstat.CPU(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &after); err != nil {
		t.Fatal(err)
	}
	used := func(u syscall.Rusage) time.Duration { return time.Duration(u.Utime.Nano() + u.Stime.Nano()) }
	const coarse = 50 * time.Millisecond // ticks, and ended children
	if got < used(before)-coarse || got > used(after)+coarse {
		t.Errorf("/proc says %v, the kernel says %v to %v", got, used(before), used(after))
	}
	if _, err := procstat.CPU(-1); err == nil {
		t.Error("there is no such process, and no error")
	}
}
