package schema_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

// kept is a workspace as tests ask for it.
type kept struct {
	ID      string
	Name    string
	Current struct {
		ID           string
		Number       int
		Hash         string
		Action       string
		Author       string
		Held         []string
		Organization string
		Scopes       []string
		ControlCount int
		Controls     struct {
			Edges []struct {
				Node struct {
					ID, Status string
					Satisfies  []string
				}
			}
		}
		Yaml string
	}
}

const keptFields = `{ id name current { id number hash action author held organization scopes controlCount controls { edges { node { id status satisfies } } } yaml } }`

// payload is what became of a change.
type payload struct {
	Accepted  bool
	Repeated  bool
	Workspace *kept
	Version   *struct{ Number int }
	Problems  []struct{ Code, Severity, Place string }
	Notes     []struct{ Severity, Place, Message string }
	Changes   *struct{ HeldAdded, HeldRemoved, ControlsAdded, ControlsChanged, ControlsRemoved []string }
}

// change makes a change of a workspace; the error is "" or a code with a message.
func change(t *testing.T, s *servertest.Server, field, typ string, in map[string]any) (payload, string) {
	t.Helper()
	a := s.Query(t, `mutation($in: `+typ+`!) { `+field+`(input: $in) { accepted repeated workspace `+keptFields+` version { number }
		problems { code severity place } notes { severity place message }
		changes { heldAdded heldRemoved controlsAdded controlsChanged controlsRemoved } } }`, map[string]any{"in": in})
	if len(a.Errors) > 0 {
		return payload{}, a.Errors[0].Extensions.Code + " " + a.Errors[0].Message
	}
	var data map[string]payload
	if err := json.Unmarshal(a.Data, &data); err != nil {
		t.Fatal(err)
	}
	return data[field], ""
}

func control(id, status string, satisfies ...string) map[string]any {
	return map[string]any{"id": id, "title": "Control " + id, "status": status, "satisfies": append([]string{}, satisfies...)}
}

// made makes a workspace that holds ISO/IEC 27001 and has a review of access rights.
func made(t *testing.T, s *servertest.Server, name string) *kept {
	t.Helper()
	p, fault := change(t, s, "createWorkspace", "CreateWorkspaceInput", map[string]any{
		"name": name, "held": []string{"iso-27001-2022"}, "organization": "Acme",
		"controls": []any{control("AR-1", "IMPLEMENTED", "isms-p-2023/2.5.6", "iso-27001-2013/A.9.2.5"), control("AR-2", "PLANNED", "isms-p-2023/2.5.4")},
	})
	if fault != "" || !p.Accepted || p.Workspace == nil || p.Workspace.Current.Number != 1 {
		t.Fatalf("%s %+v", fault, p)
	}
	return p.Workspace
}

