package store

import (
	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph"
)

// written is the record of one subject that is being written.
type written struct {
	*encoder
	subject quad.IRI
}

func (w written) text(p quad.IRI, v *graph.Text) {
	for _, half := range []quad.LangString{
		{Value: quad.String(v.EN), Lang: string(graph.English)},
		{Value: quad.String(v.KO), Lang: string(graph.Korean)},
	} {
		if half.Value != "" {
			w.state(w.subject, p, half)
		}
	}
}

func (w written) texts(p quad.IRI, v *[]graph.Text) {
	ordered := written{w.encoder, listOf(w.subject, p)}
	for i := range *v {
		w.text(p, &(*v)[i])
		ordered.text(position(i+1), &(*v)[i])
	}
}

func (w written) token(p quad.IRI, v *string) {
	if *v != "" {
		w.state(w.subject, p, quad.String(*v))
	}
}

func (w written) tokens(p quad.IRI, v *[]string) {
	w.list(p, convert(*v, func(s string) quad.Value { return quad.String(s) }))
}

func (w written) date(p quad.IRI, v *graph.Date) {
	if *v != "" {
		w.state(w.subject, p, quad.TypedString{Value: quad.String(*v), Type: xsd + "date"})
	}
}

func (w written) integer(p quad.IRI, v *int) {
	if *v != 0 {
		w.state(w.subject, p, quad.Int(*v))
	}
}

func (w written) flag(p quad.IRI, v *bool) {
	if *v {
		w.state(w.subject, p, quad.Bool(true))
	}
}

func (w written) json(p quad.IRI, v *string) {
	w.state(w.subject, p, quad.TypedString{Value: quad.String(*v), Type: rdf + "JSON"})
}

func (w written) link(p quad.IRI, s space, v *string) {
	if *v != "" {
		w.state(w.subject, p, s.iri(*v))
	}
}

func (w written) links(p quad.IRI, s space, v *[]string) {
	w.list(p, convert(*v, func(id string) quad.Value { return s.iri(id) }))
}

// list states each value of the subject itself, to be found by one step of a path, and the order apart.
func (w written) list(p quad.IRI, values []quad.Value) {
	for i, v := range values {
		w.state(w.subject, p, v)
		if len(values) > 1 {
			w.state(listOf(w.subject, p), position(i+1), v)
		}
	}
}
