package search

import (
	"encoding/binary"
	"math"

	"github.com/blevesearch/bleve/v2/search"

	"github.com/clausegraph/clausegraph/graph"
)

// byScore sorts by weighted and rounded score, the highest first. Bleve adds up the parts of a score in an order that depends on
// how the index happened to be built; the last bits of equal scores differ, and would decide before the ref.
type byScore struct{ snapshot *graph.Snapshot }

// weights lower the scores of editions that a newer one has replaced: with the same words, people want the edition
// that is valid.
var weights = map[graph.Status]float64{graph.InTransition: 0.97, graph.Superseded: 0.75, graph.Withdrawn: 0.75}

// weighted returns the score of a requirement as it counts in the order.
func weighted(r *graph.Requirement, score float64) float64 {
	if w, ok := weights[r.Standard().Status]; ok {
		score *= w
	}
	return rounded(score)
}

const roundedBits = 24

// rounded returns a score that is not negative without its last bits.
func rounded(score float64) float64 {
	bits := math.Float64bits(score) + 1<<(roundedBits-1)
	return math.Float64frombits(bits &^ (1<<roundedBits - 1))
}

// Value returns the weighted score as a string that sorts alike.
func (s *byScore) Value(m *search.DocumentMatch) string {
	score := m.Score
	if r := s.snapshot.Requirement(m.ID); r != nil {
		score = weighted(r, score)
	}
	return string(binary.BigEndian.AppendUint64(nil, math.Float64bits(score)))
}

// DecodeValue returns the value as it is.
func (*byScore) DecodeValue(value string) string { return value }

// Descending is true.
func (*byScore) Descending() bool { return true }

// RequiresDocID is true: the weight depends on the requirement.
func (*byScore) RequiresDocID() bool { return true }

// RequiresScoring is false, so that Bleve compares Value and not the score itself.
func (*byScore) RequiresScoring() bool { return false }

// RequiresFields is empty.
func (*byScore) RequiresFields() []string { return nil }

// UpdateVisitor does nothing.
func (*byScore) UpdateVisitor(string, []byte) {}

// Reverse does nothing: only searching backwards needs it.
func (*byScore) Reverse() {}

// Copy returns the same, which has no state that changes.
func (s *byScore) Copy() search.SearchSort { return s }
