//go:build unix

package editor_test

import (
	"context"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/pgtest"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/editor"
	"github.com/clausegraph/clausegraph/relation"
)

// BenchmarkChange makes changes to the shipped data: to a claim of a crosswalk of some two hundred, to one that stands alone, one that is
// only tried, and the import of a catalog with one. What a server does after a change, the new snapshot and the engine, is part of it;
// of the processor's time, that of PostgreSQL is not.
func BenchmarkChange(b *testing.B) {
	shipped, err := loader.Load(b.Context(), loader.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	pg, err := pgtest.Start(b.Context(), "fsync=on")
	if err != nil {
		b.Fatal(err)
	}
	defer pg.Close()
	dsn, err := pg.DSN()
	if err != nil {
		b.Fatal(err)
	}
	for _, spec := range []string{"mem:", "bolt:" + filepath.Join(b.TempDir(), "data.db"), "postgres:" + dsn} {
		kind, _, _ := strings.Cut(spec, ":")
		s, err := store.Open(b.Context(), spec)
		if err != nil {
			b.Fatal(err)
		}
		defer s.Close()
		rev, err := s.Publish(b.Context(), "test", shipped.Datasets)
		if err != nil {
			b.Fatal(err)
		}
		s.Remember()
		e, n := editor.New(s), rev.Number
		change := func(name string, make func(strength int, r editor.Request) (editor.Outcome, error)) {
			b.Run(kind+"/"+name, func(b *testing.B) {
				do := func() {
					out, err := make(1+n%9, editor.Request{Author: "ann", Expected: n})
					if err != nil {
						b.Fatal(err)
					}
					n = max(n, out.Entry.Revision)
					if _, err := coverage.Moves(b.Context(), out.Before, out.After, coverage.Question{}); err != nil {
						b.Fatal(err)
					}
					snapshot, err := s.Snapshot(b.Context())
					if err != nil {
						b.Fatal(err)
					}
					coverage.New(snapshot)
				}
				do() // what is remembered is remembered
				before := processorTime()
				for b.Loop() {
					do()
				}
				b.ReportMetric(float64((processorTime()-before).Milliseconds())/float64(b.N), "cpu-ms/op")
			})
		}
		put := func(crosswalk string) func(int, editor.Request) (editor.Outcome, error) {
			return func(strength int, r editor.Request) (editor.Outcome, error) {
				return e.PutMapping(context.Background(), r, acme(crosswalk, strength))
			}
		}
		change("put", put("iso-27001-2022--isms-p-2023"))
		change("put-alone", put("iso-27001-2022--isms-p-2023.acme"))
		change("dry-run", func(strength int, r editor.Request) (editor.Outcome, error) {
			r.DryRun = true
			return e.PutMapping(context.Background(), r, acme("iso-27001-2022--isms-p-2023", strength))
		})
		change("import", func(strength int, r editor.Request) (editor.Outcome, error) {
			edition := strings.Replace(policy, "Passwords are", strings.Repeat("All ", strength)+"passwords are", 1)
			return e.Import(context.Background(), r, []editor.File{{Name: "acme-policy.yaml", Content: []byte(edition)}})
		})
	}
}

// acme is a claim of an organisation about the shipped data.
func acme(crosswalk string, strength int) graph.Mapping {
	return graph.Mapping{
		Crosswalk: crosswalk, From: []string{"iso-27001-2022/A.5.17"}, To: []string{"isms-p-2023/2.5.4"}, Relation: relation.IntersectsWith, Basis: graph.Functional, Strength: strength,
		Why:       graph.Text{EN: "Our rules cover both.", KO: "당사 규정이 둘 다 포함한다."},
		Remainder: graph.Remainder{From: graph.Text{EN: "Other credentials.", KO: "그 밖의 인증 정보."}, To: graph.Text{EN: "Those of data subjects.", KO: "정보주체의 비밀번호."}},
		Source:    graph.Source{Key: "acme", Kind: graph.ProjectSource, Title: "Acme", Licence: "CC-BY-4.0"},
	}
}

const policy = `standard: acme-policy
title: {en: Acme policy, ko: 애크미 정책}
publisher: Acme
edition: "1"
published: "2026-01-01"
status: current
discipline: [information-security]
text: titles-and-own-paraphrase
unofficial: [en, ko]
requirements:
  - id: "1"
    kind: control
    title: {en: Passwords, ko: 비밀번호}
    gist: {en: Passwords are long., ko: 비밀번호는 길다.}
`

// processorTime is what this process has used.
func processorTime() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
