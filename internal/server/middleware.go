package server

import (
	"context"
	"crypto/rand"
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

// identified gives every request an id of its own, for the log and the client, and tells whose limits count.
func identified(proxies []netip.Prefix, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		x := &exchange{id: rand.Text()[:16], address: addressOf(r, proxies)}
		x.client = clientOf(x.address)
		w.Header().Set("X-Request-Id", x.id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), exchangeKey{}, x)))
	})
}

// logged writes a line for every request and counts it. It tells who asked by the id of the key and never by what was
// sent as credentials. The path and the name of the operation are cut: they are the client's to choose.
func logged(log *slog.Logger, m *metrics.Metrics, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		status := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		defer func() { // also where the connection is cut off in the middle of an answer
			route := r.Pattern // which the mux has set by now
			if route == "" {
				route = metrics.Other
			}
			m.Request(route, status.status)
			level := slog.LevelInfo
			if quiet[route] && status.status < 400 {
				level = slog.LevelDebug
			}
			if !log.Enabled(r.Context(), level) {
				return
			}
			x := exchangeOf(r.Context())
			fields := []slog.Attr{
				slog.String("request", x.id), slog.String("client", x.client), slog.String("address", x.address.String()), slog.String("method", r.Method), slog.String("path", cut(r.URL.Path, maxLogged)),
				slog.Int("status", status.status), slog.Int("bytes", status.bytes), slog.Float64("ms", float64(time.Since(start).Microseconds())/1000),
			}
			if x.outcome != "" {
				fields = append(fields, slog.String("operation", cut(x.operation, maxLogged)), slog.String("field", x.field), slog.String("hash", x.hash),
					slog.Int("cost", x.cost), slog.String("outcome", x.outcome))
			}
			if x.trace != "" {
				fields = append(fields, slog.String("trace", x.trace))
			}
			log.LogAttrs(r.Context(), level, "request", fields...)
		}()
		next.ServeHTTP(status, r)
	})
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

// recovered answers a panic with 500 and logs it.
func recovered(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler {
				panic(cause)
			}
			id := requestID(r.Context())
			log.ErrorContext(r.Context(), "handler panicked", "request", id, "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
			bad := refusal{http.StatusInternalServerError, codeInternal, "internal error; the operator finds its cause under the request id " + id}
			bad.response(mediaJSON).send(w, 1)
		}()
		next.ServeHTTP(w, r)
	})
}

// secured sets headers that browsers obey for whatever they are given. A page that needs more than nothing sets a policy
// of its own.
func secured(next http.Handler) http.Handler {
	policy, sniff, owner := []string{"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"}, []string{"nosniff"}, []string{"same-origin"}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h["Content-Security-Policy"], h["X-Content-Type-Options"], h["Cross-Origin-Resource-Policy"] = policy, sniff, owner
		next.ServeHTTP(w, r)
	})
}

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
		u, err := url.Parse(origin)
		return origin != "" && (err != nil || u.Host != r.Host)
	}
	return true
}

func sendText(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}