// ofWorkspaces returns the arguments of workspaces, and the argument workspace of all questions.
func ofWorkspaces(t *testing.T, s *servertest.Server) []argument {
	w, other := made(t, s, "one"), made(t, s, "two")
	if _, fault := change(t, s, "renameWorkspace", "RenameWorkspaceInput", map[string]any{"workspace": w.ID, "expectedVersion": 1, "name": "first"}); fault != "" {
		t.Fatal(fault)
	}
	lists := []argument{{"Query.workspace.id", `{ workspace(id: "` + w.ID + `") { name } }`, `{ workspace(id: "` + other.ID + `") { name } }`}}
	const target = `target: "isms-p-2023/2.5"`
	for field, ask := range map[string]string{
		"gapAnalysis":    `(held: [], ` + target + `%s) { summary { full partial } }`,
		"explain":        `(held: [], requirement: "isms-p-2023/2.5.6"%s) { verdict }`,
		"overlap":        `(standards: ["isms-p-2023", "iso-hs"]%s) { standards { ref } }`,
		"editionChanges": `(from: "iso-27001-2013", to: "iso-27001-2022"%s) { changes(first: 500) { edges { node { controls { id } } } } }`,
		"nextStandards":  `(held: []%s) { summary { full partial } }`,
		"nextSteps":      `(held: [], standards: ["iso-27001-2022"], ` + target + `%s) { totalCount }`,
		"whatIf":         `(held: [], remove: [], ` + target + `%s) { before { full partial } }`,
		"sensitivity":    `(held: [], ` + target + `%s) { controls { control { id } } }`,
		"deliverable":    `(kind: SUMMARY, format: MD, held: [], ` + target + `%s) { content }`,
	} {
		without := "{ " + field + fmt.Sprintf(ask, "") + " }"
		with := "{ " + field + fmt.Sprintf(ask, `, workspace: "`+w.ID+`"`) + " }"
		lists = append(lists, argument{"Query." + field + ".workspace", without, with})
	}
	const edges = "{ edges { cursor } pageInfo { startCursor } }"
	lists = append(lists, paged("Query.workspaces", `{ workspaces(%s) `+edges+` }`)...)
	lists = append(lists, paged("Workspace.versions", `{ workspace(id: "`+w.ID+`") { versions(%s) `+edges+` } }`)...)
	return append(lists, paged("WorkspaceVersion.controls", `{ workspace(id: "`+w.ID+`") { current { controls(%s) `+edges+` } } }`)...)
}

