package server_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

const (
	newer = "application/graphql-response+json"
	older = "application/json"
)

// do sends a request and returns the answer with its body. Header lines are "Name: value".
func do(t *testing.T, method, target, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(context.Background(), method, target, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		if name == "Host" {
			r.Host = value
		}
		r.Header.Add(name, value)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(text)
}

// TestGraphQLOverHTTP lists what the GraphQL over HTTP specification says about methods, media types and statuses.
func TestGraphQLOverHTTP(t *testing.T) {
	s := servertest.New(t)
	at := s.URL + "/graphql"
	const typed, good = "Content-Type: application/json", `{"query":"{__typename}"}`
	for _, c := range []struct {
		name, method, target, body string
		headers                    []string
		status                     int
		media                      string
	}{
		{"query", "POST", at, good, []string{typed, "Accept: " + newer}, 200, newer},
		{"no Accept", "POST", at, good, []string{typed}, 200, older},
		{"any type", "POST", at, good, []string{typed, "Accept: */*"}, 200, older},
		{"both types", "POST", at, good, []string{typed, "Accept: " + newer + ", application/json;q=0.9"}, 200, newer},
		{"newer refused", "POST", at, good, []string{typed, "Accept: " + newer + ";q=0, */*"}, 200, older},
		{"other type", "POST", at, good, []string{typed, "Accept: text/html"}, 406, older},
		{"charset", "POST", at, good, []string{"Content-Type: application/json; charset=UTF-8"}, 200, older},
		{"latin", "POST", at, good, []string{"Content-Type: application/json; charset=latin1"}, 415, older},
		{"no content type", "POST", at, good, nil, 415, older},
		{"form", "POST", at, "query={__typename}", []string{"Content-Type: application/x-www-form-urlencoded"}, 415, older},
		{"GET", "GET", at + "?query=" + url.QueryEscape("{__typename}"), "", []string{"Accept: " + newer}, 200, newer},
		{"GET with variables", "GET", at + "?query=" + url.QueryEscape("query($r:String!){standard(ref:$r){ref}}") + "&variables=" + url.QueryEscape(`{"r":"iso-hs"}`), "", nil, 200, older},
		{"GET without query", "GET", at, "", []string{"Accept: " + newer}, 400, newer},
		{"GET with wrong variables", "GET", at + "?query=" + url.QueryEscape("{__typename}") + "&variables=1", "", nil, 400, older},
		{"PUT", "PUT", at, good, []string{typed}, 405, older},
		{"OPTIONS", "OPTIONS", at, "", []string{"Origin: https://example.org"}, 403, older},
		{"no query", "POST", at, `{}`, []string{typed, "Accept: " + newer}, 400, newer},
		{"query is no text", "POST", at, `{"query":1}`, []string{typed, "Accept: " + newer}, 400, newer},
		{"variables are no object", "POST", at, `{"query":"{__typename}","variables":"x"}`, []string{typed, "Accept: " + newer}, 400, newer},
		{"no JSON", "POST", at, `{"query":`, []string{typed, "Accept: " + newer}, 400, newer},
		{"wrong field, newer", "POST", at, `{"query":"{x}"}`, []string{typed, "Accept: " + newer}, 400, newer},
		{"wrong field, older", "POST", at, `{"query":"{x}"}`, []string{typed, "Accept: " + older}, 200, older},
		{"error of a field, newer", "POST", at, `{"query":"{standard(ref:\"x\"){ref}}"}`, []string{typed, "Accept: " + newer}, 200, newer},
	} {
		r, body := do(t, c.method, c.target, c.body, c.headers...)
		if media, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";"); r.StatusCode != c.status || media != c.media {
			t.Errorf("%s: %d %s, want %d %s: %.200s", c.name, r.StatusCode, media, c.status, c.media, body)
		}
		var answer struct {
			Data   *json.RawMessage
			Errors []struct {
				Message    string
				Extensions struct{ Code string }
			}
		}
		if err := json.Unmarshal([]byte(body), &answer); err != nil {
			t.Errorf("%s: %v in %.200s", c.name, err, body)
		}
		if strings.Contains(body, `"data"`) && len(answer.Errors) > 0 && r.StatusCode != 200 {
			t.Errorf("%s: a request error with data: %.200s", c.name, body)
		}
		for _, e := range answer.Errors {
			if e.Message == "" || e.Extensions.Code == "" {
				t.Errorf("%s: an error without message or code: %.200s", c.name, body)
			}
		}
		if r.StatusCode == 405 && r.Header.Get("Allow") == "" {
			t.Errorf("%s: no Allow", c.name)
		}
	}
}

