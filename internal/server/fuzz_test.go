package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// failures is a log that keeps what the operator has to know.
type failures struct {
	slog.Handler

	told *[]string
}

func (failures) Enabled(_ context.Context, l slog.Level) bool { return l >= slog.LevelError }

func (f failures) Handle(_ context.Context, r slog.Record) error {
	text := r.Message
	r.Attrs(func(a slog.Attr) bool { text += " " + a.String(); return true })
	*f.told = append(*f.told, text)
	return nil
}

// door is the real handler, which is asked without a network.
type door struct {
	http.Handler

	told *[]string
}

func newDoor(f *testing.F) door {
	d := door{told: new([]string)}
	data := new(server.Data)
	data.Store(servertest.Data(f))
	d.Handler = server.New(server.Config{
		Data: data, Logger: slog.New(failures{slog.DiscardHandler, d.told}), AnswerCache: server.NoAnswerCache,
		Clock: func() time.Time { return servertest.Today },
	})
	return d
}

// send sends a request. Whatever is in it, the answer has a status that the client can do something about, and nothing
// failed inside.
func (d door) send(t *testing.T, method, target string, body []byte) (int, []byte) {
	t.Helper()
	*d.told = nil
	r := httptest.NewRequest(method, "/", bytes.NewReader(body))
	r.URL.Path, r.URL.RawQuery, _ = strings.Cut(target, "?")
	r.Host, r.RemoteAddr = "localhost", "127.0.0.1:4711"
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json, text/event-stream")
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	said := w.Body.Bytes()
	if w.Code >= 500 && w.Code != http.StatusServiceUnavailable || bytes.Contains(said, []byte("INTERNAL")) || bytes.Contains(said, []byte("internal error")) {
		t.Errorf("%d %.500s", w.Code, said)
	}
	if len(*d.told) > 0 {
		t.Errorf("the log: %.2000s", *d.told)
	}
	return w.Code, said
}

