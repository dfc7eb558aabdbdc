package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
	"github.com/clausegraph/clausegraph/search"
)

// SearchParts says what is written beside the hits.
type SearchParts struct {
	Counterparts bool // what other standards have that answers to each hit
	Facets       bool // ways to divide what was found
}

// Search writes what was found as text or JSON, best first, and why. JSON is the list of hits; with facets it is an
// object that has hits, total, suggestion and facets.
func Search(w io.Writer, found search.Result, parts SearchParts, o Options) error {
	if o.Format == JSON {
		return writeJSON(w, searchJSON(found, parts))
	}
	p := newPage(w)
	if s := found.Suggestion; s != nil {
		p.printf("%s\n\n", fmt.Sprintf(shownInstead.In(o.Language), o.paint("1", s.Text), viaWords[s.Via].In(o.Language)))
	}
	for _, h := range found.Hits {
		p.printf("%s  %s\n", o.paint("1", h.Requirement.Ref), h.Requirement.Name(o.Language))
		for _, f := range h.Fragments() {
			p.printf("%s\n", indent(o.marked(f), 4, o.Width))
		}
		if why := o.reasons(h.Matches()); why != "" {
			p.printf("%s\n", indent(o.paint("2", why), 4, o.Width))
		}
		for _, r := range h.Heirs {
			p.printf("    → %s  %s\n", r.Ref, r.Name(o.Language))
		}
		if len(h.Folded) > 0 {
			p.printf("%s\n", indent("+ "+joinRefs(h.Folded), 4, o.Width))
		}
		if parts.Counterparts {
			for _, g := range h.Counterparts() {
				for _, c := range g.Counterparts {
					p.printf("    %s %s  %s%s\n", relationSymbol(c.Relation), c.Requirement.Ref, c.Requirement.Name(o.Language), through(c))
				}
			}
		}
	}
	switch left := found.Total - len(found.Hits); {
	case len(found.Hits) == 0:
		p.printf("%s\n", graph.Text{EN: "nothing found", KO: "검색 결과 없음"}.In(o.Language))
	case left > 0:
		p.printf(graph.Text{EN: "and %d more; --limit shows more\n", KO: "외 %d건; --limit으로 더 볼 수 있습니다\n"}.In(o.Language), left)
	}
	if parts.Facets {
		for _, f := range found.Facets() {
			p.printf("\n%s\n", o.paint("1", f.Label.In(o.Language)))
			for _, v := range f.Values {
				p.printf("  %5d  %s  %s\n", v.Count, v.Value, v.Label.In(o.Language))
			}
		}
	}
	return p.close()
}

func joinRefs(list []*graph.Requirement) string {
	refs := make([]string, len(list))
	for i, r := range list {
		refs[i] = r.Ref
	}
	return strings.Join(refs, ", ")
}

func relationSymbol(r relation.Relation) string {
	if !r.Valid() {
		return "~"
	}
	return r.Symbol()
}

func through(c search.Counterpart) string {
	if c.Hub == nil {
		return ""
	}
	return "  (" + c.Hub.Ref + ")"
}

