package schema_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
)

func init() { schema.BuiltIn = servertest.Data }

func TestEverythingIsDescribed(t *testing.T) {
	s, err := gqlparser.LoadSchema(&ast.Source{Input: schema.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	want := func(name, description string) {
		if len(description) < 7 || !strings.HasSuffix(description, ".") {
			t.Errorf("%s is described as %q", name, description)
		}
	}
	for name, def := range s.Types {
		if def.BuiltIn {
			continue
		}
		want(name, def.Description)
		for _, v := range def.EnumValues {
			want(name+"."+v.Name, v.Description)
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			want(name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				want(name+"."+f.Name+"."+a.Name, a.Description)
			}
		}
	}
}

// TestDirectivesAreThoseThatWork finds a directive that gqlgen or gqlparser adds and no answer obeys, such as @defer.
func TestDirectivesAreThoseThatWork(t *testing.T) {
	var answer struct {
		Schema struct {
			Directives []struct{ Name string }
		} `json:"__schema"`
	}
	servertest.New(t).Get(t, `{ __schema { directives { name } } }`, &answer)
	var names []string
	for _, d := range answer.Schema.Directives {
		names = append(names, d.Name)
	}
	slices.Sort(names)
	if want := []string{"deprecated", "include", "oneOf", "skip", "specifiedBy"}; !slices.Equal(names, want) {
		t.Errorf("directives %v, want %v", names, want)
	}
}

func TestGlobalIDs(t *testing.T) {
	s := servertest.New(t)
	var answer struct {
		Standards   []struct{ ID string }
		Requirement struct {
			ID     string
			Points []struct{ ID string }
		}
		Alias    struct{ ID string }
		Mappings struct {
			Edges []struct {
				Node struct {
					ID        string
					Crosswalk struct{ ID string }
				}
			}
		}
	}
	s.Get(t, `{
		standards { id }
		requirement(ref: "isms-p-2023/2.5.4") { id points { id } }
		alias: requirement(ref: "isms-2023/2.5.4") { id }
		mappings(first: 2) { edges { node { id crosswalk { id } } } }
	}`, &answer)
	if answer.Alias != (struct{ ID string }{answer.Requirement.ID}) {
		t.Error("a requirement has another id when it is asked for through a profile")
	}
	ids := []string{answer.Standards[0].ID, answer.Requirement.ID, answer.Requirement.Points[0].ID, answer.Mappings.Edges[0].Node.ID, answer.Mappings.Edges[1].Node.Crosswalk.ID}
	wrong := []string{"", "nonsense", answer.Requirement.ID + "=", answer.Requirement.ID[:8], "UmVxdWlyZW1lbnQ6aXNtcy0yMDIzLzIuNS40", "Tm9wZTp4"}
	a := s.Query(t, `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, map[string]any{"ids": append(slices.Clone(ids), wrong...)})
	var found struct {
		Nodes []*struct {
			Type string `json:"__typename"`
			ID   string
		}
	}
	if err := json.Unmarshal(a.Data, &found); err != nil || len(a.Errors) > 0 {
		t.Fatal(err, a.Errors)
	}
	var types []string
	for i, n := range found.Nodes {
		switch {
		case i >= len(ids):
			if n != nil {
				t.Errorf("%q is the id of %v", wrong[i-len(ids)], *n)
			}
		case n == nil || n.ID != ids[i]:
			t.Errorf("%q is lost: %v", ids[i], n)
		default:
			types = append(types, n.Type)
		}
	}
	if want := []string{"Standard", "Requirement", "Requirement", "Mapping", "Crosswalk"}; !slices.Equal(types, want) {
		t.Errorf("types %v, want %v", types, want)
	}
}

func TestErrorsNameWhatIsWrong(t *testing.T) {
	s := servertest.New(t)
	for _, c := range []struct {
		document string
		code     string
		path     string
		part     string   // of the message
		nearest  []string // the first of them
	}{
		{`{ standard(ref: "iso27001-2022") { ref } }`, "UNKNOWN_REF", "[standard]", "did you mean iso-27001-2022", []string{"iso-27001-2022"}},
		{`{ standard(ref: "isms-p-2023/2.5.4") { ref } }`, "UNKNOWN_REF", "[standard]", "the standard is isms-p-2023", []string{"isms-p-2023"}},
		{`{ a: requirement(ref: "isms-p-2023/2.5.44") { ref } }`, "UNKNOWN_REF", "[a]", "did you mean isms-p-2023/2.5.4,", []string{"isms-p-2023/2.5.4"}},
		{`{ requirement(ref: "isms-p-2023") { ref } }`, "BAD_INPUT", "[requirement]", "such as isms-p-2023/1.1.1", nil},
		{`{ requirement(ref: "` + strings.Repeat("x", 9999) + `") { ref } }`, "UNKNOWN_REF", "[requirement]", "x…", []string{}},
		{`{ gapAnalysis(held: ["iso-27001"], target: "isms-p-2023") { target } }`, "UNKNOWN_REF", "[gapAnalysis]", "did you mean", []string{"iso-27001-2022"}},
		{`{ gapAnalysis(held: [], target: "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq") { target } }`, "UNKNOWN_REF", "[gapAnalysis]", "the field standards lists", []string{}},
		{`{ gapAnalysis(held: [], target: "isms-p-2023", asOf: "2026-02-30") { target } }`, "BAD_INPUT", "[gapAnalysis asOf]", "is not a date", nil},
		{`{ explain(held: [], requirement: "isms-p-2023/2.5") { verdict } }`, "BAD_INPUT", "[explain]", "assessable", nil},
		{`{ mappings(from: "iso-9001") { totalCount } }`, "UNKNOWN_REF", "[mappings]", "iso-9001-2015", []string{"iso-9001-2015"}},
		{`{ mappings(first: 501) { totalCount } }`, "BAD_INPUT", "[mappings]", "between 0 and 500", nil},
		{`{ mappings(first: 1, last: 1) { totalCount } }`, "BAD_INPUT", "[mappings]", "exclude each other", nil},
		{`{ mappings(after: "x") { totalCount } }`, "BAD_INPUT", "[mappings]", "no such cursor", nil},
		{`{ search(query: "?!") { totalCount } }`, "BAD_INPUT", "[search]", "no letter", nil},
		{`{ search(query: "x", domains: ["isms-p-2023/2.5"]) { totalCount } }`, "BAD_INPUT", "[search]", "stands under isms-p-2023/2", nil},
		{`{ suggestions(query: "x", first: 21) { text } }`, "BAD_INPUT", "[suggestions]", "1 to 20", nil},
		{`{ search(query: "x", first: 101) { totalCount } }`, "BAD_INPUT", "[search]", "between 0 and 100", nil},
		{`{ search(query: "x", standards: ["iso-9001"]) { totalCount } }`, "UNKNOWN_REF", "[search]", "iso-9001-2015", []string{"iso-9001-2015"}},
		{`{ nodes(ids: [` + strings.Repeat(`"x",`, 101) + `]) { id } }`, "LIMIT_EXCEEDED", "[nodes]", "at most 100", nil},
		{`{ nope }`, "GRAPHQL_VALIDATION_FAILED", "[]", "nope", nil},
		{`{`, "GRAPHQL_PARSE_FAILED", "[]", "", nil},
	} {
		a := s.Query(t, c.document, nil)
		if len(a.Errors) != 1 {
			t.Errorf("%.80s: errors %v", c.document, a.Errors)
			continue
		}
		e := a.Errors[0]
		if e.Extensions.Code != c.code || fmt.Sprint(e.Path) != c.path || !strings.Contains(e.Message, c.part) || len(e.Message) > 400 {
			t.Errorf("%.80s: %+v", c.document, e)
		}
		if (c.nearest == nil) != (e.Extensions.Nearest == nil) || len(c.nearest) > 0 && (len(e.Extensions.Nearest) == 0 || e.Extensions.Nearest[0] != c.nearest[0]) {
			t.Errorf("%.80s: nearest %v, want %v first", c.document, e.Extensions.Nearest, c.nearest)
		}
	}
}

// TestGapAnswersAsTheEngineDoes compares an answer in JSON, down to the proofs, with the engine's own.
func TestGapAnswersAsTheEngineDoes(t *testing.T) {
	s := servertest.New(t)
	q := coverage.Question{Held: []string{"iso-27001-2022", "isms-2023/2.5.4", "iso-27001-2022"}, Target: "isms-p-2023", AsOf: "2026-11-22"}
	want, err := servertest.Data(t).Engine.Gap(q)
	if err != nil {
		t.Fatal(err)
	}
	type step struct {
		Rule        string
		Verdict     string
		Requirement struct{ Ref string }
		Mapping     *struct{ Ref string }
		Reversed    bool
		Held        *string
		Assurance   string
	}
	var answer struct {
		GapAnalysis struct {
			AsOf    string
			Held    []string
			Summary struct {
				coverage.Summary
				ByGroup []struct {
					Group   struct{ Ref string }
					Summary coverage.Summary
				}
			}
			Items struct {
				TotalCount int
				Edges      []struct {
					Node struct {
						Requirement struct{ Ref string }
						Verdict     string
						Disposition string
						Remainder   []struct{ Text string }
						Points      []struct{ Verdict string }
						Proof       *struct {
							step
							Steps []step
						}
					}
				}
			}
		}
	}
	s.Get(t, `{ gapAnalysis(held: ["iso-27001-2022", "isms-2023/2.5.4", "iso-27001-2022"], target: "isms-p-2023") {
		asOf held
		summary { full partial possible none unknown total byGroup { group { ref } summary { full partial possible none unknown total } } }
		items(first: 500) { totalCount edges { node {
			requirement { ref } verdict disposition remainder { text } points { verdict }
			proof { ...step steps { ...step } }
		} } }
	} }
	fragment step on Proof { rule verdict requirement { ref } mapping { ref } reversed held assurance }`, &answer)
	got := answer.GapAnalysis
	if got.AsOf != "2026-11-22" || !slices.Equal(got.Held, want.Held) || got.Summary.Summary != want.Summary || got.Items.TotalCount != len(want.Items) {
		t.Errorf("head: %+v", got.Summary)
	}
	for i, g := range got.Summary.ByGroup {
		if g.Group.Ref != want.Groups()[i].Group.Ref || g.Summary != want.Groups()[i].Summary {
			t.Errorf("group %+v, want %+v", g, want.Groups()[i])
		}
	}
	for i, e := range got.Items.Edges {
		n, w := e.Node, want.Items[i]
		if n.Requirement.Ref != w.Requirement.Ref || n.Verdict != w.Verdict.String() || n.Disposition != string(w.Disposition) || len(n.Remainder) != len(w.Remainder()) || len(n.Points) != len(w.Points()) || (n.Proof == nil) != (w.Proof() == nil) {
			t.Errorf("item %+v, want %+v", n, w)
			continue
		}
		if n.Proof == nil {
			continue
		}
		steps := w.Proof().Steps()
		if len(n.Proof.Steps) != len(steps) {
			t.Errorf("%s: %d steps, want %d", n.Requirement.Ref, len(n.Proof.Steps), len(steps))
			continue
		}
		for j, have := range n.Proof.Steps {
			w := steps[j]
			if have.Rule != w.Rule.String() || have.Requirement.Ref != w.Requirement.Ref || have.Reversed != w.Reversed || (have.Held == nil) != (w.Held == "") || (have.Mapping == nil) != (w.Mapping == nil) || have.Assurance != strings.ToUpper(w.Assurance().String()) {
				t.Errorf("%s: step %+v, want %+v", n.Requirement.Ref, have, w)
			}
		}
	}
}

// TestMappingsAreReadInTheDirectionAskedFor exchanges the two ends: the claims are the same, read the other way.
func TestMappingsAreReadInTheDirectionAskedFor(t *testing.T) {
	s := servertest.New(t)
	type edge struct {
		Reversed bool
		Relation string
		Node     struct{ Ref, Relation string }
	}
	read := func(from, to string) []edge {
		var answer struct{ Mappings struct{ Edges []edge } }
		s.Get(t, fmt.Sprintf(`{ mappings(from: %q, to: %q, first: 500) { edges { reversed relation node { ref relation } } } }`, from, to), &answer)
		return answer.Mappings.Edges
	}
	there, back := read("iso-27001-2022", "iso-hs"), read("iso-hs", "iso-27001-2022")
	if len(there) == 0 || len(there) != len(back) {
		t.Fatalf("%d claims there, %d back", len(there), len(back))
	}
	converse := map[string]string{"EQUAL_TO": "EQUAL_TO", "SUBSET_OF": "SUPERSET_OF", "SUPERSET_OF": "SUBSET_OF", "INTERSECTS_WITH": "INTERSECTS_WITH", "NO_RELATIONSHIP": "NO_RELATIONSHIP"}
	for i := range there {
		x, y := there[i], back[i]
		if x.Node != y.Node || x.Reversed || !y.Reversed || x.Relation != x.Node.Relation || y.Relation != converse[x.Relation] {
			t.Errorf("%+v there, %+v back", x, y)
		}
	}
}
