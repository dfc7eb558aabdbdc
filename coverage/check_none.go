package coverage

import (
	"maps"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// none checks an R7 step: every pair of what is held with the target must be closed by one of the closures.
func (c *checker) none(p *Proof) string {
	if !p.Requirement.Assessable && p.Requirement.Kind != graph.KindPoint {
		return "it is a heading, which is no requirement apart from those below it"
	}
	held := maps.Clone(c.held)
	for _, k := range c.question.Controls {
		inScope := c.question.Scope == "" || k.Scope == "" || k.Scope == c.question.Scope
		if inScope && (k.Status == graph.Implemented || k.Status == graph.PartiallyImplemented) {
			for _, ref := range k.Satisfies {
				held[c.snapshot.Requirement(ref)] = true
			}
		}
		if inScope && k.Status == graph.Implemented {
			for _, ref := range k.Contributes {
				held[c.snapshot.Requirement(ref)] = true
			}
		}
	}
	if len(held) == 0 {
		return "nothing is held"
	}
	for h := range held {
		if !slices.ContainsFunc(p.Closures, func(by Closure) bool { return c.closes(by, h, p.Requirement) }) {
			return "nothing closes its pair with " + h.Ref
		}
	}
	return ""
}

func (c *checker) closes(by Closure, held, target *graph.Requirement) bool {
	if by.Standard != held.Standard() {
		return false
	}
	if by.SameStandard {
		return held.Standard() == target.Standard() && held.Whole() != target.Whole()
	}
	for _, m := range by.Mappings {
		if c.snapshot.Mapping(m.ID) != m || m.Relation != relation.NoRelationship || c.asOf != "" && !m.Valid.Holds(c.asOf) || !c.question.Policy.Trusts(m) {
			continue
		}
		if inSide(m.Sources(), m.From, held) && inSide(m.Targets(), m.To, target) || inSide(m.Targets(), m.To, held) && inSide(m.Sources(), m.From, target) {
			return true
		}
	}
	x := by.Crosswalk
	if x == nil || c.snapshot.Crosswalk(x.Name) != x || slices.Contains(c.question.Policy.Distrust, x.Name) {
		return false
	}
	for _, m := range x.Mappings() {
		if policy := c.question.Policy; m.Assurance() < policy.MinAssurance || slices.Contains(policy.Distrust, m.Source.Title) {
			return false
		}
	}
	from, to := x.Complete.Extents()
	forth := c.inExtent(x.From, from, held) && c.inExtent(x.To, to, target)
	back := c.inExtent(x.To, to, held) && c.inExtent(x.From, from, target)
	return (forth || back) && !c.relates(held, target, x.Via)
}

// inSide reports whether a side of a claim names the node, a whole that it is part of, or all of its standard.
func inSide(nodes []*graph.Requirement, written []string, r *graph.Requirement) bool {
	for at := r; at != nil; at = at.Parent() {
		if slices.Contains(nodes, at) {
			return true
		}
	}
	return slices.Contains(written, r.Standard().Ref+"/*")
}

// inExtent reports whether the node belongs to the standard or profile and lies in the part of it.
func (c *checker) inExtent(ref string, e graph.Extent, r *graph.Requirement) bool {
	if c.snapshot.Requirement(graph.JoinRef(ref, r.Number)) != r {
		return false
	}
	if e.All {
		return true
	}
	for at := r; at != nil; at = at.Parent() {
		if slices.Contains(e.Numbers, at.Number) {
			return true
		}
	}
	return false
}

// relates reports whether any claim but one of no relationship joins the two nodes, their wholes or points, directly
// or over one element of a hub.
func (c *checker) relates(held, target *graph.Requirement, hubs []string) bool {
	return slices.ContainsFunc(c.near(target), func(n *graph.Requirement) bool {
		return same(n, held) || slices.Contains(hubs, n.Standard().Ref) &&
			slices.ContainsFunc(c.near(n), func(far *graph.Requirement) bool { return same(far, held) })
	})
}

// near returns what claims relate to the node, its whole or its points. It goes through all claims, once for a node.
func (c *checker) near(r *graph.Requirement) []*graph.Requirement {
	if known, ok := c.nearby[r]; ok {
		return known
	}
	var list []*graph.Requirement
	for _, m := range c.snapshot.Mappings() {
		if m.Relation == relation.NoRelationship {
			continue
		}
		for _, sides := range [2][2][]*graph.Requirement{{m.Sources(), m.Targets()}, {m.Targets(), m.Sources()}} {
			if slices.ContainsFunc(sides[0], func(n *graph.Requirement) bool { return same(n, r) }) {
				list = append(list, sides[1]...)
			}
		}
	}
	c.nearby[r] = list
	return list
}

// same reports whether the nodes are one, or one is a point of the other.
func same(a, b *graph.Requirement) bool {
	return a == b || a.IsPoint() && a.Parent() == b || b.IsPoint() && b.Parent() == a
}
