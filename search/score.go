package search

import (
	"context"
	"math"

	api "github.com/blevesearch/bleve_index_api"

	"github.com/clausegraph/clausegraph/graph"
)

// The text of a document is scored here and not by Bleve, which adds up what is found for one thing that is asked for
// under several names, as if somebody who says both "MFA" and 다중 인증 spoke of two things. Reading the postings directly
// is faster as well.

// maxPostings is how many documents a unit may be in. One in more tells nothing, and is left out where there are others.
const maxPostings = 20_000

// norms returns what the length of each document makes of a count in it.
func (w *weights) norms(lengths []int) []float32 {
	sum := 0
	for _, n := range lengths {
		sum += n
	}
	mean := float64(max(sum, 1)) / float64(max(len(lengths), 1))
	list := make([]float32, len(lengths))
	for i, n := range lengths {
		list[i] = float32(1 / (w.Saturation * (1 - w.LengthShare + w.LengthShare*float64(n)/mean)))
	}
	return list
}

// match is a document that has something of what is asked for.
type match struct {
	doc    int32
	failed uint64  // facets whose filter it does not pass
	score  float32 // 0 to about 1
	cover  float32 // the share of what is asked for that it has
}

// board is the scores under way. All arrays are by document and zero between searches.
type board struct {
	count, way, got    []float32 // of a unit; of a way: its score, and how much of it is there
	best, share        []float32 // of what is asked for: by its best way
	total, cover       []float32 // of the query
	units, ways, asks_ []int32   // documents touched
	all                []int32
}

func newBoard(n int) *board {
	a := make([]float32, 7*n)
	return &board{count: a[:n], way: a[n : 2*n], got: a[2*n : 3*n], best: a[3*n : 4*n], share: a[4*n : 5*n], total: a[5*n : 6*n], cover: a[6*n:]}
}

// score returns every document that has something of what is asked for, in no order.
func (x *Index) score(ctx context.Context, asks []ask, languages []graph.Language) ([]match, error) {
	b, _ := x.scratch.Get().(*board)
	if b == nil {
		b = newBoard(len(x.docs))
	}
	whole := float32(0)
	for i, a := range asks {
		weight, err := x.scoreAsk(ctx, b, a, languages)
		if err != nil {
			return nil, err // the board is not clean, and is dropped
		}
		whole += weight
		asks[i].weight = weight
		for _, doc := range b.asks_ {
			if b.total[doc] == 0 {
				b.all = append(b.all, doc)
			}
			b.total[doc] += weight * b.best[doc]
			b.cover[doc] += weight * b.share[doc]
			b.best[doc], b.share[doc] = 0, 0
		}
		b.asks_ = b.asks_[:0]
	}
	matched := make([]match, len(b.all))
	for i, doc := range b.all {
		matched[i] = match{doc: doc, score: b.total[doc] / whole, cover: b.cover[doc] / whole}
		b.total[doc], b.cover[doc] = 0, 0
	}
	b.all = b.all[:0]
	x.scratch.Put(b)
	return matched, nil
}

// scoreAsk leaves in best and share what each document has of one thing that is asked for, and returns how much that
// counts in the query: what is rare counts more.
func (x *Index) scoreAsk(ctx context.Context, b *board, a ask, languages []graph.Language) (float32, error) {
	weight := float32(0)
	for i, w := range a.ways {
		if w.worth == 0 {
			continue
		}
		rarity, err := x.scoreWay(ctx, b, w, languages)
		if err != nil {
			return 0, err
		}
		if weight == 0 || a.everyday && i == 1 {
			weight = rarity * float32(1+0.25*math.Sqrt(float64(len(a.ways[0].units)-1)))
		}
	}
	if weight == 0 {
		weight = unknownWeight
	}
	if a.term {
		weight *= float32(x.weights.TermWeight)
	}
	return weight, nil
}

// unknownWeight is what counts a word that no document has.
const unknownWeight = 2

// scoreWay keeps for each document the better of best and what it has of the way, and returns the mean rarity of the
// units that are somewhere; 0 if none is.
func (x *Index) scoreWay(ctx context.Context, b *board, w way, languages []graph.Language) (float32, error) {
	whole, known := float32(0), 0
	for _, u := range w.units {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		rarity, some, err := x.countUnit(ctx, b, u, languages, len(w.units) > 1)
		if err != nil {
			return 0, err
		}
		whole += rarity
		if some {
			known++
		}
		for _, doc := range b.units {
			c := b.count[doc]
			b.count[doc] = 0
			if b.got[doc] == 0 {
				b.ways = append(b.ways, doc)
			}
			b.way[doc] += rarity * c / (c + 1)
			b.got[doc] += rarity
		}
		b.units = b.units[:0]
	}
	for _, doc := range b.ways {
		share := b.got[doc] / whole
		score := b.way[doc] / whole * float32(w.worth)
		b.way[doc], b.got[doc] = 0, 0
		if share < 0.999 {
			if w.exact {
				continue
			}
			score *= float32(math.Sqrt(float64(share))) // a part is worth less than its share
		}
		share *= float32(w.worth)
		if b.best[doc] == 0 {
			b.asks_ = append(b.asks_, doc)
		}
		b.best[doc], b.share[doc] = max(b.best[doc], score), max(b.share[doc], share)
	}
	b.ways = b.ways[:0]
	if known == 0 {
		return 0, nil
	}
	return whole / float32(len(w.units)), nil
}

// countUnit leaves in count how often each document has the unit, as a share of its length, and returns its rarity and
// whether any document has it.
func (x *Index) countUnit(ctx context.Context, b *board, u unit, languages []graph.Language, others bool) (rarity float32, some bool, err error) {
	most := uint64(0)
	read := func(field string, norms []float32, term string, worth float32) error {
		postings, err := x.reader.TermFieldReader(ctx, []byte(term), field, true, false, false)
		if err != nil {
			return err
		}
		defer postings.Close()
		n := postings.Count()
		most = max(most, n)
		if others && n > maxPostings {
			return nil
		}
		var at api.TermFieldDoc
		for {
			p, err := postings.Next(&at)
			if err != nil || p == nil {
				return err
			}
			doc := x.place[p.ID.Value()]
			if b.count[doc] == 0 {
				b.units = append(b.units, doc)
			}
			b.count[doc] += worth * float32(p.Freq) * norms[doc]
		}
	}
	for i, term := range u.terms {
		worth := float32(1)
		if i > 0 {
			worth = float32(x.weights.OtherTerm)
		}
		if u.key {
			if err := read(exactField, x.norms[0], term, worth); err != nil {
				return 0, false, err
			}
			continue
		}
		for _, l := range languages {
			if u.hangul && l != graph.Korean {
				continue
			}
			if err := read(fieldOf(l), x.norms[languageIndex(fieldOf(l))], term, worth); err != nil {
				return 0, false, err
			}
		}
	}
	n := float64(len(x.docs))
	return float32(math.Log(1 + (n-float64(most)+0.5)/(float64(most)+0.5))), most > 0, nil
}
