package graph_test

import (
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
)

func scheme(s graph.Scheme) *graph.Dataset {
	return &graph.Dataset{Name: graph.SchemeName(s.Ref), Scheme: &s}
}

func schemes(t *testing.T) *graph.Snapshot {
	t.Helper()
	s, err := graph.Build(graph.Revision{}, []*graph.Dataset{
		scheme(graph.Scheme{
			Ref: "b", Standards: []string{"b", "p"}, // the ref of a standard too: the two are named apart
			Facts: []graph.Fact{
				{ID: "late", About: []string{"p", "p/2.10", "b/2.10-1"}, Valid: graph.Period{From: "2027-07-01"}},
				{ID: "always"},
				{ID: "early", Valid: graph.Period{To: "2027-06-30"}},
			},
			Omissions: []graph.Omission{{Held: []string{"a"}, Target: "p", Criteria: []string{"2.1", "2.10"}}},
		}),
		scheme(graph.Scheme{Ref: "accreditation"}),
		catalog("b", "2g", "2.1<2g!", "2.10<2g!", "3"),
		catalog("a", "1!"),
		{Name: "p", Standard: &graph.Standard{Ref: "p", Profile: &graph.Profile{Of: "b", Select: []string{"2g"}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestBuildLinksSchemes(t *testing.T) {
	s := schemes(t)
	if list := s.Schemes(); len(list) != 2 || list[0].Ref != "accreditation" || s.Scheme("b") != list[1] || s.Scheme("p") != nil {
		t.Errorf("schemes: %v", list)
	}
	b := s.Scheme("b")
	for day, want := range map[graph.Date]string{"2026-11-22": "always early", "2027-06-30": "always early", "2027-07-01": "late always"} {
		var got []string
		for _, f := range b.FactsOn(day) {
			got = append(got, f.ID)
			if f.Scheme() != b {
				t.Errorf("the fact %s is of %v", f.ID, f.Scheme())
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("facts on %s: %v, want %s", day, got, want)
		}
	}
	if b.Omissions[0].Scheme() != b {
		t.Error("an omission does not know its scheme")
	}
}

func TestUnknownSchemeNamesTheNearest(t *testing.T) {
	s := schemes(t)
	for ref, want := range map[string]string{
		"acreditation": `unknown scheme "acreditation"; did you mean accreditation?`,
		"p":            `unknown scheme "p"; did you mean b?`,
		"p/2.10":       `unknown scheme "p/2.10"; did you mean b?`,
		"qqqqqqqqqqqq": `unknown scheme "qqqqqqqqqqqq"; ` + "`clausegraph facts` lists what there is",
	} {
		if got := s.UnknownScheme(ref).Error(); got != want {
			t.Errorf("%s: %s, want %s", ref, got, want)
		}
	}
	if long := s.UnknownScheme(strings.Repeat("x", 1e6)).Error(); len(long) > 300 {
		t.Errorf("a long ref is echoed in %d bytes", len(long))
	}
}

func TestBuildNamesEveryFaultOfSchemes(t *testing.T) {
	yes := true
	_, err := graph.Build(graph.Revision{}, []*graph.Dataset{
		catalog("a", "1"),
		scheme(graph.Scheme{
			Ref: "s", Standards: []string{"x"},
			Inputs: []graph.Input{{Name: "n", Kind: graph.InputNumber}, {Name: "n", Kind: graph.InputNumber}},
			Facts:  []graph.Fact{{ID: "f", About: []string{"a/9"}}, {ID: "f"}},
			Obligations: []graph.Obligation{
				{ID: "empty"},
				{ID: "unknown", When: flag("z", true)},
				{ID: "kind", When: flag("n", true)},
				{ID: "two", When: graph.Condition{Input: "n", AtLeast: ptr[int64](1), Below: ptr[int64](2)}},
				{ID: "both", When: graph.Condition{Input: "n", AtLeast: ptr[int64](1), All: []graph.Condition{flag("n", true)}}},
				{ID: "bare", When: graph.Condition{Is: &yes, Not: &graph.Condition{Input: "n", Below: ptr[int64](2)}}},
				{ID: "deep", When: graph.Condition{Not: ptr(anyOf(all(graph.Condition{})))}},
				{ID: "fine", When: graph.Condition{Not: ptr(anyOf(graph.Condition{Input: "n", Below: ptr[int64](2)}))}},
			},
			Omissions: []graph.Omission{{Held: []string{"y"}, Target: "a", Criteria: []string{"7"}}},
		}),
		{Name: "scheme:s again", Scheme: &graph.Scheme{Ref: "s"}},
	})
	if err == nil {
		t.Fatal("nothing was reported")
	}
	for _, want := range []string{
		`scheme:s: the standard "x" does not exist`, `"input n" is there twice`, `"fact f" is there twice`, `the fact f is about "a/9"`,
		"the obligation empty cannot", "the obligation unknown cannot", "the obligation kind cannot", "the obligation two cannot",
		"the obligation both cannot", "the obligation bare cannot", "the obligation deep cannot",
		`the standard "y" does not exist`, `the criterion "a/7"`, "s: two schemes have this ref",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("not reported: %s\n%v", want, err)
		}
	}
	if strings.Contains(err.Error(), "fine") {
		t.Error(err)
	}
}
