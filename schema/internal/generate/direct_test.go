package main

import (
	"testing"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"
)

// TestGeneratorRefusesWhatItDoesNotKnow lists what gqlgen's templates can do and ours cannot. That the code it makes of
// our schema is right is for TestAnswersAreThoseOfGqlgen of package schema to show; that it is up to date, for
// make generated.
func TestGeneratorRefusesWhatItDoesNotKnow(t *testing.T) {
	scalar := &config.TypeReference{Definition: &ast.Definition{Kind: ast.Scalar, Name: "S"}, GQL: ast.NamedType("S", nil)}
	object := &codegen.Object{Definition: &ast.Definition{Kind: ast.Object, Name: "O"}}
	field := func(change func(*codegen.Field)) *codegen.Field {
		f := &codegen.Field{FieldDefinition: &ast.FieldDefinition{Name: "f"}, TypeReference: scalar, Object: object}
		change(f)
		return f
	}
	for name, f := range map[string]*codegen.Field{
		"subscription": field(func(f *codegen.Field) { f.Stream = true }),
		"batch":        field(func(f *codegen.Field) { f.Batch = true }),
		"map":          field(func(f *codegen.Field) { f.GoFieldType = codegen.GoFieldMap }),
		"has":          field(func(f *codegen.Field) { f.HasHaser = true }),
		"value, ok":    field(func(f *codegen.Field) { f.VOkFunc = true }),
	} {
		if unknownField(f) == "" {
			t.Errorf("%s: nothing said", name)
		}
	}
	if what := unknownField(field(func(*codegen.Field) {})); what != "" {
		t.Error(what)
	}
	own := *scalar
	own.IsMarshaler = true
	values := *scalar
	values.EnumValues = []config.EnumValueReference{{}}
	if unknownType(&own) == "" || unknownType(&values) == "" {
		t.Error("types: nothing said")
	}
}
