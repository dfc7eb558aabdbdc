package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/relation"
)

// Basis is the ground on which two requirements were compared (NIST IR 8477).
type Basis string

// The grounds of a comparison.
const (
	Syntactic  Basis = "syntactic"  // the wording
	Semantic   Basis = "semantic"   // the meaning of the wording
	Functional Basis = "functional" // the result of carrying it out
)

// Bases lists every Basis.
var Bases = []Basis{Syntactic, Semantic, Functional}

// SourceKind says who is behind a source of claims.
type SourceKind string

// The kinds of sources.
const (
	OfficialSource  SourceKind = "official"  // the standard's own annex, a regulator
	PublishedSource SourceKind = "published" // a named outside source
	ProjectSource   SourceKind = "project"   // this project's editors
)

// Source is who makes a claim.
type Source struct {
	Key     string     `json:"key"` // its name within the crosswalk
	Kind    SourceKind `json:"kind"`
	Title   string     `json:"title"`
	Licence string     `json:"licence,omitempty"`
	URL     string     `json:"url,omitempty"`
}

// ReviewState says whether a claim has had a second reading.
type ReviewState string

// The states of review.
const (
	Draft    ReviewState = "draft"
	Reviewed ReviewState = "reviewed"
)

// Review is the record of a claim's second reading.
type Review struct {
	State ReviewState `json:"state"`
	By    string      `json:"by,omitempty"`
	On    Date        `json:"on,omitempty"`
}

// Assurance is how much a claim may be trusted, computed from its source and its review. A greater value is worth
// more; the zero Assurance is invalid.
type Assurance uint8

// The degrees of assurance.
const (
	AssuranceDraft     Assurance = iota + 1 // ours, first reading
	AssuranceReviewed                       // ours, second reading
	AssurancePublished                      // a named outside source
	AssuranceOfficial                       // the standard's own annex, a regulator
)

var assuranceNames = [...]string{"invalid", "draft", "reviewed", "published", "official"}

// String returns "draft", "reviewed", "published" or "official".
func (a Assurance) String() string {
	if int(a) >= len(assuranceNames) {
		return assuranceNames[0]
	}
	return assuranceNames[a]
}

// Assurances lists every Assurance, the least first.
var Assurances = []Assurance{AssuranceDraft, AssuranceReviewed, AssurancePublished, AssuranceOfficial}

// ParseAssurance returns the assurance with the name.
func ParseAssurance(name string) (Assurance, error) {
	for _, a := range Assurances {
		if a.String() == name {
			return a, nil
		}
	}
	return 0, fmt.Errorf("unknown assurance %q; it is one of %v", clipped(name), Assurances)
}

// MarshalText returns String.
func (a Assurance) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// Remainder is what the sides of a claim ask beyond each other.
type Remainder struct {
	From Text `json:"from,omitzero"` // what the sources ask beyond the targets
	To   Text `json:"to,omitzero"`   // what the targets ask beyond the sources
}

// Mapping is one claim by somebody: the set of sources stands in a relation to the set of targets, because why.
type Mapping struct {
	ID        string            `json:"id"`        // stable while its crosswalk, source and ends are the same
	Crosswalk string            `json:"crosswalk"` // such as "iso-27001-2022--isms-p-2023"
	From      []string          `json:"from"`      // full refs; "isms-p-2023/*" is a whole standard
	To        []string          `json:"to"`
	Relation  relation.Relation `json:"relation"`
	Each      bool              `json:"each,omitempty"` // every source meets part of every target

	index int32
	split int32          // where the targets start in ends
	ends  []*Requirement // the sources, then the targets

	Basis     Basis     `json:"basis,omitempty"`
	Strength  int       `json:"strength,omitempty"` // 1 to 10; no-relationship has none
	Why       Text      `json:"why"`
	Remainder Remainder `json:"remainder,omitzero"`
	Source    Source    `json:"source"`
	Review    Review    `json:"review"`
	Valid     Period    `json:"valid,omitzero"`
}

