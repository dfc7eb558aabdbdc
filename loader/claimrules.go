package loader

import (
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// checkClaim reports what is wrong with a claim by itself: that its parts do not fit its relation.
func checkClaim(cl *claim, r *report) {
	n := cl.node
	if !cl.published() {
		checkText(n.get("why"), "reason", "M018", "M019", r)
	}
	if n.get("why").yaml == nil && !cl.published() {
		r.add(n.at(), "M017", "say in both languages which obligation is shared and why the relation is this one", "this claim has no why")
	}
	given := n.get("relation")
	switch {
	case !given.present():
		r.add(n.at(), "M004", "choose equal-to, subset-of, superset-of, intersects-with or no-relationship; there is no default", "this claim has no relation")
		return
	case !cl.Relation.Valid():
		help := likely(given.text(), "relations", []string{"equal-to", "subset-of", "superset-of", "intersects-with", "no-relationship"})
		if given.text() == "equivalent-to" {
			help = "write equal-to, with the basis semantic or functional"
		}
		r.add(given.at(), "M005", help, "there is no relation %s", quote(given.text()))
		return
	}
	checkStrength(cl, r)
	checkRemainder(cl, r)
	checkJoint(cl, r)
	checkHub(cl, r)
}

// published reports whether a claim is that of a published source. Such a source says what it says: it may leave out the
// reason, the strength, the basis, the remainder and a language, which nobody can add in its name.
func (cl *claim) published() bool { return cl.Source.Kind == graph.PublishedSource }

// checkStrength reports a strength or a basis that does not fit the relation.
func checkStrength(cl *claim, r *report) {
	strength, basis := cl.node.get("strength"), cl.node.get("basis")
	unrelated := cl.Relation == relation.NoRelationship
	switch {
	case unrelated && strength.present():
		r.add(strength.at(), "M010", "leave it out", "no-relationship has no strength")
	case unrelated:
	case !strength.present() && cl.published():
	case !strength.present():
		r.add(cl.node.at(), "M010", "say from 1 to 10 how strongly the relation holds", "this claim has no strength")
	case strength.yaml.ShortTag() != "!!int": // the schema says so
	case cl.Relation == relation.EqualTo && cl.Strength != 10:
		r.add(strength.at(), "M010", "write 10, or choose another relation", "equal-to has the strength 10, not %s", strength.text())
	case cl.Relation != relation.EqualTo && (cl.Strength < 1 || cl.Strength > 9):
		r.add(strength.at(), "M010", "write 1 to 9; 10 is for equal-to", "%s has a strength from 1 to 9, not %s", cl.Relation, strength.text())
	}
	switch {
	case unrelated && basis.present():
		r.add(basis.at(), "M011", "leave it out", "no-relationship has no basis")
	case !unrelated && !basis.present() && !cl.published():
		r.add(cl.node.at(), "M011", "say what was compared: functional, semantic or syntactic", "this claim has no basis")
	}
}

// checkRemainder reports a remainder that the relation needs and that is missing, or that cannot exist.
func checkRemainder(cl *claim, r *report) {
	for _, side := range []struct {
		key, other string
		needed     bool
	}{
		{"from", "to", cl.Relation == relation.SupersetOf || cl.Relation == relation.IntersectsWith},
		{"to", "from", cl.Relation == relation.SubsetOf || cl.Relation == relation.IntersectsWith},
	} {
		given := cl.node.get("remainder").get(side.key)
		if !cl.published() {
			checkText(given, "remainder", "M018", "M019", r)
		}
		switch {
		case side.needed && !given.present() && cl.published():
		case side.needed && !given.present():
			r.add(cl.node.at(), "M015", "say in both languages what the `"+side.key+"` side asks beyond the `"+side.other+"` side", "%s needs a remainder on the `%s` side", cl.Relation, side.key)
		case !side.needed && given.present():
			r.add(given.at(), "M016", "leave it out, or choose another relation", "with %s the `%s` side asks nothing beyond the other", cl.Relation, side.key)
		}
	}
}

// checkJoint reports joint claims that can be split without loss, and marks of joint claims on others.
func checkJoint(cl *claim, r *report) {
	from, to := len(cl.from), len(cl.to)
	switch {
	case cl.Relation == relation.SubsetOf && from > 1 && to == 1:
		r.add(cl.node.get("from").at(), "M012", "write one claim for each of them, with its own why", "that %d sources together are a subset-of one target says no more than that each of them is", from)
	case cl.Relation == relation.SupersetOf && from == 1 && to > 1:
		r.add(cl.node.get("to").at(), "M012", "write one claim for each of them, with its own why", "that one source is a superset-of %d targets together says no more than that it is of each of them", to)
	}
	if each := cl.node.get("each"); each.flag(false) && (from < 2 && to < 2 || cl.Relation == relation.NoRelationship) {
		r.add(each.at(), "M013", "leave it out", "`each` is for joint claims of things that are related")
	}
}

// checkHub reports a clause that is called equal to the discipline-neutral clause of the hub. A clause asks the same
// for its own discipline, and so always more.
func checkHub(cl *claim, r *report) {
	if cl.Relation != relation.EqualTo {
		return
	}
	hub, other := 0, 0
	for _, e := range append(cl.from[:len(cl.from):len(cl.from)], cl.to...) {
		switch owner, _ := graph.SplitRef(e.ref); {
		case owner == graph.HarmonizedStructure:
			hub++
		case e.requirement != nil && len(e.requirement.Standard().Disciplines) > 0:
			other++
		}
	}
	if hub > 0 && other > 0 {
		r.add(cl.node.get("relation").at(), "M014", "say which of the two sides adds what: the clause is a superset-of the element, with a remainder", "a clause is never equal-to its element of %s, because it adds its discipline", graph.HarmonizedStructure)
	}
}
