//go:build unix

// Command replicas measures one server, two and so on, on one PostgreSQL: how many answers there are in a second, and how
// much CPU a thousand of them take. All share the cores of one machine with the program that asks, so more servers cannot
// give more answers here. What it shows is that they do not slow each other: the CPU for an answer stays as it is, and the
// database is not asked.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"time"

	"github.com/clausegraph/clausegraph/internal/pgtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	binary := flag.String("binary", "bin/clausegraph", "`path` of the program")
	most := flag.Int("replicas", 3, "`number` of servers at most")
	rounds := flag.Int("rounds", 3, "`number` of rounds, of which the medians are given")
	length := flag.Duration("for", 5*time.Second, "`duration` of asking one question in a round")
	flag.Parse()
	if err := run(ctx, *binary, *most, *rounds, *length); err != nil {
		fmt.Fprintln(os.Stderr, "replicas:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, binary string, most, rounds int, length time.Duration) error {
	pg, err := pgtest.Start(ctx, "fsync=on", "full_page_writes=on")
	if err != nil {
		return err
	}
	defer pg.Close()
	dsn, err := pg.DSN()
	if err != nil {
		return err
	}
	var replicas []*replica
	defer func() {
		for _, r := range replicas {
			r.stop()
		}
	}()
	got := map[string][][]measurement{} // by question, then by how many servers there were, less one
	for _, q := range questions {
		got[q.name] = make([][]measurement, most)
	}
	// The rounds are interleaved, so that what else the machine does falls on all alike. Servers that are not asked
	// are there all the same, and follow the database.
	for range most {
		r, err := start(ctx, binary, dsn)
		if err != nil {
			return err
		}
		replicas = append(replicas, r)
	}
	for round := range rounds {
		for _, q := range questions {
			for n := 1; n <= most; n++ {
				m, err := ask(ctx, replicas[:n], pg, q, length)
				if err != nil {
					return fmt.Errorf("%s, %d servers: %w", q.name, n, err)
				}
				fmt.Fprintf(os.Stderr, "round %d, %s, servers %d: %.0f/s, CPU for 1000 answers %.3g s\n", round+1, q.name, n, m.rate, m.cpu.Seconds())
				got[q.name][n-1] = append(got[q.name][n-1], m)
			}
		}
	}
	fmt.Printf("%s, %d cores, %d rounds of %v, %d connections in all, medians\n\n", runtime.Version(), runtime.NumCPU(), rounds, length, connections)
	fmt.Println("| answer | servers | answers/s | CPU of the servers for 1,000 answers | of PostgreSQL | of wrk | p50 | p99 |")
	fmt.Println("|---|---:|---:|---:|---:|---:|---:|---:|")
	for _, q := range questions {
		for i, list := range got[q.name] {
			m := median(list)
			fmt.Printf("| %s | %d | %.0f | %.3g s | %.3g s | %.3g s | %.3g ms | %.3g ms |\n", q.name, i+1, m.rate,
				m.cpu.Seconds(), m.database.Seconds(), m.client.Seconds(), ms(m.p50), ms(m.p99))
		}
	}
	return nil
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// median returns the median of each number.
func median(list []measurement) measurement {
	middle := func(of func(measurement) float64) float64 {
		var all []float64
		for _, m := range list {
			all = append(all, of(m))
		}
		slices.Sort(all)
		return all[len(all)/2]
	}
	duration := func(of func(measurement) time.Duration) time.Duration {
		return time.Duration(middle(func(m measurement) float64 { return float64(of(m)) }))
	}
	return measurement{
		rate:     middle(func(m measurement) float64 { return m.rate }),
		cpu:      duration(func(m measurement) time.Duration { return m.cpu }),
		database: duration(func(m measurement) time.Duration { return m.database }),
		client:   duration(func(m measurement) time.Duration { return m.client }),
		p50:      duration(func(m measurement) time.Duration { return m.p50 }),
		p99:      duration(func(m measurement) time.Duration { return m.p99 }),
	}
}
