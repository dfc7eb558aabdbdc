package mcp_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/internal/mcp"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// connect returns the session of a client with a server over the built-in data.
func connect(t *testing.T, options ...func(*mcp.Options)) *sdk.ClientSession {
	t.Helper()
	o := mcp.Options{Data: servertest.Data(t), Clock: func() time.Time { return servertest.Today }}
	for _, option := range options {
		option(&o)
	}
	near, far := sdk.NewInMemoryTransports()
	if _, err := mcp.New(o).Connect(t.Context(), far, nil); err != nil {
		t.Fatal(err)
	}
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), near, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// call calls a tool and reads its structured answer.
func call[T any](t *testing.T, c *sdk.ClientSession, tool string, arguments map[string]any) T {
	t.Helper()
	result, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	if result.IsError {
		t.Fatalf("%s: %s", tool, text(result))
	}
	raw, err := json.Marshal(result.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	var out T
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatalf("%s: %v in %s", tool, err, raw)
	}
	return out
}

// refused calls a tool that must answer with an error, and returns it.
func refused(t *testing.T, c *sdk.ClientSession, tool string, arguments map[string]any) string {
	t.Helper()
	result, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	if !result.IsError {
		t.Fatalf("%s %v is answered: %s", tool, arguments, text(result))
	}
	return text(result)
}

func text(r *sdk.CallToolResult) string {
	if len(r.Content) == 0 {
		return ""
	}
	return r.Content[0].(*sdk.TextContent).Text
}

type step struct {
	N                                 int
	Requirement, Verdict, Rule, Claim string
	Premises                          []int
	Sentence                          string
}

type claim struct {
	ID, Relation, Assurance string
	From, To                []string
	Source                  struct{ Title, Licence string }
}

type gap struct {
	Revision, Disclaimer, Notice string
	Total                        int
	Next                         *int
	Summary                      map[string]int
	Items                        []struct {
		Requirement, Verdict, Disposition, Assurance string
		Remainder, Via                               []string
		Proof                                        []step
	}
	Claims []claim
}

