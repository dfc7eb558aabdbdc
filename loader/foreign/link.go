package foreign

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/oscal"
)

// linker puts documents together.
type linker struct {
	Options
	documents []*document
	byID      map[string]*shelf // catalogs by what sets call them
	refs      map[string]bool
}

// shelf is a catalog with its requirements by their ids: one that was read, or one that is known.
type shelf struct {
	ref   string
	items map[string]*graph.Requirement
	list  []*graph.Requirement
	known *graph.Snapshot
	open  bool // nobody knows what it has
}

// find returns the requirement with an id of the catalog, or nil.
func (s *shelf) find(id string) *graph.Requirement {
	if s.open {
		return &graph.Requirement{Ref: graph.JoinRef(s.ref, id), Number: id, Assessable: true}
	}
	if s.known != nil {
		for _, ref := range []string{id, oscal.Ref(id), graph.JoinRef(s.ref, id), graph.JoinRef(s.ref, spelled(id))} {
			if r := s.known.Requirement(ref); r != nil {
				return r
			}
		}
		return nil
	}
	if r := s.items[id]; r != nil {
		return r
	}
	owner, number := graph.SplitRef(id)
	if owner == s.ref && number != "" {
		if r := s.items[oscal.Token(id)]; r != nil {
			return r
		}
		return s.items[number]
	}
	return s.items[spelled(id)]
}

// spelled writes an id such as AC-2(1) as catalogs in OSCAL do: ac-2.1.
func spelled(id string) string {
	return strings.NewReplacer(" ", "", "(", ".", ")", "").Replace(strings.ToLower(id))
}

func link(documents []*document, o Options) *Result {
	l := &linker{Options: o, documents: documents, byID: map[string]*shelf{}, refs: map[string]bool{}}
	result := &Result{}
	for _, d := range documents {
		for _, c := range d.catalogs {
			if c.selection != nil {
				continue // once the catalogs are there
			}
			if data := l.catalog(c); data != nil {
				result.Datasets = append(result.Datasets, data)
			}
		}
	}
	for _, d := range documents {
		for _, c := range d.catalogs {
			if c.selection != nil {
				if data := l.profile(c); data != nil {
					result.Datasets = append(result.Datasets, data)
				}
			}
		}
	}
	for _, d := range documents {
		for _, s := range d.sets {
			result.Rows += len(s.claims) + s.malformed
			if data := l.set(s); data != nil {
				result.Datasets = append(result.Datasets, data)
			}
		}
		result.Diagnostics = append(result.Diagnostics, d.diagnostics...)
	}
	slices.SortFunc(result.Datasets, func(a, b *graph.Dataset) int { return strings.Compare(a.Name, b.Name) })
	sortDiagnostics(result.Diagnostics)
	return result
}

// catalog returns the dataset of a catalog: a tree without faults.
func (l *linker) catalog(c *catalog) *graph.Dataset {
	if l.Options.From != "" && len(l.documents) == 1 && len(c.catalogs) == 1 && (c.format == OSCAL || c.format == CSV || c.format == XLSX) && !c.ours {
		c.rename(l.Options.From)
	}
	known := l.Known != nil && l.Known.Standard(c.standard.Ref) != nil
	if l.refs[c.standard.Ref] || l.byID[c.id] != nil || known && !c.ours {
		c.add(c.line, c.column, "E011", "give it a name of its own", "the catalog %s is there already", c.standard.Ref)
		return nil
	}
	l.refs[c.standard.Ref] = true
	s := &shelf{ref: c.standard.Ref, items: make(map[string]*graph.Requirement, len(c.items))}
	for _, name := range []string{c.id, c.standard.Ref, filepath.Base(c.file), c.standard.Origin.ID} {
		if l.byID[name] == nil && name != "" {
			l.byID[name] = s
		}
	}
	standard := c.standard
	data := &graph.Dataset{Name: standard.Ref, Standard: &standard, Requirements: make([]*graph.Requirement, 0, len(c.items))}
	children, depth := map[string]int{}, map[string]int{}
	numbers := make(map[string]string, len(c.items))
	for i := range c.items {
		it := &c.items[i]
		if it.Number == "" {
			it.Number = number(strings.TrimPrefix(it.id, c.prefix))
		}
		it.Ref = graph.JoinRef(standard.Ref, it.Number)
		if other, twice := numbers[it.Number]; s.items[it.id] != nil || twice {
			if !twice {
				other = it.id
			}
			c.add(it.line, it.column, "E003", "give one of them another id", "the id %q is here twice (%s)", it.id, other)
			continue
		}
		if it.parent != "" {
			above := s.items[it.parent]
			if above == nil || depth[above.Number] >= maxDeep {
				c.add(it.line, it.column, "E004", "put it below its parent", "the parent %q of %q is not above it; it is put at the top", it.parent, it.id)
			} else {
				it.In = above.Number
				children[above.Number]++
				depth[it.Number] = depth[above.Number] + 1
			}
		}
		numbers[it.Number] = it.id
		s.items[it.id] = &it.Requirement
		data.Requirements = append(data.Requirements, &it.Requirement)
		for _, p := range it.points {
			s.items[p.Number] = p
			data.Requirements = append(data.Requirements, p)
		}
	}
	for alias, number := range c.aliases {
		if p := s.items[number]; p != nil && s.items[alias] == nil {
			s.items[alias] = p
		}
	}
	for i := range c.items {
		it := &c.items[i]
		if !c.ours {
			settle(it, children[it.Number])
		}
	}
	s.list = data.Requirements
	if len(data.Requirements) == 0 && standard.Profile == nil {
		c.add(c.line, c.column, "E002", "check that it is the right file", "the catalog %s has no requirements", standard.Ref)
		return nil
	}
	return data
}

