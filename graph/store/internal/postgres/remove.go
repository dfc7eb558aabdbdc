package postgres

import (
	"errors"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// quadStore is Cayley's view of a store, but for transactions that only delete: in those, Cayley takes a round trip for each
// quad and for each of its values.
type quadStore struct {
	graph.QuadStore
	of *Store
}

// ApplyDeltas makes all the changes or none.
func (q quadStore) ApplyDeltas(deltas []graph.Delta, opts graph.IgnoreOpts) error {
	other := func(d graph.Delta) bool { return d.Action != graph.Delete || d.Quad.Label == nil }
	if len(deltas) == 0 || !opts.IgnoreMissing || slices.ContainsFunc(deltas, other) {
		return q.QuadStore.ApplyDeltas(deltas, opts)
	}
	return q.of.remove(deltas)
}

// remove deletes those of the quads that are there, and the values that no quad has any more.
func (s *Store) remove(deltas []graph.Delta) error {
	var columns [4]*array
	var arguments []any
	for i := range columns {
		columns[i] = bytesArray()
		arguments = append(arguments, columns[i])
	}
	for _, d := range deltas {
		for i, direction := range quad.Directions {
			hash := graph.HashOf(d.Quad.Get(direction))
			columns[i].bytes(hash[:])
		}
	}
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	if _, err = hold(tx); err == nil {
		_, err = tx.Exec(removeQuads, arguments...)
	}
	if err == nil {
		_, err = tx.Exec(`DELETE FROM nodes WHERE refs <= 0`)
	}
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// removeQuads deletes quads. Only what was really there was a reference to its values. The object is between itself and
// itself, lest a table without statistics be searched through the index by object, in which one value may have a million quads.
const removeQuads = `
	WITH removed AS (
		DELETE FROM quads USING unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS u(s, p, o, l)
		WHERE subject_hash = s AND predicate_hash = p AND object_hash BETWEEN o AND o AND label_hash = l
		RETURNING subject_hash, predicate_hash, object_hash, label_hash
	), uses AS (
		SELECT hash, count(*) AS n FROM removed, LATERAL (VALUES (subject_hash), (predicate_hash), (object_hash), (label_hash)) AS v(hash)
		GROUP BY hash
	)
	UPDATE nodes SET refs = refs - uses.n FROM uses WHERE nodes.hash = uses.hash`
