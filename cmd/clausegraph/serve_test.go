package main

import (
	"bytes"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// written keeps what a process writes, to be read meanwhile.
type written struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (w *written) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.Write(p)
}

func (w *written) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}

// TestServe operates the program as its operator does: with keys in a file, by signals, and by the address for operators.
func TestServe(t *testing.T) {
	keys := filepath.Join(t.TempDir(), "keys.json")
	secret, err := exec.Command(binary, "keys", "new", "--keys", keys, "--name", "test").Output()
	if err != nil {
		t.Fatal(err)
	}
	var out, log written
	server := exec.Command(binary, "serve", "--addr", "127.0.0.1:0", "--admin-addr", "127.0.0.1:0", "--log-format", "json")
	server.Env = append(server.Environ(), "CLAUSEGRAPH_KEYS="+keys)
	server.Stdout, server.Stderr = &out, &log
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()
	t.Cleanup(func() { _ = server.Process.Kill() })
	wait := func(w *written, pattern string, times int) string {
		t.Helper()
		for range 1200 {
			if m := regexp.MustCompile(pattern).FindAllStringSubmatch(w.String(), -1); len(m) >= times {
				return m[times-1][1]
			}
			time.Sleep(50 * time.Millisecond)
		}
		t.Fatalf("%q is not in %s\n%s", pattern, &out, &log)
		return ""
	}
	at := "http://" + wait(&out, ` at http://(\S+) `, 1)
	admin := "http://" + wait(&log, `"routes for operators","address":"([^"]*)"`, 1)
	ask := func(method, url, key string) (int, string) {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(`{"query":"{revision{number}}"}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		if key != "" {
			r.Header.Set("Authorization", "Bearer "+strings.TrimSpace(key))
		}
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return response.StatusCode, string(body)
	}
	if status, body := ask("POST", at+"/graphql", ""); status != 401 || !strings.Contains(body, "UNAUTHENTICATED") {
		t.Errorf("without a key: %d %s", status, body)
	}
	if status, body := ask("POST", at+"/graphql", string(secret)); status != 200 || !strings.Contains(body, `{"number":1}`) {
		t.Errorf("with a key: %d %s", status, body)
	}
	if err := server.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	wait(&log, `("msg":"data loaded")`, 2)
	if status, body := ask("POST", admin+"/admin/reload", ""); status != 200 || !strings.HasPrefix(body, `{"reloaded":true`) {
		t.Errorf("reload: %d %s", status, body)
	}
	if status, body := ask("GET", admin+"/metrics", ""); status != 200 || !strings.Contains(body, `clausegraph_reloads_total{result="ok"} 2`) {
		t.Errorf("metrics: %d %.300s", status, body)
	}
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err != nil || strings.Contains(log.String(), strings.TrimSpace(string(secret))) {
		t.Errorf("%v, or a key in the log: %s", err, &log)
	}
}