// maxDeep is how many headings may stand above a requirement, as in catalogs of this project.
const maxDeep = 29

// settle gives a requirement the kind that its place in the tree asks for, and a heading a title.
func settle(r *item, children int) {
	if !r.marked && children > 0 && r.Kind == "" {
		r.Assessable = false // nobody says that it asks something of its own
	}
	switch {
	case r.Assessable && r.Kind == "":
		r.Kind = graph.KindControl
	case !r.Assessable && children > 0:
		r.Kind, r.Parts = graph.KindGroup, graph.PartsWhole
	case !r.Assessable:
		r.Kind, r.Parts = graph.KindClause, graph.PartsWhole // a text that asks nothing
	}
	if !r.Assessable && r.Title.EN == "" && r.Title.KO == "" {
		if r.Title = r.Gist; r.Title.EN == "" && r.Title.KO == "" {
			r.Title.EN = ID(r.Number)
		}
	}
}

// shelf returns the catalog that goes by one of the names, or nil.
func (l *linker) shelf(names ...string) *shelf {
	for _, name := range names {
		if s := l.byID[name]; s != nil && name != "" {
			return s
		}
	}
	for _, name := range names {
		if l.Known != nil && l.Known.Standard(name) != nil {
			s := &shelf{ref: name, known: l.Known}
			l.byID[name] = s
			return s
		}
	}
	return nil
}

// rename gives a catalog another ref.
func (c *catalog) rename(ref string) {
	c.standard.Ref = ref
	for i := range c.items {
		for _, p := range c.items[i].points {
			p.Ref = graph.JoinRef(ref, p.Number)
		}
	}
}

// profile returns the dataset of a profile: the controls that it takes of a catalog, with the headings above them.
func (l *linker) profile(c *catalog) *graph.Dataset {
	if l.refs[c.standard.Ref] || l.Known != nil && l.Known.Standard(c.standard.Ref) != nil {
		c.add(1, 1, "E011", "give it a name of its own", "the catalog %s is there already", c.standard.Ref)
		return nil
	}
	of := l.shelf(c.selection.names...)
	if of == nil {
		c.add(1, 1, "E010", "read its catalog as well, or name it with --data", "the catalog %q that this profile selects from is not there", c.selection.href)
		return nil
	}
	p := &graph.Profile{Of: of.ref, Alone: true}
	headings := map[string]bool{}
	parents := map[string]*graph.Requirement{}
	for _, r := range of.order() {
		parents[r.Number] = r
	}
	for _, r := range of.order() {
		var above []string
		for up := parents[r.In]; up != nil && len(above) <= maxDeep; up = parents[up.In] {
			above = append(above, ID(up.Number))
		}
		if r.IsPoint() || !r.Assessable || !c.selection.takes(ID(r.Number), above) {
			continue
		}
		for i := len(above) - 1; i >= 0; i-- {
			if up := parents[number(above[i])]; up != nil && !up.Assessable && !headings[up.Number] {
				headings[up.Number] = true
				p.Select = append(p.Select, up.Number)
			}
		}
		p.Select = append(p.Select, r.Number)
	}
	taken := map[string]bool{}
	for _, number := range p.Select {
		taken[ID(number)] = true
	}
	for _, sel := range c.selection.include {
		for _, id := range sel.WithIDs {
			if !taken[id] && !slices.ContainsFunc(c.selection.exclude, func(e oscal.Select) bool { return slices.Contains(e.WithIDs, id) }) {
				c.add(1, 1, "E005", "mend the id", "%s has no control %q to select", of.ref, id)
			}
		}
	}
	if len(p.Select) == 0 {
		c.add(1, 1, "E002", "check that it is the right catalog", "this profile selects nothing of %s", of.ref)
		return nil
	}
	l.refs[c.standard.Ref] = true
	standard := c.standard
	standard.Profile = p
	l.byID[c.standard.Ref] = of
	l.byID[c.id] = of
	return &graph.Dataset{Name: standard.Ref, Standard: &standard}
}

// order returns the requirements of a catalog in the order of its document.
func (s *shelf) order() []*graph.Requirement {
	if s.known != nil {
		return s.known.Standard(s.ref).Requirements()
	}
	return s.list
}