// TestNumbersOfVariables sends numbers as JSON may write them: what is whole is an Int, however it is written.
func TestNumbersOfVariables(t *testing.T) {
	s := servertest.New(t)
	for _, c := range []struct {
		number string
		status int
	}{
		{"3", 200}, {"3.0", 200}, {"1e2", 200}, {"30e-1", 200}, {"-0.0", 200},
		{"3.5", 400}, {"1e400", 400}, {"1e-1", 400}, {`"3"`, 200}, // an error of its field
	} {
		body := `{"query":"query($n:Int){mappings(first:$n){totalCount}}","variables":{"n":` + c.number + `}}`
		response, text := do(t, "POST", s.URL+"/graphql", body, "Content-Type: application/json", "Accept: "+newer)
		failed := strings.Contains(text, "errors")
		if wantError := c.status == 400 || c.number == `"3"`; response.StatusCode != c.status || failed != wantError {
			t.Errorf("%s: %d %s", c.number, response.StatusCode, text)
		}
	}
}

func TestPersistedDocuments(t *testing.T) {
	s := servertest.New(t)
	const hash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38" // of {__typename}
	send := func(query, hash string) string {
		body, err := json.Marshal(map[string]any{"query": query, "extensions": map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hash}}})
		if err != nil {
			t.Fatal(err)
		}
		_, text := do(t, "POST", s.URL+"/graphql", string(body), "Content-Type: application/json")
		return text
	}
	for _, c := range []struct{ query, hash, want string }{
		{"", hash, "PersistedQueryNotFound"},
		{"{__typename }", hash, "is not the hash"},
		{"{__typename}", hash, `"data"`},
		{"", hash, `"data"`},
		{"", "x", "BAD_INPUT"},
	} {
		if text := send(c.query, c.hash); !strings.Contains(text, c.want) {
			t.Errorf("%q with hash %.8s: %s, want %s", c.query, c.hash, text, c.want)
		}
	}
}

// TestInternalCausesStayInside breaks the server from within and looks for the cause in the answer, where it must not
// be, and in the log, where it must be found by the id in the answer.
func TestInternalCausesStayInside(t *testing.T) {
	s := servertest.New(t)
	empty, err := graph.Build(graph.Revision{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	closed, err := search.Build(context.Background(), empty)
	if err != nil {
		t.Fatal(err)
	}
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	s.Data.Store(&schema.Data{Index: closed}) // and no engine
	for _, c := range []struct{ document, cause string }{
		{`{ revision { number } }`, "nil pointer"},
		{`{ search(query: "x") { totalCount } }`, "index is closed"},
	} {
		a := s.Query(t, c.document, nil)
		if len(a.Errors) == 0 || a.Errors[0].Extensions.Code != "INTERNAL" || a.Errors[0].Extensions.RequestID == "" || strings.Contains(a.Errors[0].Message, c.cause) {
			t.Errorf("%s: %+v", c.document, a.Errors)
			continue
		}
		found := false
		for line := range strings.Lines(s.Log.String()) {
			found = found || strings.Contains(line, a.Errors[0].Extensions.RequestID) && strings.Contains(line, c.cause)
		}
		if !found {
			t.Errorf("%s: the log does not tell the cause: %s", c.document, s.Log)
		}
	}
}

func TestReadiness(t *testing.T) {
	s := servertest.New(t)
	data := s.Data.Swap(nil)
	if r, _ := do(t, "GET", s.URL+"/healthz", ""); r.StatusCode != 200 {
		t.Errorf("not healthy while loading: %d", r.StatusCode)
	}
	if r, _ := do(t, "GET", s.URL+"/readyz", ""); r.StatusCode != 503 {
		t.Errorf("ready without data: %d", r.StatusCode)
	}
	if r, body := do(t, "POST", s.URL+"/graphql", `{"query":"{__typename}"}`, "Content-Type: application/json"); r.StatusCode != 503 || r.Header.Get("Retry-After") == "" {
		t.Errorf("answered without data: %d %s", r.StatusCode, body)
	}
	s.Data.Store(data)
	if r, _ := do(t, "GET", s.URL+"/readyz", ""); r.StatusCode != 200 {
		t.Errorf("not ready with data: %d", r.StatusCode)
	}
}

// TestPages looks at what is not GraphQL: it comes whole, with a policy that lets nothing in from elsewhere.
func TestPages(t *testing.T) {
	s := servertest.New(t)
	for path, want := range map[string]struct{ media, part string }{
		"/":                      {"text/html", `<div id="app">`},
		"/licences.md":           {"text/plain", "preact"},
		"/documents.json":        {"application/json", "gapAnalysis"},
		"/graphiql":              {"text/html", `src="/graphiql/app.js"`},
		"/graphiql/app.js":       {"text/javascript", "gapAnalysis"},
		"/graphiql/style.css":    {"text/css", "graphiql"},
		"/graphiql/licences.txt": {"text/plain", "graphiql 4"},
		"/schema.graphql":        {"text/plain", "type Query {"},
	} {
		r, body := do(t, "GET", s.URL+path, "")
		policy := r.Header.Get("Content-Security-Policy")
		if r.StatusCode != 200 || !strings.HasPrefix(r.Header.Get("Content-Type"), want.media) || !strings.Contains(body, want.part) {
			t.Errorf("%s: %d %s %.100s", path, r.StatusCode, r.Header.Get("Content-Type"), body)
		}
		if !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") || r.Header.Get("X-Content-Type-Options") != "nosniff" || r.Header.Get("X-Request-Id") == "" {
			t.Errorf("%s: headers %v", path, r.Header)
		}
		if r, _ := do(t, "GET", s.URL+path, "", "If-None-Match: "+r.Header.Get("ETag")); r.StatusCode != 304 {
			t.Errorf("%s: %d for a copy that is still good", path, r.StatusCode)
		}
	}
	if r, _ := do(t, "GET", s.URL+"/nothing", ""); r.StatusCode != 404 {
		t.Errorf("/nothing: %d", r.StatusCode)
	}
}

// TestOtherSites plays pages of other sites, and names of other hosts.
func TestOtherSites(t *testing.T) {
	local, public := servertest.New(t), servertest.New(t, func(c *server.Config) { c.Public = true })
	const typed, good = "Content-Type: application/json", `{"query":"{__typename}"}`
	for _, c := range []struct {
		server *servertest.Server
		header string
		status int
	}{
		{local, "Sec-Fetch-Site: same-origin", 200},
		{local, "Sec-Fetch-Site: none", 200},
		{local, "Sec-Fetch-Site: cross-site", 403},
		{local, "Sec-Fetch-Site: same-site", 403},
		{local, "Origin: https://example.org", 403},
		{local, "Origin: null", 403},
		{local, "Host: localhost:1234", 200},
		{local, "Host: [::1]", 200},
		{local, "Host: example.org", 421},
		{local, "Host: 127.0.0.1.example.org", 421},
		{public, "Host: example.org", 200},
		{public, "Sec-Fetch-Site: cross-site", 403},
	} {
		if r, body := do(t, "POST", c.server.URL+"/graphql", good, typed, c.header); r.StatusCode != c.status || r.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: %d, want %d: %.100s", c.header, r.StatusCode, c.status, body)
		}
	}
}