// TestGapAgreesWithTheEngine pages through an analysis and compares every item with what the engine answers.
func TestGapAgreesWithTheEngine(t *testing.T) {
	c, engine := connect(t), servertest.Data(t).Engine
	want, err := engine.Gap(coverage.Question{Held: []string{"iso-27001-2022"}, Target: "isms-p-2023", AsOf: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for offset := 0; ; {
		page := call[gap](t, c, "gap_analysis", map[string]any{"held": []string{"iso-27001-2022"}, "target": "isms-p-2023", "limit": 40, "offset": offset, "proofs": true})
		if page.Total != len(want.Items) || page.Summary["FULL"] != want.Summary.Full || page.Summary["total"] != want.Summary.Total || page.Revision != want.Revision.Hash || page.Disclaimer != export.Disclaimer.EN {
			t.Fatalf("the head is %+v; the engine says %+v", page, want.Summary)
		}
		if len(page.Items) > 40 {
			t.Fatalf("%d items on a page of 40", len(page.Items))
		}
		for _, i := range page.Items {
			w := want.Items[at]
			at++
			if i.Requirement != w.Requirement.Ref || i.Verdict != w.Verdict.String() || i.Disposition != string(w.Disposition) || !slices.Equal(i.Via, append([]string{}, export.Via(w)...)) {
				t.Errorf("item %d is %+v; the engine says %s %s", at, i, w.Requirement.Ref, w.Verdict)
			}
			if (w.Proof() == nil) != (len(i.Proof) == 0) {
				t.Errorf("%s: %d steps", i.Requirement, len(i.Proof))
			}
			checkProof(t, i.Proof, page.Claims)
		}
		if page.Next == nil {
			break
		}
		offset = *page.Next
	}
	if at != len(want.Items) {
		t.Errorf("%d items on all pages; the engine has %d", at, len(want.Items))
	}
	partial := call[gap](t, c, "gap_analysis", map[string]any{"held": []string{"iso-27001-2022"}, "target": "isms-p-2023", "verdicts": []string{"PARTIAL"}})
	if partial.Total != want.Summary.Partial || partial.Summary["FULL"] != want.Summary.Full {
		t.Errorf("of PARTIAL alone there are %d, with %v", partial.Total, partial.Summary)
	}
}

// checkProof looks whether every step rests on earlier ones and on claims whose source, licence and assurance are told.
func checkProof(t *testing.T, proof []step, claims []claim) {
	t.Helper()
	for i, s := range proof {
		if s.N != i+1 || s.Sentence == "" {
			t.Errorf("step %d is %+v", i+1, s)
		}
		for _, p := range s.Premises {
			if p < 1 || p >= s.N {
				t.Errorf("step %d rests on %d", s.N, p)
			}
		}
		if s.Claim == "" {
			continue
		}
		at := slices.IndexFunc(claims, func(c claim) bool { return c.ID == s.Claim })
		if at < 0 {
			t.Errorf("claim %s is not listed", s.Claim)
			continue
		}
		if c := claims[at]; c.Source.Title == "" || c.Source.Licence == "" || c.Assurance == "" || c.Relation == "" {
			t.Errorf("claim %+v does not say who makes it", c)
		}
	}
}

func TestExplain(t *testing.T) {
	type explained struct {
		gap
		Requirement, Verdict, Line, Report string
		Proof                              []step
		Points                             []struct {
			Ref, Verdict string
			Proof        []step
		}
	}
	c := connect(t)
	x := call[explained](t, c, "explain", map[string]any{"held": []string{"iso-27001-2022"}, "requirement": "isms-p-2023/2.5.4", "language": "ko"})
	if x.Verdict != "PARTIAL" || len(x.Points) == 0 || len(x.Proof) == 0 || x.Line == "" || x.Report == "" || x.Disclaimer != export.Disclaimer.KO {
		t.Errorf("the explanation is %+v", x)
	}
	checkProof(t, x.Proof, x.Claims)
	for _, p := range x.Points {
		checkProof(t, p.Proof, x.Claims)
	}
	law := call[explained](t, c, "explain", map[string]any{"held": []string{"isms-p-2023"}, "requirement": "pipa/29"})
	if law.Notice != export.Notice(servertest.Data(t).Engine.Snapshot(), "pipa/29").EN || law.Notice == "" {
		t.Errorf("the notice on a law is %q", law.Notice)
	}
}

// TestWrongArguments has every tool refuse what it cannot answer, with words that lead to what it can.
func TestWrongArguments(t *testing.T) {
	c := connect(t)
	held := []string{"iso-27001-2022"}
	for _, wrong := range []struct {
		tool      string
		arguments map[string]any
		says      string
	}{
		{"gap_analysis", map[string]any{"held": held, "target": "isms-p-2032"}, "isms-p-2023"},
		{"gap_analysis", map[string]any{"held": []string{"iso-27001-2202"}, "target": "isms-p-2023"}, "iso-27001-2022"},
		{"gap_analysis", map[string]any{"held": held, "target": "isms-p-2023", "limit": 101}, "from 1 to 100"},
		{"gap_analysis", map[string]any{"held": held, "target": "isms-p-2023", "offset": -1}, "negative"},
		{"gap_analysis", map[string]any{"held": held, "target": "isms-p-2023", "asOf": "soon"}, "asOf"},
		{"gap_analysis", map[string]any{"held": held, "target": "isms-p-2023", "verdicts": []string{"MAYBE"}}, "verdicts"},
		{"gap_analysis", map[string]any{"held": held, "target": "isms-p-2023", "language": "fr"}, "language"},
		{"gap_analysis", map[string]any{"held": held, "target": "isms-p-2023", "policy": map[string]any{"distrust": []string{"nobody"}}}, "clausegraph editorial"},
		{"gap_analysis", map[string]any{"held": held}, "target"},
		{"explain", map[string]any{"held": held, "requirement": "isms-p-2023/2.5.44"}, "isms-p-2023/2.5.4"},
		{"requirement", map[string]any{"ref": "iso-27001-2022/A.5.177"}, "iso-27001-2022/A.5.17"},
		{"requirement", map[string]any{"ref": "isms-p-2023"}, "clausegraph://standard/isms-p-2023"},
		{"overlap", map[string]any{"standards": []string{"iso-27001-2022", "isms-q-2023"}}, "isms-p-2023"},
		{"edition_changes", map[string]any{"from": "iso-27001-2013", "to": "iso-27001-2023"}, "iso-27001-2022"},
		{"facts", map[string]any{"scheme": "isms-q"}, "isms-p"},
		{"search", map[string]any{"query": "access", "standards": []string{"isms-q-2023"}}, "isms-p-2023"},
		{"inventory_analysis", map[string]any{"target": "isms-p-2023"}, "controls or file"},
		{"inventory_analysis", map[string]any{"target": "isms-p-2023", "file": map[string]any{"name": "a.xlsx", "base64": "?"}}, "base64"},
		{"inventory_analysis", map[string]any{"target": "isms-p-2023", "controls": []map[string]any{{"id": "C1", "title": "Login", "status": "implemented", "satisfies": []string{"isms-p-2023/2.5.44"}}}}, "isms-p-2023/2.5.4"},
	} {
		if says := refused(t, c, wrong.tool, wrong.arguments); !strings.Contains(says, wrong.says) {
			t.Errorf("%s %v says %q, without %q", wrong.tool, wrong.arguments, says, wrong.says)
		}
	}
}

func TestSearchRequirementAndFacts(t *testing.T) {
	c := connect(t)
	found := call[struct {
		Hits []struct {
			Ref  string
			ByID bool
		}
		Total int
		Next  *int
	}](t, c, "search", map[string]any{"query": "비밀번호 관리", "standards": []string{"isms-p-2023"}, "limit": 2, "language": "ko"})
	if len(found.Hits) != 2 || found.Hits[0].Ref != "isms-p-2023/2.5.4" || found.Next == nil || *found.Next != 2 {
		t.Errorf("found %+v", found)
	}
	r := call[struct {
		Ref, Gist, Parent string
		Points            []struct{ Ref string }
		Claims            []claim
		Total             int
		Next              *int
	}](t, c, "requirement", map[string]any{"ref": "isms-p-2023/2.5.4", "limit": 1})
	if r.Gist == "" || r.Parent != "isms-p-2023/2.5" || len(r.Points) == 0 || len(r.Claims) != 1 || r.Total < 2 || r.Next == nil {
		t.Errorf("the requirement is %+v", r)
	}
	type facts struct {
		AsOf  string
		Facts []struct{ ID, Source, Certainty, ValidFrom, ValidTo string }
		Total int
	}
	now := call[facts](t, c, "facts", map[string]any{"scheme": "isms-p"})
	past := call[facts](t, c, "facts", map[string]any{"scheme": "isms-p", "asOf": "2001-01-01"})
	if now.AsOf != "2026-11-22" || now.Total == 0 || past.Total >= now.Total {
		t.Errorf("there are %d facts now and %d in 2001", now.Total, past.Total)
	}
	for _, f := range now.Facts {
		if f.Source == "" || f.Certainty == "" || f.ValidFrom > "2026-11-22" {
			t.Errorf("fact %+v", f)
		}
	}
}

func TestOverlapAndEditions(t *testing.T) {
	c := connect(t)
	o := call[struct {
		Pairs []struct {
			Held, Target string
			Summary      map[string]int
		}
		Notices []string
		Total   int
	}](t, c, "overlap", map[string]any{"standards": []string{"iso-27001-2022", "isms-p-2023", "pipa"}})
	whole := call[gap](t, c, "gap_analysis", map[string]any{"held": []string{"iso-27001-2022"}, "target": "isms-p-2023", "limit": 1})
	if o.Total != 6 || len(o.Pairs) != 6 || len(o.Notices) != 1 || o.Pairs[0].Target != "isms-p-2023" || o.Pairs[0].Summary["PARTIAL"] != whole.Summary["PARTIAL"] {
		t.Errorf("the overlap is %+v", o)
	}
	e := call[struct {
		Counts  map[string]int
		Changes []struct {
			Kind, To string
			From     []string
		}
		Total int
	}](t, c, "edition_changes", map[string]any{"from": "iso-27001-2013", "to": "iso-27001-2022", "kinds": []string{"new"}, "limit": 5})
	want, err := servertest.Data(t).Engine.Editions("iso-27001-2013", "iso-27001-2022", nil)
	if err != nil {
		t.Fatal(err)
	}
	if e.Counts["new"] != e.Total || e.Total != want.Count(coverage.Added) || len(e.Changes) != 5 || e.Changes[0].Kind != "new" || e.Changes[0].To == "" {
		t.Errorf("the changes are %+v", e)
	}
}

// TestInventory gives the same controls as objects and as files, and a file that is not understood.
func TestInventory(t *testing.T) {
	type analysis struct {
		Controls []string
		Notes    []struct{ Severity, Place, Message string }
		Analysis *gap
	}
	c := connect(t)
	const csv = "ID,Title,Status,Satisfies\nC1,Password rules,implemented,isms-p-2023/2.5.4\n"
	asObjects := call[analysis](t, c, "inventory_analysis", map[string]any{"target": "isms-p-2023/2.5.4", "controls": []map[string]any{
		{"id": "C1", "title": "Password rules", "status": "implemented", "satisfies": []string{"isms-p-2023/2.5.4"}},
	}})
	for name, file := range map[string]map[string]any{
		"text":   {"name": "controls.csv", "text": csv},
		"base64": {"name": "controls.csv", "base64": base64.StdEncoding.EncodeToString([]byte(csv))},
	} {
		got := call[analysis](t, c, "inventory_analysis", map[string]any{"target": "isms-p-2023/2.5.4", "file": file})
		for _, a := range []analysis{asObjects, got} {
			if !slices.Equal(a.Controls, []string{"C1"}) || a.Analysis == nil || len(a.Analysis.Items) != 1 || a.Analysis.Items[0].Verdict != "FULL" {
				t.Errorf("%s: the analysis is %+v", name, a)
			}
		}
	}
	file := map[string]any{"name": "controls.csv", "text": csv + "C2,Nothing,implemented,isms-p-2023/9.9.9\n"}
	wrong := call[analysis](t, c, "inventory_analysis", map[string]any{"target": "isms-p-2023/2.5.4", "file": file})
	if wrong.Analysis != nil || len(wrong.Notes) == 0 || wrong.Notes[0].Place != "D3" {
		t.Errorf("a file with a mistake gives %+v", wrong)
	}
	despite := call[analysis](t, c, "inventory_analysis", map[string]any{"target": "isms-p-2023/2.5.4", "file": file, "despiteProblems": true})
	if despite.Analysis == nil || len(despite.Notes) == 0 {
		t.Errorf("despite the mistake it gives %+v", despite)
	}
}

func TestResourcesPromptsAndCompletions(t *testing.T) {
	c := connect(t)
	list, err := c.ListResources(t.Context(), nil)
	if err != nil || len(list.Resources) != 1+len(servertest.Data(t).Engine.Snapshot().Standards()) {
		t.Fatalf("%d resources, %v", len(list.Resources), err)
	}
	for _, uri := range []string{"clausegraph://standards", "clausegraph://standard/isms-p-2023", "clausegraph://requirement/isms-p-2023/2.5.4", "clausegraph://requirement/isms-p-2023%2F2.5.4"} {
		r, err := c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: uri})
		if err != nil {
			t.Errorf("%s: %v", uri, err)
			continue
		}
		if body := r.Contents[0].Text; !json.Valid([]byte(body)) || !strings.Contains(body, "isms-p-2023") || !strings.Contains(body, `"revision":"test"`) {
			t.Errorf("%s is %s", uri, body)
		}
	}
	for _, uri := range []string{"clausegraph://requirement/isms-p-2023/2.5.44", "clausegraph://standard/isms-p-2032"} {
		if _, err := c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: uri}); err == nil || !strings.Contains(err.Error(), "did you mean isms-p-2023") {
			t.Errorf("%s: %v", uri, err)
		}
	}
	for _, p := range []struct{ name, argument, value, says string }{
		{"gap_report", "target", "isms-p-2023", "gap_analysis"},
		{"defend_line", "requirement", "isms-p-2023/2.5.4", "[R4]"},
	} {
		for language, disclaimer := range map[string]string{"en": export.Disclaimer.EN, "ko": export.Disclaimer.KO} {
			got, err := c.GetPrompt(t.Context(), &sdk.GetPromptParams{Name: p.name, Arguments: map[string]string{"held": "iso-27001-2022, iso-27701-2025", p.argument: p.value, "language": language}})
			if err != nil {
				t.Fatalf("%s: %v", p.name, err)
			}
			if body := got.Messages[0].Content.(*sdk.TextContent).Text; !strings.Contains(body, p.says) || !strings.Contains(body, disclaimer) || strings.Contains(body, "%!") {
				t.Errorf("%s in %s is %s", p.name, language, body)
			}
		}
		if _, err := c.GetPrompt(t.Context(), &sdk.GetPromptParams{Name: p.name, Arguments: map[string]string{"held": "iso-27001-2202", p.argument: p.value}}); err == nil || !strings.Contains(err.Error(), "iso-27001-2022") {
			t.Errorf("%s with a wrong ref: %v", p.name, err)
		}
	}
	done, err := c.Complete(t.Context(), &sdk.CompleteParams{
		Ref:      &sdk.CompleteReference{Type: "ref/prompt", Name: "gap_report"},
		Argument: sdk.CompleteParamsArgument{Name: "held", Value: "iso-27001-2022,isms-p-2"},
	})
	if err != nil || !slices.Contains(done.Completion.Values, "iso-27001-2022,isms-p-2023") {
		t.Errorf("the completion is %+v, %v", done, err)
	}
}

