package foreign_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/internal/race"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/foreign"
	"github.com/clausegraph/clausegraph/relation"
)

// fatal is what *testing.T and *rapid.T have in common here.
type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

var plain = []cmp.Option{
	cmpopts.IgnoreUnexported(graph.Standard{}, graph.Requirement{}, graph.Crosswalk{}, graph.Mapping{}), cmpopts.EquateEmpty(),
	cmpopts.SortSlices(func(a, b *graph.Mapping) bool { return a.ID < b.ID }),
}

// read imports one file that this program wrote, and accepts no diagnostic.
func read(t fatal, format foreign.Format, content []byte, o foreign.Options) []*graph.Dataset {
	t.Helper()
	result, err := foreign.Read(context.Background(), format, []foreign.File{{Name: "file", Content: content}}, o)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, d := range result.Diagnostics {
		t.Errorf("%s", d)
	}
	return result.Datasets
}

func one(t fatal, list []*graph.Dataset) *graph.Dataset {
	t.Helper()
	if len(list) != 1 {
		t.Fatalf("%d datasets came back", len(list))
	}
	return list[0]
}

// all claims of a crosswalk as they were made.
func claims(c *graph.Crosswalk) []graph.Claim {
	var list []graph.Claim
	for _, m := range c.Mappings() {
		list = append(list, graph.Claim{Mapping: m})
	}
	return list
}

// roundTrip writes everything in a snapshot in every format and reads it back: what a format can carry is the same.
func roundTrip(t fatal, s *graph.Snapshot) {
	t.Helper()
	roundTripOf(t, s, s.Standards(), s.Crosswalks())
}

// roundTripOf is roundTrip for some of the data.
func roundTripOf(t fatal, s *graph.Snapshot, standards []*graph.Standard, crosswalks []*graph.Crosswalk) {
	t.Helper()
	for _, std := range standards {
		if std.Profile == nil { // a profile is written resolved
			catalogTrip(t, s, std)
		}
	}
	for _, c := range crosswalks {
		if len(c.Mappings()) > 0 {
			oscalTrip(t, s, c)
			sssomTrip(t, s, c)
			strmTrip(t, s, c)
		}
	}
}

func catalogTrip(t fatal, s *graph.Snapshot, std *graph.Standard) {
	t.Helper()
	var out bytes.Buffer
	if err := export.CatalogOSCAL(&out, std, s.Revision()); err != nil {
		t.Fatalf("%v", err)
	}
	got := one(t, read(t, foreign.OSCAL, out.Bytes(), foreign.Options{Known: s}))
	if diff := cmp.Diff(std.Dataset(), got, plain...); diff != "" {
		t.Errorf("%s as OSCAL (-want +got):\n%.3000s", std.Ref, diff)
	}
}

func oscalTrip(t fatal, s *graph.Snapshot, c *graph.Crosswalk) {
	t.Helper()
	var out bytes.Buffer
	if err := export.MappingsOSCAL(&out, s, claims(c)); err != nil {
		t.Fatalf("%v", err)
	}
	got := one(t, read(t, foreign.OSCAL, out.Bytes(), foreign.Options{Known: s}))
	if diff := cmp.Diff(c.Dataset(), got, plain...); diff != "" {
		t.Errorf("%s as OSCAL (-want +got):\n%.3000s", c.Name, diff)
	}
}

