package main

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/vektah/gqlparser/v2/ast"
)

// directPlugin generates, for every type of the schema, a function that writes its values as package direct describes.
// It reads of gqlgen what gqlgen's own templates read, and decides by the same conditions as they.
type directPlugin struct{}

//go:embed direct.gotpl
var directTemplate string

// Name identifies the plugin.
func (directPlugin) Name() string { return "direct" }

// GenerateCode writes direct.generated.go. It fails where the schema uses something of gqlgen that it does not know.
func (directPlugin) GenerateCode(data *codegen.Data) error {
	m := newModel(data)
	if len(m.problems) > 0 {
		return errors.Join(m.problems...)
	}
	return templates.Render(templates.Options{
		PackageName:     data.Config.Exec.Package,
		Template:        directTemplate,
		Filename:        filepath.Join(data.Config.Exec.DirName, "direct.generated.go"),
		Data:            m,
		Funcs:           map[string]any{"writer": writerOf, "write": writeFunc, "value": value, "isStruct": isStruct},
		GeneratedHeader: true,
		Packages:        data.Config.Packages,
	})
}

// model is what the template is given.
type model struct {
	Query   *codegen.Object
	Objects []*codegen.Object // without the roots and the introspection types, in order of name
	Types   []*config.TypeReference

	Interfaces map[string]*codegen.Interface

	problems []error
}

// Number returns the number of an object within all.
func (m *model) Number(o *codegen.Object) int { return slices.Index(m.Objects, o) + 1 }

func newModel(data *codegen.Data) *model {
	m := &model{Query: data.QueryRoot, Interfaces: data.Interfaces}
	for _, o := range data.Objects {
		if !o.Root && !introspection(o.Definition) {
			m.Objects = append(m.Objects, o)
		}
	}
	slices.SortFunc(m.Objects, func(a, b *codegen.Object) int { return cmp.Compare(a.Name, b.Name) })
	seen := map[string]bool{}
	for _, o := range append([]*codegen.Object{m.Query}, m.Objects...) {
		for _, f := range o.Fields {
			if introspection(f.TypeReference.Definition) {
				continue
			}
			if what := unknownField(f); what != "" {
				m.problems = append(m.problems, fmt.Errorf("%s.%s: %s is not known to the generator of direct code", o.Name, f.Name, what))
				continue
			}
			for t := f.TypeReference; t != nil; t = inner(t) {
				if seen[t.UniquenessKey()] {
					continue
				}
				seen[t.UniquenessKey()] = true
				if what := unknownType(t); what != "" {
					m.problems = append(m.problems, fmt.Errorf("%s.%s: %s is not known to the generator of direct code", o.Name, f.Name, what))
				}
				m.Types = append(m.Types, t)
			}
		}
	}
	slices.SortFunc(m.Types, func(a, b *config.TypeReference) int { return cmp.Compare(a.UniquenessKey(), b.UniquenessKey()) })
	return m
}

// inner returns the type that a type of lists, or of pointers to lists and interfaces, is made of.
func inner(t *config.TypeReference) *config.TypeReference {
	if t.IsSlice() || t.IsPtrToSlice() || t.IsPtrToIntf() {
		return t.Elem()
	}
	return nil
}

func introspection(d *ast.Definition) bool { return strings.HasPrefix(d.Name, "__") }

func unknownField(f *codegen.Field) string {
	switch {
	case f.Stream:
		return "a subscription"
	case f.IsBatch():
		return "a batch resolver"
	case f.IsMap():
		return "a field of a map"
	case f.HasHaser || f.VOkFunc:
		return "a method that says whether there is a value"
	case f.HasDirectives():
		return "a directive with an implementation"
	}
	return ""
}

func unknownType(t *config.TypeReference) string {
	switch {
	case t.IsMarshaler:
		return "a type that marshals itself"
	case t.HasEnumValues():
		return "an enum bound to constants"
	case t.IsPtrToPtr():
		return "a pointer to a pointer"
	}
	return ""
}

// writerOf returns the method of direct.Writer that writes what a marshaller writes; "" where there is none.
func writerOf(t *config.TypeReference) string {
	if t.Marshaler == nil {
		return ""
	}
	_, name, _ := strings.Cut(t.Marshaler.FullName(), "/schema/internal/scalar.")
	return map[string]string{"MarshalString": "String", "MarshalID": "String", "MarshalInt": "Int"}[name]
}

// isStruct reports whether values of a type are structs, which are written from where they lie.
func isStruct(t *config.TypeReference) bool {
	return t.Definition.Kind == ast.Object && !t.IsNilable() && t.Marshaler == nil
}

// writeFunc names the function that writes values of a type, unless they are structs.
func writeFunc(t *config.TypeReference) string { return "write" + t.UniquenessKey() }

// value returns the expression for the value v that a marshaller takes.
func value(t *config.TypeReference) string {
	v := "v"
	switch {
	case t.IsTargetNilable() && !t.IsNilable():
		v = "&v"
	case !t.IsTargetNilable() && t.IsNilable():
		v = "*v"
	}
	if t.CastType != nil {
		v = templates.CurrentImports.LookupType(t.CastType) + "(" + v + ")"
	}
	return v
}
