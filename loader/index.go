package loader

import (
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// maxDeep is how many headings may stand above a requirement.
const maxDeep = 30

// index finds standards and requirements by ref among the catalogs of one load.
type index struct {
	*graph.Snapshot
	guesses int // how many suggestions may still be worked out
}

// maxGuesses bounds the time spent on suggestions for a file in which nothing is right.
const maxGuesses = 200

// newIndex links the catalogs. Where a tree is broken, which the rules of catalogs report, it leaves the branch out.
func newIndex(catalogs []*catalog) *index {
	ix := &index{guesses: maxGuesses}
	known := map[string]bool{}
	var datasets []*graph.Dataset
	for _, c := range catalogs {
		if !known[c.standard.Ref] {
			known[c.standard.Ref] = true
			datasets = append(datasets, c.sound())
		}
	}
	// The faults that Build names are reported by the rules, with their places.
	ix.Snapshot, _ = graph.Build(graph.Revision{}, datasets)
	return ix
}

// sound returns the catalog with the items whose parent comes before them, and is not too deep, as they are, and the
// others at the top of the tree.
func (c *catalog) sound() *graph.Dataset {
	depth := map[string]int{}
	d := &graph.Dataset{Name: c.standard.Ref, Standard: c.standard}
	for _, it := range c.items {
		if _, twice := depth[it.Number]; twice {
			continue
		}
		r := *it.Requirement
		if above, ok := depth[r.In]; ok && above < maxDeep {
			depth[r.Number] = above + 1
		} else {
			r.In, depth[r.Number] = "", 1
		}
		d.Requirements = append(d.Requirements, &r)
		for _, p := range it.points {
			q := *p.Requirement
			d.Requirements = append(d.Requirements, &q)
		}
	}
	return d
}

// suggest says what was probably meant by a ref that names nothing.
func (ix *index) suggest(ref string) string {
	if ix.guesses--; ix.guesses < 0 {
		return ""
	}
	owner, number := graph.SplitRef(ref)
	if i := strings.LastIndex(number, "-"); i > 0 {
		if whole := ix.Requirement(graph.JoinRef(owner, number[:i])); whole != nil && len(whole.Points()) > 0 {
			points := whole.Points()
			return "the points of " + whole.Number + " are " + points[0].Number + " to " + points[len(points)-1].Number
		}
	}
	if near := ix.Unknown(ref).Nearest; len(near) > 0 {
		return "did you mean " + strings.Join(near, ", ") + "?"
	}
	return ""
}

// editions returns the other editions of a standard: all that are linked with it by supersedes, in either direction.
func (ix *index) editions(ref string) []string {
	seen := map[string]bool{ref: true}
	found := []string{ref}
	for i := 0; i < len(found); i++ {
		for _, s := range ix.Standards() {
			linked := s.Supersedes == found[i]
			if own := ix.Standard(found[i]); own != nil {
				linked = linked || own.Supersedes == s.Ref
			}
			if linked && !seen[s.Ref] {
				seen[s.Ref] = true
				found = append(found, s.Ref)
			}
		}
	}
	return found[1:]
}
