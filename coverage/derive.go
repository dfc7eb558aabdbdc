package coverage

import "github.com/clausegraph/clausegraph/relation"

// A fact is a pair of a node and FULL or PARTIAL: 2*node for FULL, 2*node+1 for PARTIAL.
type fact int32

func fullFact(node int32) fact    { return fact(2 * node) }
func partialFact(node int32) fact { return fact(2*node + 1) }

func (f fact) node() int32   { return int32(f) / 2 }
func (f fact) partial() bool { return f&1 == 1 }

// factOf returns the fact that a verdict of FULL or PARTIAL states.
func factOf(node int32, v Verdict) fact {
	if v == Partial {
		return partialFact(node)
	}
	return fullFact(node)
}

// cost orders proofs: first the strongest weakest link, then the lowest height. Less is better. A premise always
// costs less than what is concluded from it, so that taking facts in the order of cost finds the best proof of each
// (Knuth's generalisation of Dijkstra's algorithm).
type cost uint64

// linkless is the rank of a proof that rests on no claim: what is held. It is before the rank of any link.
const linkless = 0

func makeCost(link uint16, height uint32) cost { return cost(link)<<32 | cost(height) }

func (c cost) link() uint16   { return uint16(c >> 32) }
func (c cost) height() uint32 { return uint32(c) }

// candidate is one way to conclude a fact. What is known of the fact itself lies in the same 24 bytes, since a
// derivation of many facts is as fast as memory is.
type candidate struct {
	cost    cost
	reading int32 // the claim used, or -1
	trigger fact  // the premise of R5, and of R2 where one part or the whole is the premise; else -1
	round   uint32
	rule    Rule
	proved  bool // no better way will be found
}

// before is a total order of the ways to conclude one fact, so that the answer does not depend on the order in which
// anything is visited.
func (a *candidate) before(b *candidate) bool {
	switch {
	case a.cost != b.cost:
		return a.cost < b.cost
	case a.rule != b.rule:
		return a.rule < b.rule
	case a.reading != b.reading:
		return a.reading < b.reading
	}
	return a.trigger < b.trigger
}

// proofs is what derive finds: by fact, the best way to conclude it.
type proofs struct {
	by    []candidate // by fact: counts only if it is of the round
	order []fact      // what is proved, in the order of cost
	queue queue
}

func (e *Engine) newProofs() *proofs {
	return &proofs{by: make([]candidate, 2*len(e.whole)), queue: make(queue, e.links+1)}
}

func (r *run) has(f fact) bool {
	c := r.way(f)
	return c.proved && c.round == r.round
}

// way returns the best way to conclude a fact that has one.
func (r *run) way(f fact) *candidate { return &r.best.by[f] }

// atLeastPartial returns the better proved of the two facts about a node, or false.
func (r *run) atLeastPartial(node int32) (fact, bool) {
	if f := partialFact(node); r.has(f) {
		return f, true
	}
	f := fullFact(node)
	return f, r.has(f)
}

// carried marks a candidate that was proved with one claim less.
const carried Rule = 0

// derive applies R1 to R5 until nothing changes, and finds the best proof of each fact. With a layer below it applies
// R2 alone, to what is known there and to what the claims conclude from it.
func (r *run) derive(unbounded bool) {
	if r.best == nil {
		r.best = r.newProofs()
	}
	r.best.order = r.best.order[:0]
	if r.below == nil {
		for _, h := range r.entries {
			r.push(factOf(h.node, h.verdict), candidate{cost: makeCost(linkless, 0), rule: R1, reading: -1, trigger: -1})
		}
	} else {
		for _, f := range r.below.best.order {
			r.push(f, candidate{cost: r.below.way(f).cost, rule: carried, reading: -1, trigger: -1})
			r.below.fireClaims(f, r)
		}
	}
	r.best.queue.drain(func(f fact, at cost) {
		c := r.way(f)
		// A PARTIAL that does not come before the FULL of the same node is no better a premise for anything.
		if c.proved || c.cost != at || f.partial() && r.outdone(fullFact(f.node()), at) {
			return
		}
		c.proved = true
		r.best.order = append(r.best.order, f)
		r.settle(f)
		r.fireParts(f)
		if unbounded {
			r.fireClaims(f, r)
		}
	})
}

// outdone reports whether a fact is concluded at no more than a cost.
func (r *run) outdone(f fact, at cost) bool {
	c := r.way(f)
	return c.round == r.round && c.cost <= at
}

