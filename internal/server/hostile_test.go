package server_test

import (
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

func discard() *slog.Logger { return slog.New(slog.DiscardHandler) }

// bearable is how much work one hostile request may be, in processor time of server and client together, so that it does
// not matter what else the machine does. The worst of them take a tenth of it; what the limits do not stop takes minutes.
const bearable = time.Second * slowdown

// heap returns the bytes that are in use once garbage is collected, and what waited for that is done.
func heap() int {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc + m.StackInuse)
}

// What may stay in memory after an attack: documents that were found good, or nothing much.
const (
	restAfterOne = 4 << 20
	restAfterAll = 16 << 20
)

// TestHostileInput sends what attackers send. Each is answered with the status it deserves, in few bytes and without
// words from inside, after little work; memory is as it was; and the next honest request is served.
func TestHostileInput(t *testing.T) {
	s := &servertest.Server{URL: "http://" + ready(t).addr}
	s.Query(t, "{ revision { number } }", nil)
	room, worst, dearest := heap(), time.Duration(0), ""
	for _, c := range servertest.Attacks() {
		t.Run(c.Name, func(t *testing.T) {
			method, target, sent, headers := c.Request()
			room, before := heap(), cpu(t)
			r, body := do(t, method, s.URL+target, sent, headers...)
			took := cpu(t) - before
			sent = ""
			if rest := heap() - room; rest > restAfterOne {
				t.Errorf("%d kB stay in memory", rest>>10)
			}
			if took > bearable {
				t.Errorf("%v of work", took)
			}
			if took > worst {
				worst, dearest = took, c.Name
			}
			if r.StatusCode != c.Status || !strings.Contains(body, c.Code) || c.Code == "" && strings.Contains(body, `"code"`) && c.Status == 200 {
				t.Errorf("%d %.300s; want %d %s", r.StatusCode, body, c.Status, c.Code)
			}
			if len(body) > 10_000 || strings.Contains(body, "INTERNAL") || strings.Contains(body, ".go:") || strings.Contains(body, "goroutine") || strings.Contains(body, "Did you mean") {
				t.Errorf("%d bytes: %.300s", len(body), body)
			}
			if a := s.Query(t, "{ revision { number } }", nil); a.Status != http.StatusOK || len(a.Errors) > 0 {
				t.Errorf("afterwards: %d %v", a.Status, a.Errors)
			}
		})
	}
	t.Logf("the most work: %s, %v", dearest, worst)
	if rest := heap() - room; rest > restAfterAll {
		t.Errorf("%d kB stay in memory after all", rest>>10)
	}
}
