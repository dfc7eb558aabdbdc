//go:build linux

// Command soak runs the program as its operators do, on a file and on PostgreSQL, under everything that happens to a server
// at once, and demands that it loses, leaks and breaks nothing: honest questions, searches, documents, assistants,
// listeners, attacks, changes of the data, reloads, and stores that fail.
//
// It goes in rounds. In each the load runs for a while with the faults in it, and then stops; what the server then still
// holds after two collections of garbage is measured. What the first third of the rounds held is compared with the last.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/clausegraph/clausegraph/internal/pgtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	o := options{log: os.Stderr}
	flag.DurationVar(&o.duration, "duration", 10*time.Minute, "how long in all")
	flag.DurationVar(&o.round, "round", 15*time.Second, "how long a round of it is")
	flag.IntVar(&o.workers, "workers", 4, "clients that ask one question after the other, of each server")
	flag.BoolVar(&o.race, "race", false, "build the server with the race detector")
	flag.Parse()
	result, err := run(ctx, o)
	result.table(os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(1)
	}
}

// options say how long to run, and how hard.
type options struct {
	duration, round time.Duration
	workers         int
	race            bool
	log             io.Writer // tells of progress
}

// When in a round a server is told to load anew, by a signal and by a request, and when its store fails, and no more.
const (
	hangupAt = 0.10
	reloadAt = 0.25
	faultAt  = 0.40
	mendAt   = 0.60
)

// leastRounds is how many rounds there must be, so that there are thirds. One more before them fills caches and pools.
const leastRounds = 3

// run soaks a server on a file and one on PostgreSQL, and returns what they did. The error is of what must not happen.
func run(ctx context.Context, o options) (*results, error) {
	all := &results{}
	dir, err := os.MkdirTemp("", "soak")
	if err != nil {
		return all, err
	}
	defer os.RemoveAll(dir)
	binary, err := build(ctx, dir, o.race)
	if err != nil {
		return all, err
	}
	pg, err := pgtest.Start(ctx)
	if err != nil {
		return all, err
	}
	defer pg.Close()
	dsn, err := pg.DSN()
	if err != nil {
		return all, err
	}
	for name, store := range map[string]string{"bolt": "bolt:" + filepath.Join(dir, "data.db"), "postgres": "postgres:" + dsn} {
		s, err := start(ctx, binary, filepath.Join(dir, name), store)
		if err != nil {
			return all, errors.Join(err, all.stop())
		}
		s.name, s.fault, s.mend = name, s.fill, s.free
		if name == "postgres" {
			s.fault, s.mend = func(context.Context) error { return pg.Kill() }, func(ctx context.Context) error { return pg.Restart(ctx) }
		}
		all.soaked = append(all.soaked, &soaked{server: s, seen: map[string][32]byte{}})
	}
	began := time.Now()
	for i := 0; i <= leastRounds || time.Since(began) < o.duration; i++ {
		var group sync.WaitGroup
		for _, s := range all.soaked {
			group.Go(func() { s.loop(ctx, o) })
		}
		group.Wait()
		if i == 0 {
			all.warm()
		}
		if ctx.Err() != nil {
			break
		}
		fmt.Fprintf(o.log, "round %d, %v of %v: %s\n", i, time.Since(began).Round(time.Second), o.duration, all.line())
	}
	return all, errors.Join(all.judge(), all.stop(), ctx.Err())
}

// build builds the program as its users do.
func build(ctx context.Context, dir string, race bool) (string, error) {
	root, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return "", fmt.Errorf("find the module: %w", err)
	}
	binary := filepath.Join(dir, "clausegraph")
	args := []string{"build", "-o", binary}
	if race {
		args = append(args, "-race")
	}
	c := exec.CommandContext(ctx, "go", append(args, "./cmd/clausegraph")...)
	c.Dir = strings.TrimSpace(string(root))
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return binary, nil
}