// sssomTrip: SSSOM has no place for joint claims, for the licence and the address of a source, and for what a crosswalk
// says of itself.
func sssomTrip(t fatal, s *graph.Snapshot, c *graph.Crosswalk) {
	t.Helper()
	var out bytes.Buffer
	left, err := export.MappingsSSSOM(&out, s, claims(c))
	if err != nil {
		t.Fatalf("%v", err)
	}
	want := carried(c, left)
	if len(want) == 0 {
		return
	}
	got := one(t, read(t, foreign.SSSOM, out.Bytes(), foreign.Options{Known: s}))
	if got.Crosswalk.Name != c.Name || got.Crosswalk.From != c.From || got.Crosswalk.To != c.To || got.Crosswalk.Author != c.Author {
		t.Errorf("%s as SSSOM is %+v", c.Name, got.Crosswalk)
	}
	options := append(slices.Clone(plain), cmpopts.IgnoreFields(graph.Source{}, "Licence", "URL"))
	if diff := cmp.Diff(want, got.Mappings, options...); diff != "" {
		t.Errorf("%s as SSSOM (-want +got):\n%.3000s", c.Name, diff)
	}
}

// strmTrip: a table of STRM has the ends, the relation, the basis, the strength and the reason in one language.
func strmTrip(t fatal, s *graph.Snapshot, c *graph.Crosswalk) {
	t.Helper()
	var out bytes.Buffer
	left, err := export.MappingsSTRM(&out, s, claims(c), graph.English)
	if err != nil {
		t.Fatalf("%v", err)
	}
	want := carried(c, left)
	if len(want) == 0 {
		return
	}
	got := one(t, read(t, foreign.STRM, out.Bytes(), foreign.Options{Known: s, From: c.From, To: c.To}))
	bare := func(list []*graph.Mapping) []string {
		var lines []string
		for _, m := range list {
			lines = append(lines, fmt.Sprintf("%s %s %s %s %d %q", m.From[0], m.Relation, m.To[0], m.Basis, m.Strength, m.Why.In(graph.English)))
		}
		slices.Sort(lines)
		return lines
	}
	if diff := cmp.Diff(bare(want), bare(got.Mappings)); diff != "" {
		t.Errorf("%s as STRM (-want +got):\n%.3000s", c.Name, diff)
	}
}

// carried are the claims of a crosswalk that a format did not leave out.
func carried(c *graph.Crosswalk, left []export.Left) []*graph.Mapping {
	out := map[string]bool{}
	for _, l := range left {
		out[l.Claim.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(c.Mappings()), func(m *graph.Mapping) bool { return out[m.ID] })
}

func TestRoundTripOfOurData(t *testing.T) {
	result, err := loader.Load(t.Context(), loader.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Build(graph.Revision{Number: 1, Hash: "test"}, result.Datasets)
	if err != nil {
		t.Fatal(err)
	}
	roundTripOf(t, s, race.Sample(s.Standards()), race.Sample(s.Crosswalks()))
}

func TestRoundTripOfGeneratedData(t *testing.T) {
	rapid.Check(t, generatedTrip)
}

// FuzzRoundTrip is the same for data that the fuzzer makes.
func FuzzRoundTrip(f *testing.F) {
	fuzz.Bytes(f, fuzz.Random(f, 10)...)
	f.Fuzz(rapid.MakeFuzz(generatedTrip))
}

func generatedTrip(t *rapid.T) {
	s, err := graph.Build(graph.Revision{Number: 1, Hash: "test"}, generated(t))
	if err != nil {
		t.Fatalf("the generator: %v", err)
	}
	roundTrip(t, s)
}

// generated draws two catalogs, a third that claims may reach, and a crosswalk with every kind of claim.
func generated(t *rapid.T) []*graph.Dataset {
	var list []*graph.Dataset
	numbers := map[string][]string{}
	for _, ref := range []string{"one-2020", "two-1.5", "three"} {
		d := generateCatalog(t, ref)
		for _, r := range d.Requirements {
			if r.Assessable || r.IsPoint() {
				numbers[ref] = append(numbers[ref], r.Ref)
			}
		}
		list = append(list, d)
	}
	c := &graph.Crosswalk{
		Name: "one-2020--two-1.5" + rapid.SampledFrom([]string{"", ".own"}).Draw(t, "word"), From: "one-2020", To: "two-1.5", Author: "somebody",
		Via: maybe(t, "via", []string{"three"}),
	}
	if rapid.Bool().Draw(t, "complete") {
		c.Complete.To.All = true
		c.Complete.From.Numbers = []string{"G1"}
	}
	c.Sources = []graph.Source{{Key: "a", Kind: graph.ProjectSource, Title: "A", Licence: "CC-BY-4.0"}, {Key: "b", Kind: graph.OfficialSource, Title: "B & co", URL: "https://example.org/b"}}
	d := &graph.Dataset{Name: c.Name, Crosswalk: c}
	seen := map[string]bool{}
	for range rapid.IntRange(0, 12).Draw(t, "claims") {
		m := generateClaim(t, c, numbers)
		key := fmt.Sprint(slices.Sorted(slices.Values(m.From)), slices.Sorted(slices.Values(m.To))) // a table of STRM does not say whose claim a row is
		if !seen[key] && !slices.Equal(m.From, m.To) {
			seen[key] = true
			d.Mappings = append(d.Mappings, m)
		}
	}
	return append(list, d)
}

var text = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"access", "review", "비밀번호", "관리", "=1+1", "\"quoted\"", "a|b", "*", "<b>", "see-remarks", "&amp;", "#", "`x`"}), 1, 4).Draw(t, "words"), " ")
})

