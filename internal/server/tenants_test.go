package server_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
)

// The words of one tenant, which no answer to another may have.
var planted = []string{"Zorblatt", "quagmire-7", "kelpfrost"}

// tenants is a server with two tenants. The owner has a workspace.
type tenants struct {
	*servertest.Server

	owner, other, reader, admin string            // keys; all but the first belong to somebody else
	ids                         map[string]string // what names the workspace of the owner, by what it is
}

func newTenants(t *testing.T, options ...func(*server.Config)) *tenants {
	t.Helper()
	file := filepath.Join(t.TempDir(), "keys.json")
	key := func(name string, scope auth.Scope, tenant string) string {
		secret, _, err := auth.NewKey(file, name, scope, tenant, time.Now(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		return secret
	}
	s := &tenants{
		owner: key("owner", auth.Workspace, "Acme"), other: key("other", auth.Edit, "Globex"), reader: key("reader", auth.Read, "Globex"),
		admin: key("admin", auth.Admin, ""), ids: map[string]string{},
	}
	keys, err := auth.OpenKeys(file, discard())
	if err != nil {
		t.Fatal(err)
	}
	s.Server = servertest.NewEditableOf(t, few(t), append(options, func(c *server.Config) {
		c.Auth.Keys, c.Limits.Rate = keys, -1
		c.Limits.Fields, c.Limits.Cost, c.Limits.Document = 100_000, 1<<30, 1<<20
	})...)
	s.Key = s.owner
	var made struct {
		CreateWorkspace struct {
			Workspace struct {
				ID      string
				Current struct{ ID, Hash string }
			}
		}
	}
	s.Get(t, `mutation { createWorkspace(input: {
		name: "Zorblatt GmbH", idempotencyKey: "key-kelpfrost", held: ["iso-27001-2022"], organization: "Zorblatt", scopes: ["kelpfrost"]
		controls: [{id: "quagmire-7", title: "Zorblatt reviews", owner: "kelpfrost", status: IMPLEMENTED, scope: "kelpfrost", satisfies: ["isms-p-2023/2.5.6"], evidence: ["quagmire-7.pdf"]}]
	}) { workspace { id current { id hash } } } }`, &made)
	w := made.CreateWorkspace.Workspace
	plain, err := base64.RawURLEncoding.DecodeString(w.ID)
	if err != nil {
		t.Fatal(err)
	}
	var page struct {
		Workspaces struct{ PageInfo struct{ EndCursor string } }
		Workspace  struct {
			Versions struct{ PageInfo struct{ EndCursor string } }
			Current  struct {
				Controls struct{ PageInfo struct{ EndCursor string } }
			}
		}
	}
	s.Get(t, `{ workspaces { pageInfo { endCursor } } workspace(id: "`+w.ID+`") { versions { pageInfo { endCursor } } current { controls { pageInfo { endCursor } } } } }`, &page)
	s.ids = map[string]string{
		"workspace": w.ID, "version": w.Current.ID, "plain id": strings.TrimPrefix(string(plain), "Workspace:"), "node name": string(plain), "hash": w.Current.Hash,
		"cursor": page.Workspaces.PageInfo.EndCursor, "version cursor": page.Workspace.Versions.PageInfo.EndCursor, "control cursor": page.Workspace.Current.Controls.PageInfo.EndCursor,
		"control": "quagmire-7", "name": "Zorblatt GmbH", "scope": "kelpfrost", "request key": "key-kelpfrost", "tenant": "tenant:Acme",
	}
	return s
}

// few returns the data of a few standards: a change of these is checked in no time.
func few(t *testing.T) []*graph.Dataset {
	t.Helper()
	kept := map[string]bool{"iso-hs": true, "iso-27001-2022": true, "iso-27001-2013": true}
	return slices.DeleteFunc(servertest.Datasets(t), func(d *graph.Dataset) bool {
		return (d.Standard == nil || !kept[d.Standard.Ref]) && (d.Crosswalk == nil || !kept[d.Crosswalk.From] || !kept[d.Crosswalk.To])
	})
}

// asks sends a document with a key.
func (s *tenants) asks(t *testing.T, key, document string, variables map[string]any) string {
	t.Helper()
	r, text := do(t, "POST", s.URL+"/graphql", request(document, "", variables), jsonType, bearer(key))
	return fmt.Sprint(r.StatusCode, " ", text)
}

// usual are values of arguments and fields of inputs that a question can be asked with, by their names.
var usual = map[string]any{
	"target": "isms-p-2023/2.5.4", "requirement": "isms-p-2023/2.5.4", "ref": "isms-p-2023", "query": "password", "scheme": "isms-p", "inputs": []any{}, "held": []any{}, "remove": []any{},
	"kind": "SUMMARY", "format": "MD", "language": "EN", "fileName": "a.csv", "content": "SUQsVGl0bGUK", "first": 2, "id": "x", "ids": []any{"x"}, "standards": []any{"iso-27001-2022", "isms-p-2023"},
	"expectedRevision": 1, "dryRun": true, "expectedVersion": 1, "number": 1, "status": "IMPLEMENTED", "name": "a", "title": "a", "key": "a", "value": "a", "en": "a", "ko": "a", "workspace": "x",
	"crosswalk": "iso-27001-2013--iso-27001-2022.acme", "relation": "EQUAL_TO", "files": []any{map[string]any{"name": "a.yaml", "text": "a: b"}},
	"editionChanges.from": "iso-27001-2013", "editionChanges.to": "iso-27001-2022", "Query.requirement.ref": "isms-p-2023/2.5.4", "PutMappingInput.from": []any{"iso-27001-2013/A.9.2.4"}, "PutMappingInput.to": []any{"iso-27001-2022/A.5.17"},
	"importData.format": nil, "ImportDataInput.format": "CLAUSEGRAPH", "search.first": 1, "nextSteps.standards": []any{"iso-27001-2022"}, "candidates": []any{"isms-p-2023"},
}

// slot is a place in the variables of an operation that can carry text.
type slot struct {
	name string
	fill func(id string) map[string]any // the variables with the id there
}

// valueOf returns a value for a type: what is usual for the name, else the least that the type takes; nil for what can be left out.
func valueOf(s *ast.Schema, owner, name string, typ *ast.Type) any {
	for _, n := range []string{owner + "." + name, name} {
		if v, ok := usual[n]; ok && (typ.NonNull || n != name || name == "dryRun" || name == "held" || name == "first" || name == "standards" || name == "candidates") {
			return v
		}
	}
	switch def := s.Types[typ.Name()]; {
	case !typ.NonNull:
		return nil
	case typ.Elem != nil:
		return []any{valueOf(s, owner, name, typ.Elem)}
	case def.Kind == ast.InputObject:
		return object(s, def)
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	}
	return "a"
}

func object(s *ast.Schema, def *ast.Definition) map[string]any {
	o := map[string]any{}
	for _, f := range def.Fields {
		if v := valueOf(s, def.Name, f.Name, f.Type); v != nil {
			o[f.Name] = v
		}
	}
	return o
}

// slots returns every place of a value that can carry an id: all that are of the types ID and String, and of scalars that
// are written as text, however deep.
func slots(s *ast.Schema, owner, name string, typ *ast.Type, put func(v any) map[string]any) []slot {
	def := s.Types[typ.Name()]
	wrap := func(v any) any {
		if typ.Elem != nil {
			return []any{v}
		}
		return v
	}
	switch {
	case def.Kind == ast.InputObject:
		var all []slot
		for _, f := range def.Fields {
			all = append(all, slots(s, def.Name, f.Name, f.Type, func(v any) map[string]any {
				o := object(s, def)
				o[f.Name] = v
				if f.Name == "content" || f.Name == "text" { // either of the two
					delete(o, map[string]string{"content": "text", "text": "content"}[f.Name])
				}
				return put(wrap(o))
			})...)
		}
		return all
	case typ.Name() == "ID" || typ.Name() == "String" || typ.Name() == "Base64":
		return []slot{{owner + "." + name, func(id string) map[string]any {
			if typ.Name() == "Base64" {
				id = base64.StdEncoding.EncodeToString([]byte("ID,Title,Status\n" + id + "," + id + ",yes\n"))
			}
			return put(wrap(id))
		}}}
	}
	return nil
}

// selected selects all that can be asked of a type without arguments, down to a depth.
func selected(s *ast.Schema, name string, depth int) string {
	def := s.Types[name]
	switch {
	case def.Kind == ast.Scalar || def.Kind == ast.Enum:
		return ""
	case def.Kind == ast.Interface:
		return " { __typename id ... on Workspace { name current { name held controls { edges { node { id } } } } } ... on WorkspaceVersion { name held yaml } }"
	}
	fields := " __typename"
	for _, f := range def.Fields {
		kind := s.Types[f.Type.Name()].Kind
		switch leaf := kind == ast.Scalar || kind == ast.Enum; {
		case slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }):
		case leaf:
			fields += " " + f.Name
		case depth > 0:
			page := ""
			if f.Arguments.ForName("first") != nil {
				page = "(first: 2)"
			}
			fields += " " + f.Name + page + selected(s, f.Type.Name(), depth-1)
		}
	}
	return " {" + fields + " }"
}

