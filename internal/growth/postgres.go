//go:build unix

package growth

import (
	"context"
	"database/sql"

	"github.com/lib/pq"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/pgtest"
	"github.com/clausegraph/clausegraph/relation"
)

// Postgres holds a simple world in a PostgreSQL server of its own, and answers by one recursive query.
type Postgres struct {
	server *pgtest.Server
	db     *sql.DB
}

// NewPostgres starts a server and loads what each node lets conclude of others: a row for each claim and direction that
// concludes something, and for each part and direction, with an index on where it starts. 2 is FULL, 1 is PARTIAL.
func NewPostgres(ctx context.Context, s *graph.Snapshot) (*Postgres, error) {
	server, err := pgtest.Start(ctx, "shared_buffers=1GB", "work_mem=256MB", "maintenance_work_mem=512MB", "max_wal_size=8GB", "jit=off")
	if err != nil {
		return nil, err
	}
	p := &Postgres{server: server}
	dsn, err := server.DSN()
	if err == nil {
		p.db, err = sql.Open("postgres", dsn)
	}
	if err == nil {
		err = p.load(ctx, s)
	}
	if err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

func (p *Postgres) load(ctx context.Context, s *graph.Snapshot) error {
	if _, err := p.db.ExecContext(ctx, `CREATE TABLE arcs (src int NOT NULL, dst int NOT NULL, need int NOT NULL, give int NOT NULL)`); err != nil {
		return err
	}
	tx, err := p.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	rows, err := tx.Prepare(pq.CopyIn("arcs", "src", "dst", "need", "give"))
	if err != nil {
		return err
	}
	var failed error
	add := func(src, dst *graph.Requirement, need, give int) {
		if failed == nil {
			_, failed = rows.Exec(src.Index(), dst.Index(), need, give)
		}
	}
	read := func(from, to *graph.Requirement, r relation.Relation) {
		switch r {
		case relation.EqualTo:
			add(from, to, 2, 2)
			add(from, to, 1, 1)
		case relation.SupersetOf:
			add(from, to, 2, 2)
		case relation.SubsetOf:
			add(from, to, 1, 1)
		case relation.IntersectsWith:
			add(from, to, 2, 1)
		}
	}
	for _, n := range s.Nodes() {
		for _, part := range n.Members() {
			add(n, part, 2, 2)
			add(part, n, 1, 1)
		}
	}
	for _, m := range s.Mappings() {
		read(m.Sources()[0], m.Targets()[0], m.Relation)
		read(m.Targets()[0], m.Sources()[0], m.Relation.Converse())
	}
	if failed != nil {
		return failed
	}
	if _, err := rows.Exec(); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	for _, statement := range []string{`CREATE INDEX ON arcs (src) INCLUDE (dst, need, give)`, `VACUUM ANALYZE arcs`} {
		if _, err := p.db.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// Ask holds nodes and returns, by node, 2 for what is FULL and 1 for what is PARTIAL, of the nodes asked for.
func (p *Postgres) Ask(ctx context.Context, held, wanted []int32) (map[int32]int, error) {
	rows, err := p.db.QueryContext(ctx, `
		WITH RECURSIVE known(node, verdict) AS (
			SELECT unnest($1::int[]), 2
			UNION
			SELECT arcs.dst, arcs.give FROM known JOIN arcs ON arcs.src = known.node AND known.verdict >= arcs.need
		)
		SELECT node, max(verdict) FROM known WHERE node = ANY($2::int[]) GROUP BY node`, pq.Array(held), pq.Array(wanted))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	known := map[int32]int{}
	for rows.Next() {
		var node int32
		var verdict int
		if err := rows.Scan(&node, &verdict); err != nil {
			return nil, err
		}
		known[node] = verdict
	}
	return known, rows.Err()
}

// Close ends the server and removes it.
func (p *Postgres) Close() {
	if p.db != nil {
		p.db.Close()
	}
	p.server.Close()
}
