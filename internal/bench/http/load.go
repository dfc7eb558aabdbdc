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
	"syscall"
	"time"
)

// measurement is what one run against one server gave.
type measurement struct {
	rate     float64       // answers a second
	cpu      time.Duration // of this process, for one answer
	p50, p99 time.Duration

	late      time.Duration // by how much requests were sent too late, of which one in a hundred more
	collector float64       // what the garbage collector took of the time of this process on the processor
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