// TestOverload fills the only slot, and expects the next operation to be turned away with the time to come back.
func TestOverload(t *testing.T) {
	s := servertest.New(t, func(c *server.Config) {
		c.Limits, c.AnswerCache = server.Limits{Concurrent: 1, Wait: time.Millisecond}, server.NoAnswerCache
	})
	long, err := json.Marshal(map[string]string{"query": `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") { items(first: 101) { edges { node { proof { steps { requirement { ref title gist } } } } } } } }`})
	if err != nil {
		t.Fatal(err)
	}
	var refused, served int
	var mu sync.Mutex
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			r, err := http.Post(s.URL+"/graphql", "application/json", bytes.NewReader(long))
			if err != nil {
				t.Error(err)
				return
			}
			defer r.Body.Close()
			mu.Lock()
			defer mu.Unlock()
			switch {
			case r.StatusCode == 200:
				served++
			case r.StatusCode == 503 && r.Header.Get("Retry-After") != "":
				refused++
			default:
				t.Errorf("status %d", r.StatusCode)
			}
		})
	}
	all.Wait()
	if served == 0 || refused == 0 {
		t.Errorf("%d served, %d refused", served, refused)
	}
	if a := s.Query(t, "{__typename}", nil); a.Status != 200 {
		t.Errorf("afterwards: %d", a.Status)
	}
}

// largest is the largest question that an honest client asks: a whole gap analysis with every proof.
const largest = `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") {
	revision { number hash } asOf held target
	summary { full partial possible none unknown total byGroup { group { ref title } summary { full partial possible none unknown total } } }
	items(first: 200) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node {
		requirement { id ref number kind title gist } verdict disposition
		remainder { text beyond { ref } point { ref } mapping { ref } }
		points { requirement { ref gist } verdict proof { rule mapping { ref } } }
		proof { rule verdict assurance steps {
			rule verdict held reversed requirement { ref name }
			mapping { ref relation strength assurance why source { title url } }
			premises { verdict requirement { ref } }
			closures { sameStandard standard { ref } crosswalk { name } mappings { ref } }
		} }
	} } }
} }`

