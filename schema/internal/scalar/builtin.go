// Package scalar has the marshallers of scalars and enums: how values of our Go types are written in answers, and what
// of a client's input is taken.
//
// The built-in scalars take exactly what the GraphQL specification says. gqlgen's own take more: the text "3" as an
// Int, a number as a String.
package scalar

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
)

// Error says what is wrong with an input.
type Error string

func (e Error) Error() string { return string(e) }

// MarshalInt writes an Int.
func MarshalInt(i int) graphql.Marshaler { return graphql.MarshalInt(i) }

// UnmarshalInt takes a whole number of 32 bits.
func UnmarshalInt(v any) (int, error) {
	n, ok := whole(v)
	switch {
	case !ok:
		return 0, refuse("Int", v)
	case n > math.MaxInt32 || n < math.MinInt32:
		return 0, Error(fmt.Sprintf("Int cannot represent %d: it is not a 32-bit integer", n))
	}
	return int(n), nil
}

// MarshalString writes a String.
func MarshalString(s string) graphql.Marshaler { return graphql.MarshalString(s) }

// UnmarshalString takes text.
func UnmarshalString(v any) (string, error) {
	if s, ok := v.(string); ok {
		return s, nil
	}
	return "", refuse("String", v)
}

// MarshalID writes an ID.
func MarshalID(s string) graphql.Marshaler { return graphql.MarshalString(s) }

// UnmarshalID takes text or a whole number.
func UnmarshalID(v any) (string, error) {
	if s, ok := v.(string); ok {
		return s, nil
	}
	if n, ok := whole(v); ok {
		return strconv.FormatInt(n, 10), nil
	}
	return "", refuse("ID", v)
}

// MarshalBoolean writes a Boolean.
func MarshalBoolean(b bool) graphql.Marshaler {
	if b {
		return graphql.True
	}
	return graphql.False
}

// UnmarshalBoolean takes true and false.
func UnmarshalBoolean(v any) (bool, error) {
	if b, ok := v.(bool); ok {
		return b, nil
	}
	return false, refuse("Boolean", v)
}

// whole returns a whole number, as a literal of a document or a variable comes. 3.0 and 1e3 are whole numbers.
func whole(v any) (int64, bool) {
	switch n := v.(type) {
	case int:
		return int64(n), true
	case int32:
		return int64(n), true
	case int64:
		return n, true
	case float64:
		return int64(n), n == math.Trunc(n) && math.Abs(n) < 1<<53
	case json.Number:
		if i, err := n.Int64(); err == nil {
			return i, true
		}
		f, err := n.Float64()
		if err != nil {
			return 0, false
		}
		return whole(f)
	}
	return 0, false
}

// refuse names the type of what was given and not the value, which may be long.
func refuse(scalar string, v any) error {
	kind := "a value of another type"
	switch v.(type) {
	case nil:
		kind = "null"
	case string:
		kind = "text"
	case bool:
		kind = "a truth value"
	case json.Number, int, int32, int64, float64:
		kind = "this number"
	case []any:
		kind = "a list"
	case map[string]any:
		kind = "an object"
	}
	return Error(scalar + " cannot represent " + kind)
}
