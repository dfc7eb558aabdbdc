package store

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// words are what escaping and typing get wrong, and rapid's own strings.
var words = rapid.Map(rapid.OneOf(
	rapid.SampledFrom([]string{"", "", "비밀번호 관리", "say \"no\"", "two\nlines\r\n\ttab", `back\slash\n`, "42", "true",
		"<urn:x>", "_:memnode1", "\"x\"@en", "2026-11-22", "  ", "\u2028\u0085\x7f", "🔒 e\u0301", "%41#a", "'", "@ko"}),
	rapid.String(),
), func(s string) string { return strings.ReplaceAll(s, "\x00", "") })

var texts = rapid.Custom(func(t *rapid.T) graph.Text {
	return graph.Text{EN: words.Draw(t, "en"), KO: words.Draw(t, "ko")}
})

var days = rapid.SampledFrom([]graph.Date{"", "2023-11-23", "2026-12-01"})

func some[T any](t *rapid.T, of []T, label string) []T {
	return rapid.SliceOfN(rapid.SampledFrom(of), 0, 4).Draw(t, label)
}

// distinct draws at least one of the values, in any order.
func distinct[T comparable](t *rapid.T, of []T, label string) []T {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(of), 1, min(3, len(of)), rapid.ID).Draw(t, label)
}

// sets draws datasets that graph.Build accepts: catalogs, a profile, and crosswalks with joint, whole-standard and
// alias ends, schemes and glossaries.
var sets = rapid.Custom(func(t *rapid.T) []*graph.Dataset {
	var all []*graph.Dataset
	ends := map[string][]string{} // by standard
	for i := range rapid.IntRange(2, 3).Draw(t, "catalogs") {
		d := catalogs(t, fmt.Sprintf("std-%d", i))
		for _, q := range d.Requirements {
			ends[d.Name] = append(ends[d.Name], q.Ref)
		}
		ends[d.Name] = append(ends[d.Name], d.Name+"/*")
		all = append(all, d)
	}
	of := all[0]
	if rapid.Bool().Draw(t, "profile") && len(of.Requirements) > 0 {
		d := catalogs(t, "a-profile")
		d.Requirements = nil
		d.Standard.Profile = &graph.Profile{Of: of.Name, Alone: rapid.Bool().Draw(t, "alone")}
		for _, q := range distinct(t, of.Requirements, "selected") {
			if !q.IsPoint() {
				d.Standard.Profile.Select = append(d.Standard.Profile.Select, q.Number)
				ends[d.Name] = append(ends[d.Name], graph.JoinRef(d.Name, q.Number))
			}
		}
		ends[d.Name] = append(ends[d.Name], d.Name+"/*")
		all = append(all, d)
	}
	names := convert(all, func(d *graph.Dataset) string { return d.Name })
	for i := range names {
		for j := range names[:i] {
			if rapid.Bool().Draw(t, "crosswalk") {
				all = append(all, crosswalkOf(t, names[i], names[j], ends))
			}
		}
	}
	for _, ref := range []string{"std-0", "제도 #1"} { // a scheme may be called like a standard
		if rapid.Bool().Draw(t, "scheme") {
			all = append(all, schemeOf(t, ref, names, ends))
		}
	}
	for _, ref := range []string{"std-0", "용어 #1"} {
		if rapid.Bool().Draw(t, "glossary") {
			all = append(all, glossaryOf(t, ref))
		}
	}
	return all
})

func catalogs(t *rapid.T, ref string) *graph.Dataset {
	std := &graph.Standard{
		Ref: ref, Title: texts.Draw(t, "title"), Publisher: words.Draw(t, "publisher"), Edition: words.Draw(t, "edition"),
		Published: days.Draw(t, "published"), Status: rapid.SampledFrom(graph.Statuses).Draw(t, "status"),
		Supersedes:  rapid.SampledFrom([]string{"", "std-0", "elsewhere"}).Draw(t, "supersedes"),
		Disciplines: some(t, graph.Disciplines, "disciplines"), TextPolicy: words.Draw(t, "policy"),
		Origin:     graph.Origin{Format: words.Draw(t, "format"), Title: words.Draw(t, "origin"), Licence: words.Draw(t, "licence"), URL: words.Draw(t, "url"), ID: words.Draw(t, "id"), Prefix: words.Draw(t, "prefix")},
		Unofficial: some(t, []graph.Language{graph.Korean, graph.English}, "unofficial"),
	}
	d := &graph.Dataset{Name: ref, Standard: std}
	groups := []string{""}
	for i := range rapid.IntRange(0, 6).Draw(t, "requirements") {
		number := fmt.Sprintf("%s.%d", rapid.SampledFrom([]string{"A", "제29조", "a b", "<%#>", "x|^`{}\\\""}).Draw(t, "number"), i)
		q := requirementOf(t, ref, number, rapid.SampledFrom(groups).Draw(t, "in"))
		q.Kind = rapid.SampledFrom(graph.Kinds[:6]).Draw(t, "kind")
		d.Requirements = append(d.Requirements, q)
		groups = append(groups, number)
		for j := range rapid.IntRange(0, 2).Draw(t, "points") {
			p := requirementOf(t, ref, fmt.Sprintf("%s-%d", number, j+1), number)
			p.Kind = graph.KindPoint
			d.Requirements = append(d.Requirements, p)
		}
	}
	return d
}

