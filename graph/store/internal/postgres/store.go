// Package postgres keeps Cayley's quads in PostgreSQL 15 or later, shared by any number of processes of which one
// writes at a time. Cayley's own flavour of it takes a round trip for every quad and every value, to write as to read.
package postgres

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"github.com/cayleygraph/cayley/graph"
	cayleysql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"
	"github.com/lib/pq"
)

// Store is a connection to one database.
type Store struct {
	quads graph.QuadStore
	db    *sql.DB // of our own: reads, and the lock of the writer
	dsn   string
	id    string
	told  graph.ValueHash // of the graph whose growth is told
	epoch atomic.Int64    // of the last time that this process became the writer
}

// Open connects to the database that a URL (postgres://...) or a list of settings (host=... dbname=...) names, and
// makes the tables where they are missing. When quads are added to the graph that is told, those who listen to Hints are told.
// No error repeats the password.
func Open(ctx context.Context, dsn string, told quad.Value) (*Store, error) {
	s := &Store{id: "clausegraph/" + rand.Text(), told: cayleysql.HashOf(told).ValueHash}
	named, err := s.named(dsn)
	if err != nil {
		return nil, err
	}
	s.dsn = named
	if s.db, err = sql.Open("postgres", named); err != nil {
		return nil, fmt.Errorf("PostgreSQL: %w", err)
	}
	if err := s.init(ctx, named); err != nil {
		return nil, errors.Join(explain(err), s.db.Close())
	}
	stores.Store(s.id, s)
	options := graph.Options{"maxopenconnections": 4, "maxidleconnections": 4}
	if s.quads, err = graph.NewQuadStore(flavour, named, options); err != nil {
		stores.Delete(s.id)
		return nil, errors.Join(explain(err), s.db.Close())
	}
	return s, nil
}

// named returns the settings with the name of this store as the name of the application: a transaction of Cayley's
// tells by it whose it is, and so do the views of the operator. Arrays are sent as they are.
func (s *Store) named(dsn string) (string, error) {
	if strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://") {
		settings, err := pq.ParseURL(dsn)
		if err != nil { // it repeats the URL
			return "", errors.New("PostgreSQL: the URL cannot be read; write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters escaped as in %40")
		}
		dsn = settings
	}
	if !strings.Contains(dsn, "connect_timeout") {
		dsn += " connect_timeout=10"
	}
	return dsn + " binary_parameters=yes application_name=" + s.id, nil
}

// init makes what is missing, one process at a time. Of the indexes it leaves those that are read: by label, by subject, for
// which that of unique quads will do, and by object, in one of our own: without the subject, the many quads of one value
// take one entry.
func (s *Store) init(ctx context.Context, dsn string) error {
	release, err := s.lock(ctx, "init")
	if err != nil {
		return err
	}
	var exists bool
	err = s.db.QueryRowContext(ctx, `SELECT to_regclass('quads') IS NOT NULL`).Scan(&exists)
	if err == nil && !exists {
		err = graph.InitQuadStore(flavour, dsn, graph.Options{"db_fill_factor": 90})
	}
	if err == nil {
		_, err = s.db.ExecContext(ctx, `
			DROP INDEX IF EXISTS spo_index;
			DROP INDEX IF EXISTS pos_index;
			DROP INDEX IF EXISTS osp_index;
			CREATE INDEX IF NOT EXISTS object_index ON quads (object_hash, predicate_hash);
			DROP INDEX IF EXISTS ops_index;
			CREATE INDEX IF NOT EXISTS label_index ON quads (label_hash) WHERE label_hash IS NOT NULL;
			CREATE INDEX IF NOT EXISTS unused_index ON nodes (hash) WHERE refs <= 0;
			CREATE TABLE IF NOT EXISTS clausegraph_writer (sole boolean PRIMARY KEY DEFAULT true CHECK (sole), epoch bigint NOT NULL);
			INSERT INTO clausegraph_writer (epoch) VALUES (0) ON CONFLICT DO NOTHING;`)
	}
	return errors.Join(err, release())
}

// Quads returns Cayley's view of the store, to write to while Exclusive holds.
func (s *Store) Quads() graph.QuadStore { return quadStore{s.quads, s} }

// Close closes all connections.
func (s *Store) Close() error {
	stores.Delete(s.id)
	return errors.Join(s.quads.Close(), s.db.Close())
}

// explain says what to do about the failures of a first connection that have a usual cause.
func explain(err error) error {
	var refused *pq.Error
	if errors.As(err, &refused) {
		switch refused.Code.Name() {
		case "invalid_catalog_name":
			return fmt.Errorf("PostgreSQL: %w; make the database first: createdb NAME", err)
		case "insufficient_privilege":
			return fmt.Errorf("PostgreSQL: %w; the user must be allowed to make tables in its schema", err)
		}
	}
	return fmt.Errorf("PostgreSQL: %w", err)
}