// shared are the mutations of the data of all, which take their time.
var shared = []string{"putMapping", "withdrawMapping", "reviewMapping", "importData", "undoTo"}

// most are the ids that say most, where there is no time for all.
var most = []string{"workspace", "version", "plain id", "control"}

// walk asks every root field and every mutation as the other tenant, with every id of the owner at every place that can
// carry one, and returns the answers by what was asked.
func walk(t *testing.T, s *tenants) map[string]string {
	t.Helper()
	sdl, err := gqlparser.LoadSchema(&ast.Source{Input: schema.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	answers := map[string]string{}
	carried := map[string]bool{}
	for kind, root := range map[string]*ast.Definition{"query": sdl.Query, "mutation": sdl.Mutation} {
		for _, f := range root.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			var heads, calls []string
			base := map[string]any{}
			for _, arg := range f.Arguments {
				heads, calls = append(heads, "$"+arg.Name+": "+arg.Type.String()), append(calls, arg.Name+": $"+arg.Name)
				v := valueOf(sdl, f.Name, arg.Name, arg.Type)
				if arg.Name == "ref" && f.Name == "requirement" {
					v = "isms-p-2023/2.5.4"
				}
				if v != nil {
					base[arg.Name] = v
				}
			}
			document := kind + " Q"
			if len(heads) > 0 {
				document += "(" + strings.Join(heads, ", ") + ")"
			}
			document += " { " + f.Name
			if len(calls) > 0 {
				document += "(" + strings.Join(calls, ", ") + ")"
			}
			document += selected(sdl, f.Type.Name(), 1) + " }"
			answers[f.Name] = s.asks(t, s.other, document, base)
			for _, arg := range f.Arguments {
				for _, place := range slots(sdl, f.Name, arg.Name, arg.Type, func(v any) map[string]any {
					given := maps.Clone(base)
					given[arg.Name] = v
					if arg.Name == "last" || arg.Name == "before" {
						delete(given, "first")
					}
					return given
				}) {
					carried[f.Name+" "+place.name] = true
					for what, id := range s.ids {
						if what != "workspace" && slices.Contains(shared, f.Name) || slowdown > 1 && !slices.Contains(most, what) {
							continue
						}
						answers[f.Name+" "+place.name+" = "+what] = s.asks(t, s.other, document, place.fill(id))
					}
				}
			}
		}
	}
	for _, place := range []string{"node node.id", "nodes nodes.ids", "workspace workspace.id", "workspaces workspaces.after", "gapAnalysis gapAnalysis.workspace", "deliverable deliverable.workspace", "whatIf ControlInput.id",
		"putWorkspace PutWorkspaceInput.workspace", "deleteWorkspace DeleteWorkspaceInput.workspace", "putMapping PutMappingInput.from", "importData FileInput.text", "changeLog changeLog.before"} {
		if !carried[place] {
			t.Errorf("%s was not asked", place)
		}
	}
	walkTools(t, s, answers)
	return answers
}

// walkTools does the same with the tools of assistants.
func walkTools(t *testing.T, s *tenants, answers map[string]string) {
	t.Helper()
	c, err := assistant(t.Context(), s.URL, s.other)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	offered, err := c.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	control := map[string]any{"id": "a", "title": "A", "status": "implemented"}
	usual := map[string]map[string]any{
		"standards": {}, "search": {"query": "password"}, "requirement": {"ref": "isms-p-2023/2.5.4"}, "gap_analysis": {"target": "isms-p-2023/2.5.4"}, "explain": {"requirement": "isms-p-2023/2.5.4"},
		"overlap": {"standards": []any{"isms-p-2023", "iso-27001-2022"}}, "edition_changes": {"from": "iso-27001-2013", "to": "iso-27001-2022"}, "facts": {},
		"inventory_analysis": {"target": "isms-p-2023/2.5.4", "controls": []any{control}},
	}
	named := 0
	for _, tool := range offered.Tools {
		arguments, ok := usual[tool.Name]
		if !ok {
			t.Errorf("the tool %s is not tried", tool.Name)
			continue
		}
		answers["tool "+tool.Name] = called(t, c, tool.Name, arguments)
		if strings.Contains(answers["tool "+tool.Name], `"isError":true`) || strings.HasPrefix(answers["tool "+tool.Name], "refused") {
			t.Errorf("%s: %.300s", tool.Name, answers["tool "+tool.Name])
		}
		properties := tool.InputSchema.(map[string]any)["properties"].(map[string]any)
		for name, of := range properties {
			kind, _ := of.(map[string]any)["type"].(string)
			for what, id := range s.ids {
				var v any = id
				if kind == "array" {
					v = []any{id}
				}
				if name == "controls" {
					v = []any{map[string]any{"id": id, "title": id, "status": "implemented", "scope": id, "satisfies": []any{"isms-p-2023/2.5.4"}}}
				}
				if kind != "array" && kind != "string" {
					continue
				}
				if name == "workspace" {
					named++
				}
				with := maps.Clone(arguments)
				with[name] = v
				answers["tool "+tool.Name+" "+name+" = "+what] = called(t, c, tool.Name, with)
			}
		}
	}
	if named != 5*len(s.ids) {
		t.Errorf("%d times a workspace was named", named)
	}
}

// TestTenantsSeeNothingOfEachOther walks the whole schema with ids of another tenant, twice: while its workspace is there,
// and when it is gone. No answer may differ, and none may have anything of the workspace but what was asked with.
func TestTenantsSeeNothingOfEachOther(t *testing.T) {
	s := newTenants(t, func(c *server.Config) { c.AnswerCache = server.NoAnswerCache }) // each answer is worked out
	there := walk(t, s)
	s.Key = s.owner
	s.Get(t, `mutation { deleteWorkspace(input: {workspace: "`+s.ids["workspace"]+`", expectedVersion: 1}) { deleted } }`, &struct{}{})
	gone := walk(t, s)
	if len(there) < 400 || len(there) != len(gone) {
		t.Errorf("%d answers, then %d", len(there), len(gone))
	}
	for asked, answer := range there {
		if answer != gone[asked] {
			t.Errorf("%s\n  while it is there: %.300s\n  when it is gone: %.300s", asked, answer, gone[asked])
		}
		if !strings.Contains(asked, " = ") { // with what is usual, the question is one that can be answered
			if strings.Contains(answer, `"errors"`) && !slices.Contains(missing, asked) {
				t.Errorf("%s: %.300s", asked, answer)
			}
			for _, word := range planted {
				if strings.Contains(answer, word) {
					t.Errorf("%s has %q: %.300s", asked, word, answer)
				}
			}
		}
	}
}

// missing are the fields whose usual values name nothing.
var missing = []string{"withdrawMapping", "reviewMapping", "putWorkspace", "renameWorkspace", "restoreWorkspace", "deleteWorkspace"}

// TestNothingNamesAWorkspace looks for the words of a tenant wherever the server speaks: to assistants, in metrics and
// logs, in the stream of revisions, in the dump, in the log of changes, in the description of a node.
func TestNothingNamesAWorkspace(t *testing.T) {
	s := newTenants(t)
	id := s.ids["workspace"]
	s.Key = s.owner
	var seen struct{ Workspace struct{ Name string } }
	s.Get(t, `{ workspace(id: "`+id+`") { name } gapAnalysis(workspace: "`+id+`", target: "isms-p-2023") { summary { full } } }`, &seen)
	if seen.Workspace.Name != "Zorblatt GmbH" {
		t.Fatalf("the owner sees %+v", seen)
	}
	if a := s.Query(t, `mutation { putWorkspace(input: {workspace: "`+id+`", expectedVersion: 9, held: []}) { accepted } }`, nil); len(a.Errors) == 0 {
		t.Error("a late change was made")
	}
	said := map[string]string{}
	_, said["metrics"] = do(t, "GET", s.URL+"/metrics", "", bearer(s.admin))
	said["changes"] = s.asks(t, s.other, `{ changeLog { edges { node { revision author action subject detail } } } revisions { number hash author } revision { hash author } }`, nil)
	said["workspaces"] = s.asks(t, s.other, `{ workspaces { totalCount edges { cursor node { name } } } }`, nil)
	said["workspaces of an operator"] = s.asks(t, s.admin, `{ workspaces { totalCount edges { cursor node { name } } } }`, nil)
	said["search"] = s.asks(t, s.other, `{ search(query: "Zorb") { totalCount edges { node { ref } } } suggestions(query: "quagm") { text } }`, nil)
	for _, what := range []string{"workspaces", "workspaces of an operator"} {
		if !strings.Contains(said[what], `"totalCount":0`) {
			t.Errorf("%s: %s", what, said[what])
		}
	}
	var dump bytes.Buffer
	if err := s.Store.Export(t.Context(), &dump); err != nil {
		t.Fatal(err)
	}
	said["dump"] = dump.String()
	for _, ref := range []string{s.ids["plain id"], "quagmire-7", "isms-p-2023/2.5.6", "iso-27001-2022", "tenant:Acme", "tenant:Acme/" + s.ids["plain id"]} {
		statements, err := s.Store.Describe(t.Context(), ref)
		if err != nil {
			t.Fatal(err)
		}
		said["description of "+ref] = fmt.Sprint(statements)
	}
	said["revisions"] = firstEvent(t, s)
	said["assistants"] = toldToAssistants(t, s)
	said["log"] = s.Log.String()
	words := append(slices.Clone(planted), s.ids["plain id"], s.ids["workspace"], s.ids["version"])
	for where, text := range said {
		for _, word := range words {
			if strings.Contains(text, word) {
				t.Errorf("%s has %q", where, word)
			}
		}
		if text == "" && !strings.HasPrefix(where, "description") {
			t.Errorf("%s says nothing", where)
		}
	}
}

// firstEvent returns the first event of the stream of revisions.
func firstEvent(t *testing.T, s *tenants) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/revisions", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+s.reader)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text := make([]byte, 500)
	n, err := response.Body.Read(text)
	if err != nil {
		t.Fatal(err)
	}
	return string(text[:n])
}

