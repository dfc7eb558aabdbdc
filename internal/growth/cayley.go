package growth

import (
	"context"
	"errors"
	"slices"

	"github.com/cayleygraph/cayley"
	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// The predicates: a claim is a node of its own, as in the store.
const (
	hasSource   = quad.IRI("source")
	hasTarget   = quad.IRI("target")
	hasRelation = quad.IRI("relation")
	hasPart     = quad.IRI("part")
)

// Cayley holds a simple world in Cayley's memory store, and answers by path queries.
type Cayley struct {
	graph *cayley.Handle
	quads int
}

// NewCayley loads the claims and parts of a snapshot.
func NewCayley(s *graph.Snapshot) (*Cayley, error) {
	g, err := cayley.NewMemoryGraph()
	if err != nil {
		return nil, err
	}
	c := &Cayley{graph: g}
	var deltas []cayleygraph.Delta
	flush := func(least int) error {
		if len(deltas) < least || len(deltas) == 0 {
			return nil
		}
		c.quads += len(deltas)
		err := g.ApplyDeltas(deltas, cayleygraph.IgnoreOpts{})
		deltas = deltas[:0]
		return err
	}
	add := func(subject quad.IRI, predicate, object quad.IRI) {
		deltas = append(deltas, cayleygraph.Delta{Quad: quad.Quad{Subject: subject, Predicate: predicate, Object: object}, Action: cayleygraph.Add})
	}
	for _, n := range s.Nodes() {
		for _, p := range n.Members() {
			add(quad.IRI(n.Ref), hasPart, quad.IRI(p.Ref))
		}
		if err := flush(2000); err != nil {
			return nil, err
		}
	}
	for _, m := range s.Mappings() {
		if m.Relation == relation.NoRelationship {
			continue
		}
		id := quad.IRI(m.ID)
		add(id, hasSource, quad.IRI(m.Sources()[0].Ref))
		add(id, hasTarget, quad.IRI(m.Targets()[0].Ref))
		add(id, hasRelation, quad.IRI(m.Relation.String()))
		if err := flush(2000); err != nil {
			return nil, err
		}
	}
	return c, flush(0)
}

// Close frees the store.
func (c *Cayley) Close() error { return c.graph.Close() }

// Quads returns how many there are.
func (c *Cayley) Quads() int { return c.quads }

// Ask holds requirements and follows the claims, one path query for each round and each kind of conclusion, with all
// nodes that the last round found to start from. The context bounds it.
func (c *Cayley) Ask(ctx context.Context, held []string) (full, partial map[string]bool, err error) {
	full, partial = map[string]bool{}, map[string]bool{}
	var newFull, newPartial []quad.Value
	for _, ref := range held {
		full[ref] = true
		newFull = append(newFull, quad.IRI(ref))
	}
	relations := func(list ...relation.Relation) []quad.Value {
		var values []quad.Value
		for _, r := range list {
			values = append(values, quad.IRI(r.String()))
		}
		return values
	}
	// conclude follows claims of some relations, and of their converses from the other end, and parts.
	conclude := func(from []quad.Value, forth []quad.Value, back []quad.Value, parts func(*path.Path) *path.Path) ([]quad.Value, error) {
		if len(from) == 0 {
			return nil, nil
		}
		start := path.StartPath(c.graph, from...)
		p := start.In(hasSource).Has(hasRelation, forth...).Out(hasTarget).
			Or(start.In(hasTarget).Has(hasRelation, back...).Out(hasSource)).Or(parts(start))
		found, err := p.Iterate(ctx).AllValues(c.graph)
		return found, errors.Join(err, ctx.Err())
	}
	down := func(p *path.Path) *path.Path { return p.Out(hasPart) }
	up := func(p *path.Path) *path.Path { return p.In(hasPart) }
	for len(newFull)+len(newPartial) > 0 {
		toFull, err := conclude(newFull, relations(relation.EqualTo, relation.SupersetOf), relations(relation.EqualTo, relation.SubsetOf), down)
		if err != nil {
			return nil, nil, err
		}
		toPartial, err := conclude(newFull, relations(relation.IntersectsWith, relation.SubsetOf), relations(relation.IntersectsWith, relation.SupersetOf), up)
		if err != nil {
			return nil, nil, err
		}
		more, err := conclude(newPartial, relations(relation.EqualTo, relation.SubsetOf), relations(relation.EqualTo, relation.SupersetOf), up)
		if err != nil {
			return nil, nil, err
		}
		newFull, newPartial = nil, nil
		for _, v := range toFull {
			if ref := string(v.(quad.IRI)); !full[ref] {
				full[ref] = true
				newFull = append(newFull, v)
			}
		}
		for _, v := range slices.Concat(toPartial, more) {
			if ref := string(v.(quad.IRI)); !full[ref] && !partial[ref] {
				partial[ref] = true
				newPartial = append(newPartial, v)
			}
		}
	}
	return full, partial, nil
}
