package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/graph"
)

// walk asks Cayley for the claims about a node: over one side of a mapping, with its relation, to the other side. It
// looks at the given releases only.
func walk(t *rapid.T, s *Store, labels []any, nodes []quad.Value, near, far quad.IRI) map[string]bool {
	ctx := context.Background()
	rows := map[string]bool{}
	err := path.StartPath(s.quads, nodes...).LabelContext(labels...).
		In(near).Tag("mapping").Save(relationTo, "relation").
		Out(far).Tag("far").
		Iterate(ctx).TagValues(s.quads, func(row map[string]quad.Value) {
		mapping, _ := mappings.id(row["mapping"].(quad.IRI))
		relation, _ := relations.id(row["relation"].(quad.IRI))
		ref, _ := refs.id(row["far"].(quad.IRI))
		rows[fmt.Sprint(mapping, " ", relation, " ", ref, " ", near == target)] = true
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// names lists the refs under which a node is known: its own, and those that profiles give it.
func names(s *graph.Snapshot, r *graph.Requirement) []quad.Value {
	known := []quad.Value{refs.iri(r.Ref)}
	for _, std := range s.Standards() {
		if alias := graph.JoinRef(std.Ref, r.Number); std.Profile != nil && s.Requirement(alias) == r {
			known = append(known, refs.iri(alias))
		}
	}
	return known
}

func TestSnapshotEqualsTraversal(t *testing.T) { onEach(t, testSnapshotEqualsTraversal) }

func testSnapshotEqualsTraversal(t *testing.T, on place) {
	on.check(t, func(t *rapid.T) {
		s := on.open(t)
		defer s.Close()
		publish(t, s, sets.Draw(t, "earlier")) // its quads stay, and must not be found
		publish(t, s, sets.Draw(t, "datasets"))
		snap := snapshot(t, s)
		var labels []any
		if err := s.read(context.Background(), func(v view) error {
			head, err := v.revision(0)
			labels = convert(head.releases, func(id string) any { return releases.iri(id) })
			return err
		}); err != nil {
			t.Fatal(err)
		}
		for _, r := range snap.Nodes() {
			claimed := map[string]bool{}
			for _, c := range r.Claims() {
				_, far := c.Mapping.Side(!c.Target)
				for _, ref := range far {
					claimed[fmt.Sprint(c.Mapping.ID, " ", c.Mapping.Relation, " ", ref, " ", c.Target)] = true
				}
			}
			walked := walk(t, s, labels, names(snap, r), source, target)
			maps.Copy(walked, walk(t, s, labels, names(snap, r), target, source))
			if d := cmp.Diff(slices.Sorted(maps.Keys(claimed)), slices.Sorted(maps.Keys(walked))); d != "" {
				t.Fatalf("%s (-snapshot +traversal)\n%s", r.Ref, d)
			}
		}
	})
}
