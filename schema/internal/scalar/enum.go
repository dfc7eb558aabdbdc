package scalar

import (
	"io"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

// An enum is a closed set of Go values with their names in the schema.
type enum[T comparable] struct {
	name   string
	values map[string]T
	texts  map[T]graphql.Marshaler
}

// newEnum names every value as text does, in the spelling of the schema: in-transition is IN_TRANSITION.
func newEnum[T comparable](name string, text func(T) string, values ...T) enum[T] {
	e := enum[T]{name, map[string]T{}, map[T]graphql.Marshaler{}}
	for _, v := range values {
		n := strings.ToUpper(strings.ReplaceAll(text(v), "-", "_"))
		e.values[n] = v
		e.texts[v] = quoted(n)
	}
	return e
}

// marshal writes the name of the value. The zero value, which is in no enum, means "not given" and is written as null.
func (e enum[T]) marshal(v T) graphql.Marshaler {
	if m, ok := e.texts[v]; ok {
		return m
	}
	return graphql.Null
}

func (e enum[T]) unmarshal(v any) (T, error) {
	var none T
	name, ok := v.(string)
	if !ok {
		return none, refuse(e.name, v)
	}
	value, ok := e.values[name]
	if !ok {
		return none, Error(e.name + " has no such value")
	}
	return value, nil
}

func quoted(name string) graphql.Marshaler {
	text := []byte(strconv.Quote(name))
	return graphql.WriterFunc(func(w io.Writer) { _, _ = w.Write(text) })
}
