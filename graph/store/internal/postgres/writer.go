package postgres

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync"
)

// ErrSuperseded is of a write by a process that is not the writer any more: it lost its connection, and with it the
// lock, and another process took over. Nothing was written.
var ErrSuperseded = errors.New("another server writes to the store now")

// Exclusive waits until this process is the only writer to the database, until release is called.
//
// A process that loses its connection loses the lock without noticing. So every writer starts a new epoch, and every
// transaction holds on to the epoch that it belongs to: one of an earlier epoch fails, and a new epoch begins only when
// no transaction of the one before is under way.
func (s *Store) Exclusive(ctx context.Context) (release func() error, err error) {
	release, err = s.lock(ctx, "writer")
	if err != nil {
		return nil, err
	}
	var epoch int64
	if err := s.db.QueryRowContext(ctx, `UPDATE clausegraph_writer SET epoch = epoch + 1 RETURNING epoch`).Scan(&epoch); err != nil {
		return nil, errors.Join(fmt.Errorf("become the writer: %w", err), release())
	}
	s.epoch.Store(epoch)
	return release, nil
}

// lock takes the advisory lock of a purpose, on a connection of its own.
func (s *Store) lock(ctx context.Context, purpose string) (release func() error, err error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	key := "clausegraph " + purpose
	if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock(hashtext($1), hashtext(current_schema()))`, key); err != nil {
		return nil, errors.Join(fmt.Errorf("wait for the lock of the %s: %w", purpose, err), discard(conn))
	}
	return func() error {
		// Whatever became of the connection, the lock ends with it.
		_, err := conn.ExecContext(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock(hashtext($1), hashtext(current_schema()))`, key)
		if err != nil {
			return discard(conn)
		}
		return conn.Close()
	}, nil
}

// discard closes the connection itself, rather than give it back to the pool.
func discard(conn *sql.Conn) error {
	_ = conn.Raw(func(any) error { return driver.ErrBadConn })
	if err := conn.Close(); !errors.Is(err, sql.ErrConnDone) {
		return err
	}
	return nil
}

// stores finds the store that a transaction of Cayley's belongs to, by its application name.
var stores sync.Map // of string to *Store

// hold makes the transaction one of the current epoch, and fails if this process is not its writer. It returns the store that
// the transaction belongs to.
func hold(tx *sql.Tx) (*Store, error) {
	var epoch int64
	var id string
	if err := tx.QueryRow(`SELECT epoch, current_setting('application_name') FROM clausegraph_writer FOR SHARE`).Scan(&epoch, &id); err != nil {
		return nil, err
	}
	s, ok := stores.Load(id)
	if !ok || s.(*Store).epoch.Load() != epoch {
		return nil, ErrSuperseded
	}
	return s.(*Store), nil
}

// tell tells those who listen to Hints, once the transaction is committed.
func tell(tx *sql.Tx) error {
	_, err := tx.Exec(`SELECT pg_notify($1, '')`, channel)
	return err
}
