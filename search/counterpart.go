package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// The bounds of what is close by a heading.
const (
	mostTitled   = 10
	mostChildren = 6
)

// CounterpartGroup is what a standard has that answers to a hit.
type CounterpartGroup struct {
	Standard     *graph.Standard
	Counterparts []Counterpart // the closest first
}

// Counterpart is a requirement of another standard that claims relate to a hit.
type Counterpart struct {
	Requirement *graph.Requirement
	// Relation says how the ends of the first of Claims relate, read from the hit: the ends may be points. With Hub set it
	// is the zero Relation, unless both claims together leave only one relation.
	Relation relation.Relation
	// Claims relate the two, strongest first, each read from the hit to the counterpart. With Hub set they are two: from
	// the hit to the hub, and from there to the counterpart.
	Claims []graph.Claim
	// Hub is the element of the harmonized structure that both share, where no claim relates the two directly.
	Hub *graph.Requirement
}

// closeness orders counterparts: same before contained before overlapping, then by strength. It is 0 to 1.
func (w *weights) closeness(r relation.Relation, strength int) float64 {
	base := 0.0
	switch r {
	case relation.EqualTo:
		base = 1
	case relation.SubsetOf, relation.SupersetOf:
		base = w.NearPart
	case relation.IntersectsWith:
		base = w.NearSome
	}
	if base == 0 || r == relation.EqualTo {
		return base
	}
	return base * (0.5 + float64(strength)/18)
}

func (w *weights) counterpart(c Counterpart) float64 {
	closest := 1.0
	if c.Hub == nil {
		m := c.Claims[0].Mapping
		return w.closeness(c.Relation, m.Strength)
	}
	for _, claim := range c.Claims {
		closest = min(closest, w.closeness(claim.Mapping.Read(claim.Target), claim.Mapping.Strength))
	}
	return closest * w.NearHub
}

// Counterparts returns the requirements of other standards that claims relate to the requirement or its points, or that
// share an element of the harmonized structure with it: standards with the closest first.
func Counterparts(r *graph.Requirement) []CounterpartGroup {
	found := map[*graph.Requirement]*Counterpart{}
	var hubs []graph.Claim
	for of := range whole(r.Whole()) {
		for _, c := range of.Claims() {
			far, _ := c.Mapping.Side(!c.Target)
			for _, other := range far {
				other = other.Whole()
				if c.Mapping.Relation == relation.NoRelationship || other.Standard() == r.Standard() {
					continue
				}
				if found[other] == nil {
					found[other] = &Counterpart{Requirement: other}
				}
				found[other].Claims = append(found[other].Claims, c)
				if other.Standard().Ref == graph.HarmonizedStructure {
					hubs = append(hubs, c)
				}
			}
		}
	}
	for _, c := range found {
		slices.SortStableFunc(c.Claims, func(a, b graph.Claim) int {
			return cmp.Or(cmp.Compare(shipped.read(b), shipped.read(a)), strings.Compare(a.Mapping.ID, b.Mapping.ID))
		})
		c.Claims = slices.Compact(c.Claims)
		c.Relation = c.Claims[0].Mapping.Read(c.Claims[0].Target)
	}
	throughHubs(r.Whole(), hubs, found)
	return grouped(found)
}

func (w *weights) read(c graph.Claim) float64 {
	return w.closeness(c.Mapping.Read(c.Target), c.Mapping.Strength)
}

// throughHubs adds what the elements of the harmonized structure relate to the requirement and no claim does directly.
func throughHubs(r *graph.Requirement, hubs []graph.Claim, found map[*graph.Requirement]*Counterpart) {
	for _, near := range hubs {
		ends, _ := near.Mapping.Side(!near.Target)
		for _, hub := range ends {
			if hub.Standard().Ref != graph.HarmonizedStructure {
				continue
			}
			for _, far := range hub.Claims() {
				if far.Mapping == near.Mapping || far.Mapping.Relation == relation.NoRelationship {
					continue
				}
				others, _ := far.Mapping.Side(!far.Target)
				for _, other := range others {
					other = other.Whole()
					if other.Standard() == r.Standard() || other.Standard() == hub.Standard() {
						continue
					}
					through := Counterpart{Requirement: other, Claims: []graph.Claim{near, far}, Hub: hub}
					all := relation.Compose(near.Mapping.Read(near.Target), far.Mapping.Read(far.Target)).Relations()
					if len(all) == 1 {
						through.Relation = all[0]
					}
					if old := found[other]; old == nil || old.Hub != nil && shipped.counterpart(through) > shipped.counterpart(*old) {
						found[other] = &through
					}
				}
			}
		}
	}
}

// grouped sorts counterparts into groups by standard.
func grouped(found map[*graph.Requirement]*Counterpart) []CounterpartGroup {
	groups := map[*graph.Standard]*CounterpartGroup{}
	for _, c := range found {
		std := c.Requirement.Standard()
		if groups[std] == nil {
			groups[std] = &CounterpartGroup{Standard: std}
		}
		groups[std].Counterparts = append(groups[std].Counterparts, *c)
	}
	var list []CounterpartGroup
	for _, g := range groups {
		slices.SortFunc(g.Counterparts, func(a, b Counterpart) int {
			return cmp.Or(cmp.Compare(shipped.counterpart(b), shipped.counterpart(a)), cmp.Compare(a.Requirement.Index(), b.Requirement.Index()))
		})
		list = append(list, *g)
	}
	slices.SortFunc(list, func(a, b CounterpartGroup) int {
		return cmp.Or(cmp.Compare(shipped.counterpart(b.Counterparts[0]), shipped.counterpart(a.Counterparts[0])), strings.Compare(a.Standard.Ref, b.Standard.Ref))
	})
	return list
}

// heirs returns the counterparts of a requirement in the edition that replaces its own.
func heirs(s *graph.Snapshot, r *graph.Requirement) []*graph.Requirement {
	var list []*graph.Requirement
	for _, g := range Counterparts(r) {
		if g.Standard.Supersedes != r.Standard().Ref {
			continue
		}
		for _, c := range g.Counterparts {
			list = append(list, c.Requirement)
		}
	}
	return list
}
