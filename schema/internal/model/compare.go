package model

import (
	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

// The connections of comparisons.
type (
	ChangeConnection   = page.Connection[ChangeEdge]
	NextStepConnection = page.Connection[NextStepEdge]
)

// ChangeEdge is a change in a list.
type ChangeEdge struct {
	Cursor string
	Node   *coverage.Change
}

// ChangeCount is the number of changes of one kind.
type ChangeCount struct {
	Kind  coverage.ChangeKind
	Count int
}

// NextStepEdge is a step in a list.
type NextStepEdge struct {
	Cursor string
	Node   *coverage.Step
}

// OverlapMatrix is an overlap as a list of its pairs.
type OverlapMatrix struct {
	Standards []*graph.Standard
	Pairs     []OverlapPair
}

// OverlapPair is what is proved of one standard for a holder of another.
type OverlapPair struct {
	Held    *graph.Standard
	Target  *graph.Standard
	Summary coverage.Summary
}

// NewOverlapMatrix lists the pairs of different standards, row by row.
func NewOverlapMatrix(o *coverage.Overlap) *OverlapMatrix {
	m := &OverlapMatrix{Standards: o.Standards}
	for i, held := range o.Standards {
		for j, target := range o.Standards {
			if i != j {
				m.Pairs = append(m.Pairs, OverlapPair{held, target, o.Cells[i][j]})
			}
		}
	}
	return m
}

// Sensitivity is what an answer rests on, with the controls beside the claims and sources.
type Sensitivity struct {
	*coverage.Sensitivity

	Controls []coverage.SinglePoint
}
