package loader

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/race"
	"github.com/clausegraph/clausegraph/relation"
)

// TestCheckerFindsWhatLoadFinds makes random changes to random data, some of which are taken and some only tried, and checks
// each by one Checker, which remembers, and by Load, which does not.
func TestCheckerFindsWhatLoadFinds(t *testing.T) {
	partial, refused, warned := 0, 0, 0
	data := world(t)
	if checks := flag.Lookup("rapid.checks"); race.Enabled && checks.Value.String() == checks.DefValue {
		defer func() { _ = checks.Value.Set(checks.DefValue) }()
		if err := checks.Value.Set("20"); err != nil {
			t.Fatal(err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		var c Checker
		ctx := context.Background()
		base := data
		for range rapid.IntRange(2, 8).Draw(t, "changes") {
			given := slices.Clone(base)
			for range rapid.IntRange(0, 2).Draw(t, "alterations") {
				given = alter(t, given)
			}
			var more []Source
			if rapid.IntRange(0, 3).Draw(t, "files") == 0 {
				more = append(more, further(t, base))
			}
			before := c.last.Load()
			got, gotErr := c.Check(ctx, base, given, more...)
			sources, wantErr := written(given)
			var want *Result
			if wantErr == nil {
				want, wantErr = Load(ctx, append(sources, more...)...)
			}
			if (gotErr == nil) != (wantErr == nil) {
				t.Fatalf("error %v, want %v", gotErr, wantErr)
			}
			if wantErr != nil {
				continue
			}
			if d := cmp.Diff(want.Diagnostics, got.Diagnostics); d != "" {
				t.Fatalf("findings (-load +checker):\n%s", d)
			}
			if d := cmp.Diff(contents(want), contents(got)); d != "" {
				t.Fatalf("data (-load +checker):\n%s", d)
			}
			for _, d := range want.Datasets {
				for _, id := range idsIn(d) {
					a, _ := want.Place(id)
					if b, ok := got.Place(id); a != b || !ok {
						t.Fatalf("%s is at %v, want %v", id, b, a)
					}
				}
			}
			if before != nil && got.unread != nil {
				partial++
			}
			warned += len(got.Diagnostics)
			if !got.OK() {
				refused++
			} else if rapid.Bool().Draw(t, "taken") {
				base = got.Datasets
			}
		}
	})
	if partial == 0 || refused == 0 || warned == refused {
		t.Errorf("of all changes %d were looked at in part, %d were refused, and %d findings were made: this tests nothing", partial, refused, warned)
	}
}

func contents(r *Result) map[string]string {
	all := map[string]string{}
	for _, d := range r.Datasets {
		all[d.Name] += d.Hash()
	}
	return all
}

func idsIn(d *graph.Dataset) []string {
	ids := []string{d.Name}
	for _, r := range d.Requirements {
		ids = append(ids, r.Ref)
	}
	for _, m := range d.Mappings {
		ids = append(ids, m.ID)
	}
	return ids
}

// TestCheckerReadsOnlyWhatChanged sees that a claim is changed without the other files being read.
func TestCheckerReadsOnlyWhatChanged(t *testing.T) {
	var c Checker
	base := world(t)
	first, err := c.Check(t.Context(), base, base)
	if err != nil || !first.OK() {
		t.Fatal(err, first.Diagnostics)
	}
	at := slices.IndexFunc(base, func(d *graph.Dataset) bool { return d.Name == "a--b" })
	changed := slices.Clone(base)
	changed[at] = withClaims(base[at])
	changed[at].Mappings[0] = altered(base[at].Mappings[0], func(m *graph.Mapping) { m.Strength = 3 })
	second, err := c.Check(t.Context(), base, changed)
	if err != nil || !second.OK() {
		t.Fatal(err, second.Diagnostics)
	}
	if len(second.unread) != len(base)-1 {
		t.Errorf("%d of %d datasets were not read again", len(second.unread), len(base))
	}
	for i, d := range second.Datasets {
		if same := slices.Contains(base, d); same == (d.Name == "a--b") {
			t.Errorf("dataset %d, %s, is the given one: %v", i, d.Name, same)
		}
	}
}

// world is sound data of every kind, with warnings in it, as it is read from files. It must not be changed.
func world(t interface{ Fatal(...any) }) []*graph.Dataset {
	sources, err := written(unread())
	if err != nil {
		t.Fatal(err)
	}
	result, err := Load(context.Background(), sources...)
	if err != nil || !result.OK() {
		t.Fatal(err, result.Diagnostics)
	}
	return result.Datasets
}

func unread() []*graph.Dataset {
	long := "It is" + strings.Repeat(" long", 130)
	both := func(text string) graph.Text { return graph.Text{EN: text, KO: "글 " + text} }
	catalog := func(ref string) *graph.Dataset {
		d := &graph.Dataset{Name: ref, Standard: &graph.Standard{
			Ref: ref, Title: both("Standard " + ref), Publisher: "Acme", Edition: "1", Published: "2026-01-01", Status: graph.Current,
			Disciplines: []graph.Discipline{"information-security"}, TextPolicy: "titles-and-own-paraphrase", Unofficial: []graph.Language{graph.English, graph.Korean},
		}}
		add := func(r graph.Requirement) {
			r.Ref = graph.JoinRef(ref, r.Number)
			d.Requirements = append(d.Requirements, &r)
		}
		add(graph.Requirement{Number: "1", Kind: graph.KindGroup, Title: both("Group"), Parts: graph.PartsWhole})
		for _, n := range []string{"1.1", "1.2", "1.3"} {
			add(graph.Requirement{Number: n, In: "1", Kind: "control", Title: both("Control " + n), Gist: both("Do " + n + "."), Assessable: true, Parts: graph.PartsWhole})
			for _, p := range []string{"1", "2"} {
				add(graph.Requirement{Number: n + "-" + p, In: n, Kind: graph.KindPoint, Gist: both("Point " + p + " of " + n + ".")})
			}
		}
		return d
	}
	crosswalk := func(from, to string) *graph.Dataset {
		source := graph.Source{Key: "acme", Kind: graph.ProjectSource, Title: "Acme", Licence: "CC-BY-4.0"}
		d := &graph.Dataset{Name: from + "--" + to, Crosswalk: &graph.Crosswalk{Name: from + "--" + to, From: from, To: to, Author: "Ann", Sources: []graph.Source{source}}}
		for i, n := range []string{"1.1", "1.2", "1.3-1"} {
			m := graph.Mapping{
				Crosswalk: d.Name, From: []string{graph.JoinRef(from, n)}, To: []string{graph.JoinRef(to, n)}, Relation: relation.SupersetOf, Basis: graph.Functional, Strength: 5 + i,
				Why: both("Both do."), Remainder: graph.Remainder{From: both("More.")}, Source: source, Review: graph.Review{State: graph.Draft},
			}
			if i == 1 {
				m.Why = both(long)
			}
			m.ID = graph.MappingID(d.Name, source.Key, m.From, m.To)
			d.Mappings = append(d.Mappings, &m)
		}
		return d
	}
	profile := catalog("p")
	profile.Requirements, profile.Standard.Profile = nil, &graph.Profile{Of: "c", Select: []string{"1"}}
	c := catalog("c")
	c.Requirements[1].Gist = both(long)
	scheme := &graph.Scheme{
		Ref: "s", Title: both("Scheme"), Authority: both("Authority"), Standards: []string{"a"},
		Facts: []graph.Fact{{ID: "f", Kind: graph.FactCount, Claim: both(long), About: []string{"a/1.1", "p"}, Source: "Notice 1", Certainty: graph.Verified}},
	}
	glossary := &graph.Glossary{Ref: "g", Title: both("Words"), Terms: []*graph.Term{
		{ID: "access", EN: graph.Forms{Term: "access"}, KO: graph.Forms{Term: "접근"}, Note: both(long)},
		{ID: "account", EN: graph.Forms{Term: "account"}, KO: graph.Forms{Term: "계정"}, Related: []string{"access"}},
	}}
	return []*graph.Dataset{
		catalog("a"), catalog("b"), c, profile, crosswalk("a", "b"), crosswalk("b", "c"), crosswalk("a", "p"),
		{Name: graph.SchemeName("s"), Scheme: scheme}, {Name: graph.GlossaryName("g"), Glossary: glossary},
	}
}

// alter makes one change to the data, which often breaks a rule.
func alter(t *rapid.T, all []*graph.Dataset) []*graph.Dataset {
	if len(all) == 0 {
		return all
	}
	at := rapid.IntRange(0, len(all)-1).Draw(t, "dataset")
	switch d := all[at]; {
	case rapid.IntRange(0, 9).Draw(t, "drop") == 0:
		return slices.Delete(all, at, at+1)
	case d.Crosswalk != nil:
		all[at] = alterClaims(t, d)
		if rapid.IntRange(0, 5).Draw(t, "beside") == 0 {
			all = append(all, renamed(d, rapid.SampledFrom([]string{"a--b.acme", "b--a", "c--a", "p--b", "a--z", "a--b"}).Draw(t, "name")))
		}
	case d.Scheme != nil:
		s := *d.Scheme
		s.Facts = slices.Clone(s.Facts)
		if len(s.Facts) > 0 {
			s.Facts[0].About = []string{rapid.SampledFrom(refs).Draw(t, "about")}
			s.Facts[0].Valid = graph.Period{From: "2026-01-02", To: rapid.SampledFrom([]graph.Date{"2026-01-01", "2026-01-03"}).Draw(t, "until")}
		}
		all[at] = &graph.Dataset{Name: d.Name, Scheme: &s}
	case d.Glossary != nil:
		g := *d.Glossary
		g.Terms = append(slices.Clone(g.Terms), &graph.Term{ID: rapid.SampledFrom([]string{"access", "right"}).Draw(t, "term"), EN: graph.Forms{Term: rapid.SampledFrom([]string{"account", "right"}).Draw(t, "form")}, KO: graph.Forms{Term: "권한"}})
		all[at] = &graph.Dataset{Name: d.Name, Glossary: &g}
	default:
		all[at] = alterCatalog(t, d)
	}
	return all
}

var refs = []string{"a", "a/1", "a/1.1", "a/1.1-1", "a/1.2", "a/*", "b/1.2", "b/1.3-1", "b/1.9", "c/1.1", "p/1.1", "p/1.3", "z/1", "c/1.1-2"}

func withClaims(d *graph.Dataset) *graph.Dataset {
	c, own := *d, *d.Crosswalk
	c.Crosswalk, c.Mappings = &own, slices.Clone(d.Mappings)
	return &c
}

func altered(m *graph.Mapping, f func(*graph.Mapping)) *graph.Mapping {
	c := *m
	f(&c)
	c.ID = graph.MappingID(c.Crosswalk, c.Source.Key, c.From, c.To)
	return &c
}

func renamed(d *graph.Dataset, name string) *graph.Dataset {
	c := withClaims(d)
	c.Name, c.Crosswalk.Name = name, name
	pair, _, _ := strings.Cut(name, ".")
	c.Crosswalk.From, c.Crosswalk.To, _ = strings.Cut(pair, "--")
	for i, m := range c.Mappings {
		c.Mappings[i] = altered(m, func(m *graph.Mapping) { m.Crosswalk = name })
	}
	return c
}

func alterClaims(t *rapid.T, d *graph.Dataset) *graph.Dataset {
	d = withClaims(d)
	switch rapid.IntRange(0, 3).Draw(t, "of the crosswalk") {
	case 0:
		d.Crosswalk.Complete = graph.Complete{From: graph.Extent{All: true}, To: graph.Extent{Numbers: []string{rapid.SampledFrom([]string{"1", "1.1", "7"}).Draw(t, "extent")}}}
		return d
	case 1:
		d.Crosswalk.Via = []string{rapid.SampledFrom([]string{"a", "c", "z"}).Draw(t, "via")}
		return d
	}
	if len(d.Mappings) == 0 {
		return d
	}
	i := rapid.IntRange(0, len(d.Mappings)-1).Draw(t, "claim")
	d.Mappings[i] = altered(d.Mappings[i], func(m *graph.Mapping) {
		switch rapid.IntRange(0, 9).Draw(t, "of the claim") {
		case 0:
			m.Strength = rapid.IntRange(0, 11).Draw(t, "strength")
		case 1:
			m.Relation = rapid.SampledFrom(relation.All[:]).Draw(t, "relation")
		case 2:
			m.Remainder = graph.Remainder{}
		case 3:
			m.Why.KO = ""
		case 4:
			m.Why.EN = strings.Repeat("very ", 130)
		case 5:
			m.To = []string{rapid.SampledFrom(refs).Draw(t, "to")}
		case 6:
			m.From = []string{rapid.SampledFrom(refs).Draw(t, "from"), rapid.SampledFrom(refs).Draw(t, "from")}
		case 7:
			m.Review = graph.Review{State: graph.Reviewed, By: rapid.SampledFrom([]string{"Ann", "Ben"}).Draw(t, "by"), On: "2026-01-02"}
		case 8:
			m.Source.Key = "nobody"
		case 9:
			m.Relation, m.Strength, m.Basis, m.Remainder = relation.NoRelationship, 0, "", graph.Remainder{}
		}
	})
	if rapid.IntRange(0, 4).Draw(t, "twice") == 0 {
		d.Mappings = append(d.Mappings, d.Mappings[i])
	}
	return d
}

func alterCatalog(t *rapid.T, d *graph.Dataset) *graph.Dataset {
	c, std := *d, *d.Standard
	c.Standard, c.Requirements = &std, slices.Clone(d.Requirements)
	switch rapid.IntRange(0, 4).Draw(t, "of the catalog") {
	case 0:
		std.Supersedes = rapid.SampledFrom([]string{"a", "z", ""}).Draw(t, "supersedes")
	case 1:
		if std.Profile != nil {
			std.Profile = &graph.Profile{Of: rapid.SampledFrom([]string{"c", "a", "z"}).Draw(t, "of"), Select: []string{rapid.SampledFrom([]string{"1", "1.1", "8"}).Draw(t, "select")}}
		}
	case 2:
		if n := len(c.Requirements); n > 0 {
			c.Requirements = c.Requirements[:n-1-rapid.IntRange(0, min(n-1, 3)).Draw(t, "without")]
		}
	default:
		if len(c.Requirements) > 1 {
			r := *c.Requirements[1]
			r.Laws = []string{rapid.SampledFrom([]string{"b/1.1", "b/5", "law/5"}).Draw(t, "law")}
			r.Gist.EN = strings.Repeat("deep ", rapid.IntRange(0, 130).Draw(t, "words"))
			c.Requirements[1] = &r
		}
	}
	return &c
}

// further is a file that comes to the data, under a name of all sorts.
func further(t *rapid.T, base []*graph.Dataset) Source {
	d := rapid.SampledFrom(append(unread(), base...)).Draw(t, "further")
	if d.Crosswalk != nil {
		d = alterClaims(t, d)
		if rapid.Bool().Draw(t, "own name") {
			d = renamed(d, d.Crosswalk.From+"--"+d.Crosswalk.To+".acme")
		}
	} else if d.Standard != nil && rapid.Bool().Draw(t, "altered") {
		d = alterCatalog(t, d)
	}
	text, err := Write(d)
	if err != nil {
		t.Fatal(err)
	}
	if rapid.IntRange(0, 5).Draw(t, "broken") == 0 {
		text = fmt.Append(text, "\nnonsense: [")
	}
	path := FileName(d)
	name := rapid.SampledFrom([]string{path, path[strings.LastIndex(path, "/")+1:], "data/" + path, "x.yaml"}).Draw(t, "file")
	return Source{FS: fstest.MapFS{name: &fstest.MapFile{Data: text}}, Only: []string{name}, Replaces: rapid.IntRange(0, 4).Draw(t, "replaces") == 0}
}
