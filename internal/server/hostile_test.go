package server_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

func discard() *slog.Logger { return slog.New(slog.DiscardHandler) }

// numbered joins n pieces, each made with its number.
func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.NewReplacer("#", fmt.Sprint(i), "@", fmt.Sprint(i+1)).Replace(format))
	}
	return b.String()
}

func query(document string) string {
	body, err := json.Marshal(map[string]any{"query": document})
	if err != nil {
		panic(err)
	}
	return string(body)
}

func gzipped(n int) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(bytes.Repeat([]byte(" "), n))
	_ = z.Close()
	return b.String()
}

// bearable is how much work one hostile request may be, in processor time of server and client together, so that it does
// not matter what else the machine does. The worst of them take a tenth of it; what the limits do not stop takes minutes.
const bearable = time.Second * slowdown

// cpu returns the processor time that the process has used.
func cpu(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

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
	const (
		limit = "LIMIT_EXCEEDED"
		bad   = "BAD_REQUEST"
		valid = "GRAPHQL_VALIDATION_FAILED"
		parse = "GRAPHQL_PARSE_FAILED"
	)
	gap := `gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023")`
	for _, c := range []struct {
		name, body string // of a POST, or after "GET ?" the query of a URL
		status     int
		code       string
		headers    []string
	}{
		{"deep fields", query("{requirement(ref:\"iso-hs/4\")" + strings.Repeat("{parent", 100) + "{ref}" + strings.Repeat("}", 101)), 400, limit, nil},
		{"deep braces", query(strings.Repeat("{a", 9000)), 400, limit, nil},
		{"deep list literal", query("{nodes(ids:" + strings.Repeat("[", 9000) + "){id}}"), 400, limit, nil},
		{"deep inline fragments", query("{" + strings.Repeat("...{", 999) + "__typename" + strings.Repeat("}", 1000)), 400, limit, nil},
		{"aliases", query("{" + numbered(200, "a#:__typename ") + "}"), 400, limit, nil},
		{"the same field", query("{" + strings.Repeat("__typename ", 1900) + "}"), 400, limit, nil},
		{"the same field, with a selection", query("{" + strings.Repeat("revision{hash} ", 900) + "}"), 400, limit, nil},
		{"directives", query("{__typename " + strings.Repeat("@skip(if:false)", 400) + "}"), 400, limit, nil},
		{"tokens", query("{" + strings.Repeat("a ", 5000) + "}"), 400, limit, nil},
		{"operations", query(numbered(100, "query A#{__typename} ")), 400, limit, nil},
		{"fragment cycle", query("{...A} fragment A on Query{...B} fragment B on Query{...A}"), 400, valid, nil},
		{"fragment of itself", query("{...A} fragment A on Query{...A}"), 400, valid, nil},
		{"fragment chain", query("{...F0}" + numbered(300, " fragment F# on Query{...F@}") + " fragment F300 on Query{__typename}"), 400, limit, nil},
		{"fragment doubling", query("{...F0}" + numbered(30, " fragment F# on Query{...F@ a#:__typename ...F@}") + " fragment F30 on Query{__typename}"), 400, limit, nil},
		{"inline fragments in squares", query("{" + strings.Repeat("...{"+strings.Repeat("...{__typename}", 30)+"}", 30) + "}"), 400, limit, nil},
		{"wrong fields", query("{" + numbered(400, "zz# ") + "}"), 400, valid, nil},
		{"long name", query("{" + strings.Repeat("z", 30_000) + "}"), 400, valid, nil},
		{"long document", query("{__typename #" + strings.Repeat("x", 40_000) + "\n}"), 400, limit, nil},
		{"introspection in circles", query("{__schema{types" + strings.Repeat("{fields{type", 6) + "{name}" + strings.Repeat("}}", 6) + "}}"), 400, valid, nil},
		{"dear pages", query("{" + gap + "{items(first:500){edges{node{proof{premises{premises{premises{premises{premises{premises{rule}}}}}}}}}}}}"), 400, limit, nil},
		{"dear analyses", query("{" + numbered(50, "a#:"+gap+"{items(first:500){edges{node{proof{steps{rule}}}}}}") + "}"), 400, limit, nil},
		{"largest number", query("{mappings(first:2147483647){totalCount}}"), 200, "BAD_INPUT", nil},
		{"larger number", query("{mappings(first:99999999999999999999999){totalCount}}"), 400, valid, nil},
		{"smallest number", query("{mappings(last:-2147483648){totalCount}}"), 200, "BAD_INPUT", nil},
		{"many ids", `{"query":"query($i:[ID!]!){nodes(ids:$i){id}}","variables":{"i":[` + strings.Repeat(`"x",`, 50_000) + `"x"]}}`, 200, limit, nil},
		{"many held", `{"query":"query($h:[String!]!){` + strings.ReplaceAll(`gapAnalysis(held:$h,target:"isms-p-2023"){summary{full}}`, `"`, `\"`) + `}","variables":{"h":[` + strings.Repeat(`"iso-27001-2022/A.5.17",`, 10_000) + `"isms-2023"]}}`, 200, "", nil},
		{"many held that do not exist", `{"query":"query($h:[String!]!){` + strings.ReplaceAll(`gapAnalysis(held:$h,target:"isms-p-2023"){summary{full}}`, `"`, `\"`) + `}","variables":{"h":[` + numbered(10_000, `"iso-27001-2022/x#",`) + `"isms-2023"]}}`, 200, "UNKNOWN_REF", nil},
		{"deep variable", `{"query":"query($i:[ID!]!){nodes(ids:$i){id}}","variables":{"i":` + strings.Repeat("[", 50_000) + strings.Repeat("]", 50_000) + `}}`, 400, "", nil},
		{"large variable", `{"query":"query($q:String!){search(query:$q){totalCount}}","variables":{"q":"` + strings.Repeat("가", 60_000) + `"}}`, 200, "BAD_INPUT", nil},
		{"unused variables", `{"query":"{__typename}","variables":{` + numbered(10_000, `"v#":#,`) + `"x":1}}`, 200, "", nil},
		{"search with every sign", query(`{search(query:"+-=&|><!(){}[]^\"~*?:\\/ .*"){totalCount}}`), 200, "BAD_INPUT", nil},
		{"search with stars", query(`{search(query:"` + strings.Repeat("a* ", 130) + `"){totalCount}}`), 200, "", nil},
		{"defer", query("{...@defer{__typename}}"), 400, valid, nil},
		{"unknown operation", `{"query":"query A{__typename}","operationName":"B"}`, 400, valid, nil},
		{"long operation name", `{"query":"query A{__typename}","operationName":"` + strings.Repeat("B", 100_000) + `"}`, 400, bad, nil},
		{"mutation", query("mutation{undoTo(input:{expectedRevision:1,number:1}){accepted}}"), 200, "FORBIDDEN", nil},
		{"subscription", query("subscription{__typename}"), 400, valid, nil},
		{"batch", "[" + query("{__typename}") + "," + query("{__typename}") + "]", 400, bad, nil},
		{"text after the object", query("{__typename}") + "{}", 400, bad, nil},
		{"null", "null", 400, bad, nil},
		{"nothing", "", 400, bad, nil},
		{"deep JSON", strings.Repeat(`{"query":`, 20_000), 400, bad, nil},
		{"deep JSON list", `{"variables":` + strings.Repeat("[", 200_000), 400, bad, nil},
		{"10 MB", strings.Repeat(" ", 10<<20), 413, "PAYLOAD_TOO_LARGE", nil},
		{"10 MB of query", `{"query":"` + strings.Repeat("{", 10<<20), 413, "PAYLOAD_TOO_LARGE", nil},
		{"compressed bomb", gzipped(50 << 20), 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Encoding: gzip"}},
		{"invalid UTF-8", "{\"query\":\"{__typename\xff}\"}", 400, bad, nil},
		{"NUL", "{\"query\":\"{__typename\x00}\"}", 400, bad, nil},
		{"escaped NUL", `{"query":"{__typename\u0000}"}`, 400, parse, nil},
		{"byte order mark", "\ufeff" + query("{__typename}"), 400, bad, nil},
		{"lone surrogate", `{"query":"{search(query:\"\ud800\"){totalCount}}"}`, 200, "BAD_INPUT", nil},
		{"other charset", query("{__typename}"), 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: application/json; charset=utf-16"}},
		{"multipart", "--x\r\n\r\n--x--", 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: multipart/form-data; boundary=x"}},
		{"header flood", query("{__typename}"), 431, "", []string{"X: " + strings.Repeat("x", 1<<21)}},
		{"1,000 wrong fields", query("{" + numbered(1000, "zz# ") + "}"), 400, limit, nil},
		{"wrong arguments", query("{" + numbered(200, "revision(zz#:1){hash} ") + "}"), 400, valid, nil},
		{"a field that is nearly right", query("{standrads{ref}}"), 400, valid, nil},
		{"too many values in variables", `{"query":"{__typename}","variables":{"i":[` + strings.Repeat("1,", 110_000) + `1]}}`, 400, limit, nil},
		{"variables nested deep", `{"query":"{__typename}","variables":{"i":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}}`, 400, limit, nil},
		{"list in list in list literal", query("{nodes(ids:" + strings.Repeat("[", 500) + strings.Repeat("]", 500) + "){id}}"), 400, valid, nil},
		{"many controls", `{"query":"query($c:[ControlInput!]){` + strings.ReplaceAll(`gapAnalysis(held:[],controls:$c,target:"isms-p-2023"){summary{full}}`, `"`, `\"`) + `}","variables":{"c":[` + numbered(5_001, `{"id":"#","title":"y","status":"PLANNED"},`) + `{"id":"z","title":"y","status":"PLANNED"}]}}`, 200, "BAD_INPUT", nil},
		{"directives on all", query("query @skip(if:true)" + strings.Repeat("@include(if:true)", 400) + "{__typename}"), 400, limit, nil},
		{"unknown directives", query("{__typename" + strings.Repeat(" @x", 60) + "}"), 400, limit, nil},
		{"many unused fragments", query("{__typename}" + numbered(100, " fragment F# on Query{__typename}")), 400, limit, nil},
		{"block text", query(`{search(query:"""` + strings.Repeat(`\u{1F600}`, 2000) + `"""){totalCount}}`), 200, "BAD_INPUT", nil},
		{"text that does not end", query(`{search(query:"` + strings.Repeat("a", 30_000)), 400, parse, nil},
		{"right to left and no characters", query("{search(query:\"\u202e\ufeff\u200b\ufffe\"){totalCount}}"), 200, "BAD_INPUT", nil},
		{"the same name twice", `{"query":"{x}","query":"{__typename}"}`, 200, "", nil},
		{"numbers without end", `{"query":"query($n:Int){mappings(first:$n){totalCount}}","variables":{"n":1` + strings.Repeat("0", 200_000) + `}}`, 400, valid, nil},
		{"a fraction without end", `{"query":"query($n:Int){mappings(first:$n){totalCount}}","variables":{"n":0.` + strings.Repeat("1", 200_000) + `}}`, 400, valid, nil},
		{"an exponent", `{"query":"query($n:Int){mappings(first:$n){totalCount}}","variables":{"n":1e999999999}}`, 400, valid, nil},
		{"text for JSON", "query=%7B__typename%7D", 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: text/plain"}},
		{"a form", "query=%7B__typename%7D", 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: application/x-www-form-urlencoded"}},
		{"a media type that is none", query("{__typename}"), 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: " + strings.Repeat("a/b;", 2000)}},
		{"Accept without end", query("{__typename}"), 406, "NOT_ACCEPTABLE", []string{"Accept: " + strings.Repeat("text/x;q=0.1,", 1000)}},
		{"POST from another site", query("{__typename}"), 403, "CROSS_SITE", []string{"Sec-Fetch-Site: cross-site"}},
		{"POST from another origin", query("{__typename}"), 403, "CROSS_SITE", []string{"Origin: https://example.org"}},
		{"GET from another site", "GET ?query={__typename}", 403, "CROSS_SITE", []string{"Sec-Fetch-Site: cross-site"}},
		{"GET from another origin", "GET ?query={__typename}", 403, "CROSS_SITE", []string{"Origin: null"}},
		{"GET of a mutation", "GET ?query=mutation{__typename}", 405, "METHOD_NOT_ALLOWED", nil},
		{"GET of nothing", "GET ?", 400, bad, nil},
		{"GET with broken escapes", "GET ?query=%zz", 400, bad, nil},
		{"GET with invalid UTF-8", "GET ?query=%ff", 400, bad, nil},
		{"GET with variables nested deep", "GET ?query={__typename}&variables=" + strings.Repeat("[", 10_000), 400, bad, nil},
		{"GET of a long query", "GET ?query=" + strings.Repeat("a", 17<<10), 414, "URI_TOO_LONG", nil},
		{"GET without end", "GET ?query=" + strings.Repeat("a", 2<<20), 431, "", nil},
		{"many headers", query("{__typename}"), 431, "", strings.Split(strings.TrimSuffix(numbered(5_000, "X-#: y\n"), "\n"), "\n")},
		{"many small headers", query("{__typename}"), 200, "", strings.Split(strings.TrimSuffix(numbered(300, "X-#: y\n"), "\n"), "\n")},
		{"a key without end", query("{__typename}"), 200, "", []string{"Authorization: Bearer " + strings.Repeat("x", 10_000)}},
		{"persisted by another's hash", `{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + strings.Repeat("0", 64) + `"}}}`, 400, "BAD_INPUT", nil},
		{"persisted, no object", `{"extensions":{"persistedQuery":[1]}}`, 400, "BAD_INPUT", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			headers := c.headers
			for _, standard := range []string{"Accept: application/graphql-response+json", "Content-Type: application/json"} {
				if name, _, _ := strings.Cut(standard, ":"); !strings.Contains(strings.Join(headers, "|"), name) {
					headers = append(headers, standard)
				}
			}
			method, target, sent := "POST", s.URL+"/graphql", c.body
			if q, ok := strings.CutPrefix(c.body, "GET ?"); ok {
				method, target, sent = "GET", target+"?"+q, ""
			}
			room, before := heap(), cpu(t)
			r, body := do(t, method, target, sent, headers...)
			took := cpu(t) - before
			sent = ""
			if rest := heap() - room; rest > restAfterOne {
				t.Errorf("%d kB stay in memory", rest>>10)
			}
			if took > bearable {
				t.Errorf("%v of work", took)
			}
			if took > worst {
				worst, dearest = took, c.name
			}
			if r.StatusCode != c.status || !strings.Contains(body, c.code) || c.code == "" && strings.Contains(body, `"code"`) && c.status == 200 {
				t.Errorf("%d %.300s; want %d %s", r.StatusCode, body, c.status, c.code)
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
