// Package procstat tells what other processes use, from Linux's /proc.
package procstat

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"
)

// perSecond is how many ticks a second has, on every architecture of Linux that Go has.
const perSecond = 100

// CPU returns what a process has used so far, with its children that have ended, to a hundredth of a second. It fails for
// a process that is gone, and where there is no /proc.
func CPU(pid int) (time.Duration, error) {
	name := fmt.Sprintf("/proc/%d/stat", pid)
	stat, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	// After the name of the program, which may have spaces and is the second, come the third and all others: utime is the
	// 14th, and stime, cutime and cstime follow it.
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	if len(fields) < 15 {
		return 0, fmt.Errorf("%s has too few fields", name)
	}
	var ticks int64
	for _, f := range fields[11:15] {
		n, err := strconv.ParseInt(string(f), 10, 64)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
		ticks += n
	}
	return time.Duration(ticks) * time.Second / perSecond, nil
}
