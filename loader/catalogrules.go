package loader

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// refForm is the form of each half of a ref. Without ":" and "_" the refs can be made into OSCAL tokens and OLIR ids,
// and back.
var refForm = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}.-]*$`)

// checkCatalog reports where a catalog breaks the rules C001 to C099.
func checkCatalog(c *catalog, standards *index, r *report) {
	n := c.root
	if ref := n.get("standard"); ref.present() && (!refForm.MatchString(c.standard.Ref) || strings.Contains(c.standard.Ref, "--")) {
		r.add(ref.at(), "C002", "use letters, digits, single - and .", "the ref %s cannot be used in other formats", quote(c.standard.Ref))
	}
	if !c.imported() {
		checkHeading(n.get("title"), r)
	}
	if s := c.standard.Supersedes; s != "" && (standards.Standard(s) == nil || s == c.standard.Ref) {
		r.add(n.get("supersedes").at(), "C007", standards.suggest(s), "the edition %s that it supersedes does not exist", quote(s))
	}
	switch requirements, profile := n.get("requirements"), n.get("profile"); {
	case profile.present() && requirements.present():
		r.add(requirements.at(), "C008", "leave out one of the two", "a profile selects requirements and has none of its own")
	case profile.present():
		checkProfile(c, profile, standards, r)
	case !requirements.present():
		r.add(n.at(), "F009", "list the requirements, or say which profile it is", "the field %q is missing", "requirements")
	}
	checkTree(c, r)
	for _, it := range c.items {
		checkItem(c, it, r)
		checkLaws(it, standards, r)
		checkPoints(c, it, r)
	}
}

// imported reports whether the texts are those of others, to which the rules on our own do not apply.
func (c *catalog) imported() bool { return c.standard.TextPolicy == graph.TextImported }

func checkProfile(c *catalog, profile node, standards *index, r *report) {
	of := standards.Standard(c.standard.Profile.Of)
	if of == nil || of.Profile != nil {
		help := "select from the standard that the other profile selects from"
		if of == nil {
			help = standards.suggest(c.standard.Profile.Of)
		}
		r.add(profile.get("of").at(), "C008", help, "there is no catalog %s to select from", quote(c.standard.Profile.Of))
		return
	}
	for _, id := range profile.get("select").items() {
		ref := graph.JoinRef(of.Ref, id.text())
		if found := standards.Requirement(ref); found == nil || found.IsPoint() {
			r.add(id.at(), "C008", standards.suggest(ref), "%s has no requirement %s to select", of.Ref, quote(id.text()))
		}
	}
}

// checkTree reports what is wrong with the ids and the parents of a catalog.
func checkTree(c *catalog, r *report) {
	seen, depth := map[string]Position{}, map[string]int{}
	for _, it := range c.items {
		at := it.node.get("id").at()
		first, twice := seen[it.Number]
		switch {
		case it.Number == "":
			continue
		case twice:
			r.add(at, "C003", "give one of them its own id", "the id %s is here twice, first in line %d", quote(it.Number), first.Line)
			continue
		case !refForm.MatchString(it.Number):
			r.add(at, "C002", "use letters, digits, - and .", "the id %s cannot be used in other formats", quote(it.Number))
		}
		seen[it.Number] = at
		depth[it.Number] = depth[it.In] + 1
		parent, in := c.byID[it.In], it.node.get("in").at()
		_, before := depth[it.In]
		switch {
		case it.In == "":
		case parent == nil:
			r.add(in, "C004", "add the group, or mend the id", "the parent %s of %s does not exist", quote(it.In), it.Number)
		case c.ownAncestor(it):
			r.add(in, "C006", "put one of them at the top, or somewhere else", "%s stands in itself", it.Number)
		case !before:
			r.add(in, "C005", "move it below its parent", "%s comes before its parent %s", it.Number, it.In)
		case depth[it.Number] > maxDeep:
			r.add(in, "C006", "flatten the tree", "%s stands below more than %d headings", it.Number, maxDeep)
		}
	}
}

// ownAncestor reports whether the way up from an item comes back to it. It gives up where no honest tree reaches.
func (c *catalog) ownAncestor(it *item) bool {
	above := c.byID[it.In]
	for range 2 * maxDeep {
		if above == nil {
			return false
		}
		if above == it {
			return true
		}
		above = c.byID[above.In]
	}
	return false
}

// checkItem reports what is wrong with one group or requirement by itself.
func checkItem(c *catalog, it *item, r *report) {
	n, id := it.node, it.Number
	title, gist, parts := n.get("title"), n.get("gist"), n.get("parts")
	if !c.imported() { // the texts of others are as they are
		checkHeading(title, r)
		checkText(gist, "gist", "C012", "C014", r)
	}
	switch group := it.Kind == graph.KindGroup; {
	case group && it.Assessable:
		r.add(n.get("assessable").at(), "C009", "leave `assessable` out, or give it another kind", "the group %s is only a heading and cannot be assessed", id)
	case group && it.children == 0: // a leaf of another kind may be guidance, which is not assessed
		r.add(n.get("id").at(), "C009", "put requirements below it, or give it the kind that it is", "the heading %s has nothing below it", id)
	}
	if !it.Assessable && !title.present() {
		r.add(n.get("id").at(), "C010", "add the official heading", "the heading %s has no title", id)
	}
	if it.Assessable && !gist.present() && !c.imported() {
		r.add(n.get("id").at(), "C011", "say in one sentence of your own what an organization has to do", "the requirement %s has no gist", id)
	}
	switch {
	case len(it.points) > 0 && !parts.present():
		r.add(n.get("points").at(), "C015", "write `parts: whole` if who meets all points meets the requirement, else `parts: some`", "it is not said whether the points make up the whole of %s", id)
	case it.Assessable && len(it.points) == 0 && parts.present():
		r.add(parts.at(), "C015", "leave `parts` out, or write the points", "%s has no points that could be parts of it", id)
	}
}

// checkLaws reports the provisions that are not in the catalog of their law. Many laws have none.
func checkLaws(it *item, standards *index, r *report) {
	for _, law := range it.node.get("laws").items() {
		ref := law.text()
		of, _ := graph.SplitRef(ref)
		if standards.Standard(of) != nil && ref != of && standards.Requirement(ref) == nil {
			r.add(law.at(), "C020", standards.suggest(ref), "%s has no provision %s, on which %s rests", of, quote(ref), it.Number)
		}
	}
}

// checkPoints reports what is wrong with the points of a requirement.
func checkPoints(c *catalog, it *item, r *report) {
	at := it.node.get("points").at()
	switch n := len(it.points); {
	case n == 0:
		return
	case !it.Assessable:
		r.add(at, "C018", "move the points to the requirements below it, or set `assessable: true`", "%s is not assessable, so that its points would count for nothing", it.Number)
	case c.imported():
	case n == 1:
		r.add(at, "C019", "split it into two to six, or leave it out: the requirement itself says as much", "%s has one point only", it.Number)
	case n > 6:
		r.add(at, "C019", "join those that always go together, down to six", "%s has %d points", it.Number, n)
	}
	last := 0
	for _, p := range it.points {
		id := p.node.get("id")
		number, err := strconv.Atoi(id.text())
		switch {
		case !id.present():
		case err != nil || number < 1 || strconv.Itoa(number) != id.text():
			r.add(id.at(), "C016", `number the points "1", "2", "3"`, "%s is not the number of a point", quote(id.text()))
		case number <= last:
			r.add(id.at(), "C016", "give a new point a number that was never used, and keep the points in order", "point %d of %s does not come after point %d", number, it.Number, last)
		case c.byID[p.Number] != nil:
			r.add(id.at(), "C017", "give the point another number", "the point %s has the id of a requirement", p.Number)
		}
		last = max(last, number)
		if !c.imported() {
			checkText(p.node, "point", "C012", "C014", r)
		}
	}
}
