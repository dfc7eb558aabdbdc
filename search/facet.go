package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// The facets that every requirement has. Those of attributes are named like the part of the tag before the slash, such
// as "control-type".
const (
	FacetStandard   = "standard"
	FacetKind       = "kind"
	FacetDiscipline = "discipline"
	FacetDomain     = "domain"
)

// Facet is one way to divide what was found.
type Facet struct {
	Name   string
	Label  graph.Text
	Values []FacetValue // most hits first, equals in order of value; values without hits are left out, unless they are asked for
}

// FacetValue is one part.
type FacetValue struct {
	Value    string // what the filter takes
	Label    graph.Text
	Count    int  // hits with the value that pass every filter but those on this facet
	Selected bool // the query asks for it
}

// values knows the facet values of every document.
type values struct {
	facets []string  // names, in the order in which they are shown
	known  []value   // of all facets
	of     [][]int32 // by document: places in known
	place  map[value]int32
	labels []graph.Text
}

type value struct {
	facet int
	value string
}

func newValues(s *graph.Snapshot, docs []*graph.Requirement) *values {
	v := &values{facets: []string{FacetStandard, FacetKind, FacetDiscipline, FacetDomain}, place: map[value]int32{}, of: make([][]int32, len(docs))}
	at := map[*graph.Requirement]int{}
	for i, r := range docs {
		at[r] = i
	}
	var groups []string
	for _, r := range docs {
		for _, tag := range r.Tags {
			if group, _, ok := strings.Cut(tag, "/"); ok && !slices.Contains(groups, group) {
				groups = append(groups, group)
			}
		}
	}
	slices.Sort(groups)
	v.facets = append(v.facets, groups...)
	add := func(doc int, facet, name string, label graph.Text) {
		key := value{slices.Index(v.facets, facet), name}
		place, ok := v.place[key]
		if !ok {
			place = int32(len(v.known))
			v.place[key] = place
			v.known, v.labels = append(v.known, key), append(v.labels, label)
		}
		v.of[doc] = append(v.of[doc], place)
	}
	for _, std := range s.Standards() {
		for _, r := range std.Requirements() {
			add(at[r], FacetStandard, std.Ref, std.Title)
		}
	}
	for i, r := range docs {
		add(i, FacetKind, string(r.Kind), kindLabels[r.Kind])
		for _, d := range r.Standard().Disciplines {
			add(i, FacetDiscipline, string(d), disciplineLabels[d])
		}
		top := r
		for top.Parent() != nil {
			top = top.Parent()
		}
		add(i, FacetDomain, top.Ref, domainLabel(top))
		for _, tag := range r.Tags {
			if group, name, ok := strings.Cut(tag, "/"); ok {
				add(i, group, tag, attributeLabel(name))
			}
		}
	}
	return v
}

// has reports whether a standard, which may be a profile, has the document.
func (v *values) has(doc int32, std *graph.Standard) bool {
	place, ok := v.place[value{0, std.Ref}]
	return ok && slices.Contains(v.of[doc], place)
}

func domainLabel(top *graph.Requirement) graph.Text {
	return graph.Text{EN: top.Number + " " + top.Name(graph.English), KO: top.Number + " " + top.Name(graph.Korean)}
}

// filter says what hits must be.
type filter struct {
	wanted []map[int32]bool // by facet; nil where anything will do
	any    bool             // something will not do
}

// filter returns the filter of a query. Several values of one facet widen it; several facets narrow it.
func (v *values) filter(q Query) filter {
	f := filter{wanted: make([]map[int32]bool, len(v.facets))}
	want := func(facet int, name string) {
		if facet < 0 {
			return
		}
		f.any = true
		if f.wanted[facet] == nil {
			f.wanted[facet] = map[int32]bool{}
		}
		if place, ok := v.place[value{facet, name}]; ok {
			f.wanted[facet][place] = true
		}
	}
	for _, ref := range q.Standards {
		want(0, ref)
	}
	for _, k := range q.Kinds {
		want(1, string(k))
	}
	for _, d := range q.Disciplines {
		want(2, string(d))
	}
	for _, ref := range q.Domains {
		want(3, ref)
	}
	for _, tag := range q.Attributes {
		group, _, _ := strings.Cut(tag, "/")
		want(slices.Index(v.facets, group), tag)
	}
	return f
}

// fails returns the facets on which a document does not pass, as a set of bits.
func (v *values) fails(f filter, doc int32) uint64 {
	var failed uint64
	for facet, wanted := range f.wanted {
		if wanted == nil {
			continue
		}
		if !slices.ContainsFunc(v.of[doc], func(place int32) bool { return wanted[place] }) {
			failed |= 1 << facet
		}
	}
	return failed
}

// count returns the facets of documents, each of which passes all filters, or all but one.
func (v *values) count(f filter, matched []match) []Facet {
	n := make([]int, len(v.known))
	for _, m := range matched {
		for _, place := range v.of[m.doc] {
			if m.failed&^(1<<v.known[place].facet) == 0 {
				n[place]++
			}
		}
	}
	list := make([]Facet, len(v.facets))
	for i, name := range v.facets {
		list[i].Name, list[i].Label = name, facetLabel(name)
	}
	for place, key := range v.known {
		selected := f.wanted[key.facet][int32(place)]
		if n[place] > 0 || selected {
			facet := &list[key.facet]
			facet.Values = append(facet.Values, FacetValue{Value: key.value, Label: v.labels[place], Count: n[place], Selected: selected})
		}
	}
	for _, facet := range list {
		slices.SortFunc(facet.Values, func(a, b FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
		})
	}
	return slices.DeleteFunc(list, func(f Facet) bool { return len(f.Values) == 0 })
}
