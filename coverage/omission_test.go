package coverage_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// omittable lists the numbers of the criteria whose audit a certificate of ISO/IEC 27001 may spare.
const omittable = "2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.2.3 2.2.4 2.2.5 2.2.6 2.3.1 2.3.2 2.3.3 2.3.4 " +
	"2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.12.1 2.12.2"

func TestAuditOmission(t *testing.T) {
	e := coverage.New(embedded(t))
	for _, test := range []struct {
		held   string
		target string
		asOf   graph.Date
		want   string
	}{
		{"iso-27001-2022", "isms-p-2023", "2026-11-22", omittable},
		{"iso-27001-2022", "isms-2023", "2026-11-22", omittable},
		{"iso-9001-2015 iso-27001-2022", "isms-p-2023", "2026-11-22", omittable},
		{"iso-27001-2022", "isms-p-2023", "", omittable},
		{"iso-27001-2022", "isms-2023/2.12", "2026-11-22", "2.12.1 2.12.2"},
		{"iso-27001-2022", "isms-p-2023", "2024-07-23", ""}, // before the notice
		{"iso-27001-2022/A.5.1", "isms-p-2023", "2026-11-22", ""},
		{"iso-9001-2015", "isms-p-2023", "2026-11-22", ""},
		{"isms-2023", "isms-p-2023", "2026-11-22", ""},
		{"iso-27001-2022", "isms-p-2018", "2026-11-22", ""}, // its 2.1.1 is another criterion
	} {
		a, err := e.Gap(coverage.Question{Held: strings.Fields(test.held), Target: test.target, AsOf: test.asOf})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, item := range a.Items {
			if len(item.Omissions()) == 0 {
				continue
			}
			got = append(got, item.Requirement.Number)
			if o := item.Omissions()[0]; o.Scheme().Ref != "isms-p" || len(o.Conditions) != 2 || o.Source == "" {
				t.Errorf("%s: %+v", item.Requirement.Ref, o)
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("held %s, target %s on %s (-want +got):\n%s", test.held, test.target, test.asOf, diff)
		}
	}
}

// An omission for audits against a profile is shown where the profile is asked about, and not beside the standard.
func TestOmissionForAProfile(t *testing.T) {
	s, err := graph.Build(graph.Revision{}, []*graph.Dataset{
		{Name: "a", Standard: &graph.Standard{Ref: "a"}, Requirements: []*graph.Requirement{{Ref: "a/1", Number: "1", Assessable: true}}},
		{Name: "p", Standard: &graph.Standard{Ref: "p", Profile: &graph.Profile{Of: "a", Select: []string{"1"}}}},
		{Name: "h", Standard: &graph.Standard{Ref: "h"}},
		{Name: "scheme:s", Scheme: &graph.Scheme{Ref: "s", Omissions: []graph.Omission{{Held: []string{"h"}, Target: "p", Criteria: []string{"1"}}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for target, want := range map[string]int{"p": 1, "p/1": 1, "a": 0, "a/1": 0} {
		a, err := coverage.New(s).Gap(coverage.Question{Held: []string{"h"}, Target: target})
		if err != nil || len(a.Items[0].Omissions()) != want {
			t.Errorf("%s: %v %v, want %d", target, a.Items[0].Omissions(), err, want)
		}
	}
}

// TestOmissionsTouchNoVerdict adds omissions to random models: everything but the omissions stays as it was.
func TestOmissionsTouchNoVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		before := m.build(t)
		want := asJSON(t, ask(t, before, m))
		scheme := &graph.Scheme{Ref: "s"}
		for _, std := range before.Standards() {
			if len(std.Assessable()) == 0 {
				continue
			}
			o := graph.Omission{Target: std.Ref}
			for _, r := range std.Assessable() {
				o.Criteria = append(o.Criteria, r.Number)
			}
			for _, held := range before.Standards() {
				o.Held = append(o.Held, held.Ref)
			}
			scheme.Omissions = append(scheme.Omissions, o)
		}
		m.datasets = append(m.datasets, &graph.Dataset{Name: graph.SchemeName("s"), Scheme: scheme})
		if diff := cmp.Diff(want, asJSON(t, ask(t, m.build(t), m))); diff != "" {
			t.Errorf("omissions change the answer (-without +with):\n%s", diff)
		}
	})
}