// both draws a text in one language or both.
func both(t *rapid.T, name string) graph.Text {
	x := graph.Text{EN: text.Draw(t, name), KO: text.Draw(t, name)}
	switch rapid.IntRange(0, 4).Draw(t, name+" half") {
	case 0:
		x.KO = ""
	case 1:
		x.EN = ""
	}
	return x
}

func maybe[T any](t *rapid.T, name string, list []T) []T {
	if rapid.Bool().Draw(t, name) {
		return list
	}
	return nil
}

func generateCatalog(t *rapid.T, ref string) *graph.Dataset {
	std := &graph.Standard{
		Ref: ref, Title: both(t, "title"), Publisher: "X", Edition: "1", Status: rapid.SampledFrom(graph.Statuses).Draw(t, "status"), TextPolicy: "titles-and-own-paraphrase",
		Disciplines: maybe(t, "discipline", []graph.Discipline{graph.Quality, graph.AI}), Unofficial: maybe(t, "unofficial", []graph.Language{graph.Korean}),
	}
	if rapid.Bool().Draw(t, "published") {
		std.Published, std.Supersedes = "2020-02-29", "zero"
	}
	if rapid.Bool().Draw(t, "imported") {
		std.TextPolicy = graph.TextImported
		std.Origin = graph.Origin{Format: "ciso", Title: "A library", Licence: "MIT", URL: "https://example.org", ID: "urn:x:y", Prefix: "urn:x:y:"}
	}
	d := &graph.Dataset{Name: ref, Standard: std}
	var above []string
	for i := range rapid.IntRange(1, 8).Draw(t, "nodes") {
		r := &graph.Requirement{Number: fmt.Sprintf("N%d.1", i), Kind: rapid.SampledFrom([]graph.Kind{graph.KindControl, graph.KindClause, graph.KindCriterion}).Draw(t, "kind"), Assessable: true}
		if i == 0 {
			r.Number, r.Kind = "G1", graph.KindGroup
		} else if rapid.IntRange(0, 3).Draw(t, "group") == 0 {
			r.Number, r.Kind = fmt.Sprintf("G%d", i+1), graph.KindGroup
		}
		r.Ref = graph.JoinRef(ref, r.Number)
		if len(above) > 0 && rapid.IntRange(0, 3).Draw(t, "top") > 0 {
			r.In = rapid.SampledFrom(above).Draw(t, "in")
		}
		above = append(above, r.Number)
		r.Title, r.Gist = both(t, "title"), both(t, "gist")
		if r.Kind == graph.KindGroup {
			r.Assessable, r.Parts, r.Gist = false, graph.PartsWhole, graph.Text{}
		} else {
			r.Assessable = rapid.IntRange(0, 5).Draw(t, "assessable") > 0
			if rapid.IntRange(0, 3).Draw(t, "untitled") == 0 {
				r.Title = graph.Text{}
			}
		}
		r.Certainty, r.Laws, r.Tags = rapid.SampledFrom([]graph.Certainty{"", graph.Unverified}).Draw(t, "certainty"), maybe(t, "laws", []string{"pipa/29", "pipa/3"}), maybe(t, "tags", []string{"x"})
		d.Requirements = append(d.Requirements, r)
		if !r.Assessable {
			continue
		}
		for n := range rapid.IntRange(0, 3).Draw(t, "points") {
			r.Parts = graph.PartsSome
			number := fmt.Sprintf("%s-%d", r.Number, n+1)
			d.Requirements = append(d.Requirements, &graph.Requirement{Ref: graph.JoinRef(ref, number), Number: number, In: r.Number, Kind: graph.KindPoint, Gist: both(t, "point")})
		}
	}
	last := &graph.Requirement{Ref: graph.JoinRef(ref, "C"), Number: "C", Kind: graph.KindControl, Assessable: true, Title: graph.Text{EN: "Last"}} // every standard asks something
	d.Requirements = inOrder(append(d.Requirements, last))
	return d
}

