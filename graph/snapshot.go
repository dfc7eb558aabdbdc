package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Snapshot is everything known at one revision, linked and immutable: safe for any number of readers without locks.
type Snapshot struct {
	revision   Revision
	standards  []*Standard // by ref
	nodes      []*Requirement
	mappings   []*Mapping // by id
	crosswalks []*Crosswalk
	schemes    []*Scheme // by ref
	glossaries []*Glossary
	terms      []*Term // by id
	standard   map[string]*Standard
	node       map[string]*Requirement
	crosswalk  map[string]*Crosswalk
	scheme     map[string]*Scheme
	term       map[string]*Term
}

// Build links datasets into a snapshot. It copies what it links, so that datasets may be shared between snapshots.
// The order of the datasets does not matter. It fails, naming every fault, where a ref has no node, where a name is
// taken twice, and where a tree has a cycle: the loader's lint reports the same faults with their places.
func Build(revision Revision, datasets []*Dataset) (*Snapshot, error) {
	s := newSnapshot(revision)
	sorted := slices.SortedFunc(slices.Values(datasets), func(a, b *Dataset) int { return strings.Compare(a.Name, b.Name) })
	l := linker{Snapshot: s}
	for _, d := range sorted {
		if d.Standard != nil {
			l.addCatalog(d)
		}
	}
	for _, std := range s.standards {
		l.selectProfile(std)
	}
	for _, d := range sorted {
		if d.Crosswalk != nil {
			l.addCrosswalk(d)
		}
	}
	for _, d := range sorted {
		if d.Scheme != nil {
			l.addScheme(d.Scheme)
		}
		if d.Glossary != nil {
			l.addGlossary(d.Glossary)
		}
	}
	l.linkTerms()
	l.linkMappings()
	return s, errors.Join(l.faults...)
}

func newSnapshot(revision Revision) *Snapshot {
	return &Snapshot{
		revision:  revision,
		standard:  map[string]*Standard{},
		node:      map[string]*Requirement{},
		crosswalk: map[string]*Crosswalk{},
		scheme:    map[string]*Scheme{},
		term:      map[string]*Term{},
	}
}

// linker is a snapshot under construction with the faults found so far.
type linker struct {
	*Snapshot
	faults []error
}

func (l *linker) fault(format string, args ...any) {
	l.faults = append(l.faults, fmt.Errorf(format, args...))
}

func (l *linker) addCatalog(d *Dataset) {
	std := *d.Standard
	std.requirements, std.assessable = nil, nil
	if l.standard[std.Ref] != nil {
		l.fault("%s: two catalogs have this ref", std.Ref)
		return
	}
	l.standard[std.Ref] = &std
	l.standards = append(l.standards, &std)
	first := len(l.nodes)
	for _, given := range d.Requirements {
		r := *given
		r.standard, r.parent, r.children, r.points, r.claims = &std, nil, nil, nil, nil
		if l.node[r.Ref] != nil {
			l.fault("%s: two requirements have this ref", r.Ref)
			continue
		}
		r.index = len(l.nodes)
		l.node[r.Ref] = &r
		l.nodes = append(l.nodes, &r)
		std.list(&r)
	}
	for _, r := range l.nodes[first:] {
		l.linkParent(r)
	}
	for _, r := range l.nodes[first:] {
		if depth(r) > len(l.nodes)-first {
			l.fault("%s: it is its own ancestor", r.Ref)
			r.parent = nil
		}
	}
}

// list appends a node to the lists of its standard.
func (s *Standard) list(r *Requirement) {
	if r.IsPoint() {
		return
	}
	s.requirements = append(s.requirements, r)
	if r.Assessable {
		s.assessable = append(s.assessable, r)
	}
}

func (l *linker) linkParent(r *Requirement) {
	if r.In == "" {
		return
	}
	r.parent = l.node[JoinRef(r.standard.Ref, r.In)]
	switch {
	case r.parent == nil:
		l.fault("%s: its parent %q does not exist", r.Ref, r.In)
	case r.IsPoint():
		r.parent.points = append(r.parent.points, r)
	default:
		r.parent.children = append(r.parent.children, r)
	}
}

