package coverage

// news is what spread has learnt of a node.
type news struct {
	node int32
	what discovery
}

type discovery uint8

const (
	foundFull    discovery = iota + 1
	foundPartial           // it may be raised later
	raised                 // from PARTIAL to FULL
)

// learn marks a node.
func (r *run) learn(node int32, v Verdict) {
	switch known := r.mark[node]; {
	case known == 0:
		r.mark[node] = v
		r.marked = append(r.marked, node)
		what := foundFull
		if v == Partial {
			what = foundPartial
		}
		r.news = append(r.news, news{node, what})
	case v < known:
		r.mark[node] = v
		r.news = append(r.news, news{node, raised})
	}
}

// spread applies R1 to R5 until nothing changes.
func (r *run) spread() {
	for _, h := range r.entries {
		r.learn(h.node, h.verdict)
	}
	r.follow(0)
}

// follow draws every conclusion from the news at and after a place in the list, to which it adds.
func (r *run) follow(from int) {
	for ; from < len(r.news); from++ {
		n := r.news[from]
		at, next := &r.places[n.node], &r.places[n.node+1]
		r.followParts(n.what, at, next)
		switch n.what {
		case foundFull:
			r.fire(r.edges[at.edges[edgePartial]:at.edges[edgeFull]], Partial)
			r.fire(r.edges[at.edges[edgeFull]:at.edges[edgeSome]], Full)
			r.fire(r.edges[at.edges[edgeSome]:next.edges[0]], Partial)
			r.fireJoint(r.joint.items[at.joint:next.joint])
		case foundPartial:
			r.fire(r.edges[at.edges[edgeEqual]:next.edges[0]], Partial)
		case raised:
			r.fire(r.edges[at.edges[edgePartial]:at.edges[edgeFull]], Partial)
			r.fire(r.edges[at.edges[edgeFull]:at.edges[edgeSome]], Full)
			r.fireJoint(r.joint.items[at.joint:next.joint])
		}
	}
}

func (r *run) fire(edges []edge, v Verdict) {
	for _, e := range edges {
		if known := r.mark[e.to]; (known == 0 || v < known) && r.valid(e.reading) {
			r.learn(e.to, v)
		}
	}
}

// fireJoint counts a FULL source of the claims that need all of theirs.
func (r *run) fireJoint(readings []int32) {
	for _, reading := range readings {
		if !r.valid(reading) || r.count(&r.full[reading]) < len(r.side.of(reading)) {
			continue
		}
		v := Partial
		if r.containsTargets(reading) {
			v = Full
		}
		for _, t := range r.side.of(reading ^ 1) {
			r.learn(t, v)
		}
	}
}

// followParts draws the conclusions of R2.
func (r *run) followParts(what discovery, at, next *place) {
	if what != foundPartial {
		r.followFull(at, next)
	}
	if w := at.whole; w >= 0 && what != raised {
		r.learn(w, Partial)
	}
}

// followFull draws the conclusions of R2 that are FULL: the parts of what is FULL, and the whole of which it is the last part.
func (r *run) followFull(at, next *place) {
	for _, part := range r.members.items[at.members:next.members] {
		r.learn(part, Full)
	}
	if w := at.whole; w >= 0 && r.places[w].adds && r.count(&r.parts[w]) == len(r.members.of(w)) {
		r.learn(w, Full)
	}
}

// trial is what spread had found before more was added to what is held.
type trial struct{ news, marked int }

// try holds one more node in full and follows what it adds to what spread has found. It costs time linear in what is
// added, since the rules are monotone.
func (r *run) try(node int32) trial {
	t := trial{len(r.news), len(r.marked)}
	r.learn(node, Full)
	r.follow(t.news)
	return t
}

// undo takes back what was found since.
func (r *run) undo(t trial) {
	for _, n := range r.news[t.news:] {
		if n.what == raised {
			r.mark[n.node] = Partial
		}
		if n.what == foundPartial {
			continue
		}
		for _, reading := range r.joint.of(n.node) {
			if r.valid(reading) {
				r.full[reading].count--
			}
		}
		if w := r.whole[n.node]; w >= 0 && r.adds[w] {
			r.parts[w].count--
		}
	}
	for _, node := range r.marked[t.marked:] {
		r.mark[node] = 0
	}
	r.news, r.marked = r.news[:t.news], r.marked[:t.marked]
}
