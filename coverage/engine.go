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
	edges    []edge              // what R3 to R5 conclude from one node alone, by node and kind
	places   []place             // by node: where its lists start, with one more at the end
	joint    lists               // by node: the readings that conclude something once all of their sources are FULL
	members  lists               // by node: its parts
	whole    []int32             // by node: the node it is a part of, or -1
	adds     []bool              // by node: its parts make up the whole
	relation []relation.Relation // by reading
	link     []uint16            // by claim: the rank of its assurance, then strength; 1 is the strongest
	links    int                 // how many ranks there are
	each     []bool              // by claim: every source meets part of every target
	dated    []bool              // by claim: it does not hold on every day; nil where all do
	apart    lists               // by node: the no-relationship claims that name it
	wild     map[int32][]string  // by side: the standards that a no-relationship claim names as a whole
	bridges  map[[2]*graph.Standard][]*graph.Crosswalk
	omits    map[int32][]*graph.Omission // by node
	sources  []string                    // the titles of everybody who makes a claim, sorted
	scratch  sync.Pool
}

// lists is a list of numbers per key, all in one array.
type lists struct {
	start []int32
	items []int32
}

func (l lists) of(key int32) []int32 { return l.items[l.start[key]:l.start[key+1]] }

// pack lays the lists of all keys out in one array. It calls walk twice: to count, then to fill. Walk calls add with
// the items of a key in the order that they shall have.
func pack(keys int, walk func(add func(key, item int32))) lists {
	l := lists{start: make([]int32, keys+1)}
	walk(func(key, _ int32) { l.start[key+1]++ })
	for k := range keys {
		l.start[k+1] += l.start[k]
	}
	l.items = make([]int32, l.start[keys])
	next := slices.Clone(l.start[:keys])
	walk(func(key, item int32) {
		l.items[next[key]] = item
		next[key]++
	})
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
		each:     make([]bool, len(mappings)),
		places:   make([]place, len(nodes)+1),
		wild:     map[int32][]string{},
		bridges:  map[[2]*graph.Standard][]*graph.Crosswalk{},
		omits:    omissions(s),
	}
	e.layOutClaims()
	for i := range nodes {
		e.whole[i] = -1
	}
	e.members = pack(len(nodes), func(add func(key, item int32)) {
		for i, n := range nodes {
			for _, part := range indices(n.Members()) {
				add(int32(i), part)
			}
		}
	})
	for i, n := range nodes {
		e.adds[i] = n.Parts == graph.PartsWhole
		for _, part := range e.members.of(int32(i)) {
			e.whole[part] = int32(i)
		}
	}
	e.layOutPlaces()
	for _, c := range s.Crosswalks() {
		from, to := owner(s, c.From), owner(s, c.To)
		for _, pair := range [][2]*graph.Standard{{from, to}, {to, from}} {
			e.bridges[pair] = append(e.bridges[pair], c)
		}
	}
	e.scratch.New = func() any { return newRun(e) }
	return e
}

func (e *Engine) layOutClaims() {
	nodes, mappings := len(e.snapshot.Nodes()), e.snapshot.Mappings()
	e.rankLinks(mappings)
	titles := map[string]bool{}
	for i, m := range mappings {
		e.relation[2*i], e.relation[2*i+1] = m.Read(false), m.Read(true)
		e.each[i] = m.Each
		titles[m.Source.Title] = true
		if !m.Valid.IsZero() {
			if e.dated == nil {
				e.dated = make([]bool, len(mappings))
			}
			e.dated[i] = true
		}
		for r := range 2 {
			_, written := m.Side(r == 1)
			for _, ref := range written {
				if standard, number := graph.SplitRef(ref); number == "*" {
					e.wild[int32(2*i+r)] = append(e.wild[int32(2*i+r)], standard)
				}
			}
		}
	}
	for title := range titles {
		e.sources = append(e.sources, title)
	}
	slices.Sort(e.sources)
	e.side = pack(2*len(mappings), func(add func(key, item int32)) {
		for i, m := range mappings {
			for r := range 2 {
				ends, _ := m.Side(r == 1)
				for _, n := range indices(ends) {
					add(int32(2*i+r), n)
				}
			}
		}
	})
	unrelated := func(reading int32) bool { return e.relation[reading] == relation.NoRelationship }
	e.touch = pack(nodes, func(add func(key, item int32)) {
		for reading := range int32(2 * len(mappings)) {
			for _, n := range e.side.of(reading) {
				if !unrelated(reading) {
					add(n, reading)
				}
			}
		}
	})
	e.apart = pack(nodes, func(add func(key, item int32)) {
		for reading := range int32(2 * len(mappings)) {
			for _, n := range e.side.of(reading) {
				if unrelated(reading) {
					add(n, reading/2)
				}
			}
		}
	})
	e.layOutEdges()
}

// rankLinks numbers the pairs of assurance and strength that occur, the strongest with 1: proofs are ordered by rank.
func (e *Engine) rankLinks(mappings []*graph.Mapping) {
	value := func(m *graph.Mapping) int { return int(m.Assurance())<<8 | m.Strength }
	ranks := map[int]uint16{}
	for _, m := range mappings {
		ranks[value(m)] = 0
	}
	values := make([]int, 0, len(ranks))
	for v := range ranks {
		values = append(values, v)
	}
	slices.Sort(values)
	slices.Reverse(values)
	for i, v := range values {
		ranks[v] = uint16(i + 1)
	}
	e.links = len(values)
	e.link = make([]uint16, len(mappings))
	for i, m := range mappings {
		e.link[i] = ranks[value(m)]
	}
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
