package editor

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/relation"
)

const catalogA = `standard: acme-policy
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

var catalogB = strings.NewReplacer("acme-policy", "acme-scheme", "Acme policy", "Acme scheme").Replace(catalogA)

// claim is one that breaks no rule.
func claim() graph.Mapping {
	return graph.Mapping{
		Crosswalk: "acme-policy--acme-scheme", From: []string{"acme-policy/1"}, To: []string{"acme-scheme/1"},
		Relation: relation.SupersetOf, Basis: graph.Functional, Strength: 7,
		Why:       graph.Text{EN: "Both ask for long passwords.", KO: "둘 다 긴 비밀번호를 요구한다."},
		Remainder: graph.Remainder{From: graph.Text{EN: "Their change.", KO: "변경 주기."}},
		Source:    graph.Source{Key: "acme", Kind: graph.ProjectSource, Title: "Acme", Licence: "CC-BY-4.0"},
	}
}

func newEditor(t *testing.T) *Editor {
	t.Helper()
	s, err := store.Open(context.Background(), "mem:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	e := New(s)
	imported(t, e)
	return e
}

func imported(t *testing.T, e *Editor) {
	t.Helper()
	out, err := e.Import(context.Background(), Request{Author: "ann"}, []File{{"acme-policy.yaml", []byte(catalogA)}, {"acme-scheme.yaml", []byte(catalogB)}})
	if err != nil {
		t.Fatal(err)
	}
	if out.Entry.Revision != 1 || out.Entry.Action != ActionImport || out.Entry.Detail != `["acme-policy.yaml","acme-scheme.yaml"]` || len(out.After.Snapshot().Standards()) != 2 {
		t.Fatalf("the import became %+v", out)
	}
}

func TestClaimsComeAndAreReviewedAndGo(t *testing.T) {
	ctx, e := t.Context(), newEditor(t)
	put, err := e.PutMapping(ctx, Request{Author: "ann", Expected: 1}, claim())
	if err != nil {
		t.Fatal(err)
	}
	id := put.Entry.Subject
	if m := put.After.Snapshot().Mapping(id); m == nil || m.Review.State != graph.Draft || put.Before.Snapshot().Mapping(id) != nil {
		t.Fatalf("the claim became %+v", m)
	}
	var forbidden *ForbiddenError
	if _, err := e.ReviewMapping(ctx, Request{Author: "ann", Expected: 2}, id); !errors.As(err, &forbidden) {
		t.Errorf("an author reviewed their own claim: %v", err)
	}
	reviewed, err := e.ReviewMapping(ctx, Request{Author: "ben", Expected: 2}, id)
	if err != nil {
		t.Fatal(err)
	}
	if r := reviewed.After.Snapshot().Mapping(id).Review; r.State != graph.Reviewed || r.By != "ben" || r.On == "" {
		t.Errorf("the review is %+v", r)
	}
	changed := claim()
	changed.Strength = 5
	again, err := e.PutMapping(ctx, Request{Author: "ben", Expected: 3}, changed)
	if err != nil {
		t.Fatal(err)
	}
	if m := again.After.Snapshot().Mapping(id); m.Strength != 5 || m.Review.State != graph.Draft {
		t.Errorf("a claim that changed is still reviewed: %+v", m)
	}
	if _, err := e.ReviewMapping(ctx, Request{Author: "ben", Expected: 4}, id); !errors.As(err, &forbidden) {
		t.Errorf("who changed a claim reviewed it: %v", err)
	}
	withdrawn, err := e.WithdrawMapping(ctx, Request{Author: "ann", Expected: 4}, id)
	if err != nil || withdrawn.After.Snapshot().Mapping(id) != nil {
		t.Errorf("error %v; the claim is still there", err)
	}
	undone, err := e.UndoTo(ctx, Request{Author: "ann", Expected: 5}, 3)
	if err != nil || undone.After.Snapshot().Mapping(id).Strength != 7 || undone.Entry.Revision != 6 {
		t.Errorf("error %v; after the undo: %+v", err, undone.Entry)
	}
	log, err := e.store.Log(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var did []string
	for _, l := range log {
		did = append(did, l.Author+" "+l.Action)
	}
	want := []string{"ann import", "ann put-mapping", "ben review-mapping", "ben put-mapping", "ann withdraw-mapping", "ann undo"}
	if d := cmp.Diff(want, did); d != "" {
		t.Errorf("the log (-want +got)\n%s", d)
	}
}

func TestChangesThatAreRefusedChangeNothing(t *testing.T) {
	ctx, e := t.Context(), newEditor(t)
	bad := claim()
	bad.Remainder, bad.Strength = graph.Remainder{}, 10
	for name, refused := range map[string]func() error{
		"M015": func() error { _, err := e.PutMapping(ctx, Request{Author: "ann", Expected: 1}, bad); return err },
		"M010": func() error { _, err := e.PutMapping(ctx, Request{Author: "ann", Expected: 1}, bad); return err },
		"revision 1, and the change was made for 7": func() error {
			_, err := e.PutMapping(ctx, Request{Author: "ann", Expected: 7}, claim())
			return err
		},
		`the claim "nothing" does not exist`: func() error { _, err := e.WithdrawMapping(ctx, Request{Expected: 1}, "nothing"); return err },
		"F003": func() error {
			_, err := e.Import(ctx, Request{Expected: 1}, []File{{"x.yaml", []byte("a: [")}})
			return err
		},
		"revision 9": func() error { _, err := e.UndoTo(ctx, Request{Expected: 1}, 9); return err },
		"acme-nowhere": func() error {
			m := claim()
			m.Crosswalk, m.To = "acme-policy--acme-nowhere", []string{"acme-nowhere/1"}
			_, err := e.PutMapping(ctx, Request{Author: "ann", Expected: 1}, m)
			return err
		},
	} {
		if err := refused(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("error %v, want one that says %s", err, name)
		}
	}
	if rev, err := e.store.Head(ctx); err != nil || rev.Number != 1 {
		t.Errorf("the store is at %v, error %v", rev, err)
	}
}

func TestDryRunAndRepetition(t *testing.T) {
	ctx, e := t.Context(), newEditor(t)
	dry, err := e.PutMapping(ctx, Request{Author: "ann", Expected: 1, DryRun: true}, claim())
	if err != nil || len(dry.After.Snapshot().Mappings()) != 1 || dry.Entry.Revision != 0 {
		t.Fatalf("error %v, %+v", err, dry)
	}
	if rev, err := e.store.Head(ctx); err != nil || rev.Number != 1 {
		t.Fatalf("a dry run made %v, error %v", rev, err)
	}
	request := Request{Author: "ann", Expected: 1, Key: "once"}
	first, err := e.PutMapping(ctx, request, claim())
	if err != nil {
		t.Fatal(err)
	}
	second, err := e.PutMapping(ctx, request, claim())
	if err != nil || !second.Repeated || second.Entry != first.Entry {
		t.Errorf("error %v; the repetition became %+v, the first %+v", err, second.Entry, first.Entry)
	}
	if rev, err := e.store.Head(ctx); err != nil || rev.Number != 2 {
		t.Errorf("the store is at %v, error %v", rev, err)
	}
}

// TestContradictionsAreRefused has claims that are true each by itself and not together.
func TestContradictionsAreRefused(t *testing.T) {
	ctx, e := t.Context(), newEditor(t)
	scheme := strings.NewReplacer("acme-policy", "acme-third", "Acme policy", "Acme third").Replace(catalogA)
	if _, err := e.Import(ctx, Request{Author: "ann", Expected: 1}, []File{{"acme-third.yaml", []byte(scheme)}}); err != nil {
		t.Fatal(err)
	}
	between := func(from, to string, rel relation.Relation) graph.Mapping {
		m := claim()
		m.Crosswalk, m.From, m.To, m.Relation = from+"--"+to, []string{from + "/1"}, []string{to + "/1"}, rel
		switch m.Remainder = (graph.Remainder{}); rel {
		case relation.EqualTo:
			m.Strength = 10
		case relation.NoRelationship:
			m.Strength, m.Basis = 0, ""
		}
		return m
	}
	for i, m := range []graph.Mapping{between("acme-policy", "acme-scheme", relation.EqualTo), between("acme-scheme", "acme-third", relation.EqualTo)} {
		if _, err := e.PutMapping(ctx, Request{Author: "ann", Expected: 2 + i}, m); err != nil {
			t.Fatal(err)
		}
	}
	denial := between("acme-policy", "acme-third", relation.NoRelationship)
	var refused *RefusedError
	for _, dry := range []bool{true, false} {
		_, err := e.PutMapping(ctx, Request{Author: "ann", Expected: 4, DryRun: dry}, denial)
		if !errors.As(err, &refused) || len(refused.Diagnostics) != 1 || refused.Diagnostics[0].Code != "X001" || refused.Diagnostics[0].File == "" {
			t.Fatalf("a contradiction came in: %v", err)
		}
	}
	// Data that contradicts itself already can be mended, and changed elsewhere.
	head, datasets, err := e.store.Datasets(ctx)
	if err != nil {
		t.Fatal(err)
	}
	denial.ID, denial.Review = graph.MappingID(denial.Crosswalk, "acme", denial.From, denial.To), graph.Review{State: graph.Draft}
	datasets = append(datasets, &graph.Dataset{
		Name: denial.Crosswalk, Mappings: []*graph.Mapping{&denial},
		Crosswalk: &graph.Crosswalk{Name: denial.Crosswalk, From: "acme-policy", To: "acme-third", Author: "ann", Sources: []graph.Source{denial.Source}},
	})
	if _, err := e.store.Publish(ctx, "ann", datasets); err != nil {
		t.Fatal(err)
	}
	elsewhere := between("acme-policy", "acme-scheme", relation.EqualTo)
	elsewhere.Why.EN = "Both ask for passwords that are long."
	if _, err := e.PutMapping(ctx, Request{Author: "ann", Expected: head.Number + 1}, elsewhere); err != nil {
		t.Errorf("data with a contradiction cannot be changed: %v", err)
	}
	mended, err := e.WithdrawMapping(ctx, Request{Author: "ann", Expected: head.Number + 2}, denial.ID)
	if err != nil {
		t.Fatal(err)
	}
	if list, err := mended.After.Contradictions(ctx); err != nil || len(list) > 0 {
		t.Errorf("error %v; it still contradicts itself: %v", err, list)
	}
}
