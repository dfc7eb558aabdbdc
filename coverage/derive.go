package coverage

import (
	"cmp"
	"container/heap"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// A fact is a pair of a node and FULL or PARTIAL: 2*node for FULL, 2*node+1 for PARTIAL.
type fact int32

func fullFact(node int32) fact    { return fact(2 * node) }
func partialFact(node int32) fact { return fact(2*node + 1) }

func (f fact) node() int32   { return int32(f) / 2 }
func (f fact) partial() bool { return f&1 == 1 }

// cost orders proofs: first the strongest weakest link, then the lowest height. Less is better. A premise always
// costs less than what is concluded from it, so that taking facts in the order of cost finds the best proof of each
// (Knuth's generalisation of Dijkstra's algorithm).
type cost uint64

// linkless is the strength of a proof that rests on no claim: what is held.
const linkless = 1<<16 - 1

func makeCost(link uint16, height uint32) cost { return cost(linkless-link)<<32 | cost(height) }

func (c cost) link() uint16   { return linkless - uint16(c>>32) }
func (c cost) height() uint32 { return uint32(c) }

// candidate is a fact with one way to conclude it.
type candidate struct {
	cost    cost
	fact    fact
	rule    Rule
	reading int32 // the claim used, or -1
	trigger fact  // the premise of R5, and of R2 where one part or the whole is the premise; else -1
}

// before is a total order, so that the answer does not depend on the order in which anything is visited.
func (a candidate) before(b candidate) bool {
	return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.fact&1, b.fact&1), cmp.Compare(a.fact, b.fact),
		cmp.Compare(a.rule, b.rule), cmp.Compare(a.reading, b.reading), cmp.Compare(a.trigger, b.trigger)) < 0
}

type queue []candidate

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].before(q[j]) }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(candidate)) }
func (q *queue) Pop() any {
	last := len(*q) - 1
	c := (*q)[last]
	*q = (*q)[:last]
	return c
}

// run is the working memory of one question. Its arrays span the snapshot and are reused: an entry counts only if its
// stamp is that of the current question, so that nothing is cleared and untouched requirements cost nothing.
type run struct {
	*Engine
	asOf    graph.Date
	stamp   uint32
	proved  []uint32    // by fact: stamped when its best proof is known
	best    []candidate // by fact
	full    []counter   // by reading: how many sources are FULL
	parts   []counter   // by node: how many parts are FULL
	held    []uint32    // by node: stamped when it is held
	heldAt  []int32     // by node that is held: its place in entries
	counted []uint32    // by node: stamped when a control counts for it
	entries []heldEntry // what is held, each node once
	queue   queue
}

type counter struct {
	stamp uint32
	count int32
}

func newRun(e *Engine) *run {
	nodes, mappings := len(e.whole), len(e.link)
	return &run{
		Engine:  e,
		proved:  make([]uint32, 2*nodes),
		best:    make([]candidate, 2*nodes),
		full:    make([]counter, 2*mappings),
		parts:   make([]counter, nodes),
		held:    make([]uint32, nodes),
		heldAt:  make([]int32, nodes),
		counted: make([]uint32, nodes),
	}
}

// count adds one and returns the new count of the current question.
func (r *run) count(c *counter) int {
	if c.stamp != r.stamp {
		*c = counter{stamp: r.stamp}
	}
	c.count++
	return int(c.count)
}

func (r *run) has(f fact) bool { return r.proved[f] == r.stamp }

// atLeastPartial returns the better proved of the two facts about a node, or false.
func (r *run) atLeastPartial(node int32) (fact, bool) {
	if f := partialFact(node); r.has(f) {
		return f, true
	}
	f := fullFact(node)
	return f, r.has(f)
}

// verdict returns FULL, PARTIAL or, where nothing is proved, UNKNOWN.
func (r *run) verdict(node int32) Verdict {
	switch {
	case r.has(fullFact(node)):
		return Full
	case r.has(partialFact(node)):
		return Partial
	}
	return Unknown
}

