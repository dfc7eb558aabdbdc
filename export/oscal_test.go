package export

import (
	"bytes"
	"context"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/race"
	"github.com/clausegraph/clausegraph/loader"
)

// snapshot links the data that is built into the program, once for all tests.
func snapshot(t *testing.T) *graph.Snapshot {
	t.Helper()
	s, err := linked()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var linked = sync.OnceValues(func() (*graph.Snapshot, error) {
	result, err := loader.Load(context.Background(), loader.Embedded())
	if err != nil {
		return nil, err
	}
	return graph.Build(graph.Revision{Number: 1, Hash: "test"}, result.Datasets)
})

func validator(t *testing.T, file string) func(name string, content []byte) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("../internal/oscal/testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return func(name string, content []byte) {
		t.Helper()
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %.2000s", name, err.Error())
		}
	}
}

func TestCatalogsAreOSCAL(t *testing.T) {
	s, validate := snapshot(t), validator(t, "oscal_catalog_schema-1.1.3.json")
	for _, std := range race.Sample(s.Standards()) {
		var out bytes.Buffer
		if err := CatalogOSCAL(&out, std, s.Revision()); err != nil {
			t.Fatal(err)
		}
		validate(std.Ref, out.Bytes())
	}
}

func TestMappingsAreOSCAL(t *testing.T) {
	s, validate := snapshot(t), validator(t, "oscal_mapping_schema.json")
	for _, c := range race.Sample(s.Crosswalks()) {
		for _, ends := range [][2]string{{c.From, c.To}, {c.To, c.From}} {
			claims, err := s.Select(ends[0], ends[1])
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := MappingsOSCAL(&out, s, claims); err != nil {
				t.Fatal(err)
			}
			validate(ends[0]+" "+ends[1], out.Bytes())
		}
	}
}

// TestTheSchemasRefuse guards against a validator that takes anything.
func TestTheSchemasRefuse(t *testing.T) {
	for _, file := range []string{"oscal_catalog_schema-1.1.3.json", "oscal_mapping_schema.json"} {
		schema, err := jsonschema.NewCompiler().Compile("../internal/oscal/testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{
			`{}`, `{"catalog": {"uuid": "x", "metadata": {}}}`, `{"mapping-collection": {"uuid": "92d0aeb8-875c-50dc-87fc-473efd913200"}}`,
			`{"catalog": {"uuid": "92d0aeb8-875c-50dc-87fc-473efd913200", "metadata": {"title": "t", "last-modified": "2023-11-23T00:00:00Z", "version": "1", "oscal-version": "1.2.0"}, "controls": [{"id": "1.1", "title": "an id must not begin with a digit"}]}}`,
		} {
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(bad)))
			if err != nil {
				t.Fatal(err)
			}
			if schema.Validate(value) == nil {
				t.Errorf("%s takes %s", file, bad)
			}
		}
	}
}
