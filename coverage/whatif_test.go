package coverage_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// TestOverlapIsGapForEveryPair: the matrix says what the gap analysis of each pair says.
func TestOverlapIsGapForEveryPair(t *testing.T) {
	s := embedded(t)
	e := coverage.New(s)
	o, err := e.Overlap(t.Context(), nil, coverage.Question{})
	if err != nil {
		t.Fatal(err)
	}
	for i, held := range o.Standards {
		for j, target := range o.Standards {
			a, err := e.Gap(coverage.Question{Held: []string{held.Ref}, Target: target.Ref})
			if err != nil {
				t.Fatal(err)
			}
			if o.Cells[i][j] != a.Summary {
				t.Errorf("%s to %s: %+v, the gap analysis says %+v", held.Ref, target.Ref, o.Cells[i][j], a.Summary)
			}
			if i == j && o.Cells[i][j].Full != o.Cells[i][j].Total {
				t.Errorf("%s does not meet itself", held.Ref)
			}
		}
	}
	if _, err := e.Overlap(t.Context(), []string{"nope"}, coverage.Question{}); err == nil {
		t.Error("an unknown standard was accepted")
	}
}

// TestEditionChangesOf27001: eleven new controls, the merge that became A.5.17, and the swapped clause 10.
func TestEditionChangesOf27001(t *testing.T) {
	e := coverage.New(embedded(t))
	inventory := []graph.Control{{ID: "PW", Status: graph.Implemented, Satisfies: []string{"iso-27001-2013/A.9.4.3"}}}
	c, err := e.Editions("iso-27001-2013", "iso-27001-2022", inventory)
	if err != nil {
		t.Fatal(err)
	}
	byNumber := map[string]coverage.Change{}
	var added []string
	for _, change := range c.Changes {
		if change.To == nil {
			continue
		}
		byNumber[change.To.Number] = change
		if change.Kind == coverage.Added && change.To.Kind == graph.KindControl {
			added = append(added, change.To.Number)
		}
	}
	want := []string{"A.5.7", "A.5.23", "A.5.30", "A.7.4", "A.8.9", "A.8.10", "A.8.11", "A.8.12", "A.8.16", "A.8.23", "A.8.28"}
	if !slices.Equal(added, want) {
		t.Errorf("new controls %v, want %v", added, want)
	}
	merged := byNumber["A.5.17"]
	if merged.Kind != coverage.Merged || len(merged.From) != 3 || merged.Verdict != coverage.Full {
		t.Errorf("A.5.17 is %s from %d, %v", merged.Kind, len(merged.From), merged.Verdict)
	}
	if len(merged.Controls) != 1 || merged.Controls[0].ID != "PW" {
		t.Errorf("the controls touched by A.5.17 are %v", merged.Controls)
	}
	for now, before := range map[string]string{"10.1": "10.2", "10.2": "10.1"} {
		if from := byNumber[now].From; len(from) != 1 || from[0].Number != before {
			t.Errorf("%s comes from %v, want %s", now, from, before)
		}
	}
	if c.Count(coverage.Withdrawn) != 0 {
		t.Errorf("%d requirements of 2013 are withdrawn; each has an heir", c.Count(coverage.Withdrawn))
	}
}

