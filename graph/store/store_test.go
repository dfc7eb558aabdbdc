package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// fataler is what testing.TB and rapid.T have in common.
type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func publish(t fataler, s *Store, datasets []*graph.Dataset) graph.Revision {
	t.Helper()
	rev, err := s.Publish(context.Background(), "tester", datasets)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

func snapshot(t fataler, s *Store) *graph.Snapshot {
	t.Helper()
	snap, err := s.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

// links is how a snapshot is linked, in refs.
func links(s *graph.Snapshot) []string {
	var lines []string
	line := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	list := func(nodes []*graph.Requirement) string {
		return strings.Join(convert(nodes, func(r *graph.Requirement) string { return r.Ref }), " ")
	}
	for _, std := range s.Standards() {
		line("%s: %s; assessable %s", std.Ref, list(std.Requirements()), list(std.Assessable()))
	}
	for i, r := range s.Nodes() {
		var parent string
		if r.Parent() != nil {
			parent = r.Parent().Ref
		}
		line("%d %d %s of %s in %s: children %s; points %s", i, r.Index(), r.Ref, r.Standard().Ref, parent,
			list(r.Children()), list(r.Points()))
		for _, c := range r.Claims() {
			line("  %s %v", c.Mapping.ID, c.Target)
		}
	}
	for i, m := range s.Mappings() {
		line("%d %d %s: %s > %s", i, m.Index(), m.ID, list(m.Sources()), list(m.Targets()))
	}
	for _, c := range s.Crosswalks() {
		line("%s: %v", c.Name, convert(c.Mappings(), func(m *graph.Mapping) string { return m.ID }))
	}
	for _, scheme := range s.Schemes() {
		for i := range scheme.Facts {
			line("the fact %s of %s", scheme.Facts[i].ID, scheme.Facts[i].Scheme().Ref)
		}
		for i := range scheme.Omissions {
			line("omission %d of %s", i+1, scheme.Omissions[i].Scheme().Ref)
		}
	}
	for _, t := range s.Glossary() {
		ids := func(terms []*graph.Term) any { return convert(terms, func(t *graph.Term) string { return t.ID }) }
		line("the term %q of %s: %q > %q, %q", t.ID, t.Glossary().Ref, ids(t.BroaderTerms()), ids(t.NarrowerTerms()), ids(t.RelatedTerms()))
	}
	return lines
}

// diff compares all that snapshots hold; what is empty in a dataset may be empty or nil.
func diff(want, got *graph.Snapshot) string {
	options := cmp.Options{
		cmpopts.EquateEmpty(),
		cmpopts.IgnoreUnexported(graph.Standard{}, graph.Requirement{}, graph.Mapping{}, graph.Crosswalk{}, graph.Fact{}, graph.Omission{}, graph.Term{}),
	}
	return cmp.Diff(want.Revision(), got.Revision(), options) +
		cmp.Diff(want.Standards(), got.Standards(), options) +
		cmp.Diff(want.Nodes(), got.Nodes(), options) +
		cmp.Diff(want.Mappings(), got.Mappings(), options) +
		cmp.Diff(want.Crosswalks(), got.Crosswalks(), options) +
		cmp.Diff(want.Schemes(), got.Schemes(), options) +
		cmp.Diff(want.Glossaries(), got.Glossaries(), options) +
		cmp.Diff(links(want), links(got))
}

func build(t fataler, rev graph.Revision, datasets []*graph.Dataset) *graph.Snapshot {
	t.Helper()
	snap, err := graph.Build(rev, datasets)
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

func TestRoundTrip(t *testing.T) { onEach(t, testRoundTrip) }

func testRoundTrip(t *testing.T, on place) { on.check(t, comesBack(on)) }

func comesBack(on place) func(*rapid.T) {
	return func(t *rapid.T) {
		datasets := sets.Draw(t, "datasets")
		s := on.open(t)
		defer s.Close()
		before := convert(datasets, (*graph.Dataset).Hash)
		rev := publish(t, s, datasets)
		if d := cmp.Diff(before, convert(datasets, (*graph.Dataset).Hash)); d != "" {
			t.Fatalf("Publish changed its argument:\n%s", d)
		}
		if d := diff(build(t, rev, datasets), snapshot(t, s)); d != "" {
			t.Fatalf("(-published +snapshot)\n%s", d)
		}
	}
}

// small is two standards and a claim between them, with the given reason.
func small(why string) []*graph.Dataset {
	catalog := func(ref string) *graph.Dataset {
		return &graph.Dataset{
			Name:     ref,
			Standard: &graph.Standard{Ref: ref, Title: graph.Text{EN: "Title of " + ref}},
			Requirements: []*graph.Requirement{
				{Ref: ref + "/2", Number: "2", Kind: graph.KindGroup, Title: graph.Text{EN: "Two", KO: "둘"}},
				{Ref: ref + "/1", Number: "1", In: "2", Kind: graph.KindControl, Assessable: true, Laws: []string{"pipa/29"}},
			},
		}
	}
	editorial := graph.Source{Key: "editorial", Kind: graph.ProjectSource, Title: "Us"}
	m := &graph.Mapping{
		Crosswalk: "a--b", From: []string{"a/1", "a/2"}, To: []string{"b/1"}, Relation: relation.SubsetOf, Strength: 7,
		Why: graph.Text{EN: why}, Source: editorial, Review: graph.Review{State: graph.Draft},
	}
	m.ID = graph.MappingID(m.Crosswalk, editorial.Key, m.From, m.To)
	c := &graph.Crosswalk{Name: "a--b", From: "a", To: "b", Author: "us", Sources: []graph.Source{editorial}}
	return []*graph.Dataset{
		catalog("a"), catalog("b"), {Name: "a--b", Crosswalk: c, Mappings: []*graph.Mapping{m}},
	}
}

func TestEmptyStore(t *testing.T) { onEach(t, testEmptyStore) }

func testEmptyStore(t *testing.T, on place) {
	s := on.open(t)
	if rev := snapshot(t, s).Revision(); rev != (graph.Revision{}) {
		t.Errorf("revision of an empty store: %v", rev)
	}
	for _, number := range []int{-1, 0, 1} {
		if _, err := s.SnapshotAt(context.Background(), number); !errors.Is(err, ErrNoRevision) {
			t.Errorf("SnapshotAt(%d): %v, want ErrNoRevision", number, err)
		}
	}
	if rev := publish(t, s, nil); rev.Number != 1 || rev.Hash == "" {
		t.Errorf("revision of no datasets: %v", rev)
	}
}

func TestClosed(t *testing.T) { onEach(t, testClosed) }

func testClosed(t *testing.T, on place) {
	s := on.open(t)
	publish(t, s, small(""))
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
	_, published := s.Publish(context.Background(), "x", nil)
	_, read := s.Snapshot(context.Background())
	_, described := s.Describe(context.Background(), "a")
	for _, err := range []error{published, read, described, s.Export(context.Background(), nil)} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("error %v, want ErrClosed", err)
		}
	}
}

func TestRevisionHashIsOfTheContentAlone(t *testing.T) {
	onEach(t, testRevisionHashIsOfTheContentAlone)
}

func testRevisionHashIsOfTheContentAlone(t *testing.T, on place) {
	one, two := on.open(t), on.open(t)
	publish(t, two, small("earlier"))
	a := publish(t, one, small("now"))
	reversed := small("now")
	reversed[0], reversed[2] = reversed[2], reversed[0]
	b, err := two.Publish(context.Background(), "another", reversed)
	if err != nil || a.Hash != b.Hash || a.Number != 1 || b.Number != 2 {
		t.Errorf("revisions %v and %v, error %v: want equal hashes", a, b, err)
	}
}

func TestPublishRefuses(t *testing.T) { onEach(t, testPublishRefuses) }

func testPublishRefuses(t *testing.T, on place) {
	for name, change := range map[string]func([]*graph.Dataset) []*graph.Dataset{
		`two datasets have the name "a"`: func(d []*graph.Dataset) []*graph.Dataset { return append(d, d[0]) },
		`the standard "b" does not exist`: func(d []*graph.Dataset) []*graph.Dataset {
			return []*graph.Dataset{d[0], d[2]}
		},
		`unknown relation "invalid"`: func(d []*graph.Dataset) []*graph.Dataset {
			d[2].Mappings[0].Relation = 0
			return d
		},
		"has 2 values of <urn:clausegraph:term:kind>": func(d []*graph.Dataset) []*graph.Dataset {
			d[2].Mappings[0].Source.Kind = graph.OfficialSource // the crosswalk says otherwise of the same source
			return d
		},
	} {
		s := on.open(t)
		head := publish(t, s, small("first"))
		_, err := s.Publish(context.Background(), "tester", change(small("second")))
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("error %v, want one that says %s", err, name)
		}
		if d := diff(build(t, head, small("first")), snapshot(t, s)); d != "" {
			t.Errorf("a refused set changed the store:\n%s", d)
		}
	}
}

func TestLocalNamesAreDistinct(t *testing.T) {
	predicates := map[string]quad.Value{}
	rapid.Check(t, func(t *rapid.T) {
		contents, err := contentsOf(sets.Draw(t, "datasets"))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range contents {
			quads, err := encode(c)
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range quads {
				name := local(q.Predicate.(quad.IRI))
				if other, known := predicates[name]; known && other != q.Predicate {
					t.Fatalf("%s and %s", q.Predicate, other)
				}
				predicates[name] = q.Predicate
			}
		}
	})
}
