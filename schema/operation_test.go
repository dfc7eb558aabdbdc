package schema

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/clausegraph/clausegraph/graph"
)

// generator makes random operations that are mostly valid: every field of the schema, aliases, fragments, directives,
// variables, arguments that ask for what is there and for what is not.
type generator struct {
	*rand.Rand

	schema  *ast.Schema
	texts   map[string][]string // values of text arguments, by name of field and argument, or of argument
	numbers []string

	declared  []string
	variables map[string]any
	fragments []string
	aliases   int
}

func newGenerator(s *graph.Snapshot, seed uint64) *generator {
	var standards, refs, ids []string
	for _, std := range s.Standards() {
		standards = append(standards, std.Ref)
		ids = append(ids, globalID("Standard", std.Ref))
		list := std.Requirements()
		for i := 0; i < len(list); i += 1 + len(list)/12 {
			refs = append(refs, list[i].Ref)
			ids = append(ids, globalID("Requirement", list[i].Ref))
		}
	}
	ids = append(ids, globalID("Mapping", s.Mappings()[7].ID), globalID("Crosswalk", s.Crosswalks()[0].Name), "nonsense")
	var cursors []string
	for _, ref := range refs[:10] {
		cursors = append(cursors, base64.RawURLEncoding.EncodeToString([]byte("at:"+ref)))
	}
	var schemes []string
	for _, one := range s.Schemes() {
		schemes = append(schemes, one.Ref)
	}
	var assessable []string
	for _, ref := range refs {
		if s.Requirement(ref).Assessable {
			assessable = append(assessable, ref)
		}
	}
	either := append(slices.Clone(standards), refs...)
	return &generator{
		Rand: rand.New(rand.NewPCG(seed, seed)), schema: parsed(),
		texts: map[string][]string{
			"standard.ref": standards, "distrust": {s.Crosswalks()[0].Name}, "without": {s.Mappings()[0].ID}, "explain.requirement": assessable,
			"ref": either, "held": either, "target": standards, "requirement": refs, "from": standards, "to": standards,
			"standards": standards, "candidates": standards, "scheme": schemes, "id": ids, "ids": ids, "after": cursors, "before": cursors,
			"query": {"password", "비밀번호", "access control"}, "satisfies": refs, "contributes": refs, "remove": standards, "scope": {"seoul"},
		},
		numbers: append(slices.Repeat([]string{"0", "1", "2", "3", "5", "7"}, 10), "501"),
	}
}

// operation returns a document and its variables.
func (g *generator) operation() (string, map[string]any) {
	g.declared, g.variables, g.fragments, g.aliases = nil, map[string]any{}, nil, 0
	body := g.selection(g.schema.Query, 5)
	head := "query"
	if len(g.declared) > 0 {
		head += "(" + strings.Join(g.declared, ", ") + ")"
	}
	return head + " " + body + "\n" + strings.Join(g.fragments, "\n"), g.variables
}

// heavy fields take long to resolve and have nothing in them that the others have not.
var heavy = []string{"deliverable", "sensitivity", "nextSteps", "overlap", "nextStandards"}

func (g *generator) selection(def *ast.Definition, depth int) string {
	var parts []string
	for range 1 + g.IntN(4) {
		f := def.Fields[g.IntN(len(def.Fields))]
		switch {
		case def.Kind == ast.Union || g.IntN(12) == 0:
			parts = append(parts, "__typename"+g.directive())
		case strings.HasPrefix(f.Name, "__"):
			parts = append(parts, `__type(name: "Verdict") { kind name enumValues { name } }`)
		case slices.Contains(heavy, f.Name) && g.IntN(50) > 0:
		default:
			if field := g.field(f, depth); field != "" {
				parts = append(parts, field)
			}
		}
	}
	if def.Kind == ast.Interface {
		possible := g.schema.GetPossibleTypes(def)
		parts = append(parts, g.fragment(possible[g.IntN(len(possible))], depth))
	}
	if g.IntN(8) == 0 {
		parts = append(parts, g.fragment(def, depth))
	}
	if len(parts) > 0 && g.IntN(10) == 0 {
		parts = append(parts, parts[0]) // which merges with the first
	}
	if len(parts) == 0 {
		parts = []string{"__typename"}
	}
	return "{ " + strings.Join(parts, " ") + " }"
}

