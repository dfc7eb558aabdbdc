// Package store keeps datasets as quads in a Cayley graph, the system of record, and builds snapshots from them.
package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cayleygraph/cayley/clog"

	"github.com/clausegraph/clausegraph/graph"
)

// The errors that a caller can tell apart.
var (
	ErrClosed     = errors.New("the store is closed")
	ErrNoRevision = errors.New("the store does not have this revision")

	// ErrUnavailable is of a store that cannot be read or written at present: a database that is away, a disk that is full,
	// a file that is damaged. The error beside it says which.
	ErrUnavailable = errors.New("the store cannot be read or written at present")
)

// Store is the system of record: the datasets of the current revision and of a few before it. All methods may be
// called at the same time; requests are better served from a Snapshot.
type Store struct {
	// Progress, if not nil, is told while Publish stores releases how many of those that it has to store are done, and how
	// many quads that took. It must not be changed while Publish runs.
	Progress func(done, all, quads int)

	engine
	publishing sync.Mutex // held by the one writer
	now        func() time.Time
	known      atomic.Pointer[map[string]content]
	near       atomic.Int64 // the number of the head when it was last looked at
}

// Open opens the store that the spec names and must be closed after use:
//
//	mem:           a new, empty store in memory
//	bolt:PATH      a file, made where it does not exist, which one process at a time has open
//	postgres:DSN   a PostgreSQL database, as a URL or as settings (host=... dbname=...), shared by any number of processes
//
// No error repeats a password.
func Open(ctx context.Context, spec string) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	silence()
	b, quads, err := openBackend(ctx, spec)
	if err != nil {
		return nil, fmt.Errorf("open the store: %w", err)
	}
	return &Store{engine: engine{backend: b, quads: quads}, now: time.Now}, nil
}

// silence stops Cayley from logging past our logger: what matters it also returns as an error.
var silence = sync.OnceFunc(func() { clog.SetLogger(nil) })

// Close waits for what is under way and closes the store; every later call of another method returns ErrClosed.
func (s *Store) Close() error { return s.close() }

// Snapshot returns the current revision, linked; of a store in which nothing was ever published, an empty snapshot of
// revision 0. It is read from the store alone, and checked against the hashes stored with it: it is complete and
// unaltered, or there is an error.
func (s *Store) Snapshot(ctx context.Context) (*graph.Snapshot, error) { return s.snapshot(ctx, 0) }

// SnapshotAt returns an earlier revision, linked. The last eight are kept; for any other number the error is an
// ErrNoRevision that says which ones there are.
func (s *Store) SnapshotAt(ctx context.Context, number int) (*graph.Snapshot, error) {
	if number < 1 {
		return nil, fmt.Errorf("revision %d: %w; the first one is 1", number, ErrNoRevision)
	}
	return s.snapshot(ctx, number)
}

// snapshot reads the revision of the number; the head where the number is 0.
func (s *Store) snapshot(ctx context.Context, number int) (*graph.Snapshot, error) {
	rev, datasets, err := s.datasets(ctx, number)
	if err != nil {
		return nil, fmt.Errorf("snapshot: %w", err)
	}
	return graph.Build(rev, datasets)
}

func (s *Store) datasets(ctx context.Context, number int) (graph.Revision, []*graph.Dataset, error) {
	var rev revision
	var contents []content
	err := s.read(ctx, func(v view) (err error) {
		if number == 0 {
			rev, err = v.head(int(s.near.Load()))
		} else {
			rev, err = v.revision(number)
		}
		if err == nil {
			contents, err = v.contents(rev, s.releases())
		}
		return err
	})
	if err != nil {
		return graph.Revision{}, nil, err
	}
	if number == 0 {
		s.remember(contents)
	}
	return rev.Revision, convert(contents, func(c content) *graph.Dataset { return c.Dataset }), nil
}

// Remember makes every later Snapshot read from the store only those releases that the one before it did not have. It
// takes the memory of the datasets of one revision.
func (s *Store) Remember() { s.known.CompareAndSwap(nil, &map[string]content{}) }

// releases returns the contents that need not be read.
func (s *Store) releases() map[string]content {
	if known := s.known.Load(); known != nil {
		return *known
	}
	return nil
}

func (s *Store) remember(contents []content) {
	if s.known.Load() == nil {
		return
	}
	known := map[string]content{}
	for _, c := range contents {
		known[c.id()] = c
	}
	s.known.Store(&known)
}
