package loader

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// An editor shows the titles and descriptions: every value of the format has both.
func TestSchemasAreDescribed(t *testing.T) {
	for _, s := range schemas() {
		var visit func(place string, part map[string]any)
		visit = func(place string, part map[string]any) {
			for _, key := range []string{"properties", "$defs"} {
				for name, sub := range object(part[key]) {
					sub := object(sub)
					if sub["title"] == nil || sub["description"] == nil {
						t.Errorf("%s/%s has no title or no description", place, name)
					}
					visit(place+"/"+name, sub)
				}
			}
		}
		if s.document["title"] == nil || s.document["description"] == nil {
			t.Errorf("%v has no title or no description", s.document["$id"])
		}
		visit("", s.document)
	}
}

func object(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

// The schemas, the canonical order and FORMAT.md know the same fields.
func TestFieldsAgree(t *testing.T) {
	format := formatPage(t)
	for kind, s := range schemas() {
		var compare func(place string, part map[string]any, fields []field)
		compare = func(place string, part map[string]any, fields []field) {
			part = s.target(part)
			var order []string
			for _, f := range fields {
				order = append(order, f.key)
				if len(f.fields) > 0 && &f.fields[0] == &fields[0] {
					continue // a condition within a condition
				}
				compare(place+"."+f.key, object(object(part["properties"])[f.key]), f.fields)
				if place != "" && !strings.Contains(format, f.key) {
					t.Errorf("FORMAT.md does not describe %s.%s", place, f.key)
				}
			}
			slices.Sort(order)
			if diff := cmp.Diff(slices.Sorted(maps.Keys(properties(part))), order); diff != "" {
				t.Errorf("fields of %s (-schema +canonical order):\n%s", place, diff)
			}
		}
		compare("", s.document, layouts[kind])
	}
}

// target follows a part of the schema to the map whose fields are laid out: through references and lists.
func (s schema) target(part map[string]any) map[string]any {
	for {
		ref, _ := part["$ref"].(string)
		switch {
		case ref != "":
			part = violations{schema: s}.part(ref)
		case part["items"] != nil:
			part = object(part["items"])
		case part["additionalProperties"] != nil && object(part["additionalProperties"]) != nil:
			part = object(part["additionalProperties"])
		default:
			return part
		}
	}
}

// The examples of FORMAT.md are in canonical form.
func TestFormatPage(t *testing.T) {
	found := 0
	for _, example := range strings.Split(formatPage(t), "```yaml\n")[1:] {
		example, _, _ = strings.Cut(example, "```")
		if !strings.HasPrefix(example, "# yaml-language-server") {
			continue
		}
		found++
		got, err := Format([]byte(example))
		if err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(example, string(got)); diff != "" {
			t.Errorf("an example is not in canonical form (-page +canonical):\n%s", diff)
		}
	}
	if found != 5 {
		t.Errorf("%d examples, want one each of a catalog, a crosswalk, a scheme, a glossary and an inventory", found)
	}
}

func formatPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../mappings/FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}
