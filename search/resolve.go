package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// Scores of requirements found by id. Any of them is above any score of words.
const (
	scoreID      = 1e6
	scoreExact   = 4 // the number is the one typed, not one of an annex whose letter was left out
	scoreInForce = 2 // the edition is neither superseded nor withdrawn
	scoreHeir    = 1 // what a requirement is below the one that it replaced

	scoreEdition   = -10 // the number is that of another edition of the standard named
	scoreElsewhere = -20 // or of another standard
)

// found is a requirement found by id.
type found struct {
	requirement *graph.Requirement
	score       float64
	sure        bool
	heir        bool // it replaced one that was found
	other       bool // it has the number in a standard that is not the one named
}

// resolve returns the requirements that the ids mean, best first. A point id finds its requirement.
func (x *ids) resolve(marks []mark) []found {
	best := map[*graph.Requirement]found{}
	for _, m := range marks {
		for _, f := range x.candidates(m) {
			if old, ok := best[f.requirement]; ok {
				f.score, f.sure, f.other = max(f.score, old.score), f.sure || old.sure, f.other && old.other
			}
			best[f.requirement] = f
		}
	}
	var list []found
	for _, f := range best {
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.requirement.Ref, b.requirement.Ref))
	})
	return list
}

// candidates looks the number up in the standards that were named; where these have no such number, also without
// the letter of an annex that they do not have; and otherwise everywhere.
func (x *ids) candidates(m mark) []found {
	exact, bare := x.numbers[m.key], x.bare[m.key]
	if len(m.scope) == 0 {
		return slices.Concat(x.rate(m, exact, scoreExact), x.rate(m, bare, 0), x.twins(m, exact))
	}
	var lettered []*graph.Requirement
	if letter, rest, ok := strings.Cut(m.key, "."); ok && len(letter) == 1 && !isDigit(rune(letter[0])) {
		lettered = x.numbers[rest]
	}
	for i, list := range [][]*graph.Requirement{exact, bare, lettered} {
		if within := x.within(list, m.scope); len(within) > 0 {
			return slices.Concat(x.rate(m, within, scoreExact*float64(max(0, 1-i))), x.elsewhere(m, list, within), x.twins(m, within))
		}
	}
	return slices.Concat(x.rate(m, exact, 0), x.rate(m, bare, 0))
}

// twins rates the clauses that have the number without its letter in the standards of the nodes: clause 7.2.5 is the guidance
// on control A.7.2.5.
func (x *ids) twins(m mark, nodes []*graph.Requirement) []found {
	letter, rest, ok := strings.Cut(m.key, ".")
	if !ok || len(letter) != 1 || isDigit(rune(letter[0])) {
		return nil
	}
	var list []found
	for _, f := range x.rate(m, x.numbers[rest], 0) {
		if slices.ContainsFunc(nodes, func(r *graph.Requirement) bool { return r.Standard() == f.requirement.Standard() }) {
			f.other, f.score = true, f.score+scoreEdition
			list = append(list, f)
		}
	}
	return list
}

// elsewhere rates the nodes that have the number in other standards than those named: other editions first.
func (x *ids) elsewhere(m mark, nodes, within []*graph.Requirement) []found {
	var list []found
	for _, f := range x.rate(m, nodes, 0) {
		if slices.ContainsFunc(within, func(r *graph.Requirement) bool { return r.Whole() == f.requirement }) {
			continue
		}
		edition := slices.ContainsFunc(within, func(r *graph.Requirement) bool {
			return slices.Equal(names(r.Standard().Ref)[0], names(f.requirement.Standard().Ref)[0])
		})
		f.other = true
		if edition {
			f.score += scoreEdition
		} else {
			f.score += scoreElsewhere
		}
		list = append(list, f)
	}
	return list
}

// rate scores the requirements that the nodes are or belong to.
func (x *ids) rate(m mark, nodes []*graph.Requirement, exact float64) []found {
	var list []found
	for _, r := range nodes {
		f := found{requirement: r.Whole(), score: scoreID + exact, sure: m.sure}
		if status := r.Standard().Status; status != graph.Superseded && status != graph.Withdrawn {
			f.score += scoreInForce
		}
		list = append(list, f)
	}
	return list
}

// within returns the nodes that one of the standards has; a profile has those it selects.
func (x *ids) within(nodes []*graph.Requirement, stds []*graph.Standard) []*graph.Requirement {
	var list []*graph.Requirement
	for _, r := range nodes {
		if slices.ContainsFunc(stds, func(std *graph.Standard) bool {
			return x.snapshot.Requirement(graph.JoinRef(std.Ref, r.Number)) == r
		}) {
			list = append(list, r)
		}
	}
	return list
}
