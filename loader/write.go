package loader

import (
	"fmt"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/clausegraph/clausegraph/graph"
)

// Write returns a dataset that Load could have read as the file, in canonical form, that it would have been read from.
func Write(d *graph.Dataset) ([]byte, error) {
	var root pairs
	var kind content
	switch {
	case d.Standard != nil:
		root, kind = writeCatalog(d), catalogFile
	case d.Crosswalk != nil:
		root, kind = writeCrosswalk(d), crosswalkFile
	case d.Scheme != nil:
		root, kind = writeScheme(d.Scheme), schemeFile
	case d.Glossary != nil:
		root, kind = writeGlossary(d.Glossary), glossaryFile
	default:
		return nil, fmt.Errorf("the dataset %q is empty", d.Name)
	}
	var p printer
	p.block(root.node(), layouts[kind], 0)
	return p.Bytes(), nil
}

// FileName returns where in a directory of data the file of a dataset belongs, such as "catalogs/iso-27001-2022.yaml".
func FileName(d *graph.Dataset) string {
	switch {
	case d.Crosswalk != nil:
		return "crosswalks/" + d.Name + ".yaml"
	case d.Scheme != nil:
		return "schemes/" + d.Scheme.Ref + ".yaml"
	case d.Glossary != nil:
		return glossaryName // of which a directory has one
	}
	return "catalogs/" + d.Name + ".yaml"
}

// pairs is a map under construction. What is empty is left out.
type pairs []*yaml.Node

func (p pairs) node() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Content: p} }

func (p *pairs) set(key string, value *yaml.Node) {
	if value != nil {
		*p = append(*p, textNode(key), value)
	}
}

func (p *pairs) text(key, value string) {
	if value != "" {
		p.set(key, textNode(value))
	}
}

func (p *pairs) both(key string, t graph.Text) {
	if !t.IsZero() {
		p.set(key, bothOf(t).node())
	}
}

func (p *pairs) flag(key string, value bool) {
	p.set(key, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(value)})
}

func (p *pairs) number(key string, value int64) {
	p.set(key, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.FormatInt(value, 10)})
}

func (p *pairs) period(from, to string, v graph.Period) {
	p.text(from, string(v.From))
	p.text(to, string(v.To))
}

func textNode(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
}

func bothOf(t graph.Text) pairs {
	var p pairs
	p.text("en", t.EN)
	p.text("ko", t.KO)
	return p
}

// texts sets a list of texts.
func texts[T ~string](p *pairs, key string, values []T) {
	list(p, key, values, func(v T) *yaml.Node { return textNode(string(v)) })
}

func list[T any](p *pairs, key string, values []T, node func(T) *yaml.Node) {
	if len(values) == 0 {
		return
	}
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, v := range values {
		n.Content = append(n.Content, node(v))
	}
	p.set(key, n)
}

func writeCatalog(d *graph.Dataset) pairs {
	s := d.Standard
	var p pairs
	p.text("standard", s.Ref)
	p.both("title", s.Title)
	p.text("publisher", s.Publisher)
	p.text("edition", s.Edition)
	p.text("published", string(s.Published))
	p.text("status", string(s.Status))
	p.text("supersedes", s.Supersedes)
	texts(&p, "discipline", s.Disciplines)
	p.text("text", s.TextPolicy)
	if o := s.Origin; o != (graph.Origin{}) {
		var of pairs
		of.text("format", o.Format)
		of.text("title", o.Title)
		of.text("licence", o.Licence)
		of.text("url", o.URL)
		of.text("id", o.ID)
		of.text("prefix", o.Prefix)
		p.set("origin", of.node())
	}
	texts(&p, "unofficial", s.Unofficial)
	if s.Profile != nil {
		var of pairs
		of.text("of", s.Profile.Of)
		texts(&of, "select", s.Profile.Select)
		if s.Profile.Alone {
			of.flag("alone", true)
		}
		p.set("profile", of.node())
	}
	parents, points := map[string]bool{}, map[string][]*graph.Requirement{}
	var items []*graph.Requirement
	for _, r := range d.Requirements {
		if r.IsPoint() {
			points[r.In] = append(points[r.In], r)
			continue
		}
		items, parents[r.In] = append(items, r), true
	}
	list(&p, "requirements", items, func(r *graph.Requirement) *yaml.Node {
		return writeItem(r, parents[r.Number], points[r.Number]).node()
	})
	return p
}

// writeItem leaves out what setDefaults would fill in.
func writeItem(r *graph.Requirement, parent bool, points []*graph.Requirement) pairs {
	var p pairs
	p.text("id", r.Number)
	p.text("in", r.In)
	p.text("kind", string(r.Kind))
	if r.Assessable != (r.Kind != graph.KindGroup && !parent) {
		p.flag("assessable", r.Assessable)
	}
	p.both("title", r.Title)
	p.text("certainty", string(r.Certainty))
	p.both("gist", r.Gist)
	texts(&p, "laws", r.Laws)
	texts(&p, "tags", r.Tags)
	if r.Assessable || r.Parts != graph.PartsWhole {
		p.text("parts", string(r.Parts))
	}
	list(&p, "points", points, func(point *graph.Requirement) *yaml.Node {
		var of pairs
		of.text("id", point.Number[len(r.Number)+1:])
		return append(of, bothOf(point.Gist)...).node()
	})
	return p
}

