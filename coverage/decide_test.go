package coverage_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// TestEveryWayToAskAgrees: Gap follows what is FULL and walks back from what it is asked about, WhatIf spreads all that
// follows. The verdicts are the same, and those of a requirement asked about alone as well.
func TestEveryWayToAskAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		s := m.build(t)
		e := coverage.New(s)
		for _, std := range s.Standards() {
			q := m.question(std.Ref)
			if rapid.Bool().Draw(t, "reviewed claims alone") {
				q.Policy.MinAssurance = graph.AssuranceReviewed
			}
			a, err := e.Gap(q)
			if err != nil {
				t.Fatal(err)
			}
			w, err := e.WhatIf(q, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			if a.Summary != w.Before {
				t.Errorf("%s: %v by Gap, %v by WhatIf", std.Ref, a.Summary, w.Before)
			}
			for _, item := range a.Items {
				q.Target = item.Requirement.Ref
				alone, err := e.Gap(q)
				if err != nil {
					t.Fatal(err)
				}
				spread, err := e.WhatIf(q, nil, nil)
				if err != nil {
					t.Fatal(err)
				}
				if v := alone.Items[0].Verdict; v != item.Verdict || spread.Before.Count(v) != 1 {
					t.Errorf("%s is %v among others, %v alone, %v by WhatIf", q.Target, item.Verdict, v, spread.Before)
				}
			}
		}
	})
}
