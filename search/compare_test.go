//go:build unix

package search_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	_ "github.com/lib/pq"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/pgtest"
	"github.com/clausegraph/clausegraph/search"
)

// BenchmarkCompared times the judged queries on Bleve as it comes, on PostgreSQL's full-text search (with pg_trgm for
// Korean) and on ours: the same documents and queries, query by query in turn. The ratios say how many times longer the
// others take in sum; below 1 they are faster. "large" has 100,000 requirements made of sentences of the shipped ones.
func BenchmarkCompared(b *testing.B) {
	s, shipped := embedded(b)
	b.Run("shipped", func(b *testing.B) { compare(b, s, shipped) })
	b.Run("large", func(b *testing.B) {
		large := generated(b, s, 100_000)
		start := time.Now()
		x, err := search.Build(context.Background(), large)
		if err != nil {
			b.Fatal(err)
		}
		defer x.Close()
		b.ReportMetric(time.Since(start).Seconds(), "build-s")
		compare(b, large, x)
	})
}

func compare(b *testing.B, s *graph.Snapshot, x *search.Index) {
	var texts []string
	for _, t := range topics(b) {
		for _, q := range t.Queries {
			texts = append(texts, q.Text)
		}
	}
	random := rand.New(rand.NewPCG(1, 2)) // so that a few are of all kinds
	random.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	engines := []engine{ours(b, x, "ours", search.Query{}), plain(b, s)}
	if pg, ok := postgres(b, s); ok {
		engines = append(engines, pg)
	}
	took := make([][]float64, len(engines))
	for i := 0; b.Loop(); i++ {
		for j, e := range engines {
			start := time.Now()
			e.rank(texts[i%len(texts)], 20)
			took[j] = append(took[j], float64(time.Since(start).Nanoseconds())/1e6)
		}
	}
	sums := make([]float64, len(engines))
	for j, e := range engines {
		for _, ms := range took[j] {
			sums[j] += ms
		}
		slices.Sort(took[j])
		name := strings.ReplaceAll(e.name, " ", "-")
		b.ReportMetric(took[j][len(took[j])/2], name+"-p50-ms")
		b.ReportMetric(took[j][len(took[j])*99/100], name+"-p99-ms")
		if j > 0 {
			b.ReportMetric(sums[j]/sums[0], name+"/ours")
		}
	}
	b.ReportMetric(0, "ns/op")
}

// generated returns a snapshot of n requirements whose texts are sentences of the shipped ones, drawn at random.
func generated(tb testing.TB, s *graph.Snapshot, n int) *graph.Snapshot {
	tb.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	var titles, gists, points []graph.Text
	for _, r := range s.Nodes() {
		switch {
		case r.IsPoint():
			points = append(points, r.Gist)
		default:
			titles, gists = append(titles, r.Title), append(gists, r.Gist)
		}
	}
	draw := func(list []graph.Text) graph.Text { return list[random.IntN(len(list))] }
	sets := []*graph.Dataset{{Name: "glossary", Glossary: s.Glossaries()[0]}}
	const each = 2000
	for ; n > 0; n -= each {
		name := fmt.Sprintf("generated-%d", n)
		d := &graph.Dataset{Name: name, Standard: &graph.Standard{Ref: name, Status: graph.Current, Title: graph.Text{EN: name, KO: name}}}
		for i := range min(each, n) {
			number := fmt.Sprintf("%d.%d.%d", i/200+1, i/20%10+1, i%20+1)
			d.Requirements = append(d.Requirements, &graph.Requirement{
				Ref: graph.JoinRef(name, number), Number: number, Kind: graph.KindControl, Title: draw(titles), Gist: draw(gists), Assessable: true,
			})
			for p := range 3 {
				part := fmt.Sprintf("%s-%d", number, p+1)
				d.Requirements = append(d.Requirements, &graph.Requirement{Ref: graph.JoinRef(name, part), Number: part, In: number, Kind: graph.KindPoint, Gist: draw(points)})
			}
		}
		sets = append(sets, d)
	}
	large, err := graph.Build(graph.Revision{Number: 1}, sets)
	if err != nil {
		tb.Fatal(err)
	}
	return large
}

// postgres returns PostgreSQL as an engine: full-text search in English, and trigrams in Korean, for which it has no
// dictionary. Without a server with pg_trgm it says so and is left out.
func postgres(b *testing.B, s *graph.Snapshot) (engine, bool) {
	server, err := pgtest.Start(context.Background())
	if err != nil {
		b.Logf("without PostgreSQL: %v", err)
		return engine{}, false
	}
	b.Cleanup(func() { _ = server.Close() })
	dsn, err := server.DSN()
	if err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	exec := func(q string, args ...any) error { _, err := db.Exec(q, args...); return err }
	if err := exec(`CREATE EXTENSION pg_trgm`); err != nil {
		b.Logf("without PostgreSQL: %v", err)
		return engine{}, false
	}
	if err := exec(`CREATE TABLE doc (ref text PRIMARY KEY, en tsvector, ko text)`); err != nil {
		b.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	for _, d := range documents(s) {
		if _, err := tx.Exec(`INSERT INTO doc VALUES ($1, setweight(to_tsvector('english', $2), 'A') || to_tsvector('english', $3), $4)`,
			d.Ref, d.TitleEN, d.GistEN+"\n"+d.PointsEN, d.TitleKO+"\n"+d.GistKO+"\n"+d.PointsKO); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	for _, q := range []string{`CREATE INDEX ON doc USING gin (en)`, `CREATE INDEX ON doc USING gin (ko gin_trgm_ops)`, `ANALYZE doc`} {
		if err := exec(q); err != nil {
			b.Fatal(err)
		}
	}
	const english = `SELECT ref FROM doc, (SELECT replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery AS q) AS asked
		WHERE en @@ q ORDER BY ts_rank(en, q) DESC LIMIT $2`
	const korean = `SELECT ref FROM doc WHERE ko %> $1 ORDER BY word_similarity($1, ko) DESC LIMIT $2`
	return engine{"PostgreSQL", func(text string, most int) []string {
		query := english
		if strings.ContainsFunc(text, func(r rune) bool { return '가' <= r && r <= '힣' }) {
			query = korean
		}
		rows, err := db.Query(query, text, most)
		if err != nil {
			b.Fatalf("%s: %v", text, err)
		}
		defer rows.Close()
		var refs []string
		for rows.Next() {
			var ref string
			if err := rows.Scan(&ref); err != nil {
				b.Fatal(err)
			}
			refs = append(refs, ref)
		}
		if err := rows.Err(); err != nil {
			b.Fatal(err)
		}
		return refs
	}}, true
}
