package coverage

import (
	"encoding/json"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Closure says why no requirement held of one standard relates to the target of an R7 step.
type Closure struct {
	Standard     *graph.Standard  // the standard that the held requirements belong to
	SameStandard bool             // the target belongs to it too: different requirements of one standard do not overlap
	Crosswalk    *graph.Crosswalk // the crosswalk that is complete for the pairs, or nil
	Mappings     []*graph.Mapping // the no-relationship claims that cover pairs
}

// assurance is that of the weakest claim. A crosswalk's completeness is a statement of its author, and no more
// trusted than the weakest of the author's own claims in it.
func (c Closure) assurance() graph.Assurance {
	weakest := graph.AssuranceOfficial
	claims := c.Mappings
	if c.Crosswalk != nil && len(claims) == 0 {
		claims = c.Crosswalk.Mappings()
	}
	for _, m := range claims {
		weakest = min(weakest, m.Assurance())
	}
	return weakest
}

// MarshalJSON writes refs and ids in place of objects.
func (c Closure) MarshalJSON() ([]byte, error) {
	out := struct {
		Standard     string   `json:"standard"`
		SameStandard bool     `json:"sameStandard,omitempty"`
		Crosswalk    string   `json:"crosswalk,omitempty"`
		Mappings     []string `json:"mappings,omitempty"`
	}{Standard: c.Standard.Ref, SameStandard: c.SameStandard}
	if c.Crosswalk != nil {
		out.Crosswalk = c.Crosswalk.Name
	}
	for _, m := range c.Mappings {
		out.Mappings = append(out.Mappings, m.ID)
	}
	return json.Marshal(out)
}

// heldGroup is what is held of one standard.
type heldGroup struct {
	standard *graph.Standard
	nodes    []int32
}

// groupHeld sorts what is held by standard, in the order of the entries.
func (r *run) groupHeld() []heldGroup {
	var groups []heldGroup
	for _, h := range r.entries {
		std := r.node(h.node).Standard()
		i := slices.IndexFunc(groups, func(g heldGroup) bool { return g.standard == std })
		if i < 0 {
			i = len(groups)
			groups = append(groups, heldGroup{standard: std})
		}
		groups[i].nodes = append(groups[i].nodes, h.node)
	}
	return groups
}

// closed returns why every pair of what is held with the target is closed, one closure per standard held, or nil
// where nothing is held or a pair is open.
func (p *prover) closed(target int32) []Closure {
	if p.groups == nil {
		p.groups = p.groupHeld()
	}
	closures := make([]Closure, 0, len(p.groups))
	for _, g := range p.groups {
		c, ok := p.closedGroup(g, target)
		if !ok {
			return nil
		}
		closures = append(closures, c)
	}
	if len(closures) == 0 {
		return nil
	}
	return closures
}

// closedGroup closes all that is held of one standard at once where one reason does it, and pair by pair elsewhere.
func (p *prover) closedGroup(g heldGroup, target int32) (Closure, bool) {
	t := p.node(target)
	c := Closure{Standard: g.standard}
	if g.standard == t.Standard() {
		c.SameStandard = true
		return c, !slices.ContainsFunc(g.nodes, func(h int32) bool { return p.node(h).Whole() == t.Whole() })
	}
	if m := p.setApartFromAll(g.standard, target); m != nil {
		c.Mappings = []*graph.Mapping{m}
		return c, true
	}
	for _, crosswalk := range p.bridges[[2]*graph.Standard{g.standard, t.Standard()}] {
		if !p.trusted(crosswalk) || !closesAll(p.snapshot, crosswalk, g.standard, t) {
			continue
		}
		for _, h := range p.relatedHeld(g, target, crosswalk.Via) {
			m := p.setApart(h, target)
			if m == nil {
				return c, false
			}
			c.Mappings = append(c.Mappings, m)
		}
		c.Crosswalk = crosswalk
		return c, true
	}
	for _, h := range g.nodes {
		if !p.closedPair(h, target, &c) {
			return c, false
		}
	}
	return c, true
}

// setApartFromAll returns a no-relationship claim between a whole standard and the target, or nil.
func (p *prover) setApartFromAll(std *graph.Standard, target int32) *graph.Mapping {
	everything := graph.JoinRef(std.Ref, "*")
	for at := target; at >= 0; at = p.whole[at] {
		for _, i := range p.apart.of(at) {
			m := p.snapshot.Mappings()[i]
			if p.valid(2*i) && (slices.Contains(m.From, everything) && p.names(m, 1, target) || slices.Contains(m.To, everything) && p.names(m, 0, target)) {
				return m
			}
		}
	}
	return nil
}

// closesAll reports whether the crosswalk is complete for every pair of the standard with the node.
func closesAll(s *graph.Snapshot, c *graph.Crosswalk, std *graph.Standard, r *graph.Requirement) bool {
	from, to := c.Complete.Extents()
	all := from.All
	if owner(s, c.From) != std {
		all = to.All
	}
	ofProfile := s.Standard(c.From).Profile != nil || s.Standard(c.To).Profile != nil
	return all && !ofProfile && len(std.Assessable()) > 0 && covers(s, c, std.Assessable()[0], r)
}

// relatedHeld returns what is held of the group that a claim relates with the target, as related does for a pair.
func (p *prover) relatedHeld(g heldGroup, target int32, hubs []string) []int32 {
	var found []int32
	add := func(other int32) {
		if p.node(other).Standard() != g.standard {
			return
		}
		for _, n := range p.family(other) {
			if p.held[n] == p.stamp && !slices.Contains(found, n) {
				found = append(found, n)
			}
		}
	}
	p.eachRelated(target, hubs, add)
	return found
}

// closedPair reports whether the pair of a held node and the target is closed, and adds the reason to the closure.
func (p *prover) closedPair(held, target int32, c *Closure) bool {
	if m := p.setApart(held, target); m != nil {
		if !slices.Contains(c.Mappings, m) {
			c.Mappings = append(c.Mappings, m)
		}
		return true
	}
	from, to := p.node(held), p.node(target)
	for _, crosswalk := range p.bridges[[2]*graph.Standard{from.Standard(), to.Standard()}] {
		if !p.trusted(crosswalk) || !covers(p.snapshot, crosswalk, from, to) {
			continue
		}
		if p.related(held, target, crosswalk.Via) {
			return false
		}
		c.Crosswalk = crosswalk
		return true
	}
	return false
}

// trusted reports whether the policy lets the completeness of a crosswalk through.
func (r *run) trusted(c *graph.Crosswalk) bool { return r.trust == nil || r.trust.crosswalks[c] }

// setApart returns a no-relationship claim that covers the pair: it names both, or the wholes that they are parts of,
// or the whole standard on a side.
func (p *prover) setApart(held, target int32) *graph.Mapping {
	for _, end := range [2]int32{target, held} {
		for at := end; at >= 0; at = p.whole[at] {
			for _, i := range p.apart.of(at) {
				m := p.snapshot.Mappings()[i]
				if p.valid(2*i) && (p.names(m, 0, target) && p.names(m, 1, held) || p.names(m, 1, target) && p.names(m, 0, held)) {
					return m
				}
			}
		}
	}
	return nil
}

// names reports whether a side of a claim covers the node: itself, a whole that it is part of, or its standard.
func (p *prover) names(m *graph.Mapping, side int32, node int32) bool {
	ends := p.side.of(2*int32(m.Index()) + side)
	for at := node; at >= 0; at = p.whole[at] {
		if slices.Contains(ends, at) {
			return true
		}
	}
	_, written := m.Side(side == 1)
	return slices.Contains(written, graph.JoinRef(p.node(node).Standard().Ref, "*"))
}

// related reports whether a claim relates the held node, its whole or its parts with the target, its whole or its
// parts: directly, or through an element of one of the hubs.
func (p *prover) related(held, target int32, hubs []string) bool {
	found := false
	p.eachRelated(target, hubs, func(other int32) { found = found || p.kin(other, held) })
	return found
}

// eachRelated calls f with every node that a claim relates with the target, its whole or its parts, directly or
// through an element of one of the hubs.
func (p *prover) eachRelated(target int32, hubs []string, f func(int32)) {
	p.eachNeighbour(target, func(other int32) {
		f(other)
		if slices.Contains(hubs, p.node(other).Standard().Ref) {
			p.eachNeighbour(other, f)
		}
	})
}

// eachNeighbour calls f with every node on the other side of a claim that names the node, its whole or its parts.
func (p *prover) eachNeighbour(node int32, f func(int32)) {
	for _, at := range p.family(node) {
		for _, back := range p.touch.of(at) {
			for _, other := range p.side.of(back ^ 1) {
				f(other)
			}
		}
	}
}

// family returns the node, its whole and its points.
func (p *prover) family(node int32) []int32 {
	family := append([]int32{node}, indices(p.node(node).Points())...)
	if n := p.node(node); n.IsPoint() {
		family = append(family, int32(n.Parent().Index()))
	}
	return family
}

// kin reports whether the nodes are the same, or one is a point of the other.
func (p *prover) kin(a, b int32) bool {
	x, y := p.node(a), p.node(b)
	return a == b || x.IsPoint() && x.Parent() == y || y.IsPoint() && y.Parent() == x
}

// covers reports whether the crosswalk says that it is complete for the pair.
func covers(s *graph.Snapshot, c *graph.Crosswalk, a, b *graph.Requirement) bool {
	within := func(ref string, e graph.Extent, r *graph.Requirement) bool {
		std := s.Standard(ref)
		if std.Profile != nil && !slices.Contains(std.Requirements(), r.Whole()) {
			return false
		}
		for at := r; at != nil && !e.All; at = at.Parent() {
			if slices.Contains(e.Numbers, at.Number) {
				return true
			}
		}
		return e.All
	}
	from, to := c.Complete.Extents()
	if owner(s, c.From) == a.Standard() && owner(s, c.To) == b.Standard() {
		return within(c.From, from, a) && within(c.To, to, b)
	}
	return within(c.From, from, b) && within(c.To, to, a)
}

// owner returns the standard whose nodes a standard has: itself, or the one that a profile selects from.
func owner(s *graph.Snapshot, ref string) *graph.Standard {
	if std := s.Standard(ref); std.Profile == nil {
		return std
	}
	return s.Standard(s.Standard(ref).Profile.Of)
}
