package coverage_test

import (
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// item asks about one requirement and returns the answer for it with the whole analysis.
func item(t *testing.T, e *coverage.Engine, q coverage.Question) (*coverage.Item, *coverage.Analysis) {
	t.Helper()
	a, err := e.Gap(q)
	if err != nil {
		t.Fatal(err)
	}
	if i := a.Items[0]; i.Proof() != nil {
		if err := coverage.Check(e.Snapshot(), q, i.Proof()); err != nil {
			t.Error(err)
		}
	}
	return a.Items[0], a
}

func review(status graph.ControlStatus) graph.Control {
	return graph.Control{ID: "AR-1", Title: "Access review", Status: status, Scope: "head office", Satisfies: []string{"iso-27001-2022/A.5.18"}}
}

// TestControlsCountByStateAndScope: what a control proves of the requirement it satisfies, and who blocks it.
func TestControlsCountByStateAndScope(t *testing.T) {
	e := coverage.New(embedded(t))
	for _, test := range []struct {
		name    string
		control graph.Control
		scope   string
		want    coverage.Verdict
		blocked coverage.BlockerReason
	}{
		{"implemented", review(graph.Implemented), "", coverage.Full, ""},
		{"implemented in the scope", review(graph.Implemented), "head office", coverage.Full, ""},
		{"implemented elsewhere", review(graph.Implemented), "data centre", coverage.Unknown, coverage.BlockedOutOfScope},
		{"partial", review(graph.PartiallyImplemented), "", coverage.Partial, coverage.BlockedPartial},
		{"planned", review(graph.Planned), "", coverage.Unknown, coverage.BlockedPlanned},
		{"not implemented", review(graph.NotImplemented), "", coverage.Unknown, ""},
		{"not applicable", review(graph.NotApplicable), "", coverage.Unknown, ""},
		{"contributes", graph.Control{ID: "C", Status: graph.Implemented, Contributes: []string{"iso-27001-2022/A.5.18"}}, "", coverage.Partial, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, _ := item(t, e, coverage.Question{Controls: []graph.Control{test.control}, Scope: test.scope, Target: "iso-27001-2022/A.5.18"})
			if got.Verdict != test.want {
				t.Errorf("verdict %v, want %v", got.Verdict, test.want)
			}
			var blocked coverage.BlockerReason
			if len(got.Blockers()) > 0 {
				blocked = got.Blockers()[0].Why
			}
			if blocked != test.blocked {
				t.Errorf("blocked by %v, want %q", got.Blockers(), test.blocked)
			}
		})
	}
}

// TestVerdictsRestOnControls: the proof of a criterion goes down to the control, and a planned one blocks it.
func TestVerdictsRestOnControls(t *testing.T) {
	e := coverage.New(embedded(t))
	done, _ := item(t, e, coverage.Question{Controls: []graph.Control{review(graph.Implemented)}, Target: "isms-p-2023/2.5.6"})
	if done.Verdict != coverage.Partial {
		t.Fatalf("2.5.6 is %v, want PARTIAL", done.Verdict)
	}
	leaf := done.Proof().Steps()[0]
	if leaf.Rule != coverage.R1 || len(leaf.Controls) != 1 || leaf.Controls[0].Title != "Access review" {
		t.Errorf("the proof rests on %+v", leaf)
	}
	planned, _ := item(t, e, coverage.Question{Controls: []graph.Control{review(graph.Planned)}, Target: "isms-p-2023/2.5.6"})
	if planned.Verdict <= coverage.Partial || len(planned.Blockers()) != 1 || planned.Blockers()[0].Verdict != coverage.Partial {
		t.Errorf("2.5.6 is %v, blocked by %v", planned.Verdict, planned.Blockers())
	}
}

// TestHeldWithoutWorkingControl: a requirement held by its standard stays held when its only control is planned, and
// the answer carries the doubt; one that is not applicable is not held.
func TestHeldWithoutWorkingControl(t *testing.T) {
	e := coverage.New(embedded(t))
	q := coverage.Question{Held: []string{"iso-27001-2022"}, Controls: []graph.Control{review(graph.Planned)}, Target: "isms-p-2023/2.5.6"}
	got, a := item(t, e, q)
	if got.Verdict != coverage.Partial || len(a.Doubts) != 1 || a.Doubts[0].Requirement.Number != "A.5.18" {
		t.Errorf("%v with doubts %v", got.Verdict, a.Doubts)
	}
	q.Controls = append(q.Controls, graph.Control{ID: "AR-2", Status: graph.Implemented, Contributes: []string{"iso-27001-2022/A.5.18"}})
	if _, a := item(t, e, q); len(a.Doubts) != 0 {
		t.Errorf("a control counts, and there are doubts %v", a.Doubts)
	}
	q = coverage.Question{Held: []string{"iso-27001-2022"}, Controls: []graph.Control{review(graph.NotApplicable)}, Target: "iso-27001-2022/A.5.18"}
	if got, _ := item(t, e, q); got.Verdict == coverage.Full {
		t.Error("a requirement that is not applicable is held")
	}
}

func TestBadControlsAreNamed(t *testing.T) {
	e := coverage.New(embedded(t))
	for _, test := range []struct {
		control graph.Control
		want    string
	}{
		{graph.Control{ID: "x", Status: "done"}, `control x: unknown status "done"; the states are`},
		{graph.Control{ID: "x", Status: graph.Implemented, Satisfies: []string{"iso-27001-2022"}}, "control x: iso-27001-2022 is a whole standard"},
		{graph.Control{ID: "x", Status: graph.Planned, Satisfies: []string{"isms-p-2023/2.5"}}, "control x: isms-p-2023/2.5 is a heading"},
		{graph.Control{ID: "x", Status: graph.NotApplicable, Contributes: []string{"isms-p-2023/2.5.44"}}, "control x: unknown ref"},
	} {
		_, err := e.Gap(coverage.Question{Controls: []graph.Control{test.control}, Target: "isms-p-2023"})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
}
