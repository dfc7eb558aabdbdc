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
var editions = map[graph.Status]float64{graph.InTransition: 0.97, graph.Superseded: 0.95, graph.Withdrawn: 0.95, graph.Guidance: 0.85}

// standings returns the weight of every document whatever the query.
func (w *weights) standings(docs []*graph.Requirement) []float64 {
	list := make([]float64, len(docs))
	for i, r := range docs {
		list[i] = 1
		if edition, ok := editions[r.Standard().Status]; ok {
			list[i] = edition
		}
		if !r.Assessable {
			list[i] *= w.WeightGroup
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
		if len(at) < 2 {
			continue
		}
		members := make([]match, len(at))
		scores := make([]float32, len(at))
		for i, place := range at {
			members[i], scores[i] = top[place], top[place].score
		}
		slices.SortStableFunc(members, func(a, b match) int { return cmp.Compare(f.wish[a.doc], f.wish[b.doc]) })
		for i, place := range at {
			top[place] = members[i]
			top[place].score = scores[i]
		}
	}
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

// order sorts what was found by words, best first, after what the headings, the standards and the graph say. It adds
// what only the graph finds. More than the first considered are sorted by words alone.
func (x *Index) order(matched []match, asks []ask, req request, f filter) []match {
	standards := x.standardBoosts(asks, req)
	for i := range matched {
		m := &matched[i]
		r := x.docs[m.doc]
		s := float64(m.score) * math.Pow(float64(m.cover), x.weights.CoverPower) * x.standing[m.doc]
		if b, ok := standards[r.Standard()]; ok {
			s *= b
		}
		m.score = float32(s)
	}
	slices.SortFunc(matched, better)
	top := matched[:min(considered, len(matched))]
	q := newQuestion(asks)
	for i := range top {
		m := &top[i]
		fit := x.titles[m.doc].fits(q)
		if p := x.docs[m.doc].Parent(); p != nil {
			fit = max(fit, x.weights.FitParent*x.titles[x.at[p.Index()]].fits(q))
		}
		m.score *= float32(1 + x.weights.BoostTitle*fit)
	}
	return x.spread(matched, top, f)
}

func better(a, b match) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
}

// spread raises what has counterparts among the best, and adds what has them and none of the words: what most of the
// counterparts of a document are about, the document is about.
func (x *Index) spread(matched, top []match, f filter) []match {
	if len(top) == 0 {
		return matched
	}
	// Sums are taken in the order of the documents touched, so that equal questions have equal scores to the last bit.
	place := make(map[int32]int, 4*len(top)) // of a document in the lists below
	docs, own := make([]int32, len(top)), make([]float32, len(top))
	best := float32(0)
	for i, m := range top {
		place[m.doc], docs[i], own[i] = i, m.doc, m.score
		best = max(best, m.score)
	}
	score := slices.Clone(own)
	for range x.weights.SpreadSteps {
		sums, most := make([]float32, len(docs), 2*len(docs)), make([]float32, len(docs), 2*len(docs))
		for i, s := range score {
			for _, n := range x.near[docs[i]] {
				at, ok := place[n.doc]
				if !ok {
					at = len(docs)
					place[n.doc] = at
					docs, sums, most = append(docs, n.doc), append(sums, 0), append(most, 0)
				}
				sums[at] += n.near * s
				most[at] = max(most[at], n.near*s)
			}
		}
		for at, s := range sums {
			doc := docs[at]
			mean := s / (x.weightNear[doc] + float32(x.weights.SpreadPrior))
			sums[at] = (float32(x.weights.SpreadShare)*mean + float32(x.weights.SpreadMost)*most[at]) * float32(x.standing[doc])
			if at < len(own) {
				sums[at] += own[at]
			}
		}
		score = sums
	}
	for i := range top {
		top[i].score = score[i]
	}
	known := make(map[int32]bool, len(matched))
	for _, m := range matched {
		known[m.doc] = true
	}
	for at := len(own); at < len(docs); at++ {
		if doc, s := docs[at], score[at]; !known[doc] && s >= float32(x.weights.LeastSpread)*best {
			matched = append(matched, match{doc: doc, score: s, failed: x.values.fails(f, doc)})
		}
	}
	slices.SortFunc(matched, better)
	x.family.arrange(matched[:min(considered, len(matched))])
	return matched
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
