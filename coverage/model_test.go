package coverage_test

import (
	"fmt"
	"slices"
	"strconv"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// model is a random world in which every requirement is given a set of obligations (a bit mask) first, and the claims
// are read off the sets: whatever coverage says about it can be held against the sets.
type model struct {
	datasets []*graph.Dataset
	sets     map[string]int // by ref
	held     []string
	controls []graph.Control
	scope    string
	policy   coverage.Policy
	met      int // the obligations that what is held and the controls really meet
}

// question asks for a target with what the model holds.
func (m *model) question(target string) coverage.Question {
	return coverage.Question{Held: m.held, Controls: m.controls, Scope: m.scope, Policy: m.policy, Target: target}
}

const obligations = 9

// drawModel draws two to four standards with disjoint requirements, their points and headings, and true claims between
// them, single and joint; some crosswalks are complete.
func drawModel(t *rapid.T) *model {
	m := &model{sets: map[string]int{}}
	n := rapid.IntRange(2, 4).Draw(t, "standards")
	for i := range n {
		m.drawStandard(t, "s"+strconv.Itoa(i))
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			m.drawCrosswalk(t, fmt.Sprintf("s%d", i), fmt.Sprintf("s%d", j))
		}
	}
	m.held = rapid.SliceOfN(rapid.SampledFrom(m.refs("")), 0, 4).Draw(t, "held")
	m.met = m.union(m.held)
	m.scope = rapid.SampledFrom([]string{"", "", "x"}).Draw(t, "scope")
	for i := range rapid.IntRange(0, 3).Draw(t, "controls") {
		m.drawControl(t, strconv.Itoa(i))
	}
	return m
}

// drawControl draws a control that really meets what it says, as far as its state and scope go: all of what it
// satisfies, and an obligation of what it contributes to.
func (m *model) drawControl(t *rapid.T, id string) {
	refs := rapid.SliceOfN(rapid.SampledFrom(m.refs("")), 0, 2)
	c := graph.Control{
		ID:          id,
		Status:      rapid.SampledFrom([]graph.ControlStatus{graph.Implemented, graph.PartiallyImplemented, graph.Planned, graph.NotImplemented}).Draw(t, "status"),
		Scope:       rapid.SampledFrom([]string{"", "x", "y"}).Draw(t, "control's scope"),
		Satisfies:   refs.Draw(t, "satisfies"),
		Contributes: refs.Draw(t, "contributes"),
	}
	m.controls = append(m.controls, c)
	if m.scope != "" && c.Scope != "" && c.Scope != m.scope {
		return
	}
	some := func(set int) int { return set & -set }
	for _, ref := range c.Satisfies {
		switch c.Status {
		case graph.Implemented:
			m.met |= m.sets[ref]
		case graph.PartiallyImplemented:
			m.met |= some(m.sets[ref])
		}
	}
	for _, ref := range c.Contributes {
		if c.Status == graph.Implemented {
			m.met |= some(m.sets[ref])
		}
	}
}

// holdings returns what R1 says of the model: refs that are FULL, and refs that are PARTIAL.
func (m *model) holdings() (full, partial []string) {
	full = slices.Clone(m.held)
	for _, c := range m.controls {
		if m.scope != "" && c.Scope != "" && c.Scope != m.scope {
			continue
		}
		switch c.Status {
		case graph.Implemented:
			full, partial = append(full, c.Satisfies...), append(partial, c.Contributes...)
		case graph.PartiallyImplemented:
			partial = append(partial, c.Satisfies...)
		}
	}
	return full, partial
}

// refs lists the requirements and points of a standard, or of all.
func (m *model) refs(standard string) []string {
	var refs []string
	for _, d := range m.datasets {
		for _, r := range d.Requirements {
			if (standard == "" || d.Name == standard) && r.Kind != graph.KindGroup {
				refs = append(refs, r.Ref)
			}
		}
	}
	return refs
}

