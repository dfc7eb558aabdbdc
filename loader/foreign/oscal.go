package foreign

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/blockyaml"
	"github.com/clausegraph/clausegraph/internal/oscal"
)

// oscal reads a catalog, a profile or a mapping collection of OSCAL, in JSON, YAML or XML. Ids of controls become numbers
// as they are. The text of a control is its statement; the items of it are points.
func (d *document) oscal(src []byte) {
	doc, err := parseOSCAL(src)
	var mistyped *json.UnmarshalTypeError
	if errors.As(err, &mistyped) { // the rest of the file is read
		d.add(lineOf(src, mistyped.Offset), 1, "E002", "write it as OSCAL has it", "%s is a %s, which is left out", mistyped.Field, mistyped.Value)
		err = nil
	}
	if err != nil {
		d.add(1, 1, "E001", "check that it is the right file", "this is no OSCAL: %v", err)
		return
	}
	d.left = src
	switch {
	case doc.Catalog != nil:
		d.oscalCatalog(doc.Catalog)
	case doc.Profile != nil:
		d.oscalProfile(doc.Profile)
	case doc.MappingCollection != nil:
		d.oscalMappings(doc.MappingCollection)
	default:
		d.add(1, 1, "E001", "check that it is the right file", "this is OSCAL, but no catalog, profile or mapping collection")
	}
}

// lineOf returns the line of an offset in JSON. In other syntaxes it is that of the JSON they are read as.
func lineOf(src []byte, offset int64) int {
	return 1 + bytes.Count(src[:min(max(0, int(offset)), len(src))], []byte("\n"))
}

// parseOSCAL returns the document in a text of any of the three syntaxes.
func parseOSCAL(src []byte) (*oscal.Document, error) {
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	start := bytes.TrimLeft(src, " \t\r\n")
	doc := &oscal.Document{}
	switch {
	case len(start) == 0:
		return nil, errors.New("the file is empty")
	case start[0] == '<':
		return parseXML(src)
	case start[0] == '{':
		return doc, json.Unmarshal(src, doc)
	}
	n, err := blockyaml.Parse(src)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(untyped(n))
	if err == nil {
		err = json.Unmarshal(text, doc)
	}
	return doc, err
}

// untyped returns a YAML value as JSON has it. The types of OSCAL have texts but for a few places.
func untyped(n *blockyaml.Node) any {
	switch n.Kind {
	case blockyaml.Map:
		m := make(map[string]any, len(n.Keys))
		for i := range n.Keys {
			if !unread[n.Keys[i].Name] {
				m[n.Keys[i].Name] = untyped(&n.Keys[i].Node)
			}
		}
		return m
	case blockyaml.List:
		l := make([]any, len(n.Items))
		for i := range n.Items {
			l[i] = untyped(&n.Items[i])
		}
		return l
	case blockyaml.Null:
		return nil
	}
	if n.Plain {
		switch n.Value {
		case "true", "false":
			return n.Value == "true"
		}
	}
	return n.Value
}

// slug returns a name as the ref of a standard.
func slug(name string) string {
	s := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.Is(unicode.N, r) || r == '.' {
			return unicode.ToLower(r)
		}
		return '-'
	}, name)
	for strings.Contains(s, "--") {
		s = strings.ReplaceAll(s, "--", "-")
	}
	if s = strings.Trim(s, "-."); s == "" {
		return "imported"
	}
	return s
}

// publisherOf returns the name of the party that made a document.
func publisherOf(m *oscal.Metadata) string {
	for _, role := range []string{"publisher", "creator", "author"} {
		for _, r := range m.ResponsibleParties {
			if r.RoleID != role {
				continue
			}
			for _, p := range m.Parties {
				if slices.Contains(r.PartyUUIDs, p.UUID) && p.Name != "" {
					return oneLine(p.Name)
				}
			}
		}
	}
	return unknown
}

// unknown stands for what a file does not say and data has to.
const unknown = "unknown"

func (d *document) oscalStandard(uuid string, m *oscal.Metadata) graph.Standard {
	s := graph.Standard{
		Ref: slug(d.title()), Title: graph.Text{EN: oneLine(m.Title)}, Publisher: publisherOf(m), Edition: strings.TrimSpace(m.Version), Status: graph.Current,
		TextPolicy: graph.TextImported, Origin: graph.Origin{Format: string(OSCAL), Title: oneLine(m.Title), ID: uuid, Licence: oscal.Find(m.Props, oscal.PropLicence, "")},
	}
	if len(m.Published) >= 10 {
		if day, err := graph.ParseDate(m.Published[:10]); err == nil {
			s.Published = day
		}
	}
	if s.Title.EN == "" {
		s.Title.EN = d.title()
	}
	if s.Edition == "" {
		s.Edition = unknown
	}
	return s
}

