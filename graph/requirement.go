package graph

import "strings"

// Kind says what a node of a standard's tree is.
type Kind string

// The kinds of nodes.
const (
	KindGroup     Kind = "group" // a heading
	KindClause    Kind = "clause"
	KindControl   Kind = "control"
	KindCriterion Kind = "criterion"
	KindCheckItem Kind = "check-item"
	KindArticle   Kind = "article"
	KindPoint     Kind = "point" // one obligation of a requirement, in our own words
)

// Kinds lists every Kind.
var Kinds = []Kind{KindGroup, KindClause, KindControl, KindCriterion, KindCheckItem, KindArticle, KindPoint}

// Parts says whether the parts of a node (its points, or the children of a heading) make up the whole of it.
type Parts string

// Whether parts add up to their whole.
const (
	PartsWhole Parts = "whole" // all parts met means the whole is met
	PartsSome  Parts = "some"  // the whole asks more than the listed parts
)

// Certainty says how sure a heading or a statement is. The zero Certainty of a heading means verified.
type Certainty string

// The degrees of certainty.
const (
	Verified     Certainty = "verified"
	SingleSource Certainty = "single-source"
	Derived      Certainty = "derived"
	Unverified   Certainty = "unverified"
)

// Certainties lists every Certainty.
var Certainties = []Certainty{Verified, SingleSource, Derived, Unverified}

// Requirement is a node of a standard's tree: a clause, a control, a criterion, a check item, a group (heading), or a
// point, which is one obligation of a requirement.
type Requirement struct {
	Ref        string    `json:"ref"`    // such as "isms-p-2023/2.5.4"; of a point "isms-p-2023/2.5.4-1"
	Number     string    `json:"number"` // the half of Ref after the slash
	In         string    `json:"in,omitempty"`
	Kind       Kind      `json:"kind"`
	Title      Text      `json:"title,omitzero"` // empty for points and for leaves without an official heading
	Gist       Text      `json:"gist,omitzero"`  // one sentence of our own; of a point, the obligation
	Assessable bool      `json:"assessable"`     // counted in answers
	Parts      Parts     `json:"parts,omitempty"`
	Certainty  Certainty `json:"certainty,omitempty"`
	Laws       []string  `json:"laws,omitempty"` // what it rests on, such as "pipa/29"
	Tags       []string  `json:"tags,omitempty"`

	index    int
	standard *Standard
	parent   *Requirement
	children []*Requirement
	points   []*Requirement
	claims   []Claim
}

// Claim is a mapping seen from one requirement: on which of its sides the requirement stands.
type Claim struct {
	Mapping *Mapping
	Target  bool // the requirement is on the target side
}

// Index is the position of the node in Snapshot.Nodes, for flat arrays beside the snapshot.
func (r *Requirement) Index() int { return r.index }

// Standard returns the standard the node belongs to; never a profile.
func (r *Requirement) Standard() *Standard { return r.standard }

// Parent returns the group that holds a requirement, the requirement of a point, or nil at the top of the tree.
func (r *Requirement) Parent() *Requirement { return r.parent }

// Children returns the nodes directly below, in document order, without points.
func (r *Requirement) Children() []*Requirement { return r.children }

// Points returns the obligations that the requirement consists of, in order.
func (r *Requirement) Points() []*Requirement { return r.points }

// Members returns the parts of the node that rule R2 speaks of: its points, or the children of a heading.
func (r *Requirement) Members() []*Requirement {
	if !r.Assessable {
		return r.children
	}
	return r.points
}

// Claims returns the mappings that name the node itself on a side, in order of mapping id.
func (r *Requirement) Claims() []Claim { return r.claims }

// IsPoint reports whether the node is a point.
func (r *Requirement) IsPoint() bool { return r.Kind == KindPoint }

// Whole returns the requirement that a point is a part of, and any other node itself.
func (r *Requirement) Whole() *Requirement {
	if r.IsPoint() {
		return r.parent
	}
	return r
}

// Name returns the heading in the language; of a node without one, its gist.
func (r *Requirement) Name(l Language) string {
	if name := r.Title.In(l); name != "" {
		return name
	}
	return r.Gist.In(l)
}

// SplitRef cuts a ref at its slash. The number is empty for a standard's ref.
func SplitRef(ref string) (standard, number string) {
	standard, number, _ = strings.Cut(ref, "/")
	return standard, number
}

// JoinRef is the converse of SplitRef.
func JoinRef(standard, number string) string {
	if number == "" {
		return standard
	}
	return standard + "/" + number
}