func writeCrosswalk(d *graph.Dataset) pairs {
	c := d.Crosswalk
	var p, complete, sources pairs
	p.text("from", c.From)
	p.text("to", c.To)
	extentOf(&complete, "from", c.Complete.From)
	extentOf(&complete, "to", c.Complete.To)
	if len(complete) > 0 {
		p.set("complete", complete.node())
	}
	texts(&p, "via", c.Via)
	p.text("author", c.Author)
	for _, s := range c.Sources {
		var of pairs
		of.text("kind", string(s.Kind))
		of.text("title", s.Title)
		of.text("licence", s.Licence)
		of.text("url", s.URL)
		sources.set(s.Key, of.node())
	}
	if len(sources) > 0 {
		p.set("sources", sources.node())
	}
	if list(&p, "mappings", d.Mappings, func(m *graph.Mapping) *yaml.Node { return writeClaim(m, c).node() }); len(d.Mappings) == 0 {
		p.set("mappings", &yaml.Node{Kind: yaml.SequenceNode}) // the format demands it
	}
	return p
}

func extentOf(p *pairs, key string, e graph.Extent) {
	if e.All {
		p.text(key, "all")
		return
	}
	texts(p, key, e.Numbers)
}

func writeClaim(m *graph.Mapping, c *graph.Crosswalk) pairs {
	var p, beyond, review, valid pairs
	texts(&p, "from", shortened(m.From, c.From))
	p.text("relation", m.Relation.String())
	texts(&p, "to", shortened(m.To, c.To))
	if m.Each {
		p.flag("each", true)
	}
	p.text("basis", string(m.Basis))
	if m.Strength != 0 {
		p.number("strength", int64(m.Strength))
	}
	p.both("why", m.Why)
	beyond.both("from", m.Remainder.From)
	beyond.both("to", m.Remainder.To)
	if len(beyond) > 0 {
		p.set("remainder", beyond.node())
	}
	p.text("source", m.Source.Key)
	review.text("state", string(m.Review.State))
	review.text("by", m.Review.By)
	review.text("on", string(m.Review.On))
	p.set("review", review.node())
	if valid.period("from", "to", m.Valid); len(valid) > 0 {
		p.set("valid", valid.node())
	}
	return p
}

// shortened leaves out the standard of a side, which stands at the top of the file.
func shortened(refs []string, standard string) []string {
	var list []string
	for _, ref := range refs {
		if owner, number := graph.SplitRef(ref); owner == standard {
			ref = number
		}
		list = append(list, ref)
	}
	return list
}

func writeScheme(s *graph.Scheme) pairs {
	var p pairs
	p.text("scheme", s.Ref)
	p.both("title", s.Title)
	p.both("authority", s.Authority)
	texts(&p, "standards", s.Standards)
	list(&p, "inputs", s.Inputs, func(in graph.Input) *yaml.Node {
		var of pairs
		of.text("name", in.Name)
		of.text("kind", string(in.Kind))
		of.both("title", in.Title)
		return of.node()
	})
	list(&p, "facts", s.Facts, func(f graph.Fact) *yaml.Node {
		var of pairs
		of.text("id", f.ID)
		of.text("kind", string(f.Kind))
		of.both("claim", f.Claim)
		texts(&of, "about", f.About)
		return of.evidence(f.Valid, f.Source, f.Certainty)
	})
	list(&p, "obligations", s.Obligations, func(o graph.Obligation) *yaml.Node {
		var of pairs
		of.text("id", o.ID)
		of.both("who", o.Who)
		of.both("what", o.What)
		of.set("when", writeCondition(o.When))
		of.both("due", o.Due)
		return of.evidence(o.Valid, o.Source, o.Certainty)
	})
	list(&p, "omissions", s.Omissions, func(o graph.Omission) *yaml.Node {
		var of pairs
		texts(&of, "held", o.Held)
		of.text("target", o.Target)
		texts(&of, "criteria", o.Criteria)
		list(&of, "conditions", o.Conditions, func(t graph.Text) *yaml.Node { return bothOf(t).node() })
		return of.evidence(o.Valid, o.Source, o.Certainty)
	})
	return p
}

func (p pairs) evidence(valid graph.Period, source string, certainty graph.Certainty) *yaml.Node {
	p.period("validFrom", "validTo", valid)
	p.text("source", source)
	p.text("certainty", string(certainty))
	return p.node()
}

func writeCondition(c graph.Condition) *yaml.Node {
	var p pairs
	list(&p, "all", c.All, writeCondition)
	list(&p, "any", c.Any, writeCondition)
	if c.Not != nil {
		p.set("not", writeCondition(*c.Not))
	}
	p.text("input", c.Input)
	if c.AtLeast != nil {
		p.number("atLeast", *c.AtLeast)
	}
	if c.Below != nil {
		p.number("below", *c.Below)
	}
	if c.Is != nil {
		p.flag("is", *c.Is)
	}
	return p.node()
}

func writeGlossary(g *graph.Glossary) pairs {
	var p pairs
	p.text("glossary", g.Ref)
	p.both("title", g.Title)
	list(&p, "terms", g.Terms, func(t *graph.Term) *yaml.Node {
		var of pairs
		of.text("id", t.ID)
		of.set("en", writeForms(t.EN))
		of.set("ko", writeForms(t.KO))
		texts(&of, "abbreviations", t.Abbreviations)
		texts(&of, "ambiguous", t.Ambiguous)
		of.both("note", t.Note)
		texts(&of, "broader", t.Broader)
		texts(&of, "related", t.Related)
		texts(&of, "laws", t.Laws)
		return of.node()
	})
	return p
}

func writeForms(f graph.Forms) *yaml.Node {
	var p pairs
	p.text("term", f.Term)
	texts(&p, "also", f.Also)
	return p.node()
}
