package server

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
)

// question names what a request asks: its document, the name of the operation, and the variables.
type question [sha256.Size]byte

// questionOf returns the question of parameters. Documents are named by their hash, as clients name them that have sent
// them before, or by the id of a manifest of trusted documents.
func questionOf(p *graphql.RawParams, manifest bool) question {
	document := documentID(p)
	switch {
	case p.Query != "":
		document = fmt.Sprintf("%x", sha256.Sum256([]byte(p.Query)))
	case manifest:
		document = "id " + document
	}
	b := fmt.Appendf(make([]byte, 0, 256), "%q %q ", document, p.OperationName)
	if len(p.Variables) > 0 {
		variables, _ := json.Marshal(p.Variables) // in order of their names; they were JSON before
		b = append(b, variables...)
	}
	return sha256.Sum256(b)
}

// requests reads GraphQL requests, and remembers what the last ones said that asked for what is everybody's: clients send the
// same again and again.
type requests struct {
	Limits

	manifest bool // documents may be named by ids
	known    *cache[requestText, meaning]
}

// requestText is a request as it is sent: the body of a POST, or the query of the URL of a GET.
type requestText struct {
	method, text string
}

// meaning is what a text says.
type meaning struct {
	question question
	tells    bool // the client wants the document to be known by its hash from now on

	// The document and the operation of a text with neither variables nor extensions. Those are changed as a request is
	// answered, and are read anew for each.
	plain               bool
	document, operation string
}

// request is a GraphQL request that has been read.
type request struct {
	meaning

	text   requestText
	params *graphql.RawParams // nil where the text was read before
}

// The bytes of texts that are remembered, and what one takes beside itself and its document.
const (
	requestCache    = 8 << 20
	requestOverhead = 400
)

func newRequests(l Limits, manifest bool) *requests {
	return &requests{l, manifest, newCache(requestCache, func(t requestText, m meaning) int { return len(t.text) + len(m.document) + requestOverhead })}
}

// read returns what a request says. Limits of the length hold for every request. Those of what is in it held when the
// same text came before, if that is remembered.
func (q *requests) read(w http.ResponseWriter, r *http.Request) (request, *refusal) {
	text, bad := q.text(w, r)
	if bad != nil {
		return request{}, bad
	}
	at := requestText{r.Method, text}
	if known, ok := q.known.Get(r.Context(), at); ok {
		return request{meaning: known, text: at}, nil
	}
	p, bad := q.parse(at)
	if bad != nil {
		return request{}, bad
	}
	m := meaning{question: questionOf(p, q.manifest), tells: p.Query != "" && p.Extensions["persistedQuery"] != nil}
	if len(p.Variables) == 0 && len(p.Extensions) == 0 {
		m.plain, m.document, m.operation = true, p.Query, p.OperationName
	}
	return request{m, at, p}, nil
}

// remember keeps what a request says for the next with the same text. Requests that change something or rest on a workspace
// are not to be remembered: what a tenant sends is not for the server to keep.
func (q *requests) remember(ctx context.Context, r request) {
	if r.params != nil {
		q.known.Add(ctx, r.text, r.meaning)
	}
}

// parameters returns the parameters of a request, for one execution.
func (q *requests) parameters(r request) *graphql.RawParams {
	switch {
	case r.params != nil:
		return r.params
	case r.plain:
		return &graphql.RawParams{Query: r.document, OperationName: r.operation}
	}
	p, _ := q.parse(r.text) // which held when it came before
	return p
}
