package coverage_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// TestBoundedHops compares a bounded question with sets that grow by one claim at a time, and checks every proof.
func TestBoundedHops(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		m.policy.MaxHops = rapid.IntRange(1, 3).Draw(t, "hops")
		s := m.build(t)
		want := layered(s, m)
		each(ask(t, s, m), func(r *graph.Requirement, v coverage.Verdict, p *coverage.Proof) {
			if got := min(v, coverage.Possible); got != want(r) {
				t.Errorf("%s is %v, within %d hops it is %v", r.Ref, v, m.policy.MaxHops, want(r))
			}
			if p == nil {
				return
			}
			if err := coverage.Check(s, m.question(r.Ref), p); err != nil {
				t.Errorf("refused: %v", err)
			}
		})
	})
}

// layered applies R2 until nothing changes, then every claim once, and so on for each hop.
func layered(s *graph.Snapshot, m *model) func(*graph.Requirement) coverage.Verdict {
	full, partial := m.holdings()
	n := &naive{snapshot: s, links: map[key]int{}, heights: map[key]int{}}
	for _, ref := range full {
		n.links[key{s.Requirement(ref), false}] = neutral
	}
	for _, ref := range partial {
		n.links[key{s.Requirement(ref), true}] = neutral
	}
	for hop := 0; ; hop++ {
		for n.parts() {
		}
		if hop == m.policy.MaxHops {
			break
		}
		next := &naive{snapshot: s, links: map[key]int{}, heights: map[key]int{}}
		for k := range n.links {
			next.links[k] = neutral
		}
		for _, c := range s.Mappings() {
			conclude := func(r *graph.Requirement, partial bool, _ worth, _ int) { next.links[key{r, partial}] = neutral }
			n.claim(c, c.Sources(), c.Targets(), c.Relation, conclude)
			n.claim(c, c.Targets(), c.Sources(), c.Relation.Converse(), conclude)
		}
		n = next
	}
	return func(r *graph.Requirement) coverage.Verdict {
		if _, ok := n.links[key{r, false}]; ok {
			return coverage.Full
		}
		if _, ok := n.links[key{r, true}]; ok {
			return coverage.Partial
		}
		return coverage.Possible
	}
}

// TestPolicyIsTheSameAsFewerClaims: what a policy leaves out counts as if it were not there.
func TestPolicyIsTheSameAsFewerClaims(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		for _, d := range m.datasets {
			if d.Crosswalk != nil {
				d.Crosswalk.Complete = graph.Complete{} // completeness is judged as a whole, not by the claim
			}
		}
		m.policy.MinAssurance = graph.AssuranceReviewed
		s := m.build(t)
		if all := s.Mappings(); len(all) > 0 {
			m.policy.Without = []string{rapid.SampledFrom(all).Draw(t, "without").ID}
		}
		got := ask(t, s, m)
		each(got, func(r *graph.Requirement, v coverage.Verdict, p *coverage.Proof) {
			if p == nil {
				return
			}
			if err := coverage.Check(s, m.question(r.Ref), p); err != nil {
				t.Errorf("refused: %v", err)
			}
		})
		policy := m.policy
		m.policy = coverage.Policy{}
		for _, d := range m.datasets {
			d.Mappings = slices.DeleteFunc(d.Mappings, func(c *graph.Mapping) bool { return !policy.Trusts(c) })
		}
		want := ask(t, m.build(t), m)
		for i := range want {
			if got[i].Verdict != want[i].Verdict {
				t.Errorf("%s is %v, without the claims it is %v", want[i].Requirement.Ref, got[i].Verdict, want[i].Verdict)
			}
		}
	})
}

func TestBadPoliciesAreNamed(t *testing.T) {
	e := coverage.New(embedded(t))
	for _, test := range []struct {
		policy coverage.Policy
		want   string
	}{
		{coverage.Policy{MaxHops: 17}, "at most 16 hops"},
		{coverage.Policy{MaxHops: -1}, "at most 16 hops"},
		{coverage.Policy{Distrust: []string{"nobody"}}, `there is no source or crosswalk "nobody"; the sources are `},
		{coverage.Policy{Without: []string{"x/1"}}, `there is no claim "x/1"`},
	} {
		_, err := e.Gap(coverage.Question{Held: []string{"iso-27001-2022"}, Target: "isms-p-2023", Policy: test.policy})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
}

// TestDistrustingEverybodyProvesNothing: without the only author nothing is left but what is held.
func TestDistrustingEverybodyProvesNothing(t *testing.T) {
	e := coverage.New(embedded(t))
	q := coverage.Question{Held: []string{"iso-27001-2022"}, Target: "isms-p-2023", Policy: coverage.Policy{Distrust: []string{"clausegraph editorial"}}}
	a, err := e.Gap(q)
	if err != nil {
		t.Fatal(err)
	}
	if a.Summary.Unknown != a.Summary.Total {
		t.Errorf("%+v is left", a.Summary)
	}
}
