package foreign

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/oscal"
)

// ownCatalog reads a catalog that this program wrote: as what it was, with nothing made up.
func (d *document) ownCatalog(ref string, o *oscal.Catalog) {
	d.ours = true
	m := o.Metadata
	find := func(name string) string { return oscal.Find(m.Props, name, "") }
	c := &catalog{document: d, id: o.UUID, line: 1, column: 1, standard: graph.Standard{
		Ref: ref, Title: ownTitle(m.Title, m.Props), Publisher: find(oscal.PropPublisher), Edition: find(oscal.PropEdition), Published: graph.Date(find(oscal.PropPublished)),
		Status: graph.Status(find(oscal.PropStatus)), Supersedes: find(oscal.PropSupersedes), TextPolicy: find(oscal.PropTextPolicy),
	}}
	for _, discipline := range oscal.FindAll(m.Props, oscal.PropDiscipline, "") {
		c.standard.Disciplines = append(c.standard.Disciplines, graph.Discipline(discipline))
	}
	for _, language := range oscal.FindAll(m.Props, oscal.PropUnofficial, "") {
		c.standard.Unofficial = append(c.standard.Unofficial, graph.Language(language))
	}
	if format := find(oscal.PropOrigin); format != "" {
		c.standard.Origin = graph.Origin{
			Format: format, Title: oscal.Find(m.Props, oscal.PropOrigin, "title"), URL: oscal.Find(m.Props, oscal.PropOrigin, "url"),
			Licence: oscal.Find(m.Props, oscal.PropOrigin, "licence"), ID: oscal.Find(m.Props, oscal.PropOrigin, "id"), Prefix: oscal.Find(m.Props, oscal.PropOrigin, "prefix"),
		}
	}
	c.ownTree(o.Groups, o.Controls, "")
	d.catalogs = append(d.catalogs, c)
}

// ownTitle is the heading that a title stands for.
func ownTitle(title string, props []oscal.Property) graph.Text {
	text := graph.Text{EN: title, KO: oscal.Find(props, oscal.PropTitle, "ko")}
	if oscal.Find(props, oscal.PropTitled, "") != "" {
		text.EN = "" // a Korean heading, or something in the place of one
	}
	return text
}

// ownTree reads what stands below a heading in the order of the document.
func (c *catalog) ownTree(groups []oscal.Group, controls []oscal.Control, parent string) {
	type node struct {
		order int
		group *oscal.Group
		*oscal.Control
	}
	var nodes []node
	place := func(props []oscal.Property) int {
		n, _ := strconv.Atoi(oscal.Find(props, oscal.PropOrder, ""))
		return n
	}
	for i := range groups {
		nodes = append(nodes, node{place(groups[i].Props), &groups[i], nil})
	}
	for i := range controls {
		nodes = append(nodes, node{place(controls[i].Props), nil, &controls[i]})
	}
	slices.SortStableFunc(nodes, func(a, b node) int { return cmp.Compare(a.order, b.order) })
	for _, n := range nodes {
		if n.group != nil {
			g := n.group
			c.ownNode(g.ID, g.Title, graph.KindGroup, false, g.Props, g.Parts, parent)
			c.ownTree(g.Groups, g.Controls, g.ID)
			continue
		}
		c.ownNode(n.ID, n.Title, graph.KindControl, len(n.Controls) == 0, n.Props, n.Parts, parent)
		c.ownTree(nil, n.Controls, n.ID)
	}
}

