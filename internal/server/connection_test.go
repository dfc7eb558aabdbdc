package server_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"os"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// impatient makes the server wait for clients less long than it usually does, so that tests need not either.
func impatient(c *server.Config) {
	c.Limits.Header, c.Limits.Read, c.Limits.Write, c.Limits.Idle = 300*time.Millisecond, 600*time.Millisecond, 800*time.Millisecond, 400*time.Millisecond
}

// closes reports whether the server closes the connection, whatever it says before.
func closes(conn net.Conn) (said string, closed bool) {
	_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
	text, err := io.ReadAll(conn)
	return string(text), !errors.Is(err, os.ErrDeadlineExceeded)
}

const (
	opening      = "POST /graphql HTTP/1.1\r\nHost: localhost\r\n"
	typedOpening = opening + "Content-Type: application/json\r\n"
)

// TestHostileConnections plays clients that hold connections without asking, or without listening. The server lets go of
// each after the time that it allows, serves others meanwhile, and is left with nothing of it.
func TestHostileConnections(t *testing.T) {
	r := ready(t, impatient, func(c *server.Config) { c.Limits.Concurrent = 1 })
	s := &servertest.Server{URL: "http://" + r.addr, Apart: true}
	honest := func(t *testing.T, when string) {
		t.Helper()
		if a := s.Query(t, "{ revision { number } }", nil); a.Status != 200 || len(a.Errors) > 0 {
			t.Errorf("%s: %d %v", when, a.Status, a.Errors)
		}
	}
	honest(t, "at first")
	trickle := func(text string) func(net.Conn) {
		return func(c net.Conn) {
			for {
				if _, err := io.WriteString(c, text); err != nil {
					return
				}
				time.Sleep(50 * time.Millisecond)
			}
		}
	}
	const many = `{"query":"{mappings(first:500){edges{node{why sources{gist} targets{gist}}}}}"}`
	for _, c := range []struct {
		name, begin string
		goOn        func(net.Conn) // what the client does after the beginning, while the server waits
		says        string         // of the last words of the server, if it has any
	}{
		{"nothing at all", "", nil, ""},
		{"slow request line", "P", trickle("O"), ""},
		{"slow headers", opening + "X-Slow: ", trickle("x"), ""},
		{"headers that stop", opening + "X-Slow: ", nil, ""},
		{"slow body", typedOpening + "Content-Length: 100000\r\n\r\n{", trickle(" "), "400"},
		{"a body that stops", typedOpening + "Content-Length: 100000\r\n\r\n{", nil, "400"},
		{"slow chunks", typedOpening + "Transfer-Encoding: chunked\r\n\r\n", trickle("1\r\n \r\n"), "400"},
		{"slow body after an answer", "PUT /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n", trickle(" "), "405"},
		{"nobody reads", typedOpening + fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(many), many), func(c net.Conn) {
			for range 40 { // more answers than fit between the two
				if _, err := fmt.Fprintf(c, "%sContent-Length: %d\r\n\r\n%s", typedOpening, len(many), many); err != nil {
					return
				}
			}
			time.Sleep(time.Second)
		}, "200"},
		{"idle after an answer", "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", nil, "200"},
		{"wants to go on", typedOpening + "Expect: 100-continue\r\nContent-Length: 100000\r\n\r\n", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			conn, err := net.Dial("tcp", r.addr)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			if err := conn.(*net.TCPConn).SetReadBuffer(4096); err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(conn, c.begin); err != nil {
				t.Fatal(err)
			}
			var busy sync.WaitGroup
			if c.goOn != nil {
				busy.Go(func() { c.goOn(conn) })
			}
			honest(t, "meanwhile")
			if c.name == "nobody reads" {
				busy.Wait()
			}
			said, closed := closes(conn)
			if !closed || !strings.Contains(said, c.says) {
				t.Errorf("closed %v, said %.200s", closed, said)
			}
			if c.name == "nobody reads" && strings.Count(said, "HTTP/1.1 200") > 35 {
				t.Error("the server waited until all answers were read")
			}
			_ = conn.Close()
			busy.Wait()
			honest(t, "afterwards")
		})
	}
}