// derive applies R1 to R5 until nothing changes.
func (r *run) derive() {
	for _, h := range r.entries {
		f := fullFact(h.node)
		if h.verdict == Partial {
			f = partialFact(h.node)
		}
		r.push(candidate{cost: makeCost(linkless, 0), fact: f, rule: R1, reading: -1, trigger: -1})
	}
	for len(r.queue) > 0 {
		c := heap.Pop(&r.queue).(candidate)
		node := c.fact.node()
		// A PARTIAL that comes after the FULL of the same node is no better a premise for anything.
		if r.has(c.fact) || r.has(fullFact(node)) {
			continue
		}
		_, known := r.atLeastPartial(node)
		r.proved[c.fact], r.best[c.fact] = r.stamp, c
		if !c.fact.partial() {
			r.fireFull(c)
		}
		if !known {
			r.fireAtLeastPartial(c)
		}
	}
}

func (r *run) push(c candidate) {
	if !r.has(c.fact) {
		heap.Push(&r.queue, c)
	}
}

// fireFull draws the conclusions from a node that is FULL.
func (r *run) fireFull(c candidate) {
	node := c.fact.node()
	next := makeCost(c.cost.link(), c.cost.height()+1)
	for _, part := range r.members.of(node) {
		r.push(candidate{cost: next, fact: fullFact(part), rule: R2, reading: -1, trigger: c.fact})
	}
	if w := r.whole[node]; w >= 0 && r.adds[w] {
		if parts := r.members.of(w); r.count(&r.parts[w]) == len(parts) {
			r.push(candidate{cost: r.above(parts, linkless), fact: fullFact(w), rule: R2, reading: -1, trigger: -1})
		}
	}
	for _, reading := range r.touch.of(node) {
		if !r.valid(reading) {
			continue
		}
		sources, targets := r.side.of(reading), r.side.of(reading^1)
		if r.mapping(reading).Each {
			for _, t := range targets {
				r.push(candidate{cost: r.via(c, reading), fact: partialFact(t), rule: R5, reading: reading, trigger: c.fact})
			}
		}
		if r.count(&r.full[reading]) < len(sources) {
			continue
		}
		cost := r.above(sources, r.link[reading/2])
		switch r.relation[reading] {
		case relation.EqualTo, relation.SupersetOf:
			for _, t := range targets {
				r.push(candidate{cost: cost, fact: fullFact(t), rule: R3, reading: reading, trigger: -1})
			}
		case relation.SubsetOf, relation.IntersectsWith:
			if len(targets) == 1 {
				r.push(candidate{cost: cost, fact: partialFact(targets[0]), rule: R4, reading: reading, trigger: -1})
			}
		}
	}
}

// fireAtLeastPartial draws the conclusions from a node of which at least one obligation is met.
func (r *run) fireAtLeastPartial(c candidate) {
	node := c.fact.node()
	if w := r.whole[node]; w >= 0 {
		next := makeCost(c.cost.link(), c.cost.height()+1)
		r.push(candidate{cost: next, fact: partialFact(w), rule: R2, reading: -1, trigger: c.fact})
	}
	for _, reading := range r.touch.of(node) {
		targets := r.side.of(reading ^ 1)
		if len(targets) != 1 || !r.valid(reading) {
			continue
		}
		switch r.relation[reading] {
		case relation.EqualTo, relation.SubsetOf:
			r.push(candidate{cost: r.via(c, reading), fact: partialFact(targets[0]), rule: R5, reading: reading, trigger: c.fact})
		}
	}
}

// via returns the cost of a conclusion from one premise through a claim.
func (r *run) via(premise candidate, reading int32) cost {
	return makeCost(min(premise.cost.link(), r.link[reading/2]), premise.cost.height()+1)
}

// above returns the cost of a conclusion from all of the nodes being FULL, through a link.
func (r *run) above(nodes []int32, link uint16) cost {
	var height uint32
	for _, n := range nodes {
		c := r.best[fullFact(n)].cost
		link, height = min(link, c.link()), max(height, c.height())
	}
	return makeCost(link, height+1)
}

// valid reports whether the claim holds on the day asked about.
func (r *run) valid(reading int32) bool {
	return r.asOf == "" || r.mapping(reading).Valid.Holds(r.asOf)
}
