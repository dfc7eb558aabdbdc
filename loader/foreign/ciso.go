package foreign

import (
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/blockyaml"
)

// ciso reads a library of CISO Assistant: frameworks, which are catalogs, and sets of claims.
//
// The number of a node is its ref_id where the urn ends in it, and the end of the urn otherwise, so that the urn can be
// made again from the number and the part that all urns of the framework begin with.
func (d *document) ciso(src []byte) {
	root, err := blockyaml.Parse(src)
	if err != nil {
		d.add(1, 1, "E001", "check that it is the right file", "this is not YAML: %v", err)
		return
	}
	objects := root.Get("objects")
	if objects == nil || objects.Kind != blockyaml.Map {
		d.add(root.Line, root.Column, "E001", "check that it is the right file", "this is no library of CISO Assistant: it has no objects")
		return
	}
	for _, f := range oneOrMore(objects, "framework", "frameworks") {
		d.framework(root, f)
	}
	for _, s := range oneOrMore(objects, "requirement_mapping_set", "requirement_mapping_sets") {
		d.mappingSet(root, s)
	}
}

// oneOrMore returns what stands below one of two keys: a map, or a list of maps.
func oneOrMore(n *blockyaml.Node, one, more string) []*blockyaml.Node {
	var all []*blockyaml.Node
	for _, key := range []string{one, more} {
		v := n.Get(key)
		switch {
		case v == nil:
		case v.Kind == blockyaml.Map:
			all = append(all, v)
		default:
			for i := range v.Items {
				all = append(all, &v.Items[i])
			}
		}
	}
	return all
}

// lastOf returns what stands behind the last colon of a urn.
func lastOf(urn string) string { return urn[strings.LastIndexByte(urn, ':')+1:] }

func (d *document) framework(library, f *blockyaml.Node) {
	urn := f.Get("urn").Text()
	if urn == "" {
		d.add(f.Line, f.Column, "E002", "give it a urn", "this framework has no urn")
		return
	}
	base := library.Get("locale").Text()
	c := &catalog{document: d, id: strings.ToLower(urn), line: f.Line, column: f.Column, standard: graph.Standard{
		Ref:        standardRef(lastOf(urn)),
		Title:      d.texts(f, "name", base),
		Publisher:  oneLine(library.Get("provider").Text()),
		Edition:    strings.TrimSpace(library.Get("version").Text()),
		Status:     graph.Current,
		TextPolicy: graph.TextImported,
		Origin: graph.Origin{
			Format: string(CISO), Title: oneLine(library.Get("name").Text()), Licence: oneLine(library.Get("copyright").Text()), ID: urn,
		},
	}}
	if c.standard.Title.EN == "" {
		c.standard.Title.EN = lastOf(urn)
	}
	if c.standard.Publisher == "" {
		c.standard.Publisher = unknown
	}
	if c.standard.Edition == "" {
		c.standard.Edition = unknown
	}
	if base != "en" && base != "ko" && base != "" {
		d.add(library.Line, library.Column, "E012", "add a translation", "the texts are in %q", base)
	}
	nodes := f.Get("requirement_nodes").List()
	c.items = make([]item, 0, len(nodes))
	for i := range nodes {
		c.node(&nodes[i], base)
	}
	c.prefix = commonPrefix(c.items)
	for i := range c.items {
		it := &c.items[i]
		rest := strings.TrimPrefix(it.id, c.prefix)
		if ref := it.Number; ref != "" && strings.ToLower(ref) == rest {
			it.Number = number(ref)
		} else {
			it.Number = number(rest)
		}
	}
	c.standard.Origin.Prefix = c.prefix
	d.catalogs = append(d.catalogs, c)
}

// commonPrefix returns what all ids begin with, up to a colon.
func commonPrefix(items []item) string {
	if len(items) == 0 {
		return ""
	}
	prefix := items[0].id[:strings.LastIndexByte(items[0].id, ':')+1]
	for i := range items {
		for !strings.HasPrefix(items[i].id, prefix) {
			prefix = prefix[:strings.LastIndexByte(prefix[:len(prefix)-1], ':')+1]
		}
	}
	return prefix
}

