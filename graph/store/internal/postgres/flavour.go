package postgres

import (
	"database/sql"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	graphlog "github.com/cayleygraph/cayley/graph/log"
	cayleysql "github.com/cayleygraph/cayley/graph/sql"
	cayleypq "github.com/cayleygraph/cayley/graph/sql/postgres"
	"github.com/lib/pq"
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
// Only what was really inserted counts as a reference to a value: Cayley counts duplicates, too, and its counts drift.
func write(tx *sql.Tx, nodes []graphlog.NodeUpdate, quads []graphlog.QuadUpdate, _ graph.IgnoreOpts) error {
	if err := hold(tx); err != nil || len(quads) == 0 {
		return err
	}
	var s, p, o, l pq.ByteaArray
	for _, q := range quads {
		d := q.Quad.Dirs()
		s, p, o, l = append(s, d[0][:]), append(p, d[1][:]), append(o, d[2][:]), append(l, d[3][:])
	}
	v, err := valuesOf(nodes)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`
		WITH inserted AS (
			INSERT INTO quads (subject_hash, predicate_hash, object_hash, label_hash, ts)
			SELECT s, p, o, l, now() FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS u(s, p, o, l)
			ON CONFLICT DO NOTHING
			RETURNING subject_hash, predicate_hash, object_hash, label_hash
		), uses AS (
			SELECT hash, count(*) AS n FROM inserted, LATERAL (VALUES (subject_hash), (predicate_hash), (object_hash), (label_hash)) AS v(hash)
			GROUP BY hash
		)
		INSERT INTO nodes (refs, hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time)
		SELECT uses.n, v.* FROM unnest($5::bytea[], $6::bytea[], $7::text[], $8::text[], $9::text[], $10::bool[], $11::bool[],
			$12::bigint[], $13::bool[], $14::float8[], $15::timestamptz[])
			AS v(hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time)
		JOIN uses USING (hash)
		ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + excluded.refs`,
		s, p, o, l, v.hash, v.data, pq.Array(v.text), pq.Array(v.datatype), pq.Array(v.language), pq.Array(v.iri), pq.Array(v.bnode),
		pq.Array(v.int), pq.Array(v.bool), pq.Array(v.float), pq.Array(v.time))
	return err
}

// values are rows of Cayley's table of values, by column.
type values struct {
	hash, data               pq.ByteaArray
	text, datatype, language []sql.NullString
	iri, bnode, bool         []sql.NullBool
	int                      []sql.NullInt64
	float                    []sql.NullFloat64
	time                     []sql.NullTime
}

// valuesOf asks Cayley which columns a value takes.
func valuesOf(nodes []graphlog.NodeUpdate) (values, error) {
	var v values
	for _, n := range nodes {
		kind, given, err := cayleysql.NodeValues(cayleysql.NodeHash{ValueHash: n.Hash}, n.Val)
		if err != nil {
			return values{}, err
		}
		var row node
		for i, column := range kind.Columns() {
			if err := row.set(column, given[i+1]); err != nil {
				return values{}, err
			}
		}
		v.hash, v.data = append(v.hash, n.Hash[:]), append(v.data, row.data)
		v.text, v.datatype, v.language = append(v.text, row.text), append(v.datatype, row.datatype), append(v.language, row.language)
		v.iri, v.bnode, v.bool = append(v.iri, row.iri), append(v.bnode, row.bnode), append(v.bool, row.bool)
		v.int, v.float, v.time = append(v.int, row.int), append(v.float, row.float), append(v.time, row.time)
	}
	return v, nil
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