func (m *model) drawStandard(t *rapid.T, ref string) {
	d := &graph.Dataset{Name: ref, Standard: &graph.Standard{Ref: ref, Status: graph.Current}}
	add := func(r graph.Requirement, set int) {
		r.Ref = graph.JoinRef(ref, r.Number)
		d.Requirements = append(d.Requirements, &r)
		m.sets[r.Ref] = set
	}
	count := rapid.IntRange(1, 4).Draw(t, "requirements")
	owner := rapid.SliceOfN(rapid.IntRange(0, count), obligations, obligations).Draw(t, "owner of obligation")
	grouped := rapid.Bool().Draw(t, "grouped")
	if grouped {
		add(graph.Requirement{Number: "g", Kind: graph.KindGroup, Parts: graph.PartsWhole}, 0)
	}
	for i := range count {
		set := 0
		for o, who := range owner {
			if who == i {
				set |= 1 << o
			}
		}
		if set == 0 {
			continue
		}
		number := strconv.Itoa(i + 1)
		r := graph.Requirement{Number: number, Kind: graph.KindControl, Assessable: true}
		if grouped {
			r.In = "g"
			m.sets[ref+"/g"] |= set
		}
		points := rapid.SliceOfN(rapid.IntRange(1, 1<<obligations-1), 0, 3).Draw(t, "points")
		union := 0
		for j := range points {
			points[j] &= set
			union |= points[j]
		}
		points = slices.DeleteFunc(points, func(p int) bool { return p == 0 })
		if len(points) > 0 {
			r.Parts = graph.PartsSome
			if union == set {
				r.Parts = graph.PartsWhole
			}
		}
		add(r, set)
		for j, p := range points {
			add(graph.Requirement{Number: fmt.Sprintf("%s-%d", number, j+1), In: number, Kind: graph.KindPoint}, p)
		}
	}
	m.datasets = append(m.datasets, d)
}

func (m *model) union(refs []string) int {
	set := 0
	for _, ref := range refs {
		set |= m.sets[ref]
	}
	return set
}

// between returns the relation of two sets: the definition.
func between(a, b int) relation.Relation {
	switch {
	case a == b:
		return relation.EqualTo
	case a&b == 0:
		return relation.NoRelationship
	case a&^b == 0:
		return relation.SubsetOf
	case b&^a == 0:
		return relation.SupersetOf
	}
	return relation.IntersectsWith
}

func (m *model) drawCrosswalk(t *rapid.T, from, to string) {
	a, b := m.refs(from), m.refs(to)
	if len(a) == 0 || len(b) == 0 {
		return
	}
	d := &graph.Dataset{Name: from + "--" + to, Crosswalk: &graph.Crosswalk{Name: from + "--" + to, From: from, To: to}}
	seen := map[string]bool{}
	claim := func(left, right []string) {
		left, right = distinct(left), distinct(right)
		id := graph.MappingID(d.Name, "editorial", left, right)
		if seen[id] {
			return
		}
		seen[id] = true
		c := &graph.Mapping{ID: id, Crosswalk: d.Name, From: left, To: right, Relation: between(m.union(left), m.union(right))}
		c.Source.Kind = graph.ProjectSource
		c.Review.State = rapid.SampledFrom([]graph.ReviewState{graph.Draft, graph.Reviewed}).Draw(t, "review")
		if c.Relation != relation.NoRelationship {
			c.Strength = rapid.IntRange(1, 10).Draw(t, "strength")
			c.Each = len(left)+len(right) > 2 && m.eachMeets(left, right)
		}
		d.Mappings = append(d.Mappings, c)
	}
	if rapid.IntRange(0, 2).Draw(t, "complete") == 0 {
		d.Crosswalk.Complete = graph.Complete{To: graph.Extent{All: true}}
		for _, x := range a {
			for _, y := range b {
				if m.sets[x]&m.sets[y] != 0 {
					claim([]string{x}, []string{y})
				}
			}
		}
	}
	for range rapid.IntRange(0, 4).Draw(t, "claims") {
		claim(rapid.SliceOfN(rapid.SampledFrom(a), 1, 3).Draw(t, "from"), rapid.SliceOfN(rapid.SampledFrom(b), 1, 2).Draw(t, "to"))
	}
	m.datasets = append(m.datasets, d)
}

func (m *model) eachMeets(left, right []string) bool {
	for _, x := range left {
		for _, y := range right {
			if m.sets[x]&m.sets[y] == 0 {
				return false
			}
		}
	}
	return true
}

func distinct(refs []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(refs)))
}

func (m *model) build(t rapid.TB) *graph.Snapshot {
	s, err := graph.Build(graph.Revision{Number: 1, Hash: "model"}, m.datasets)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
