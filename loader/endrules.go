package loader

import (
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// checkEnds reports what is wrong with the two sides of a claim.
func checkEnds(c *crosswalk, cl *claim, standards *index, r *report) {
	used := map[string]string{} // ref -> side
	for _, side := range []struct {
		name, standard string
		ends           []end
	}{{"from", c.From, cl.from}, {"to", c.To, cl.to}} {
		own, known := 0, 0
		for _, e := range side.ends {
			if e.text() == "" {
				continue // the schema says so
			}
			if !e.whole && e.requirement == nil {
				checkUnknown(c, e, standards, r)
				continue
			}
			known++
			if standards.belongs(e.ref, side.standard) {
				own++
			}
			checkEnd(cl, e, len(side.ends), r)
			if used[e.ref] != "" {
				r.add(e.node.at(), "M007", "name it once", "%s is already an end of this claim", e.ref)
			}
			used[e.ref] = side.name
		}
		if known > 0 && known == len(side.ends) && own == 0 && standards.Standard(side.standard) != nil {
			r.add(cl.node.get(side.name).at(), "M026", "move the claim to the crosswalk of its standards", "no end on the `%s` side belongs to %s", side.name, side.standard)
		}
	}
	for _, e := range append(cl.from[:len(cl.from):len(cl.from)], cl.to...) {
		if e.requirement != nil && e.requirement.IsPoint() && used[e.requirement.Whole().Ref] != "" {
			r.add(e.node.at(), "M007", "name the requirement or its points, not both", "%s is a part of %s, which is also an end of this claim", e.ref, e.requirement.Whole().Ref)
		}
	}
}

func (e end) text() string { return e.node.text() }

// checkEnd reports an end that exists and cannot stand in a claim, or not in this one.
func checkEnd(cl *claim, e end, ends int, r *report) {
	switch {
	case e.whole && (cl.Relation.Valid() && cl.Relation != relation.NoRelationship || ends > 1):
		r.add(e.node.at(), "M009", "name the requirements", `"*" stands for a whole standard, alone on its side of a no-relationship`)
	case !e.whole && !e.requirement.IsPoint() && !e.requirement.Assessable:
		r.add(e.node.at(), "M008", "claim it of the requirements below it", "%s is a heading, and a heading asks nothing by itself", e.ref)
	}
}

// checkUnknown reports an end that does not exist, and says where it does.
func checkUnknown(c *crosswalk, e end, standards *index, r *report) {
	owner, number := graph.SplitRef(e.ref)
	if standards.Standard(owner) == nil {
		if strings.Contains(e.text(), "/") { // else the standard of that side is missing, which is reported there
			r.add(e.node.at(), "M001", standards.suggest(owner), "the standard %s does not exist", quote(owner))
		}
		return
	}
	for _, edition := range standards.relatives(owner) {
		if r2 := standards.Requirement(graph.JoinRef(edition, number)); r2 != nil {
			r.add(e.node.at(), "M003", "find the id that means the same in "+owner+", or write the full ref "+r2.Ref,
				"%s has no %s; it is an id of %s", owner, quote(number), edition)
			return
		}
	}
	r.add(e.node.at(), "M002", standards.suggest(e.ref), "%s has no %s", owner, quote(number))
}

// belongs reports whether a ref is one of the standard, or of the standard that this profile selects from.
func (ix *index) belongs(ref, standard string) bool {
	owner, _ := graph.SplitRef(ref)
	s := ix.Standard(standard)
	return owner == standard || s != nil && s.Profile != nil && owner == s.Profile.Of
}

// relatives returns the standards whose ids are easily taken for those of the given one: its other editions, and what
// a profile selects from.
func (ix *index) relatives(ref string) []string {
	related := ix.editions(ref)
	if s := ix.Standard(ref); s.Profile != nil {
		related = append(append([]string{s.Profile.Of}, ix.editions(s.Profile.Of)...), related...)
	}
	return related
}
