package store

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph"
)

// encode returns the quads of a release. It fails where the vocabulary cannot carry the content without loss, which it
// proves by reading the quads back.
func encode(c content) ([]quad.Quad, error) {
	e := encoder{label: releases.iri(c.id()), seen: map[quad.Quad]bool{}}
	r := written{&e, e.label}
	e.state(e.label, rdfType, releaseClass) // first: by it, an unfinished release is found
	r.token(datasetName, &c.Name)
	r.token(digest, &c.hash)
	e.dataset(r, c.Dataset)
	count := len(e.quads) + 1
	r.integer(quadCount, &count)
	if e.err != nil {
		return nil, fmt.Errorf("encode %s: %w", c.Name, e.err)
	}
	if _, err := decode(c.id(), e.quads); err != nil {
		return nil, fmt.Errorf("%s cannot be stored without loss; look for an id with two meanings: %w", c.Name, err)
	}
	return e.quads, nil
}

// encoder collects the distinct quads of one graph in the order they are stated.
type encoder struct {
	label quad.IRI
	quads []quad.Quad
	seen  map[quad.Quad]bool
	err   error
}

// dataset states the content, of which it changes only copies.
func (e *encoder) dataset(r written, d *graph.Dataset) {
	if d.Standard != nil {
		std := *d.Standard
		r.link(catalog, refs, &std.Ref)
		standardShape(r.at(refs, std.Ref), &std)
	}
	if d.Crosswalk != nil {
		c := *d.Crosswalk
		r.link(claims, crosswalks, &c.Name)
		crosswalkShape(r.at(crosswalks, c.Name), &c)
	}
	if d.Scheme != nil {
		s := *d.Scheme
		r.link(ofScheme, schemes, &s.Ref)
		schemeShape(r.at(schemes, s.Ref), &s)
	}
	if d.Glossary != nil {
		g := *d.Glossary
		r.link(ofGlossary, glossaries, &g.Ref)
		glossaryShape(r.at(glossaries, g.Ref), &g)
	}
	for i, given := range d.Requirements {
		q, place := *given, i+1
		node := r.at(refs, q.Ref)
		node.integer(order, &place)
		requirementShape(node, &q)
	}
	for i, given := range d.Mappings {
		m, place := *given, i+1
		node := r.at(mappings, m.ID)
		node.integer(order, &place)
		mappingShape(node, &m)
	}
}

func (e *encoder) state(subject, predicate quad.IRI, object quad.Value) {
	q := quad.Quad{Subject: subject, Predicate: predicate, Object: object, Label: e.label}
	if !e.seen[q] {
		e.seen[q] = true
		e.quads = append(e.quads, q)
	}
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

func (e *encoder) at(s space, id string) record { return written{e, s.iri(id)} }