// TestNextRanksByWhatIsLeft: the order is by what is not proved, and nothing that is held is offered.
func TestNextRanksByWhatIsLeft(t *testing.T) {
	e := coverage.New(embedded(t))
	next, err := e.Next(coverage.Question{Held: []string{"isms-2023"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	left := -1
	for _, n := range next {
		if n.Standard.Ref == "isms-2023" || n.Standard.Status == graph.Withdrawn || n.Standard.Status == graph.Guidance || slices.Contains(n.Standard.Disciplines, graph.Law) {
			t.Errorf("%s is offered", n.Standard.Ref)
		}
		l := n.Summary.Possible + n.Summary.None + n.Summary.Unknown
		if l < left {
			t.Errorf("%s has %d left and comes after one that has %d", n.Standard.Ref, l, left)
		}
		left = l
	}
}

func TestWhatIfAndSinglePoints(t *testing.T) {
	e := coverage.New(embedded(t))
	q := coverage.Question{
		Controls: []graph.Control{
			{ID: "a", Status: graph.Implemented, Satisfies: []string{"iso-27001-2022/A.5.18"}},
			{ID: "b", Status: graph.Implemented, Satisfies: []string{"iso-27001-2022/A.5.17"}},
			{ID: "c", Status: graph.Implemented, Satisfies: []string{"iso-27001-2022/A.5.17"}},
		},
		Target: "iso-27001-2022",
	}
	w, err := e.WhatIf(q, []string{"a"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if w.Before.Full != 2 || w.After.Full != 1 || len(w.Shifts) == 0 || w.Shifts[0].Requirement.Number != "A.5.18" {
		t.Errorf("without a: %+v", w)
	}
	if w, err := e.WhatIf(q, []string{"b"}, nil); err != nil || len(w.Shifts) != 0 {
		t.Errorf("c still meets A.5.17, but without b: %+v, %v", w, err)
	}
	if _, err := e.WhatIf(q, []string{"z"}, nil); err == nil {
		t.Error("removing what is not there was accepted")
	}
	more := []graph.Control{{ID: "a", Status: graph.Implemented, Satisfies: []string{"iso-27001-2022/A.8.13"}}}
	if w, err := e.WhatIf(q, []string{"a"}, more); err != nil || w.After.Full != 2 || len(w.Shifts) != 2 {
		t.Errorf("another a: %+v, %v", w, err)
	}
	if _, err := e.WhatIf(q, nil, more); err == nil {
		t.Error("a second control a was accepted")
	}
	points, err := e.SinglePoints(t.Context(), q, []string{"iso-27001-2022"})
	if err != nil {
		t.Fatal(err)
	}
	if len(points) != 1 || points[0].Control.ID != "a" {
		t.Errorf("single points of failure: %+v", points)
	}
}

// TestStepsCountJointClaims: with two of the three sources of A.5.17 held, the third is the step that makes it FULL.
func TestStepsCountJointClaims(t *testing.T) {
	e := coverage.New(embedded(t))
	q := coverage.Question{Held: []string{"iso-27001-2013/A.9.2.4", "iso-27001-2013/A.9.3.1"}, Target: "iso-27001-2022/A.5.17"}
	steps, err := e.Steps(t.Context(), q, []string{"iso-27001-2013"})
	if err != nil {
		t.Fatal(err)
	}
	if len(steps) == 0 || steps[0].Requirement.Number != "A.9.4.3" || steps[0].Lifts[0].After != coverage.Full {
		t.Errorf("steps %+v", steps)
	}
}

// TestSensitivityNamesWhatAVerdictRestsOn: without a claim that is named the verdict really falls, and the only source
// carries everything.
func TestSensitivityNamesWhatAVerdictRestsOn(t *testing.T) {
	e := coverage.New(embedded(t))
	q := coverage.Question{Held: []string{"iso-27001-2022"}, Target: "isms-p-2023/2.5"}
	s, err := e.Sensitivity(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Sources) != 1 || len(s.Sources[0].Shifts) == 0 {
		t.Errorf("sources %+v", s.Sources)
	}
	for _, loss := range s.Claims {
		without := q
		without.Policy.Without = []string{loss.Mapping.ID}
		a, err := e.Gap(without)
		if err != nil {
			t.Fatal(err)
		}
		for _, shift := range loss.Shifts {
			i := slices.IndexFunc(a.Items, func(i *coverage.Item) bool { return i.Requirement == shift.Requirement })
			if a.Items[i].Verdict != shift.After || shift.After <= shift.Before {
				t.Errorf("without %s %s is %v, said to be %v", loss.Mapping.ID, shift.Requirement.Ref, a.Items[i].Verdict, shift.After)
			}
		}
	}
}

// TestStepsAreWhatHoldingMoreGives: what is followed from the answer that is there equals what asking again gives, over
// random models, with and without a bound on hops.
func TestStepsAreWhatHoldingMoreGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		m.policy.MaxHops = rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "hops")
		e := coverage.New(m.build(t))
		q := m.question(rapid.SampledFrom(e.Snapshot().Standards()).Draw(t, "target").Ref)
		steps, err := e.Steps(t.Context(), q, allRefs(e.Snapshot()))
		if err != nil {
			t.Fatal(err)
		}
		got := map[string][]coverage.Shift{}
		for _, s := range steps {
			got[s.Requirement.Ref] = s.Lifts
		}
		before := verdicts(t, e, q)
		for _, std := range e.Snapshot().Standards() {
			known := q
			known.Target = std.Ref
			for i, c := range std.Assessable() {
				if verdicts(t, e, known)[i].After == coverage.Full {
					continue // no step: it is met
				}
				more := q
				more.Held = append(slices.Clone(q.Held), c.Ref)
				want := slices.DeleteFunc(differences(before, verdicts(t, e, more)), func(s coverage.Shift) bool { return s.Requirement == c || s.After > coverage.Partial })
				if !slices.Equal(got[c.Ref], want) {
					t.Errorf("holding %s lifts %v, steps say %v", c.Ref, want, got[c.Ref])
				}
			}
		}
	})
}

// TestLossesAreWhatAskingAgainGives: sensitivity and single points say what asking without the claim, the source or the
// control says, over random models.
func TestLossesAreWhatAskingAgainGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		m.policy.MaxHops = rapid.SampledFrom([]int{0, 0, 2}).Draw(t, "hops")
		e := coverage.New(m.build(t))
		q := m.question(rapid.SampledFrom(e.Snapshot().Standards()).Draw(t, "target").Ref)
		before := verdicts(t, e, q)
		fallen := func(q coverage.Question, least coverage.Verdict) []coverage.Shift {
			return slices.DeleteFunc(differences(before, verdicts(t, e, q)), func(s coverage.Shift) bool { return s.Before > least || s.After < s.Before })
		}
		s, err := e.Sensitivity(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		claims := map[string][]coverage.Shift{}
		for _, loss := range s.Claims {
			claims[loss.Mapping.ID] = loss.Shifts
		}
		for _, mapping := range e.Snapshot().Mappings() {
			less := q
			less.Policy.Without = []string{mapping.ID}
			if want := fallen(less, coverage.Partial); !slices.Equal(claims[mapping.ID], want) {
				t.Errorf("without %s fall %v, sensitivity says %v", mapping.ID, want, claims[mapping.ID])
			}
		}
		points, err := e.SinglePoints(t.Context(), q, []string{q.Target})
		if err != nil {
			t.Fatal(err)
		}
		controls := map[string][]coverage.Shift{}
		for _, p := range points {
			controls[p.Control.ID] = p.Shifts
		}
		for i, c := range q.Controls {
			less := q
			less.Controls = slices.Delete(slices.Clone(q.Controls), i, i+1)
			if want := fallen(less, coverage.Full); !slices.Equal(controls[c.ID], want) {
				t.Errorf("without control %s fall %v, single points say %v", c.ID, want, controls[c.ID])
			}
		}
	})
}

func allRefs(s *graph.Snapshot) []string {
	var refs []string
	for _, std := range s.Standards() {
		refs = append(refs, std.Ref)
	}
	return refs
}

// verdicts asks for proofs, and so does not take the way that is tested.
func verdicts(t rapid.TB, e *coverage.Engine, q coverage.Question) []coverage.Shift {
	t.Helper()
	a, err := e.Gap(q)
	if err != nil {
		t.Fatal(err)
	}
	var list []coverage.Shift
	for _, i := range a.Items {
		v := coverage.Unknown
		if p := i.Proof(); p != nil {
			v = p.Verdict
		}
		list = append(list, coverage.Shift{Requirement: i.Requirement, Before: v, After: v})
	}
	return list
}

func differences(before, after []coverage.Shift) []coverage.Shift {
	var list []coverage.Shift
	for i, b := range before {
		if after[i].After != b.Before {
			list = append(list, coverage.Shift{Requirement: b.Requirement, Before: b.Before, After: after[i].After})
		}
	}
	return list
}
