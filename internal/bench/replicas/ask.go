//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"time"

	"github.com/clausegraph/clausegraph/internal/pgtest"
)

// questions are the first two of `make bench-http`, and a gap with its verdicts alone, which is derived for every request.
var questions = []struct{ name, query string }{
	{"trivial", `{ revision { number } }`},
	{"list of 100", `{ standard(ref: "iso-27001-2022") { requirements(first: 100) { edges { node { id ref number title kind assessable } } } } }`},
	{"verdicts of a gap", `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") { summary { full partial possible none unknown } items(first: 500) { edges { node { requirement { ref } verdict } } } } }`},
}

// connections is how many there are in all; the servers share them.
const connections = 12

// measurement is what asking some servers the same gave. CPU is for a thousand answers.
type measurement struct {
	rate                  float64 // answers a second, of all servers together
	cpu, database, client time.Duration
	p50, p99              time.Duration // of the slowest server
}

var (
	doneLine = regexp.MustCompile(`(\d+) requests in`)
	rateLine = regexp.MustCompile(`Requests/sec:\s+([\d.]+)`)
	p50Line  = regexp.MustCompile(`(?m)^\s+50%\s+(\S+)`)
	p99Line  = regexp.MustCompile(`(?m)^\s+99%\s+(\S+)`)
)

// ask has wrk ask each server as fast as it answers, all at the same time.
func ask(ctx context.Context, replicas []*replica, pg *pgtest.Server, q struct{ name, query string }, length time.Duration) (measurement, error) {
	script, err := os.CreateTemp("", "replicas*.lua")
	if err != nil {
		return measurement{}, err
	}
	defer os.Remove(script.Name())
	body, err := json.Marshal(map[string]string{"query": q.query})
	if err != nil {
		return measurement{}, err
	}
	_, err = fmt.Fprintf(script, "wrk.method = \"POST\"\nwrk.headers[\"Content-Type\"] = \"application/json\"\nwrk.body = [==[%s]==]\n", body)
	if err := errors.Join(err, script.Close()); err != nil {
		return measurement{}, err
	}
	servers, err := spent(replicas)
	if err != nil {
		return measurement{}, err
	}
	database, err := pg.CPU()
	if err != nil {
		return measurement{}, err
	}
	var mu sync.Mutex
	var all measurement
	var failed error
	done := 0
	var asking sync.WaitGroup
	for _, r := range replicas {
		asking.Go(func() {
			n, m, err := wrk(ctx, filepath.Clean(script.Name()), r.url, connections/len(replicas), length)
			mu.Lock()
			defer mu.Unlock()
			done, failed = done+n, errors.Join(failed, err)
			all.rate, all.client = all.rate+m.rate, all.client+m.client
			all.p50, all.p99 = max(all.p50, m.p50), max(all.p99, m.p99)
		})
	}
	asking.Wait()
	if failed != nil {
		return measurement{}, failed
	}
	after, err := spent(replicas)
	if err != nil {
		return measurement{}, err
	}
	databaseAfter, err := pg.CPU()
	if err != nil {
		return measurement{}, err
	}
	thousand := func(d time.Duration) time.Duration { return d * 1000 / time.Duration(done) }
	all.cpu, all.database, all.client = thousand(after-servers), thousand(databaseAfter-database), thousand(all.client)
	return all, nil
}

// wrk returns how many answers one server gave, and what that took. It fails where any was none.
func wrk(ctx context.Context, script, url string, connections int, length time.Duration) (int, measurement, error) {
	c := exec.CommandContext(ctx, "wrk", "-t1", "-c"+strconv.Itoa(connections), "-d"+length.String(), "--latency", "--timeout", "30s", "-s", script, url)
	out, err := c.CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		return 0, measurement{}, errors.New("wrk is not installed; on Debian: apt-get install wrk")
	}
	if err != nil || bytes.Contains(out, []byte("Non-2xx")) || bytes.Contains(out, []byte("Socket errors")) {
		return 0, measurement{}, fmt.Errorf("wrk: %w\n%s", err, out)
	}
	done, err := strconv.Atoi(match(doneLine, out))
	if err != nil || done == 0 {
		return 0, measurement{}, fmt.Errorf("nothing was answered: %s", out)
	}
	m := measurement{client: c.ProcessState.UserTime() + c.ProcessState.SystemTime()}
	var failed [3]error
	m.rate, failed[0] = strconv.ParseFloat(match(rateLine, out), 64)
	m.p50, failed[1] = time.ParseDuration(match(p50Line, out))
	m.p99, failed[2] = time.ParseDuration(match(p99Line, out))
	return done, m, errors.Join(failed[:]...)
}

func match(line *regexp.Regexp, out []byte) string {
	if found := line.FindSubmatch(out); found != nil {
		return string(found[1])
	}
	return ""
}