func (g *generator) fragment(def *ast.Definition, depth int) string {
	body := g.selection(def, depth-1)
	if g.IntN(2) == 0 {
		return "... on " + def.Name + g.directive() + " " + body
	}
	name := fmt.Sprintf("F%d", len(g.fragments))
	g.fragments = append(g.fragments, "fragment "+name+" on "+def.Name+" "+body)
	return "..." + name + g.directive()
}

func (g *generator) field(f *ast.FieldDefinition, depth int) string {
	of := g.schema.Types[f.Type.Name()]
	composite := of.IsCompositeType()
	if composite && depth <= 0 {
		return ""
	}
	var args []string
	for _, a := range f.Arguments {
		often := 3
		if a.Name == "after" || a.Name == "before" || a.Name == "last" {
			often = 30 // they fit only some lists, and exclude each other
		}
		if a.Type.NonNull || g.IntN(often) == 0 || a.Name == "first" && g.IntN(3) > 0 {
			args = append(args, a.Name+": "+g.argument(f.Name+"."+a.Name, a.Type))
		}
	}
	text := f.Name
	if len(args) > 0 || g.IntN(4) == 0 {
		g.aliases++
		text = fmt.Sprintf("a%d: %s", g.aliases, f.Name)
	}
	if len(args) > 0 {
		text += "(" + strings.Join(args, ", ") + ")"
	}
	text += g.directive()
	if composite {
		text += " " + g.selection(of, depth-1)
	}
	return text
}

func (g *generator) directive() string {
	switch g.IntN(20) {
	case 0:
		return " @include(if: " + g.argument("if", ast.NonNullNamedType("Boolean", nil)) + ")"
	case 1:
		return " @skip(if: " + g.argument("if", ast.NonNullNamedType("Boolean", nil)) + ")"
	}
	return ""
}

// argument returns a literal, or a variable with a value.
func (g *generator) argument(name string, t *ast.Type) string {
	if g.IntN(6) > 0 {
		return literal(g.value(name, t))
	}
	v := fmt.Sprintf("v%d", len(g.declared))
	g.declared = append(g.declared, "$"+v+": "+t.String())
	g.variables[v] = plain(g.value(name, t))
	return "$" + v
}

// enum is the name of an enum value, which is written without quotes in a document.
type enum string

// number is a number as it is written.
type number string

func (g *generator) value(name string, t *ast.Type) any {
	if !t.NonNull && g.IntN(20) == 0 {
		return nil
	}
	if t.Elem != nil {
		var list []any
		for range 1 + g.IntN(2) {
			list = append(list, g.value(name, t.Elem))
		}
		return list
	}
	def := g.schema.Types[t.NamedType]
	switch def.Kind {
	case ast.Enum:
		return enum(def.EnumValues[g.IntN(len(def.EnumValues))].Name)
	case ast.InputObject:
		object := map[string]any{}
		for _, f := range def.Fields {
			if f.Type.NonNull || g.IntN(3) == 0 {
				object[f.Name] = g.value(f.Name, f.Type)
			}
		}
		return object
	}
	switch t.NamedType {
	case "Int":
		return number(g.numbers[g.IntN(len(g.numbers))])
	case "Boolean":
		return g.IntN(2) == 0
	case "Date":
		return []string{"2026-11-22", "2020-01-01", "2023-11-24"}[g.IntN(3)]
	}
	texts, ok := g.texts[name]
	if _, argument, of := strings.Cut(name, "."); of && !ok {
		texts = g.texts[argument]
	}
	if len(texts) > 0 && g.IntN(100) > 0 {
		return texts[g.IntN(len(texts))]
	}
	return "some text"
}

func literal(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case enum:
		return string(v)
	case number:
		return string(v)
	case string:
		return fmt.Sprintf("%q", v)
	case []any:
		var list []string
		for _, element := range v {
			list = append(list, literal(element))
		}
		return "[" + strings.Join(list, ", ") + "]"
	case map[string]any:
		var list []string
		for k, field := range v {
			list = append(list, k+": "+literal(field))
		}
		slices.Sort(list)
		return "{" + strings.Join(list, ", ") + "}"
	}
	return fmt.Sprint(v)
}

// plain returns the value as the JSON of variables has it.
func plain(v any) any {
	switch v := v.(type) {
	case enum:
		return string(v)
	case number:
		var n int
		_, _ = fmt.Sscan(string(v), &n)
		return n
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = plain(v[i])
		}
		return list
	case map[string]any:
		object := map[string]any{}
		for k := range v {
			object[k] = plain(v[k])
		}
		return object
	}
	return v
}