// MappingID returns the id of the claim that a source makes in a crosswalk about the given ends. It does not depend on
// the order of the ends, nor on what is claimed of them, so that an edit of the relation or the reason keeps the id.
func MappingID(crosswalk, source string, from, to []string) string {
	side := func(refs []string) string {
		return strings.Join(slices.Sorted(slices.Values(refs)), "+")
	}
	sum := sha256.Sum256([]byte(source + "|" + side(from) + "|" + side(to)))
	return crosswalk + "/" + hex.EncodeToString(sum[:5])
}

// Index is the position of the claim in Snapshot.Mappings.
func (m *Mapping) Index() int { return int(m.index) }

// Sources returns the nodes of the source side; none where that side is a whole standard.
func (m *Mapping) Sources() []*Requirement { return m.ends[:m.split:m.split] }

// Targets returns the nodes of the target side; none where that side is a whole standard.
func (m *Mapping) Targets() []*Requirement { return m.ends[m.split:] }

// Assurance computes how much the claim may be trusted.
func (m *Mapping) Assurance() Assurance {
	switch {
	case m.Source.Kind == OfficialSource:
		return AssuranceOfficial
	case m.Source.Kind == PublishedSource:
		return AssurancePublished
	case m.Review.State == Reviewed:
		return AssuranceReviewed
	}
	return AssuranceDraft
}

// Side returns the nodes and refs of one side as a reader sees it: the source side, or the target side when reversed.
func (m *Mapping) Side(target bool) ([]*Requirement, []string) {
	if target {
		return m.Targets(), m.To
	}
	return m.Sources(), m.From
}

// Read returns the relation in the direction asked for: the claimed one, or its converse when reversed.
func (m *Mapping) Read(reversed bool) relation.Relation {
	if reversed {
		return m.Relation.Converse()
	}
	return m.Relation
}

// Beyond returns what the far side asks beyond the near side when the claim is read in the given direction.
func (m *Mapping) Beyond(reversed bool) Text {
	if reversed {
		return m.Remainder.From
	}
	return m.Remainder.To
}

// Extent is a part of a standard, or all of it.
type Extent struct {
	All     bool     `json:"all,omitempty"`
	Numbers []string `json:"numbers,omitempty"` // groups or requirements of the standard
}

// IsZero reports whether the extent is empty.
func (e Extent) IsZero() bool { return !e.All && len(e.Numbers) == 0 }

// Complete says for which pairs a crosswalk is closed: every pair of an element of From and one of To that it does not
// list was considered and is unrelated. Only rule R7 uses it. The zero Complete closes nothing.
type Complete struct {
	From Extent `json:"from,omitzero"`
	To   Extent `json:"to,omitzero"`
}

// Extents returns both sides of what is closed. A side that is not given stands for all of its standard, if the other
// is given.
func (c Complete) Extents() (from, to Extent) {
	from, to = c.From, c.To
	if from.IsZero() != to.IsZero() {
		from.All, to.All = from.All || from.IsZero(), to.All || to.IsZero()
	}
	return from, to
}

// Crosswalk is the set of mappings between two standards, read both ways.
type Crosswalk struct {
	Name     string   `json:"name"` // "<from>--<to>"
	From     string   `json:"from"`
	To       string   `json:"to"`
	Complete Complete `json:"complete,omitzero"`
	Via      []string `json:"via,omitempty"` // hubs whose claims are not repeated here
	Author   string   `json:"author"`
	Sources  []Source `json:"sources,omitempty"`

	mappings []*Mapping
}

// Mappings returns the claims of the crosswalk in order of id.
func (c *Crosswalk) Mappings() []*Mapping { return c.mappings }

// Directed returns the claim as it reads from the near side: itself, or a copy with its sides exchanged and its
// relation conversed.
func (c Claim) Directed() *Mapping {
	if !c.Target {
		return c.Mapping
	}
	m := *c.Mapping
	m.From, m.To = m.To, m.From
	m.ends, m.split = slices.Concat(m.Targets(), m.Sources()), int32(len(m.Targets()))
	m.Remainder.From, m.Remainder.To = m.Remainder.To, m.Remainder.From
	m.Relation = m.Relation.Converse()
	return &m
}
