package server_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	trace "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/internal/tracing"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// running is a server as the command starts it.
type running struct {
	addr, admin string
	log         *servertest.Log
	hangup      chan os.Signal
	ready       chan net.Addr
	stop        func() error // tells it to stop, and waits
}

// start starts a server without data, until the test ends. Load may be nil for the built-in data.
func start(t *testing.T, options ...func(*server.Config)) *running {
	t.Helper()
	r := &running{log: new(servertest.Log), hangup: make(chan os.Signal, 1), ready: make(chan net.Addr, 1)}
	c := server.Config{
		Data: new(server.Data), Addr: "127.0.0.1:0", Logger: slog.New(slog.NewJSONHandler(r.log, nil)), Drain: time.Millisecond,
		Load: func(context.Context) (*schema.Data, error) { return servertest.Data(t), nil },
	}
	for _, option := range options {
		option(&c)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- server.Run(ctx, c, r.hangup, func(a net.Addr) { r.ready <- a }) }()
	r.stop = sync.OnceValue(func() error {
		cancel()
		return <-done
	})
	t.Cleanup(func() { _ = r.stop() })
	r.addr = r.wait(t, `"listening","address":"([^"]*)"`)
	if c.AdminAddr != "" {
		r.admin = "http://" + r.wait(t, `"routes for operators","address":"([^"]*)"`)
	}
	return r
}

// ready starts a server and waits until it has data.
func ready(t *testing.T, options ...func(*server.Config)) *running {
	t.Helper()
	r := start(t, options...)
	<-r.ready
	return r
}