func requirementOf(t *rapid.T, standard, number, in string) *graph.Requirement {
	return &graph.Requirement{
		Ref: graph.JoinRef(standard, number), Number: number, In: in,
		Title: texts.Draw(t, "title"), Gist: texts.Draw(t, "gist"), Assessable: rapid.Bool().Draw(t, "assessable"),
		Parts:     rapid.SampledFrom([]graph.Parts{"", graph.PartsWhole, graph.PartsSome}).Draw(t, "parts"),
		Certainty: rapid.SampledFrom(append(slices.Clone(graph.Certainties), "")).Draw(t, "certainty"),
		Laws:      some(t, []string{"pipa/29", "pipa/제30조", "gdpr", ""}, "laws"),
		Tags:      rapid.SliceOfN(words, 0, 3).Draw(t, "tags"),
	}
}

func crosswalkOf(t *rapid.T, a, b string, ends map[string][]string) *graph.Dataset {
	extents := func(of, label string) graph.Extent {
		numbers := convert(some(t, ends[of], label), func(ref string) string {
			_, number := graph.SplitRef(ref)
			return number
		})
		return graph.Extent{All: rapid.Bool().Draw(t, label+" all"), Numbers: numbers}
	}
	c := &graph.Crosswalk{
		Name: a + "--" + b, From: a, To: b, Author: words.Draw(t, "author"), Via: some(t, []string{"std-1", "std-0"}, "via"),
		Complete: graph.Complete{From: extents(a, "complete from"), To: extents(b, "complete to")},
	}
	for _, key := range distinct(t, []string{"editorial", "annex b", "kisa#1"}, "sources") {
		c.Sources = append(c.Sources, graph.Source{
			Key: key, Kind: rapid.SampledFrom([]graph.SourceKind{graph.OfficialSource, graph.ProjectSource}).Draw(t, "kind"),
			Title: words.Draw(t, "title"), Licence: words.Draw(t, "licence"), URL: words.Draw(t, "url"),
		})
	}
	d := &graph.Dataset{Name: c.Name, Crosswalk: c}
	taken := map[string]bool{}
	for range rapid.IntRange(0, 5).Draw(t, "mappings") {
		m := mappingOf(t, c, distinct(t, ends[a], "from"), distinct(t, append(ends[b], ends["std-1"]...), "to"))
		if !taken[m.ID] {
			d.Mappings = append(d.Mappings, m)
		}
		taken[m.ID] = true
	}
	return d
}

func mappingOf(t *rapid.T, c *graph.Crosswalk, from, to []string) *graph.Mapping {
	m := &graph.Mapping{
		Crosswalk: c.Name, From: from, To: to, Each: rapid.Bool().Draw(t, "each"),
		Relation: rapid.SampledFrom(relation.All[:]).Draw(t, "relation"),
		Basis:    rapid.SampledFrom(append(slices.Clone(graph.Bases), "")).Draw(t, "basis"),
		Strength: rapid.IntRange(0, 10).Draw(t, "strength"), Why: texts.Draw(t, "why"),
		Remainder: graph.Remainder{From: texts.Draw(t, "beyond from"), To: texts.Draw(t, "beyond to")},
		Source:    rapid.SampledFrom(c.Sources).Draw(t, "source"),
		Review: graph.Review{
			State: rapid.SampledFrom([]graph.ReviewState{graph.Draft, graph.Reviewed}).Draw(t, "review"),
			By:    words.Draw(t, "by"), On: days.Draw(t, "on"),
		},
		Valid: graph.Period{From: days.Draw(t, "valid from"), To: days.Draw(t, "valid to")},
	}
	m.ID = graph.MappingID(c.Name, m.Source.Key, from, to)
	return m
}
