//go:build unix

package main

import (
	"errors"
	"fmt"
	"runtime"
	"syscall"
	"time"

	"github.com/clausegraph/clausegraph/internal/growth"
)

// printTable prints a row for each measure, with a column for each store.
func printTable(size growth.Size, columns []*column) {
	fmt.Printf("%d requirements with %d points, %d claims\n\n|", size.Requirements(), 3*size.Requirements(), size.Claims)
	for _, c := range columns {
		fmt.Printf(" | `%s:`", c.name)
	}
	fmt.Print(" |\n|---|")
	for range columns {
		fmt.Print("---:|")
	}
	fmt.Println()
	for _, row := range []struct {
		name string
		cell func(*column) string
	}{
		{"publish all", func(c *column) string { return fmt.Sprintf("%d quads, %s", c.quads, short(c.publish.wall)) }},
		{"quads for each second", func(c *column) string { return fmt.Sprintf("%.0f", c.rate()) }},
		{"CPU for each quad, and of the database", func(c *column) string {
			return fmt.Sprintf("%.1f µs, %.1f µs", c.each(c.publish.cpu), c.each(c.publish.database))
		}},
		{"memory of the store itself", func(c *column) string { return fmt.Sprintf("%d MB", c.held>>20) }},
		{"snapshot from the store", func(c *column) string { return c.read.String() }},
		{"opening the snapshot file", func(c *column) string { return fmt.Sprintf("%d MB, %s", c.fileLength>>20, c.opening) }},
		{"memory of snapshot and engine", func(c *column) string { return fmt.Sprintf("%d MB", c.laidOut>>20) }},
		{"publish a change of one claim", func(c *column) string { return c.change.String() }},
		{"then: new snapshot and engine, beside the old", func(c *column) string { return c.swap.String() }},
		{"CPU of a gap", func(c *column) string { return short(c.gap) }},
		{"gap, p50 and p99, with nothing else going on", func(c *column) string { return short(c.quietP50) + ", " + short(c.quietP99) }},
		{"gap while the new snapshot is made, p50 and p99", func(c *column) string { return short(c.swappingP50) + ", " + short(c.swappingP99) }},
	} {
		fmt.Printf("| %s |", row.name)
		for _, c := range columns {
			fmt.Printf(" %s |", row.cell(c))
		}
		fmt.Println()
	}
}

// rate is of quads for each second of publishing.
func (c *column) rate() float64 { return float64(c.quads) / c.publish.wall.Seconds() }

// each is the part of one quad, in microseconds.
func (c *column) each(d time.Duration) float64 { return d.Seconds() * 1e6 / float64(c.quads) }

func (s spent) String() string {
	text := short(s.wall)
	if s.cpu > 0 {
		text += " (CPU " + short(s.cpu)
		if s.database > 0 {
			text += " and " + short(s.database) + " of the database"
		}
		text += ")"
	}
	return text
}

// spend measures what f takes.
func (c *column) spend(f func() error) (spent, error) {
	before, err := c.database()
	if err != nil {
		return spent{}, err
	}
	start, own := time.Now(), cpu()
	err = f()
	took := spent{wall: time.Since(start), cpu: cpu() - own}
	after, failed := c.database()
	took.database = after - before
	return took, errors.Join(err, failed)
}

// cpu returns what this process has used.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // it takes nothing that could be wrong
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
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
	case d >= time.Minute:
		return fmt.Sprintf("%.1f min", d.Minutes())
	case d >= time.Second:
		return fmt.Sprintf("%.3g s", d.Seconds())
	case d >= time.Millisecond:
		return fmt.Sprintf("%.3g ms", float64(d.Microseconds())/1000)
	}
	return fmt.Sprintf("%.3g µs", float64(d.Nanoseconds())/1000)
}
