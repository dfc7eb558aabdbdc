package coverage

import (
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// Remainder is one thing that a requirement asks beyond what is held.
type Remainder struct {
	Text    graph.Text
	Beyond  []*graph.Requirement // what it goes beyond: the sources of the claims that bear on it
	Point   *graph.Requirement   // the point that is not met, or nil where the whole requirement is meant
	Mapping *graph.Mapping       // the claim that the text comes from, or nil where it is the point itself
}

// remainder lists what is left of a requirement that is PARTIAL: its points that are not FULL, then what is written on
// every claim that fired on it or on a point that is only PARTIAL, then on the claims of earlier steps of its proof. What
// two claims say in the same words is said once.
func (p *prover) remainder(t *graph.Requirement, d *detail) []Remainder {
	l := leftover{prover: p}
	node := int32(t.Index())
	for _, point := range d.points {
		if point.Verdict == Full {
			continue
		}
		at := int32(point.Requirement.Index())
		l.list = append(l.list, Remainder{Text: point.Requirement.Gist, Beyond: l.sources(at), Point: point.Requirement})
		if point.Verdict == Partial {
			l.addFired(at, point.Requirement)
		}
	}
	l.addFired(node, nil)
	for _, step := range d.proof.Steps() {
		if step.Verdict == Partial && step.Mapping != nil {
			l.add(step.Mapping, step.Reversed, nil)
		}
	}
	return l.list
}

type leftover struct {
	*prover
	list []Remainder
}

// fired returns the readings that end at the node and prove it PARTIAL.
func (l *leftover) fired(node int32) []int32 {
	var readings []int32
	for _, back := range l.touch.of(node) {
		forth := back ^ 1
		if l.valid(forth) && l.proves(forth) {
			readings = append(readings, forth)
		}
	}
	return readings
}

// proves reports whether a reading proves its targets PARTIAL by R4 or R5.
func (l *leftover) proves(reading int32) bool {
	all, one, some := true, false, false // sources FULL, a source FULL, a source at least PARTIAL
	for _, source := range l.side.of(reading) {
		v := l.premises().verdict(source)
		all, one, some = all && v == Full, one || v == Full, some || v <= Partial
	}
	if l.mapping(reading).Each && one {
		return true
	}
	if len(l.side.of(reading^1)) != 1 {
		return false
	}
	switch l.relation[reading] {
	case relation.EqualTo, relation.SubsetOf:
		return some
	case relation.IntersectsWith:
		return all
	}
	return false
}

// sources returns what stands behind the claims that prove the node, or its whole, PARTIAL.
func (l *leftover) sources(node int32) []*graph.Requirement {
	var list []*graph.Requirement
	for at := node; at >= 0; at = l.whole[at] {
		for _, reading := range l.fired(at) {
			for _, n := range l.side.of(reading) {
				if source := l.node(n); !slices.Contains(list, source) {
					list = append(list, source)
				}
			}
		}
	}
	return list
}

func (l *leftover) addFired(node int32, point *graph.Requirement) {
	for _, reading := range l.fired(node) {
		l.add(l.mapping(reading), reading%2 == 1, point)
	}
}

func (l *leftover) add(m *graph.Mapping, reversed bool, point *graph.Requirement) {
	text := m.Beyond(reversed)
	said := func(r Remainder) bool { return r.Mapping == m || r.Text == text } // claims of two editions leave the same
	if text.IsZero() || slices.ContainsFunc(l.list, said) {
		return
	}
	beyond, _ := m.Side(reversed)
	l.list = append(l.list, Remainder{Text: text, Beyond: beyond, Point: point, Mapping: m})
}
