package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/clausegraph/clausegraph/internal/server"
)

// BenchmarkHandlers is the same without a network, for profiles. Where other programs run, the time of the processor tells
// more than that of the clock.
func BenchmarkHandlers(b *testing.B) {
	if err := server.TuneMemory(); err != nil {
		b.Fatal(err)
	}
	data, err := load(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	held := new(server.Data)
	held.Store(data)
	logger := slog.New(slog.NewTextHandler(io.Discard, nil))
	for name, h := range map[string]http.Handler{
		"ours":          server.New(server.Config{Data: held, Logger: logger, AnswerCache: server.NoAnswerCache}),
		"ours, cached":  server.New(server.Config{Data: held, Logger: logger}),
		"graph-gophers": gophers(data),
	} {
		for _, q := range questions {
			b.Run(name+"/"+q.name, func(b *testing.B) {
				b.ReportAllocs()
				text := body(q.query)
				like := httptest.NewRequest(http.MethodPost, "http://localhost/graphql", bytes.NewReader(text))
				like.Header.Set("Content-Type", "application/json")
				before := cpu()
				for b.Loop() {
					r := *like
					r.Body = io.NopCloser(bytes.NewReader(text))
					w := &sink{h: http.Header{}}
					h.ServeHTTP(w, &r)
					if w.status > 200 || w.n < 20 {
						b.Fatal(w.status)
					}
				}
				b.ReportMetric(float64(cpu()-before)/float64(b.N), "cpu-ns/op")
			})
		}
	}
}

type sink struct {
	h         http.Header
	status, n int
}

func (s *sink) Header() http.Header         { return s.h }
func (s *sink) WriteHeader(n int)           { s.status = n }
func (s *sink) Write(p []byte) (int, error) { s.n += len(p); return len(p), nil }
