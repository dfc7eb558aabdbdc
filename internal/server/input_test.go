package server_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
)

// odd are texts that people and programs send by mistake or on purpose.
var odd = []string{
	"", " ", "x", "/", "//", "isms-p-2023/", "/2.5.4", "isms-p-2023/2.5.4-99", "isms-p-2023/2.5.4/1", "ISMS-P-2023", "isms-p-2032", "2.10",
	"\x00", "\u202e", "가나다", "isms-p-2023\n", "../../etc/passwd", "' OR 1=1 --", "<script>", "%s%n", "\U0001f600", strings.Repeat("9", 5000),
}

// near are refs that miss one by a sign, with what was meant.
var near = map[string]string{"isms-p-2032": "isms-p-2023", "isms-p-2023/2.5.44": "isms-p-2023/2.5.4", "iso-27001-2202": "iso-27001-2022"}

// TestNoInputIsAnInternalError gives each argument of each root field odd values, one after the other. Whatever is wrong is
// said to the client, with a code and a path, and is never a fault of the server.
func TestNoInputIsAnInternalError(t *testing.T) {
	s := servertest.New(t, func(c *server.Config) { c.AnswerCache = server.NoAnswerCache })
	types := schema.New(nil).Schema()
	nearest, asked, seen := map[string]bool{}, 0, map[string]bool{}
	for _, f := range types.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		for _, a := range f.Arguments {
			if types.Types[a.Type.Name()].Kind == ast.InputObject && seen[a.Type.Name()] {
				continue // which takes long, and is read by the same code for all fields
			}
			seen[a.Type.Name()] = true
			for i, value := range oddValues(types, a.Type) {
				if !a.Type.NonNull && types.Types[a.Type.Name()].Kind != ast.InputObject && i%5 > 0 {
					continue // it may well be right, and then the answer takes its time
				}
				document, variables := call(types, f, a, value)
				got := s.Query(t, document, variables)
				asked++
				for _, e := range got.Errors {
					if e.Extensions.Code == "" || e.Extensions.Code == "INTERNAL" || e.Message == "" || len(e.Path) == 0 && e.Extensions.Code != "LIMIT_EXCEEDED" || got.Status >= 500 {
						t.Errorf("%s(%s: %.80q): %d %+v", f.Name, a.Name, fmt.Sprint(value), got.Status, e)
					}
					for wrong, meant := range near {
						if e.Extensions.Code == "UNKNOWN_REF" && strings.Contains(fmt.Sprint(value), wrong) && a.Name != "scheme" {
							nearest[f.Name] = true
							standard, _, _ := strings.Cut(meant, "/") // for what takes a standard alone
							if !slices.Contains(e.Extensions.Nearest, meant) && !slices.Contains(e.Extensions.Nearest, standard) {
								t.Errorf("%s(%s: %q) offers %v, not %s", f.Name, a.Name, value, e.Extensions.Nearest, meant)
							}
						}
					}
				}
			}
		}
	}
	t.Logf("%d requests; nearest refs are offered by %d root fields", asked, len(nearest))
	if asked < 500 || len(nearest) < 10 {
		t.Errorf("%d requests, nearest refs by %v", asked, nearest)
	}
	if log := s.Log.String(); strings.Contains(log, "panicked") || strings.Contains(log, "resolver failed") {
		t.Error("the log tells of a failure inside")
	}
}

// call returns an operation that asks for a field with a value for one argument, and values that do for those that must
// be given.
func call(types *ast.Schema, f *ast.FieldDefinition, a *ast.ArgumentDefinition, value any) (string, map[string]any) {
	declared, given, variables := []string{"$v: " + a.Type.String()}, []string{a.Name + ": $v"}, map[string]any{"v": value}
	for _, other := range f.Arguments {
		if other != a && other.Type.NonNull && other.DefaultValue == nil {
			declared, given = append(declared, "$"+other.Name+": "+other.Type.String()), append(given, other.Name+": $"+other.Name)
			variables[other.Name] = plausible(types, other.Type, other.Name)
		}
	}
	selection := ""
	if types.Types[f.Type.Name()].IsCompositeType() {
		selection = " { __typename }"
	}
	return fmt.Sprintf("query(%s) { %s(%s)%s }", strings.Join(declared, ", "), f.Name, strings.Join(given, ", "), selection), variables
}

func plausible(types *ast.Schema, t *ast.Type, name string) any {
	if t.Elem != nil {
		return []any{plausible(types, t.Elem, name)}
	}
	def := types.Types[t.NamedType]
	switch {
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	case def.Kind == ast.InputObject:
		object := map[string]any{}
		for _, f := range def.Fields {
			if f.Type.NonNull && f.DefaultValue == nil {
				object[f.Name] = plausible(types, f.Type, f.Name)
			}
		}
		return object
	}
	if v, ok := map[string]any{"Int": 1, "Boolean": true, "Float": 1.5, "Date": "2026-11-22", "Base64": "eA=="}[t.NamedType]; ok {
		return v
	}
	if v, ok := map[string]any{"scheme": "isms-p", "requirement": "isms-p-2023/2.5.4", "target": "isms-p-2023", "from": "iso-27001-2013", "ref": "isms-p-2023"}[name]; ok {
		return v
	}
	return "iso-27001-2022"
}

func oddValues(types *ast.Schema, t *ast.Type) []any {
	def, list := types.Types[t.Name()], t.Elem != nil
	var values []any
	add := func(v any) {
		if list {
			v = []any{v}
		}
		values = append(values, v)
	}
	switch {
	case def.Kind == ast.InputObject:
		for _, f := range def.Fields {
			for _, v := range oddValues(types, f.Type) {
				object := plausible(types, ast.NamedType(def.Name, nil), "").(map[string]any)
				object[f.Name] = v
				add(object)
			}
		}
	case def.Kind == ast.Enum || def.Name == "Boolean":
		for _, v := range []any{"x", "", 1, json.RawMessage("null")} {
			add(v)
		}
	case def.Name == "Int":
		for _, v := range []any{0, -1, 1 << 31, 1.5, "1", 2147483647, -2147483648} {
			add(v)
		}
	default:
		for _, v := range odd {
			add(v)
		}
		for wrong := range near {
			add(wrong)
		}
		add("9999-99-99")
		add(0)
	}
	if list {
		values = append(values, []any{}, []any{"iso-27001-2022", "iso-27001-2022"}, slices.Repeat([]any{"x"}, 300))
	}
	return values
}
