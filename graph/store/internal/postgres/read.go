package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph"
	cayleysql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/lib/pq"
)

// Reader reads one state of the quads, whatever is written meanwhile.
type Reader struct {
	tx     *sql.Tx
	done   func()
	values map[graph.ValueHash]quad.Value
}

// Read begins to read. The reader must be closed.
func (s *Store) Read(ctx context.Context) (*Reader, error) {
	apart, done := endsWith(ctx)
	tx, err := s.db.BeginTx(apart, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		done()
		return nil, fmt.Errorf("PostgreSQL: %w", err)
	}
	return &Reader{tx, done, map[graph.ValueHash]quad.Value{}}, nil
}

// endsWith returns a context that ends with another, or with done, and has nothing else of it. The driver holds the context of
// the last transaction of a connection for as long as the connection waits for the next one; that of a request has all that
// the request is answered from.
func endsWith(other context.Context) (ctx context.Context, done func()) {
	ctx, cancel := context.WithCancel(context.Background())
	stop := context.AfterFunc(other, cancel)
	return ctx, func() { stop(); cancel() }
}

// Close ends the reading.
func (r *Reader) Close() error {
	defer r.done()
	return r.tx.Rollback()
}

// Scan returns the quads that have the value in the direction.
func (r *Reader) Scan(ctx context.Context, d quad.Direction, value quad.Value) ([]quad.Quad, error) {
	rows, err := r.tx.QueryContext(ctx,
		`SELECT subject_hash, predicate_hash, object_hash, label_hash FROM quads WHERE `+d.String()+`_hash = $1 AND label_hash IS NOT NULL`, // #nosec G202 -- the name of a direction is one of four constants
		cayleysql.HashOf(value).SQLValue())
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found [][4]graph.ValueHash
	missing := map[graph.ValueHash]bool{}
	for rows.Next() {
		var column [4]sql.RawBytes
		if err := rows.Scan(&column[0], &column[1], &column[2], &column[3]); err != nil {
			return nil, err
		}
		var hashes [4]graph.ValueHash
		for i, c := range column {
			copy(hashes[i][:], c)
			if _, known := r.values[hashes[i]]; !known {
				missing[hashes[i]] = true
			}
		}
		found = append(found, hashes)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if err := r.fetch(ctx, missing); err != nil {
		return nil, err
	}
	quads := make([]quad.Quad, len(found))
	for i, h := range found {
		quads[i] = quad.Quad{Subject: r.values[h[0]], Predicate: r.values[h[1]], Object: r.values[h[2]], Label: r.values[h[3]]}
	}
	return quads, nil
}

// fetched bounds the values that one statement asks for.
const fetched = 10_000

func (r *Reader) fetch(ctx context.Context, missing map[graph.ValueHash]bool) error {
	for part := range slices.Chunk(slices.Collect(maps.Keys(missing)), fetched) {
		var hashes pq.ByteaArray
		for _, h := range part {
			hashes = append(hashes, h[:])
		}
		if err := r.fetchPart(ctx, hashes); err != nil {
			return err
		}
	}
	for h := range missing {
		if r.values[h] == nil {
			return fmt.Errorf("the database holds a quad of a value that it does not hold (hash %x): restore it from a backup", h[:])
		}
	}
	return nil
}

func (r *Reader) fetchPart(ctx context.Context, hashes pq.ByteaArray) error {
	rows, err := r.tx.QueryContext(ctx, `
		SELECT hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time
		FROM nodes WHERE hash = ANY($1)`, hashes)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n node
		if err := rows.Scan(&n.hash, &n.data, &n.text, &n.datatype, &n.language, &n.iri, &n.bnode, &n.int, &n.bool, &n.float, &n.time); err != nil {
			return err
		}
		if r.values[n.hash.ValueHash], err = n.quadValue(); err != nil {
			return err
		}
	}
	return rows.Err()
}

// node is a row of Cayley's table of values. The columns that are not null tell the type.
type node struct {
	hash               cayleysql.NodeHash
	data               []byte
	text               sql.NullString
	datatype, language sql.NullString
	iri, bnode         sql.NullBool
	int                sql.NullInt64
	bool               sql.NullBool
	float              sql.NullFloat64
	time               sql.NullTime
}

func (n *node) quadValue() (quad.Value, error) {
	v, err := n.stored()
	// PostgreSQL refuses NUL in texts. Cayley writes \x00 instead, which a text may say as well: the hash tells.
	if err == nil && strings.Contains(n.text.String, `\x00`) && cayleysql.HashOf(v) != n.hash {
		n.text.String = strings.ReplaceAll(n.text.String, `\x00`, "\x00")
		v, err = n.stored()
	}
	return v, err
}

func (n *node) stored() (quad.Value, error) {
	switch {
	case n.text.Valid && n.iri.Bool:
		return quad.IRI(n.text.String), nil
	case n.text.Valid && n.bnode.Bool:
		return quad.BNode(n.text.String), nil
	case n.text.Valid && n.language.Valid:
		return quad.LangString{Value: quad.String(n.text.String), Lang: n.language.String}, nil
	case n.text.Valid && n.datatype.Valid:
		return quad.TypedString{Value: quad.String(n.text.String), Type: quad.IRI(n.datatype.String)}, nil
	case n.text.Valid:
		return quad.String(n.text.String), nil
	case n.int.Valid:
		return quad.Int(n.int.Int64), nil
	case n.bool.Valid:
		return quad.Bool(n.bool.Bool), nil
	case n.float.Valid:
		return quad.Float(n.float.Float64), nil
	case n.time.Valid:
		return quad.Time(n.time.Time), nil
	}
	return pquads.UnmarshalValue(n.data)
}
