package coverage_test

import (
	"testing"

	"github.com/clausegraph/clausegraph/coverage"
)

// BenchmarkGap asks the main question of the shipped data: verdicts alone is what the answer costs until somebody asks
// why, and with proofs is all of it.
func BenchmarkGap(b *testing.B) {
	e := coverage.New(embedded(b))
	q := coverage.Question{Held: []string{"iso-27001-2022"}, Target: "isms-p-2023"}
	b.Run("verdicts", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := e.Gap(q); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("proofs", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			a, err := e.Gap(q)
			if err != nil {
				b.Fatal(err)
			}
			if a.Items[0].Proof() == nil {
				b.Fatal("no proof")
			}
		}
	})
}
