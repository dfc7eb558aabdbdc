//go:build unix

package main

import (
	"fmt"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/growth"
)

// question is the one that the engine and others are asked: the verdicts on a standard for a holder of three.
type question struct {
	snapshot *graph.Snapshot
	engine   *coverage.Engine
	held     []int32
	asked    coverage.Question
}

func newQuestion(standards int) (*question, error) {
	s, err := build(sizeOf(standards), true)
	if err != nil {
		return nil, err
	}
	held := growth.InDomain(0, 3)
	return &question{s, coverage.New(s), growth.Held(s, held), coverage.Question{Held: held, Target: growth.Ref(9)}}, nil
}

// ask asks the engine. The answer must be the same as that of the others.
func (q *question) ask() *coverage.Analysis {
	a, err := q.engine.Gap(q.asked)
	if err != nil {
		panic(err)
	}
	return a
}

// agree returns an error where another answer differs.
func (q *question) agree(who string, verdict func(*graph.Requirement) coverage.Verdict) error {
	for _, i := range q.ask().Items {
		if v := verdict(i.Requirement); i.Verdict <= coverage.Partial && v != i.Verdict || i.Verdict > coverage.Partial && v != coverage.Unknown {
			return fmt.Errorf("%s says that %s is %v, the engine %v", who, i.Requirement.Ref, v, i.Verdict)
		}
	}
	return nil
}

func (m *measurement) postgres(standards int) error {
	progress("the same in PostgreSQL, without what a recursive query cannot say")
	q, err := newQuestion(standards)
	if err != nil {
		return err
	}
	p, err := growth.NewPostgres(m.ctx, q.snapshot)
	if err != nil {
		return err
	}
	defer p.Close()
	target := growth.Held(q.snapshot, []string{q.asked.Target})
	progress("asking PostgreSQL")
	var known map[int32]int
	theirs := best(3, func() {
		if known, err = p.Ask(m.ctx, q.held, target); err != nil {
			panic(err)
		}
	})
	err = q.agree("PostgreSQL", func(r *graph.Requirement) coverage.Verdict {
		return [...]coverage.Verdict{coverage.Unknown, coverage.Partial, coverage.Full}[known[int32(r.Index())]]
	})
	if err != nil {
		return err
	}
	m.compare("a recursive query in PostgreSQL", q, theirs)
	return nil
}

func (m *measurement) cayley(standards int) error {
	progress("a part of it in Cayley")
	q, err := newQuestion(standards)
	if err != nil {
		return err
	}
	c, err := growth.NewCayley(q.snapshot)
	if err != nil {
		return err
	}
	defer c.Close()
	var refs []string
	for _, n := range q.held {
		refs = append(refs, q.snapshot.Nodes()[n].Ref)
	}
	progress("asking Cayley, with %d quads", c.Quads())
	var full, partial map[string]bool
	theirs := best(1, func() {
		if full, partial, err = c.Ask(m.ctx, refs); err != nil {
			panic(err)
		}
	})
	err = q.agree("Cayley", func(r *graph.Requirement) coverage.Verdict {
		switch {
		case full[r.Ref]:
			return coverage.Full
		case partial[r.Ref]:
			return coverage.Partial
		}
		return coverage.Unknown
	})
	if err != nil {
		return err
	}
	m.compare("path queries in Cayley's memory store", q, theirs)
	return nil
}

// compare adds the row for another way to ask the question.
func (m *measurement) compare(who string, q *question, theirs time.Duration) {
	ours := inTurn(5*time.Second, func() { q.ask() })[0]
	m.row(fmt.Sprintf("the same verdicts by %s, %d claims: %s against %s", who, len(q.snapshot.Mappings()), short(theirs), short(ours)), ratio(theirs, ours), "≥ 100")
}
