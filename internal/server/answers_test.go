package server_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
)

// fromCache asks by POST, and reports whether the answer was kept from before.
func fromCache(t *testing.T, s *servertest.Server, body string, headers ...string) (answer string, hit bool) {
	t.Helper()
	before := hits(t, s)
	_, answer = do(t, "POST", s.URL+"/graphql", body, append(headers, "Content-Type: application/json")...)
	return answer, hits(t, s) > before
}

func hits(t *testing.T, s *servertest.Server) (n int) {
	t.Helper()
	_, text := do(t, "GET", s.URL+"/metrics", "")
	for line := range strings.Lines(text) {
		if count, ok := strings.CutPrefix(line, `clausegraph_cache_requests_total{cache="answer",result="hit"} `); ok {
			_, _ = fmt.Sscan(count, &n)
		}
	}
	return n
}

func request(document, operation string, variables map[string]any) string {
	text, err := json.Marshal(map[string]any{"query": document, "operationName": operation, "variables": variables})
	if err != nil {
		panic(err)
	}
	return string(text)
}

// TestAnswersAreGivenAgain changes one thing of a request after the other: whatever an answer depends on makes it
// another one, and nothing else does.
func TestAnswersAreGivenAgain(t *testing.T) {
	var now atomic.Pointer[time.Time]
	now.Store(&servertest.Today)
	s := servertest.New(t, func(c *server.Config) { c.Clock = func() time.Time { return *now.Load() } })
	const document = `query A($ref: String!, $first: Int) { standard(ref: $ref) { requirements(first: $first) { totalCount } } }
		query B { __typename }
		query Today { gapAnalysis(held: [], target: "isms-p-2023") { asOf } }`
	variables := map[string]any{"ref": "isms-p-2023", "first": 3}
	first, hit := fromCache(t, s, request(document, "A", variables))
	if hit || !strings.HasPrefix(first, `{"data":`) {
		t.Fatal(first)
	}
	for _, c := range []struct {
		name, body, header string
		hit                bool
	}{
		{"the same", request(document, "A", variables), "X: y", true},
		{"the variables in another order", `{"variables":{"first":3.0, "ref":"isms-p-2023"},"operationName":"A","query":` + quoted(document) + `}`, "X: y", true},
		{"another media type", request(document, "A", variables), "Accept: " + newer, true},
		{"another operation", request(document, "B", nil), "X: y", false},
		{"another variable", request(document, "A", map[string]any{"ref": "isms-p-2023", "first": 4}), "X: y", false},
		{"no variable", request(document, "A", map[string]any{"ref": "isms-p-2023"}), "X: y", false},
		{"another document", request(document+" ", "A", variables), "X: y", false},
		{"an error", request(document, "A", map[string]any{"ref": "no-such"}), "X: y", false},
		{"the error again", request(document, "A", map[string]any{"ref": "no-such"}), "X: y", false},
		{"by its hash", `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + sha(document) + `"}},"operationName":"A","variables":{"ref":"isms-p-2023","first":3}}`, "X: y", true},
		{"a document to be known by its hash", `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + sha(document) + `"}},"operationName":"B","query":` + quoted(document) + `}`, "X: y", false},
		{"a wrong hash", `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + sha("x") + `"}},"operationName":"B","query":` + quoted(document) + `}`, "X: y", false},
		{"today", request(document, "Today", nil), "X: y", false},
		{"today again", request(document, "Today", nil), "X: y", true},
	} {
		answer, hit := fromCache(t, s, c.body, c.header)
		if hit != c.hit || hit && strings.Contains(c.body, `"A"`) && answer != first {
			t.Errorf("%s: hit %v, %s", c.name, hit, answer)
		}
	}
	tomorrow := servertest.Today.AddDate(0, 0, 1)
	now.Store(&tomorrow)
	if answer, hit := fromCache(t, s, request(document, "Today", nil)); hit || !strings.Contains(answer, "2026-11-23") {
		t.Errorf("tomorrow: hit %v, %s", hit, answer)
	}
}

func quoted(s string) string {
	text, _ := json.Marshal(s)
	return string(text)
}

// revised returns the same data under another revision.
func revised(t *testing.T, number int) *schema.Data {
	t.Helper()
	d := servertest.Data(t)
	s, err := graph.Build(graph.Revision{Number: number, Hash: "same"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &schema.Data{Engine: coverage.New(s), Index: d.Index}
}

const whichRevision = `{"query":"{ revision { number } }"}`

// TestNoAnswerOutlivesItsData loads other data, under the same hash even, while clients go on asking. Who asks after
// the data was stored must get an answer from it.
func TestNoAnswerOutlivesItsData(t *testing.T) {
	s := servertest.New(t)
	ctx, cancel := context.WithCancel(t.Context())
	var clients sync.WaitGroup
	for range 3 {
		clients.Go(func() {
			for ctx.Err() == nil {
				if _, text := do(t, "POST", s.URL+"/graphql", whichRevision, "Content-Type: application/json"); !strings.Contains(text, "number") {
					t.Error(text)
					return
				}
			}
		})
	}
	both := []*schema.Data{revised(t, 2), revised(t, 3)}
	for i := range 200 {
		data := both[i%2]
		s.Data.Store(data)
		_, text := do(t, "POST", s.URL+"/graphql", whichRevision, "Content-Type: application/json")
		if want := fmt.Sprintf(`{"data":{"revision":{"number":%d}}}`, 2+i%2); text != want {
			t.Fatalf("load %d: %s, want %s", i, text, want)
		}
	}
	cancel()
	clients.Wait()
}

// TestConditionalGET keeps an answer as a browser does.
func TestConditionalGET(t *testing.T) {
	for name, size := range map[string]int{"kept": 0, "not kept": server.NoAnswerCache} {
		s := servertest.New(t, func(c *server.Config) { c.AnswerCache = size })
		at := s.URL + "/graphql?query=" + url.QueryEscape("{ revision { number } }")
		first, body := do(t, "GET", at, "")
		tag := first.Header.Get("ETag")
		if len(tag) < 10 || first.Header.Get("Cache-Control") != "private, no-cache" || strings.Join(first.Header.Values("Vary"), ", ") != "Accept, Authorization" {
			t.Errorf("%s: %v", name, first.Header)
		}
		for _, c := range []struct {
			name, header string
			status       int
		}{
			{"the tag", "If-None-Match: " + tag, 304},
			{"weak, among others", `If-None-Match: "x", W/` + tag, 304},
			{"any", "If-None-Match: *", 304},
			{"another tag", `If-None-Match: "x"`, 200},
			{"none", "X: y", 200},
		} {
			again, text := do(t, "GET", at, "", c.header)
			if again.StatusCode != c.status || again.Header.Get("ETag") != tag || text != map[int]string{200: body, 304: ""}[c.status] {
				t.Errorf("%s: %s: %d %v %s", name, c.name, again.StatusCode, again.Header, text)
			}
		}
		if other, _ := do(t, "GET", at, "", "If-None-Match: "+tag, "Accept: "+newer); other.StatusCode != 200 || other.Header.Get("ETag") == tag {
			t.Errorf("%s: another media type: %d %v", name, other.StatusCode, other.Header)
		}
		if post, _ := do(t, "POST", s.URL+"/graphql", whichRevision, "Content-Type: application/json", "If-None-Match: "+tag); post.StatusCode != 200 || post.Header.Get("ETag") != "" || post.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: POST: %d %v", name, post.StatusCode, post.Header)
		}
		wrong, _ := do(t, "GET", s.URL+"/graphql?query="+url.QueryEscape(`{ standard(ref: "x") { ref } }`), "")
		if wrong.Header.Get("ETag") != "" || wrong.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: an answer with an error: %v", name, wrong.Header)
		}
		s.Data.Store(revised(t, 2))
		if after, text := do(t, "GET", at, "", "If-None-Match: "+tag); after.StatusCode != 200 || after.Header.Get("ETag") == tag || !strings.Contains(text, `"number":2`) {
			t.Errorf("%s: other data: %d %s", name, after.StatusCode, text)
		}
	}
}

// TestAnswersOfAdminsAreForAdmins asks for what only an admin gets, before and after one did.
func TestAnswersOfAdminsAreForAdmins(t *testing.T) {
	file := filepath.Join(t.TempDir(), "keys.json")
	secret := func(scope auth.Scope) string {
		text, _, err := auth.NewKey(file, "test", scope, "", time.Now(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		return "Authorization: Bearer " + text
	}
	admin, reader := secret(auth.Admin), secret(auth.Read)
	keys, err := auth.OpenKeys(file, discard())
	if err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(t.TempDir(), "trusted.json")
	trust := func(document string) {
		t.Helper()
		if err := os.WriteFile(manifest, []byte(`{"one":`+quoted(document)+`}`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	trust(`query { revision { number } }`)
	trusted, err := server.OpenTrusted(manifest)
	if err != nil {
		t.Fatal(err)
	}
	s := servertest.New(t, func(c *server.Config) {
		c.Auth.Keys, c.NoIntrospection, c.Trusted = keys, true, trusted
	})
	ask := func(body, who string) string {
		_, text := do(t, "POST", s.URL+"/graphql", body, "Content-Type: application/json", who)
		return text
	}
	const introspect = `{"query":"{ __schema { queryType { name } } }"}`
	for range 2 {
		if text := ask(introspect, admin); !strings.Contains(text, `"Query"`) {
			t.Error("admin:", text)
		}
		if text := ask(introspect, reader); strings.Contains(text, `"data"`) {
			t.Error("reader:", text)
		}
		if text := ask(`{"documentId":"one"}`, reader); !strings.Contains(text, `"number":1`) {
			t.Error("trusted:", text)
		}
	}
	trust(`query { standard(ref: "isms-p-2023") { ref } }`)
	if err := trusted.Reload(); err != nil {
		t.Fatal(err)
	}
	if text := ask(`{"documentId":"one"}`, reader); !strings.Contains(text, "isms-p-2023") {
		t.Error("the document has changed, and the answer has not:", text)
	}
	if text := ask(`{"query":"query { revision { number } }"}`, reader); strings.Contains(text, `"data"`) {
		t.Error("the document is not trusted any more:", text)
	}
}

// TestKeptAnswersStayWithinTheirBytes asks for more than may be kept.
func TestKeptAnswersStayWithinTheirBytes(t *testing.T) {
	s := servertest.New(t, func(c *server.Config) { c.AnswerCache = 200 << 10 })
	ask := func(i int) (hit bool) {
		_, hit = fromCache(t, s, request(fmt.Sprintf(`{ a%d: standard(ref: "isms-p-2023") { requirements(first: 60) { edges { node { ref gist } } } } }`, i), "", nil))
		return hit
	}
	for i := range 40 { // of some 15 kB each
		ask(i)
	}
	if !ask(39) {
		t.Error("the last answer is not kept")
	}
	if ask(0) {
		t.Error("the first answer is still kept")
	}
	large := request(`{ standard(ref: "isms-p-2023") { requirements(first: 500) { edges { node { ref gist } } } } }`, "", nil)
	for range 2 {
		if _, hit := fromCache(t, s, large); hit {
			t.Error("an answer is kept that takes most of the room")
		}
	}
}

func sha(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// TestAnswersFromTheStoreAreNotKept asks for what can change without other data being loaded.
func TestAnswersFromTheStoreAreNotKept(t *testing.T) {
	s := servertest.New(t)
	for _, f := range schema.StoreFields {
		if schema.New(nil).Schema().Query.Fields.ForName(f) == nil {
			t.Errorf("there is no root field %s", f)
		}
	}
	for range 2 {
		if text, hit := fromCache(t, s, request(`{ ...F } fragment F on Query { revisions { number } }`, "", nil)); hit || !strings.Contains(text, `"number":1`) {
			t.Errorf("hit %v, %s", hit, text)
		}
	}
}

// TestRequestsAreReadOnce sends the same texts again and again to a server that keeps no answers. What it remembers of a
// text changes nothing: not what becomes of the text later, nor what is said to those who may do less.
func TestRequestsAreReadOnce(t *testing.T) {
	s := servertest.New(t, func(c *server.Config) { c.AnswerCache = server.NoAnswerCache })
	const document = `query A($ref: String!, $first: Int) { standard(ref: $ref) { requirements(first: $first) { edges { node { ref } } } } } query B { __typename }`
	byHash := func(text string) string {
		return `{` + text + `"operationName":"B","extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + sha(document) + `"}}}`
	}
	for _, c := range []struct {
		name, body, want string
		status           int
	}{
		{"plain", request("{ revision { number } }", "", nil), `{"data":{"revision":{"number":`, 200},
		{"variables", request(document, "A", map[string]any{"ref": "isms-p-2023", "first": 1.0}), `{"data":{"standard":{"requirements":{"edges":[{"node":`, 200},
		{"other variables", request(document, "A", map[string]any{"ref": "no-such"}), "UNKNOWN_REF", 200},
		{"a variable of a wrong kind", request(document, "A", map[string]any{"ref": 3}), "BAD_INPUT", 200},
		{"no query", "{}", "BAD_REQUEST", 400},
		{"not JSON", "{", "BAD_REQUEST", 400},
		{"a hash that is not known yet", byHash(""), "PERSISTED_QUERY_NOT_FOUND", 200},
		{"a hash with its document", byHash(`"query":` + quoted(document) + `,`), `{"data":{"__typename":"Query"}}`, 200},
		{"the hash, which is known now", byHash(""), `{"data":{"__typename":"Query"}}`, 200},
	} {
		for i := range 3 {
			r, text := do(t, "POST", s.URL+"/graphql", c.body, "Content-Type: application/json")
			if r.StatusCode != c.status || !strings.Contains(text, c.want) {
				t.Errorf("%s, time %d: %d %s", c.name, i+1, r.StatusCode, text)
			}
			// The same characters as a URL, or under a type that is not taken, are something else.
			if r, _ := do(t, "POST", s.URL+"/graphql", c.body, "Content-Type: text/plain"); r.StatusCode != 415 {
				t.Errorf("%s as text: %d", c.name, r.StatusCode)
			}
			if r, _ := do(t, "GET", s.URL+"/graphql?"+url.QueryEscape(c.body), ""); r.StatusCode != 400 {
				t.Errorf("%s as a URL: %d", c.name, r.StatusCode)
			}
		}
	}
}
