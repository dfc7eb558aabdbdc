// Package servertest starts the real server on loopback, with the data that is built into the program, for tests.
package servertest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/editor"
	"github.com/clausegraph/clausegraph/loader/workspace"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// Data returns what answers are given from: the built-in data, loaded once for all tests of a package.
func Data(t testing.TB) *schema.Data {
	t.Helper()
	d, err := answering()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Datasets returns the built-in data, loaded once for all tests of a package. The list is the test's own; what it holds is not.
func Datasets(t testing.TB) []*graph.Dataset {
	t.Helper()
	list, err := datasets()
	if err != nil {
		t.Fatal(err)
	}
	return slices.Clone(list)
}

var datasets = sync.OnceValues(func() ([]*graph.Dataset, error) {
	result, err := loader.Load(context.Background(), loader.Embedded())
	if err != nil {
		return nil, err
	}
	return result.Datasets, nil
})

var answering = sync.OnceValues(func() (*schema.Data, error) {
	ctx := context.Background()
	list, err := datasets()
	if err != nil {
		return nil, err
	}
	revision := graph.Revision{Number: 1, Hash: "test", Author: "test", Time: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)}
	s, err := graph.Build(revision, list)
	if err != nil {
		return nil, err
	}
	index, err := search.Build(ctx, s)
	if err != nil {
		return nil, err
	}
	return &schema.Data{Engine: coverage.New(s), Index: index}, nil
})

// Today is the day that the server of New thinks it is.
var Today = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

// Server is a running server.
type Server struct {
	URL  string
	Data *server.Data
	Log  *Log

	Key   string       // that Query sends, if there is one
	Store *store.Store // of an editable server

	// Apart gives each Query a connection of its own: one that a server has just let go of loses what is sent on it.
	Apart bool
}

// New starts a server that stops when the test ends. Options change its configuration.
func New(t testing.TB, options ...func(*server.Config)) *Server {
	t.Helper()
	s := &Server{Data: new(server.Data), Log: new(Log)}
	s.Data.Store(Data(t))
	c := server.Config{Data: s.Data, Logger: slog.New(slog.NewJSONHandler(s.Log, nil)), Clock: func() time.Time { return Today }}
	for _, option := range options {
		option(&c)
	}
	h := httptest.NewServer(server.New(c))
	t.Cleanup(h.Close)
	s.URL = h.URL
	return s
}

// NewEditable starts a server that takes changes to a store of its own and keeps workspaces in it, and whose Query sends a key of the scope edit.
func NewEditable(t testing.TB, options ...func(*server.Config)) *Server {
	t.Helper()
	return NewEditableOf(t, Datasets(t), options...)
}

// NewEditableOf is NewEditable with other data than what is built in. Before the first change the server answers from the data
// that is built in.
func NewEditableOf(t testing.TB, datasets []*graph.Dataset, options ...func(*server.Config)) *Server {
	t.Helper()
	ctx := context.Background()
	held, err := store.Open(ctx, "mem:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { held.Close() })
	if _, err := held.Publish(ctx, "test", datasets); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "keys.json")
	secret, _, err := auth.NewKey(file, "Editor", auth.Edit, "", time.Now(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	keys, err := auth.OpenKeys(file, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	held.Remember()
	var last *search.Index
	s := New(t, append([]func(*server.Config){func(c *server.Config) {
		c.Auth.Keys, c.Editor, c.Workspaces = keys, editor.New(held), workspace.New(held)
		c.Limits.Time, c.Limits.Change = time.Minute, time.Minute // the race detector slows them down
		c.Load = func(ctx context.Context) (*schema.Data, error) {
			snap, err := held.Snapshot(ctx)
			if err != nil {
				return nil, err
			}
			index, err := search.Build(ctx, snap, search.After(last))
			last = index
			return &schema.Data{Engine: coverage.New(snap), Index: index}, err
		}
	}}, options...)...)
	s.Key, s.Store = secret, held
	return s
}

// Answer is an answer to a GraphQL request.
type Answer struct {
	Status int
	Data   json.RawMessage
	Errors []Error
}

// Error is one error of an answer.
type Error struct {
	Message    string
	Path       []any
	Extensions struct {
		Code      string
		Nearest   []string
		RequestID string
	}
}

// Query asks for a document with variables, which may be nil.
func (s *Server) Query(t testing.TB, document string, variables map[string]any) Answer {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, s.URL+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/graphql-response+json")
	if s.Key != "" {
		r.Header.Set("Authorization", "Bearer "+s.Key)
	}
	r.Close = s.Apart
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	a := Answer{Status: response.StatusCode}
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatalf("%v in %.300s", err, text)
	}
	return a
}

// Get asks for a document without errors and decodes its data.
func (s *Server) Get(t testing.TB, document string, into any) {
	t.Helper()
	a := s.Query(t, document, nil)
	if len(a.Errors) > 0 {
		t.Fatalf("%s: %v", document, a.Errors)
	}
	if err := json.Unmarshal(a.Data, into); err != nil {
		t.Fatal(err)
	}
}

// Log keeps what a server logs. It may be written and read at the same time.
type Log struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *Log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *Log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
