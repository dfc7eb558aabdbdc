//go:build linux

package main

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// dear is a question that takes the server some milliseconds.
const dear = `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") {
	items(first: 200) { edges { node { verdict remainder { text } proof { steps { rule verdict requirement { ref } mapping { ref why } } } } } }
} }`

// What the server of the test takes at a time, running and waiting, and how many clients ask at once.
const (
	running, waiting = 2, 32
	clients          = 10 * (running + waiting)
)

// TestOverload has ten times as many clients ask, without end, as the server takes at a time; one in four is the same one.
// Every answer is the right one, or a refusal that says when to come again; and once the load ends the next question is
// answered within a second. A machine that does other things meanwhile may need another try at the last.
func TestOverload(t *testing.T) {
	dir := t.TempDir()
	binary, err := build(t.Context(), dir, false)
	if err != nil {
		t.Fatal(err)
	}
	s, err := start(t.Context(), binary, filepath.Join(dir, "server"), "bolt:"+filepath.Join(dir, "data.db"),
		"--answer-cache", "0", "--limit", fmt.Sprint("concurrent=", running), "--limit", fmt.Sprint("waiting=", waiting), "--limit", "wait=200ms",
		"--limit", "rate=20000", "--limit", "burst=200000")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.stop(); err != nil {
			t.Error(err)
		}
	}()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 256}, Timeout: patience}
	ask := func(address string) (reply, error) {
		return send(client, "POST", s.url+"/graphql", servertest.Body(dear), "Content-Type: application/json", "X-Forwarded-For: "+address)
	}
	right, err := ask("198.51.100.1")
	if err != nil || right.status != http.StatusOK {
		t.Fatalf("%d %v", right.status, err)
	}
	want := sha256.Sum256(right.body)
	within := 0
	for try := range 3 {
		o := overload(t, ask, want, 2*time.Second)
		began := time.Now()
		for {
			if a, err := ask(anybody()); err == nil && a.status == http.StatusOK {
				break
			}
			if time.Since(began) > patience {
				t.Fatal("the server does not come back")
			}
		}
		recovered := time.Since(began)
		t.Logf("of %d requests by %d clients at once %d were answered, %d got 503, %d got 429; back after %v", o.answered+o.busy+o.fast, clients, o.answered, o.busy, o.fast, recovered)
		if o.answered == 0 || o.busy == 0 || o.fast == 0 {
			t.Errorf("try %d: %d answered, %d busy, %d too fast: that was no overload", try, o.answered, o.busy, o.fast)
		}
		if recovered < time.Second {
			within++
			break
		}
	}
	if within == 0 {
		t.Error("three times it took more than a second to come back")
	}
}

func anybody() string { return fmt.Sprintf("10.0.%d.%d", rand.IntN(256), rand.IntN(256)) }

// load is what became of requests.
type load struct{ answered, busy, fast int }

// overload lets the clients ask for a while; one that is refused asks again after a pause.
func overload(t *testing.T, ask func(string) (reply, error), want [32]byte, lasts time.Duration) load {
	t.Helper()
	var o load
	var all sync.WaitGroup
	var mu sync.Mutex
	began := time.Now()
	for i := range clients {
		all.Go(func() {
			for time.Since(began) < lasts {
				who := anybody()
				if i%4 == 0 {
					who = "198.51.100.7"
				}
				a, err := ask(who)
				mu.Lock()
				switch {
				case err == nil && a.status == http.StatusOK && sha256.Sum256(a.body) == want:
					o.answered++
				case err == nil && a.status == http.StatusServiceUnavailable && a.retry:
					o.busy++
				case err == nil && a.status == http.StatusTooManyRequests && a.retry:
					o.fast++
				default:
					t.Errorf("%d, Retry-After %v: %.300s %v", a.status, a.retry, a.body, err)
				}
				mu.Unlock()
				if a.status != http.StatusOK {
					time.Sleep(100 * time.Millisecond)
				}
			}
		})
	}
	all.Wait()
	return o
}