// TestRawRequests sends what no client of HTTP would.
func TestRawRequests(t *testing.T) {
	r := ready(t, impatient)
	s := &servertest.Server{URL: "http://" + r.addr, Apart: true}
	const body = `{"query":"{__typename}"}`
	for _, c := range []struct{ name, request, status string }{
		{"two lengths", typedOpening + "Content-Length: 24\r\nContent-Length: 25\r\n\r\n" + body, "400"},
		{"a length and chunks", typedOpening + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n18\r\n" + body + "\r\n0\r\n\r\n", "200"},
		{"a negative length", typedOpening + "Content-Length: -1\r\n\r\n" + body, "400"},
		{"a length without end", typedOpening + "Content-Length: 9999999999999999999999\r\n\r\n" + body, "400"},
		{"a great length", typedOpening + "Content-Length: 999999999999\r\n\r\n" + body, "413"},
		{"chunks that are none", typedOpening + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + body, "400"},
		{"a chunk without end", typedOpening + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n" + body, "400"},
		{"an extension without end", typedOpening + "Transfer-Encoding: chunked\r\n\r\n18;" + strings.Repeat("x", 300_000) + "\r\n" + body, "400"},
		{"compressed chunks", typedOpening + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "501"},
		{"no host", "GET /healthz HTTP/1.1\r\n\r\n", "400"},
		{"two hosts", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: example.org\r\n\r\n", "400"},
		{"another host in the line", "GET http://example.org/graphql?query={__typename} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "421"},
		{"NUL in a header", opening + "X: \x00\r\n\r\n", "400"},
		{"a header without a name", opening + ": x\r\n\r\n", "400"},
		{"a header on two lines", opening + "X: y\r\n z: q\r\nConnection: close\r\n\r\n", "415"},
		{"an old version", "GET /healthz\r\n\r\n", "400"},
		{"a version to come", "GET /healthz HTTP/9.9\r\nHost: localhost\r\n\r\n", "505"},
		{"no HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + strings.Repeat("\x00", 500), "400"},
		{"a proxy's line", "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\nConnection: close\r\n\r\n", "421"},
		{"a way up", "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "307"},
		{"HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "421"},
	} {
		t.Run(c.name, func(t *testing.T) {
			conn, err := net.Dial("tcp", r.addr)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			go func() { _, _ = io.WriteString(conn, c.request) }() // the server may close before it has read all
			_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
			line, err := bufio.NewReader(conn).ReadString('\n')
			if err != nil || !strings.HasPrefix(line, "HTTP/1.") || !strings.Contains(line, " "+c.status) {
				t.Errorf("%q %v, want %s", line, err, c.status)
			}
			if a := s.Query(t, "{__typename}", nil); a.Status != 200 {
				t.Errorf("afterwards: %d", a.Status)
			}
		})
	}
}

// TestThousandConnections holds a thousand connections that ask nothing, of three kinds.
func TestThousandConnections(t *testing.T) {
	r := ready(t, impatient, func(c *server.Config) { c.Limits.Header, c.Limits.Idle = 3*time.Second, 3*time.Second })
	s := &servertest.Server{URL: "http://" + r.addr, Apart: true}
	s.Query(t, "{__typename}", nil)
	http.DefaultClient.CloseIdleConnections()
	room, goroutines := heap(), runtime.NumGoroutine()
	conns := make([]net.Conn, 1000)
	for i := range conns {
		conn, err := net.Dial("tcp", r.addr)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		conns[i] = conn
		if _, err := io.WriteString(conn, []string{"", "POST /gr", "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"}[i%3]); err != nil {
			t.Fatal(err)
		}
	}
	for range 20 {
		if a := s.Query(t, "{ standards { ref } }", nil); a.Status != 200 || len(a.Errors) > 0 {
			t.Errorf("meanwhile: %d %v", a.Status, a.Errors)
		}
	}
	t.Logf("%d kB for each of the idle connections", (heap()-room)/len(conns)>>10)
	for _, conn := range conns {
		if said, closed := closes(conn); !closed {
			t.Fatalf("still open: %s", said)
		}
		_ = conn.Close()
	}
	http.DefaultClient.CloseIdleConnections()
	for range 100 {
		if runtime.NumGoroutine() <= goroutines+5 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if rest, n := heap()-room, runtime.NumGoroutine()-goroutines; rest > restAfterOne || n > 5 {
		t.Errorf("%d kB and %d goroutines are left", rest>>10, n)
	}
	if a := s.Query(t, "{__typename}", nil); a.Status != 200 {
		t.Errorf("afterwards: %d", a.Status)
	}
}

// TestConnectionsOfOneAddress has one address open a thousand connections that ask nothing. It gets as many as it may; others
// are served meanwhile, and so is the address itself once it lets some go. A trusted proxy has as many as it likes.
func TestConnectionsOfOneAddress(t *testing.T) {
	const most, many = 50, 1000
	r := ready(t, func(c *server.Config) {
		c.Limits.Connections = most
		c.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.3/32")}
	})
	dial := func(from string) net.Conn {
		t.Helper()
		conn, err := (&net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}).Dial("tcp", r.addr)
		if errors.Is(err, syscall.ECONNRESET) { // refused before it was known to be open
			return nil
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
		return conn
	}
	served := func(conn net.Conn) bool {
		if conn == nil {
			return false
		}
		_, _ = io.WriteString(conn, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
		_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
		line, err := bufio.NewReader(conn).ReadString('\n')
		if errors.Is(err, os.ErrDeadlineExceeded) {
			t.Error("neither served nor refused")
		}
		return strings.Contains(line, " 200 ")
	}
	greedy := make([]net.Conn, many)
	for i := range greedy {
		greedy[i] = dial("127.0.0.2")
	}
	if !served(dial("127.0.0.1")) {
		t.Error("another address is kept out")
	}
	for range 2 * most {
		if !served(dial("127.0.0.3")) {
			t.Fatal("the proxy is kept out")
		}
	}
	kept := 0
	for _, conn := range greedy {
		if served(conn) {
			kept++
		}
	}
	if kept != most {
		t.Errorf("%d connections of one address are served, want %d", kept, most)
	}
	_, text := do(t, "GET", "http://"+r.addr+"/metrics", "")
	if want := fmt.Sprintf("\nclausegraph_connections_refused_total %d\n", many-most); !strings.Contains(text, want) {
		t.Errorf("metrics do not say %q", want)
	}
	for _, conn := range greedy {
		if conn != nil {
			_ = conn.Close()
		}
	}
	for range 100 { // the server sees it a moment later
		if served(dial("127.0.0.2")) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Error("the address is kept out for good")
}

func TestLimitsThatMayBeLifted(t *testing.T) {
	l, err := server.ParseLimits(map[string]string{"connections": "none", "rate": "none"})
	if err != nil || l.Connections >= 0 || l.Rate >= 0 {
		t.Error(l, err)
	}
	for name, value := range map[string]string{"depth": "none", "connections": "0", "header": "none"} {
		if _, err := server.ParseLimits(map[string]string{name: value}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s=%s: %v", name, value, err)
		}
	}
}

// TestGreedyClient lets one client send hundreds of dear requests at once. The other, who sends one after the other, is
// served every time.
func TestGreedyClient(t *testing.T) {
	s := servertest.New(t, func(c *server.Config) {
		c.Limits.Concurrent, c.Limits.Waiting, c.Limits.Wait, c.Limits.Time = 4, 100, 2*time.Second, time.Minute
		c.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
		c.AnswerCache = server.NoAnswerCache
	})
	ask := func(client, document string) int {
		r, _ := do(t, "POST", s.URL+"/graphql", servertest.Body(document), jsonType, "X-Forwarded-For: "+client)
		if r.StatusCode == 503 && r.Header.Get("Retry-After") == "" {
			t.Error("no Retry-After")
		}
		return r.StatusCode
	}
	var all sync.WaitGroup
	var mu sync.Mutex
	greedy := map[int]int{}
	for range 200 {
		all.Go(func() {
			status := ask("203.0.113.1", largest)
			mu.Lock()
			greedy[status]++
			mu.Unlock()
		})
	}
	for range 20 {
		if status := ask("203.0.113.2", "{ standards { ref } }"); status != 200 {
			t.Errorf("the other client got %d", status)
		}
	}
	all.Wait()
	if greedy[200] == 0 || greedy[503] == 0 || greedy[200]+greedy[503] != 200 {
		t.Errorf("the greedy client got %v", greedy)
	}
}
