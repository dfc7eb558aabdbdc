package logging

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// sink counts how often it is written to.
type sink struct {
	mu    sync.Mutex
	text  bytes.Buffer
	calls int
	err   error
}

func (s *sink) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls++
	s.text.Write(p)
	return len(p), s.err
}

func (s *sink) state() (calls, lines int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls, strings.Count(s.text.String(), "\n")
}

func TestLinesAreHeld(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		to := new(sink)
		w := NewWriter(to)
		log := slog.New(Handler(slog.NewTextHandler(w, nil), w)).With("a", 1).WithGroup("g")
		for i := range 3 { // each time anew: the timer is set again
			for range 10 {
				log.Info("request", "n", i)
			}
			synctest.Wait()
			if calls, lines := to.state(); calls != i || lines != 10*i {
				t.Errorf("before its time, %d lines in %d pieces", lines, calls)
			}
			time.Sleep(heldFor)
			synctest.Wait()
			if calls, lines := to.state(); calls != i+1 || lines != 10*(i+1) {
				t.Errorf("after its time, %d lines in %d pieces", lines, calls)
			}
		}
		log.Info("held")
		log.Warn("at once")
		if calls, lines := to.state(); calls != 4 || lines != 32 {
			t.Errorf("after a warning, %d lines in %d pieces", lines, calls)
		}
		log.Info("the end")
		if err := w.Flush(); err != nil || w.Flush() != nil {
			t.Error(err)
		}
		if calls, lines := to.state(); calls != 5 || lines != 33 || !strings.Contains(to.text.String(), "msg=held a=1\n") {
			t.Errorf("in the end, %d lines in %d pieces: %s", lines, calls, to.text.String())
		}
		for w.late.Reset(heldFor); len(w.held) < heldBytes/2; {
			log.Info("many", "text", strings.Repeat("x", 1000))
		}
		for range 100 {
			log.Info("more", "text", strings.Repeat("x", 1000))
		}
		if calls, _ := to.state(); calls < 6 || cap(w.held) > 4*heldBytes {
			t.Errorf("%d bytes are held after %d pieces", len(w.held), calls)
		}
	})
}

func TestErrorsOfWriting(t *testing.T) {
	to := &sink{err: errors.New("disk full")}
	w := NewWriter(to)
	if _, err := w.Write([]byte("x\n")); err != nil {
		t.Error(err)
	}
	if err := w.Flush(); !errors.Is(err, to.err) {
		t.Error(err)
	}
	if err := w.Flush(); err != nil { // it is not held for ever
		t.Error(err)
	}
}

// TestNothingIsLost writes from many sides and finds every line, whole.
func TestNothingIsLost(t *testing.T) {
	to := new(sink)
	w := NewWriter(to)
	log := slog.New(Handler(slog.NewJSONHandler(w, nil), w))
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for j := range 2000 {
				log.Info("request", "id", fmt.Sprint(i, "/", j))
			}
		})
	}
	all.Wait()
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(to.text.String()) {
		if !strings.HasPrefix(line, `{"time"`) || !strings.HasSuffix(line, "}\n") {
			t.Fatalf("a torn line: %q", line)
		}
		seen[line[strings.Index(line, `"id"`):]] = true
	}
	if calls, _ := to.state(); len(seen) != 16_000 || calls > 1000 {
		t.Errorf("%d lines in %d pieces", len(seen), calls)
	}
}