// settle marks the node of a fact.
func (r *run) settle(f fact) {
	node, v := f.node(), Full
	if f.partial() {
		v = Partial
	}
	known := r.mark[node]
	if known == 0 {
		r.marked = append(r.marked, node)
	}
	if known == 0 || v < known {
		r.mark[node] = v
	}
}

func (r *run) push(f fact, c candidate) {
	old := r.way(f)
	known := old.round == r.round
	if known && (old.proved || !c.before(old)) {
		return
	}
	queued := known && old.cost == c.cost
	c.round = r.round
	*old = c
	if !queued {
		r.best.queue.push(f, c.cost)
	}
}

// first reports whether the fact is the first of the two about its node, and so the one that premises of at least
// PARTIAL rest on.
func (r *run) first(f fact) bool {
	return !f.partial() && !r.has(f+1) || f.partial()
}

// fireParts draws the conclusions of R2.
func (r *run) fireParts(f fact) {
	node, c := f.node(), r.way(f)
	next := makeCost(c.cost.link(), c.cost.height()+1)
	w := r.whole[node]
	if !f.partial() {
		for _, part := range r.members.of(node) {
			r.push(fullFact(part), candidate{cost: next, rule: R2, reading: -1, trigger: f})
		}
		if w >= 0 && r.adds[w] {
			if parts := r.members.of(w); r.count(&r.parts[w]) == len(parts) {
				r.push(fullFact(w), candidate{cost: r.above(parts, linkless), rule: R2, reading: -1, trigger: -1})
			}
		}
	}
	if w >= 0 && r.first(f) {
		r.push(partialFact(w), candidate{cost: next, rule: R2, reading: -1, trigger: f})
	}
}

// fireClaims draws the conclusions of R3 to R5 from a fact, into the same run or the layer above.
func (r *run) fireClaims(f fact, into *run) {
	node, premise := f.node(), r.way(f).cost
	conclude := func(to fact, rule Rule, reading int32, trigger fact) {
		into.push(to, candidate{cost: through(premise, r.link[reading/2]), rule: rule, reading: reading, trigger: trigger})
	}
	if f.partial() {
		for _, e := range r.from(node, edgeEqual, edgeKinds) {
			if r.valid(e.reading) {
				conclude(partialFact(e.to), R5, e.reading, f)
			}
		}
		return
	}
	for _, e := range r.from(node, edgePartial, edgeFull) {
		switch {
		case !r.valid(e.reading):
		case r.alone(e.reading) && r.alone(e.reading^1):
			conclude(partialFact(e.to), R4, e.reading, -1)
		default: // a joint claim marked each
			conclude(partialFact(e.to), R5, e.reading, f)
		}
	}
	for _, e := range r.from(node, edgeFull, edgeSome) {
		if r.valid(e.reading) {
			conclude(fullFact(e.to), R3, e.reading, -1)
		}
	}
	first := r.first(f)
	for _, e := range r.from(node, edgeSome, edgeKinds) {
		switch {
		case !r.valid(e.reading):
		case r.alone(e.reading):
			conclude(partialFact(e.to), R4, e.reading, -1)
		case first || r.each[e.reading/2]:
			conclude(partialFact(e.to), R5, e.reading, f)
		}
	}
	for _, reading := range r.joint.of(node) {
		sources := r.side.of(reading)
		if !r.valid(reading) || r.count(&r.full[reading]) < len(sources) {
			continue
		}
		c := candidate{cost: r.above(sources, r.link[reading/2]), rule: R4, reading: reading, trigger: -1}
		if r.containsTargets(reading) {
			c.rule = R3
		}
		for _, t := range r.side.of(reading ^ 1) {
			if c.rule == R3 {
				into.push(fullFact(t), c)
			} else {
				into.push(partialFact(t), c)
			}
		}
	}
}

// alone reports whether a reading has one source.
func (e *Engine) alone(reading int32) bool { return len(e.side.of(reading)) == 1 }

// through returns the cost of a conclusion from one premise through a link.
func through(premise cost, link uint16) cost {
	return makeCost(max(premise.link(), link), premise.height()+1)
}

// above returns the cost of a conclusion from all of the nodes being FULL, through a link.
func (r *run) above(nodes []int32, link uint16) cost {
	var height uint32
	for _, n := range nodes {
		c := r.way(fullFact(n)).cost
		link, height = max(link, c.link()), max(height, c.height())
	}
	return makeCost(link, height+1)
}

// containsTargets reports whether the sources of a reading contain its targets.
func (e *Engine) containsTargets(reading int32) bool {
	return e.relation[reading] == relation.EqualTo || e.relation[reading] == relation.SupersetOf
}
