package server_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
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

// unbearable is what no answer may take. An honest machine needs a tenth of a second for the worst of them; the race
// detector on a busy one ten times that. What the limits do not stop takes minutes.
const unbearable = 5 * time.Second

// TestHostileInput sends what attackers send. Each is answered soon, with the status it deserves, in few
// bytes and without words from inside; and the next honest request is served.
func TestHostileInput(t *testing.T) {
	s := servertest.New(t)
	const (
		limit = "LIMIT_EXCEEDED"
		bad   = "BAD_REQUEST"
		valid = "GRAPHQL_VALIDATION_FAILED"
		parse = "GRAPHQL_PARSE_FAILED"
	)
	gap := `gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023")`
	for _, c := range []struct {
		name, body string
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
		{"mutation", query("mutation{__typename}"), 400, valid, nil},
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
		{"persisted, no object", `{"extensions":{"persistedQuery":[1]}}`, 400, "BAD_INPUT", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			headers := append([]string{"Accept: application/graphql-response+json"}, c.headers...)
			if !strings.Contains(strings.Join(headers, "|"), "Content-Type") {
				headers = append(headers, "Content-Type: application/json")
			}
			start := time.Now()
			r, body := do(t, "POST", s.URL+"/graphql", c.body, headers...)
			if took := time.Since(start); took > unbearable {
				t.Errorf("took %v", took)
			}
			if r.StatusCode != c.status || !strings.Contains(body, c.code) || c.code == "" && strings.Contains(body, `"code"`) && c.status == 200 {
				t.Errorf("%d %.300s; want %d %s", r.StatusCode, body, c.status, c.code)
			}
			if len(body) > 10_000 || strings.Contains(body, "INTERNAL") || strings.Contains(body, ".go:") || strings.Contains(body, "goroutine") {
				t.Errorf("%d bytes: %.300s", len(body), body)
			}
			if a := s.Query(t, "{ revision { number } }", nil); a.Status != http.StatusOK || len(a.Errors) > 0 {
				t.Errorf("afterwards: %d %v", a.Status, a.Errors)
			}
		})
	}
}

// TestSlowHeaders holds a connection open without finishing its headers; the server does not wait for long.
func TestSlowHeaders(t *testing.T) {
	if testing.Short() {
		t.Skip("takes three seconds")
	}
	t.Parallel()
	addr := run(t)
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: "); err != nil {
		t.Fatal(err)
	}
	if err := conn.SetReadDeadline(time.Now().Add(8 * time.Second)); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if _, err := io.Copy(io.Discard, conn); err != nil {
		t.Errorf("after %v: %v", time.Since(start), err)
	}
}