// depth counts the ancestors of r, and stops soon after the count exceeds any honest tree.
func depth(r *Requirement) int {
	const far = 1 << 20
	n := 0
	for p := r.parent; p != nil && n < far; p = p.parent {
		n++
	}
	return n
}

func (l *linker) selectProfile(std *Standard) {
	if std.Profile == nil {
		return
	}
	of := l.standard[std.Profile.Of]
	if of == nil || of.Profile != nil {
		l.fault("%s: the standard %q that it selects from does not exist or is a profile itself", std.Ref, std.Profile.Of)
		return
	}
	selected := map[*Requirement]bool{}
	for _, number := range std.Profile.Select {
		r := l.node[JoinRef(of.Ref, number)]
		if r == nil {
			l.fault("%s: it selects %q, which %s does not have", std.Ref, number, of.Ref)
			continue
		}
		selected[r] = true
	}
	for _, r := range of.requirements {
		if !selected[r] && (std.Profile.Alone || r.parent == nil || !selected[r.parent]) {
			continue
		}
		selected[r] = true
		std.requirements = append(std.requirements, r)
		if r.Assessable {
			std.assessable = append(std.assessable, r)
		}
	}
}

func (l *linker) addCrosswalk(d *Dataset) {
	c := *d.Crosswalk
	c.mappings = nil
	if l.crosswalk[c.Name] != nil {
		l.fault("%s: two crosswalks have this name", c.Name)
		return
	}
	for _, ref := range append([]string{c.From, c.To}, c.Via...) {
		if l.standard[ref] == nil {
			l.fault("%s: the standard %q does not exist", c.Name, ref)
		}
	}
	l.crosswalk[c.Name] = &c
	l.crosswalks = append(l.crosswalks, &c)
	copies, count := make([]Mapping, len(d.Mappings)), 0 // one block for all, and one for their ends: many small ones take more
	for _, m := range d.Mappings {
		count += len(m.From) + len(m.To)
	}
	ends := make([]*Requirement, 0, count)
	c.mappings = make([]*Mapping, len(copies))
	for i, given := range d.Mappings {
		m, first := &copies[i], len(ends)
		*m = *given
		ends = l.addEnds(ends, m, m.From)
		m.split = int32(len(ends) - first)
		ends = l.addEnds(ends, m, m.To)
		m.ends = ends[first:len(ends):len(ends)]
		c.mappings[i] = m
	}
	l.mappings = append(l.mappings, c.mappings...)
	slices.SortFunc(c.mappings, func(a, b *Mapping) int { return strings.Compare(a.ID, b.ID) })
}

// addEnds adds the nodes of a side to a list.
func (l *linker) addEnds(list []*Requirement, m *Mapping, refs []string) []*Requirement {
	for _, ref := range refs {
		std, number := SplitRef(ref)
		if number == "*" && l.standard[std] != nil {
			continue
		}
		r := l.Requirement(ref)
		if r == nil {
			l.fault("%s: its end %q does not exist", m.ID, ref)
			continue
		}
		list = append(list, r)
	}
	return list
}

func (l *linker) linkMappings() {
	l.mappings = slices.Clip(l.mappings)
	slices.SortFunc(l.mappings, func(a, b *Mapping) int { return strings.Compare(a.ID, b.ID) })
	for i, m := range l.mappings {
		if m.index = int32(i); i > 0 && l.mappings[i-1].ID == m.ID {
			l.fault("%s: two claims have this id", m.ID)
		}
	}
	l.addClaims()
}

// addClaims lists for every node the claims that name it, all in one array.
func (l *linker) addClaims() {
	ends := make([]int, len(l.nodes)+1)
	total := 0
	for _, m := range l.mappings {
		for _, r := range m.ends {
			ends[r.index+1]++
			total++
		}
	}
	for i := range l.nodes {
		ends[i+1] += ends[i]
	}
	all := make([]Claim, total)
	for i, r := range l.nodes {
		r.claims = all[ends[i]:ends[i]:ends[i+1]]
	}
	for _, m := range l.mappings {
		for i, r := range m.ends {
			r.claims = append(r.claims, Claim{Mapping: m, Target: i >= int(m.split)})
		}
	}
}

