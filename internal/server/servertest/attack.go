package servertest

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"strings"
)

// Attack is a request that an attacker sends to /graphql.
type Attack struct {
	Name    string
	Body    string // of a POST, or after "GET ?" the query of a URL
	Status  int    // of the answer that it deserves
	Code    string // of the error in it; "" where there is none
	Headers []string
}

// Request returns the attack as a method, a target and a body, with its headers and those that every request has.
func (a Attack) Request() (method, target, body string, headers []string) {
	headers = a.Headers
	for _, standard := range []string{"Accept: application/graphql-response+json", "Content-Type: application/json"} {
		if name, _, _ := strings.Cut(standard, ":"); !strings.Contains(strings.Join(headers, "|"), name) {
			headers = append(headers, standard)
		}
	}
	if q, ok := strings.CutPrefix(a.Body, "GET ?"); ok {
		return "GET", "/graphql?" + q, "", headers
	}
	return "POST", "/graphql", a.Body, headers
}

// Numbered joins n pieces, each made with its number for # and the next one for @.
func Numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.NewReplacer("#", fmt.Sprint(i), "@", fmt.Sprint(i+1)).Replace(format))
	}
	return b.String()
}

// Body returns the body of a request for a document.
func Body(document string) string {
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

// Attacks are what attackers send to a server with the standard limits that takes no changes and asks for no keys.
func Attacks() []Attack {
	const (
		limit = "LIMIT_EXCEEDED"
		bad   = "BAD_REQUEST"
		valid = "GRAPHQL_VALIDATION_FAILED"
		parse = "GRAPHQL_PARSE_FAILED"
	)
	gap := `gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023")`
	return []Attack{
		{"deep fields", Body("{requirement(ref:\"iso-hs/4\")" + strings.Repeat("{parent", 100) + "{ref}" + strings.Repeat("}", 101)), 400, limit, nil},
		{"deep braces", Body(strings.Repeat("{a", 9000)), 400, limit, nil},
		{"deep list literal", Body("{nodes(ids:" + strings.Repeat("[", 9000) + "){id}}"), 400, limit, nil},
		{"deep inline fragments", Body("{" + strings.Repeat("...{", 999) + "__typename" + strings.Repeat("}", 1000)), 400, limit, nil},
		{"aliases", Body("{" + Numbered(200, "a#:__typename ") + "}"), 400, limit, nil},
		{"the same field", Body("{" + strings.Repeat("__typename ", 1900) + "}"), 400, limit, nil},
		{"the same field, with a selection", Body("{" + strings.Repeat("revision{hash} ", 900) + "}"), 400, limit, nil},
		{"directives", Body("{__typename " + strings.Repeat("@skip(if:false)", 400) + "}"), 400, limit, nil},
		{"tokens", Body("{" + strings.Repeat("a ", 5000) + "}"), 400, limit, nil},
		{"operations", Body(Numbered(100, "query A#{__typename} ")), 400, limit, nil},
		{"fragment cycle", Body("{...A} fragment A on Query{...B} fragment B on Query{...A}"), 400, valid, nil},
		{"fragment of itself", Body("{...A} fragment A on Query{...A}"), 400, valid, nil},
		{"fragment chain", Body("{...F0}" + Numbered(300, " fragment F# on Query{...F@}") + " fragment F300 on Query{__typename}"), 400, limit, nil},
		{"fragment doubling", Body("{...F0}" + Numbered(30, " fragment F# on Query{...F@ a#:__typename ...F@}") + " fragment F30 on Query{__typename}"), 400, limit, nil},
		{"inline fragments in squares", Body("{" + strings.Repeat("...{"+strings.Repeat("...{__typename}", 30)+"}", 30) + "}"), 400, limit, nil},
		{"wrong fields", Body("{" + Numbered(400, "zz# ") + "}"), 400, valid, nil},
		{"long name", Body("{" + strings.Repeat("z", 30_000) + "}"), 400, valid, nil},
		{"long document", Body("{__typename #" + strings.Repeat("x", 40_000) + "\n}"), 400, limit, nil},
		{"introspection in circles", Body("{__schema{types" + strings.Repeat("{fields{type", 6) + "{name}" + strings.Repeat("}}", 6) + "}}"), 400, valid, nil},
		{"dear pages", Body("{" + gap + "{items(first:500){edges{node{proof{premises{premises{premises{premises{premises{premises{rule}}}}}}}}}}}}"), 400, limit, nil},
		{"dear analyses", Body("{" + Numbered(50, "a#:"+gap+"{items(first:500){edges{node{proof{steps{rule}}}}}}") + "}"), 400, limit, nil},
		{"largest number", Body("{mappings(first:2147483647){totalCount}}"), 200, "BAD_INPUT", nil},
		{"larger number", Body("{mappings(first:99999999999999999999999){totalCount}}"), 400, valid, nil},
		{"smallest number", Body("{mappings(last:-2147483648){totalCount}}"), 200, "BAD_INPUT", nil},
		{"many ids", `{"query":"query($i:[ID!]!){nodes(ids:$i){id}}","variables":{"i":[` + strings.Repeat(`"x",`, 50_000) + `"x"]}}`, 200, limit, nil},
		{"many held", `{"query":"query($h:[String!]!){` + strings.ReplaceAll(`gapAnalysis(held:$h,target:"isms-p-2023"){summary{full}}`, `"`, `\"`) + `}","variables":{"h":[` + strings.Repeat(`"iso-27001-2022/A.5.17",`, 10_000) + `"isms-2023"]}}`, 200, "", nil},
		{"many held that do not exist", `{"query":"query($h:[String!]!){` + strings.ReplaceAll(`gapAnalysis(held:$h,target:"isms-p-2023"){summary{full}}`, `"`, `\"`) + `}","variables":{"h":[` + Numbered(10_000, `"iso-27001-2022/x#",`) + `"isms-2023"]}}`, 200, "UNKNOWN_REF", nil},
		{"deep variable", `{"query":"query($i:[ID!]!){nodes(ids:$i){id}}","variables":{"i":` + strings.Repeat("[", 50_000) + strings.Repeat("]", 50_000) + `}}`, 400, "", nil},
		{"large variable", `{"query":"query($q:String!){search(query:$q){totalCount}}","variables":{"q":"` + strings.Repeat("가", 60_000) + `"}}`, 200, "BAD_INPUT", nil},
		{"unused variables", `{"query":"{__typename}","variables":{` + Numbered(10_000, `"v#":#,`) + `"x":1}}`, 200, "", nil},
		{"search with every sign", Body(`{search(query:"+-=&|><!(){}[]^\"~*?:\\/ .*"){totalCount}}`), 200, "BAD_INPUT", nil},
		{"search with stars", Body(`{search(query:"` + strings.Repeat("a* ", 130) + `"){totalCount}}`), 200, "", nil},
		{"defer", Body("{...@defer{__typename}}"), 400, valid, nil},
		{"unknown operation", `{"query":"query A{__typename}","operationName":"B"}`, 400, valid, nil},
		{"long operation name", `{"query":"query A{__typename}","operationName":"` + strings.Repeat("B", 100_000) + `"}`, 400, bad, nil},
		{"mutation", Body("mutation{undoTo(input:{expectedRevision:1,number:1}){accepted}}"), 200, "FORBIDDEN", nil},
		{"subscription", Body("subscription{__typename}"), 400, valid, nil},
		{"batch", "[" + Body("{__typename}") + "," + Body("{__typename}") + "]", 400, bad, nil},
		{"text after the object", Body("{__typename}") + "{}", 400, bad, nil},
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
		{"byte order mark", "\ufeff" + Body("{__typename}"), 400, bad, nil},
		{"lone surrogate", `{"query":"{search(query:\"\ud800\"){totalCount}}"}`, 200, "BAD_INPUT", nil},
		{"other charset", Body("{__typename}"), 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: application/json; charset=utf-16"}},
		{"multipart", "--x\r\n\r\n--x--", 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: multipart/form-data; boundary=x"}},
		{"header flood", Body("{__typename}"), 431, "", []string{"X: " + strings.Repeat("x", 1<<21)}},
		{"1,000 wrong fields", Body("{" + Numbered(1000, "zz# ") + "}"), 400, limit, nil},
		{"wrong arguments", Body("{" + Numbered(200, "revision(zz#:1){hash} ") + "}"), 400, valid, nil},
		{"a field that is nearly right", Body("{standrads{ref}}"), 400, valid, nil},
		{"too many values in variables", `{"query":"{__typename}","variables":{"i":[` + strings.Repeat("1,", 110_000) + `1]}}`, 400, limit, nil},
		{"variables nested deep", `{"query":"{__typename}","variables":{"i":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}}`, 400, limit, nil},
		{"list in list in list literal", Body("{nodes(ids:" + strings.Repeat("[", 500) + strings.Repeat("]", 500) + "){id}}"), 400, valid, nil},
		{"many controls", `{"query":"query($c:[ControlInput!]){` + strings.ReplaceAll(`gapAnalysis(held:[],controls:$c,target:"isms-p-2023"){summary{full}}`, `"`, `\"`) + `}","variables":{"c":[` + Numbered(5_001, `{"id":"#","title":"y","status":"PLANNED"},`) + `{"id":"z","title":"y","status":"PLANNED"}]}}`, 200, "BAD_INPUT", nil},
		{"directives on all", Body("query @skip(if:true)" + strings.Repeat("@include(if:true)", 400) + "{__typename}"), 400, limit, nil},
		{"unknown directives", Body("{__typename" + strings.Repeat(" @x", 60) + "}"), 400, limit, nil},
		{"many unused fragments", Body("{__typename}" + Numbered(100, " fragment F# on Query{__typename}")), 400, limit, nil},
		{"block text", Body(`{search(query:"""` + strings.Repeat(`\u{1F600}`, 2000) + `"""){totalCount}}`), 200, "BAD_INPUT", nil},
		{"text that does not end", Body(`{search(query:"` + strings.Repeat("a", 30_000)), 400, parse, nil},
		{"right to left and no characters", Body("{search(query:\"\u202e\ufeff\u200b\ufffe\"){totalCount}}"), 200, "BAD_INPUT", nil},
		{"the same name twice", `{"query":"{x}","query":"{__typename}"}`, 200, "", nil},
		{"numbers without end", `{"query":"query($n:Int){mappings(first:$n){totalCount}}","variables":{"n":1` + strings.Repeat("0", 200_000) + `}}`, 400, valid, nil},
		{"a fraction without end", `{"query":"query($n:Int){mappings(first:$n){totalCount}}","variables":{"n":0.` + strings.Repeat("1", 200_000) + `}}`, 400, valid, nil},
		{"an exponent", `{"query":"query($n:Int){mappings(first:$n){totalCount}}","variables":{"n":1e999999999}}`, 400, valid, nil},
		{"text for JSON", "query=%7B__typename%7D", 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: text/plain"}},
		{"a form", "query=%7B__typename%7D", 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: application/x-www-form-urlencoded"}},
		{"a media type that is none", Body("{__typename}"), 415, "UNSUPPORTED_MEDIA_TYPE", []string{"Content-Type: " + strings.Repeat("a/b;", 2000)}},
		{"Accept without end", Body("{__typename}"), 406, "NOT_ACCEPTABLE", []string{"Accept: " + strings.Repeat("text/x;q=0.1,", 1000)}},
		{"POST from another site", Body("{__typename}"), 403, "CROSS_SITE", []string{"Sec-Fetch-Site: cross-site"}},
		{"POST from another origin", Body("{__typename}"), 403, "CROSS_SITE", []string{"Origin: https://example.org"}},
		{"GET from another site", "GET ?query={__typename}", 403, "CROSS_SITE", []string{"Sec-Fetch-Site: cross-site"}},
		{"GET from another origin", "GET ?query={__typename}", 403, "CROSS_SITE", []string{"Origin: null"}},
		{"GET of a mutation", "GET ?query=mutation{__typename}", 405, "METHOD_NOT_ALLOWED", nil},
		{"GET of nothing", "GET ?", 400, bad, nil},
		{"GET with broken escapes", "GET ?query=%zz", 400, bad, nil},
		{"GET with invalid UTF-8", "GET ?query=%ff", 400, bad, nil},
		{"GET with variables nested deep", "GET ?query={__typename}&variables=" + strings.Repeat("[", 10_000), 400, bad, nil},
		{"GET of a long query", "GET ?query=" + strings.Repeat("a", 17<<10), 414, "URI_TOO_LONG", nil},
		{"GET without end", "GET ?query=" + strings.Repeat("a", 2<<20), 431, "", nil},
		{"many headers", Body("{__typename}"), 431, "", strings.Split(strings.TrimSuffix(Numbered(5_000, "X-#: y\n"), "\n"), "\n")},
		{"many small headers", Body("{__typename}"), 200, "", strings.Split(strings.TrimSuffix(Numbered(300, "X-#: y\n"), "\n"), "\n")},
		{"a key without end", Body("{__typename}"), 200, "", []string{"Authorization: Bearer " + strings.Repeat("x", 10_000)}},
		{"persisted by another's hash", `{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + strings.Repeat("0", 64) + `"}}}`, 400, "BAD_INPUT", nil},
		{"persisted, no object", `{"extensions":{"persistedQuery":[1]}}`, 400, "BAD_INPUT", nil},
	}
}
