package coverage

import (
	"fmt"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Limits of a question. They are far above any honest use and bound the work that one question can cause.
const (
	MaxHeld = 20_000 // entries of Question.Held
)

// Question asks what a target needs beyond what is held.
type Question struct {
	// Held lists refs of standards, profiles, groups and requirements that are met in full. A standard, profile or
	// group stands for the assessable requirements in it. Order and duplicates do not matter.
	Held []string
	// Target is the ref of a standard, profile, group or requirement.
	Target string
	// AsOf is the day the question is asked about: claims that do not hold on it are left out. The zero Date takes
	// claims whatever their dates.
	AsOf graph.Date
}

// heldEntry is a node that is held, with the entry of the question it comes from.
type heldEntry struct {
	node  int32
	entry string
}

// HeldError says that what a question holds, or asks for, cannot be answered.
type HeldError struct {
	Ref     string
	Problem string
}

// Error names the ref and the problem.
func (e *HeldError) Error() string { return fmt.Sprintf("%s: %s", e.Ref, e.Problem) }

// expand returns what a ref stands for: the assessable requirements of a standard, profile or group, or the single
// requirement or point. The error is a *graph.UnknownRefError or a *HeldError.
func (e *Engine) expand(ref string) ([]*graph.Requirement, error) {
	if std := e.snapshot.Standard(ref); std != nil {
		return std.Assessable(), nil
	}
	node := e.snapshot.Requirement(ref)
	if node == nil {
		return nil, e.snapshot.Unknown(ref)
	}
	if node.Assessable || node.IsPoint() {
		return []*graph.Requirement{node}, nil
	}
	below := assessableBelow(node)
	if len(below) == 0 {
		return nil, &HeldError{ref, "it is a heading with no assessable requirement below it"}
	}
	return below, nil
}

func assessableBelow(node *graph.Requirement) []*graph.Requirement {
	var list []*graph.Requirement
	for _, child := range node.Children() {
		if child.Assessable {
			list = append(list, child)
		}
		list = append(list, assessableBelow(child)...)
	}
	return list
}

// distinct returns the refs sorted, each once: order and repetition carry no meaning.
func distinct(refs []string) []string { return slices.Compact(slices.Sorted(slices.Values(refs))) }

// begin starts a question on the working memory: a new stamp, and the resolved holdings (R1).
func (r *run) begin(q Question) error {
	if len(q.Held) > MaxHeld {
		return &HeldError{"held", fmt.Sprintf("%d refs are too many; at most %d are taken", len(q.Held), MaxHeld)}
	}
	r.asOf = q.AsOf
	r.queue = r.queue[:0]
	r.entries = r.entries[:0]
	if r.stamp++; r.stamp == 0 { // after four billion questions old stamps would look current
		*r = *newRun(r.Engine)
		r.stamp = 1
	}
	for _, ref := range distinct(q.Held) {
		nodes, err := r.expand(ref)
		if err != nil {
			return err
		}
		for _, n := range nodes {
			i := int32(n.Index())
			if r.held[i] == r.stamp {
				continue
			}
			r.held[i] = r.stamp
			if n.IsPoint() {
				r.heldIn[n.Parent().Index()] = r.stamp
			}
			r.entries = append(r.entries, heldEntry{i, ref})
		}
	}
	return nil
}
