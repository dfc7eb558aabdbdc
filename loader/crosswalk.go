package loader

import (
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// crosswalk is a decoded file of claims, with the place of everything in it.
type crosswalk struct {
	*file
	*graph.Crosswalk
	sources map[string]graph.Source
	claims  []*claim
}

// claim is one claim of a crosswalk.
type claim struct {
	*graph.Mapping
	node     node
	from, to []end
}

// end is one member of a side of a claim. Where the standard or the id does not exist, requirement is nil.
type end struct {
	node        node
	ref         string // full; canonical where it exists
	whole       bool   // "*": the standard as a whole
	requirement *graph.Requirement
}

// decodeCrosswalk takes everything out of the file that has the right form; what has not, validate reports. Ends are
// resolved among the given standards.
func decodeCrosswalk(f *file, standards *index) *crosswalk {
	n := f.root
	c := &crosswalk{file: f, sources: map[string]graph.Source{}, Crosswalk: &graph.Crosswalk{
		From:     n.get("from").text(),
		To:       n.get("to").text(),
		Complete: graph.Complete{From: extent(n.get("complete").get("from")), To: extent(n.get("complete").get("to"))},
		Via:      n.get("via").texts(),
		Author:   n.get("author").text(),
	}}
	c.Name = crosswalkName(c.From, c.To, f.stem)
	for _, key := range n.get("sources").keys() {
		s := n.get("sources").get(key.yaml.Value)
		source := graph.Source{
			Key:     key.yaml.Value,
			Kind:    graph.SourceKind(s.get("kind").text()),
			Title:   s.get("title").text(),
			Licence: s.get("licence").text(),
			URL:     s.get("url").text(),
		}
		c.sources[source.Key] = source
		c.Sources = append(c.Sources, source)
	}
	for _, m := range n.get("mappings").items() {
		c.decodeClaim(m, standards)
	}
	return c
}

// crosswalkName returns "<from>--<to>". A file of further claims on the same pair adds a word of its own behind a dot,
// "<from>--<to>.<word>", so that an organisation can keep claims beside the ones that it was given.
func crosswalkName(from, to, stem string) string {
	name := from + "--" + to
	if word, ok := strings.CutPrefix(stem, name+"."); ok && word != "" {
		return stem
	}
	return name
}

func extent(n node) graph.Extent {
	return graph.Extent{All: n.text() == "all", Numbers: n.texts()}
}

func (c *crosswalk) decodeClaim(n node, standards *index) {
	cl := &claim{node: n, Mapping: &graph.Mapping{
		Crosswalk: c.Name,
		Each:      n.get("each").flag(false),
		Basis:     graph.Basis(n.get("basis").text()),
		Why:       n.get("why").both(),
		Remainder: graph.Remainder{From: n.get("remainder").get("from").both(), To: n.get("remainder").get("to").both()},
		Source:    c.sources[n.get("source").text()],
		Review: graph.Review{
			State: graph.ReviewState(n.get("review").get("state").text()),
			By:    n.get("review").get("by").text(),
			On:    graph.Date(n.get("review").get("on").text()),
		},
		Valid: graph.Period{From: graph.Date(n.get("valid").get("from").text()), To: graph.Date(n.get("valid").get("to").text())},
	}}
	cl.Relation, _ = relation.Parse(n.get("relation").text())
	cl.Strength, _ = strconv.Atoi(n.get("strength").text())
	cl.from, cl.Mapping.From = ends(n.get("from"), c.From, standards)
	cl.to, cl.Mapping.To = ends(n.get("to"), c.To, standards)
	cl.ID = graph.MappingID(c.Name, n.get("source").text(), cl.Mapping.From, cl.Mapping.To)
	c.claims = append(c.claims, cl)
}

// ends resolves one side of a claim: an id in the standard of that side, "*" for all of it, or a full ref.
func ends(n node, standard string, standards *index) (side []end, refs []string) {
	for _, item := range n.items() {
		e := end{node: item, ref: item.text()}
		if !strings.Contains(e.ref, "/") {
			e.ref = graph.JoinRef(standard, e.ref)
		}
		owner, number := graph.SplitRef(e.ref)
		if e.whole = number == "*"; !e.whole {
			if e.requirement = standards.Requirement(e.ref); e.requirement != nil {
				e.ref = e.requirement.Ref
			}
		}
		e.whole = e.whole && standards.Standard(owner) != nil
		side, refs = append(side, e), append(refs, e.ref)
	}
	return side, refs
}

// dataset returns the crosswalk as the rest of the program knows it: the claims that say something definite.
func (c *crosswalk) dataset() *graph.Dataset {
	d := &graph.Dataset{Name: c.Name, Crosswalk: c.Crosswalk}
	for _, cl := range c.claims {
		if cl.Relation.Valid() {
			d.Mappings = append(d.Mappings, cl.Mapping)
		}
	}
	return d
}
