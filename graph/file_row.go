package graph

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/relation"
)

// row is a node or a claim in a snapshot file. To write, it takes what the pointers hold; to read, it sets them: the
// lists of fields below serve both, so that the two directions cannot drift apart.
type row struct {
	*tables
	writing bool
	bytes   []byte // what is written, or what is left to read

	refs []string       // room for lists, so that not every one is an allocation
	ends []*Requirement // the same
}

// tables are what rows point into.
type tables struct {
	head *fileHead
	pool []byte

	all    []string          // to write: the texts so far
	text   map[string]uint32 // their places
	source map[Source]uint32 // the places of the sources in the head

	starts []byte // to read
	texts  string
	nodes  []Requirement
}

// newTables returns tables to write to.
func newTables(revision Revision) *tables {
	return &tables{head: &fileHead{Revision: revision}, all: []string{""}, text: map[string]uint32{"": 0}, source: map[Source]uint32{}}
}

func (r *row) requirement(q *Requirement) {
	r.string(&q.Ref)
	r.string(&q.Number)
	r.string(&q.In)
	r.string((*string)(&q.Kind))
	r.both(&q.Title)
	r.both(&q.Gist)
	r.flag(&q.Assessable)
	r.string((*string)(&q.Parts))
	r.string((*string)(&q.Certainty))
	r.strings(&q.Laws)
	r.strings(&q.Tags)
	r.standard(&q.standard)
	parents := []*Requirement{q.parent}
	if q.parent == nil {
		parents = nil
	}
	if r.requirements(&parents); len(parents) > 0 {
		q.parent = parents[0]
	}
	r.requirements(&q.children)
	r.requirements(&q.points)
}

func (r *row) mapping(m *Mapping) {
	r.string(&m.ID)
	r.string(&m.Crosswalk)
	r.strings(&m.From)
	r.strings(&m.To)
	kind := int(m.Relation)
	r.number(&kind)
	m.Relation = relation.Relation(kind)
	r.flag(&m.Each)
	r.string((*string)(&m.Basis))
	r.number(&m.Strength)
	r.both(&m.Why)
	r.both(&m.Remainder.From)
	r.both(&m.Remainder.To)
	r.claimant(&m.Source)
	r.string((*string)(&m.Review.State))
	r.string(&m.Review.By)
	r.string((*string)(&m.Review.On))
	r.string((*string)(&m.Valid.From))
	r.string((*string)(&m.Valid.To))
	split := int(m.split)
	r.number(&split)
	m.split = int32(split)
	r.requirements(&m.ends)
}

func (r *row) number(v *int) {
	if r.writing {
		r.bytes = binary.LittleEndian.AppendUint32(r.bytes, uint32(*v))
		return
	}
	*v = int(binary.LittleEndian.Uint32(r.bytes))
	r.bytes = r.bytes[4:]
}

func (r *row) flag(v *bool) {
	n := 0
	if *v {
		n = 1
	}
	r.number(&n)
	*v = n == 1
}

func (r *row) string(v *string) {
	var place int
	if r.writing {
		place = r.placeOf(*v)
	}
	if r.number(&place); !r.writing {
		*v = r.textAt(place)
	}
}

func (r *row) both(v *Text) {
	r.string(&v.EN)
	r.string(&v.KO)
}

// list writes or reads where in the pool a list lies. The pool holds its numbers one after the other.
func (r *row) list(n int, at func(int) int) []byte {
	from := len(r.pool) / 4
	for i := range n {
		r.pool = binary.LittleEndian.AppendUint32(r.pool, uint32(at(i)))
	}
	r.number(&from)
	if r.number(&n); r.writing {
		return nil
	}
	return r.pool[4*from : 4*(from+n)]
}

// room returns a list of n, cut from a larger one.
func room[T any](from *[]T, n int) []T {
	if len(*from) < n {
		*from = make([]T, max(n, 4096))
	}
	list := (*from)[:n:n]
	*from = (*from)[n:]
	return list
}

func (r *row) strings(v *[]string) {
	if r.writing {
		r.list(len(*v), func(i int) int { return r.placeOf((*v)[i]) })
		return
	}
	places := r.list(0, nil)
	if len(places) == 0 {
		return
	}
	*v = room(&r.refs, len(places)/4)
	for i := range *v {
		(*v)[i] = r.textAt(int(binary.LittleEndian.Uint32(places[4*i:])))
	}
}

func (r *row) requirements(v *[]*Requirement) {
	if r.writing {
		r.list(len(*v), func(i int) int { return (*v)[i].index })
		return
	}
	indices := r.list(0, nil)
	if len(indices) == 0 {
		return
	}
	*v = room(&r.ends, len(indices)/4)
	for i := range *v {
		(*v)[i] = &r.nodes[binary.LittleEndian.Uint32(indices[4*i:])]
	}
}

func (r *row) standard(v **Standard) {
	var place int
	if r.writing {
		place, _ = slices.BinarySearchFunc(r.head.Standards, (*v).Ref, func(s *Standard, ref string) int { return strings.Compare(s.Ref, ref) })
	}
	if r.number(&place); !r.writing {
		*v = r.head.Standards[place]
	}
}

func (r *row) claimant(v *Source) {
	var place int
	if r.writing {
		known, ok := r.source[*v]
		if !ok {
			known = uint32(len(r.head.Sources))
			r.source[*v], r.head.Sources = known, append(r.head.Sources, *v)
		}
		place = int(known)
	}
	if r.number(&place); !r.writing {
		*v = r.head.Sources[place]
	}
}

func (t *tables) placeOf(text string) int {
	place, ok := t.text[text]
	if !ok {
		place = uint32(len(t.all))
		t.text[text], t.all = place, append(t.all, text)
	}
	return int(place)
}

func (t *tables) textAt(place int) string {
	return t.texts[binary.LittleEndian.Uint32(t.starts[4*place:]):binary.LittleEndian.Uint32(t.starts[4*place+4:])]
}

// joinTexts returns the texts one after the other, and where each of them starts.
func (t *tables) joinTexts() (starts, texts []byte) {
	for _, text := range t.all {
		starts = binary.LittleEndian.AppendUint32(starts, uint32(len(texts)))
		texts = append(texts, text...)
	}
	return binary.LittleEndian.AppendUint32(starts, uint32(len(texts))), texts
}
