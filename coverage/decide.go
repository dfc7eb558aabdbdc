package coverage

import (
	"slices"

	"github.com/clausegraph/clausegraph/relation"
)

// spreadFull finds every node that is FULL, and of the PARTIAL ones those that a joint claim makes so and those that are
// held in part. It is the first half of an answer about few nodes: FULL rests on FULL alone, so it is known in the end;
// decide finds out about PARTIAL where it is asked. PARTIAL reaches most of a graph, FULL little of it.
func (r *run) spreadFull() {
	for _, h := range r.entries {
		r.learn(h.node, h.verdict)
	}
	for from := 0; from < len(r.news); from++ {
		n := r.news[from]
		if n.what == foundPartial {
			continue
		}
		at, next := &r.places[n.node], &r.places[n.node+1]
		r.followFull(at, next)
		r.fire(r.edges[at.edges[edgeFull]:at.edges[edgeSome]], Full)
		r.fireJoint(r.joint.items[at.joint:next.joint])
	}
}

// decide finds out, after spreadFull, which of some nodes are PARTIAL. It walks from them against the claims until it
// meets nodes that are proved by what is FULL, and back from those within the nodes it has walked over. Each node is
// walked over once in a question.
func (r *run) decide(nodes []int32) {
	asked, proved := len(r.cone), len(r.news)
	for _, n := range nodes {
		r.ask(n)
	}
	for ; asked < len(r.cone); asked++ {
		if n := r.cone[asked]; r.mark[n] == 0 && r.meetsPart(n) {
			r.learn(n, Partial)
		}
	}
	for ; proved < len(r.news); proved++ {
		n := r.news[proved].node
		at, next := &r.places[n], &r.places[n+1]
		for _, e := range r.edges[at.edges[edgeEqual]:next.edges[0]] {
			if r.asked[e.to] == r.stamp && r.mark[e.to] == 0 && r.valid(e.reading) {
				r.learn(e.to, Partial)
			}
		}
		if w := at.whole; w >= 0 && r.asked[w] == r.stamp && r.mark[w] == 0 {
			r.learn(w, Partial)
		}
	}
}

// ask adds a node to those that decide walks over.
func (r *run) ask(node int32) {
	if r.asked[node] != r.stamp {
		r.asked[node] = r.stamp
		r.cone = append(r.cone, node)
	}
}

// meetsPart reports whether R2, R4 or R5 make the node PARTIAL by what is marked. Where they do not, it asks about the
// nodes that would make it so if they were PARTIAL themselves.
func (r *run) meetsPart(node int32) bool {
	parts := r.members.of(node)
	for _, part := range parts {
		if r.mark[part] != 0 {
			return true
		}
	}
	back := r.touch.of(node)
	for _, b := range back {
		if r.valid(b) && r.reads(b^1) {
			return true
		}
	}
	for _, part := range parts {
		r.ask(part)
	}
	for _, b := range back {
		if r.carriesPart(b^1) && r.valid(b) {
			for _, source := range r.side.of(b ^ 1) {
				r.ask(source)
			}
		}
	}
	return false
}

// reads reports whether R4 or R5 conclude PARTIAL of the targets of a reading from what is marked.
func (r *run) reads(reading int32) bool {
	sources := r.side.of(reading)
	isFull := func(n int32) bool { return r.mark[n] == Full }
	switch {
	case r.carriesPart(reading):
		return slices.ContainsFunc(sources, func(n int32) bool { return r.mark[n] != 0 })
	case r.each[reading/2]:
		return slices.ContainsFunc(sources, isFull)
	case r.alone(reading ^ 1):
		return !slices.ContainsFunc(sources, func(n int32) bool { return r.mark[n] != Full })
	}
	return false
}

// carriesPart reports whether a source that is PARTIAL makes the target of a reading PARTIAL: the source is inside it.
func (r *run) carriesPart(reading int32) bool {
	rel := r.relation[reading]
	return (rel == relation.EqualTo || rel == relation.SubsetOf) && r.alone(reading^1)
}
