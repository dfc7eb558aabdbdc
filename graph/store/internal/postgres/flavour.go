package postgres

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	graphlog "github.com/cayleygraph/cayley/graph/log"
	cayleysql "github.com/cayleygraph/cayley/graph/sql"
	cayleypq "github.com/cayleygraph/cayley/graph/sql/postgres"
	"github.com/lib/pq"
	"github.com/lib/pq/oid"
)

// flavour is the name of our way to write, among those that Cayley knows.
const flavour = "clausegraph-postgres"

func init() {
	cayleysql.Register(flavour, cayleysql.Registration{
		Driver:             "postgres",
		HashType:           "BYTEA",
		BytesType:          "BYTEA",
		HorizonType:        "BIGSERIAL",
		TimeType:           "timestamp with time zone",
		QueryDialect:       cayleypq.QueryDialect,
		ConditionalIndexes: true,
		FillFactor:         true,
		NoForeignKeys:      true, // they cost a third of the writes; every release carries its own count and hash
		Error:              cayleypq.ConvError,
		RunTx:              write,
	})
}

// write adds quads and the values that are new, with one statement for each transaction. Cayley calls it first in every
// transaction, those that delete included.
//
// Nearly all that is ever added is new, and is inserted as such in half the time. Where something is there already,
// PostgreSQL says so, and only what is missing is inserted.
func write(tx *sql.Tx, nodes []graphlog.NodeUpdate, quads []graphlog.QuadUpdate, _ graph.IgnoreOpts) error {
	s, err := hold(tx)
	if err != nil || len(quads) == 0 {
		return err
	}
	if slices.ContainsFunc(quads, func(q graphlog.QuadUpdate) bool { return q.Quad.Dirs()[3] == s.told }) {
		if err := tell(tx); err != nil {
			return err
		}
	}
	arguments, err := rowsOf(nodes, quads)
	if err != nil {
		return err
	}
	if _, err := tx.Exec(`SAVEPOINT new`); err != nil {
		return err
	}
	_, err = tx.Exec(addNew, arguments...)
	var refused *pq.Error
	if errors.As(err, &refused) && refused.Code.Name() == "unique_violation" {
		if _, err = tx.Exec(`ROLLBACK TO SAVEPOINT new`); err == nil {
			_, err = tx.Exec(addMissing, arguments...)
		}
	}
	return err
}

const (
	givenQuads = `
		SELECT s, p, o, l, now() FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS u(s, p, o, l)`

	givenNodes = `
		unnest($5::bytea[], $6::int[], $7::bytea[], $8::text[], $9::text[], $10::text[], $11::bool[], $12::bool[],
			$13::bigint[], $14::bool[], $15::float8[], $16::timestamptz[])
			AS v(hash, refs, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time)`

	// addNew adds quads of which there is none yet, and counts every one as a reference to its values.
	addNew = `
		WITH inserted AS (
			INSERT INTO quads (subject_hash, predicate_hash, object_hash, label_hash, ts)` + givenQuads + `
		)
		INSERT INTO nodes (refs, hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time)
		SELECT refs, hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time
		FROM ` + givenNodes + `
		ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + excluded.refs`

	// addMissing adds those quads that are not there. Only what was really inserted counts as a reference to a value:
	// Cayley counts duplicates, too, and its counts drift.
	addMissing = `
		WITH inserted AS (
			INSERT INTO quads (subject_hash, predicate_hash, object_hash, label_hash, ts)` + givenQuads + `
			ON CONFLICT DO NOTHING
			RETURNING subject_hash, predicate_hash, object_hash, label_hash
		), uses AS (
			SELECT hash, count(*) AS n FROM inserted, LATERAL (VALUES (subject_hash), (predicate_hash), (object_hash), (label_hash)) AS v(hash)
			GROUP BY hash
		)
		INSERT INTO nodes (refs, hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time)
		SELECT uses.n, hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time
		FROM ` + givenNodes + `
		JOIN uses USING (hash)
		ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + excluded.refs`
)

// rowsOf returns the columns of Cayley's tables of quads and of values, as the statements above expect them. Cayley says
// which columns a value takes.
func rowsOf(nodes []graphlog.NodeUpdate, quads []graphlog.QuadUpdate) ([]any, error) {
	s, p, o, l := bytesArray(), bytesArray(), bytesArray(), bytesArray()
	for _, q := range quads {
		d := q.Quad.Dirs()
		for i, a := range []*array{s, p, o, l} {
			a.bytes(d[i][:])
		}
	}
	hash, refs, data := bytesArray(), newArray(oid.T_int4), bytesArray()
	text, datatype, language := newArray(oid.T_text), newArray(oid.T_text), newArray(oid.T_text)
	iri, bnode, truth := newArray(oid.T_bool), newArray(oid.T_bool), newArray(oid.T_bool)
	number, float, moment := newArray(oid.T_int8), newArray(oid.T_float8), newArray(oid.T_timestamptz)
	for _, n := range nodes {
		kind, given, err := cayleysql.NodeValues(cayleysql.NodeHash{ValueHash: n.Hash}, n.Val)
		if err != nil {
			return nil, err
		}
		var row node
		for i, column := range kind.Columns() {
			if err := row.set(column, given[i+1]); err != nil {
				return nil, err
			}
		}
		hash.bytes(n.Hash[:])
		refs.int32(n.RefInc)
		data.bytes(row.data)
		text.text(row.text)
		datatype.text(row.datatype)
		language.text(row.language)
		iri.bool(row.iri)
		bnode.bool(row.bnode)
		number.int64(row.int)
		truth.bool(row.bool)
		float.float(row.float)
		moment.time(row.time)
	}
	return []any{s, p, o, l, hash, refs, data, text, datatype, language, iri, bnode, number, truth, float, moment}, nil
}

// set sets a column to what Cayley would store in it.
func (n *node) set(column string, value any) error {
	switch column {
	case "value":
		n.data = value.([]byte)
		return nil
	case "value_string":
		return n.text.Scan(value)
	case "datatype":
		return n.datatype.Scan(value)
	case "language":
		return n.language.Scan(value)
	case "iri":
		return n.iri.Scan(value)
	case "bnode":
		return n.bnode.Scan(value)
	case "value_int":
		return n.int.Scan(value)
	case "value_bool":
		return n.bool.Scan(value)
	case "value_float":
		return n.float.Scan(value)
	case "value_time":
		return n.time.Scan(value)
	}
	return fmt.Errorf("the value has a column %q that this program does not know", column)
}
