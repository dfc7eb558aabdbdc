package postgres

import (
	"database/sql"
	"fmt"
	"strings"
	"time"

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

// write adds values and quads with a few statements for each transaction. Cayley calls it first in every transaction,
// those that delete included.
//
// Only what was really inserted counts as a reference to a value: Cayley counts duplicates, too, and its counts drift.
func write(tx *sql.Tx, nodes []graphlog.NodeUpdate, quads []graphlog.QuadUpdate, _ graph.IgnoreOpts) error {
	if err := hold(tx); err != nil {
		return err
	}
	if len(quads) == 0 {
		return nil
	}
	if err := writeValues(tx, nodes); err != nil {
		return err
	}
	var s, p, o, l pq.ByteaArray
	for _, q := range quads {
		d := q.Quad.Dirs()
		s, p, o, l = append(s, d[0][:]), append(p, d[1][:]), append(o, d[2][:]), append(l, d[3][:])
	}
	_, err := tx.Exec(`
		WITH inserted AS (
			INSERT INTO quads (subject_hash, predicate_hash, object_hash, label_hash, ts)
			SELECT s, p, o, l, now() FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS u(s, p, o, l)
			ON CONFLICT DO NOTHING
			RETURNING subject_hash, predicate_hash, object_hash, label_hash
		), uses AS (
			SELECT hash, count(*) AS n FROM inserted, LATERAL (VALUES (subject_hash), (predicate_hash), (object_hash), (label_hash)) AS v(hash)
			GROUP BY hash
		)
		UPDATE nodes SET refs = refs + uses.n FROM uses WHERE nodes.hash = uses.hash`, s, p, o, l)
	return err
}

// columnType is the type of a column of the table of values, as an array of it is passed.
var columnType = map[string]string{
	"hash": "bytea", "value": "bytea", "value_string": "text", "datatype": "text", "language": "text", "iri": "bool", "bnode": "bool",
	"value_int": "bigint", "value_bool": "bool", "value_float": "float8", "value_time": "timestamptz",
}

// array returns the values as PostgreSQL takes an array of their type.
func array(values []any) any {
	switch values[0].(type) {
	case []byte:
		return pq.Array(typed[[]byte](values))
	case string:
		return pq.Array(typed[string](values))
	case bool:
		return pq.Array(typed[bool](values))
	case int64:
		return pq.Array(typed[int64](values))
	case float64:
		return pq.Array(typed[float64](values))
	}
	return pq.Array(typed[time.Time](values))
}

func typed[T any](values []any) []T {
	list := make([]T, len(values))
	for i, v := range values {
		list[i] = v.(T)
	}
	return list
}

// writeValues adds the values that are not there yet, without references to them.
func writeValues(tx *sql.Tx, nodes []graphlog.NodeUpdate) error {
	columns := map[cayleysql.ValueType][][]any{}
	for _, n := range nodes {
		kind, values, err := cayleysql.NodeValues(cayleysql.NodeHash{ValueHash: n.Hash}, n.Val)
		if err != nil {
			return err
		}
		if columns[kind] == nil {
			columns[kind] = make([][]any, len(values))
		}
		for i, v := range values {
			columns[kind][i] = append(columns[kind][i], v)
		}
	}
	for kind, values := range columns {
		names := append([]string{"hash"}, kind.Columns()...)
		var arrays []string
		var args []any
		for i, name := range names {
			arrays = append(arrays, fmt.Sprintf("$%d::%s[]", i+1, columnType[name]))
			args = append(args, array(values[i]))
		}
		statement := "INSERT INTO nodes (refs, " + strings.Join(names, ", ") + ") SELECT 0, u.* FROM unnest(" + strings.Join(arrays, ", ") +
			") AS u ON CONFLICT (hash) DO NOTHING"
		if _, err := tx.Exec(statement, args...); err != nil {
			return err
		}
	}
	return nil
}
