package server

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/clausegraph/clausegraph/internal/metrics"
)

// wrap gives every request an id of its own, for the log and the client, tells whose limits count, and sets the headers
// that browsers obey for whatever they are given: a page that needs more than nothing sets a policy of its own. It counts
// every answer, writes a line of it to the log, and answers a panic. Clients are let go, one answer after the other, once
// the server was told to stop.
func (s *service) wrap(next http.Handler) http.Handler {
	policy, sniff, owner := []string{"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"}, []string{"nosniff"}, []string{"same-origin"}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		x := newExchange(w, r, s.Proxies)
		h := w.Header()
		h["X-Request-Id"] = x.idHeader[:]
		h["Content-Security-Policy"], h["X-Content-Type-Options"], h["Cross-Origin-Resource-Policy"] = policy, sniff, owner
		if s.draining.Load() {
			h.Set("Connection", "close")
		}
		r = r.WithContext(&x.context)
		defer s.finished(x, r) // also where the connection is cut off in the middle of an answer
		defer s.recovered(x, r)
		next.ServeHTTP(&x.answer, r)
	})
}

// finished counts a request and writes a line for it. It tells who asked by the id of the key and never by what was
// sent as credentials. The path and the name of the operation are cut: they are the client's to choose.
func (s *service) finished(x *exchange, r *http.Request) {
	route := r.Pattern // which the mux has set by now
	if route == "" {
		route = metrics.Other
	}
	s.metrics.Request(route, x.answer.status)
	level := slog.LevelInfo
	if quiet[route] && x.answer.status < 400 {
		level = slog.LevelDebug
	}
	// Without the logger, which would look up the line of code for every request.
	log := s.Logger.Handler()
	if !log.Enabled(r.Context(), level) {
		return
	}
	end := time.Now()
	line := slog.NewRecord(end, level, "request", 0)
	var room [14]slog.Attr
	fields := append(room[:0],
		slog.String("request", x.id), slog.String("client", x.client), slog.String("address", x.address.String()), slog.String("method", r.Method), slog.String("path", cut(r.URL.Path, maxLogged)),
		slog.Int("status", x.answer.status), slog.Int("bytes", x.answer.bytes), slog.Float64("ms", float64(end.Sub(x.start).Microseconds())/1000))
	if x.outcome != "" {
		fields = append(fields, slog.String("operation", cut(x.operation, maxLogged)), slog.String("field", x.field), slog.String("hash", x.hash),
			slog.Int("cost", x.cost), slog.String("outcome", x.outcome))
	}
	if x.trace != "" {
		fields = append(fields, slog.String("trace", x.trace))
	}
	line.AddAttrs(fields...)
	_ = log.Handle(r.Context(), line) // there is nowhere to tell that the log cannot be written
}

// recovered answers a panic with 500 and logs it.
func (s *service) recovered(x *exchange, r *http.Request) {
	cause := recover()
	if cause == nil {
		return
	}
	if cause == http.ErrAbortHandler {
		panic(cause)
	}
	s.Logger.ErrorContext(r.Context(), "handler panicked", "request", x.id, "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
	bad := refusal{http.StatusInternalServerError, codeInternal, "internal error; the operator finds its cause under the request id " + x.id}
	bad.response(mediaJSON).send(&x.answer, 1)
}

const maxLogged = 100

// quiet are routes that machines ask all the time.
var quiet = map[string]bool{"GET /healthz": true, "GET /readyz": true, "GET /metrics": true}

type statusWriter struct {
	http.ResponseWriter

	status, bytes int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(p []byte) (int, error) {
	n, err := w.ResponseWriter.Write(p)
	w.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController and http.MaxBytesReader reach the connection.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// onlyLocalNames refuses requests that name a host other than this machine.
func onlyLocalNames(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isLocalName(r.Host) {
			sendText(w, http.StatusMisdirectedRequest, "this server answers to localhost and 127.0.0.1 only, as long as it is not public")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isLocalName(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && ip.Unmap().IsLoopback()
}

// crossSite reports whether a page of another site makes a browser send the request, and not one of the origins that are
// allowed. Clients that are no browsers send neither header.
func crossSite(r *http.Request, allowed []string) bool {
	origin := r.Header.Get("Origin")
	if origin != "" && (slices.Contains(allowed, origin) || slices.Contains(allowed, AnyOrigin)) {
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return false
	case "":
		if origin == "" {
			return false
		}
		u, err := url.Parse(origin)
		return err != nil || u.Host != r.Host
	}
	return true
}

func sendText(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}
