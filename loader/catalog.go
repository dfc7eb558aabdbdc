package loader

import (
	"github.com/clausegraph/clausegraph/graph"
)

// catalog is a decoded file of requirements, with the place of everything in it.
type catalog struct {
	*file
	standard *graph.Standard
	items    []*item          // groups and requirements in order of the file
	byID     map[string]*item // the first item with each id
}

// item is one group or requirement of a catalog.
type item struct {
	*graph.Requirement
	node     node
	points   []*point
	children int
}

// point is one obligation of an item.
type point struct {
	*graph.Requirement
	node node
}

// decodeCatalog takes everything out of the file that has the right form; what has not, validate reports.
func decodeCatalog(f *file) *catalog {
	n := f.root
	c := &catalog{file: f, byID: map[string]*item{}, standard: &graph.Standard{
		Ref:        n.get("standard").text(),
		Title:      n.get("title").both(),
		Publisher:  n.get("publisher").text(),
		Edition:    n.get("edition").text(),
		Published:  graph.Date(n.get("published").text()),
		Status:     graph.Status(n.get("status").text()),
		Supersedes: n.get("supersedes").text(),
		TextPolicy: n.get("text").text(),
	}}
	if o := n.get("origin"); o.present() {
		c.standard.Origin = graph.Origin{
			Format: o.get("format").text(), Title: o.get("title").text(), Licence: o.get("licence").text(), URL: o.get("url").text(), ID: o.get("id").text(),
			Prefix: o.get("prefix").text(),
		}
	}
	for _, d := range n.get("discipline").texts() {
		c.standard.Disciplines = append(c.standard.Disciplines, graph.Discipline(d))
	}
	for _, l := range n.get("unofficial").texts() {
		c.standard.Unofficial = append(c.standard.Unofficial, graph.Language(l))
	}
	if p := n.get("profile"); p.present() {
		c.standard.Profile = &graph.Profile{Of: p.get("of").text(), Select: p.get("select").texts(), Alone: p.get("alone").flag(false)}
	}
	for _, r := range n.get("requirements").items() {
		c.decodeItem(r)
	}
	for _, it := range c.items {
		if parent := c.byID[it.In]; it.In != "" && parent != nil {
			parent.children++
		}
	}
	for _, it := range c.items {
		it.setDefaults()
	}
	return c
}

func (c *catalog) decodeItem(n node) {
	id := n.get("id").text()
	it := &item{node: n, Requirement: &graph.Requirement{
		Ref:       graph.JoinRef(c.standard.Ref, id),
		Number:    id,
		In:        n.get("in").text(),
		Kind:      graph.Kind(n.get("kind").text()),
		Title:     n.get("title").both(),
		Gist:      n.get("gist").both(),
		Parts:     graph.Parts(n.get("parts").text()),
		Certainty: graph.Certainty(n.get("certainty").text()),
		Laws:      n.get("laws").texts(),
		Tags:      n.get("tags").texts(),
	}}
	for _, p := range n.get("points").items() {
		number := id + "-" + p.get("id").text()
		it.points = append(it.points, &point{node: p, Requirement: &graph.Requirement{
			Ref:    graph.JoinRef(c.standard.Ref, number),
			Number: number,
			In:     id,
			Kind:   graph.KindPoint,
			Gist:   p.both(),
		}})
	}
	c.items = append(c.items, it)
	if c.byID[id] == nil {
		c.byID[id] = it
	}
}

// setDefaults fills in what an item does not say: a leaf is assessable, what has children is a heading, and the
// children of a heading make up the whole of it.
func (it *item) setDefaults() {
	it.Assessable = it.node.get("assessable").flag(it.Kind != graph.KindGroup && it.children == 0)
	if it.Parts == "" && !it.Assessable {
		it.Parts = graph.PartsWhole
	}
}

// dataset returns the catalog as the rest of the program knows it.
func (c *catalog) dataset() *graph.Dataset {
	d := &graph.Dataset{Name: c.standard.Ref, Standard: c.standard}
	for _, it := range c.items {
		d.Requirements = append(d.Requirements, it.Requirement)
		for _, p := range it.points {
			d.Requirements = append(d.Requirements, p.Requirement)
		}
	}
	return d
}
