package server_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/auth/authtest"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// keyring makes a file of keys, one for each scope, and returns it opened, with the secrets.
func keyring(t *testing.T) (keys *auth.Keys, file string, secrets map[auth.Scope]string) {
	t.Helper()
	file, secrets = filepath.Join(t.TempDir(), "keys.json"), map[auth.Scope]string{}
	for s := auth.Read; s <= auth.Admin; s++ {
		secret, _, err := auth.NewKey(file, "for "+s.String(), s, "", time.Now(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		secrets[s] = secret
	}
	keys, err := auth.OpenKeys(file, discard())
	if err != nil {
		t.Fatal(err)
	}
	return keys, file, secrets
}

func bearer(secret string) string { return "Authorization: Bearer " + secret }

const (
	jsonType = "Content-Type: application/json"
	hello    = `{"query":"query Hello{__typename}"}`
)

// TestWhoMayDoWhat goes through the doors with no key, a wrong one and one of each scope.
func TestWhoMayDoWhat(t *testing.T) {
	keys, _, secrets := keyring(t)
	open := servertest.New(t)
	public := servertest.New(t, func(c *server.Config) { c.Public = true })
	locked := servertest.New(t, func(c *server.Config) { c.Auth.Keys = keys })
	both := servertest.New(t, func(c *server.Config) { c.Auth.Keys, c.Public = keys, true })
	none, wrong, read, edit, admin := "X: y", bearer("cg_x_y"), bearer(secrets[auth.Read]), bearer(secrets[auth.Edit]), bearer(secrets[auth.Admin])
	for _, c := range []struct {
		name    string
		server  *servertest.Server
		request string
		headers map[string]int // the status with this header
	}{
		{"loopback", open, "POST /graphql", map[string]int{none: 200, wrong: 200}},
		{"loopback", open, "GET /metrics", map[string]int{none: 200}},
		{"loopback", open, "POST /admin/reload", map[string]int{none: 404}},
		{"public", public, "POST /graphql", map[string]int{none: 200, wrong: 200}},
		{"public", public, "GET /metrics", map[string]int{none: 404}},
		{"locked", locked, "POST /graphql", map[string]int{none: 401, wrong: 401, read: 200, edit: 200, admin: 200}},
		{"locked", locked, "GET /metrics", map[string]int{none: 401, wrong: 401, read: 403, edit: 403, admin: 200}},
		{"locked", locked, "POST /admin/reload", map[string]int{none: 401, read: 403, edit: 403, admin: 200}},
		{"locked", locked, "GET /readyz", map[string]int{none: 200, wrong: 200}},
		{"locked", locked, "GET /debug/pprof/", map[string]int{admin: 404}},
		{"both", both, "POST /graphql", map[string]int{none: 200, wrong: 401, read: 200}},
		{"both", both, "GET /metrics", map[string]int{none: 401, admin: 200}},
	} {
		method, path, _ := strings.Cut(c.request, " ")
		for header, status := range c.headers {
			body := ""
			if path == "/graphql" {
				body = hello
			}
			r, text := do(t, method, c.server.URL+path, body, jsonType, header)
			if r.StatusCode != status || (status == 401) != (r.Header.Get("WWW-Authenticate") != "") {
				t.Errorf("%s: %s with %.25s: %d %v, want %d: %.200s", c.name, c.request, header, r.StatusCode, r.Header["Www-Authenticate"], status, text)
			}
			if status == 401 && !strings.Contains(text, "UNAUTHENTICATED") || status == 403 && !strings.Contains(text, "FORBIDDEN") {
				t.Errorf("%s: %s: no code in %s", c.name, c.request, text)
			}
		}
	}
	for _, s := range secrets {
		if log := locked.Log.String() + both.Log.String(); strings.Contains(log, s) || !strings.Contains(log, "key:") {
			t.Errorf("the log tells a key, or not whose it is")
		}
	}
	if r, text := do(t, "POST", locked.URL+"/graphql", hello, jsonType, "Accept: "+newer); r.StatusCode != 401 || !strings.HasPrefix(r.Header.Get("Content-Type"), newer) {
		t.Errorf("%d %s", r.StatusCode, text)
	}
}

// TestTokens asks with tokens of an issuer, while it is there and while it is away.
func TestTokens(t *testing.T) {
	issuer := authtest.NewIssuer(t)
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	issuer.Publish("one", &key.PublicKey)
	token := func(id, scope string) string {
		return bearer(authtest.Sign(t, jose.ES256, id, key, map[string]any{
			"iss": issuer.URL, "aud": "clausegraph", "sub": "u-1", "name": "Somebody", "scope": scope, "exp": time.Now().Add(time.Hour).Unix(),
		}))
	}
	keys, _, secrets := keyring(t)
	oidc, err := auth.OpenOIDC(t.Context(), issuer.URL, "clausegraph", discard())
	if err != nil {
		t.Fatal(err)
	}
	s := servertest.New(t, func(c *server.Config) { c.Auth = auth.Checker{Keys: keys, OIDC: oidc} })
	ask := func(header string, status int, code string) {
		t.Helper()
		r, body := do(t, "POST", s.URL+"/graphql", hello, jsonType, header)
		if r.StatusCode != status || status != 200 && !strings.Contains(body, code) || (status == 503) != (r.Header.Get("Retry-After") != "") {
			t.Errorf("%d %s, want %d %s", r.StatusCode, body, status, code)
		}
		if status == 200 {
			if line := logLine(t, s, r.Header.Get("X-Request-Id")); !strings.HasSuffix(fmt.Sprint(line["client"]), code) {
				t.Errorf("the log says %v", line["client"])
			}
		}
	}
	ask(token("one", "clausegraph:read"), 200, "#u-1")
	ask(token("one", "openid"), 403, "FORBIDDEN")
	ask(bearer("x.y.z"), 401, "UNAUTHENTICATED")
	ask(bearer(secrets[auth.Read]), 200, "")
	issuer.Down.Store(true)
	ask(token("one", "clausegraph:read"), 200, "#u-1")
	ask(token("two", "clausegraph:read"), 503, "AUTH_UNAVAILABLE")
	ask(bearer(secrets[auth.Read]), 200, "")
	if strings.Contains(s.Log.String(), "eyJ") {
		t.Error("the log holds a token")
	}
}

// TestCORS plays the pages of an allowed origin, of another, and of none.
func TestCORS(t *testing.T) {
	keys, _, secrets := keyring(t)
	const app, other = "https://app.example.org", "https://evil.example.org"
	s := servertest.New(t, func(c *server.Config) { c.Auth.Keys, c.Origins = keys, []string{app} })
	any := servertest.New(t, func(c *server.Config) { c.Public, c.Origins = true, []string{server.AnyOrigin} })
	read := bearer(secrets[auth.Read])
	for _, c := range []struct {
		server          *servertest.Server
		method, origin  string
		status          int
		allowed, varies string
		headers         []string
	}{
		{s, "OPTIONS", app, 204, app, "Origin", []string{"Access-Control-Request-Method: POST", "Access-Control-Request-Headers: authorization,content-type"}},
		{s, "OPTIONS", other, 204, "", "Origin", []string{"Access-Control-Request-Method: POST"}},
		{s, "POST", app, 200, app, "Origin", []string{read, "Sec-Fetch-Site: cross-site"}},
		{s, "POST", app, 401, app, "Origin", []string{"Sec-Fetch-Site: cross-site"}}, // so that the page can read why
		{s, "POST", other, 403, "", "Origin", []string{read, "Sec-Fetch-Site: cross-site"}},
		{s, "POST", other, 403, "", "Origin", []string{read}},
		{s, "POST", "null", 403, "", "Origin", []string{read}},
		{s, "POST", app + ".evil.example.org", 403, "", "Origin", []string{read}},
		{s, "GET", "", 403, "", "Origin", []string{read, "Sec-Fetch-Site: cross-site"}}, // an image, say
		{any, "POST", other, 200, "*", "", nil},
	} {
		headers := append([]string{jsonType}, c.headers...)
		if c.origin != "" {
			headers = append(headers, "Origin: "+c.origin)
		}
		body, target := hello, c.server.URL+"/graphql"
		if c.method == "GET" {
			body, target = "", target+"?query="+url.QueryEscape("{__typename}")
		}
		r, text := do(t, c.method, target, body, headers...)
		h := r.Header
		if r.StatusCode != c.status || h.Get("Access-Control-Allow-Origin") != c.allowed || !strings.Contains(strings.Join(h["Vary"], ","), c.varies) || h.Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s from %q: %d %v %.100s", c.method, c.origin, r.StatusCode, h, text)
		}
		if c.status == 200 && (!strings.Contains(strings.Join(h["Vary"], ","), "Accept") || !strings.Contains(h.Get("Access-Control-Expose-Headers"), "X-Request-Id")) {
			t.Errorf("%v", h)
		}
	}
}

// TestWhoseLimits sends requests as clients of a proxy, and as strangers who say that they come from one.
func TestWhoseLimits(t *testing.T) {
	s := func(proxies ...string) *servertest.Server {
		return servertest.New(t, func(c *server.Config) {
			for _, p := range proxies {
				c.Proxies = append(c.Proxies, netip.MustParsePrefix(p))
			}
		})
	}
	direct, proxied, chained := s(), s("127.0.0.0/8"), s("127.0.0.1/32", "10.0.0.0/8")
	for _, c := range []struct {
		server    *servertest.Server
		forwarded []string
		client    string
	}{
		{direct, nil, "127.0.0.1"},
		{direct, []string{"203.0.113.7"}, "127.0.0.1"}, // anybody can say so
		{proxied, nil, "127.0.0.1"},
		{proxied, []string{"203.0.113.7"}, "203.0.113.7"},
		{proxied, []string{"198.51.100.1, 203.0.113.7"}, "203.0.113.7"}, // the client said the first
		{proxied, []string{"198.51.100.1", "203.0.113.7"}, "203.0.113.7"},
		{proxied, []string{"203.0.113.7, nonsense"}, "127.0.0.1"},
		{proxied, []string{"::ffff:203.0.113.7"}, "203.0.113.7"},
		{proxied, []string{"2001:db8:1:2:3:4:5:6"}, "2001:db8:1:2::/64"}, // all of one client
		{chained, []string{"198.51.100.1, 203.0.113.7, 10.1.2.3"}, "203.0.113.7"},
		{chained, []string{"10.9.9.9, 10.1.2.3"}, "10.9.9.9"},
	} {
		headers := []string{jsonType}
		for _, f := range c.forwarded {
			headers = append(headers, "X-Forwarded-For: "+f)
		}
		r, _ := do(t, "POST", c.server.URL+"/graphql", hello, headers...)
		if line := logLine(t, c.server, r.Header.Get("X-Request-Id")); line["client"] != c.client {
			t.Errorf("%v: %v, want %s", c.forwarded, line["client"], c.client)
		}
	}
}

// logLine returns what the log says of a request. The line is written after the answer.
func logLine(t *testing.T, s *servertest.Server, id string) map[string]any {
	t.Helper()
	for range 200 {
		for line := range strings.Lines(s.Log.String()) {
			var fields map[string]any
			if json.Unmarshal([]byte(line), &fields) == nil && fields["request"] == id && fields["msg"] == "request" {
				return fields
			}
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatalf("the log does not tell of request %s", id)
	return nil
}

func TestLogTellsOfOperations(t *testing.T) {
	keys, _, secrets := keyring(t)
	s := servertest.New(t, func(c *server.Config) { c.Auth.Keys = keys })
	ask := func(body string) map[string]any {
		r, _ := do(t, "POST", s.URL+"/graphql", body, jsonType, bearer(secrets[auth.Edit]))
		return logLine(t, s, r.Header.Get("X-Request-Id"))
	}
	line := ask(`{"query":"query Hello{standards{ref}}"}`)
	if line["operation"] != "Hello" || line["field"] != "standards" || line["outcome"] != "ok" || line["status"] != 200.0 || line["cost"] != 13.0 ||
		len(line["hash"].(string)) != 12 || !strings.HasPrefix(line["client"].(string), "key:") || line["ms"].(float64) <= 0 {
		t.Errorf("%v", line)
	}
	line = ask(`{"query":"{standard(ref:\"secret-variable\"){ref}}"}`)
	if line["outcome"] != "UNKNOWN_REF" || strings.Contains(fmt.Sprint(line), "secret") {
		t.Errorf("%v", line)
	}
	if line = ask(`{"query":"{x}"}`); line["outcome"] != "GRAPHQL_VALIDATION_FAILED" || line["field"] != "none" {
		t.Errorf("%v", line)
	}
}

// TestTrustedDocuments asks with ids, texts and hashes of documents that are in the manifest, and that are not.
func TestTrustedDocuments(t *testing.T) {
	keys, _, secrets := keyring(t)
	file := filepath.Join(t.TempDir(), "documents.json")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const hash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"
	write(`{"` + hash + `":"query One{standard(ref:\"iso-hs\"){ref}}", "b":"query Two($r:String!){standard(ref:$r){ref}}"}`)
	documents, err := server.OpenTrusted(file)
	if err != nil {
		t.Fatal(err)
	}
	s := servertest.New(t, func(c *server.Config) { c.Trusted, c.Auth.Keys, c.Public = documents, keys, true })
	ask := func(want string, body string, headers ...string) {
		t.Helper()
		if r, text := do(t, "POST", s.URL+"/graphql", body, append(headers, jsonType)...); !strings.Contains(text, want) {
			t.Errorf("%s: %d %s, want %s", body, r.StatusCode, text, want)
		}
	}
	const served, refused, unknown = `{"data":{"standard":{"ref":"iso-hs"}}}`, "DOCUMENT_NOT_TRUSTED", "PERSISTED_QUERY_NOT_FOUND"
	ask(served, `{"documentId":"`+hash+`"}`)
	ask(served, `{"documentId":"sha256:`+hash+`"}`)
	ask(served, `{"doc_id":"b","variables":{"r":"iso-hs"}}`)
	ask(served, `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"`+hash+`"}}}`)
	ask(served, `{"query":"query One{standard(ref:\"iso-hs\"){ref}}"}`)
	ask(unknown, `{"documentId":"c"}`)
	ask(unknown, `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"`+strings.Repeat("0", 64)+`"}}}`)
	ask(refused, `{"query":"{standard(ref:\"iso-hs\"){ref}}"}`)
	ask(refused, `{"documentId":"`+hash+`","query":"{standard(ref:\"iso-hs\"){ref}}"}`)
	ask(refused, `{"query":"{standard(ref:\"iso-hs\"){ref}}"}`, bearer(secrets[auth.Edit]))
	ask(served, `{"query":"{standard(ref:\"iso-hs\"){ref}}"}`, bearer(secrets[auth.Admin]))
	ask(refused, `{"query":"{standard(ref:\"iso-hs\"){ref}}"}`) // although it was answered before
	if r, text := do(t, "GET", s.URL+"/graphql?documentId="+hash, ""); r.StatusCode != 200 || !strings.Contains(text, served) {
		t.Errorf("%d %s", r.StatusCode, text)
	}

	write(`{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"c","name":"Three","type":"query","body":"query Three{standard(ref:\"iso-hs\"){ref}}"}]}`)
	if r, text := do(t, "POST", s.URL+"/admin/reload", "", bearer(secrets[auth.Admin])); r.StatusCode != 200 {
		t.Errorf("%d %s", r.StatusCode, text)
	}
	ask(served, `{"documentId":"c"}`)
	ask(unknown, `{"documentId":"b"}`)

	for text, want := range map[string]string{
		`[]`: "not an object", `{}`: "no document", `{"a":1}`: "not an object", `{"a":"{x}","b":"{y}"}`: "document b:", `{"a":"{"}`: "document a:",
	} {
		write(text)
		if r, body := do(t, "POST", s.URL+"/admin/reload", "", bearer(secrets[auth.Admin])); r.StatusCode != 422 || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s, want %q", text, r.StatusCode, body, want)
		}
		ask(served, `{"documentId":"c"}`)
	}
}

// TestIntrospectionCanBeSwitchedOff asks for the schema in all ways, with and without the scope for it.
func TestIntrospectionCanBeSwitchedOff(t *testing.T) {
	keys, _, secrets := keyring(t)
	s := servertest.New(t, func(c *server.Config) { c.NoIntrospection, c.Auth.Keys, c.Public = true, keys, true })
	for _, document := range []string{
		`{__schema{queryType{name}}}`, `{__type(name:\"Query\"){name}}`, `{...on Query{a:__schema{queryType{name}}}}`, `{...F} fragment F on Query{__schema{queryType{name}}}`,
	} {
		body := `{"query":"` + document + `"}`
		if r, text := do(t, "POST", s.URL+"/graphql", body, jsonType, "Accept: "+newer); r.StatusCode != 400 || !strings.Contains(text, "INTROSPECTION_DISABLED") || strings.Contains(text, "data") {
			t.Errorf("%s: %d %s", document, r.StatusCode, text)
		}
		if r, text := do(t, "POST", s.URL+"/graphql", body, jsonType, bearer(secrets[auth.Admin])); r.StatusCode != 200 || !strings.Contains(text, `"Query"`) {
			t.Errorf("%s as admin: %d %s", document, r.StatusCode, text)
		}
	}
	if r, _ := do(t, "GET", s.URL+"/schema.graphql", ""); r.StatusCode != 404 {
		t.Errorf("the schema is still at /schema.graphql: %d", r.StatusCode)
	}
	if a := s.Query(t, "{__typename}", nil); a.Status != 200 || len(a.Errors) > 0 {
		t.Errorf("%+v", a)
	}
}

// TestBudgets spends what a client has, by cost, and looks at another client.
func TestBudgets(t *testing.T) {
	keys, _, secrets := keyring(t)
	s := servertest.New(t, func(c *server.Config) {
		c.Auth.Keys, c.Public, c.Limits.Rate, c.Limits.Burst = keys, true, 100, 4000
		c.AnswerCache = server.NoAnswerCache // so that it costs the same each time
	})
	const dear = `{"query":"{mappings(first:400){edges{node{ref sources{ref} targets{ref}}}}}"}`
	ask := func(body string, status int, headers ...string) {
		t.Helper()
		r, text := do(t, "POST", s.URL+"/graphql", body, append(headers, jsonType)...)
		if r.StatusCode != status || (status == 429) != (r.Header.Get("Retry-After") != "") || status == 429 && !strings.Contains(text, "RATE_LIMITED") {
			t.Errorf("%s %v: %d %v %.100s, want %d", body, headers, r.StatusCode, r.Header, text, status)
		}
	}
	read := bearer(secrets[auth.Read])
	ask(dear, 200)
	ask(dear, 429)
	ask(dear, 200, read)
	ask(dear, 429, read)
	ask(hello, 200, bearer(secrets[auth.Edit]))
	for range 5 { // what is cheap is spent by and by as well
		do(t, "POST", s.URL+"/graphql", dear, jsonType)
	}
	guessed := 0
	for range 20 {
		if r, _ := do(t, "POST", s.URL+"/graphql", hello, jsonType, bearer("cg_guess_"+strings.Repeat("x", 52))); r.StatusCode == 429 {
			guessed++
		}
	}
	if guessed < 19 {
		t.Errorf("%d of 20 guesses of a key were refused unread", guessed)
	}
	ask(hello, 200, bearer(secrets[auth.Edit])) // who has a key does not pay for guesses from the same address
}
