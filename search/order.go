package search

import (
	"encoding/binary"
	"math"

	"github.com/blevesearch/bleve/v2/search"
)

// byScore sorts by rounded score, the highest first. Bleve adds up the parts of a score in an order that depends on
// how the index happened to be built; the last bits of equal scores differ, and would decide before the ref.
type byScore struct{}

const roundedBits = 24

// rounded returns a score that is not negative without its last bits.
func rounded(score float64) float64 {
	bits := math.Float64bits(score) + 1<<(roundedBits-1)
	return math.Float64frombits(bits &^ (1<<roundedBits - 1))
}

// Value returns the rounded score as a string that sorts alike.
func (*byScore) Value(m *search.DocumentMatch) string {
	return string(binary.BigEndian.AppendUint64(nil, math.Float64bits(rounded(m.Score))))
}

// DecodeValue returns the value as it is.
func (*byScore) DecodeValue(value string) string { return value }

// Descending is true.
func (*byScore) Descending() bool { return true }

// RequiresDocID is false.
func (*byScore) RequiresDocID() bool { return false }

// RequiresScoring is false, so that Bleve compares Value and not the score itself.
func (*byScore) RequiresScoring() bool { return false }

// RequiresFields is empty.
func (*byScore) RequiresFields() []string { return nil }

// UpdateVisitor does nothing.
func (*byScore) UpdateVisitor(string, []byte) {}

// Reverse does nothing: only searching backwards needs it.
func (*byScore) Reverse() {}

// Copy returns the same, which has no state.
func (s *byScore) Copy() search.SearchSort { return s }