func (d *document) oscalCatalog(o *oscal.Catalog) {
	if ref := oscal.Find(o.Metadata.Props, oscal.PropRef, ""); ref != "" {
		d.ownCatalog(ref, o)
		return
	}
	c := &catalog{document: d, id: o.UUID, line: 1, column: 1, standard: d.oscalStandard(o.UUID, &o.Metadata)}
	w := oscalWalk{catalog: c, params: map[string]string{}}
	w.collect(o.Params, o.Groups, o.Controls)
	w.groups(o.Groups, "")
	w.controls(o.Controls, "")
	d.catalogs = append(d.catalogs, c)
}

// oscalWalk takes a catalog apart.
type oscalWalk struct {
	*catalog
	params map[string]string // what stands in a text for each parameter
	count  int
}

// collect notes the parameters of the whole catalog: texts may name those of other controls.
func (w *oscalWalk) collect(params []oscal.Param, groups []oscal.Group, controls []oscal.Control) {
	for _, p := range params {
		text := oneLine(p.Label)
		if p.Select != nil && len(p.Select.Choice) > 0 {
			choices := make([]string, len(p.Select.Choice))
			for i, c := range p.Select.Choice {
				choices[i] = oneLine(c)
			}
			text = "Selection: " + strings.Join(choices, "; ")
		}
		if len(p.Values) > 0 {
			text = strings.Join(p.Values, ", ")
		}
		w.params[p.ID] = text
	}
	for _, g := range groups {
		w.collect(g.Params, g.Groups, g.Controls)
	}
	for _, c := range controls {
		w.collect(c.Params, nil, c.Controls)
	}
}

func (w *oscalWalk) groups(list []oscal.Group, parent string) {
	for _, g := range list {
		w.count++
		it := item{id: g.ID, parent: parent, line: 1, column: 1}
		if it.id == "" {
			it.id = fmt.Sprintf("group-%d", w.count)
		}
		it.Title.EN, it.marked = oneLine(g.Title), true
		w.items = append(w.items, it)
		w.groups(g.Groups, it.id)
		w.controls(g.Controls, it.id)
	}
}

func (w *oscalWalk) controls(list []oscal.Control, parent string) {
	for _, c := range list {
		w.count++
		if c.ID == "" {
			w.add(1, 1, "E002", "give it an id", "the control %q has no id", oneLine(c.Title))
			continue
		}
		it := item{id: c.ID, parent: parent, line: 1, column: 1}
		it.Title.EN = oneLine(c.Title)
		it.Assessable, it.marked = true, true
		for _, p := range c.Props {
			if p.Name == "status" && strings.EqualFold(p.Value, "withdrawn") {
				it.Assessable, it.Tags = false, []string{"withdrawn"}
			}
		}
		number := number(c.ID)
		for _, p := range c.Parts {
			if p.Name == oscal.PartStatement {
				it.Gist.EN = w.prose(p)
				if it.Assessable {
					it.points = w.points(number, p.Parts)
				}
				break
			}
		}
		if len(it.points) > 0 {
			it.Parts = graph.PartsSome
		}
		w.items = append(w.items, it)
		w.controls(c.Controls, c.ID)
	}
}

// points returns the items of a statement. The ids that the parts have there name them too.
func (w *oscalWalk) points(number string, items []oscal.Part) []*graph.Requirement {
	if len(items) < 2 {
		return nil // the statement says as much
	}
	var points []*graph.Requirement
	for i, p := range items {
		id := fmt.Sprintf("%s-%d", number, i+1)
		points = append(points, &graph.Requirement{
			Ref: graph.JoinRef(w.standard.Ref, id), Number: id, In: number, Kind: graph.KindPoint, Gist: graph.Text{EN: w.prose(p)},
		})
		if p.ID != "" {
			if w.aliases == nil {
				w.aliases = map[string]string{}
			}
			w.aliases[p.ID] = id
		}
	}
	return points
}

var insertion = regexp.MustCompile(`\{\{\s*(?:insert:\s*)?(?:param\s*,\s*)?([A-Za-z0-9_.-]+)\s*\}\}`)

// prose returns a part with what stands in it as one line, with the labels of its parameters.
func (w *oscalWalk) prose(p oscal.Part) string {
	texts := []string{}
	var walk func(p oscal.Part, depth int)
	walk = func(p oscal.Part, depth int) {
		label := ""
		for _, prop := range p.Props {
			if prop.Name == "label" && depth > 0 {
				label = prop.Value + " "
			}
		}
		if p.Prose != "" {
			texts = append(texts, label+p.Prose)
		}
		for _, q := range p.Parts {
			if depth < maxDeep {
				walk(q, depth+1)
			}
		}
	}
	walk(p, 0)
	text := strings.Join(texts, " ")
	for range 3 { // a choice may name parameters too
		if !strings.Contains(text, "{{") {
			break
		}
		text = insertion.ReplaceAllStringFunc(text, func(s string) string {
			id := insertion.FindStringSubmatch(s)[1]
			if label := w.params[id]; label != "" {
				return "[" + label + "]"
			}
			return "[" + id + "]"
		})
		if len(text) > 1<<16 {
			text = text[:1<<16]
		}
	}
	return oneLine(strings.ToValidUTF8(text, ""))
}

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
