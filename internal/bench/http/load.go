package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"time"
)

// measurement is what one run against one server gave.
type measurement struct {
	rate     float64       // answers a second
	cpu      time.Duration // of this process, for one answer
	p50, p99 time.Duration
}

var (
	doneLine = regexp.MustCompile(`(\d+) requests in`)
	rateLine = regexp.MustCompile(`Requests/sec:\s+([\d.]+)`)
	p50Line  = regexp.MustCompile(`(?m)^\s+50%\s+(\S+)`)
	p99Line  = regexp.MustCompile(`(?m)^\s+99%\s+(\S+)`)
)

// saturate has wrk ask as fast as it is answered, on eight connections.
func saturate(ctx context.Context, url, query string, length time.Duration) (measurement, error) {
	dir, err := os.MkdirTemp("", "bench-http")
	if err != nil {
		return measurement{}, err
	}
	defer os.RemoveAll(dir)
	script := filepath.Join(dir, "post.lua")
	lua := fmt.Sprintf("wrk.method = \"POST\"\nwrk.headers[\"Content-Type\"] = \"application/json\"\nwrk.body = [==[%s]==]\n", body(query))
	if err := os.WriteFile(script, []byte(lua), 0o600); err != nil {
		return measurement{}, err
	}
	before := cpu()
	out, err := exec.CommandContext(ctx, "wrk", "-t1", "-c8", "-d"+length.String(), "--latency", "--timeout", "10s", "-s", script, url).CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		return measurement{}, errors.New("wrk is not installed; on Debian: apt-get install wrk")
	}
	if err != nil || bytes.Contains(out, []byte("Non-2xx")) || bytes.Contains(out, []byte("Socket errors")) {
		return measurement{}, fmt.Errorf("wrk: %w\n%s", err, out)
	}
	spent := cpu() - before
	done, err := strconv.Atoi(match(doneLine, out))
	switch {
	case err != nil:
		return measurement{}, err
	case done == 0 && length < time.Minute:
		return saturate(ctx, url, query, 2*length)
	case done == 0:
		return measurement{}, errors.New("nothing was answered")
	}
	m := measurement{cpu: spent / time.Duration(done)}
	if m.rate, err = strconv.ParseFloat(match(rateLine, out), 64); err != nil {
		return m, err
	}
	if m.p50, err = time.ParseDuration(match(p50Line, out)); err != nil {
		return m, err
	}
	m.p99, err = time.ParseDuration(match(p99Line, out))
	return m, err
}

// cpu returns what this process has used.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // it takes nothing that could be wrong
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func match(line *regexp.Regexp, out []byte) string {
	if found := line.FindSubmatch(out); found != nil {
		return string(found[1])
	}
	return ""
}

func body(query string) []byte {
	text, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		panic(err) // it is text
	}
	return text
}

// pace asks at a steady rate, whether answers come or not, and measures from the moment at which a request was due: a
// server that stalls is late for all that waits. At most sixty-four requests are open at a time.
func pace(ctx context.Context, url, query string, rate float64, length time.Duration) (measurement, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}, Timeout: 10 * time.Second}
	defer client.CloseIdleConnections()
	var (
		mu     sync.Mutex
		took   []time.Duration
		failed error
		wg     sync.WaitGroup
	)
	text, open := body(query), make(chan struct{}, 64)
	start := time.Now()
	for i := 0; ; i++ {
		due := start.Add(time.Duration(float64(i) / rate * float64(time.Second)))
		if due.Sub(start) > length {
			break
		}
		time.Sleep(time.Until(due))
		open <- struct{}{}
		wg.Go(func() {
			defer func() { <-open }()
			err := post(ctx, client, url, text)
			mu.Lock()
			defer mu.Unlock()
			took, failed = append(took, time.Since(due)), errors.Join(failed, err)
		})
	}
	wg.Wait()
	if failed != nil || len(took) == 0 {
		return measurement{}, failed
	}
	slices.Sort(took)
	return measurement{rate: float64(len(took)) / time.Since(start).Seconds(), p50: took[len(took)/2], p99: took[len(took)*99/100]}, nil
}