// searchJSON returns what Search writes as JSON.
func searchJSON(found search.Result, parts SearchParts) any {
	type claim struct {
		Mapping  string `json:"mapping"`
		Reversed bool   `json:"reversed"`
	}
	type counterpart struct {
		Ref      string            `json:"ref"`
		Relation relation.Relation `json:"relation,omitempty"`
		Hub      string            `json:"hub,omitempty"`
		Claims   []claim           `json:"claims"`
	}
	type match struct {
		Query string       `json:"query"`
		Term  string       `json:"term"`
		Field search.Field `json:"field"`
		Via   search.Via   `json:"via"`
	}
	type hit struct {
		Ref          string                   `json:"ref"`
		Kind         graph.Kind               `json:"kind"`
		Title        graph.Text               `json:"title"`
		Gist         graph.Text               `json:"gist"`
		Score        float64                  `json:"score"`
		ByID         bool                     `json:"byId"`
		Matches      []match                  `json:"matches"`
		Heirs        []string                 `json:"heirs,omitempty"`
		Folded       []string                 `json:"folded,omitempty"`
		Counterparts map[string][]counterpart `json:"counterparts,omitempty"` // by standard
	}
	refs := func(list []*graph.Requirement) []string {
		var all []string
		for _, r := range list {
			all = append(all, r.Ref)
		}
		return all
	}
	hits := []hit{}
	for _, h := range found.Hits {
		r := h.Requirement
		e := hit{Ref: r.Ref, Kind: r.Kind, Title: r.Title, Gist: r.Gist, Score: h.Score, ByID: h.ByID, Matches: []match{}, Heirs: refs(h.Heirs), Folded: refs(h.Folded)}
		for _, m := range h.Matches() {
			if m.Field != search.FieldOverlay { // texts of the user's own leave in no file
				e.Matches = append(e.Matches, match(m))
			}
		}
		if parts.Counterparts {
			e.Counterparts = map[string][]counterpart{}
			for _, g := range h.Counterparts() {
				for _, c := range g.Counterparts {
					entry := counterpart{Ref: c.Requirement.Ref, Relation: c.Relation}
					if c.Hub != nil {
						entry.Hub = c.Hub.Ref
					}
					for _, each := range c.Claims {
						entry.Claims = append(entry.Claims, claim{each.Mapping.ID, each.Target})
					}
					e.Counterparts[g.Standard.Ref] = append(e.Counterparts[g.Standard.Ref], entry)
				}
			}
		}
		hits = append(hits, e)
	}
	if !parts.Facets {
		return hits
	}
	type value struct {
		Value    string     `json:"value"`
		Label    graph.Text `json:"label"`
		Count    int        `json:"count"`
		Selected bool       `json:"selected"`
	}
	type facet struct {
		Name   string     `json:"name"`
		Label  graph.Text `json:"label"`
		Values []value    `json:"values"`
	}
	facets := []facet{}
	for _, f := range found.Facets() {
		e := facet{Name: f.Name, Label: f.Label}
		for _, v := range f.Values {
			e.Values = append(e.Values, value(v))
		}
		facets = append(facets, e)
	}
	suggestion := ""
	if found.Suggestion != nil {
		suggestion = found.Suggestion.Text
	}
	return struct {
		Total      int     `json:"total"`
		Suggestion string  `json:"suggestion,omitempty"`
		Hits       []hit   `json:"hits"`
		Facets     []facet `json:"facets"`
	}{found.Total, suggestion, hits, facets}
}

// Completions writes what somebody who is typing may mean, as text or JSON.
func Completions(w io.Writer, list []*search.Completion, o Options) error {
	if o.Format == JSON {
		type entry struct {
			Text     string                `json:"text"`
			Kind     search.CompletionKind `json:"kind"`
			Language graph.Language        `json:"language,omitempty"`
			Ref      string                `json:"ref,omitempty"`
			Via      search.Via            `json:"via"`
		}
		entries := []entry{}
		for _, c := range list {
			e := entry{Text: c.Text, Kind: c.Kind, Language: c.Language, Via: c.Via}
			if c.Requirement != nil {
				e.Ref = c.Requirement.Ref
			}
			entries = append(entries, e)
		}
		return writeJSON(w, entries)
	}
	p := newPage(w)
	for _, c := range list {
		p.printf("%s  %s\n", c.Text, o.paint("2", completionWords[c.Kind].In(o.Language)))
	}
	return p.close()
}

// reasons says in words why a hit was found, where that is not plain from its marked texts.
func (o Options) reasons(matches []search.Match) string {
	var list []string
	for _, m := range matches {
		switch m.Via {
		case search.ViaText, search.ViaID:
		case search.ViaCounterpart, search.ViaEdition:
			list = append(list, viaWords[m.Via].In(o.Language)+" "+m.Term)
		default:
			list = append(list, fmt.Sprintf("%s → %s (%s)", m.Query, m.Term, viaWords[m.Via].In(o.Language)))
		}
	}
	return strings.Join(list, "; ")
}

// marked writes a fragment with its hits in colour, or between asterisks where there is none.
func (o Options) marked(f search.Fragment) string {
	var b strings.Builder
	for _, piece := range f.Pieces {
		switch {
		case !piece.Match:
			b.WriteString(piece.Text)
		case o.Color:
			b.WriteString(o.paint("1;33", piece.Text))
		default:
			b.WriteString("*" + piece.Text + "*")
		}
	}
	return b.String()
}
