package coverage

import (
	"encoding/json"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// Closure says why no requirement held of one standard relates to the target of an R7 step.
type Closure struct {
	Standard     *graph.Standard  // the standard that the held requirements belong to
	SameStandard bool             // the target belongs to it too: different requirements of one standard do not overlap
	Crosswalk    *graph.Crosswalk // the crosswalk that is complete for the pairs, or nil
	Mappings     []*graph.Mapping // the no-relationship claims that cover pairs; of a conflict, a claim that the target asks more
}

// asksMore reports whether it is a claim that the target asks more than what is held, and closes nothing.
func (c Closure) asksMore() bool {
	return len(c.Mappings) > 0 && c.Mappings[0].Relation != relation.NoRelationship
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

// groupHeld sorts what is held by standard, in the order of the entries. The groups are kept for the question.
func (r *run) groupHeld() []heldGroup {
	if len(r.groups) > 0 {
		return r.groups
	}
	at := 0
	for _, h := range r.entries {
		std := r.node(h.node).Standard()
		if at >= len(r.groups) || r.groups[at].standard != std {
			at = slices.IndexFunc(r.groups, func(g heldGroup) bool { return g.standard == std })
		}
		if at < 0 {
			at = len(r.groups)
			r.groups = slices.Grow(r.groups, 1)[:at+1]
			r.groups[at] = heldGroup{std, r.groups[at].nodes[:0]}
		}
		r.groups[at].nodes = append(r.groups[at].nodes, h.node)
	}
	return r.groups
}

// closed reports whether every pair of what is held with the target is closed. Where why is not nil it is given the
// reasons, one closure per standard held. Nothing is closed where nothing is held.
func (r *run) closed(target int32, why *[]Closure) bool {
	groups := r.groupHeld()
	for i := range groups {
		var c *Closure
		if why != nil {
			c = &Closure{Standard: groups[i].standard}
		}
		if !r.closedGroup(&groups[i], target, c) {
			return false
		}
		if why != nil {
			*why = append(*why, *c)
		}
	}
	return len(groups) > 0
}

// closures returns the reasons of closed, or nil.
func (r *run) closures(target int32) []Closure {
	var why []Closure
	if !r.closed(target, &why) {
		return nil
	}
	return why
}

// closedGroup closes all that is held of one standard at once where one reason does it, and pair by pair elsewhere. The
// reason is written to the closure, if there is one.
func (r *run) closedGroup(g *heldGroup, target int32, c *Closure) bool {
	t := r.node(target)
	if g.standard == t.Standard() {
		if c != nil {
			c.SameStandard = true
		}
		return !slices.ContainsFunc(g.nodes, func(h int32) bool { return r.node(h).Whole() == t.Whole() })
	}
	if m := r.setApartFromAll(g.standard, target); m != nil {
		c.add(m)
		return true
	}
	for _, crosswalk := range r.bridges[[2]*graph.Standard{g.standard, t.Standard()}] {
		if !r.trusted(crosswalk) || !closesAll(r.snapshot, crosswalk, g.standard, t) {
			continue
		}
		if c != nil {
			c.Crosswalk = crosswalk
		}
		return r.relatedAreApart(g, target, crosswalk.Via, c)
	}
	for _, h := range g.nodes {
		if !r.closedPair(h, target, c) {
			return false
		}
	}
	return true
}

// add adds a claim once.
func (c *Closure) add(m *graph.Mapping) {
	if c != nil && !slices.Contains(c.Mappings, m) {
		c.Mappings = append(c.Mappings, m)
	}
}

// setApartFromAll returns a no-relationship claim between a whole standard and the target, or nil.
func (r *run) setApartFromAll(std *graph.Standard, target int32) *graph.Mapping {
	for at := target; at >= 0; at = r.whole[at] {
		for _, i := range r.apart.of(at) {
			for side := range int32(2) {
				if slices.Contains(r.wild[2*i+side], std.Ref) && r.valid(2*i) && r.names(2*i+1-side, target) {
					return r.mapping(2 * i)
				}
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

// relatedAreApart reports whether a claim of no relationship covers every pair of the target with what is held of the
// group and related with it, as related does for a pair.
func (r *run) relatedAreApart(g *heldGroup, target int32, hubs []string, c *Closure) bool {
	apart := true
	r.eachRelated(target, hubs, func(other int32) {
		if r.node(other).Standard() != g.standard {
			return
		}
		r.eachKin(other, func(h int32) {
			if !apart || r.held[h] != r.stamp {
				return
			}
			m := r.setApart(h, target)
			if m == nil {
				apart = false
				return
			}
			c.add(m)
		})
	})
	return apart
}

// closedPair reports whether the pair of a held node and the target is closed, and adds the reason to the closure.
func (r *run) closedPair(held, target int32, c *Closure) bool {
	if m := r.setApart(held, target); m != nil {
		c.add(m)
		return true
	}
	from, to := r.node(held), r.node(target)
	for _, crosswalk := range r.bridges[[2]*graph.Standard{from.Standard(), to.Standard()}] {
		if !r.trusted(crosswalk) || !covers(r.snapshot, crosswalk, from, to) {
			continue
		}
		if r.related(held, target, crosswalk.Via) {
			return false
		}
		if c != nil {
			c.Crosswalk = crosswalk
		}
		return true
	}
	return false
}

// trusted reports whether the policy lets the completeness of a crosswalk through.
func (r *run) trusted(c *graph.Crosswalk) bool { return r.trust == nil || r.trust.crosswalks[c] }

// setApart returns a no-relationship claim that covers the pair: it names both, or the wholes that they are parts of,
// or the whole standard on a side.
func (r *run) setApart(held, target int32) *graph.Mapping {
	for _, end := range [2]int32{target, held} {
		for at := end; at >= 0; at = r.whole[at] {
			for _, i := range r.apart.of(at) {
				if r.valid(2*i) && (r.names(2*i, target) && r.names(2*i+1, held) || r.names(2*i+1, target) && r.names(2*i, held)) {
					return r.mapping(2 * i)
				}
			}
		}
	}
	return nil
}

// names reports whether a side of a claim covers the node: itself, a whole that it is part of, or its standard.
func (e *Engine) names(side, node int32) bool {
	ends := e.side.of(side)
	for at := node; at >= 0; at = e.whole[at] {
		if slices.Contains(ends, at) {
			return true
		}
	}
	return slices.Contains(e.wild[side], e.node(node).Standard().Ref)
}

// related reports whether a claim relates the held node, its whole or its parts with the target, its whole or its
// parts: directly, or through an element of one of the hubs.
func (e *Engine) related(held, target int32, hubs []string) bool {
	found := false
	e.eachRelated(target, hubs, func(other int32) { found = found || e.kin(other, held) })
	return found
}

// eachRelated calls f with every node that a claim relates with the target, its whole or its parts, directly or
// through an element of one of the hubs.
func (e *Engine) eachRelated(target int32, hubs []string, f func(int32)) {
	e.eachNeighbour(target, func(other int32) {
		f(other)
		if slices.Contains(hubs, e.node(other).Standard().Ref) {
			e.eachNeighbour(other, f)
		}
	})
}

// eachNeighbour calls f with every node on the other side of a claim that names the node, its whole or its parts.
func (e *Engine) eachNeighbour(node int32, f func(int32)) {
	e.eachKin(node, func(at int32) {
		for _, back := range e.touch.of(at) {
			for _, other := range e.side.of(back ^ 1) {
				f(other)
			}
		}
	})
}

// eachKin calls f with the node, its points and the requirement that it is a point of.
func (e *Engine) eachKin(node int32, f func(int32)) {
	f(node)
	for _, point := range e.points(node) {
		f(point)
	}
	if n := e.node(node); n.IsPoint() {
		f(int32(n.Parent().Index()))
	}
}

// kin reports whether the nodes are the same, or one is a point of the other.
func (e *Engine) kin(a, b int32) bool {
	x, y := e.node(a), e.node(b)
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