// TestWorkspaceLife makes a workspace, changes it in every way, and deletes it.
func TestWorkspaceLife(t *testing.T) {
	s := servertest.NewEditable(t)
	w := made(t, s, "Acme")
	c := w.Current
	if w.Name != "Acme" || c.Action != "create" || !strings.HasPrefix(c.Author, "Editor <key:") || c.Organization != "Acme" || c.ControlCount != 2 ||
		len(c.Controls.Edges) != 2 || c.Controls.Edges[1].Node.Status != "PLANNED" || !cmp.Equal(c.Held, []string{"iso-27001-2022"}) {
		t.Errorf("%+v", w)
	}
	again, fault := change(t, s, "createWorkspace", "CreateWorkspaceInput", map[string]any{"name": "once", "idempotencyKey": "k"})
	if fault != "" || again.Repeated {
		t.Fatal(fault)
	}
	if twice, fault := change(t, s, "createWorkspace", "CreateWorkspaceInput", map[string]any{"name": "once", "idempotencyKey": "k"}); fault != "" || !twice.Repeated || twice.Workspace.ID != again.Workspace.ID || twice.Changes != nil {
		t.Errorf("%s %+v", fault, twice)
	}

	put := func(in map[string]any) (payload, string) {
		t.Helper()
		given := map[string]any{"workspace": w.ID, "expectedVersion": 1}
		for k, v := range in {
			given[k] = v
		}
		return change(t, s, "putWorkspace", "PutWorkspaceInput", given)
	}
	tried, fault := put(map[string]any{"dryRun": true, "held": []string{"isms-p-2023", "isms-p-2023"}, "controls": []any{control("AR-1", "PARTIAL"), control("AR-3", "PLANNED")}})
	if fault != "" || !tried.Accepted || tried.Version != nil || tried.Workspace.Current.Number != 1 ||
		!cmp.Equal(tried.Changes.ControlsAdded, []string{"AR-3"}) || !cmp.Equal(tried.Changes.ControlsChanged, []string{"AR-1"}) || !cmp.Equal(tried.Changes.ControlsRemoved, []string{"AR-2"}) ||
		!cmp.Equal(tried.Changes.HeldAdded, []string{"isms-p-2023"}) || !cmp.Equal(tried.Changes.HeldRemoved, []string{"iso-27001-2022"}) {
		t.Errorf("%s %+v %+v", fault, tried, tried.Changes)
	}
	bad, fault := put(map[string]any{"controls": []any{control("AR-1", "IMPLEMENTED", "isms-p-2023"), control("AR-1", "NOT_APPLICABLE")}})
	codes := map[string]bool{}
	for _, p := range bad.Problems {
		codes[p.Code] = true
	}
	if fault != "" || bad.Accepted || !codes["I001"] || !codes["I003"] || !codes["I004"] {
		t.Errorf("%s %+v", fault, bad)
	}
	for want, in := range map[string]map[string]any{
		"UNKNOWN_REF":                            {"held": []string{"iso-27001-2021@2026-12-31"}},
		"BAD_INPUT held: \"soon\" is not a date": {"held": []string{"iso-27001-2022@soon"}},
		"CONFLICT the data has moved on":         {"expectedVersion": 7, "held": []string{}},
		"NOT_FOUND there is no workspace with":   {"workspace": "V29ya3NwYWNlOm5vdGhpbmc", "held": []string{}},
		"BAD_INPUT give either controls or a":    {"controls": []any{}, "file": map[string]any{"fileName": "a.csv", "content": "eA=="}},
		"LIMIT_EXCEEDED held has 1001 refs; at":  {"held": strings.Split(strings.Repeat("iso-hs,", 1000)+"iso-hs", ",")},
	} {
		if _, fault := put(in); !strings.HasPrefix(fault, want) {
			t.Errorf("%q, want %q", fault, want)
		}
	}

	table := "ID,Title,Status,ISO 27001:2022\nAR-9,Review,yes,A.5.18\n"
	file := map[string]any{"fileName": "controls.csv", "content": base64.StdEncoding.EncodeToString([]byte(table))}
	read, fault := put(map[string]any{"file": file, "organization": "Acme"})
	if fault != "" || !read.Accepted || len(read.Notes) == 0 || read.Workspace.Current.Number != 2 || read.Workspace.Current.ControlCount != 1 || !cmp.Equal(read.Workspace.Current.Held, []string{"iso-27001-2022"}) {
		t.Errorf("%s %+v", fault, read)
	}
	unread, fault := put(map[string]any{"expectedVersion": 2, "file": map[string]any{"fileName": "controls.csv", "content": base64.StdEncoding.EncodeToString([]byte("ID,Title,Status,ISO 27001:2022\nAR-9,Review,perhaps,A.5.18\n"))}})
	if fault != "" || unread.Accepted || len(unread.Notes) == 0 {
		t.Errorf("%s %+v", fault, unread)
	}
	same, fault := put(map[string]any{"expectedVersion": 2, "file": file, "organization": "Acme"})
	if fault != "" || !same.Accepted || same.Workspace.Current.Number != 2 {
		t.Errorf("nothing changed: %s %+v", fault, same)
	}

	named, fault := change(t, s, "renameWorkspace", "RenameWorkspaceInput", map[string]any{"workspace": w.ID, "expectedVersion": 2, "name": "Acme Korea"})
	if fault != "" || named.Workspace.Name != "Acme Korea" || named.Workspace.Current.Hash != read.Workspace.Current.Hash || named.Version.Number != 3 {
		t.Errorf("%s %+v", fault, named)
	}
	for _, name := range []string{" ", strings.Repeat("x", 201), "a\nb"} {
		if _, fault := change(t, s, "renameWorkspace", "RenameWorkspaceInput", map[string]any{"workspace": w.ID, "expectedVersion": 3, "name": name}); !strings.HasPrefix(fault, "BAD_INPUT") {
			t.Errorf("%q: %q", name, fault)
		}
	}
	restored, fault := change(t, s, "restoreWorkspace", "RestoreWorkspaceInput", map[string]any{"workspace": w.ID, "expectedVersion": 3, "number": 1})
	if fault != "" || restored.Workspace.Current.Hash != c.Hash || restored.Workspace.Name != "Acme Korea" || restored.Version.Number != 4 || restored.Workspace.Current.ControlCount != 2 {
		t.Errorf("%s %+v", fault, restored)
	}
	if _, fault := change(t, s, "restoreWorkspace", "RestoreWorkspaceInput", map[string]any{"workspace": w.ID, "expectedVersion": 4, "number": 9}); !strings.HasPrefix(fault, "NOT_FOUND") {
		t.Errorf("%q", fault)
	}

	var seen struct {
		Workspace struct{ Versions struct{ TotalCount int } }
		Node      struct {
			Typename string `json:"__typename"`
		}
		Nodes []*struct{ Name string }
	}
	s.Get(t, `{ workspace(id: "`+w.ID+`") { versions { totalCount } } node(id: "`+w.ID+`") { __typename } nodes(ids: ["`+c.ID+`", "x"]) { ... on WorkspaceVersion { name } } }`, &seen)
	if seen.Workspace.Versions.TotalCount != 4 || seen.Node.Typename != "Workspace" || seen.Nodes[0].Name != "Acme" || seen.Nodes[1] != nil {
		t.Errorf("%+v", seen)
	}

	remove := func(version int) servertest.Answer {
		return s.Query(t, `mutation($id: ID!, $v: Int!) { deleteWorkspace(input: {workspace: $id, expectedVersion: $v}) { deleted } }`, map[string]any{"id": w.ID, "v": version})
	}
	if a := remove(3); len(a.Errors) == 0 || a.Errors[0].Extensions.Code != "CONFLICT" {
		t.Errorf("%+v", a)
	}
	if a := remove(4); len(a.Errors) > 0 || !strings.Contains(string(a.Data), w.ID) {
		t.Errorf("%+v", a)
	}
	if a := remove(4); len(a.Errors) == 0 || a.Errors[0].Extensions.Code != "NOT_FOUND" {
		t.Errorf("%+v", a)
	}
	if a := s.Query(t, `{ workspace(id: "`+w.ID+`") { name } node(id: "`+c.ID+`") { id } workspaces { totalCount } }`, nil); string(a.Data) != `{"workspace":null,"node":null,"workspaces":{"totalCount":1}}` {
		t.Errorf("%s %v", a.Data, a.Errors)
	}
}

