package coverage

import "github.com/clausegraph/clausegraph/relation"

// edge is what a claim lets conclude of one target from one source alone. The claims that need all of their sources are
// in Engine.joint.
type edge struct {
	to      int32
	reading int32
}

// The kinds of edges. Those of a node lie together, sorted by kind, so that what a premise fires is one stretch:
//
//	partial  a FULL source makes the target PARTIAL   intersects-with (R4); a joint claim marked each (R5)
//	full     a FULL source makes the target FULL      superset-of (R3)
//	equal    both ways of full and some               equal-to (R3, R5)
//	some     any premise makes the target PARTIAL     subset-of (R4, R5); a source of a joint claim inside its target (R5)
type edgeKind int32

const (
	edgePartial edgeKind = iota
	edgeFull
	edgeEqual
	edgeSome
	edgeKinds
)

// place says where a node's own lists start in the arrays of all nodes, and end where those of the next node start. It
// is all that spread has to read of a node, in half a line of the processor's cache.
type place struct {
	edges   [edgeKinds]int32
	joint   int32
	members int32
	whole   int32 // the node it is a part of, or -1
	adds    bool  // its parts make up the whole
}

// from returns the edges of a node from one kind up to, not including, another.
func (e *Engine) from(node int32, first, end edgeKind) []edge {
	to := e.places[node+1].edges[0]
	if end < edgeKinds {
		to = e.places[node].edges[end]
	}
	return e.edges[e.places[node].edges[first]:to]
}

// layOutEdges fills edges, where they start, and joint from the sides of the claims.
func (e *Engine) layOutEdges() {
	nodes, readings := len(e.snapshot.Nodes()), int32(len(e.relation))
	walk := func(add func(node int32, kind edgeKind, to edge), join func(node, reading int32)) {
		for reading := range readings {
			sources, targets, rel := e.side.of(reading), e.side.of(reading^1), e.relation[reading]
			if rel == relation.NoRelationship {
				continue
			}
			holdsAll := rel == relation.EqualTo || rel == relation.SupersetOf
			for _, s := range sources {
				if len(sources) > 1 && (holdsAll || len(targets) == 1) {
					join(s, reading)
				}
				for _, t := range targets {
					to := edge{t, reading}
					inside := len(targets) == 1 && (rel == relation.EqualTo || rel == relation.SubsetOf)
					alone := len(sources) == 1
					switch {
					case alone && holdsAll && inside:
						add(s, edgeEqual, to)
					case alone && holdsAll:
						add(s, edgeFull, to)
					case inside:
						add(s, edgeSome, to)
					case alone && len(targets) == 1, e.each[reading/2]:
						add(s, edgePartial, to)
					}
				}
			}
		}
	}
	e.joint = pack(nodes, func(add func(key, item int32)) {
		walk(func(int32, edgeKind, edge) {}, add)
	})
	kinds := int32(nodes) * int32(edgeKinds)
	start := make([]int32, kinds+1)
	ignore := func(int32, int32) {}
	walk(func(node int32, kind edgeKind, _ edge) { start[node*int32(edgeKinds)+int32(kind)+1]++ }, ignore)
	for k := range kinds {
		start[k+1] += start[k]
	}
	e.edges = make([]edge, start[kinds])
	for node := range nodes {
		copy(e.places[node].edges[:], start[node*int(edgeKinds):])
	}
	e.places[nodes].edges[0] = start[kinds]
	walk(func(node int32, kind edgeKind, to edge) {
		at := node*int32(edgeKinds) + int32(kind)
		e.edges[start[at]] = to
		start[at]++
	}, ignore)
}

// layOutPlaces copies where the other lists start.
func (e *Engine) layOutPlaces() {
	for i := range e.places {
		p := &e.places[i]
		p.joint, p.members = e.joint.start[i], e.members.start[i]
		if i < len(e.whole) {
			p.whole, p.adds = e.whole[i], e.adds[i]
		}
	}
}
