// Package bolt lets Cayley's key-value store keep its quads in a file of go.etcd.io/bbolt. The adaptor that Cayley
// ships is tied to the archived boltdb, which crashes under the race detector and can deadlock.
package bolt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"syscall"
	"time"

	"github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Quads are found by subject, object and label, which is how package store reads. The index by object goes down to the
// subject: in a shorter one a value that many quads share would be one list, rewritten with each of them.
func init() {
	cayleykv.DefaultQuadIndexes = []cayleykv.QuadIndex{
		{Dirs: []quad.Direction{quad.Subject, quad.Predicate}},
		{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
		{Dirs: []quad.Direction{quad.Label, quad.Subject}},
	}
}

// addressSpace is reserved for the file, so that it never has to be mapped anew: Cayley opens read transactions inside
// read transactions, and a writer that waits between the two for a new mapping would deadlock with them. It takes
// neither memory nor, on Unix, disk.
const addressSpace = min(64<<30, 1<<(strconv.IntSize-2))

// patience is how long to wait for another process to close the file.
const patience = time.Second

// Open opens the file, or makes it. The error says what to do where another process has it open, where it may not be
// read or written, and where it is no such file or damaged.
func Open(path string) (graph.QuadStore, error) {
	var db *bbolt.DB
	err := verify(path)
	if err == nil {
		db, err = bbolt.Open(path, 0o600, &bbolt.Options{
			Timeout:         patience,
			FreelistType:    bbolt.FreelistMapType,
			NoFreelistSync:  true,
			InitialMmapSize: addressSpace,
		})
	}
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, fmt.Errorf("%s is open in another process; stop that one first, or use a store in PostgreSQL, which many can share", path)
	case errors.Is(err, errDamaged), errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrVersionMismatch), errors.Is(err, bolterrors.ErrChecksum):
		return nil, fmt.Errorf("%s is not a store, or it is damaged (%w); restore it from a backup, or name a new file", path, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return nil, fmt.Errorf("%w; a store needs a file that may be written, in a folder that may", err)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG), errors.Is(err, syscall.EDQUOT):
		return nil, fmt.Errorf("open %s: %w; make room on the disk, nothing is lost", path, err)
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("the folder of %s does not exist; make it first", path)
	case err != nil:
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	quads, err := over(db)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), db.Close())
	}
	return quads, nil
}

func over(db *bbolt.DB) (graph.QuadStore, error) {
	// What is there already is opened without a write, on a full disk too.
	made := false
	err := db.View(func(tx *bbolt.Tx) error {
		made = tx.Bucket(bucket) != nil
		return nil
	})
	if err == nil && !made {
		err = db.Update(func(tx *bbolt.Tx) error {
			_, err := tx.CreateBucket(bucket)
			return err
		})
	}
	if err != nil {
		return nil, err
	}
	// The bloom filter of the key-value store would take 300 MB.
	options := graph.Options{cayleykv.OptNoBloom: true}
	if err := cayleykv.Init(store{db}, options); err != nil && !errors.Is(err, graph.ErrDatabaseExists) {
		return nil, err
	}
	return cayleykv.New(store{db}, options)
}

// bucket holds everything. Cayley thinks of keys as paths, and would spread them over 131,072 buckets.
var bucket = []byte("cayley")

type store struct{ db *bbolt.DB }

// Close closes the file.
func (s store) Close() error { return s.db.Close() }

// Tx begins a transaction.
func (s store) Tx(write bool) (kv.Tx, error) {
	tx, err := s.db.Begin(write)
	if err != nil {
		return nil, err
	}
	entries := tx.Bucket(bucket)
	if write {
		entries.FillPercent = 0.9 // most keys are greater than those of their kind before them
	}
	return &transaction{tx, entries}, nil
}

type transaction struct {
	tx      *bbolt.Tx
	entries *bbolt.Bucket
}

// Commit makes the changes last.
func (t *transaction) Commit(context.Context) error { return t.tx.Commit() }

// Close gives up what is not committed.
func (t *transaction) Close() error {
	if err := t.tx.Rollback(); err != nil && !errors.Is(err, bolterrors.ErrTxClosed) {
		return err
	}
	return nil
}

// Get returns the value of a key. It is valid until the transaction ends.
func (t *transaction) Get(_ context.Context, key kv.Key) (kv.Value, error) {
	v := t.entries.Get(flat(key))
	if v == nil {
		return nil, kv.ErrNotFound
	}
	return v, nil
}

// GetBatch returns the values of keys; nil stands for what is not there.
func (t *transaction) GetBatch(_ context.Context, keys []kv.Key) ([]kv.Value, error) {
	values := make([]kv.Value, len(keys))
	for i, key := range keys {
		values[i] = t.entries.Get(flat(key))
	}
	return values, nil
}

// Put sets the value of a key.
func (t *transaction) Put(key kv.Key, v kv.Value) error {
	if last := key[len(key)-1]; len(last) == 0 && len(v) == 0 {
		return nil // this is how Cayley makes a bucket
	}
	return t.entries.Put(flat(key), v)
}

// Del removes a key, if it is there.
func (t *transaction) Del(key kv.Key) error { return t.entries.Delete(flat(key)) }

// Scan returns the entries whose keys start with the given parts, in order.
func (t *transaction) Scan(prefix kv.Key) kv.Iterator {
	from := flat(prefix)
	if len(prefix) == 1 { // all of a bucket
		from = flat(kv.Key{prefix[0], nil})
	}
	return &scan{cursor: t.entries.Cursor(), prefix: from}
}

// flat joins the parts of a key. All but the last are preceded by their length, so that no key of one bucket looks
// like a key of another.
func flat(key kv.Key) []byte {
	var joined []byte
	for i, part := range key {
		if i < len(key)-1 {
			joined = append(joined, byte(len(part)))
		}
		joined = append(joined, part...)
	}
	return joined
}

type scan struct {
	cursor  *bbolt.Cursor
	prefix  []byte
	started bool
	key     []byte
	value   []byte
}

// Next goes to the next entry, and reports whether there is one.
func (s *scan) Next(context.Context) bool {
	if s.started {
		s.key, s.value = s.cursor.Next()
	} else {
		s.key, s.value = s.cursor.Seek(s.prefix)
		s.started = true
	}
	return s.key != nil && bytes.HasPrefix(s.key, s.prefix)
}

// Key returns the key of the entry, in two parts.
func (s *scan) Key() kv.Key {
	n := 1 + int(s.key[0])
	return kv.Key{s.key[1:n], s.key[n:]}
}

// Val returns the value of the entry.
func (s *scan) Val() kv.Value { return s.value }

// Err returns nil: a cursor does not fail.
func (s *scan) Err() error { return nil }

// Close does nothing: a cursor ends with its transaction.
func (s *scan) Close() error { return nil }
