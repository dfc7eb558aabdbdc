//go:build linux

package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// server is the program, serving.
type server struct {
	name       string
	url, admin string
	key        string // of the scope edit
	process    *exec.Cmd
	ended      chan error
	log        tail
	// fault makes its store fail, mend ends that.
	fault, mend func(context.Context) error
}

// The patience for a server to start and to end; one with the race detector, on a machine that does other things, needs it.
const patience = 2 * time.Minute

// start starts a server of a store, with a folder of its own, and waits until it answers. Flags come after the usual ones.
func start(ctx context.Context, binary, dir, store string, flags ...string) (*server, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	keys := filepath.Join(dir, "keys.json")
	secret, err := exec.CommandContext(ctx, binary, "keys", "new", "--keys", keys, "--name", "soak", "--scope", "edit").Output()
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	s := &server{key: strings.TrimSpace(string(secret)), ended: make(chan error, 1)}
	s.process = exec.Command(binary, append([]string{"serve", "--store", store, "--editable", "--keys", keys, "--public-read", "--trusted-proxy", "127.0.0.1",
		"--addr", "127.0.0.1:0", "--admin-addr", "127.0.0.1:0", "--answer-cache", "4"}, flags...)...)
	s.process.Env = append(os.Environ(), "XDG_CACHE_HOME="+dir)
	s.process.Stderr = &s.log
	out, err := s.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := s.process.Start(); err != nil {
		return nil, err
	}
	at := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if found := regexp.MustCompile(` at (http://[0-9.:]+) `).FindStringSubmatch(lines.Text()); found != nil {
				at <- found[1]
			}
		}
		s.ended <- s.process.Wait()
	}()
	select {
	case s.url = <-at:
	case err := <-s.ended:
		return nil, fmt.Errorf("the server ended: %w\n%s", err, s.log.String())
	case <-time.After(patience):
		_ = s.process.Process.Kill()
		return nil, fmt.Errorf("the server did not start in %v\n%s", patience, s.log.String())
	}
	found := regexp.MustCompile(`msg="routes for operators" address=(\S+)`).FindStringSubmatch(s.log.String())
	if found == nil {
		return nil, errors.New("the server does not say where its routes for operators are")
	}
	s.admin = "http://" + found[1]
	return s, nil
}

// stop ends the server as its operator does.
func (s *server) stop() error {
	_ = s.process.Process.Signal(syscall.SIGTERM)
	select {
	case err := <-s.ended:
		if err != nil {
			return fmt.Errorf("%s: the server ended badly: %w\n%s", s.name, err, s.log.String())
		}
		return nil
	case <-time.After(patience):
		_ = s.process.Process.Kill()
		return fmt.Errorf("%s: the server did not end in %v", s.name, patience)
	}
}

// use is what a server holds.
type use struct{ goroutines, files, heap, resident float64 }

// measure returns what the server holds once it does nothing any more: when a second look finds what the first did.
func (s *server) measure(ctx context.Context) (use, error) {
	var last use
	for range 50 {
		u, err := s.look(ctx)
		if err != nil {
			return u, err
		}
		if u.goroutines == last.goroutines && math.Abs(u.heap-last.heap) < still {
			return u, nil
		}
		last = u
		time.Sleep(300 * time.Millisecond)
	}
	return last, nil
}

// still is by how many bytes two looks at a server at rest may differ.
const still = 200_000

// look returns what the server holds once its garbage is collected.
func (s *server) look(ctx context.Context) (use, error) {
	for range 2 { // what is let go with the first collection is gone with the second
		if _, err := get(ctx, s.admin+"/debug/pprof/heap?gc=1"); err != nil {
			return use{}, err
		}
		time.Sleep(20 * time.Millisecond)
	}
	text, err := get(ctx, s.admin+"/metrics")
	if err != nil {
		return use{}, err
	}
	files, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", s.process.Process.Pid))
	if err != nil {
		return use{}, err
	}
	u := use{files: float64(len(files))}
	for name, into := range map[string]*float64{"go_goroutines": &u.goroutines, "go_memstats_heap_alloc_bytes": &u.heap, "process_resident_memory_bytes": &u.resident} {
		found := regexp.MustCompile(`(?m)^` + name + ` (\S+)$`).FindStringSubmatch(text)
		if found == nil {
			return use{}, fmt.Errorf("/metrics lacks %s", name)
		}
		if *into, err = strconv.ParseFloat(found[1], 64); err != nil {
			return use{}, err
		}
	}
	return u, nil
}

func get(ctx context.Context, url string) (string, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	r.Close = true // no connection of ours is counted
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("GET %s: %s: %.300s", url, response.Status, text)
	}
	return string(text), err
}

// tail keeps the beginning of a log, and every line of a fault inside.
type tail struct {
	mu     sync.Mutex
	text   bytes.Buffer
	faults []string
}

const kept = 64 << 10

var faultInside = regexp.MustCompile(`panic|resolver failed|DATA RACE|fatal error`)

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.text.Len() < kept {
		t.text.Write(p)
	}
	if faultInside.Match(p) {
		t.faults = append(t.faults, string(p))
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}