func TestTheLargestHonestQuestionPasses(t *testing.T) {
	s := servertest.New(t)
	a := s.Query(t, largest, nil)
	if a.Status != 200 || len(a.Errors) > 0 || len(a.Data) < 100_000 {
		t.Errorf("%d, %d bytes, %v", a.Status, len(a.Data), a.Errors)
	}
	s = servertest.New(t, func(c *server.Config) { c.Limits.Cost = 1 })
	if a := s.Query(t, largest, nil); a.Status != 400 || a.Errors[0].Extensions.Code != "LIMIT_EXCEEDED" {
		t.Errorf("%d %v", a.Status, a.Errors)
	} else {
		t.Log(a.Errors[0].Message)
	}
}

func BenchmarkLargest(b *testing.B) {
	s := servertest.New(b)
	for b.Loop() {
		s.Query(b, largest, nil)
	}
}

func TestTimeout(t *testing.T) {
	s := servertest.New(t, func(c *server.Config) { c.Limits.Time = time.Nanosecond })
	if a := s.Query(t, `{ standards { ref } }`, nil); a.Status != 503 || a.Errors[0].Extensions.Code != "TIMEOUT" {
		t.Errorf("%d %v", a.Status, a.Errors)
	}
}

// TestDataIsSwappedBetweenOperations asks while the data changes: no operation fails or mixes two revisions.
func TestDataIsSwappedBetweenOperations(t *testing.T) {
	s := servertest.New(t)
	one := s.Data.Load()
	var all sync.WaitGroup
	stop := make(chan struct{})
	all.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
				s.Data.Store(&schema.Data{Engine: one.Engine, Index: one.Index})
			}
		}
	})
	for range 20 {
		if a := s.Query(t, `{ revision { hash } standards { ref } }`, nil); a.Status != 200 || len(a.Errors) > 0 {
			t.Errorf("%d %v", a.Status, a.Errors)
		}
	}
	close(stop)
	all.Wait()
}

// TestRun starts the server as the command does, and stops it while a request is on its way.
func TestRun(t *testing.T) {
	data := new(server.Data)
	data.Store(servertest.Data(t))
	ctx, stop := context.WithCancel(context.Background())
	addr, done := make(chan net.Addr, 1), make(chan error, 1)
	c := server.Config{Data: data, Addr: "127.0.0.1:0", Logger: discard()}
	go func() { done <- server.Run(ctx, c, nil, func(a net.Addr) { addr <- a }) }()
	conn, err := net.Dial("tcp", (<-addr).String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	body := `{"query":"{__typename}"}`
	if _, err := io.WriteString(conn, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 24\r\n\r\n"+body[:10]); err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond) // until the server has taken the connection
	stop()
	time.Sleep(50 * time.Millisecond)
	if _, err := io.WriteString(conn, body[10:]); err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(conn)
	if err != nil || !strings.Contains(string(text), `{"data":{"__typename":"Query"}}`) {
		t.Errorf("the request in flight got %q, %v", text, err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestRunRefusesOtherAddresses(t *testing.T) {
	err := server.Run(context.Background(), server.Config{Data: new(server.Data), Addr: "0.0.0.0:0", Logger: discard()}, nil, nil)
	if err == nil || !strings.Contains(err.Error(), "127.0.0.1") {
		t.Error(err)
	}
}

// TestExplorerFiles follows the page to what it loads: all of it is there, compressed for those who can read that, small
// enough for a first look, and kept by browsers, since its names change with the content.
func TestExplorerFiles(t *testing.T) {
	s := servertest.New(t)
	_, page := do(t, "GET", s.URL+"/", "")
	loads := regexp.MustCompile(`(?:src|href)="\./(assets/[^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(loads) < 3 {
		t.Fatalf("the page loads %v", loads)
	}
	total := len(page)
	for _, load := range loads {
		r, zipped := do(t, "GET", s.URL+"/"+load[1], "", "Accept-Encoding: br, gzip;q=0.8")
		if r.StatusCode != 200 || r.Header.Get("Content-Encoding") != "gzip" || r.Header.Get("Vary") != "Accept-Encoding" || !strings.Contains(r.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d %v", load[1], r.StatusCode, r.Header)
		}
		total += len(zipped)
		plain, body := do(t, "GET", s.URL+"/"+load[1], "", "Accept-Encoding: gzip;q=0")
		z, err := gzip.NewReader(strings.NewReader(zipped))
		if err != nil {
			t.Fatal(err)
		}
		unzipped, err := io.ReadAll(z)
		if err != nil || string(unzipped) != body || plain.Header.Get("Content-Encoding") != "" || plain.Header.Get("ETag") == r.Header.Get("ETag") {
			t.Errorf("%s: compressed it differs: %v %v", load[1], err, plain.Header)
		}
	}
	if total > 300_000 {
		t.Errorf("a first look takes %d bytes", total)
	}
}
