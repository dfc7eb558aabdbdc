package coverage

import "github.com/clausegraph/clausegraph/relation"

// edge is what a claim lets conclude of one target from one source alone. The claims that need all of their sources are
// in Engine.joint.
type edge struct {
	to      int32
	reading int32
}

// edges holds the edges of every node in one array, sorted so that what a premise fires lies together:
//
//	partial  a FULL source makes the target PARTIAL   intersects-with (R4); a joint claim marked each (R5)
//	full     a FULL source makes the target FULL      superset-of (R3)
//	equal    both ways of full and some               equal-to (R3, R5)
//	some     any premise makes the target PARTIAL     subset-of (R4, R5); a source of a joint claim inside its target (R5)
type edges struct {
	start []int32 // by node and kind: 4*node + kind
	list  []edge
}

type edgeKind int32

const (
	edgePartial edgeKind = iota
	edgeFull
	edgeEqual
	edgeSome
	edgeKinds
)

// from returns the edges of a node from one kind up to, not including, another.
func (e *edges) from(node int32, first, end edgeKind) []edge {
	at := node * int32(edgeKinds)
	return e.list[e.start[at+int32(first)]:e.start[at+int32(end)]]
}

// layOutEdges fills edges and joint from the sides of the claims.
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
	e.edges.start = make([]int32, kinds+1)
	ignore := func(int32, int32) {}
	walk(func(node int32, kind edgeKind, _ edge) { e.edges.start[node*int32(edgeKinds)+int32(kind)+1]++ }, ignore)
	for k := range kinds {
		e.edges.start[k+1] += e.edges.start[k]
	}
	e.edges.list = make([]edge, e.edges.start[kinds])
	next := append([]int32(nil), e.edges.start[:kinds]...)
	walk(func(node int32, kind edgeKind, to edge) {
		at := node*int32(edgeKinds) + int32(kind)
		e.edges.list[next[at]] = to
		next[at]++
	}, ignore)
}