// inOrder puts the nodes in the order of a document: each below what it stands in.
func inOrder(nodes []*graph.Requirement) []*graph.Requirement {
	var list []*graph.Requirement
	var walk func(in string)
	walk = func(in string) {
		for _, r := range nodes {
			if r.In == in && (in != "" || !r.IsPoint()) && !r.IsPoint() {
				list = append(list, r)
				for _, p := range nodes {
					if p.IsPoint() && p.In == r.Number {
						list = append(list, p)
					}
				}
				walk(r.Number)
			}
		}
	}
	walk("")
	return list
}

func generateClaim(t *rapid.T, c *graph.Crosswalk, numbers map[string][]string) *graph.Mapping {
	side := func(standard string) []string {
		pool := append(slices.Clone(numbers[standard]), numbers["three"]...)
		return rapid.SliceOfNDistinct(rapid.SampledFrom(pool), 1, min(3, len(pool)), rapid.ID).Draw(t, "ends")
	}
	m := &graph.Mapping{
		Crosswalk: c.Name, From: side(c.From), To: side(c.To), Relation: rapid.SampledFrom(relation.All[:]).Draw(t, "relation"), Why: both(t, "why"),
		Source: rapid.SampledFrom(c.Sources).Draw(t, "source"), Review: graph.Review{State: graph.Draft},
	}
	switch {
	case m.Relation == relation.NoRelationship:
		if rapid.Bool().Draw(t, "whole") && len(numbers[c.From]) > 0 {
			m.From = []string{c.From + "/*"}
		}
	case m.Relation == relation.EqualTo:
		m.Strength, m.Basis = 10, graph.Semantic
	default:
		m.Strength, m.Basis = rapid.IntRange(1, 9).Draw(t, "strength"), rapid.SampledFrom(graph.Bases).Draw(t, "basis")
		m.Remainder = graph.Remainder{From: both(t, "from"), To: both(t, "to")}
		m.Each = len(m.From) > 1 && rapid.Bool().Draw(t, "each")
	}
	if slices.Contains(m.From, c.From+"/*") || slices.Contains(m.To, c.To+"/*") {
		m.Relation, m.Strength, m.Basis, m.Remainder, m.Each = relation.NoRelationship, 0, "", graph.Remainder{}, false
	}
	if rapid.Bool().Draw(t, "reviewed") {
		m.Review = graph.Review{State: graph.Reviewed, By: "somebody else", On: "2026-11-22"}
	}
	if rapid.Bool().Draw(t, "dated") {
		m.Valid = graph.Period{From: "2020-01-01", To: "2030-12-31"}
	}
	m.ID = graph.MappingID(c.Name, m.Source.Key, m.From, m.To)
	return m
}