// Revision names the state of the data.
func (s *Snapshot) Revision() Revision { return s.revision }

// Dated returns the same snapshot, of a revision that says another time. One that is made again from the same files can be
// made equal by it.
func (s *Snapshot) Dated(t time.Time) *Snapshot {
	dated := *s
	dated.revision.Time = t
	return &dated
}

// Standards returns all standards, profiles included, in order of ref.
func (s *Snapshot) Standards() []*Standard { return s.standards }

// Nodes returns every requirement, group and point; a node stands at its Index.
func (s *Snapshot) Nodes() []*Requirement { return s.nodes }

// Mappings returns every claim in order of id; a claim stands at its Index.
func (s *Snapshot) Mappings() []*Mapping { return s.mappings }

// Crosswalks returns every crosswalk in order of name.
func (s *Snapshot) Crosswalks() []*Crosswalk { return s.crosswalks }

// Schemes returns every scheme in order of ref.
func (s *Snapshot) Schemes() []*Scheme { return s.schemes }

// Standard returns the standard with the ref, or nil.
func (s *Snapshot) Standard(ref string) *Standard { return s.standard[ref] }

// Mapping returns the claim with the id, or nil.
func (s *Snapshot) Mapping(id string) *Mapping {
	i, found := slices.BinarySearchFunc(s.mappings, id, func(m *Mapping, id string) int { return strings.Compare(m.ID, id) })
	if !found {
		return nil
	}
	return s.mappings[i]
}

// Crosswalk returns the crosswalk with the name, or nil.
func (s *Snapshot) Crosswalk(name string) *Crosswalk { return s.crosswalk[name] }

// Scheme returns the scheme with the ref, or nil.
func (s *Snapshot) Scheme(ref string) *Scheme { return s.scheme[ref] }

// Requirement returns the node with the ref, or nil. A ref into a profile finds the node that the profile selects, so
// that isms-2023/2.5.4 and isms-p-2023/2.5.4 are the same node.
func (s *Snapshot) Requirement(ref string) *Requirement {
	if r := s.node[ref]; r != nil {
		return r
	}
	standard, number := SplitRef(ref)
	std := s.standard[standard]
	if std == nil || std.Profile == nil {
		return nil
	}
	r := s.node[JoinRef(std.Profile.Of, number)]
	if r == nil || !slices.Contains(std.requirements, r.Whole()) {
		return nil
	}
	return r
}

// Select returns the claims from one standard to another, each read in that direction. An empty ref stands for any
// standard; with both empty the claims are read as they were made. The error is an *UnknownRefError.
func (s *Snapshot) Select(from, to string) ([]Claim, error) {
	for _, ref := range []string{from, to} {
		if ref != "" && s.standard[ref] == nil {
			return nil, s.Unknown(ref)
		}
	}
	var claims []Claim
	for _, m := range s.mappings {
		switch {
		case s.reaches(m.From, from) && s.reaches(m.To, to):
			claims = append(claims, Claim{Mapping: m})
		case s.reaches(m.To, from) && s.reaches(m.From, to):
			claims = append(claims, Claim{Mapping: m, Target: true})
		}
	}
	return claims, nil
}

// reaches reports whether one of the ends lies in the standard; any end lies in the standard without a ref.
func (s *Snapshot) reaches(ends []string, standard string) bool {
	if standard == "" {
		return true
	}
	std := s.standard[standard]
	return slices.ContainsFunc(ends, func(end string) bool {
		owner, number := SplitRef(end)
		if number == "*" {
			return owner == std.Ref || std.Profile != nil && owner == std.Profile.Of
		}
		r := s.Requirement(end)
		return r != nil && slices.Contains(std.requirements, r.Whole())
	})
}
