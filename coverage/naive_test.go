package coverage_test

import (
	"slices"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// worth is the value of a proof: the strongest weakest link, then the lowest height.
type worth struct {
	link   int // assurance*256 + strength of the weakest claim; R1 and R2 are neutral
	height int
}

func (a worth) better(b worth) bool {
	return a.link > b.link || a.link == b.link && a.height < b.height
}

const neutral = 1 << 30

// key names a fact.
type key struct {
	node    *graph.Requirement
	partial bool
}

// naive applies R1 to R5 as they are written, over and over until nothing changes: first for the links, then for the
// heights of the proofs that reach those links with every premise by its own best proof. It knows nothing of queues,
// counters or indices.
type naive struct {
	snapshot *graph.Snapshot
	links    map[key]int
	heights  map[key]int
	settled  bool // the links are final: now the heights
}

func runNaive(s *graph.Snapshot, full, partial []string) *naive {
	n := &naive{snapshot: s, links: map[key]int{}, heights: map[key]int{}}
	for _, n.settled = range []bool{false, true} {
		for _, ref := range full {
			n.improve(key{s.Requirement(ref), false}, worth{neutral, 0})
		}
		for _, ref := range partial {
			n.improve(key{s.Requirement(ref), true}, worth{neutral, 0})
		}
		for n.round() {
		}
	}
	return n
}

func (n *naive) improve(k key, w worth) bool {
	if !n.settled {
		old, ok := n.links[k]
		n.links[k] = max(old, w.link)
		return !ok || w.link > old
	}
	if old, ok := n.heights[k]; w.link < n.links[k] || ok && old <= w.height {
		return false
	}
	n.heights[k] = w.height
	return true
}

// get returns what is known of the best proof of a fact.
func (n *naive) get(k key) (worth, bool) {
	link, ok := n.links[k]
	if !ok || !n.settled {
		return worth{link, 0}, ok
	}
	height, ok := n.heights[k]
	return worth{link, height}, ok
}

// any returns the better proof of the two facts about a node.
func (n *naive) any(r *graph.Requirement) (worth, bool) {
	full, partial := key{r, false}, key{r, true}
	switch f, p := n.links[full], n.links[partial]; {
	case f > p:
		return n.get(full)
	case p > f:
		return n.get(partial)
	}
	f, ok := n.get(full)
	if p, also := n.get(partial); also && (!ok || p.better(f)) {
		return p, true
	}
	return f, ok
}

// all returns the worth of all nodes being FULL.
func (n *naive) all(nodes []*graph.Requirement) (worth, bool) {
	w := worth{neutral, 0}
	for _, r := range nodes {
		f, ok := n.get(key{r, false})
		if !ok {
			return w, false
		}
		w = worth{min(w.link, f.link), max(w.height, f.height)}
	}
	return w, len(nodes) > 0
}

func through(w worth, link int) worth { return worth{min(w.link, link), w.height + 1} }

func (n *naive) round() bool {
	changed := n.parts()
	for _, m := range n.snapshot.Mappings() {
		conclude := func(r *graph.Requirement, partial bool, w worth, link int) {
			changed = n.improve(key{r, partial}, through(w, link)) || changed
		}
		n.claim(m, m.Sources(), m.Targets(), m.Relation, conclude)
		n.claim(m, m.Targets(), m.Sources(), m.Relation.Converse(), conclude)
	}
	return changed
}

// parts applies R2 once.
func (n *naive) parts() (changed bool) {
	conclude := func(r *graph.Requirement, partial bool, w worth, link int) {
		changed = n.improve(key{r, partial}, through(w, link)) || changed
	}
	for _, r := range n.snapshot.Nodes() {
		members := r.Members()
		if w, ok := n.get(key{r, false}); ok {
			for _, part := range members {
				conclude(part, false, w, neutral)
			}
		}
		if w, ok := n.all(members); ok && r.Parts == graph.PartsWhole {
			conclude(r, false, w, neutral)
		}
		for _, part := range members {
			if w, ok := n.any(part); ok {
				conclude(r, true, w, neutral)
			}
		}
	}
	return changed
}

func (n *naive) claim(m *graph.Mapping, sources, targets []*graph.Requirement, rel relation.Relation, conclude func(*graph.Requirement, bool, worth, int)) {
	if rel == relation.NoRelationship {
		return
	}
	link := int(m.Assurance())*256 + m.Strength
	within := rel == relation.EqualTo || rel == relation.SubsetOf
	if w, ok := n.all(sources); ok {
		for _, t := range targets {
			if rel == relation.EqualTo || rel == relation.SupersetOf {
				conclude(t, false, w, link)
			}
			if len(targets) == 1 && (rel == relation.SubsetOf || rel == relation.IntersectsWith) {
				conclude(t, true, w, link)
			}
		}
	}
	for _, s := range sources {
		if w, ok := n.any(s); ok && within && len(targets) == 1 {
			conclude(targets[0], true, w, link)
		}
		if w, ok := n.get(key{s, false}); ok && m.Each {
			for _, t := range targets {
				conclude(t, true, w, link)
			}
		}
	}
}

// verdict adds R6 and R7 as they are written.
func (n *naive) verdict(r *graph.Requirement, held []string) coverage.Verdict {
	if _, ok := n.get(key{r, false}); ok {
		return coverage.Full
	}
	if _, ok := n.get(key{r, true}); ok {
		return coverage.Partial
	}
	closed := len(held) > 0
	for _, ref := range held {
		closed = closed && n.closed(n.snapshot.Requirement(ref), r)
	}
	if closed {
		return coverage.None
	}
	for _, m := range n.snapshot.Mappings() {
		if m.Relation == relation.NoRelationship {
			continue
		}
		for _, sides := range [2][2][]*graph.Requirement{{m.Sources(), m.Targets()}, {m.Targets(), m.Sources()}} {
			some := slices.ContainsFunc(sides[0], func(s *graph.Requirement) bool { _, ok := n.any(s); return ok })
			touches := slices.ContainsFunc(sides[1], func(t *graph.Requirement) bool {
				return t == r || t == r.Parent() && r.IsPoint() || t.IsPoint() && t.Parent() == r
			})
			if some && touches {
				return coverage.Possible
			}
		}
	}
	return coverage.Unknown
}

func (n *naive) closed(h, t *graph.Requirement) bool {
	if h.Standard() == t.Standard() {
		return h.Whole() != t.Whole()
	}
	kin := func(a, b *graph.Requirement) bool {
		return a == b || a.IsPoint() && a.Parent() == b || b.IsPoint() && b.Parent() == a
	}
	related, complete := false, false
	for _, m := range n.snapshot.Mappings() {
		for _, sides := range [2][2][]*graph.Requirement{{m.Sources(), m.Targets()}, {m.Targets(), m.Sources()}} {
			if m.Relation == relation.NoRelationship {
				names := func(side []*graph.Requirement, x *graph.Requirement) bool {
					return slices.Contains(side, x) || x.IsPoint() && slices.Contains(side, x.Parent())
				}
				if names(sides[0], h) && names(sides[1], t) {
					return true
				}
				continue
			}
			a := slices.ContainsFunc(sides[0], func(x *graph.Requirement) bool { return kin(x, h) })
			b := slices.ContainsFunc(sides[1], func(x *graph.Requirement) bool { return kin(x, t) })
			related = related || a && b
		}
	}
	for _, c := range n.snapshot.Crosswalks() {
		pair := []string{h.Standard().Ref, t.Standard().Ref}
		complete = complete || c.Complete.To.All && slices.Contains(pair, c.From) && slices.Contains(pair, c.To)
	}
	return complete && !related
}
