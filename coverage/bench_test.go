package coverage_test

import (
	"testing"

	"github.com/clausegraph/clausegraph/coverage"
)

// BenchmarkGap asks the main question of the shipped data.
func BenchmarkGap(b *testing.B) {
	e := coverage.New(embedded(b))
	q := coverage.Question{Held: []string{"iso-27001-2022"}, Target: "isms-p-2023"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Gap(q); err != nil {
			b.Fatal(err)
		}
	}
}
