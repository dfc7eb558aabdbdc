package coverage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// MaxControls bounds the controls of one question.
const MaxControls = 5_000

// ControlError says which control of a question an error is about.
type ControlError struct {
	Control string // "control AR-1"
	Err     error
}

// Error names the control and what is wrong with it.
func (e *ControlError) Error() string { return e.Control + ": " + e.Err.Error() }

// Unwrap returns what is wrong with the control.
func (e *ControlError) Unwrap() error { return e.Err }

// maxID bounds what errors repeat of the id of a control.
const maxID = 40

// nameOf returns how errors name a control.
func nameOf(c *graph.Control) string {
	id := []rune(strings.ToValidUTF8(c.ID, "?"))
	if len(id) > maxID {
		id = append(id[:maxID], '…')
	}
	return "control " + string(id)
}

// obstacle says why a control does not count in full in the scope, or is empty where it does.
type obstacle string

const (
	outOfScope obstacle = "out-of-scope"
	unfinished obstacle = "unfinished" // planned, or partly implemented
	never      obstacle = "never"      // not implemented, or not applicable
)

func obstacleOf(c *graph.Control, scope string) obstacle {
	switch {
	case c.Status != graph.Implemented && c.Status != graph.PartiallyImplemented && c.Status != graph.Planned:
		return never
	case scope != "" && c.Scope != "" && c.Scope != scope:
		return outOfScope
	case c.Status != graph.Implemented:
		return unfinished
	}
	return ""
}

// gives returns what a control proves by R1 of the requirements that it satisfies and of those that it contributes to;
// 0 is nothing. With hope it counts as if it were implemented in the scope.
func gives(c *graph.Control, scope string, hope bool) (satisfied, contributed Verdict) {
	switch o := obstacleOf(c, scope); {
	case o == "", hope && o != never:
		return Full, Partial
	case o == unfinished && c.Status == graph.PartiallyImplemented:
		return Partial, 0
	}
	return 0, 0
}

// hold adds what the controls implement, after the standards that are held.
func (r *run) holdControls(controls []graph.Control, scope string, hope bool) error {
	if len(controls) > MaxControls {
		return &HeldError{"controls", fmt.Sprintf("%d controls are too many; at most %d are taken", len(controls), MaxControls)}
	}
	for i := range controls {
		c := &controls[i]
		if !slices.Contains(graph.ControlStatuses, c.Status) {
			return &HeldError{nameOf(c), fmt.Sprintf("unknown status %q; the states are %v", c.Status, graph.ControlStatuses)}
		}
		satisfied, contributed := gives(c, scope, hope)
		for _, link := range []struct {
			refs    []string
			verdict Verdict
		}{{c.Satisfies, satisfied}, {c.Contributes, contributed}} {
			for _, ref := range link.refs {
				node, err := r.implemented(c, ref)
				if err != nil {
					return err
				}
				if link.verdict != 0 {
					r.hold(node, "", c, link.verdict)
				}
			}
		}
	}
	return nil
}

// implemented returns the node that a control names. The error names the control.
func (e *Engine) implemented(c *graph.Control, ref string) (*graph.Requirement, error) {
	node := e.snapshot.Requirement(ref)
	switch {
	case node == nil && e.snapshot.Standard(ref) != nil:
		return nil, &HeldError{nameOf(c), ref + " is a whole standard; name the requirements that the control implements"}
	case node == nil:
		return nil, &ControlError{nameOf(c), e.snapshot.Unknown(ref)}
	case !node.Assessable && !node.IsPoint():
		return nil, &HeldError{nameOf(c), ref + " is a heading; name the requirements below it that the control implements"}
	}
	return node, nil
}

// notApplicable returns the nodes that the controls take out of what is held.
func (e *Engine) notApplicable(controls []graph.Control) (map[*graph.Requirement]bool, error) {
	var out map[*graph.Requirement]bool
	for i := range controls {
		if controls[i].Status != graph.NotApplicable {
			continue
		}
		for _, ref := range slices.Concat(controls[i].Satisfies, controls[i].Contributes) {
			node, err := e.implemented(&controls[i], ref)
			if err != nil {
				return nil, err
			}
			if out == nil {
				out = map[*graph.Requirement]bool{}
			}
			out[node] = true
		}
	}
	return out, nil
}
