package coverage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// Policy says which claims a question trusts. The zero Policy trusts all.
type Policy struct {
	// MinAssurance leaves out claims that are trusted less. The zero value takes all.
	MinAssurance graph.Assurance
	// Distrust leaves out the claims of these sources and crosswalks, named by title and by name.
	Distrust []string
	// MaxHops bounds the number of claims on the way from what is held to a conclusion: 1 takes direct claims alone.
	// The zero value sets no bound.
	MaxHops int
	// Without leaves out single claims, by id.
	Without []string
}

// MaxPolicyHops is the greatest bound that Policy.MaxHops takes. Longer paths are not worth telling apart from any.
const MaxPolicyHops = 16

// trust is a policy made ready for a run: by claim, whether it may be used. Nil trusts all.
type trust struct {
	claims     []bool
	crosswalks map[*graph.Crosswalk]bool // whether its completeness may be used
}

// check returns what is wrong with the policy, or nil.
func (e *Engine) checkPolicy(p Policy) error {
	if p.MaxHops < 0 || p.MaxHops > MaxPolicyHops {
		return &HeldError{"policy", fmt.Sprintf("at most %d hops can be asked for, and 0 is no bound", MaxPolicyHops)}
	}
	for _, id := range p.Without {
		if e.snapshot.Mapping(id) == nil {
			return &HeldError{"policy", fmt.Sprintf("there is no claim %q", id)}
		}
	}
	for _, name := range p.Distrust {
		if !slices.Contains(e.sources, name) && e.snapshot.Crosswalk(name) == nil {
			return &HeldError{"policy", fmt.Sprintf("there is no source or crosswalk %q; the sources are %s", name, strings.Join(e.sources, ", "))}
		}
	}
	return nil
}

// Sources lists the titles of everybody who makes a claim, sorted.
func (e *Engine) Sources() []string { return slices.Clone(e.sources) }

// newTrust returns what the policy lets through, or nil where that is everything.
func (e *Engine) newTrust(p Policy) *trust {
	if p.MinAssurance <= graph.AssuranceDraft && len(p.Distrust) == 0 && len(p.Without) == 0 {
		return nil
	}
	return e.trustOf(p)
}

func (e *Engine) trustOf(p Policy) *trust {
	t := &trust{make([]bool, len(e.link)), map[*graph.Crosswalk]bool{}}
	for i, m := range e.snapshot.Mappings() {
		t.claims[i] = p.Trusts(m)
	}
	for _, c := range e.snapshot.Crosswalks() {
		// Completeness is its author's statement, and no more to be trusted than the least of the claims beside it.
		t.crosswalks[c] = !slices.Contains(p.Distrust, c.Name) && !slices.ContainsFunc(c.Mappings(), func(m *graph.Mapping) bool {
			return m.Assurance() < p.MinAssurance || slices.Contains(p.Distrust, m.Source.Title)
		})
	}
	return t
}

// Trusts reports whether the policy lets a claim through.
func (p Policy) Trusts(m *graph.Mapping) bool {
	return m.Assurance() >= p.MinAssurance && !slices.Contains(p.Distrust, m.Source.Title) &&
		!slices.Contains(p.Distrust, m.Crosswalk) && !slices.Contains(p.Without, m.ID)
}
