package growth

import (
	"fmt"
	"hash/fnv"
	"math/rand"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// Size is that of a world.
type Size struct {
	Standards   int
	PerStandard int // requirements, each with three points
	Claims      int
}

// Requirements returns how many there are, without the hub and without points.
func (s Size) Requirements() int { return s.Standards * s.PerStandard }

const (
	perRequirement = 3  // points
	perDomain      = 13 // standards, as many as are shipped
	hubElements    = 26 // as many as iso-hs has
	hub            = "hub"
)

// World draws a world, the same for the same size. It is skewed as the shipped data is, by the counts of `clausegraph
// stats`, and repeats it as often as it takes:
//
//   - thirteen standards make a domain, in pairs of editions, and a third of the pairs of a domain have a crosswalk;
//     three claims of five are between editions or within a domain intersects-with, a quarter subset-of or superset-of;
//   - between editions three of five are equal-to, and more are joint;
//   - a fifth of all claims is between domains, as those of quality and security are: intersects-with or
//     no-relationship, and nothing else;
//   - one clause in twenty of each standard contains an element of one hub;
//   - two of three ends are points, one claim in seven is joint;
//   - some standards, and some requirements of each, have far more claims than others (Zipf); a claim relates
//     requirements at about the same place of their standards, as topics lie together;
//   - a requirement has a breadth, and only the broader contains the narrower.
//
// Every claim has its reason and remainders in one text that all share, so that memory is measured texts apart.
func World(size Size) []*graph.Dataset {
	w := world{random: rand.New(rand.NewSource(1)), size: size, pairs: map[[2]int]bool{}}
	w.catalog(hub, hubElements, 0)
	for i := range size.Standards {
		w.catalog(Ref(i), size.PerStandard, perRequirement)
	}
	for i := range size.Standards {
		w.hubCrosswalk(i)
	}
	left := size.Claims - size.Standards*min(hubElements, size.PerStandard)
	within, between := w.domainPairs(), w.farPairs()
	far := 0
	if len(between) > 0 {
		far = left / 5
	}
	for _, part := range []struct {
		pairs  [][2]int
		claims int
	}{{within, left - far}, {between, far}} {
		for i, pair := range part.pairs {
			n := part.claims / (len(part.pairs) - i)
			w.crosswalk(pair, n)
			part.claims -= n
		}
	}
	return w.datasets
}

// Ref returns the ref of a standard of a world.
func Ref(standard int) string { return "std-" + strconv.Itoa(standard) }

// InDomain returns the refs of some standards of a domain, each of another pair of editions.
func InDomain(domain, standards int) []string {
	var refs []string
	for i := range standards {
		refs = append(refs, Ref(domain*perDomain+2*i))
	}
	return refs
}

type world struct {
	random   *rand.Rand
	size     Size
	pairs    map[[2]int]bool
	datasets []*graph.Dataset
}

func (w *world) catalog(ref string, requirements, points int) {
	d := &graph.Dataset{Name: ref, Standard: &graph.Standard{Ref: ref, Status: graph.Current}}
	for k := range requirements {
		number := strconv.Itoa(k + 1)
		r := &graph.Requirement{Ref: graph.JoinRef(ref, number), Number: number, Kind: graph.KindControl, Assessable: true}
		if points > 0 {
			r.Parts = graph.PartsWhole
		}
		d.Requirements = append(d.Requirements, r)
		for p := range points {
			point := number + "-" + strconv.Itoa(p+1)
			d.Requirements = append(d.Requirements, &graph.Requirement{Ref: graph.JoinRef(ref, point), Number: point, In: number, Kind: graph.KindPoint})
		}
	}
	w.datasets = append(w.datasets, d)
}

// take adds a pair of standards that has no crosswalk yet.
func (w *world) take(list [][2]int, a, b int) [][2]int {
	pair := [2]int{min(a, b), max(a, b)}
	if a == b || w.pairs[pair] {
		return list
	}
	w.pairs[pair] = true
	return append(list, pair)
}

// domainPairs draws the crosswalks within domains: between editions, then between popular standards and others.
func (w *world) domainPairs() [][2]int {
	var list [][2]int
	for first := 0; first < w.size.Standards; first += perDomain {
		n := min(perDomain, w.size.Standards-first)
		start := len(list)
		for i := 0; i+1 < n; i += 2 {
			list = w.take(list, first+i, first+i+1)
		}
		if n < 2 {
			continue
		}
		popular := rand.NewZipf(w.random, 1.3, 2, uint64(n-1))
		for tries := 0; len(list)-start < 1+n*(n-1)/2*3/8 && tries < 1000; tries++ {
			list = w.take(list, first+int(popular.Uint64()), first+w.random.Intn(n))
		}
	}
	return list
}

// farPairs draws the crosswalks between domains, four for each standard.
func (w *world) farPairs() [][2]int {
	if w.size.Standards <= perDomain {
		return nil
	}
	var list [][2]int
	popular := rand.NewZipf(w.random, 1.1, 4, uint64(w.size.Standards-1))
	for tries := 0; len(list) < 4*w.size.Standards && tries < 100*w.size.Standards; tries++ {
		if a, b := int(popular.Uint64()), w.random.Intn(w.size.Standards); a/perDomain != b/perDomain {
			list = w.take(list, a, b)
		}
	}
	return list
}

var (
	shared    = graph.Text{EN: "why", KO: "이유"}
	editorial = graph.Source{Key: "editorial", Kind: graph.ProjectSource, Title: "editorial"}
)

func newCrosswalk(from, to string) *graph.Dataset {
	name := from + "--" + to
	return &graph.Dataset{Name: name, Crosswalk: &graph.Crosswalk{
		Name: name, From: from, To: to, Author: "editorial", Sources: []graph.Source{editorial}, Complete: graph.Complete{To: graph.Extent{All: true}},
	}}
}

func (w *world) claim(d *graph.Dataset, r relation.Relation, from []string, to string) {
	m := &graph.Mapping{
		ID: fmt.Sprintf("%s/%x", d.Name, len(d.Mappings)), Crosswalk: d.Name, From: from, To: []string{to}, Relation: r, Basis: graph.Functional,
		Why: shared, Remainder: graph.Remainder{From: shared, To: shared}, Source: editorial, Review: graph.Review{State: graph.Draft},
	}
	if w.random.Intn(3) > 0 {
		m.Review = graph.Review{State: graph.Reviewed, By: "second reading", On: "2026-11-01"}
	}
	if r != relation.NoRelationship {
		m.Strength = 1 + w.random.Intn(10)
	}
	d.Mappings = append(d.Mappings, m)
}

func (w *world) hubCrosswalk(standard int) {
	d := newCrosswalk(Ref(standard), hub)
	for i := range min(hubElements, w.size.PerStandard) {
		number := strconv.Itoa(i + 1)
		w.claim(d, relation.SupersetOf, []string{graph.JoinRef(Ref(standard), number)}, graph.JoinRef(hub, number))
	}
	w.datasets = append(w.datasets, d)
}

func (w *world) crosswalk(pair [2]int, claims int) {
	d := newCrosswalk(Ref(pair[0]), Ref(pair[1]))
	shares, joint := [...]int{0, 15, 12, 63, 10}, 7 // per cent, in the order of relation.All; one in
	switch a, b := pair[0]%perDomain, pair[1]%perDomain; {
	case pair[0]/perDomain != pair[1]/perDomain:
		shares = [...]int{0, 0, 0, 60, 40}
	case a/2 == b/2:
		shares, joint = [...]int{59, 9, 20, 7, 5}, 4
	}
	topic := rand.NewZipf(w.random, 1.2, 20, uint64(w.size.PerStandard-1))
	for range claims {
		// The first numbers of Zipf are spread over the standard, the same way in all of them.
		at := int(topic.Uint64()*197) % w.size.PerStandard
		sources := 1
		if w.random.Intn(joint) == 0 {
			sources = 2 + w.random.Intn(2)
		}
		from := make([]string, sources)
		for i := range from {
			from[i] = w.end(d.Crosswalk.From, at)
		}
		r, to := w.relation(shares), w.end(d.Crosswalk.To, at)
		if narrower := breadth(from[0]) < breadth(to); len(from) == 1 && narrower == (r == relation.SupersetOf) {
			r = r.Converse()
		}
		w.claim(d, r, from, to)
	}
	w.datasets = append(w.datasets, d)
}

// end draws a requirement or, two times of three, a point of one, around a place of the standard.
func (w *world) end(standard string, at int) string {
	number := strconv.Itoa((at+w.random.Intn(5))%w.size.PerStandard + 1)
	if w.random.Intn(3) > 0 {
		number += "-" + strconv.Itoa(1+w.random.Intn(perRequirement))
	}
	return graph.JoinRef(standard, number)
}

// breadth is how much a requirement or a point asks: any number, the same for the same ref.
func breadth(ref string) int {
	h := fnv.New32a()
	h.Write([]byte(ref))
	n := int(h.Sum32() % 1000)
	if _, number := graph.SplitRef(ref); strings.Contains(number, "-") {
		return n / perRequirement
	}
	return n
}

func (w *world) relation(shares [5]int) relation.Relation {
	n := w.random.Intn(100)
	for i, share := range shares {
		if n -= share; n < 0 {
			return relation.All[i]
		}
	}
	return relation.NoRelationship
}