// wait returns what the pattern finds in the log, as soon as it does.
func (r *running) wait(t *testing.T, pattern string) string {
	t.Helper()
	p := regexp.MustCompile(pattern)
	for range 1000 {
		if m := p.FindStringSubmatch(r.log.String()); m != nil {
			return m[1]
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s does not come up in the log: %s", pattern, r.log)
	return ""
}

// other returns data that holds nothing, under a revision of its own, and its index.
func other(t *testing.T, hash string) (*schema.Data, *search.Index) {
	t.Helper()
	s, err := graph.Build(graph.Revision{Number: 2, Hash: hash}, nil)
	if err != nil {
		t.Fatal(err)
	}
	index, err := search.Build(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return &schema.Data{Engine: coverage.New(s), Index: index}, index
}

// TestNotReadyWhileLoading asks from the first moment on.
func TestNotReadyWhileLoading(t *testing.T) {
	loading := make(chan struct{})
	r := start(t, func(c *server.Config) {
		load := c.Load
		c.Load = func(ctx context.Context) (*schema.Data, error) { <-loading; return load(ctx) }
	})
	look := func(status int) {
		t.Helper()
		for path, want := range map[string]int{"/healthz": 200, "/readyz": status, "/graphql?query={__typename}": status, "/": 200} {
			if r, body := do(t, "GET", "http://"+r.addr+path, ""); r.StatusCode != want || want == 503 && path[1] == 'g' && (!strings.Contains(body, "NOT_READY") || r.Header.Get("Retry-After") == "") {
				t.Errorf("%s: %d %s, want %d", path, r.StatusCode, body, want)
			}
		}
	}
	look(503)
	close(loading)
	<-r.ready
	look(200)
}

func TestLoadFails(t *testing.T) {
	c := server.Config{Data: new(server.Data), Addr: "127.0.0.1:0", Logger: discard(), Load: func(context.Context) (*schema.Data, error) {
		return nil, errors.New("catalogs/x.yaml:3:1: C001 no id")
	}}
	if err := server.Run(context.Background(), c, nil, nil); err == nil || !strings.Contains(err.Error(), "x.yaml:3:1") {
		t.Error(err)
	}
}

// TestReload loads good and bad data while clients ask. No request fails, and every answer is of one revision.
func TestReload(t *testing.T) {
	second, index := other(t, "second")
	next := make(chan any, 1)
	r := start(t, func(c *server.Config) {
		c.AdminAddr = "127.0.0.1:0"
		c.Load = func(context.Context) (*schema.Data, error) {
			select {
			case v := <-next:
				if err, ok := v.(error); ok {
					return nil, err
				}
				return v.(*schema.Data), nil
			default:
				return servertest.Data(t), nil
			}
		}
	})
	<-r.ready
	var asked atomic.Int64
	var all sync.WaitGroup
	over := make(chan struct{})
	for range 4 {
		all.Go(func() {
			for {
				select {
				case <-over:
					return
				default:
				}
				response, body := do(t, "POST", "http://"+r.addr+"/graphql", `{"query":"{revision{hash} standards{ref}}"}`, jsonType)
				first := strings.Contains(body, `"hash":"test"`) && strings.Contains(body, "isms-p-2023")
				if !first && body != `{"data":{"revision":{"hash":"second"},"standards":[]}}` || response.StatusCode != 200 {
					t.Errorf("%d %.200s", response.StatusCode, body)
				}
				asked.Add(1)
			}
		})
	}
	reload := func(v any, status int, want string) {
		t.Helper()
		next <- v
		if r, body := do(t, "POST", r.admin+"/admin/reload", ""); r.StatusCode != status || !strings.Contains(body, want) {
			t.Errorf("%d %s, want %d %s", r.StatusCode, body, status, want)
		}
	}
	hash := func() string {
		_, body := do(t, "POST", "http://"+r.addr+"/graphql", `{"query":"{revision{hash}}"}`, jsonType)
		return body
	}
	reload(errors.New("crosswalks/a.yaml:7:3: M004 bad"), 422, `M004 bad","revision":{"number":1,"hash":"test"}`)
	if got := hash(); !strings.Contains(got, `"test"`) || !strings.Contains(r.log.String(), "M004 bad") {
		t.Errorf("a bad file took the place of good data: %s", got)
	}
	reload(second, 200, `{"reloaded":true,"revision":{"number":2,"hash":"second"}}`)
	if got := hash(); !strings.Contains(got, `"second"`) {
		t.Error(got)
	}
	second = nil
	r.hangup <- syscall.SIGHUP
	for range 500 {
		if strings.Contains(hash(), `"test"`) {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	for asked.Load() < 10 { // the reloads may be over before the clients have got going
		time.Sleep(time.Millisecond)
	}
	close(over)
	all.Wait()
	// Nothing uses the second data any more: its index gives its memory back.
	closed := false
	for range 100 {
		runtime.GC()
		if _, err := index.Search(context.Background(), search.Query{Text: "x", Limit: 1}); err != nil {
			closed = true
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if !closed {
		t.Error("the index of data that is gone is still open")
	}
	_, text := do(t, "GET", r.admin+"/metrics", "")
	for _, want := range []string{`clausegraph_reloads_total{result="failed"} 1`, `clausegraph_reloads_total{result="ok"} 2`, `clausegraph_revision_info{hash="test",number="1"} 1`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestMetrics asks in many ways and looks for what is counted, and that clients cannot make up series.
func TestMetrics(t *testing.T) {
	file := filepath.Join(t.TempDir(), "documents.json")
	if err := os.WriteFile(file, []byte(`{"a":"query Known{standards{ref}}"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	documents, err := server.OpenTrusted(file)
	if err != nil {
		t.Fatal(err)
	}
	keys, _, secrets := keyring(t)
	s := servertest.New(t, func(c *server.Config) { c.Trusted, c.Auth.Keys = documents, keys })
	admin := bearer(secrets[auth.Admin])
	for _, body := range []string{
		`{"documentId":"a"}`, `{"documentId":"a"}`, `{"query":"query Unknown{revision{hash}}"}`, `{"query":"query Another{a:revision{hash} b:__typename}"}`,
		`{"query":"{standard(ref:\"x\"){ref}}"}`, `{"query":"{`, `{"query":"{x}"}`,
	} {
		do(t, "POST", s.URL+"/graphql", body, jsonType, admin)
	}
	do(t, "POST", s.URL+"/graphql", hello, jsonType)
	do(t, "GET", s.URL+"/made-up", "")
	r, text := do(t, "GET", s.URL+"/metrics", "", admin)
	if r.StatusCode != 200 || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/plain") {
		t.Errorf("%d %v", r.StatusCode, r.Header)
	}
	for _, want := range []string{
		`clausegraph_graphql_operations_total{field="standards",operation="Known",outcome="ok"} 2`,
		`clausegraph_graphql_operations_total{field="revision",operation="other",outcome="ok"} 1`,
		`clausegraph_graphql_operations_total{field="several",operation="other",outcome="ok"} 1`,
		`clausegraph_graphql_operations_total{field="standard",operation="other",outcome="UNKNOWN_REF"} 1`,
		`clausegraph_graphql_operations_total{field="none",operation="other",outcome="BAD_REQUEST"} 1`,
		`clausegraph_graphql_operations_total{field="none",operation="other",outcome="GRAPHQL_VALIDATION_FAILED"} 1`,
		`clausegraph_graphql_operations_total{field="none",operation="other",outcome="UNAUTHENTICATED"} 1`,
		`clausegraph_refused_total{reason="UNAUTHENTICATED"} 1`,
		`clausegraph_graphql_duration_seconds_bucket{field="standards",le="+Inf"} 2`,
		`clausegraph_graphql_cost_bucket{le="100"} 4`, // one answer comes from the cache
		`clausegraph_cache_requests_total{cache="answer",result="hit"} 1`,
		`clausegraph_cache_requests_total{cache="answer",result="miss"} 5`,
		`clausegraph_cache_requests_total{cache="document",result="miss"} 5`,
		`clausegraph_http_requests_total{route="/graphql",status="401"} 1`,
		`clausegraph_http_requests_total{route="other",status="404"} 1`,
		`clausegraph_revision_info{hash="test",number="1"} 1`,
		fmt.Sprintf(`clausegraph_graph_size{of="standards"} %d`, len(servertest.Data(t).Engine.Snapshot().Standards())),
		`clausegraph_graphql_in_flight 0`, `clausegraph_graphql_waiting 0`, `go_goroutines`, `process_resident_memory_bytes`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, bad := range []string{"Unknown\"", "Another", "made-up"} {
		if strings.Contains(text, bad) {
			t.Errorf("%s is a label", bad)
		}
	}
	if t.Failed() {
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "clausegraph_") && !strings.Contains(line, "_bucket") {
				t.Log(strings.TrimSpace(line))
			}
		}
	}
}

// TestTraces receives the spans of a request as a collector does.
func TestTraces(t *testing.T) {
	spans := make(chan *trace.ResourceSpans, 10)
	receiver := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		var got collector.ExportTraceServiceRequest
		if err = errors.Join(err, proto.Unmarshal(body, &got)); err != nil || r.URL.Path != "/v1/traces" {
			t.Errorf("%s: %v", r.URL, err)
		}
		for _, s := range got.ResourceSpans {
			spans <- s
		}
	}))
	defer receiver.Close()
	provider, err := tracing.Start(t.Context(), receiver.URL, discard())
	if err != nil {
		t.Fatal(err)
	}
	s := servertest.New(t, func(c *server.Config) { c.Tracer = provider })
	r, _ := do(t, "POST", s.URL+"/graphql", `{"query":"query Hello{standards{ref}}"}`, jsonType, "Traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
	if line := logLine(t, s, r.Header.Get("X-Request-Id")); line["trace"] != "0af7651916cd43dd8448eb211c80319c" {
		t.Errorf("%v", line)
	}
	if err := provider.Shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	close(spans)
	found := map[string]*trace.Span{}
	for r := range spans {
		if !strings.Contains(r.Resource.String(), "clausegraph") {
			t.Errorf("of which service? %v", r.Resource)
		}
		for _, scope := range r.ScopeSpans {
			for _, span := range scope.Spans {
				found[span.Name] = span
			}
		}
	}
	execute := found["graphql.execute"]
	var request *trace.Span
	for name, s := range found {
		if name != "graphql.execute" {
			request = s
		}
	}
	if len(found) != 2 || execute == nil || !bytes.Equal(execute.ParentSpanId, request.SpanId) || request.TraceId[0] != 0x0a || request.ParentSpanId[0] != 0xb7 || request.Kind != trace.Span_SPAN_KIND_SERVER {
		t.Errorf("%v", found)
	}
	if text := execute.String(); !strings.Contains(text, "Hello") || !strings.Contains(text, "graphql.cost") || strings.Contains(text, "standards{") {
		t.Error(text)
	}
	if _, err := tracing.Start(t.Context(), "localhost:4318", discard()); err == nil {
		t.Error("an endpoint without a scheme is taken")
	}
}

// TestAdminAddress looks at what is on the address for operators, and what is on it alone.
func TestAdminAddress(t *testing.T) {
	keys, _, secrets := keyring(t)
	r := ready(t, func(c *server.Config) { c.AdminAddr = "127.0.0.1:0" })
	for _, c := range []struct {
		method, url string
		status      int
		headers     []string
	}{
		{"GET", r.admin + "/metrics", 200, nil},
		{"GET", r.admin + "/debug/pprof/", 200, nil},
		{"GET", r.admin + "/debug/pprof/heap", 200, nil},
		{"GET", r.admin + "/readyz", 200, nil},
		{"POST", r.admin + "/admin/reload", 200, nil},
		{"GET", r.admin + "/admin/reload", 405, nil},
		{"POST", r.admin + "/admin/reload", 403, []string{"Origin: https://example.org"}},
		{"POST", r.admin + "/admin/reload", 403, []string{"Sec-Fetch-Site: cross-site"}},
		{"GET", r.admin + "/debug/pprof/heap", 421, []string{"Host: example.org"}},
		{"GET", r.admin + "/graphql", 404, nil},
		{"GET", "http://" + r.addr + "/debug/pprof/", 404, nil},
		{"POST", "http://" + r.addr + "/admin/reload", 404, nil},
	} {
		if got, body := do(t, c.method, c.url, "", c.headers...); got.StatusCode != c.status {
			t.Errorf("%s %s %v: %d %.100s, want %d", c.method, c.url, c.headers, got.StatusCode, body, c.status)
		}
	}
	c := server.Config{Data: new(server.Data), Addr: "127.0.0.1:0", AdminAddr: "0.0.0.0:0", Public: true, Logger: discard()}
	if err := server.Run(t.Context(), c, nil, nil); err == nil || !strings.Contains(err.Error(), "operators need keys") {
		t.Error(err)
	}
	r = ready(t, func(c *server.Config) { c.Addr, c.AdminAddr, c.Auth.Keys = "0.0.0.0:0", "0.0.0.0:0", keys })
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(r.admin, "http://"))
	for header, status := range map[string]int{"X: y": 401, bearer(secrets[auth.Edit]): 403, bearer(secrets[auth.Admin]): 200} {
		if got, _ := do(t, "GET", "http://127.0.0.1:"+port+"/debug/pprof/heap", "", header); got.StatusCode != status {
			t.Errorf("%.20s: %d, want %d", header, got.StatusCode, status)
		}
	}
}

// TestTLS serves HTTPS and HTTP/2, and takes a new certificate while it runs.
func TestTLS(t *testing.T) {
	dir := t.TempDir()
	certFile, keyFile := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	certify := func(serial int64) *x509.CertPool {
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		template := &x509.Certificate{SerialNumber: big.NewInt(serial), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, NotAfter: time.Now().Add(time.Hour)}
		cert, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
		if err != nil {
			t.Fatal(err)
		}
		secret, err := x509.MarshalPKCS8PrivateKey(key)
		if err != nil {
			t.Fatal(err)
		}
		text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert})
		if err := errors.Join(os.WriteFile(certFile, text, 0o600), os.WriteFile(keyFile, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), 0o600)); err != nil {
			t.Fatal(err)
		}
		pool := x509.NewCertPool()
		pool.AppendCertsFromPEM(text)
		return pool
	}
	first := certify(1)
	certificate, err := server.OpenCertificate(certFile, keyFile)
	if err != nil {
		t.Fatal(err)
	}
	r := ready(t, func(c *server.Config) { c.TLS, c.AdminAddr = certificate, "127.0.0.1:0" })
	ask := func(roots *x509.CertPool) (int64, error) {
		transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, ForceAttemptHTTP2: true}
		defer transport.CloseIdleConnections()
		q, err := http.NewRequestWithContext(t.Context(), "POST", "https://"+r.addr+"/graphql", strings.NewReader(hello))
		if err != nil {
			t.Fatal(err)
		}
		q.Header.Set("Content-Type", "application/json")
		response, err := transport.RoundTrip(q)
		if err != nil {
			return 0, err
		}
		defer response.Body.Close()
		if response.StatusCode != 200 || response.ProtoMajor != 2 {
			t.Errorf("%s %s", response.Status, response.Proto)
		}
		return response.TLS.PeerCertificates[0].SerialNumber.Int64(), nil
	}
	if n, err := ask(first); n != 1 || err != nil {
		t.Error(n, err)
	}
	second := certify(2)
	if got, body := do(t, "POST", r.admin+"/admin/reload", ""); got.StatusCode != 200 {
		t.Error(body)
	}
	if n, err := ask(second); n != 2 || err != nil {
		t.Error(n, err)
	}
	if err := os.WriteFile(certFile, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, body := do(t, "POST", r.admin+"/admin/reload", ""); got.StatusCode != 422 || !strings.Contains(body, "cert.pem") {
		t.Errorf("%d %s", got.StatusCode, body)
	}
	if n, err := ask(second); n != 2 || err != nil {
		t.Error(n, err)
	}
}

// TestStopUnderLoad stops the server while clients ask over and over. No request that the server took fails; what comes
// after it stopped listening is refused by the system, and nothing else.
func TestStopUnderLoad(t *testing.T) {
	r := ready(t, func(c *server.Config) { c.Drain = 300 * time.Millisecond })
	var all sync.WaitGroup
	var served, unready atomic.Int64
	for range 8 {
		all.Go(func() {
			client := &http.Client{Transport: &http.Transport{}}
			defer client.CloseIdleConnections()
			for {
				response, err := client.Post("http://"+r.addr+"/graphql", "application/json", strings.NewReader(`{"query":"{standards{ref}}"}`))
				if err != nil {
					// What the system had taken for a server that did not take it is reset.
					if !errors.Is(err, syscall.ECONNREFUSED) && !errors.Is(err, syscall.ECONNRESET) {
						t.Error(err)
					}
					return
				}
				body, err := io.ReadAll(response.Body)
				response.Body.Close()
				if err != nil || response.StatusCode != 200 || !strings.HasPrefix(string(body), `{"data"`) {
					t.Errorf("%s %.100s %v", response.Status, body, err)
				}
				served.Add(1)
				if ready, err := client.Get("http://" + r.addr + "/readyz"); err == nil {
					if ready.StatusCode == 503 {
						unready.Add(1)
					}
					ready.Body.Close()
				}
			}
		})
	}
	time.Sleep(200 * time.Millisecond)
	if err := r.stop(); err != nil {
		t.Error(err)
	}
	all.Wait()
	if served.Load() < 20 || unready.Load() == 0 {
		t.Errorf("%d served, %d times seen not ready", served.Load(), unready.Load())
	}
}
