package loader

import (
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// checkCrosswalk reports where a crosswalk breaks the rules M001 to M099.
func checkCrosswalk(c *crosswalk, standards *index, r *report) {
	n := c.root
	for _, side := range append([]node{n.get("from"), n.get("to")}, n.get("via").items()...) {
		if ref := side.text(); ref != "" && standards.Standard(ref) == nil {
			r.add(side.at(), "M001", standards.suggest(ref), "the standard %s does not exist", quote(ref))
		}
	}
	checkComplete(n.get("complete").get("from"), c.From, standards, r)
	checkComplete(n.get("complete").get("to"), c.To, standards, r)
	first := map[string]Position{}
	for _, cl := range c.claims {
		checkEnds(c, cl, standards, r)
		checkClaim(cl, r)
		checkProvenance(c, cl, r)
		if len(cl.from) == 0 || len(cl.to) == 0 {
			continue
		}
		if at, twice := first[cl.ID]; twice {
			r.add(cl.node.at(), "M006", "keep one of them", "a claim of the same source about the same ends is already in line %d", at.Line)
			continue
		}
		first[cl.ID] = cl.node.at()
	}
	checkUnrelated(c, standards, r)
}

// checkComplete reports ids that a crosswalk says it is complete for and that the standard does not have.
func checkComplete(n node, standard string, standards *index, r *report) {
	if standards.Standard(standard) == nil {
		return
	}
	for _, id := range n.items() {
		ref := graph.JoinRef(standard, id.text())
		if found := standards.Requirement(ref); found == nil || found.IsPoint() {
			r.add(id.at(), "M024", standards.suggest(ref), "%s has no group or requirement %s to be complete for", standard, quote(id.text()))
		}
	}
}

// checkProvenance reports what is wrong with the source of a claim, its review and its dates.
func checkProvenance(c *crosswalk, cl *claim, r *report) {
	source, review := cl.node.get("source"), cl.node.get("review")
	if _, ok := c.sources[source.text()]; source.present() && !ok {
		var keys []string
		for _, s := range c.Sources {
			keys = append(keys, s.Key)
		}
		r.add(source.at(), "M020", "the sources of this file are "+strings.Join(keys, ", "), "there is no source %s", quote(source.text()))
	}
	if cl.Review.State == graph.Reviewed {
		for _, field := range []string{"by", "on"} {
			if review.get(field).text() == "" {
				r.add(review.at(), "M021", "add who read it and the day, or write {state: draft}", "this claim is called reviewed, but `%s` is missing", field)
			}
		}
	}
	if cl.Review.By != "" && strings.EqualFold(cl.Review.By, c.Author) {
		r.add(review.get("by").at(), "M022", "let somebody else do the second reading", "%s is the author of the claim and cannot review it", quote(cl.Review.By))
	}
	if cl.Valid.From != "" && cl.Valid.To != "" && cl.Valid.From > cl.Valid.To {
		r.add(cl.node.get("valid").at(), "M027", "swap the days", "this claim ends on %s, before it begins on %s", cl.Valid.To, cl.Valid.From)
	}
}

// checkUnrelated reports claims that relate what another claim of the file says is unrelated. A no-relationship on a
// whole closes its points too, and one on "*" everything of the standard.
func checkUnrelated(c *crosswalk, standards *index, r *report) {
	from, to := map[string][]int{}, map[string][]int{} // ref -> claims of no-relationship on that side
	for i, cl := range c.claims {
		if cl.Relation != relation.NoRelationship {
			continue
		}
		for _, e := range cl.from {
			from[e.ref] = append(from[e.ref], i)
		}
		for _, e := range cl.to {
			to[e.ref] = append(to[e.ref], i)
		}
	}
	if len(from) == 0 {
		return
	}
	for _, cl := range c.claims {
		if cl.Relation == relation.NoRelationship || !cl.Relation.Valid() {
			continue
		}
		if f, t, i, found := conflict(cl, from, to, standards); found {
			r.add(cl.node.at(), "M023", "take back one of the two claims", "%s and %s are related here, and unrelated in line %d", f, t, c.claims[i].node.at().Line)
		}
	}
}

// conflict finds a pair of ends that a claim relates and a no-relationship covers.
func conflict(cl *claim, from, to map[string][]int, standards *index) (f, t string, with int, found bool) {
	closing := func(e end, closed map[string][]int) []int {
		var claims []int
		for _, ref := range standards.covers(e) {
			claims = append(claims, closed[ref]...)
		}
		return claims
	}
	for _, a := range cl.from {
		for _, b := range cl.to {
			ofB := closing(b, to)
			for _, i := range closing(a, from) {
				if slices.Contains(ofB, i) {
					return a.ref, b.ref, i, true
				}
			}
		}
	}
	return "", "", 0, false
}

// covers lists the refs whose no-relationship is also one of the end: its own, that of the requirement it is a point
// of, and those of the standards and profiles it belongs to.
func (ix *index) covers(e end) []string {
	refs := []string{e.ref}
	if e.requirement == nil {
		return refs
	}
	if whole := e.requirement.Whole(); whole != nil && whole.Ref != e.ref {
		refs = append(refs, whole.Ref)
	}
	owner, number := graph.SplitRef(e.ref)
	refs = append(refs, owner+"/*")
	for _, s := range ix.Standards() {
		if s.Profile != nil && s.Profile.Of == owner && ix.Requirement(graph.JoinRef(s.Ref, number)) != nil {
			refs = append(refs, s.Ref+"/*")
		}
	}
	return refs
}
