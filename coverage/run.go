package coverage

import (
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// run is the working memory of one question. Its arrays span the snapshot and are reused: an entry counts only if its
// stamp is that of the current question, and marks are taken back one by one, so that nothing is cleared and untouched
// requirements cost nothing.
//
// There are three ways to find what follows from what is held. spread says which verdict every node has and nothing else;
// spreadFull and decide say so of the nodes that are asked about; derive finds the best proof of each, at several times the
// cost. All leave their verdicts in mark.
type run struct {
	*Engine
	asOf    graph.Date
	trust   *trust
	sifted  bool // some claims do not count: see valid
	stamp   uint32
	round   uint32      // stamps the counters: it is another one each time that the question is derived
	mark    []Verdict   // by node: FULL, PARTIAL, or 0 where nothing is proved
	marked  []int32     // the nodes with a mark
	held    []uint32    // by node: stamped when it is held
	heldAt  []int32     // by node that is held: its place in entries
	counted []uint32    // by node: stamped when a control counts for it
	entries []heldEntry // what is held, each node once
	groups  []heldGroup // what is held, by standard, once it is needed
	full    []counter   // by reading: how many sources are FULL
	parts   []counter   // by node: how many parts are FULL
	news    []news      // what spread has found, in the order in which it did
	asked   []uint32    // by node: stamped when decide knows of it
	cone    []int32     // the nodes that decide knows of
	near    []int32     // the neighbours of what is asked about and not proved
	best    *proofs     // what derive has found
	below   *run        // of a bounded question: what is known with one claim less on the way; claims are read from there
}

type counter struct {
	round uint32
	count int32
}

func newRun(e *Engine) *run {
	nodes, mappings := len(e.whole), len(e.link)
	return &run{
		Engine:  e,
		mark:    make([]Verdict, nodes),
		held:    make([]uint32, nodes),
		heldAt:  make([]int32, nodes),
		asked:   make([]uint32, nodes),
		counted: make([]uint32, nodes),
		full:    make([]counter, 2*mappings),
		parts:   make([]counter, nodes),
	}
}

// reset makes the working memory ready for the next question.
func (r *run) reset() {
	r.forget()
	r.below, r.entries, r.groups, r.cone = nil, r.entries[:0], r.groups[:0], r.cone[:0]
	if r.stamp++; r.stamp == 0 { // after four billion questions old stamps would look current
		*r = *newRun(r.Engine)
		r.stamp, r.round = 1, 1
	}
}

// forget takes back what is derived, and keeps what is held.
func (r *run) forget() {
	for _, n := range r.marked {
		r.mark[n] = 0
	}
	r.marked, r.news = r.marked[:0], r.news[:0]
	if r.round++; r.round == 0 { // after four billion rounds old counts would look current
		clear(r.full)
		clear(r.parts)
		if r.best != nil {
			clear(r.best.by)
		}
		r.round = 1
	}
}

// count adds one and returns the new count of the current round.
func (r *run) count(c *counter) int {
	if c.round != r.round {
		*c = counter{round: r.round}
	}
	c.count++
	return int(c.count)
}

// verdict returns FULL, PARTIAL or, where nothing is proved, UNKNOWN.
func (r *run) verdict(node int32) Verdict {
	if v := r.mark[node]; v != 0 {
		return v
	}
	return Unknown
}

// premises returns the run in which claims find their premises: the layer below, or the run itself where there are no
// layers.
func (r *run) premises() *run {
	if r.below != nil {
		return r.below
	}
	return r
}

// valid reports whether the claim holds on the day asked about, and the policy trusts it.
func (r *run) valid(reading int32) bool {
	return !r.sifted || r.counts(reading)
}

func (r *run) counts(reading int32) bool {
	claim := reading / 2
	if r.trust != nil && !r.trust.claims[claim] {
		return false
	}
	return r.asOf == "" || r.dated == nil || !r.dated[claim] || r.mapping(reading).Valid.Holds(r.asOf)
}

// verdictOf returns the verdict on a node by all of the rules, without a proof.
func (r *run) verdictOf(node int32) Verdict {
	switch v := r.mark[node]; {
	case v != 0:
		return v
	case r.closed(node, nil):
		return None
	case r.isTouched(node):
		return Possible
	}
	return Unknown
}

// isTouched reports whether R6 applies to the node.
func (r *run) isTouched(node int32) bool {
	known := r.premises().mark
	return r.eachTouching(node, func(other int32) bool { return known[other] != 0 })
}

// eachTouching calls f with the nodes that claims relate with a node, its wholes or its points until f returns true, and
// reports whether it did.
func (r *run) eachTouching(node int32, f func(int32) bool) bool {
	touching := func(at int32) bool {
		for _, back := range r.touch.of(at) {
			if r.valid(back) && slices.ContainsFunc(r.side.of(back^1), f) {
				return true
			}
		}
		return false
	}
	for at := node; at >= 0; at = r.whole[at] {
		if touching(at) {
			return true
		}
	}
	return slices.ContainsFunc(r.points(node), touching)
}

// points returns the points of a requirement, and none of a heading or a point.
func (e *Engine) points(node int32) []int32 {
	if !e.node(node).Assessable {
		return nil
	}
	return e.members.of(node)
}
