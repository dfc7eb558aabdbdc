package coverage

import (
	"slices"
	"sync"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// Engine answers questions about one snapshot. It is immutable and safe for concurrent use.
//
// The claims lie in flat arrays. Claim m has two sides: side 2m holds the nodes of its sources, side 2m+1 those of
// its targets. A reading is a claim in one direction, and has the number of the side it starts from: reading r goes
// from side r to side r^1.
type Engine struct {
	snapshot *graph.Snapshot
	side     lists               // by side: node indices
	touch    lists               // by node: the readings that start from it, without those of no-relationship
	members  lists               // by node: its parts
	whole    []int32             // by node: the node it is a part of, or -1
	adds     []bool              // by node: its parts make up the whole
	relation []relation.Relation // by reading
	link     []uint16            // by claim: assurance, then strength; greater is stronger
	apart    lists               // by node: the no-relationship claims that name it
	bridges  map[[2]*graph.Standard][]*graph.Crosswalk
	omits    map[int32][]*graph.Omission // by node
	scratch  sync.Pool
}

// lists is a list of numbers per key, all in one array.
type lists struct {
	start []int32
	items []int32
}

func (l lists) of(key int32) []int32 { return l.items[l.start[key]:l.start[key+1]] }

// pack lays the lists of all keys out in one array.
func pack(perKey [][]int32) lists {
	l := lists{start: make([]int32, len(perKey)+1)}
	for k, list := range perKey {
		l.items = append(l.items, list...)
		l.start[k+1] = int32(len(l.items))
	}
	return l
}

// New prepares a snapshot for questions. It takes time linear in the size of the snapshot.
func New(s *graph.Snapshot) *Engine {
	nodes, mappings := s.Nodes(), s.Mappings()
	e := &Engine{
		snapshot: s,
		whole:    make([]int32, len(nodes)),
		adds:     make([]bool, len(nodes)),
		relation: make([]relation.Relation, 2*len(mappings)),
		link:     make([]uint16, len(mappings)),
		bridges:  map[[2]*graph.Standard][]*graph.Crosswalk{},
		omits:    omissions(s),
	}
	side := make([][]int32, 2*len(mappings))
	touch, apart := make([][]int32, len(nodes)), make([][]int32, len(nodes))
	for i, m := range mappings {
		e.link[i] = uint16(m.Assurance())<<8 | uint16(m.Strength)
		for r := range 2 {
			reading := 2*i + r
			ends, _ := m.Side(r == 1)
			side[reading] = indices(ends)
			e.relation[reading] = m.Read(r == 1)
			for _, n := range side[reading] {
				if m.Relation == relation.NoRelationship {
					apart[n] = append(apart[n], int32(i))
				} else {
					touch[n] = append(touch[n], int32(reading))
				}
			}
		}
	}
	members := make([][]int32, len(nodes))
	for i := range nodes {
		e.whole[i] = -1
	}
	for i, n := range nodes {
		members[i] = indices(n.Members())
		e.adds[i] = n.Parts == graph.PartsWhole
		for _, part := range members[i] {
			e.whole[part] = int32(i)
		}
	}
	e.side, e.touch, e.apart, e.members = pack(side), pack(touch), pack(apart), pack(members)
	for _, c := range s.Crosswalks() {
		from, to := owner(s, c.From), owner(s, c.To)
		for _, pair := range [][2]*graph.Standard{{from, to}, {to, from}} {
			e.bridges[pair] = append(e.bridges[pair], c)
		}
	}
	e.scratch.New = func() any { return newRun(e) }
	return e
}

// Snapshot returns the snapshot that the engine answers from.
func (e *Engine) Snapshot() *graph.Snapshot { return e.snapshot }

// indices returns the indices of the nodes, each once, in ascending order.
func indices(nodes []*graph.Requirement) []int32 {
	list := make([]int32, len(nodes))
	for i, n := range nodes {
		list[i] = int32(n.Index())
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (e *Engine) node(i int32) *graph.Requirement { return e.snapshot.Nodes()[i] }

func (e *Engine) mapping(reading int32) *graph.Mapping { return e.snapshot.Mappings()[reading/2] }
