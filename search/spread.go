package search

import "slices"

// spreading is scores that go from document to document. Sums are taken in the order of the documents reached, so that
// equal questions have equal scores to the last bit.
type spreading struct {
	docs  []int32 // reached; the first are those that were found by words
	score []float32
	place []int32 // by document: one more than its place in docs; 0 where it was not reached
	heads []int32
	sums  []float32 // by document that is a heading
}

func (s *spreading) at(doc int32) int32 {
	p := s.place[doc]
	if p == 0 {
		s.docs = append(s.docs, doc)
		s.score = append(s.score, 0)
		p = int32(len(s.docs))
		s.place[doc] = p
	}
	return p - 1
}

// leastSent is the share of the best score below which nothing is passed on.
const leastSent = 0.01

// spread raises what has counterparts among the best, and adds what has them and none of the words: what most of the
// counterparts of a document are about, the document is about.
//
// With exact it adds nothing: what rests on an article of law is what says so.
func (x *Index) spread(top, rest []match, f filter, exact bool) ranking {
	r := ranking{block: top, rest: rest}
	if len(top) == 0 {
		return r
	}
	s, _ := x.spreads.Get().(*spreading)
	if s == nil {
		s = &spreading{place: make([]int32, len(x.docs)), sums: make([]float32, len(x.docs))}
	}
	own := make([]float32, len(top))
	highest := float32(0)
	for i, m := range top {
		s.at(m.doc)
		s.score[i], own[i] = m.score, m.score
		highest = max(highest, m.score)
	}
	var from, most []float32
	for range x.weights.SpreadSteps {
		from = append(from[:0], s.score...)
		clear(s.score)
		most = append(most[:0], s.score...)
		for i, score := range from {
			if score < leastSent*highest {
				continue
			}
			for _, n := range x.near[s.docs[i]] {
				at := s.at(n.doc)
				if int(at) == len(most) {
					most = append(most, 0)
				}
				v := n.near * score
				s.score[at] += v
				most[at] = max(most[at], v)
			}
		}
		share, best, prior := float32(x.weights.SpreadShare), float32(x.weights.SpreadMost), float32(x.weights.SpreadPrior)
		for at, sum := range s.score {
			doc := s.docs[at]
			v := (share*sum/(x.weightNear[doc]+prior) + best*most[at]) * float32(x.standing[doc])
			if at < len(own) {
				v += own[at]
			}
			s.score[at] = v
		}
	}
	x.settle(s)
	for i := range top {
		top[i].score = s.score[i]
	}
	reached := map[int32]bool{}
	for at := len(own); at < len(s.docs) && !exact; at++ {
		if v := s.score[at]; v >= float32(x.weights.LeastSpread)*highest {
			r.block = append(r.block, match{doc: s.docs[at], score: v, failed: x.values.fails(f, s.docs[at])})
			reached[s.docs[at]] = true
		}
	}
	if len(reached) > 0 {
		r.rest = slices.DeleteFunc(r.rest, func(m match) bool { return reached[m.doc] })
	}
	for _, doc := range s.docs {
		s.place[doc] = 0
	}
	s.docs, s.score = s.docs[:0], s.score[:0]
	x.spreads.Put(s)
	return r
}

// settle evens out what the graph leaves apart: twins come together, and a heading stands with what is under it.
func (x *Index) settle(s *spreading) {
	before := append([]float32(nil), s.score...)
	share := float32(x.weights.TwinShare)
	for i, score := range before {
		for _, twin := range x.twins[s.docs[i]] {
			at := s.at(twin)
			s.score[at] = max(s.score[at], share*score*float32(x.standing[twin]/x.standing[s.docs[i]]))
		}
	}
	for i, score := range s.score {
		p := x.docs[s.docs[i]].Parent()
		if p == nil {
			continue
		}
		head := x.at[p.Index()]
		if s.sums[head] == 0 {
			s.heads = append(s.heads, head)
		}
		s.sums[head] += score
	}
	for _, head := range s.heads {
		at := s.at(head)
		mean := s.sums[head] / (float32(len(x.docs[head].Children())) + float32(x.weights.HeadPrior))
		s.score[at] = max(s.score[at], float32(x.weights.HeadShare)*mean)
		s.sums[head] = 0
	}
	s.heads = s.heads[:0]
}
