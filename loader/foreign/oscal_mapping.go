package foreign

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/oscal"
)

// oscalProfile reads a profile as a selection from one catalog that is read with it.
func (d *document) oscalProfile(p *oscal.Profile) {
	c := &catalog{document: d, id: p.UUID, line: 1, column: 1, standard: d.oscalStandard(p.UUID, &p.Metadata)}
	if ref := oscal.Find(p.Metadata.Props, oscal.PropRef, ""); ref != "" {
		c.standard.Ref = ref
	}
	if len(p.Imports) != 1 {
		d.add(1, 1, "E002", "resolve it first", "a profile of %d catalogs cannot be read as a selection from one", len(p.Imports))
		return
	}
	i := p.Imports[0]
	c.selection = &selection{href: i.Href, names: resourceNames(i.Href, p.BackMatter), all: i.IncludeAll != nil || len(i.IncludeControls) == 0, include: i.IncludeControls, exclude: i.ExcludeControls}
	d.catalogs = append(d.catalogs, c)
}

// selection is what a profile takes of a catalog.
type selection struct {
	href             string
	names            []string // what the catalog may be called: addresses and names of files
	all              bool
	include, exclude []oscal.Select
}

// resourceNames returns the names that a reference may mean: itself, and the addresses of the resource that it names.
func resourceNames(href string, back *oscal.BackMatter) []string {
	names := []string{href, path.Base(href)}
	if uuid, ok := strings.CutPrefix(href, "#"); ok {
		names = append(names, uuid)
		if back != nil {
			for _, r := range back.Resources {
				if r.UUID == uuid {
					names = append(names, r.Title)
					if ref := oscal.Find(r.Props, oscal.PropRef, ""); ref != "" {
						names = append(names, ref)
					}
					for _, l := range r.Rlinks {
						names = append(names, l.Href, path.Base(l.Href))
					}
				}
			}
		}
	}
	return names
}

// takes reports whether the selection takes the control with the id, which stands in those above.
func (s *selection) takes(id string, above []string) bool {
	match := func(list []oscal.Select) bool {
		for _, sel := range list {
			named := func(id string) bool {
				if slices.Contains(sel.WithIDs, id) {
					return true
				}
				return slices.ContainsFunc(sel.Matching, func(p oscal.Pattern) bool {
					ok, err := path.Match(p.Pattern, id)
					return ok && err == nil
				})
			}
			if named(id) || sel.WithChildControls == "yes" && slices.ContainsFunc(above, named) {
				return true
			}
		}
		return false
	}
	return (s.all || match(s.include)) && !match(s.exclude)
}

func (d *document) oscalMappings(o *oscal.MappingCollection) {
	for i := range o.Mappings {
		m := &o.Mappings[i]
		s := &claimSet{document: d, line: 1, column: 1, word: slug(d.title())}
		s.fromNames, s.toNames = resourceNames(m.SourceResource.Href, o.BackMatter), resourceNames(m.TargetResource.Href, o.BackMatter)
		s.from, s.to = m.SourceResource.Href, m.TargetResource.Href
		s.source = graph.Source{Key: "imported", Kind: graph.PublishedSource, Title: oneLine(o.Metadata.Title), Licence: oscal.Find(o.Metadata.Props, oscal.PropLicence, "")}
		if s.source.Title == "" {
			s.source.Title = d.title()
		}
		s.crosswalk.Author = publisherOf(&o.Metadata)
		if name := oscal.Find(m.Props, oscal.PropRef, ""); name != "" {
			s.ownCrosswalk(name, m, o.BackMatter)
		}
		rationale := m.MatchingRationale
		if rationale == "" {
			rationale = o.Provenance.MatchingRationale
		}
		for j := range m.Maps {
			s.oscalMap(&m.Maps[j], rationale)
		}
		d.sets = append(d.sets, s)
	}
}

// find returns the line in which an id stands next.
func (d *document) find(id string) int {
	if i := bytes.Index(d.left, []byte(`"`+id+`"`)); i >= 0 && id != "" {
		d.line += bytes.Count(d.left[:i], []byte("\n"))
		d.left = d.left[i:]
	}
	return 1 + d.line
}

func (s *claimSet) oscalMap(m *oscal.Map, rationale string) {
	cl := claim{line: s.find(m.UUID), column: 1, name: "map " + m.UUID + ": "}
	drop := func(code, help, message string, args ...any) {
		s.malformed++
		s.add(cl.line, 1, code, help, cl.name+message, args...)
	}
	ends := func(items []oscal.Item) (ids []string) {
		for _, i := range items {
			ids = append(ids, i.IDRef)
		}
		return ids
	}
	cl.from, cl.to = ends(m.Sources), ends(m.Targets)
	if len(cl.from) == 0 || len(cl.to) == 0 || slices.Contains(cl.from, "") || slices.Contains(cl.to, "") {
		drop("E002", "name both ends", "it lacks sources or targets")
		return
	}
	r, ok := relations[word(m.Relationship)]
	if !ok {
		drop("E009", "write equal-to, equivalent-to, subset-of, superset-of, intersects-with or no-relationship", "there is no relationship %q", m.Relationship)
		return
	}
	cl.Relation = r
	if m.MatchingRationale != "" {
		rationale = m.MatchingRationale
	}
	if cl.Basis = bases[word(rationale)]; cl.Basis == graph.Syntactic && word(m.Relationship) == "equivalentto" {
		cl.Basis = graph.Semantic
	}
	set(&cl.Why, "en", m.Remarks)
	for _, q := range m.Qualifiers {
		if q.Predicate != "has-requirement" {
			continue
		}
		switch q.Subject {
		case "source":
			set(&cl.Remainder.From, "en", q.Description)
		case "target":
			set(&cl.Remainder.To, "en", q.Description)
		}
	}
	cl.Review.State = graph.Draft
	rate(&cl.Mapping, 0)
	if s.ours {
		s.ownMap(&cl, m)
	}
	s.claims = append(s.claims, cl)
}
