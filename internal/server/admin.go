package server

import (
	"encoding/json"
	"net/http"
	"net/http/pprof"

	"github.com/clausegraph/clausegraph/internal/auth"
)

// admin returns the routes for operators. They are served on an address of their own: on loopback without a key, and
// elsewhere for the scope admin alone.
func (s *service) admin(local bool) http.Handler {
	mux := http.NewServeMux()
	protect := func(h http.Handler) http.Handler {
		if local {
			return h
		}
		return s.authenticated(auth.Admin, h)
	}
	handle := func(pattern string, h http.Handler) { mux.Handle(pattern, protect(h)) }
	s.addHealth(mux)
	handle("GET /metrics", s.metrics.Handler())
	handle("POST /admin/reload", http.HandlerFunc(s.serveReload))
	handle("GET /debug/pprof/", http.HandlerFunc(pprof.Index))
	handle("GET /debug/pprof/profile", http.HandlerFunc(pprof.Profile))
	handle("GET /debug/pprof/trace", http.HandlerFunc(pprof.Trace))
	handle("GET /debug/pprof/symbol", http.HandlerFunc(pprof.Symbol))
	var h http.Handler = mux
	if local {
		h = onlyLocalNames(h)
	}
	return s.wrap(h)
}

// addOperation adds the routes for operators to those for everybody. Metrics tell how much the server is used: without
// keys they are for this machine alone. Reloading needs a key.
func (s *service) addOperation(mux *http.ServeMux) {
	switch {
	case s.locked():
		mux.Handle("GET /metrics", s.authenticated(auth.Admin, s.metrics.Handler()))
		mux.Handle("POST /admin/reload", s.authenticated(auth.Admin, http.HandlerFunc(s.serveReload)))
	case !s.Public:
		mux.Handle("GET /metrics", s.metrics.Handler())
	}
}

func (s *service) addHealth(mux *http.ServeMux) {
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { sendText(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		switch {
		case s.draining.Load():
			sendText(w, http.StatusServiceUnavailable, "the server is about to stop")
		case s.Data.Load() == nil:
			sendText(w, http.StatusServiceUnavailable, "the data is still loading")
		default:
			sendText(w, http.StatusOK, "ready")
		}
	})
}

func (s *service) serveReload(w http.ResponseWriter, r *http.Request) {
	if crossSite(r, nil) {
		sendText(w, http.StatusForbidden, "pages of other sites may not use this server")
		return
	}
	var answer struct {
		Reloaded bool     `json:"reloaded"`
		Problem  string   `json:"problem,omitempty"`
		Revision revision `json:"revision"`
	}
	status := http.StatusOK
	if err := s.reload(r.Context()); err != nil {
		status, answer.Problem = http.StatusUnprocessableEntity, err.Error()
	}
	answer.Reloaded = status == http.StatusOK
	if d := s.Data.Load(); d != nil {
		at := d.Engine.Snapshot().Revision()
		answer.Revision = revision{at.Number, at.Hash}
	}
	text, err := json.Marshal(answer)
	if err != nil {
		sendText(w, http.StatusInternalServerError, "the answer cannot be written")
		return
	}
	w.Header().Set("Content-Type", mediaJSON)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(append(text, '\n'))
}

type revision struct {
	Number int    `json:"number"`
	Hash   string `json:"hash"`
}