func (c *catalog) node(n *blockyaml.Node, base string) {
	it := item{line: n.Line, column: n.Column, marked: true}
	var translations *blockyaml.Node
	for i := range n.Keys {
		v := &n.Keys[i].Node
		switch n.Keys[i].Name {
		case "urn":
			it.id = strings.ToLower(v.Text())
		case "parent_urn":
			it.parent = strings.ToLower(v.Text())
		case "ref_id":
			it.Number = v.Text()
		case "assessable":
			it.Assessable = v.Text() == "true"
		case "name":
			set(&it.Title, base, v.Text())
		case "description":
			set(&it.Gist, base, v.Text())
		case "translations":
			translations = v
		}
	}
	if it.id == "" {
		c.add(n.Line, n.Column, "E002", "give it a urn", "this requirement node has no urn")
		return
	}
	for _, language := range []string{"en", "ko"} {
		if t := translations.Get(language); t != nil {
			set(&it.Title, language, t.Get("name").Text())
			set(&it.Gist, language, t.Get("description").Text())
		}
	}
	c.items = append(c.items, it)
}

// set puts a text into the place of its language. What is in neither of the two stands in that of English, until
// something in English comes.
func set(t *graph.Text, language, text string) {
	if text = oneLine(text); text == "" {
		return
	}
	if language == "ko" {
		t.KO = text
	} else {
		t.EN = text
	}
}

// texts returns the text below a key, with its translations.
func (d *document) texts(n *blockyaml.Node, key, base string) graph.Text {
	var t graph.Text
	set(&t, base, n.Get(key).Text())
	for _, language := range []string{"en", "ko"} {
		if tr := n.Get("translations").Get(language); tr != nil {
			set(&t, language, tr.Get(key).Text())
		}
	}
	return t
}

func (d *document) mappingSet(library, n *blockyaml.Node) {
	s := &claimSet{document: d, line: n.Line, column: n.Column,
		from: strings.ToLower(n.Get("source_framework_urn").Text()), to: strings.ToLower(n.Get("target_framework_urn").Text()),
		word: number(strings.ToLower(lastOf(n.Get("urn").Text()))),
	}
	if s.from == "" || s.to == "" {
		d.add(n.Line, n.Column, "E002", "name both frameworks", "this mapping set lacks source_framework_urn or target_framework_urn")
		return
	}
	if s.word == "" {
		s.word = "ciso"
	}
	title := oneLine(n.Get("name").Text())
	if title == "" {
		title = oneLine(library.Get("name").Text())
	}
	if title == "" {
		title = d.title()
	}
	s.source = graph.Source{
		Key: "imported", Kind: graph.PublishedSource, Title: title, Licence: oneLine(library.Get("copyright").Text()), URL: n.Get("urn").Text(),
	}
	s.crosswalk.Author = oneLine(library.Get("packager").Text())
	rows := n.Get("requirement_mappings").List()
	s.claims = make([]claim, 0, len(rows))
	ends := make([]string, 0, 2*len(rows))
	for i := range rows {
		s.row(&rows[i], &ends)
	}
	d.sets = append(d.sets, s)
}

func (s *claimSet) row(n *blockyaml.Node, ends *[]string) {
	var from, to, related, rationale, strength, note string
	for i := range n.Keys {
		v := n.Keys[i].Node.Text()
		switch n.Keys[i].Name {
		case "source_requirement_urn":
			from = v
		case "target_requirement_urn":
			to = v
		case "relationship":
			related = v
		case "rationale":
			rationale = v
		case "strength_of_relationship":
			strength = v
		case "annotation", "comment":
			note = v
		}
	}
	s.claims = append(s.claims, claim{line: n.Line, column: n.Column})
	cl := &s.claims[len(s.claims)-1]
	drop := func() { s.claims, s.malformed = s.claims[:len(s.claims)-1], s.malformed+1 }
	if from == "" || to == "" {
		s.add(n.Line, n.Column, "E002", "name both ends", "this row lacks source_requirement_urn or target_requirement_urn")
		drop()
		return
	}
	r, ok := relations[related]
	if !ok {
		if r, ok = relations[word(related)]; !ok {
			s.add(n.Line, n.Column, "E009", "write equal, subset, superset, intersect or not_related", "there is no relationship %q", related)
			drop()
			return
		}
	}
	*ends = append(*ends, strings.ToLower(from), strings.ToLower(to))
	e := *ends
	cl.from, cl.to = e[len(e)-2:len(e)-1:len(e)-1], e[len(e)-1:len(e):len(e)]
	cl.Relation = r
	cl.Review.State = graph.Draft
	cl.Basis = bases[rationale]
	if cl.Basis == "" && rationale != "" {
		if cl.Basis = bases[word(rationale)]; cl.Basis == "" {
			set(&cl.Why, "en", rationale)
		}
	}
	if note != "" {
		set(&cl.Why, "en", note)
	}
	value := 0
	if strength != "" {
		var err error
		if value, err = strconv.Atoi(strength); err != nil || value < 0 || value > 10 {
			s.add(n.Line, n.Column, "E013", "write 1 to 10", "the strength %q is left out", strength)
		}
	}
	rate(&cl.Mapping, value)
}