// graphql sends a request for GraphQL, whose answer is JSON with data or errors.
func (d door) graphql(t *testing.T, method, target string, body []byte) {
	t.Helper()
	status, said := d.send(t, method, target, body)
	var answer struct {
		Data   json.RawMessage
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal(said, &answer); err != nil {
		t.Fatalf("%d %v: %.300q", status, err, said)
	}
	for _, e := range answer.Errors {
		if e.Message == "" || e.Extensions.Code == "" {
			t.Errorf("%d, an error without a message or a code: %.500s", status, said)
		}
	}
	if len(answer.Data) == 0 && len(answer.Errors) == 0 {
		t.Errorf("%d, neither data nor errors: %.300s", status, said)
	}
}

// documents are those of the documentation.
func documents(f *testing.F) []string {
	text, err := os.ReadFile("../../docs/graphql.md")
	if err != nil {
		f.Fatal(err)
	}
	var list []string
	for _, block := range regexp.MustCompile("(?ms)^```graphql\n(.*?)^```$").FindAllStringSubmatch(string(text), -1) {
		list = append(list, block[1])
	}
	return list
}

// FuzzRequest: any body of a POST.
func FuzzRequest(f *testing.F) {
	var seeds [][]byte
	for _, d := range documents(f) {
		seeds = append(seeds, []byte(servertest.Body(d)))
	}
	for _, a := range servertest.Attacks() {
		if len(a.Body) < 4<<10 && !strings.HasPrefix(a.Body, "GET ?") {
			seeds = append(seeds, []byte(a.Body))
		}
	}
	fuzz.Bytes(f, seeds...)
	d := newDoor(f)
	f.Fuzz(func(t *testing.T, body []byte) { d.graphql(t, "POST", "/graphql", body) })
}

// FuzzURL: any query of a GET.
func FuzzURL(f *testing.F) {
	seeds := []string{"query={__typename}", "query={revision{hash}}&variables={}&operationName=", "query=query($q:String!){search(query:$q){totalCount}}&variables={\"q\":\"a\"}", "extensions={\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"ab\"}}", "documentId=x", "doc_id=sha256:x&query={__typename}"}
	for _, a := range servertest.Attacks() {
		if q, ok := strings.CutPrefix(a.Body, "GET ?"); ok && len(q) < 4<<10 {
			seeds = append(seeds, q)
		}
	}
	fuzz.Texts(f, seeds...)
	d := newDoor(f)
	f.Fuzz(func(t *testing.T, query string) { d.graphql(t, "GET", "/graphql?"+query, nil) })
}

// FuzzDocument: any document, with the operations that there are to begin with.
func FuzzDocument(f *testing.F) {
	fuzz.Texts(f, append(documents(f), "{__schema{types{name fields{name args{name defaultValue}}}}}", "subscription{a}", "{...on Query{a:__typename}}")...)
	d := newDoor(f)
	f.Fuzz(func(t *testing.T, document string) {
		d.graphql(t, "POST", "/graphql", []byte(servertest.Body(document)))
	})
}

// FuzzVariables: any variables of an operation that takes one of every kind.
func FuzzVariables(f *testing.F) {
	const document = `query($held:[String!]!,$target:String!,$controls:[ControlInput!],$policy:PolicyInput,$asOf:Date,$scope:String,$first:Int,$after:String,$language:Language,$ids:[ID!]!,$id:ID!,$content:Base64!,$inputs:[KeyValueInput!]!,$kinds:[ChangeKind!]) {
		gapAnalysis(held:$held,target:$target,controls:$controls,policy:$policy,asOf:$asOf,scope:$scope) { summary{full} doubts{requirement{ref}} items(first:$first,after:$after){edges{node{verdict requirement{name(language:$language)}}}} }
		nodes(ids:$ids){id} node(id:$id){id}
		inventory(fileName:"c.csv",content:$content){controls{id} notes{message}}
		obligations(scheme:"isms-p",inputs:$inputs,asOf:$asOf){answer}
		editionChanges(from:"iso-27001-2013",to:"iso-27001-2022"){changes(kinds:$kinds,first:$first,after:$after){totalCount}}
		search(query:$target,first:$first,after:$after){totalCount}
	}`
	const good = `{"held":["iso-27001-2022","isms-p-2023/2.5.4"],"target":"isms-p-2023","controls":[{"id":"C-1","title":"x","status":"IMPLEMENTED","satisfies":["isms-p-2023/2.5.6"],"evidence":["a.pdf"]}],"policy":{"minAssurance":"DRAFT","maxHops":2,"distrust":["kisa"]},"asOf":"2026-11-22","scope":"all","first":5,"after":null,"language":"KO","ids":["UmVxdWlyZW1lbnQ6aXNtcy1wLTIwMjMvMi41LjQ"],"id":"x","content":"YSxiCg==","inputs":[{"key":"financial","value":"no"}],"kinds":["NEW"]}`
	seeds := [][]byte{[]byte(good)}
	for _, change := range [][2]string{{`"first":5`, `"first":-1`}, {`"2026-11-22"`, `"2026-02-30"`}, {`"YSxiCg=="`, `"YSxiCg"`}, {`["NEW"]`, `"NEW"`}, {`"DRAFT"`, `null`}, {`"after":null`, `"after":"YXQ6YQ"`}, {`"maxHops":2`, `"maxHops":1e9`}} {
		seeds = append(seeds, []byte(strings.Replace(good, change[0], change[1], 1)))
	}
	fuzz.Bytes(f, seeds...)
	d := newDoor(f)
	query, err := json.Marshal(document)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, variables []byte) {
		d.graphql(t, "POST", "/graphql", slices.Concat([]byte(`{"query":`), query, []byte(`,"variables":`), variables, []byte("}")))
	})
}

// FuzzAssistants: any body that an assistant sends.
func FuzzAssistants(f *testing.F) {
	var seeds [][]byte
	for _, call := range []string{
		`"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}`,
		`"method":"tools/list"`, `"method":"resources/list"`, `"method":"prompts/list"`, `"method":"ping"`,
		`"method":"resources/read","params":{"uri":"clausegraph://standard/isms-p-2023"}`,
		`"method":"tools/call","params":{"name":"gap_analysis","arguments":{"held":["iso-27001-2022"],"target":"isms-p-2023"}}`,
		`"method":"tools/call","params":{"name":"search","arguments":{"query":"접근권한"}}`,
		`"method":"tools/call","params":{"name":"explain","arguments":{"held":["iso-27001-2022"],"requirement":"isms-p-2023/2.5.4"}}`,
	} {
		seeds = append(seeds, []byte(`{"jsonrpc":"2.0","id":1,`+call+`}`))
	}
	fuzz.Bytes(f, append(seeds, []byte(`{"jsonrpc":"2.0","method":"notifications/initialized"}`), []byte("[]"), []byte("null"))...)
	d := newDoor(f)
	f.Fuzz(func(t *testing.T, body []byte) { d.send(t, "POST", "/mcp", body) })
}
