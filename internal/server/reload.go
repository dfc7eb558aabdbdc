package server

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// reload loads everything anew that comes from files: keys, certificate, trusted documents, data. What cannot be loaded
// stays as it was, and the error says why. Operations under way go on with what they began with; none is held up.
func (s *service) reload(ctx context.Context) error {
	s.reloading.Lock()
	defer s.reloading.Unlock()
	var problems []error
	if s.Auth.Keys != nil {
		problems = append(problems, s.Auth.Keys.Reload())
	}
	if s.TLS != nil {
		problems = append(problems, s.TLS.Reload())
	}
	if s.Trusted != nil {
		problems = append(problems, s.Trusted.Reload())
	}
	if s.Load != nil {
		problems = append(problems, s.load(ctx))
	}
	err := errors.Join(problems...)
	s.metrics.Reload(err)
	if err != nil {
		s.Logger.ErrorContext(ctx, "not all could be loaded anew; what is bad stays as it was", "request", requestID(ctx), "error", err)
	}
	return err
}

// load loads the data and gives answers from it from now on. It goes on where the client that asked for it goes away, and
// gets none of its context: that of a change has the data which was changed, an index keeps the context that it was made
// with, and so each data would keep the one before it.
func (s *service) load(ctx context.Context) error {
	start := time.Now()
	data, err := s.Load(context.Background())
	if err != nil {
		return fmt.Errorf("load data: %w", err)
	}
	s.adopt(data)
	s.Data.Store(data)
	s.answers.forget()
	go release(data.Index) // #nosec G118 -- it outlives the request that asked for the load
	s.moves.tell()
	took, at := time.Since(start), data.Engine.Snapshot().Revision()
	s.metrics.Loaded(time.Now(), took)
	s.Logger.InfoContext(ctx, "data loaded", "request", requestID(ctx), "revision", at.Number, "hash", at.Hash, "ms", took.Milliseconds())
	return nil
}

// adopt sees to it that the index goes when the last operation that uses the data is done.
func (s *service) adopt(data *schema.Data) {
	runtime.AddCleanup(data, func(x *search.Index) { _ = x.Close() }, data.Index)
}

// changed loads the data anew after a change.
func (s *service) changed(ctx context.Context) error {
	return s.loadUnless(ctx, func() bool { return false })
}

// followStore loads the data anew whenever Follow sees a revision that is not served.
func (s *service) followStore(ctx context.Context) {
	var head graph.Revision
	served := func() bool { return snapshotOf(s.Data.Load()).Revision() == head }
	s.Follow(ctx, func(seen graph.Revision) bool {
		head = seen
		s.metrics.Looked(head, time.Now())
		return served()
	}, func(ctx context.Context) error {
		return s.loadUnless(ctx, served) // whoever made the change on this server may be loading it
	})
}

// loadUnless loads the data anew, unless there is no need to once its turn comes.
func (s *service) loadUnless(ctx context.Context, needless func() bool) error {
	s.reloading.Lock()
	defer s.reloading.Unlock()
	if needless() {
		return nil
	}
	err := s.load(ctx)
	s.metrics.Reload(err)
	return err
}

// snapshotOf returns what answers are given from, or nil.
func snapshotOf(d *schema.Data) *graph.Snapshot {
	if d == nil || d.Engine == nil {
		return nil
	}
	return d.Engine.Snapshot()
}

// Certificate is a certificate with its key, from two files in PEM.
type Certificate struct {
	certificate, key string
	current          atomic.Pointer[tls.Certificate]
}

// OpenCertificate reads a certificate and its key.
func OpenCertificate(certificate, key string) (*Certificate, error) {
	c := &Certificate{certificate: certificate, key: key}
	return c, c.Reload()
}

// Reload reads the files again. Where that fails, the certificate stays as it was.
func (c *Certificate) Reload() error {
	pair, err := tls.LoadX509KeyPair(c.certificate, c.key)
	if err != nil {
		return fmt.Errorf("certificate %s with key %s: %w", c.certificate, c.key, err)
	}
	c.current.Store(&pair)
	return nil
}

func (c *Certificate) config() *tls.Config {
	return &tls.Config{
		MinVersion:     tls.VersionTLS12,
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return c.current.Load(), nil },
	}
}
