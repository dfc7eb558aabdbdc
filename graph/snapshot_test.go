package graph_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// catalog makes a standard of clauses, each given as number or number<parent, with two points for numbers that end
// in "!".
func catalog(ref string, numbers ...string) *graph.Dataset {
	d := &graph.Dataset{Name: ref, Standard: &graph.Standard{Ref: ref}}
	for _, n := range numbers {
		n, points := strings.CutSuffix(n, "!")
		number, in, _ := strings.Cut(n, "<")
		d.Requirements = append(d.Requirements, &graph.Requirement{
			Ref: ref + "/" + number, Number: number, In: in, Kind: graph.KindClause, Assessable: !strings.HasSuffix(number, "g"), Parts: graph.PartsWhole,
		})
		if points {
			for _, id := range []string{"1", "2"} {
				d.Requirements = append(d.Requirements, &graph.Requirement{Ref: ref + "/" + number + "-" + id, Number: number + "-" + id, In: number, Kind: graph.KindPoint})
			}
		}
	}
	return d
}

func crosswalk(from, to string, claims ...*graph.Mapping) *graph.Dataset {
	name := from + "--" + to
	for _, m := range claims {
		m.Crosswalk = name
		m.ID = graph.MappingID(name, m.Source.Key, m.From, m.To)
	}
	return &graph.Dataset{Name: name, Crosswalk: &graph.Crosswalk{Name: name, From: from, To: to}, Mappings: claims}
}

func claim(from string, r relation.Relation, to string) *graph.Mapping {
	return &graph.Mapping{From: []string{from}, Relation: r, To: []string{to}, Remainder: graph.Remainder{From: graph.Text{EN: "of from"}, To: graph.Text{EN: "of to"}}}
}

