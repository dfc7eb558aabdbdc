package scalar

import (
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/clausegraph/clausegraph/graph"
)

// MarshalDate writes a day as YYYY-MM-DD, and the zero Date, which means "not given", as null.
func MarshalDate(d graph.Date) graphql.Marshaler {
	if d == "" {
		return graphql.Null
	}
	return graphql.MarshalString(string(d))
}

// UnmarshalDate takes text of the form YYYY-MM-DD that is a day of the calendar.
func UnmarshalDate(v any) (graph.Date, error) {
	s, ok := v.(string)
	if !ok {
		return "", refuse("Date", v)
	}
	if len(s) > len(time.DateOnly) {
		s = s[:len(time.DateOnly)] + "…"
	}
	day, err := graph.ParseDate(s)
	if err != nil {
		return "", Error(err.Error())
	}
	return day, nil
}

// MarshalDateTime writes a moment in UTC.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return graphql.MarshalString(t.UTC().Format(time.RFC3339Nano))
}

// UnmarshalDateTime takes text in the form of RFC 3339.
func UnmarshalDateTime(v any) (time.Time, error) {
	if s, ok := v.(string); ok {
		if t, err := time.Parse(time.RFC3339Nano, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, refuse("DateTime", v)
}
