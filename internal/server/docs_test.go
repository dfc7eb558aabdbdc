package server_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

var update = flag.Bool("update", false, "rewrite the answers to the documented operations in testdata")

// TestDocumentedOperationsRun runs each operation of docs/graphql.md as it stands, with the workspace that one of them makes for
// WORKSPACE, and compares the answers, abridged, with testdata/docs.txt. It wants data in every answer, and one operation or more for each
// root field.
func TestDocumentedOperationsRun(t *testing.T) {
	const file = "../../docs/graphql.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := servertest.NewEditable(t)
	var workspace string // that the operations have made
	shown, named := map[string]bool{}, map[string]bool{}
	var golden bytes.Buffer
	for _, block := range regexp.MustCompile("(?ms)^```graphql\n(.*?)^```$").FindAllStringSubmatch(string(text), -1) {
		doc, err := parser.ParseQuery(&ast.Source{Input: block[1]})
		if err != nil {
			t.Errorf("%v in %s", err, block[1])
			continue
		}
		a := s.Query(t, strings.ReplaceAll(block[1], `"WORKSPACE"`, `"`+workspace+`"`), nil)
		if len(a.Errors) > 0 {
			t.Errorf("%v in %s", a.Errors, block[1])
			continue
		}
		var data map[string]json.RawMessage
		if err := json.Unmarshal(a.Data, &data); err != nil {
			t.Fatal(err)
		}
		for name, value := range data {
			if made := regexp.MustCompile(`"workspace":\{"id":"([^"]+)"`).FindSubmatch(value); name == "createWorkspace" && made != nil {
				workspace = string(made[1])
			}
			if v := string(value); v == "null" || v == "[]" {
				t.Errorf("%s is %s in the answer to %s", name, v, block[1])
			}
		}
		for _, op := range doc.Operations {
			if op.Name == "" || named[op.Name] {
				t.Errorf("an operation without a name of its own, which generators of types need: %s", block[1])
			}
			named[op.Name] = true
			fmt.Fprintf(&golden, "== %s\n%s\n", op.Name, abridged(t, a.Data))
			for _, selection := range op.SelectionSet {
				if f, ok := selection.(*ast.Field); ok {
					shown[f.Name] = true
				}
			}
		}
	}
	compareWith(t, "testdata/docs.txt", golden.String())
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

// compareWith compares a text with that in a file, which -update writes.
func compareWith(t *testing.T, file, have string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(have), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), have); diff != "" {
		t.Errorf("what is documented is answered otherwise than it was; if it should be, `go test ./internal/server -run Documented -update` (-before +now):\n%s", diff)
	}
}

// abridged returns an answer with the first two elements of each list, the first words of each text, and nothing that
// differs from run to run.
func abridged(t *testing.T, answer json.RawMessage) string {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(answer))
	d.UseNumber()
	text, err := abridge(d)
	if err != nil {
		t.Fatalf("%v in %.200s", err, answer)
	}
	for _, same := range []struct{ what, as string }{
		{`\d{4}-\d\d-\d\dT[0-9:.]+Z`, "TIME"}, {`\b[0-9a-f]{12,64}\b`, "HASH"},
		{`V29ya3NwYWNl[A-Za-z0-9+/_-]+=*`, "ID"}, {`UEsDB[^"]*`, "ZIP"}, {`key:[a-z0-9]+`, "key:ID"}, {`<nil>`, "null"},
	} {
		text = regexp.MustCompile(same.what).ReplaceAllString(text, same.as)
	}
	return text
}

// abridge reads one value.
func abridge(d *json.Decoder) (string, error) {
	const elements, runes, line = 2, 160, 140
	token, err := d.Token()
	if err != nil {
		return "", err
	}
	begin, nested := token.(json.Delim)
	if !nested {
		text := fmt.Sprint(token)
		if s, ok := token.(string); ok {
			if r := []rune(s); len(r) > runes {
				s = string(r[:runes]) + "…"
			}
			text = strconv.Quote(s)
		}
		return text, nil
	}
	var parts []string
	n := 0
	for ; d.More(); n++ {
		key := ""
		if begin == '{' {
			if token, err = d.Token(); err != nil {
				return "", err
			}
			key = fmt.Sprint(token, ": ")
		}
		value, err := abridge(d)
		if err != nil {
			return "", err
		}
		if begin == '{' || n < elements {
			parts = append(parts, key+value)
		}
	}
	if len(parts) < n {
		parts = append(parts, fmt.Sprintf("… %d in all", n))
	}
	end, err := d.Token()
	if err != nil {
		return "", err
	}
	text := fmt.Sprint(begin) + strings.Join(parts, ", ") + fmt.Sprint(end)
	if len(text) > line || strings.Contains(text, "\n") {
		text = fmt.Sprint(begin) + "\n  " + strings.ReplaceAll(strings.Join(parts, "\n"), "\n", "\n  ") + "\n" + fmt.Sprint(end)
	}
	return text, nil
}
