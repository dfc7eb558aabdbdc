package editor

import (
	"context"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/loader"
)

// ContradictionRule is the rule about all claims together. It looks at what follows from them, and not at files as the others do.
var ContradictionRule = loader.Rule{
	Code: "X001", Title: "Claims do not contradict each other",
	Why: "No obligations satisfy all of them, so that one of them is wrong.", Bad: "a equal-to b, b subset-of c, a no-relationship c", Good: "a equal-to b, b subset-of c, a subset-of c",
	Severity: loader.Error,
}

// Contradictions returns what the claims break of ContradictionRule, each with the place of a claim that takes part in it, which place
// finds by its id.
func Contradictions(ctx context.Context, e *coverage.Engine, place func(id string) (loader.Position, bool)) ([]loader.Diagnostic, error) {
	list, err := e.Contradictions(ctx)
	if err != nil {
		return nil, err
	}
	return contradictory(list, place), nil
}

func contradictory(list []coverage.Contradiction, place func(id string) (loader.Position, bool)) []loader.Diagnostic {
	var found []loader.Diagnostic
	for _, c := range list {
		at, _ := place(c.Claims[0].ID)
		found = append(found, loader.Diagnostic{
			Position: at, Code: ContradictionRule.Code, Severity: ContradictionRule.Severity, Message: c.String(),
			Help: "weaken or drop one of these claims, or add the one that is missing",
		})
	}
	return found
}

// newContradictions returns the contradictions that a change brings. Those that were there before, in data that was published
// without this rule, stay: they are mended one after the other.
func newContradictions(ctx context.Context, before, after *coverage.Engine, place func(id string) (loader.Position, bool)) ([]loader.Diagnostic, error) {
	list, err := after.Contradictions(ctx)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	old, err := before.Contradictions(ctx)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, c := range old {
		known[about(c)] = true
	}
	return contradictory(slices.DeleteFunc(list, func(c coverage.Contradiction) bool { return known[about(c)] }), place), nil
}

// about says between which requirements a contradiction is, whatever claims make it and in whichever direction it was found.
func about(c coverage.Contradiction) string {
	refs := []string{c.Target.Whole().Ref}
	for _, r := range c.Held {
		refs = append(refs, r.Whole().Ref)
	}
	slices.Sort(refs)
	return strings.Join(slices.Compact(refs), " ")
}
