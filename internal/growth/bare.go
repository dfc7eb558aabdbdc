package growth

import (
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// Bare is the least that a program could do: R1 to R5 as a loop over flat adjacency arrays, for verdicts alone. It knows
// no days, policies, proofs or reasons, and answers one question at a time.
type Bare struct {
	start       []int32 // by node: its arcs
	arcs        []arc
	needs       []int32 // by joint reading: how many sources it has
	gives       []int32 // by joint reading: its targets, in targets
	targets     []int32
	givesFull   []bool
	whole       []int32
	members     []int32 // by node: where its parts start, in parts
	parts       []int32
	adds        []bool
	verdict     []byte // 0 nothing, 1 PARTIAL, 2 FULL
	missing     []int32
	missingPart []int32
	queue       []int32
}

// arc leads from a node to another, or to a joint reading. The kinds say which verdict of the node fires it and what
// verdict it gives.
type arc struct {
	to   int32
	kind byte
}

const (
	fullToFull byte = iota
	fullToPartial
	anyToPartial
	toJoint
)

// NewBare lays a snapshot out.
func NewBare(s *graph.Snapshot) *Bare {
	nodes := s.Nodes()
	b := &Bare{whole: make([]int32, len(nodes)), adds: make([]bool, len(nodes)), verdict: make([]byte, len(nodes)), missingPart: make([]int32, len(nodes))}
	arcs := make([][]arc, len(nodes))
	for i := range b.whole {
		b.whole[i] = -1
	}
	for i, n := range nodes {
		b.members = append(b.members, int32(len(b.parts)))
		b.adds[i] = n.Parts == graph.PartsWhole
		for _, p := range n.Members() {
			b.parts = append(b.parts, int32(p.Index()))
			b.whole[p.Index()] = int32(i)
		}
	}
	b.members = append(b.members, int32(len(b.parts)))
	for _, m := range s.Mappings() {
		if m.Relation == relation.NoRelationship {
			continue
		}
		b.read(arcs, m.Sources(), m.Targets(), m.Relation, m.Each)
		b.read(arcs, m.Targets(), m.Sources(), m.Relation.Converse(), m.Each)
	}
	for _, list := range arcs {
		b.start = append(b.start, int32(len(b.arcs)))
		b.arcs = append(b.arcs, list...)
	}
	b.start = append(b.start, int32(len(b.arcs)))
	b.gives = append(b.gives, int32(len(b.targets)))
	b.missing = make([]int32, len(b.needs))
	return b
}

func (b *Bare) read(arcs [][]arc, sources, targets []*graph.Requirement, r relation.Relation, each bool) {
	sources, targets = distinct(sources), distinct(targets)
	contains := r == relation.EqualTo || r == relation.SupersetOf
	inside := len(targets) == 1 && (r == relation.EqualTo || r == relation.SubsetOf)
	add := func(from *graph.Requirement, to int32, kind byte) {
		arcs[from.Index()] = append(arcs[from.Index()], arc{to, kind})
	}
	for _, s := range sources {
		for _, t := range targets {
			to := int32(t.Index())
			if len(sources) == 1 && contains {
				add(s, to, fullToFull)
			}
			if inside {
				add(s, to, anyToPartial)
			} else if each || len(sources) == 1 && len(targets) == 1 && !contains {
				add(s, to, fullToPartial)
			}
		}
	}
	if len(sources) > 1 && (contains || len(targets) == 1) {
		for _, s := range sources {
			add(s, int32(len(b.needs)), toJoint)
		}
		b.needs = append(b.needs, int32(len(sources)))
		b.givesFull = append(b.givesFull, contains)
		b.gives = append(b.gives, int32(len(b.targets)))
		for _, t := range targets {
			b.targets = append(b.targets, int32(t.Index()))
		}
	}
}

func distinct(nodes []*graph.Requirement) []*graph.Requirement {
	var list []*graph.Requirement
	seen := map[*graph.Requirement]bool{}
	for _, n := range nodes {
		if !seen[n] {
			seen[n] = true
			list = append(list, n)
		}
	}
	return list
}

// Spread holds the nodes and follows what it can. It returns how many arcs it looked at. The verdicts are in Verdict
// until the next call.
func (b *Bare) Spread(held []int32) (touched int) {
	clear(b.verdict)
	copy(b.missing, b.needs)
	for i := range b.missingPart {
		b.missingPart[i] = b.members[i+1] - b.members[i]
	}
	b.queue = b.queue[:0]
	for _, n := range held {
		b.set(n, 2)
	}
	for len(b.queue) > 0 {
		last := len(b.queue) - 1
		n := b.queue[last]
		b.queue = b.queue[:last]
		node, full, raised := n>>2, n&2 != 0, n&1 != 0
		if w := b.whole[node]; w >= 0 {
			b.set(w, 1)
			if full && b.adds[w] {
				if b.missingPart[w]--; b.missingPart[w] == 0 {
					b.set(w, 2)
				}
			}
		}
		if full {
			for _, p := range b.parts[b.members[node]:b.members[node+1]] {
				b.set(p, 2)
			}
		}
		for _, a := range b.arcs[b.start[node]:b.start[node+1]] {
			touched++
			switch a.kind {
			case anyToPartial:
				if !raised {
					b.set(a.to, 1)
				}
			case fullToFull:
				if full {
					b.set(a.to, 2)
				}
			case fullToPartial:
				if full {
					b.set(a.to, 1)
				}
			case toJoint:
				if full {
					if b.missing[a.to]--; b.missing[a.to] == 0 {
						b.fire(a.to)
					}
				}
			}
		}
	}
	return touched
}

func (b *Bare) fire(joint int32) {
	v := byte(1)
	if b.givesFull[joint] {
		v = 2
	}
	for _, t := range b.targets[b.gives[joint]:b.gives[joint+1]] {
		b.set(t, v)
	}
}

func (b *Bare) set(node int32, v byte) {
	known := b.verdict[node]
	if v <= known {
		return
	}
	b.verdict[node] = v
	entry := node << 2
	if v == 2 {
		entry |= 2
	}
	if known == 1 {
		entry |= 1
	}
	b.queue = append(b.queue, entry)
}

// Verdict returns 2 for a node that is FULL, 1 for PARTIAL and 0 where nothing is proved.
func (b *Bare) Verdict(node int) byte { return b.verdict[node] }

// Arcs returns how many there are.
func (b *Bare) Arcs() int { return len(b.arcs) }

// Held returns the assessable requirements of standards by their indices.
func Held(s *graph.Snapshot, refs []string) []int32 {
	var list []int32
	for _, ref := range refs {
		for _, r := range s.Standard(ref).Assessable() {
			list = append(list, int32(r.Index()))
		}
	}
	return list
}
