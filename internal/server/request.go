package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"github.com/clausegraph/clausegraph/schema"
)

// refusal is the answer to a request that is not a GraphQL request.
type refusal struct {
	status  int
	code    string
	message string
}

func badRequest(message string) *refusal {
	return &refusal{http.StatusBadRequest, codeBadRequest, message}
}

// maxOperationName bounds a name that comes back in errors and logs.
const maxOperationName = 200

// text returns the text of a request, and none that is longer than is taken.
func (l Limits) text(w http.ResponseWriter, r *http.Request) (string, *refusal) {
	switch r.Method {
	case http.MethodPost:
		if !isJSON(r.Header) {
			return "", &refusal{http.StatusUnsupportedMediaType, codeMediaType, "send application/json in UTF-8, not compressed"}
		}
		return l.body(w, r)
	case http.MethodGet:
		if len(r.URL.RawQuery) > l.URL {
			return "", &refusal{http.StatusRequestURITooLong, codeURL, fmt.Sprintf("the URL has more than %d bytes; use POST", l.URL)}
		}
		return r.URL.RawQuery, nil
	}
	w.Header().Set("Allow", "GET, POST")
	return "", &refusal{http.StatusMethodNotAllowed, codeMethod, "use POST, or GET for a query"}
}

// parse returns the parameters of a GraphQL request, as the GraphQL over HTTP specification lays them out.
func (l Limits) parse(r requestText) (*graphql.RawParams, *refusal) {
	p := &graphql.RawParams{}
	read := readBody
	if r.method == http.MethodGet {
		read = readURL
	}
	if bad := read(r.text, p); bad != nil {
		return nil, bad
	}
	left := l.Variables
	for name, v := range p.Variables {
		p.Variables[name] = plain(v, &left, l.Nesting)
	}
	switch {
	case left < 0:
		return nil, &refusal{http.StatusBadRequest, schema.CodeLimitExceeded, fmt.Sprintf("the variables hold more than %d values, or are nested deeper than %d levels", l.Variables, l.Nesting)}
	case p.Query == "" && documentID(p) == "" && p.Extensions["persistedQuery"] == nil:
		return nil, badRequest("there is no query")
	case len(p.OperationName) > maxOperationName:
		return nil, badRequest(fmt.Sprintf("operationName has more than %d bytes", maxOperationName))
	}
	return p, nil
}

// posted is the body of a POST.
type posted struct {
	Query         string          `json:"query"`
	OperationName string          `json:"operationName"`
	Variables     json.RawMessage `json:"variables"`
	Extensions    json.RawMessage `json:"extensions"`

	DocumentID string `json:"documentId"` // as the specification has it
	DocID      string `json:"doc_id"`     // as Relay has it
}

func readBody(text string, p *graphql.RawParams) *refusal {
	var body posted
	switch first := strings.TrimLeft(text, " \t\r\n"); {
	case !utf8.ValidString(first):
		return badRequest("the request body is not UTF-8")
	case strings.HasPrefix(first, "["):
		return badRequest("one operation is taken at a time; send an object, not a list")
	case !strings.HasPrefix(first, "{") || json.Unmarshal([]byte(first), &body) != nil ||
		body.Variables != nil && decode(bytes.NewReader(body.Variables), &p.Variables) != nil ||
		body.Extensions != nil && decode(bytes.NewReader(body.Extensions), &p.Extensions) != nil:
		return badRequest("the request body is not a JSON object with query, operationName, variables and extensions")
	}
	p.Query, p.OperationName = body.Query, body.OperationName
	named(p, body.DocumentID, body.DocID)
	return nil
}

// isJSON reports whether the body is JSON in UTF-8, as it is.
func isJSON(h http.Header) bool {
	if h.Get("Content-Encoding") != "" {
		return false
	}
	given := h.Get("Content-Type")
	if given == mediaJSON {
		return true
	}
	media, params, err := mime.ParseMediaType(given)
	return err == nil && media == mediaJSON && inUTF8(params)
}

// bodies are buffers to read bodies into, of which those that grew large are not kept.
var bodies = sync.Pool{New: func() any { return new(bytes.Buffer) }}

const bufferKept = 16 << 10

// body reads the body, and no more of it than is taken.
func (l Limits) body(w http.ResponseWriter, r *http.Request) (string, *refusal) {
	large := &refusal{http.StatusRequestEntityTooLarge, codeTooLarge, "the request body has more than " + strconv.FormatInt(l.Body, 10) + " bytes"}
	if r.ContentLength > l.Body {
		w.Header().Set("Connection", "close") // the rest is not waited for
		return "", large
	}
	b := bodies.Get().(*bytes.Buffer)
	defer func() {
		if b.Cap() <= bufferKept {
			b.Reset()
			bodies.Put(b)
		}
	}()
	body := r.Body // net/http ends it where its length says
	if r.ContentLength < 0 {
		body = http.MaxBytesReader(w, body, l.Body)
	}
	_, err := b.ReadFrom(body)
	var tooLarge *http.MaxBytesError
	switch {
	case err == nil:
		return b.String(), nil
	case errors.As(err, &tooLarge):
		return "", large
	}
	return "", badRequest("the request body could not be read")
}

func readURL(text string, p *graphql.RawParams) *refusal {
	values, err := url.ParseQuery(text)
	if err != nil || !utf8.ValidString(strings.Join([]string{values.Get("query"), values.Get("operationName")}, "")) {
		return badRequest("the URL is not well formed, or not UTF-8")
	}
	p.Query, p.OperationName = values.Get("query"), values.Get("operationName")
	for name, object := range map[string]*map[string]any{"variables": &p.Variables, "extensions": &p.Extensions} {
		text := values.Get(name)
		if text != "" && (!utf8.ValidString(text) || decode(strings.NewReader(text), object) != nil) {
			return badRequest(name + " is not a JSON object")
		}
	}
	named(p, values.Get("documentId"), values.Get("doc_id"))
	return nil
}

// plain returns the value with whole numbers written as digits alone: 3.0 and 1e3 are an Int as well, which validation
// does not know. It changes the value, and takes the number of values in it from left, which becomes negative where there
// are too many, or too many levels of them.
func plain(v any, left *int, levels int) any {
	*left--
	if *left < 0 || levels < 0 {
		*left = -1
		return v
	}
	switch v := v.(type) {
	case json.Number:
		if f, err := v.Float64(); err == nil && strings.ContainsAny(v.String(), ".eE") && f == math.Trunc(f) && math.Abs(f) < 1<<53 {
			return json.Number(strconv.FormatInt(int64(f), 10))
		}
	case []any:
		for i := range v {
			v[i] = plain(v[i], left, levels-1)
		}
	case map[string]any:
		for k := range v {
			v[k] = plain(v[k], left, levels-1)
		}
	}
	return v
}

var errTrailing = errors.New("there is something after the JSON value")

// decode reads one JSON value and nothing after it. Numbers stay as they are written.
func decode(r io.Reader, into any) error {
	d := json.NewDecoder(r)
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errTrailing
	}
	return nil
}
