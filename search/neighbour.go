package search

import (
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/relation"
)

// neighbour is a counterpart of a document.
type neighbour struct {
	doc  int32
	near float32 // closeness
}

// link is what brings a document and another together, whatever that counts.
type link struct {
	doc    int32
	claims []tie // those that relate both, or the two through a hub
	hub    bool
	titled bool // both have the same heading
	twin   bool // and ask the same, or one is the guidance on the other
	family bool // one is the heading over the other and few more
}

// tie is a claim as it is read from the document.
type tie struct {
	relation     relation.Relation
	strength     int
	part, ofPart bool // it is about a point of the document, of the other
}

// newLinks returns what brings every document and others together. What has the same heading counts, in the same standard
// too: annexes repeat those of clauses.
func newLinks(x *Index) [][]link {
	links := make([][]link, len(x.docs))
	titled := map[string][]int32{}
	for i, r := range x.docs {
		if title := strings.ToLower(r.Title.EN); title != "" {
			titled[title] = append(titled[title], int32(i))
		}
	}
	for i, r := range x.docs {
		for _, g := range Counterparts(r) {
			for _, c := range g.Counterparts {
				l := link{doc: x.at[c.Requirement.Index()], hub: c.Hub != nil}
				for _, claim := range c.Claims {
					near, _ := claim.Mapping.Side(claim.Target)
					far, _ := claim.Mapping.Side(!claim.Target)
					l.claims = append(l.claims, tie{claim.Mapping.Read(claim.Target), claim.Mapping.Strength, !slices.Contains(near, r), !slices.Contains(far, c.Requirement)})
				}
				links[i] = append(links[i], l)
			}
		}
		same := titled[strings.ToLower(r.Title.EN)]
		for _, other := range same {
			if len(same) > mostTitled || other == int32(i) {
				continue
			}
			if at := slices.IndexFunc(links[i], func(l link) bool { return l.doc == other }); at >= 0 {
				links[i][at].titled, links[i][at].twin = true, true
				continue
			}
			twin := x.docs[other].Standard() != r.Standard() || annexed(x.docs[other].Number) == annexed(r.Number)
			links[i] = append(links[i], link{doc: other, titled: true, twin: twin})
		}
		if p := r.Parent(); p != nil && len(p.Children()) <= mostChildren && !p.Assessable {
			links[i] = append(links[i], link{doc: x.at[p.Index()], family: true})
		}
		if n := len(r.Children()); n <= mostChildren && !r.Assessable {
			for _, c := range r.Children() {
				links[i] = append(links[i], link{doc: x.at[c.Index()], family: true})
			}
		}
	}
	return links
}

// annexed returns a number without the letter of an annex: 7.4.8 of A.7.4.8, which says what guides those who are to meet it.
func annexed(number string) string {
	if letter, rest, ok := strings.Cut(number, "."); ok && len(letter) == 1 && !isDigit(rune(letter[0])) {
		return rest
	}
	return number
}

// twins returns the documents that ask the same as a document: by a claim, or by their headings.
func twins(links [][]link) [][]int32 {
	list := make([][]int32, len(links))
	for i := range links {
		for _, l := range links[i] {
			same := l.twin || !l.hub && slices.ContainsFunc(l.claims, func(c tie) bool { return c.relation == relation.EqualTo && !c.part && !c.ofPart })
			if same {
				list[i] = append(list[i], l.doc)
			}
		}
	}
	return list
}

// neighbours returns the counterparts of every document, and how close they are together.
func (w *weights) neighbours(links [][]link) (near [][]neighbour, sums []float32) {
	near, sums = make([][]neighbour, len(links)), make([]float32, len(links))
	for i := range links {
		near[i] = make([]neighbour, len(links[i]))
		for j, l := range links[i] {
			near[i][j] = neighbour{l.doc, float32(w.together(l))}
			sums[i] += near[i][j].near
		}
	}
	return near, sums
}

// together returns how close all that links two documents makes them.
func (w *weights) together(l link) float64 {
	near := 0.0
	switch {
	case l.hub:
		near = 1
		for _, c := range l.claims {
			near = min(near, w.closeness(c.relation, c.strength))
		}
		near *= w.NearHub
	case len(l.claims) > 0:
		apart := 1.0
		for _, c := range l.claims {
			apart *= 1 - w.closeness(c.relation, c.strength)*w.NearShare
		}
		near = 1 - apart
	}
	if l.titled {
		near = max(near, w.NearTitle)
	}
	if l.family {
		near = max(near, w.NearParent)
	}
	return near
}
