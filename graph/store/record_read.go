package store

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph"
)

// read is the record of one subject that is being read.
type read struct {
	*decoder
	subject quad.IRI
}

func (r read) values(p quad.IRI) []quad.Value {
	var values []quad.Value
	for _, of := range r.nodes[r.subject] {
		if of.predicate == p {
			values = append(values, of.object)
		}
	}
	return values
}

// only returns the single value of a predicate; false where there is none.
func only[T quad.Value](r read, p quad.IRI) (value T, ok bool) {
	values := r.values(p)
	if len(values) == 0 {
		return value, false
	}
	if len(values) > 1 {
		r.fail(fmt.Errorf("%s has %d values of %s, and one at most is meant", r.subject, len(values), p))
		return value, false
	}
	return as[T](r, p, values[0])
}

func as[T quad.Value](r read, p quad.IRI, v quad.Value) (value T, ok bool) {
	if value, ok = v.(T); !ok {
		r.fail(fmt.Errorf("%s has %v as %s: it is no %T", r.subject, v, p, value))
	}
	return value, ok
}

func (r read) text(p quad.IRI, v *graph.Text) {
	for _, value := range r.values(p) {
		half, _ := as[quad.LangString](r, p, value)
		into := &v.EN
		if half.Lang == string(graph.Korean) {
			into = &v.KO
		}
		if *into != "" {
			r.fail(fmt.Errorf("%s has two texts of %s in one language", r.subject, p))
		}
		*into = string(half.Value)
	}
}

func (r read) texts(p quad.IRI, v *[]graph.Text) {
	ordered := read{r.decoder, listOf(r.subject, p)}
	for n := 1; len(ordered.values(position(n))) > 0; n++ {
		var t graph.Text
		ordered.text(position(n), &t)
		*v = append(*v, t)
	}
}

func (r read) token(p quad.IRI, v *string) {
	if value, ok := only[quad.String](r, p); ok {
		*v = string(value)
	}
}

func (r read) tokens(p quad.IRI, v *[]string) {
	*v = convert(r.list(p), func(value quad.Value) string {
		s, _ := as[quad.String](r, p, value)
		return string(s)
	})
}

func (r read) date(p quad.IRI, v *graph.Date) {
	if value, ok := only[quad.TypedString](r, p); ok {
		*v = graph.Date(value.Value)
	}
}

func (r read) integer(p quad.IRI, v *int) {
	if value, ok := only[quad.Int](r, p); ok {
		*v = int(value)
	}
}

func (r read) flag(p quad.IRI, v *bool) {
	if value, ok := only[quad.Bool](r, p); ok {
		*v = bool(value)
	}
}

func (r read) json(p quad.IRI, v *string) {
	if value, ok := only[quad.TypedString](r, p); ok {
		*v = string(value.Value)
	}
}

func (r read) link(p quad.IRI, s space, v *string) {
	if value, ok := only[quad.IRI](r, p); ok {
		*v = r.id(s, value)
	}
}

func (r read) links(p quad.IRI, s space, v *[]string) {
	*v = convert(r.list(p), func(value quad.Value) string {
		iri, _ := as[quad.IRI](r, p, value)
		return r.id(s, iri)
	})
}

func (r read) id(s space, iri quad.IRI) string {
	id, err := s.id(iri)
	if err != nil {
		r.fail(err)
	}
	return id
}

// list returns the values in their order: that of the list node, which only a single value goes without.
func (r read) list(p quad.IRI) []quad.Value {
	values := r.values(p)
	ordered := read{r.decoder, listOf(r.subject, p)}
	n := len(r.nodes[ordered.subject])
	if n == 0 {
		if len(values) > 1 {
			r.fail(fmt.Errorf("%s has %d values of %s in no order", r.subject, len(values), p))
		}
		return values
	}
	values = make([]quad.Value, n)
	for i := range values {
		value, ok := only[quad.Value](ordered, position(i+1))
		if !ok {
			r.fail(fmt.Errorf("%s lacks value %d of %s", r.subject, i+1, p))
		}
		values[i] = value
	}
	return values
}
