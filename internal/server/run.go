package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"time"
)

// grace is how long requests in flight may take to finish after the server stopped taking new ones.
const grace = 10 * time.Second

// maxStreams is how many requests one connection of HTTP/2 may have under way.
const maxStreams = 100

// Run loads the data where there is none yet, and serves until the context ends; then it finishes the requests in
// flight. It listens from the start: until the data is there /readyz and /graphql answer 503. A signal from hangup
// makes it load everything anew. It calls ready, if it is not nil, with the address once there is data to answer from.
// It fails where it cannot listen or load, and where an address can be reached from other machines although nobody
// decided who may read.
func Run(ctx context.Context, c Config, hangup <-chan os.Signal, ready func(net.Addr)) error {
	s := newService(c)
	main, err := listen(ctx, s.Addr)
	if err != nil {
		return err
	}
	if s.onlyLocal() && !isLoopback(main.Addr()) {
		_ = main.Close()
		return fmt.Errorf("%s can be reached from other machines: say who may read, with keys (--keys FILE), with tokens (--oidc-issuer URL --oidc-audience NAME), or everybody (--public-read); or listen on 127.0.0.1", s.Addr)
	}
	if s.locked() && s.TLS == nil && !isLoopback(main.Addr()) {
		s.Logger.Warn("keys and tokens come in the clear: give a certificate, or listen on 127.0.0.1 behind a proxy that has one")
	}
	servers, listeners := []*http.Server{s.httpServer(s.handler())}, []net.Listener{main}
	failed := make(chan error, 3)
	if s.AdminAddr != "" {
		admin, err := listen(ctx, s.AdminAddr)
		if err != nil {
			_ = main.Close()
			return err
		}
		local := isLoopback(admin.Addr())
		if !local && !s.locked() {
			return errors.Join(fmt.Errorf("%s can be reached from other machines: the routes for operators need keys or tokens there; or use 127.0.0.1", s.AdminAddr), main.Close(), admin.Close())
		}
		a := s.httpServer(s.admin(local))
		a.WriteTimeout = 2 * time.Minute // a profile takes its time
		servers, listeners = append(servers, a), append(listeners, admin)
		s.Logger.Info("routes for operators", "address", admin.Addr().String())
		go func() { failed <- s.serve(a, admin, !local) }()
	}
	go func() { failed <- s.serve(servers[0], main, true) }()
	s.Logger.Info("listening", "address", main.Addr().String(), "tls", s.TLS != nil)
	loaded := make(chan error, 1)
	go func() {
		if s.Data.Load() != nil || s.Load == nil {
			keepGrowth()
			loaded <- nil
			return
		}
		loaded <- s.load(ctx)
	}()
	for {
		select {
		case err := <-failed:
			return errors.Join(fmt.Errorf("serve: %w", err), s.stop(ctx, servers, listeners))
		case err := <-loaded:
			loaded = nil
			if err != nil {
				return errors.Join(err, s.stop(ctx, servers, listeners))
			}
			if ready != nil {
				ready(main.Addr())
			}
			if s.Follow != nil {
				go s.followStore(ctx)
			}
		case <-hangup:
			go func() { _ = s.reload(ctx) }() // it says in the log what became of it
		case <-ctx.Done():
			return s.stop(ctx, servers, listeners)
		}
	}
}

func listen(ctx context.Context, address string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", address, err)
	}
	return l, nil
}

func (s *service) httpServer(h http.Handler) *http.Server {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: s.Limits.Header,
		ReadTimeout:       s.Limits.Read,
		WriteTimeout:      s.Limits.Write,
		IdleTimeout:       s.Limits.Idle,
		ConnContext:       withPeer,
		MaxHeaderBytes:    maxHeader,
		HTTP2:             &http.HTTP2Config{MaxConcurrentStreams: maxStreams},
		ErrorLog:          slog.NewLogLogger(s.Logger.Handler(), slog.LevelDebug), // broken connections, mostly
	}
	if s.TLS != nil {
		server.TLSConfig = s.TLS.config()
	}
	return server
}

// maxHeader bounds the headers of a request in bytes; net/http adds 4 kB for its own ease.
const maxHeader = 16 << 10

// serve answers by TLS where there is a certificate and others could listen.
func (s *service) serve(server *http.Server, l net.Listener, exposed bool) error {
	l = s.conns.over(l)
	if s.TLS != nil && exposed {
		return server.ServeTLS(l, "", "")
	}
	return server.Serve(l)
}

// settle is how long connections that were taken at the last moment get to send their request: net/http drops those that
// it reads after Shutdown.
const settle = 100 * time.Millisecond

// stop lets balancers and clients see that the server is about to stop, takes no more connections, and finishes the
// requests of those that it has.
func (s *service) stop(ctx context.Context, servers []*http.Server, listeners []net.Listener) error {
	ctx = context.WithoutCancel(ctx)
	if s.Data.Load() != nil {
		s.draining.Store(true)
		s.moves.tell() // streams end
		s.Logger.Info("stopping", "drain", s.Drain)
		time.Sleep(s.Drain)
		for _, l := range listeners {
			_ = l.Close()
		}
		time.Sleep(settle)
	}
	ctx, cancel := context.WithTimeout(ctx, grace)
	defer cancel()
	var problems []error
	for _, server := range servers {
		if err := server.Shutdown(ctx); err != nil && !errors.Is(err, net.ErrClosed) {
			problems = append(problems, fmt.Errorf("requests in flight did not finish in %v: %w", grace, err), server.Close())
		}
	}
	return errors.Join(problems...)
}

func isLoopback(a net.Addr) bool {
	at, err := netip.ParseAddrPort(a.String())
	return err == nil && at.Addr().Unmap().IsLoopback()
}
