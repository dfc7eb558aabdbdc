//go:build unix

// Command stores prints how fast a world is stored, read back and changed on each store, as a table. A million claims are
// some twenty million quads. What is known so far is told on the way, with the time.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

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
	stores := flag.String("stores", "bolt,postgres", "`names` of the stores, of mem, bolt and postgres; mem takes 15 GB of memory for a million claims")
	flag.Parse()
	if size.Claims *= size.Standards; size.Standards < 13 {
		fmt.Fprintln(os.Stderr, "stores: a world has at least 13 standards")
		os.Exit(2)
	}
	if err := measure(ctx, size, strings.Split(*stores, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "stores:", err)
		os.Exit(1)
	}
}

// measure holds each store against the same world, one after the other.
func measure(ctx context.Context, size growth.Size, names []string) error {
	dir, err := os.MkdirTemp("", "clausegraph")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	tell("world", "%d requirements, %d claims", size.Requirements(), size.Claims)
	datasets := growth.World(size)
	var columns []*column
	for _, name := range names {
		c := &column{name: name, dir: dir, datasets: datasets, database: func() (time.Duration, error) { return 0, nil }}
		if err := c.measure(ctx); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		columns = append(columns, c)
	}
	printTable(size, columns)
	return nil
}

// measure opens the store of the name, measures it, and removes it.
func (c *column) measure(ctx context.Context) error {
	spec := "mem:"
	switch c.name {
	case "mem":
	case "bolt":
		path := filepath.Join(c.dir, "data.db")
		defer os.Remove(path)
		spec = "bolt:" + path
	case "postgres":
		pg, err := pgtest.Start(ctx, "fsync=on", "full_page_writes=on", "shared_buffers=1GB", "max_wal_size=8GB", "checkpoint_timeout=30min")
		if err != nil {
			return err
		}
		defer pg.Close()
		dsn, err := pg.DSN()
		if err != nil {
			return err
		}
		spec, c.database = "postgres:"+dsn, pg.CPU
	default:
		return fmt.Errorf("there is no such store; write mem, bolt or postgres")
	}
	return c.of(ctx, spec)
}

// tell prints what is being done or was found out.
func tell(name, format string, args ...any) {
	fmt.Fprintf(os.Stderr, "%s %s: %s\n", time.Now().Format("15:04:05"), name, fmt.Sprintf(format, args...))
}
