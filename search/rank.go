package search

import (
	"cmp"
	"hash/maphash"
	"math"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// considered is how many of the best by words are ordered with regard to all else.
const considered = 200

// editions lower the scores of editions that a newer one has replaced, and of guidance, which repeats what standards ask.
var editions = map[graph.Status]float64{graph.InTransition: 0.97, graph.Superseded: 0.9, graph.Withdrawn: 0.9, graph.Guidance: 0.85}

// standings returns the weight of every document whatever the query.
func (w *weights) standings(docs []*graph.Requirement) []float64 {
	list := make([]float64, len(docs))
	for i, r := range docs {
		list[i] = 1
		if edition, ok := editions[r.Standard().Status]; ok {
			list[i] = edition
		}
		switch {
		case r.Assessable:
		case len(r.Children()) > 0:
			list[i] *= w.WeightGroup
		default:
			list[i] *= w.WeightLeaf
		}
	}
	return list
}

// family says which documents are one requirement in editions and variants of one standard: those with the same name and
// heading. The places of a family among the hits go to its members in the order in which people want them: first the
// edition that is valid, then of its variants the one for everybody.
type family struct {
	of   []int32 // by document; -1 for those that have none
	wish []int   // by document: less is wanted more
}

func families(docs []*graph.Requirement) family {
	f := family{make([]int32, len(docs)), make([]int, len(docs))}
	known := map[string]int32{}
	for i, r := range docs {
		f.of[i] = -1
		std := r.Standard()
		if r.Title.EN != "" {
			key := strings.Join(names(std.Ref)[0], " ") + "|" + strings.ToLower(r.Title.EN)
			if _, ok := known[key]; !ok {
				known[key] = int32(len(known))
			}
			f.of[i] = known[key]
		}
		f.wish[i] = -len(std.Requirements())
		if std.Status == graph.Superseded || std.Status == graph.Withdrawn {
			f.wish[i] += 1 << 30
		}
	}
	return f
}

// arrange orders the members of each family among the matches, which are sorted.
func (f family) arrange(top []match) {
	places := map[int32][]int{}
	for i, m := range top {
		if of := f.of[m.doc]; of >= 0 {
			places[of] = append(places[of], i)
		}
	}
	for _, at := range places {
		rearrange(top, at, func(a, b match) int { return cmp.Compare(f.wish[a.doc], f.wish[b.doc]) })
	}
}

// rearrange sorts the matches at some places among themselves. Scores stay with the places.
func rearrange(top []match, places []int, compare func(a, b match) int) {
	members := make([]match, len(places))
	scores := make([]float32, len(places))
	for i, place := range places {
		members[i], scores[i] = top[place], top[place].score
	}
	slices.SortStableFunc(members, compare)
	for i, place := range places {
		top[place] = members[i]
		top[place].score = scores[i]
	}
}

// alike is how near to the best score a match must be for its edition to decide.
const alike = 0.7

// validFirst gives the places of the best matches whose headings say just what is asked for to those that are in force,
// before guidance and what a newer edition has replaced: little else tells them apart.
func validFirst(top []match, exact map[int32]bool, docs []*graph.Requirement) {
	var places []int
	for i, m := range top {
		if exact[m.doc] && m.score >= alike*top[0].score {
			places = append(places, i)
		}
	}
	weight := func(m match) float64 {
		if w, ok := editions[docs[m.doc].Standard().Status]; ok {
			return w
		}
		return 1
	}
	rearrange(top, places, func(a, b match) int { return cmp.Compare(weight(b), weight(a)) })
}

// title is the terms of a heading in each language, as hashes.
type title [2]heading

type heading struct {
	terms  []uint64
	weight []float64 // of each: what few headings have counts more
	whole  float64
}

var seed = maphash.MakeSeed()

func newTitles(docs []*graph.Requirement) []title {
	list, common := make([]title, len(docs)), map[uint64]int{}
	for i, r := range docs {
		for l, text := range []string{r.Title.EN, r.Title.KO} {
			for _, w := range cut(compose(text)) {
				if isStop(w) {
					continue
				}
				for _, u := range wordUnits(w) {
					term := maphash.String(seed, u.terms[0])
					list[i][l].terms = append(list[i][l].terms, term)
					common[term]++
				}
			}
		}
	}
	for i := range list {
		for l := range list[i] {
			h := &list[i][l]
			for _, term := range h.terms {
				w := math.Log(1 + float64(len(docs))/float64(common[term]))
				h.weight = append(h.weight, w)
				h.whole += w
			}
		}
	}
	return list
}

// question is the terms of what is asked for, as hashes: of each ask its ways.
type question struct {
	asks   [][][]uint64
	weight []float64 // of each
	whole  float64
}

func newQuestion(asks []ask) question {
	var q question
	for _, a := range asks {
		var ways [][]uint64
		for _, w := range a.ways {
			var terms []uint64
			for _, u := range w.units {
				terms = append(terms, maphash.String(seed, u.terms[0]))
			}
			ways = append(ways, terms)
		}
		q.asks, q.weight, q.whole = append(q.asks, ways), append(q.weight, float64(a.weight)), q.whole+float64(a.weight)
	}
	return q
}

// fits returns how much of the heading is asked for times how much of what is asked for is in the heading, in the
// language in which it is more: 1 where both say the same.
func (t title) fits(q question) float64 {
	best := 0.0
	for _, half := range t {
		if len(half.terms) == 0 {
			continue
		}
		asked := 0.0
		used := uint64(0) // places in half
		for i, ways := range q.asks {
			most := 0.0
			for _, terms := range ways {
				n := 0
				for _, term := range terms {
					if i := slices.Index(half.terms, term); i >= 0 {
						used |= 1 << (i & 63)
						n++
					}
				}
				most = max(most, float64(n)/float64(len(terms)))
			}
			asked += most * q.weight[i]
		}
		said := 0.0
		for i, w := range half.weight {
			if used&(1<<(i&63)) != 0 {
				said += w
			}
		}
		best = max(best, asked/q.whole*said/half.whole)
	}
	return best
}

// ranking is what was found by words and by the graph. The block is what may come first, sorted, with regard to all that
// counts. The rest, more than anybody reads, comes after it by words alone, and is sorted once a page reaches it.
type ranking struct {
	block, rest []match
	sorted      bool // the rest is
}

// order ranks what was found by words, after what the headings, the standards and the graph say. It adds what only the
// graph finds.
func (x *Index) order(matched []match, asks []ask, req request, f filter) ranking {
	standards := x.standardBoosts(asks, req)
	for i := range matched {
		m := &matched[i]
		m.score *= power(m.cover, x.weights.CoverPower) * float32(x.standing[m.doc])
		if len(standards) > 0 {
			if b, ok := standards[x.docs[m.doc].Standard()]; ok {
				m.score *= float32(b)
			}
		}
	}
	top, rest := best(matched, considered)
	q, exact := newQuestion(asks), map[int32]bool{}
	for i := range top {
		m := &top[i]
		fit := x.titles[m.doc].fits(q)
		if fit > 0.999 {
			exact[m.doc] = true
		}
		if p := x.docs[m.doc].Parent(); p != nil {
			fit = max(fit, x.weights.FitParent*x.titles[x.at[p.Index()]].fits(q))
		}
		m.score *= float32(1 + x.weights.BoostTitle*fit)
	}
	r := x.spread(top, rest, f, !slices.ContainsFunc(asks, func(a ask) bool { return a.ways[0].via != ViaLaw }))
	if len(req.standards) > 0 {
		for i := range r.block {
			if _, named := standards[x.docs[r.block[i].doc].Standard()]; !named {
				r.block[i].score /= float32(x.weights.BoostNamed)
			}
		}
	}
	slices.SortFunc(r.block, better)
	x.family.arrange(r.block[:min(considered, len(r.block))])
	validFirst(r.block, exact, x.docs)
	// No score of the rest is above those of the block.
	if n := len(r.block); n > 0 {
		for i := range r.rest {
			r.rest[i].score = min(r.rest[i].score, r.block[n-1].score)
		}
	}
	return r
}

// power returns f to a whole power.
func power(f float32, n int) float32 {
	p := float32(1)
	for range n {
		p *= f
	}
	return p
}

func better(a, b match) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
}