func world(t *testing.T) *graph.Snapshot {
	t.Helper()
	s, err := graph.Build(graph.Revision{Number: 3}, []*graph.Dataset{
		crosswalk("a", "b", claim("a/1", relation.SubsetOf, "b/2.10"), claim("a/*", relation.NoRelationship, "b/3")),
		catalog("b", "2g", "2.1<2g!", "2.10<2g!", "3"),
		catalog("a", "1!"),
		{Name: "p", Standard: &graph.Standard{Ref: "p", Profile: &graph.Profile{Of: "b", Select: []string{"2g"}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func numbers(list []*graph.Requirement) string {
	var out []string
	for _, r := range list {
		out = append(out, r.Number)
	}
	return strings.Join(out, " ")
}

func TestBuildLinksTheTree(t *testing.T) {
	s := world(t)
	b := s.Standard("b")
	for what, pair := range map[string][2]string{
		"requirements": {numbers(b.Requirements()), "2g 2.1 2.10 3"},
		"assessable":   {numbers(b.Assessable()), "2.1 2.10 3"},
		"roots":        {numbers(b.Roots()), "2g 3"},
		"children":     {numbers(s.Requirement("b/2g").Children()), "2.1 2.10"},
		"points":       {numbers(s.Requirement("b/2.10").Points()), "2.10-1 2.10-2"},
		"members":      {numbers(s.Requirement("b/2g").Members()), "2.1 2.10"},
		"profile":      {numbers(s.Standard("p").Assessable()), "2.1 2.10"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: got %s, want %s", what, pair[0], pair[1])
		}
	}
	if whole := s.Requirement("b/2.10-2").Whole(); whole.Ref != "b/2.10" {
		t.Errorf("the whole of b/2.10-2 is %s", whole.Ref)
	}
	for i, n := range s.Nodes() {
		if n.Index() != i || s.Requirement(n.Ref) != n {
			t.Errorf("%s stands at %d, not at its index %d", n.Ref, i, n.Index())
		}
	}
}

// TestProfileRefsAreAliases: a ref into a profile is the node that the profile selects, and nothing else.
func TestProfileRefsAreAliases(t *testing.T) {
	s := world(t)
	for ref, want := range map[string]*graph.Requirement{
		"p/2.10": s.Requirement("b/2.10"), "p/2.10-1": s.Requirement("b/2.10-1"), "p/3": nil, "p/9": nil, "p": nil, "": nil,
	} {
		if got := s.Requirement(ref); got != want {
			t.Errorf("%q is %v, want %v", ref, got, want)
		}
	}
}

func TestSelectReadsInTheDirectionAskedFor(t *testing.T) {
	s := world(t)
	read := func(from, to string) string {
		claims, err := s.Select(from, to)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, c := range claims {
			m := c.Directed()
			out = append(out, m.From[0]+" "+m.Relation.String()+" "+m.To[0]+" ("+m.Beyond(false).EN+")")
		}
		return strings.Join(out, ", ")
	}
	for _, test := range []struct{ from, to, want string }{
		{"a", "b", "a/* no-relationship b/3 (of to), a/1 subset-of b/2.10 (of to)"},
		{"b", "a", "b/3 no-relationship a/* (of from), b/2.10 superset-of a/1 (of from)"},
		{"p", "a", "b/2.10 superset-of a/1 (of from)"},
		{"", "b", "a/* no-relationship b/3 (of to), a/1 subset-of b/2.10 (of to)"},
		{"b", "b", ""},
	} {
		got := strings.Split(read(test.from, test.to), ", ")
		want := strings.Split(test.want, ", ")
		if diff := cmp.Diff(len(want), len(got)); diff != "" || !sameMembers(want, got) {
			t.Errorf("%s to %s: got %v, want %v", test.from, test.to, got, want)
		}
	}
	if _, err := s.Select("a", "nope"); err == nil {
		t.Error("an unknown standard was accepted")
	}
}

func sameMembers(a, b []string) bool {
	seen := map[string]int{}
	for _, x := range a {
		seen[x]++
	}
	for _, x := range b {
		seen[x]--
	}
	for _, n := range seen {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestBuildNamesEveryFault(t *testing.T) {
	_, err := graph.Build(graph.Revision{}, []*graph.Dataset{
		catalog("a", "1", "1", "2<9", "3<4", "4<3"),
		catalog("a", "1"),
		crosswalk("a", "x", claim("a/7", relation.EqualTo, "x/1")),
		{Name: "p", Standard: &graph.Standard{Ref: "p", Profile: &graph.Profile{Of: "a", Select: []string{"8"}}}},
		{Name: "q", Standard: &graph.Standard{Ref: "q", Profile: &graph.Profile{Of: "p"}}},
	})
	if err == nil {
		t.Fatal("nothing was reported")
	}
	for _, want := range []string{
		"a/1: two requirements have this ref", `a/2: its parent "9" does not exist`, "a/3: it is its own ancestor", "a: two catalogs have this ref",
		`a--x: the standard "x" does not exist`, `its end "a/7" does not exist`, `p: it selects "8"`, `q: the standard "p" that it selects from`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("not reported: %s\n%v", want, err)
		}
	}
}

func TestUnknownNamesTheNearest(t *testing.T) {
	s := world(t)
	for ref, want := range map[string]string{
		"b/2.100": `unknown ref "b/2.100"; did you mean b/2.10, b/2.1?`,
		"B/2.10":  `unknown ref "B/2.10"; did you mean b/2.10?`,
		"zzzzz":   `unknown ref "zzzzz"; ` + "`clausegraph standards` lists what there is",
	} {
		if got := s.Unknown(ref).Error(); got != want {
			t.Errorf("%s: got %s, want %s", ref, got, want)
		}
	}
	old := catalog("std-2013", "1")
	old.Standard.Status = graph.Superseded
	editions, err := graph.Build(graph.Revision{}, []*graph.Dataset{old, catalog("std-2022", "1")})
	if err != nil {
		t.Fatal(err)
	}
	if got := editions.Unknown("std").Nearest; len(got) != 2 || got[0] != "std-2022" {
		t.Errorf("who writes no edition is offered %v", got)
	}
	if long := s.Unknown(strings.Repeat("x", 1e6)).Error(); len(long) > 300 {
		t.Errorf("a long ref is echoed in %d bytes", len(long))
	}
}

// TestMappingIDsAreStable: an id depends on who claims of which ends, and on nothing else.
func TestMappingIDsAreStable(t *testing.T) {
	id := graph.MappingID("a--b", "editorial", []string{"a/1", "a/2"}, []string{"b/1"})
	if id != graph.MappingID("a--b", "editorial", []string{"a/2", "a/1"}, []string{"b/1"}) {
		t.Error("the order of the ends changes the id")
	}
	for _, other := range []string{
		graph.MappingID("a--b", "other", []string{"a/1", "a/2"}, []string{"b/1"}),
		graph.MappingID("a--b", "editorial", []string{"a/1"}, []string{"b/1"}),
		graph.MappingID("a--b", "editorial", []string{"b/1"}, []string{"a/1", "a/2"}),
	} {
		if other == id {
			t.Error("two claims share an id")
		}
	}
}
