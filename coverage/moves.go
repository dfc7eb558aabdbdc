package coverage

import (
	"context"

	"github.com/clausegraph/clausegraph/graph"
)

// Move is a verdict that is another one at a later revision of the data, for a holder of all of a standard.
type Move struct {
	Held        string             // ref of the standard that is held
	Target      *graph.Standard    // the standard asked for
	Requirement *graph.Requirement // of the later revision; of the earlier one where it is gone
	Before      Verdict            // 0 where the requirement is new
	After       Verdict            // 0 where it is gone
}

// Moves compares two revisions in terms of verdicts: for the holder of each standard that both know, those on every
// assessable requirement of every other standard, in the order of refs and of the document. A requirement is known by its
// ref. The question gives the day and the policy; what it holds and asks for is not looked at.
func Moves(ctx context.Context, before, after *Engine, q Question) ([]Move, error) {
	var moves []Move
	for _, held := range after.snapshot.Standards() {
		if before.snapshot.Standard(held.Ref) == nil {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		of := Question{Held: []string{held.Ref}, AsOf: q.AsOf, Policy: q.Policy}
		was, err := before.standing(of)
		if err != nil {
			return nil, err
		}
		is, err := after.standing(of)
		if err != nil {
			return nil, err
		}
		moves = append(moves, compare(held.Ref, before, after, was, is)...)
	}
	return moves, nil
}

// standing returns the verdict on every assessable requirement of every standard, by standard and ref.
func (e *Engine) standing(q Question) (map[string]map[string]Verdict, error) {
	found := map[string]map[string]Verdict{}
	var all []*graph.Requirement
	for _, std := range e.snapshot.Standards() {
		if std.Profile == nil { // the requirements of a profile are those of another one
			found[std.Ref] = map[string]Verdict{}
			all = append(all, std.Assessable()...)
		}
	}
	verdicts, err := e.verdicts(q, all)
	for i, v := range verdicts {
		found[all[i].Standard().Ref][all[i].Ref] = v
	}
	return found, err
}

func compare(held string, before, after *Engine, was, is map[string]map[string]Verdict) []Move {
	var moves []Move
	note := func(std *graph.Standard, r *graph.Requirement) {
		if b, a := was[std.Ref][r.Ref], is[std.Ref][r.Ref]; a != b {
			moves = append(moves, Move{held, std, r, b, a})
		}
	}
	for _, std := range after.snapshot.Standards() {
		if is[std.Ref] == nil {
			continue
		}
		for _, r := range std.Assessable() {
			note(std, r)
		}
		if old := before.snapshot.Standard(std.Ref); old != nil {
			for _, r := range old.Assessable() {
				if _, kept := is[std.Ref][r.Ref]; !kept {
					note(old, r)
				}
			}
		}
	}
	for _, old := range before.snapshot.Standards() {
		if after.snapshot.Standard(old.Ref) == nil && was[old.Ref] != nil {
			for _, r := range old.Assessable() {
				note(old, r)
			}
		}
	}
	return moves
}
