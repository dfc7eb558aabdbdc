package loader

import (
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"go.yaml.in/yaml/v3"

	"github.com/clausegraph/clausegraph/mappings"
)

// schema is a JSON Schema of the data: compiled to validate, and as a document to take titles and descriptions from.
type schema struct {
	compiled *jsonschema.Schema
	document map[string]any
	ruled    []string // fields whose absence a rule of its own reports
}

// schemas returns the schema of each kind of file. They are part of the program: a fault in one is a programmer's.
var schemas = sync.OnceValue(func() map[content]schema {
	return map[content]schema{
		catalogFile:   mustCompile("catalog.schema.json", "en", "ko"),
		crosswalkFile: mustCompile("crosswalk.schema.json", "en", "ko", "relation", "why"),
		schemeFile:    mustCompile("scheme.schema.json", "en", "ko", "source"),
		glossaryFile:  mustCompile("glossary.schema.json", "en", "ko", "term"),
		inventoryFile: mustCompile("inventory.schema.json"),
	}
})

func mustCompile(name string, ruled ...string) schema {
	content, err := fs.ReadFile(mappings.FS, name)
	if err != nil {
		panic(err)
	}
	var document map[string]any
	if err := json.Unmarshal(content, &document); err != nil {
		panic(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	url := document["$id"].(string)
	if err := compiler.AddResource(url, document); err != nil {
		panic(err)
	}
	return schema{compiler.MustCompile(url), document, ruled}
}

// validate reports where a file breaks its JSON Schema, except for what a rule of its own says better.
func validate(f *file, r *report) {
	s, ok := schemas()[f.kind]
	if !ok {
		return
	}
	var invalid *jsonschema.ValidationError
	if errors.As(s.compiled.Validate(value(f.root.yaml)), &invalid) {
		violations{s, f.root, r}.walk(invalid)
	}
}

// value returns what the schema is to see of a YAML value: maps, lists, strings, numbers, truth values, nil.
func value(y *yaml.Node) any {
	switch y.Kind {
	case yaml.MappingNode:
		m := make(map[string]any, len(y.Content)/2)
		for i := 0; i+1 < len(y.Content); i += 2 {
			m[y.Content[i].Value] = value(y.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		l := make([]any, len(y.Content))
		for i, c := range y.Content {
			l[i] = value(c)
		}
		return l
	}
	switch y.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(y.Value, "true")
	case "!!int", "!!float":
		if x, err := strconv.ParseFloat(y.Value, 64); err == nil && !math.IsInf(x, 0) && !math.IsNaN(x) {
			return x
		}
		return 0.5 // a number in a spelling of YAML's own: no integer that the format knows
	}
	return y.Value
}

// violations turns the errors of one file into diagnostics.
type violations struct {
	schema
	root node
	*report
}

// walk descends to the errors that have no cause of their own. Of alternatives it follows the one that fits best: that
// whose error lies deepest.
func (v violations) walk(e *jsonschema.ValidationError) {
	causes := e.Causes
	if _, ok := e.ErrorKind.(*kind.AnyOf); ok {
		causes = nil
		for _, c := range e.Causes {
			if len(deepest(c).InstanceLocation) > len(e.InstanceLocation) {
				causes = append(causes, c)
			}
		}
	}
	if len(causes) == 0 {
		v.phrase(e)
	}
	for _, c := range causes {
		v.walk(c)
	}
}

func deepest(e *jsonschema.ValidationError) *jsonschema.ValidationError {
	best := e
	for _, c := range e.Causes {
		if d := deepest(c); len(d.InstanceLocation) > len(best.InstanceLocation) {
			best = d
		}
	}
	return best
}

// find returns the value at a location of the instance.
func (v violations) find(location []string) node {
	n := v.root
	for _, step := range location {
		if n.yaml == nil || n.yaml.Kind != yaml.SequenceNode {
			n = n.get(step)
			continue
		}
		i, err := strconv.Atoi(step)
		if err != nil || i >= len(n.yaml.Content) {
			return n
		}
		n = nodeOf(n.file, n.yaml.Content[i])
	}
	return n
}

// part returns the part of the schema document that an error names.
func (v violations) part(url string) map[string]any {
	_, pointer, _ := strings.Cut(url, "#")
	here := v.document
	var list []any
	for _, step := range strings.Split(strings.Trim(pointer, "/"), "/") {
		var next any = here[step]
		if i, err := strconv.Atoi(step); err == nil && i < len(list) {
			next = list[i]
		}
		switch next := next.(type) {
		case map[string]any:
			here, list = next, nil
		case []any:
			list = next
		}
	}
	return here
}
