package scalar

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

func schema(t *testing.T) *ast.Schema {
	t.Helper()
	files, err := filepath.Glob("../../*.graphqls")
	if err != nil || len(files) == 0 {
		t.Fatal("no schema", err)
	}
	var sources []*ast.Source
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, &ast.Source{Name: f, Input: string(text)})
	}
	s, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEnumsAreThoseOfTheSchema finds a value that Go has and the schema does not, and the other way round.
func TestEnumsAreThoseOfTheSchema(t *testing.T) {
	bound := map[string][]string{}
	note := func(name string, values []string) { bound[name] = values }
	noteEnum(note, languages)
	noteEnum(note, disciplines)
	noteEnum(note, standardStatuses)
	noteEnum(note, requirementKinds)
	noteEnum(note, partsValues)
	noteEnum(note, certainties)
	noteEnum(note, bases)
	noteEnum(note, sourceKinds)
	noteEnum(note, reviewStates)
	noteEnum(note, assurances)
	noteEnum(note, relations)
	noteEnum(note, verdicts)
	noteEnum(note, dispositions)
	noteEnum(note, rules)
	noteEnum(note, factKinds)
	noteEnum(note, questionKinds)
	noteEnum(note, answers)
	noteEnum(note, controlStatuses)
	noteEnum(note, blockerReasons)
	noteEnum(note, changeKinds)
	noteEnum(note, controlLinks)
	noteEnum(note, importFormats)
	noteEnum(note, importDirections)
	noteEnum(note, noteSeverities)
	noteEnum(note, searchFields)
	noteEnum(note, searchVias)
	noteEnum(note, completionKinds)
	noteEnum(note, dataSeverities)
	noteEnum(note, documentKinds)
	noteEnum(note, documentFormats)
	noteEnum(note, documentTongues)
	for name, def := range schema(t).Types {
		if def.Kind != ast.Enum || strings.HasPrefix(name, "__") {
			continue
		}
		var values []string
		for _, v := range def.EnumValues {
			values = append(values, v.Name)
		}
		slices.Sort(values)
		if !slices.Equal(values, bound[name]) {
			t.Errorf("%s is %v in the schema and %v in Go", name, values, bound[name])
		}
	}
}

func noteEnum[T comparable](note func(string, []string), e enum[T]) {
	note(e.name, slices.Sorted(maps.Keys(e.values)))
	for name, v := range e.values {
		var b strings.Builder
		e.marshal(v).MarshalGQL(&b)
		if back, err := e.unmarshal(name); err != nil || back != v || b.String() != `"`+name+`"` {
			note(e.name, []string{"broken: " + name})
		}
	}
}

// TestInputCoercion lists what each scalar takes, as the GraphQL specification says.
func TestInputCoercion(t *testing.T) {
	num := func(s string) json.Number { return json.Number(s) }
	object, items := map[string]any{}, []any{}
	for _, c := range []struct {
		name   string
		coerce func(any) (any, error)
		takes  []any
		not    []any
	}{
		{"Int", lift(UnmarshalInt), []any{int64(7), num("-3"), num("3.0"), num("1e3"), num("2147483647")}, []any{"3", num("3.5"), num("2147483648"), num("1e400"), num("9007199254740993"), true, nil, object, items}},
		{"String", lift(UnmarshalString), []any{"", "x"}, []any{int64(1), num("1"), true, nil, object, items}},
		{"ID", lift(UnmarshalID), []any{"x", int64(3), num("3")}, []any{num("3.5"), true, nil, object, items}},
		{"Boolean", lift(UnmarshalBoolean), []any{true, false}, []any{"true", num("1"), nil, object, items}},
		{"Date", lift(UnmarshalDate), []any{"2026-11-22", "2024-02-29"}, []any{"2026-02-29", "2026-1-1", "22.11.2026", "2026-11-22T00:00:00Z", "", num("20261122"), nil}},
		{"DateTime", lift(UnmarshalDateTime), []any{"2026-11-22T05:43:09Z", "2026-11-22T05:43:09.5+09:00"}, []any{"2026-11-22", "now", num("1"), nil}},
		{"Verdict", lift(UnmarshalVerdict), []any{"FULL", "UNKNOWN"}, []any{"full", "", "NOPE", num("1"), nil}},
	} {
		for _, v := range c.takes {
			if _, err := c.coerce(v); err != nil {
				t.Errorf("%s refuses %#v: %v", c.name, v, err)
			}
		}
		for _, v := range c.not {
			if got, err := c.coerce(v); err == nil {
				t.Errorf("%s takes %#v as %#v", c.name, v, got)
			}
		}
	}
}

func lift[T any](f func(any) (T, error)) func(any) (any, error) {
	return func(v any) (any, error) { return f(v) }
}
