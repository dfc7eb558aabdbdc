package store

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/graph"
)

// modelled is what a store should hold of a revision.
type modelled struct {
	graph.Revision
	active map[string]*graph.Dataset
}

func (m modelled) datasets() []*graph.Dataset {
	var list []*graph.Dataset
	for _, d := range m.active {
		list = append(list, d)
	}
	return list
}

// change draws a set that differs from the given one: catalogs with another title, crosswalks and schemes gone, or all new.
func change(t *rapid.T, given []*graph.Dataset) map[string]*graph.Dataset {
	if given == nil || rapid.IntRange(0, 9).Draw(t, "anew") == 0 {
		given = sets.Draw(t, "datasets")
	}
	active := map[string]*graph.Dataset{}
	for _, d := range given {
		next := *d
		switch rapid.IntRange(0, 5).Draw(t, "change of "+d.Name) {
		case 0:
			if next.Standard == nil {
				continue
			}
			std := *next.Standard
			std.Title = graph.Text{EN: rapid.StringMatching("[ab]").Draw(t, "title")} // soon a title it had before
			next.Standard = &std
		case 1:
			if next.Crosswalk != nil && len(next.Mappings) > 0 {
				next.Mappings = next.Mappings[1:]
			}
		}
		active[d.Name] = &next
	}
	return active
}

// TestPublishSequences compares a store with a plain map: after each of a row of publications what is current, and in the
// end what every kept revision was, and that nothing else is stored.
func TestPublishSequences(t *testing.T) { onEach(t, testPublishSequences) }

func testPublishSequences(t *testing.T, on place) {
	on.check(t, func(t *rapid.T) {
		s := on.open(t)
		defer s.Close()
		if rapid.Bool().Draw(t, "remember") {
			s.Remember()
		}
		var past []modelled
		for range rapid.IntRange(1, 2*keep).Draw(t, "publications") {
			next := modelled{}
			if len(past) > 0 {
				next.active = change(t, past[len(past)-1].datasets())
			} else {
				next.active = change(t, nil)
			}
			next.Revision = publish(t, s, next.datasets())
			if len(past) > 0 {
				last := past[len(past)-1]
				same := cmp.Equal(digests(last), digests(next))
				if same != (next.Revision == last.Revision) || !same && next.Number != last.Number+1 {
					t.Fatalf("revision %v follows %v; equal content: %v", next.Revision, last.Revision, same)
				}
				if same {
					continue
				}
			}
			past = append(past, next)
			if d := diff(build(t, next.Revision, next.datasets()), snapshot(t, s)); d != "" {
				t.Fatalf("(-model +snapshot)\n%s", d)
			}
		}
		checkHistory(t, s, past)
	})
}

func digests(m modelled) map[string]string {
	hashes := map[string]string{}
	for name, d := range m.active {
		hashes[name] = d.Hash()
	}
	return hashes
}

func checkHistory(t *rapid.T, s *Store, past []modelled) {
	t.Helper()
	head := past[len(past)-1]
	expected := map[string]bool{}
	quads := 0
	for _, m := range past {
		snap, err := s.SnapshotAt(context.Background(), m.Number)
		if m.Number <= head.Number-keep {
			if !errors.Is(err, ErrNoRevision) {
				t.Fatalf("revision %d of %d: %v, want ErrNoRevision", m.Number, head.Number, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if d := diff(build(t, m.Revision, m.datasets()), snap); d != "" {
			t.Fatalf("revision %d (-model +snapshot)\n%s", m.Number, d)
		}
		contents, err := contentsOf(m.datasets())
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range contents {
			if !expected[c.id()] {
				stated, err := encode(c)
				if err != nil {
					t.Fatal(err)
				}
				quads += len(stated)
			}
			expected[c.id()] = true
		}
		quads += len(revision{m.Revision, convert(contents, content.id), Format}.quads())
	}
	stats, err := s.quads.Stats(context.Background(), true)
	if err != nil || int(stats.Quads.Size) != quads {
		t.Fatalf("%d quads are stored, error %v; the kept revisions have %d", stats.Quads.Size, err, quads)
	}
}

// TestNewerFormatIsRefused has a newer program publish: this one says so, and neither reads nor publishes past it.
func TestNewerFormatIsRefused(t *testing.T) {
	s, err := Open(t.Context(), "mem:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	newer := revision{Revision: graph.Revision{Number: 1, Hash: revisionHash(nil), Author: "newer"}, format: Format + 1}
	if err := s.commit(t.Context(), newer.quads()); err != nil {
		t.Fatal(err)
	}
	for name, read := range map[string]func() error{
		"Head":      func() error { _, err := s.Head(t.Context()); return err },
		"Snapshot":  func() error { _, err := s.Snapshot(t.Context()); return err },
		"Revisions": func() error { _, err := s.Revisions(t.Context()); return err },
		"Publish":   func() error { _, err := s.Publish(t.Context(), "older", nil); return err },
	} {
		if err := read(); !errors.Is(err, ErrNewer) {
			t.Errorf("%s: %v; want ErrNewer", name, err)
		}
	}
}
