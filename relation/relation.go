// Package relation is the algebra of the five set relations in which one requirement can stand to another.
//
// A requirement is a non-empty set of obligations. Two such sets stand in exactly one of five relations: the
// set-theory relationships of NIST IR 8477, in the words of OSCAL mapping collections. They are the base relations
// of the region connection calculus RCC-5, so that converse and composition are known, closed and exact; the tests
// prove both tables against all triples of non-empty subsets of a five-element set.
package relation

import "fmt"

// Relation is the relation of a source set of obligations to a target set. The zero Relation is invalid.
type Relation uint8

// The five base relations, read "source RELATION target".
const (
	EqualTo        Relation = iota + 1 // the same obligations
	SubsetOf                           // the source asks part of what the target asks, and nothing else
	SupersetOf                         // the source asks all of what the target asks, and more
	IntersectsWith                     // some obligations are shared, and each side asks others
	NoRelationship                     // no obligation is shared
)

// All lists the five relations in the order of their declaration.
var All = [...]Relation{EqualTo, SubsetOf, SupersetOf, IntersectsWith, NoRelationship}

var names = [...]string{"", "equal-to", "subset-of", "superset-of", "intersects-with", "no-relationship"}

// String returns the OSCAL name of the relation, such as "subset-of", or "invalid".
func (r Relation) String() string {
	if !r.Valid() {
		return "invalid"
	}
	return names[r]
}

// Symbol returns a mathematical sign for the relation: =, ⊂, ⊃, ∩ or ∅.
func (r Relation) Symbol() string {
	if !r.Valid() {
		return "?"
	}
	return [...]string{"", "=", "⊂", "⊃", "∩", "∅"}[r]
}

// Valid reports whether r is one of the five relations.
func (r Relation) Valid() bool { return r >= EqualTo && r <= NoRelationship }

// Parse returns the relation with the given OSCAL name. The error names the five that exist.
func Parse(name string) (Relation, error) {
	for _, r := range All {
		if names[r] == name {
			return r, nil
		}
	}
	return 0, fmt.Errorf("unknown relation %q; the relations are equal-to, subset-of, superset-of, intersects-with, no-relationship", name)
}

// MarshalText returns the OSCAL name. It fails for an invalid relation.
func (r Relation) MarshalText() ([]byte, error) {
	if !r.Valid() {
		return nil, fmt.Errorf("relation: %d is not a relation", uint8(r))
	}
	return []byte(names[r]), nil
}

// UnmarshalText accepts what Parse accepts.
func (r *Relation) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*r = parsed
	return nil
}

// Converse returns the relation of target to source: a claim read from its other end.
func (r Relation) Converse() Relation {
	switch r {
	case SubsetOf:
		return SupersetOf
	case SupersetOf:
		return SubsetOf
	}
	return r
}

// Set is a set of relations: what is still possible between two requirements. The zero Set is empty, which means a
// contradiction.
type Set uint8

// Any is the set of all five relations: nothing is known.
const Any Set = 1<<5 - 1

// Of returns the set that holds the given relations.
func Of(relations ...Relation) Set {
	var s Set
	for _, r := range relations {
		s |= 1 << (r - 1)
	}
	return s
}

// Has reports whether r is in the set.
func (s Set) Has(r Relation) bool { return r.Valid() && s&Of(r) != 0 }

// Within reports whether every relation of s is also in t.
func (s Set) Within(t Set) bool { return s&^t == 0 }

// Relations lists the members in the order of All.
func (s Set) Relations() []Relation {
	var members []Relation
	for _, r := range All {
		if s.Has(r) {
			members = append(members, r)
		}
	}
	return members
}

// Converse returns the set of the converses of its members.
func (s Set) Converse() Set {
	var c Set
	for _, r := range s.Relations() {
		c |= Of(r.Converse())
	}
	return c
}

// compositions is the RCC-5 composition table: row R(a,b), column S(b,c), both in the order of All.
var compositions = [5][5]Set{
	{Of(EqualTo), Of(SubsetOf), Of(SupersetOf), Of(IntersectsWith), Of(NoRelationship)},
	{
		Of(SubsetOf), Of(SubsetOf), Any,
		Of(SubsetOf, IntersectsWith, NoRelationship), Of(NoRelationship),
	},
	{
		Of(SupersetOf), Of(EqualTo, SubsetOf, SupersetOf, IntersectsWith), Of(SupersetOf),
		Of(SupersetOf, IntersectsWith), Of(SupersetOf, IntersectsWith, NoRelationship),
	},
	{
		Of(IntersectsWith), Of(SubsetOf, IntersectsWith), Of(SupersetOf, IntersectsWith, NoRelationship),
		Any, Of(SupersetOf, IntersectsWith, NoRelationship),
	},
	{
		Of(NoRelationship), Of(SubsetOf, IntersectsWith, NoRelationship), Of(NoRelationship),
		Of(SubsetOf, IntersectsWith, NoRelationship), Any,
	},
}

// Compose returns the relations that can hold between a and c when r holds between a and b, and s between b and c.
func Compose(r, s Relation) Set { return compositions[r-1][s-1] }

// Compose returns the union of the compositions of every member of s with every member of t.
func (s Set) Compose(t Set) Set {
	var c Set
	for _, r := range s.Relations() {
		for _, q := range t.Relations() {
			c |= Compose(r, q)
		}
	}
	return c
}
