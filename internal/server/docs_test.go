package server_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// TestDocumentedOperationsRun runs each operation of docs/graphql.md as it stands, with a workspace of the test for WORKSPACE.
// It wants data in every answer, and one operation or more for each root field.
func TestDocumentedOperationsRun(t *testing.T) {
	const file = "../../docs/graphql.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := servertest.NewEditable(t)
	made := s.Query(t, `mutation { createWorkspace(input: {name: "Acme"}) { workspace { id } } }`, nil)
	_, id, _ := strings.Cut(string(made.Data), `"id":"`)
	id, _, _ = strings.Cut(id, `"`)
	shown, named := map[string]bool{}, map[string]bool{}
	for _, block := range regexp.MustCompile("(?ms)^```graphql\n(.*?)^```$").FindAllStringSubmatch(string(text), -1) {
		doc, err := parser.ParseQuery(&ast.Source{Input: block[1]})
		if err != nil {
			t.Errorf("%v in %s", err, block[1])
			continue
		}
		a := s.Query(t, strings.ReplaceAll(block[1], `"WORKSPACE"`, `"`+id+`"`), nil)
		if len(a.Errors) > 0 {
			t.Errorf("%v in %s", a.Errors, block[1])
			continue
		}
		var data map[string]json.RawMessage
		if err := json.Unmarshal(a.Data, &data); err != nil {
			t.Fatal(err)
		}
		for name, value := range data {
			if v := string(value); v == "null" || v == "[]" {
				t.Errorf("%s is %s in the answer to %s", name, v, block[1])
			}
		}
		for _, op := range doc.Operations {
			if op.Name == "" || named[op.Name] {
				t.Errorf("an operation without a name of its own, which generators of types need: %s", block[1])
			}
			named[op.Name] = true
			for _, selection := range op.SelectionSet {
				if f, ok := selection.(*ast.Field); ok {
					shown[f.Name] = true
				}
			}
		}
	}
	var answer struct {
		Schema struct {
			QueryType, MutationType struct{ Fields []struct{ Name string } }
		} `json:"__schema"`
	}
	s.Get(t, `{ __schema { queryType { fields { name } } mutationType { fields { name } } } }`, &answer)
	for _, f := range append(answer.Schema.QueryType.Fields, answer.Schema.MutationType.Fields...) {
		if !shown[f.Name] {
			t.Errorf("%s has no operation for %s; write one, and it is run here", file, f.Name)
		}
	}
}