// TestWorkspaceAnswersQuestions asks by a workspace and by the same things given with the question.
func TestWorkspaceAnswersQuestions(t *testing.T) {
	s := servertest.NewEditable(t)
	w := made(t, s, "Acme")
	const given = `held: ["iso-27001-2022"], controls: [
		{id: "AR-1", title: "Control AR-1", status: IMPLEMENTED, satisfies: ["isms-p-2023/2.5.6", "iso-27001-2013/A.9.2.5"]}
		{id: "AR-2", title: "Control AR-2", status: PLANNED, satisfies: ["isms-p-2023/2.5.4"]}]`
	const target = `target: "isms-p-2023/2.5"`
	questions := map[string]string{
		"gapAnalysis":   `(` + target + `, %s) { held summary { full partial possible none unknown } items { edges { node { requirement { ref } verdict blockers { control { id } } proof { line: rule controls { id } } } } } %w }`,
		"explain":       `(requirement: "isms-p-2023/2.5.6", %s) { verdict paragraph proof { steps { rule held } } %w }`,
		"nextStandards": `(%s) { standard { ref } summary { full partial } %w }`,
		"nextSteps":     `(` + target + `, standards: ["iso-27001-2022"], %s) { totalCount edges { node { requirement { ref } } } %w }`,
		"whatIf":        `(` + target + `, remove: ["AR-1"], %s) { before { full } shifts { requirement { ref } before after } %w }`,
		"sensitivity":   `(` + target + `, %s) { controls { control { id } shifts { requirement { ref } } } %w }`,
		"deliverable":   `(kind: SUMMARY, format: MD, organization: "Acme", ` + target + `, %s) { content %w }`,
	}
	ask := func(field, given, version string) string {
		q := strings.NewReplacer("%s", given, "%w", version).Replace(questions[field])
		a := s.Query(t, "{ "+field+q+" }", nil)
		if len(a.Errors) > 0 {
			t.Fatalf("%s: %v", field, a.Errors)
		}
		return string(a.Data)
	}
	for field := range questions {
		by, direct := ask(field, `workspace: "`+w.ID+`"`, ""), ask(field, given, "")
		if by != direct {
			t.Errorf("%s: by the workspace %.300s\ngiven directly %.300s", field, by, direct)
		}
		if stated := ask(field, `workspace: "`+w.ID+`"`, "workspace { number name }"); !strings.Contains(stated, `"workspace":{"number":1,"name":"Acme"}`) {
			t.Errorf("%s does not state the version: %.300s", field, stated)
		}
		if none := ask(field, given, "workspace { number }"); !strings.Contains(none, `"workspace":null`) {
			t.Errorf("%s states a version: %.300s", field, none)
		}
	}
	for field, rest := range map[string]string{
		"editionChanges": `(from: "iso-27001-2013", to: "iso-27001-2022", workspace: "` + w.ID + `")`, "overlap": `(standards: ["iso-hs"], workspace: "` + w.ID + `")`,
	} {
		if a := s.Query(t, "{ "+field+rest+" { workspace { number } } }", nil); !strings.Contains(string(a.Data), `{"workspace":{"number":1}}`) {
			t.Errorf("%s: %s %v", field, a.Data, a.Errors)
		}
	}
	// What is given stands in the place of what is kept; a version stays what it was; and something must be said.
	const gap = `{ gapAnalysis(target: "isms-p-2023/2.5.6", workspace: "%s"%s) { summary { full } } }`
	if a := s.Query(t, fmt.Sprintf(gap, w.ID, `, controls: [{id: "AR-1", title: "x", status: PLANNED, satisfies: ["isms-p-2023/2.5.6"]}]`), nil); !strings.Contains(string(a.Data), `"full":0`) {
		t.Errorf("%s %v", a.Data, a.Errors)
	}
	if _, fault := change(t, s, "putWorkspace", "PutWorkspaceInput", map[string]any{"workspace": w.ID, "expectedVersion": 1, "held": []string{}, "controls": []any{}}); fault != "" {
		t.Fatal(fault)
	}
	for id, want := range map[string]string{w.ID: `"full":0`, w.Current.ID: `"full":1`} {
		if a := s.Query(t, fmt.Sprintf(gap, id, ""), nil); !strings.Contains(string(a.Data), want) {
			t.Errorf("%s %v, want %s", a.Data, a.Errors, want)
		}
	}
	if a := s.Query(t, `{ gapAnalysis(target: "isms-p-2023/2.5.6") { summary { full } } }`, nil); len(a.Errors) == 0 || a.Errors[0].Extensions.Code != "BAD_INPUT" {
		t.Errorf("%+v", a)
	}
}

// TestWorkspaceIsExported reads the YAML of a version as --controls does, and makes a workspace of it.
func TestWorkspaceIsExported(t *testing.T) {
	s := servertest.NewEditable(t)
	w := made(t, s, "Acme")
	r := inventory.Read("controls.yaml", []byte(w.Current.Yaml), servertest.Data(t).Engine.Snapshot(), inventory.Options{})
	if !r.OK() || r.Inventory.Organization != "Acme" || len(r.Inventory.Controls) != 2 || len(r.Inventory.Controls[0].Satisfies) != 2 {
		t.Errorf("%+v %+v", r.Notes, r.Inventory)
	}
	p, fault := change(t, s, "createWorkspace", "CreateWorkspaceInput", map[string]any{
		"name": "copy", "held": w.Current.Held, "file": map[string]any{"fileName": "controls.yaml", "content": base64.StdEncoding.EncodeToString([]byte(w.Current.Yaml))},
	})
	if fault != "" || p.Workspace.Current.Hash != w.Current.Hash {
		t.Errorf("%s %+v", fault, p)
	}
}