// best returns the n best matches, sorted, and the others in no order. Both share the memory of the list.
func best(list []match, n int) (top, rest []match) {
	if len(list) <= n {
		slices.SortFunc(list, better)
		return list, nil
	}
	// A heap of the n best so far, the worst of them first.
	sink := func(i int) {
		for {
			child := 2*i + 1
			if child >= n {
				return
			}
			if child+1 < n && better(list[child], list[child+1]) < 0 {
				child++
			}
			if better(list[i], list[child]) >= 0 {
				return
			}
			list[i], list[child] = list[child], list[i]
			i = child
		}
	}
	for i := n/2 - 1; i >= 0; i-- {
		sink(i)
	}
	for i := n; i < len(list); i++ {
		if better(list[i], list[0]) < 0 {
			list[i], list[0] = list[0], list[i]
			sink(0)
		}
	}
	slices.SortFunc(list[:n], better)
	return list[:n:n], list[n:]
}

// each yields the matches, best first.
func (r *ranking) each(yield func(match) bool) {
	for _, m := range r.block {
		if !yield(m) {
			return
		}
	}
	if !r.sorted {
		slices.SortFunc(r.rest, better)
		r.sorted = true
	}
	for _, m := range r.rest {
		if !yield(m) {
			return
		}
	}
}

// standardBoosts returns what the query makes of standards that it names or speaks of.
func (x *Index) standardBoosts(asks []ask, req request) map[*graph.Standard]float64 {
	boosts := map[*graph.Standard]float64{}
	all := x.snapshot.Standards()
	for _, a := range asks {
		var speak []*graph.Standard
		for _, std := range all {
			if a.isAbout(x.ids.about[std]) {
				speak = append(speak, std)
			}
		}
		if len(speak) > len(all)/2 {
			continue // it tells nothing
		}
		for _, std := range speak {
			boosts[std] = max(boosts[std], 1) + x.weights.BoostAbout/float64(len(asks))
		}
	}
	for _, std := range req.standards {
		of := std
		if std.Profile != nil {
			of = x.snapshot.Standard(std.Profile.Of)
		}
		boosts[of] = x.weights.BoostNamed
	}
	return boosts
}

// isAbout reports whether terms that say what a standard is about answer what is asked for.
func (a ask) isAbout(terms map[string]bool) bool {
	return slices.ContainsFunc(a.ways, func(w way) bool {
		return !w.exact && !slices.ContainsFunc(w.units, func(u unit) bool { return !terms[u.terms[0]] })
	})
}
