package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph/store/internal/bolt"
	"github.com/clausegraph/clausegraph/graph/store/internal/postgres"
)

// backend is where Cayley keeps the quads.
type backend interface {
	// read begins to read one state of the quads.
	read(ctx context.Context, quads cayley.QuadStore) (scanner, error)

	// exclusive waits until no other process writes, until release is called.
	exclusive(ctx context.Context) (release func() error, err error)

	// renew returns the quads to go on with after a transaction failed; it fails where there is no going on.
	renew(quads cayley.QuadStore) (cayley.QuadStore, error)

	// close closes the quads and all that belongs to them.
	close(quads cayley.QuadStore) error

	// hints returns a channel that tells when another process may have moved the head; nil where that never happens unasked.
	hints(ctx context.Context) <-chan struct{}

	// traits says how it is written to.
	traits() traits
}

type traits struct {
	place  string // where the quads are
	batch  int    // quads of a transaction
	shared bool   // readers and the writer keep out of each other's way by themselves
}

// scanner reads quads of one state.
type scanner interface {
	// Scan returns the quads that have the value in the direction.
	Scan(ctx context.Context, d quad.Direction, value quad.Value) ([]quad.Quad, error)
	Close() error
}

// openBackend opens what a spec names: mem:, bolt:PATH or postgres:DSN.
func openBackend(ctx context.Context, spec string) (backend, cayley.QuadStore, error) {
	kind, rest, _ := strings.Cut(spec, ":")
	switch {
	case spec == "mem:":
		quads, err := cayley.NewQuadStore(memstore.QuadStoreType, "", nil)
		return memory{}, quads, err
	case kind == "bolt" && rest != "":
		quads, err := bolt.Open(rest)
		return file{path: rest}, quads, err
	case kind == "postgres" || kind == "postgresql":
		if strings.HasPrefix(rest, "//") {
			rest = spec
		}
		db, err := postgres.Open(ctx, rest, history)
		if err != nil {
			return nil, nil, err
		}
		return database{db}, db.Quads(), nil
	}
	return nil, nil, fmt.Errorf("unknown store %q; write mem: for one in memory, bolt:PATH for a file, or postgres:DSN for a PostgreSQL database, such as postgres://user@host/db",
		kind+":")
}

// memory is a store that ends with the process.
type memory struct{ alone }

func (memory) traits() traits { return traits{place: "the store in memory", batch: batchSize} }

func (memory) renew(cayley.QuadStore) (cayley.QuadStore, error) {
	return nil, errors.New("a store in memory cannot be opened anew")
}

// file is a store in a file that one process has open.
type file struct {
	alone
	path string
}

// traits of a file allow larger transactions, each of which waits for the disk and writes whole pages.
func (f file) traits() traits { return traits{place: f.path, batch: 10 * batchSize} }

func (f file) renew(quads cayley.QuadStore) (cayley.QuadStore, error) {
	if err := quads.Close(); err != nil {
		return nil, err
	}
	return bolt.Open(f.path)
}

// alone is what stores of one process have in common.
type alone struct{}

func (alone) read(_ context.Context, quads cayley.QuadStore) (scanner, error) {
	return indexScan{quads}, nil
}

func (alone) exclusive(context.Context) (func() error, error) {
	return func() error { return nil }, nil
}

func (alone) hints(context.Context) <-chan struct{} { return nil }

func (alone) close(quads cayley.QuadStore) error { return quads.Close() }

// database is a store that any number of processes share.
type database struct{ *postgres.Store }

// traits of a database allow larger transactions, which take time linear in their size there.
func (database) traits() traits {
	return traits{place: "the database", batch: 10 * batchSize, shared: true}
}

func (d database) read(ctx context.Context, _ cayley.QuadStore) (scanner, error) {
	r, err := d.Store.Read(ctx)
	if err != nil {
		return nil, err
	}
	return r, nil
}

func (d database) exclusive(ctx context.Context) (func() error, error) { return d.Exclusive(ctx) }

func (d database) hints(ctx context.Context) <-chan struct{} { return d.Hints(ctx) }

// renew has nothing to do: a transaction that failed has left nothing behind.
func (d database) renew(quads cayley.QuadStore) (cayley.QuadStore, error) { return quads, nil }

func (d database) close(cayley.QuadStore) error { return d.Store.Close() }
