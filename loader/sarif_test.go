package loader_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/clausegraph/clausegraph/loader"
)

// TestSARIF: the log is valid against the schema of OASIS, with diagnostics and without.
func TestSARIF(t *testing.T) {
	f, err := os.Open("testdata/sarif-2.1.0.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	document, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("sarif.json", document); err != nil {
		t.Fatal(err)
	}
	schema := compiler.MustCompile("sarif.json")
	for name, list := range map[string][]loader.Diagnostic{
		"none": nil,
		"some": {
			{Position: loader.Position{File: "a b/통제.csv", Line: 3, Column: 1}, Code: "M004", Severity: loader.Error, Message: "this claim has no relation", Help: "choose one"},
			{Code: "I007", Severity: loader.Warning, Message: "the reason is in the wrong place"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := loader.WriteSARIF(&b, list, loader.Rules); err != nil {
				t.Fatal(err)
			}
			log, err := jsonschema.UnmarshalJSON(&b)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(log); err != nil {
				t.Errorf("%#v", err)
			}
		})
	}
}
