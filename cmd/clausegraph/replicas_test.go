package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/internal/pgtest"
)

// replica is a server process, started again after each time it is killed.
type replica struct {
	args    []string // of serve
	process *exec.Cmd
	url     atomic.Pointer[string] // nil while it is meant to be down
	log     bytes.Buffer
}

func (r *replica) start(t testing.TB) {
	t.Helper()
	r.process = exec.Command(binary, append([]string{"serve", "--addr", "127.0.0.1:0", "--log-level", "warn"}, r.args...)...)
	r.process.Stderr = &r.log
	out, err := r.process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.process.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if url := regexp.MustCompile(`http://[0-9.:]+`).FindString(lines.Text()); url != "" {
			r.url.Store(&url)
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return
		}
	}
	t.Fatalf("the server ended: %s", r.log.String())
}

func (r *replica) kill() {
	r.url.Store(nil)
	_ = r.process.Process.Kill()
	_ = r.process.Wait()
}

// ask posts a query, and returns the status and the body.
func ask(url, query string) (int, string, error) {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return 0, "", err
	}
	resp, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	return resp.StatusCode, string(answer), err
}

// watch asks a server until done: it answers or says cleanly that it cannot, and its revision never goes back.
func (r *replica) watch(t *testing.T, done <-chan struct{}) {
	last, of := 0, ""
	for {
		select {
		case <-done:
			return
		case <-time.After(20 * time.Millisecond):
		}
		at := r.url.Load()
		if at == nil {
			continue
		}
		status, answer, err := ask(*at, `{ revision { number } }`)
		if r.url.Load() != at {
			continue // it was killed meanwhile
		}
		if status == http.StatusServiceUnavailable {
			continue
		}
		var got struct {
			Data struct{ Revision struct{ Number int } }
		}
		if err := errors.Join(err, json.Unmarshal([]byte(answer), &got)); err != nil || status != http.StatusOK {
			t.Errorf("a reader saw status %d, error %v, %s", status, err, answer)
			return
		}
		if *at == of && got.Data.Revision.Number < last {
			t.Errorf("the revision went back from %d to %d", last, got.Data.Revision.Number)
		}
		last, of = got.Data.Revision.Number, *at
	}
}

// TestReplicas runs three servers on one database while data is published, a server is killed and the database is: no
// acknowledged revision is lost, no reader sees an error, and in the end all give the same answers.
func TestReplicas(t *testing.T) {
	pg, err := pgtest.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer pg.Close()
	dsn, err := pg.DSN()
	if err != nil {
		t.Fatal(err)
	}
	store := "postgres:" + dsn
	acknowledged := loadVariant(t, store, 0)
	var replicas [3]*replica
	done := make(chan struct{})
	var watchers sync.WaitGroup
	for i := range replicas {
		replicas[i] = &replica{args: []string{"--store", store}}
		replicas[i].start(t)
		defer replicas[i].kill()
		watchers.Go(func() { replicas[i].watch(t, done) })
	}
	publish := func(variant int) {
		for range 20 {
			if n := loadVariant(t, store, variant); n > 0 {
				acknowledged = n
				return
			}
			time.Sleep(200 * time.Millisecond)
		}
		t.Fatal("nothing can be published any more")
	}
	publish(1)
	replicas[0].kill()
	publish(2)
	replicas[0].start(t)
	// The database goes away in the middle of a publication.
	crash := time.AfterFunc(1500*time.Millisecond, func() { _ = pg.Kill() })
	first := loadVariant(t, store, 3)
	if crash.Stop() {
		_ = pg.Kill()
	}
	acknowledged = max(acknowledged, first)
	time.Sleep(300 * time.Millisecond)
	for _, r := range replicas {
		if status, answer, err := ask(*r.url.Load(), `{ revision { number } }`); err != nil || status != http.StatusOK {
			t.Errorf("without the database a server stopped answering: %d, %v, %s", status, err, answer)
		}
	}
	if err := pg.Restart(t.Context()); err != nil {
		t.Fatal(err)
	}
	publish(4)
	agree(t, replicas[:], acknowledged)
	for _, r := range replicas {
		if got := scrape(t, *r.url.Load(), "", "clausegraph_follow_lag_seconds"); got != "clausegraph_follow_lag_seconds 0" {
			t.Errorf("a server that is not behind says %q", got)
		}
	}
	close(done)
	watchers.Wait()
}

// loadVariant publishes a variant of the data, and returns the number of the revision, or 0 where that failed.
func loadVariant(t *testing.T, store string, variant int) int {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "catalogs")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	catalog := fmt.Sprintf(`standard: acme-policy
title: {en: Acme policy, ko: 애크미 정책}
publisher: Acme
edition: "%d"
published: "2026-01-01"
status: current
discipline: [information-security]
text: titles-and-own-paraphrase
unofficial: [en, ko]
requirements:
  - id: "1"
    kind: control
    title: {en: Passwords, ko: 비밀번호}
    gist: {en: Passwords are long., ko: 비밀번호는 길다.}
`, variant)
	if err := os.WriteFile(filepath.Join(dir, "acme-policy.yaml"), []byte(catalog), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(binary, "load", "--store", store, "--data", filepath.Dir(dir)).CombinedOutput()
	var number int
	if _, scanned := fmt.Sscanf(string(out), "revision %d ", &number); err != nil || scanned != nil {
		t.Logf("load: %v: %s", err, out)
		return 0
	}
	return number
}

// agree waits until every server serves a revision, and compares an answer byte by byte.
func agree(t *testing.T, replicas []*replica, number int) {
	t.Helper()
	const question = `{ revision { number hash } standard(ref: "acme-policy") { edition }
		gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") { summary { full partial none } items(first: 5) { edges { node { verdict proof { rule } } } } } }`
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	want := ""
	for _, r := range replicas {
		for {
			status, answer, err := ask(*r.url.Load(), question)
			if err == nil && status == http.StatusOK && strings.Contains(answer, fmt.Sprintf(`"number":%d,`, number)) {
				if want == "" {
					want = answer
				}
				if answer != want {
					t.Errorf("two servers of one revision differ:\n%s\n%s", want, answer)
				}
				break
			}
			if ctx.Err() != nil {
				t.Fatalf("revision %d never arrived: %d, %v, %s\n%s", number, status, err, answer, r.log.String())
			}
			time.Sleep(50 * time.Millisecond)
		}
	}
}
