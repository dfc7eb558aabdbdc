package coverage

import (
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
func (a *candidate) before(b *candidate) bool {
	switch {
	case a.cost != b.cost:
		return a.cost < b.cost
	case a.fact.partial() != b.fact.partial():
		return b.fact.partial()
	case a.fact != b.fact:
		return a.fact < b.fact
	case a.rule != b.rule:
		return a.rule < b.rule
	case a.reading != b.reading:
		return a.reading < b.reading
	}
	return a.trigger < b.trigger
}

// run is the working memory of one question. Its arrays span the snapshot and are reused: an entry counts only if its
// stamp is that of the current question, so that nothing is cleared and untouched requirements cost nothing.
type run struct {
	*Engine
	asOf      graph.Date
	trust     *trust
	unbounded bool // there are no layers: claims are read within this run
	below     *run // of a bounded question: what is known with one claim less on the way; claims are read from there
	stamp     uint32
	proved    []uint32    // by fact: stamped when its best proof is known
	best      []candidate // by fact
	full      []counter   // by reading: how many sources are FULL
	parts     []counter   // by node: how many parts are FULL
	held      []uint32    // by node: stamped when it is held
	heldAt    []int32     // by node that is held: its place in entries
	counted   []uint32    // by node: stamped when a control counts for it
	entries   []heldEntry // what is held, each node once
	order     []fact      // what is proved, in the order of cost
	queue     queue
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

// carried marks a candidate that was proved with one claim less.
const carried Rule = 0

// derive applies R1 to R5 until nothing changes. With a layer below it applies R2 alone, to what is known there and to
// what the claims conclude from it.
func (r *run) derive() {
	if r.below == nil {
		r.seed()
	} else {
		for _, f := range r.below.order {
			c := r.below.best[f]
			c.rule, c.reading, c.trigger = carried, -1, -1
			r.push(c)
			r.below.fireClaims(r.below.best[f], r)
		}
	}
	for len(r.queue) > 0 {
		c := r.queue.pop()
		// A PARTIAL that comes after the FULL of the same node is no better a premise for anything.
		if r.has(c.fact) || r.has(fullFact(c.fact.node())) {
			continue
		}
		r.proved[c.fact], r.best[c.fact] = r.stamp, c
		r.order = append(r.order, c.fact)
		r.fireParts(c)
		if r.unbounded {
			r.fireClaims(c, r)
		}
	}
}

// seed pushes what R1 says.
func (r *run) seed() {
	for _, h := range r.entries {
		f := fullFact(h.node)
		if h.verdict == Partial {
			f = partialFact(h.node)
		}
		r.push(candidate{cost: makeCost(linkless, 0), fact: f, rule: R1, reading: -1, trigger: -1})
	}
}

func (r *run) push(c candidate) {
	if !r.has(c.fact) {
		r.queue.push(c)
	}
}

// first reports whether the fact is the first of the two about its node, and so the one that premises of at least
// PARTIAL rest on.
func (r *run) first(f fact) bool {
	return !f.partial() && !r.has(f+1) || f.partial()
}

// fireParts draws the conclusions of R2.
func (r *run) fireParts(c candidate) {
	node := c.fact.node()
	next := makeCost(c.cost.link(), c.cost.height()+1)
	w := r.whole[node]
	if !c.fact.partial() {
		for _, part := range r.members.of(node) {
			r.push(candidate{cost: next, fact: fullFact(part), rule: R2, reading: -1, trigger: c.fact})
		}
		if w >= 0 && r.adds[w] {
			if parts := r.members.of(w); r.count(&r.parts[w]) == len(parts) {
				r.push(candidate{cost: r.above(parts, linkless), fact: fullFact(w), rule: R2, reading: -1, trigger: -1})
			}
		}
	}
	if w >= 0 && r.first(c.fact) {
		r.push(candidate{cost: next, fact: partialFact(w), rule: R2, reading: -1, trigger: c.fact})
	}
}

// fireClaims draws the conclusions of R3 to R5 from a fact, into the same run or the layer above.
func (r *run) fireClaims(c candidate, into *run) {
	full, first := !c.fact.partial(), r.first(c.fact)
	for _, reading := range r.touch.of(c.fact.node()) {
		if !r.valid(reading) {
			continue
		}
		targets, rel := r.side.of(reading^1), r.relation[reading]
		if first && len(targets) == 1 && (rel == relation.EqualTo || rel == relation.SubsetOf) {
			into.push(candidate{cost: r.via(c, reading), fact: partialFact(targets[0]), rule: R5, reading: reading, trigger: c.fact})
		}
		if !full {
			continue
		}
		if r.mapping(reading).Each {
			for _, t := range targets {
				into.push(candidate{cost: r.via(c, reading), fact: partialFact(t), rule: R5, reading: reading, trigger: c.fact})
			}
		}
		sources := r.side.of(reading)
		if r.count(&r.full[reading]) < len(sources) {
			continue
		}
		cost := r.above(sources, r.link[reading/2])
		switch {
		case rel == relation.EqualTo || rel == relation.SupersetOf:
			for _, t := range targets {
				into.push(candidate{cost: cost, fact: fullFact(t), rule: R3, reading: reading, trigger: -1})
			}
		case len(targets) == 1: // subset-of or intersects-with
			into.push(candidate{cost: cost, fact: partialFact(targets[0]), rule: R4, reading: reading, trigger: -1})
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

// valid reports whether the claim holds on the day asked about, and the policy trusts it.
func (r *run) valid(reading int32) bool {
	return (r.asOf == "" || r.mapping(reading).Valid.Holds(r.asOf)) && (r.trust == nil || r.trust.claims[reading/2])
}
