// Package server serves the GraphQL schema over HTTP, with limits that hold against hostile clients.
//
//	POST, GET /graphql   GraphQL over HTTP; GET runs queries
//	/                    what this is, and where to go
//	/graphiql            GraphiQL, without assets from elsewhere
//	/schema.graphql      the schema
//	/healthz, /readyz    whether the process lives, and whether it has data to answer from
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"sync/atomic"
	"time"

	"github.com/clausegraph/clausegraph/schema"
)

// Data points to what answers are given from: nil until it is loaded. Storing other data takes effect with the next
// operation and disturbs none under way.
type Data = atomic.Pointer[schema.Data]

// Config says what to serve and how. The zero value of every field but Data is a good default.
type Config struct {
	Data   *Data
	Limits Limits
	Logger *slog.Logger     // slog.Default if nil
	Clock  func() time.Time // tells what day it is where a question does not say; time.Now if nil

	// Addr is where Run listens: 127.0.0.1:8080 if empty.
	Addr string
	// Public takes requests that do not come from this machine. Without it Run listens on loopback alone, and requests
	// that name another host are refused: a web page could otherwise have its own name point to this machine, and read
	// what is meant for its user.
	Public bool
}

func (c Config) withDefaults() Config {
	c.Limits = c.Limits.withDefaults()
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	if c.Clock == nil {
		c.Clock = time.Now
	}
	if c.Addr == "" {
		c.Addr = "127.0.0.1:8080"
	}
	return c
}

// New returns the handler of all routes.
func New(c Config) http.Handler {
	c = c.withDefaults()
	mux := http.NewServeMux()
	mux.Handle("/graphql", newEndpoint(c))
	addPages(mux)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { sendText(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		if c.Data.Load() == nil {
			sendText(w, http.StatusServiceUnavailable, "the data is still loading")
			return
		}
		sendText(w, http.StatusOK, "ready")
	})
	var h http.Handler = mux
	if !c.Public {
		h = onlyLocalNames(h)
	}
	return identified(logged(c.Logger, recovered(c.Logger, secured(h))))
}

// grace is how long requests in flight may take to finish after the server was told to stop.
const grace = 10 * time.Second

// Run serves until the context ends, then finishes the requests in flight. It calls ready, if it is not nil, with the
// address once connections are taken. It fails where it cannot listen, and where Addr is not on loopback and Public is
// not set.
func Run(ctx context.Context, c Config, ready func(net.Addr)) error {
	c = c.withDefaults()
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", c.Addr, err)
	}
	if !c.Public && !isLoopback(listener.Addr()) {
		_ = listener.Close()
		return fmt.Errorf("%s can be reached from other machines, and reading needs no key; listen on 127.0.0.1, or say that reading is public", c.Addr)
	}
	s := &http.Server{
		Handler:           New(c),
		ReadHeaderTimeout: 3 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      20 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(c.Logger.Handler(), slog.LevelDebug), // broken connections, mostly
	}
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(listener) }()
	if ready != nil {
		ready(listener.Addr())
	}
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := s.Shutdown(end); err != nil {
		return errors.Join(fmt.Errorf("requests in flight did not finish in %v: %w", grace, err), s.Close())
	}
	return nil
}

func isLoopback(a net.Addr) bool {
	at, err := netip.ParseAddrPort(a.String())
	return err == nil && at.Addr().Unmap().IsLoopback()
}
