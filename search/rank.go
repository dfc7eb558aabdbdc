package search

import (
	"cmp"
	"hash/maphash"
	"math"
	"math/bits"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// The weights of what counts beside the words, set by the tuning half of the evaluation set.
const (
	coverPower   = 1.0  // how hard it is on a document that has only a part of what is asked for
	boostTitle   = 0.3  // for a heading that says all that is asked for and nothing else
	boostNamed   = 5.0  // for a standard that the query names
	boostAbout   = 0.3  // for a standard whose title has the words of the query
	weightGroup  = 0.95 // of a heading
	shareOfNear  = 0.25 // of the score of its closest counterpart that a document gets on top
	leastOfGraph = 0.1  // of the best score: what a document must get from its counterparts alone to be found
)

// considered is how many of the best by words are ordered with regard to all else.
const considered = 200

// weights lower the scores of editions that a newer one has replaced: with the same words, people want the edition
// that is valid.
var weights = map[graph.Status]float64{graph.InTransition: 0.97, graph.Superseded: 0.75, graph.Withdrawn: 0.75}

// standings returns the weight of every document whatever the query.
func standings(docs []*graph.Requirement) []float64 {
	list := make([]float64, len(docs))
	for i, r := range docs {
		list[i] = 1
		if w, ok := weights[r.Standard().Status]; ok {
			list[i] = w
		}
		if !r.Assessable {
			list[i] *= weightGroup
		}
	}
	return list
}

// title is the terms of a heading in each language, as hashes.
type title [2][]uint64

var seed = maphash.MakeSeed()

func newTitles(docs []*graph.Requirement) []title {
	list := make([]title, len(docs))
	for i, r := range docs {
		for l, text := range []string{r.Title.EN, r.Title.KO} {
			for _, w := range cut(compose(text)) {
				if isStop(w) {
					continue
				}
				for _, u := range wordUnits(w) {
					list[i][l] = append(list[i][l], maphash.String(seed, u.terms[0]))
				}
			}
		}
	}
	return list
}

// question is the terms of what is asked for, as hashes: of each ask its ways.
type question [][][]uint64

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
		q = append(q, ways)
	}
	return q
}

// fits returns how much of the heading is asked for times how much of what is asked for is in the heading, in the
// language in which it is more: 1 where both say the same.
func (t title) fits(q question) float64 {
	best := 0.0
	for _, half := range t {
		if len(half) == 0 {
			continue
		}
		asked := 0.0
		used := uint64(0) // places in half
		for _, ways := range q {
			most := 0.0
			for _, terms := range ways {
				n := 0
				for _, term := range terms {
					if i := slices.Index(half, term); i >= 0 {
						used |= 1 << (i & 63)
						n++
					}
				}
				most = max(most, float64(n)/float64(len(terms)))
			}
			asked += most
		}
		best = max(best, asked/float64(len(q))*float64(bits.OnesCount64(used))/float64(len(half)))
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
		s := float64(m.score) * math.Pow(float64(m.cover), coverPower) * x.standing[m.doc]
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
		m.score *= float32(1 + boostTitle*x.titles[m.doc].fits(q))
	}
	return x.spread(matched, top, f)
}

func better(a, b match) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
}

// spread raises what has counterparts among the best, and adds what has them and none of the words.
func (x *Index) spread(matched, top []match, f filter) []match {
	if len(top) == 0 {
		return matched
	}
	score := make(map[int32]float32, len(matched))
	for _, m := range matched {
		score[m.doc] = m.score
	}
	best := float32(0)
	for _, m := range top {
		best = max(best, m.score)
	}
	gain := map[int32]float32{}
	for _, m := range top {
		for _, n := range x.near[m.doc] {
			gain[n.doc] = max(gain[n.doc], shareOfNear*n.near*m.score)
		}
	}
	for i := range top {
		top[i].score += gain[top[i].doc]
	}
	for doc, s := range gain {
		if _, ok := score[doc]; !ok && s >= leastOfGraph*best {
			matched = append(matched, match{doc: doc, score: s * float32(x.standing[doc]), failed: x.values.fails(f, doc)})
		}
	}
	slices.SortFunc(matched, better)
	return matched
}

// standardBoosts returns what the query makes of standards that it names or speaks of.
func (x *Index) standardBoosts(asks []ask, req request) map[*graph.Standard]float64 {
	boosts := map[*graph.Standard]float64{}
	for _, std := range x.snapshot.Standards() {
		n, all := 0, 0
		for _, a := range asks {
			for _, u := range a.ways[0].units {
				all++
				if x.ids.about[std][u.terms[0]] {
					n++
				}
			}
		}
		if n > 0 {
			boosts[std] = 1 + boostAbout*float64(n)/float64(all)
		}
	}
	for _, std := range req.standards {
		of := std
		if std.Profile != nil {
			of = x.snapshot.Standard(std.Profile.Of)
		}
		boosts[of] = boostNamed
	}
	return boosts
}
