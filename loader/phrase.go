package loader

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// phrase reports one error of the schema as a sentence. Errors that a rule of its own reports are left to that rule:
// missing halves of texts, the relation and its strength, the spelling of ids.
func (v violations) phrase(e *jsonschema.ValidationError) {
	at := v.find(e.InstanceLocation)
	part := v.part(e.SchemaURL)
	description, _ := part["description"].(string)
	name := fieldName(e.InstanceLocation)
	wrong := func(message string, args ...any) { v.add(at.at(), "F010", lowerFirst(description), message, args...) }
	switch k := e.ErrorKind.(type) {
	case *kind.Required:
		for _, field := range k.Missing {
			if slices.Contains(v.ruled, field) {
				continue
			}
			v.add(at.at(), "F009", lowerFirst(property(part, field)), "the field %q is missing", field)
		}
	case *kind.AdditionalProperties:
		known := slices.Sorted(maps.Keys(properties(part)))
		for _, key := range at.keys() {
			if _, ok := properties(part)[key.yaml.Value]; !ok {
				v.add(key.at(), "F008", likely(key.yaml.Value, "fields", known), "there is no field %s here", quote(key.yaml.Value))
			}
		}
	case *kind.Type:
		if slices.Contains(k.Want, "string") && k.Got != "null" && k.Got != "object" && k.Got != "array" {
			v.add(at.at(), "F011", fmt.Sprintf("put it in quotes: %q", at.text()), "%s is read as a %s, not as text", at.text(), typeNames[k.Got])
			return
		}
		if k.Got == "null" {
			wrong("%s is empty", name)
			return
		}
		wrong("%s must be %s, but is %s", name, article(k.Want[0]), article(k.Got))
	case *kind.Enum:
		if name == "`relation`" {
			return
		}
		var choice []string
		for _, w := range k.Want {
			choice = append(choice, fmt.Sprint(w))
		}
		v.add(at.at(), "F010", likely(at.text(), "choices", choice), "%s cannot be %s", name, quote(at.text()))
	case *kind.Format:
		wrong("%s is not a day of the calendar, as %s must be", quote(at.text()), name)
	case *kind.Pattern:
	case *kind.Minimum, *kind.Maximum:
		if name != "`strength`" {
			wrong("%s is out of range", name)
		}
	case *kind.MinItems, *kind.MinProperties, *kind.MinLength:
		wrong("%s is empty", name)
	default:
		wrong("%s has the wrong form", name)
	}
}

// fieldName returns how a message names the value at a location: by its key, an element of a list by that of the list.
func fieldName(location []string) string {
	if len(location) == 0 {
		return "the file"
	}
	last := location[len(location)-1]
	if _, err := strconv.Atoi(last); err == nil && len(location) > 1 {
		return "an element of `" + location[len(location)-2] + "`"
	}
	return "`" + last + "`"
}

var typeNames = map[string]string{
	"object": "map", "array": "list", "string": "text", "number": "number", "integer": "whole number", "boolean": "truth value",
}

// article returns the name of a JSON type as it stands in a sentence.
func article(jsonType string) string {
	switch jsonType {
	case "string":
		return typeNames[jsonType]
	}
	return "a " + typeNames[jsonType]
}

func properties(part map[string]any) map[string]any {
	p, _ := part["properties"].(map[string]any)
	return p
}

func property(part map[string]any, field string) string {
	p, _ := properties(part)[field].(map[string]any)
	description, _ := p["description"].(string)
	return description
}

// lowerFirst fits a description of the schema behind a semicolon.
func lowerFirst(s string) string {
	s = strings.TrimSuffix(s, ".")
	if len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && (s[1] == ' ' || s[1] >= 'a' && s[1] <= 'z') {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// likely names the word that was probably meant, or all that are possible.
func likely(word, all string, known []string) string {
	for _, k := range known {
		if len(word) <= maxQuote && levenshtein.ComputeDistance(word, k) <= max(1, len(k)/3) {
			return fmt.Sprintf("did you mean %q?", k)
		}
	}
	return "the " + all + " are " + strings.Join(known, ", ")
}