// toldToAssistants returns all that assistants are told of what there is, and the answers of tools to ids of the owner.
func toldToAssistants(t *testing.T, s *tenants) string {
	t.Helper()
	c, err := assistant(t.Context(), s.URL, s.reader)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var all []any
	tools, err := c.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	resources, err := c.ListResources(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, tools, resources)
	for _, tool := range tools.Tools {
		for _, arguments := range []map[string]any{{}, {"held": []string{"iso-27001-2022"}, "target": "isms-p-2023/2.5.6"}, {"query": "reviews of access"}, {"workspace": "x"}} {
			if result, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: tool.Name, Arguments: arguments}); err == nil {
				all = append(all, result)
			}
		}
	}
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAnswersOfWorkspacesAreNotKept asks the same as two tenants, before and after a change.
func TestAnswersOfWorkspacesAreNotKept(t *testing.T) {
	s := newTenants(t)
	const ask = `query($id: ID!) { node(id: $id) { ... on Workspace { name } } gapAnalysis(held: [], target: "isms-p-2023/2.5.6") { summary { full } } }`
	id := map[string]any{"id": s.ids["workspace"]}
	const mine, none = `{"name":"Zorblatt GmbH"}`, `"node":null`
	for range 2 {
		if text := s.asks(t, s.other, ask, id); !strings.Contains(text, none) {
			t.Errorf("the other sees %s", text)
		}
		if text := s.asks(t, s.owner, ask, id); !strings.Contains(text, mine) {
			t.Errorf("the owner sees %s", text)
		}
	}
	const gap = `query($id: ID!) { gapAnalysis(workspace: $id, target: "isms-p-2023/2.5.6") { summary { full } } }`
	if text := s.asks(t, s.owner, gap, id); !strings.Contains(text, `"full":1`) {
		t.Error(text)
	}
	if text := s.asks(t, s.other, gap, id); !strings.Contains(text, "NOT_FOUND") {
		t.Error(text)
	}
	if text := s.asks(t, s.owner, `mutation($id: ID!) { putWorkspace(input: {workspace: $id, expectedVersion: 1, controls: []}) { accepted } }`, id); !strings.Contains(text, `"accepted":true`) {
		t.Error(text)
	}
	if text := s.asks(t, s.owner, gap, id); !strings.Contains(text, `"full":0`) {
		t.Errorf("after the change: %s", text)
	}
}