func (c *catalog) ownNode(id, title string, kind graph.Kind, assessable bool, props []oscal.Property, parts []oscal.Part, parent string) {
	find := func(name string) string { return oscal.Find(props, name, "") }
	it := item{id: id, parent: parent, line: c.find(id), column: 1, marked: true}
	_, it.Number = graph.SplitRef(oscal.Ref(id))
	it.Kind = cmp.Or(graph.Kind(find(oscal.PropKind)), kind)
	it.Title = ownTitle(title, props)
	it.Assessable = assessable && it.Kind != graph.KindGroup
	if given := find(oscal.PropAssessable); given != "" {
		it.Assessable = given == "true"
	}
	it.Parts, it.Certainty = graph.Parts(find(oscal.PropParts)), graph.Certainty(find(oscal.PropCertainty))
	it.Laws, it.Tags = oscal.FindAll(props, oscal.PropLaw, ""), oscal.FindAll(props, oscal.PropTag, "")
	for _, p := range parts {
		switch p.Name {
		case oscal.PartOverview:
			it.Gist = ownProse(p)
		case oscal.PartStatement:
			for _, q := range p.Parts {
				_, number := graph.SplitRef(oscal.Ref(q.ID))
				it.points = append(it.points, &graph.Requirement{
					Ref: graph.JoinRef(c.standard.Ref, number), Number: number, In: it.Number, Kind: graph.KindPoint, Gist: ownProse(q),
				})
				if c.aliases == nil {
					c.aliases = map[string]string{}
				}
				c.aliases[q.ID] = number
			}
		}
	}
	c.items = append(c.items, it)
}

func ownProse(p oscal.Part) graph.Text {
	return graph.Text{EN: p.Prose, KO: oscal.Find(p.Props, oscal.PropGist, "ko")}
}

// ownCrosswalk reads what a crosswalk that this program wrote says of itself.
func (s *claimSet) ownCrosswalk(name string, m *oscal.Mapping, back *oscal.BackMatter) {
	s.ours = true
	c := &s.crosswalk
	c.Name, c.Author, c.Via = name, oscal.Find(m.Props, oscal.PropAuthor, ""), oscal.FindAll(m.Props, oscal.PropVia, "")
	for class, extent := range map[string]*graph.Extent{"from": &c.Complete.From, "to": &c.Complete.To} {
		extent.Numbers = oscal.FindAll(m.Props, oscal.PropComplete, class)
		if slices.Contains(extent.Numbers, "all") {
			*extent = graph.Extent{All: true}
		}
	}
	if back == nil {
		return
	}
	for _, r := range back.Resources {
		key := oscal.Find(r.Props, oscal.PropSource, "")
		if key == "" || oscal.Find(r.Props, oscal.PropRef, "") != name {
			continue
		}
		source := graph.Source{Key: key, Kind: graph.SourceKind(oscal.Find(r.Props, oscal.PropSourceKind, "")), Title: r.Title, Licence: oscal.Find(r.Props, oscal.PropLicence, "")}
		if len(r.Rlinks) > 0 {
			source.URL = r.Rlinks[0].Href
		}
		c.Sources = append(c.Sources, source)
	}
}

// ownMap reads what OSCAL has no place for.
func (s *claimSet) ownMap(cl *claim, m *oscal.Map) {
	find := func(name string) string { return oscal.Find(m.Props, name, "") }
	cl.from, cl.to = ownSide(cl.from, m.Props, "sources"), ownSide(cl.to, m.Props, "targets")
	cl.Basis = bases[m.MatchingRationale]
	cl.Each = find(oscal.PropEach) == "true"
	cl.Strength, _ = strconv.Atoi(find(oscal.PropStrength))
	cl.Why = graph.Text{EN: m.Remarks, KO: oscal.Find(m.Props, oscal.PropWhy, "ko")}
	cl.Review = graph.Review{State: cmp.Or(graph.ReviewState(find(oscal.PropReview)), graph.Draft), By: find(oscal.PropReviewedBy), On: graph.Date(find(oscal.PropReviewedOn))}
	cl.Valid = graph.Period{From: graph.Date(find(oscal.PropValidFrom)), To: graph.Date(find(oscal.PropValidTo))}
	for _, q := range m.Qualifiers {
		text := graph.Text{EN: q.Description, KO: oscal.Find(q.Props, oscal.PropRemainder, "ko")}
		switch q.Subject {
		case "source":
			cl.Remainder.From = text
		case "target":
			cl.Remainder.To = text
		}
	}
	for _, source := range s.crosswalk.Sources {
		if source.Key == find(oscal.PropSource) {
			cl.Source = source
		}
	}
}

// ownSide puts a whole standard in the place of the list of its requirements.
func ownSide(ids []string, props []oscal.Property, side string) []string {
	for _, standard := range oscal.FindAll(props, oscal.PropWhole, side) {
		ids = append([]string{"*"}, slices.DeleteFunc(ids, func(id string) bool { return strings.HasPrefix(id, standard+"_") })...)
	}
	return ids
}
