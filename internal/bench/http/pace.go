package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strconv"
	"time"

	vegeta "github.com/tsenart/vegeta/v12/lib"
)

// asking is the first argument of the process that asks at a steady rate.
const asking = "ask"

// warmUp is how long at the beginning answers do not count: connections are opened.
const warmUp = 250 * time.Millisecond

// steady is what the process that asks found.
type steady struct {
	Rate           float64
	P50, P99, Late time.Duration
}

// pace has another process ask at a steady rate, so that its work and its garbage are not the server's.
func pace(ctx context.Context, url, query string, rate float64, length time.Duration) (measurement, error) {
	self, err := os.Executable()
	if err != nil {
		return measurement{}, err
	}
	c := exec.CommandContext(ctx, self, asking, "-url", url, "-rate", strconv.Itoa(int(rate)), "-length", (length + warmUp).String())
	c.Stdin = bytes.NewReader(body(query))
	var problems bytes.Buffer
	c.Stderr = &problems
	runtime.GC() // what the collector takes is known at the end of each of its runs
	before, collected := cpu(), collectorTime()
	out, err := c.Output()
	if err != nil {
		return measurement{}, fmt.Errorf("%w: %s", err, problems.Bytes())
	}
	spent, collected := cpu()-before, collectorTime()-collected
	var s steady
	if err := json.Unmarshal(out, &s); err != nil {
		return measurement{}, err
	}
	return measurement{rate: s.Rate, p50: s.P50, p99: s.P99, late: s.Late, collector: collected / spent.Seconds()}, nil
}

// collectorTime returns the seconds that the garbage collector took of the processor until its last run.
func collectorTime() float64 {
	sample := []metrics.Sample{{Name: "/cpu/classes/gc/total:cpu-seconds"}, {Name: "/cpu/classes/gc/mark/idle:cpu-seconds"}}
	metrics.Read(sample)
	return sample[0].Value.Float64() - sample[1].Value.Float64() // what nobody else wanted does not count
}

// ask asks at a steady rate, whether answers come or not, and writes what it found as JSON.
func ask(arguments []string, in io.Reader, out io.Writer) error {
	f := flag.NewFlagSet(asking, flag.ContinueOnError)
	url, rate, length := f.String("url", "", "whom to ask"), f.Int("rate", 0, "requests a second"), f.Duration("length", 0, "how long")
	if err := f.Parse(arguments); err != nil {
		return err
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	debug.SetGCPercent(-1) // it lives for seconds, and is to take as little as it can from who answers
	debug.SetMemoryLimit(1 << 30)
	to := vegeta.NewStaticTargeter(vegeta.Target{Method: http.MethodPost, URL: *url, Body: text, Header: http.Header{"Content-Type": {"application/json"}}})
	a := vegeta.NewAttacker(vegeta.Workers(32), vegeta.MaxWorkers(512), vegeta.Connections(512), vegeta.MaxBody(0), vegeta.HTTP2(false), vegeta.Timeout(10*time.Second))
	var took, late []time.Duration
	var start, first, last time.Time
	for r := range a.Attack(to, vegeta.ConstantPacer{Freq: *rate, Per: time.Second}, *length, "") {
		if r.Error != "" {
			a.Stop()
			return errors.New(r.Error)
		}
		due := time.Duration(float64(r.Seq) / float64(*rate) * float64(time.Second))
		if start.IsZero() || r.Timestamp.Add(-due).Before(start) {
			start = r.Timestamp.Add(-due) // nothing is sent too early
		}
		if due < warmUp {
			continue
		}
		if first.IsZero() {
			first = r.Timestamp
		}
		last = r.Timestamp
		took, late = append(took, r.Latency), append(late, r.Timestamp.Sub(start)-due)
	}
	if len(took) < 2 {
		return errors.New("nothing was answered")
	}
	slices.Sort(took)
	slices.Sort(late)
	return json.NewEncoder(out).Encode(steady{
		Rate: float64(len(took)-1) / last.Sub(first).Seconds(),
		P50:  took[len(took)/2], P99: took[len(took)*99/100], Late: late[len(late)*99/100],
	})
}