// TestTools looks at what a client sees of the tools: all change nothing, and say what they take and give.
func TestTools(t *testing.T) {
	list, err := connect(t).ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		if tool.OutputSchema == nil || tool.InputSchema == nil || tool.Description == "" || !tool.Annotations.ReadOnlyHint {
			t.Errorf("tool %s is %+v", tool.Name, tool)
		}
	}
	for _, want := range []string{"search", "requirement", "gap_analysis", "explain", "overlap", "edition_changes", "facts", "inventory_analysis", "standards"} {
		if !slices.Contains(names, want) {
			t.Errorf("there is no tool %s", want)
		}
	}
}

// TestFaultsStayInside has a client learn nothing of an error that is not its own, and survive a panic.
func TestFaultsStayInside(t *testing.T) {
	arguments := map[string]any{"held": []string{"iso-27001-2022"}, "target": "isms-p-2023"}
	var log bytes.Buffer
	broken := connect(t, func(o *mcp.Options) {
		o.Logger = slog.New(slog.NewTextHandler(&log, nil))
		o.Admit = func(context.Context, int) (func(), error) { return nil, errors.New("secret of the operator") }
	})
	if says := refused(t, broken, "gap_analysis", arguments); strings.Contains(says, "secret") {
		t.Errorf("a fault of the program says %q", says)
	}
	if !strings.Contains(log.String(), "secret") {
		t.Errorf("the operator is told %q", &log)
	}
	panics := connect(t, func(o *mcp.Options) {
		o.Logger = slog.New(slog.DiscardHandler)
		o.Admit = func(context.Context, int) (func(), error) { panic("secret of the operator") }
	})
	if _, err := panics.CallTool(t.Context(), &sdk.CallToolParams{Name: "gap_analysis", Arguments: arguments}); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("a panic says %v", err)
	}
	if _, err := panics.ListTools(t.Context(), nil); err != nil {
		t.Errorf("after the panic: %v", err)
	}
}