// TestWhoKeepsWorkspaces tries to read and to change them as everybody there is.
func TestWhoKeepsWorkspaces(t *testing.T) {
	s := newTenants(t, func(c *server.Config) { c.Public = true })
	const list, make = `{ workspaces { totalCount } }`, `mutation { createWorkspace(input: {name: "x", dryRun: true}) { accepted } }`
	for key, want := range map[string][2]string{
		s.owner: {`"totalCount":1`, `"accepted":true`}, s.reader: {`"totalCount":0`, "does not hold the scope workspace"},
		s.other: {`"totalCount":0`, `"accepted":true`}, "": {"FORBIDDEN", "FORBIDDEN"},
	} {
		for i, document := range []string{list, make} {
			headers := []string{jsonType}
			if key != "" {
				headers = append(headers, bearer(key))
			}
			if _, text := do(t, "POST", s.URL+"/graphql", request(document, "", nil), headers...); !strings.Contains(text, want[i]) {
				t.Errorf("%s: %s, want %s", document, text, want[i])
			}
		}
	}
	if text := s.asks(t, s.owner, `mutation { undoTo(input: {expectedRevision: 1, number: 1, dryRun: true}) { accepted } }`, nil); !strings.Contains(text, "does not hold the scope edit") {
		t.Errorf("who keeps workspaces changes the data of all: %s", text)
	}

	alone := servertest.NewEditable(t, func(c *server.Config) { c.Auth = auth.Checker{} })
	alone.Key = ""
	if a := alone.Query(t, make, nil); string(a.Data) != `{"createWorkspace":{"accepted":true}}` {
		t.Errorf("on loopback: %s %v", a.Data, a.Errors)
	}
	if a := servertest.New(t).Query(t, list, nil); len(a.Errors) == 0 || a.Errors[0].Extensions.Code != "FORBIDDEN" || !strings.Contains(a.Errors[0].Message, "--workspaces") {
		t.Errorf("%+v", a)
	}
}
