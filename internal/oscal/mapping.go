package oscal

// MappingCollection is a set of mappings with where they come from.
type MappingCollection struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	Provenance Provenance  `json:"provenance"`
	Mappings   []Mapping   `json:"mappings"`
	BackMatter *BackMatter `json:"back-matter,omitempty"`
}

// Provenance says how mappings were made. A mapping or a map may say otherwise of itself.
type Provenance struct {
	Method             string             `json:"method"`             // human, automation or hybrid
	MatchingRationale  string             `json:"matching-rationale"` // syntactic, semantic or functional
	Status             string             `json:"status"`             // complete, not-complete, draft, deprecated or superseded
	ConfidenceScore    *ConfidenceScore   `json:"confidence-score,omitempty"`
	Coverage           *Coverage          `json:"coverage,omitempty"`
	MappingDescription string             `json:"mapping-description"`
	ResponsibleParties []ResponsibleParty `json:"responsible-parties,omitempty"`
	Props              []Property         `json:"props,omitempty"`
	Links              []Link             `json:"links,omitempty"`
	Remarks            string             `json:"remarks,omitempty"`
}

// Mapping relates controls of two resources.
type Mapping struct {
	UUID               string           `json:"uuid"`
	Method             string           `json:"method,omitempty"`
	MatchingRationale  string           `json:"matching-rationale,omitempty"`
	Status             string           `json:"status,omitempty"`
	SourceResource     MappedResource   `json:"source-resource"`
	TargetResource     MappedResource   `json:"target-resource"`
	Maps               []Map            `json:"maps"`
	MappingDescription string           `json:"mapping-description,omitempty"`
	ConfidenceScore    *ConfidenceScore `json:"confidence-score,omitempty"`
	Coverage           *Coverage        `json:"coverage,omitempty"`
	SourceGapSummary   *GapSummary      `json:"source-gap-summary,omitempty"`
	TargetGapSummary   *GapSummary      `json:"target-gap-summary,omitempty"`
	Props              []Property       `json:"props,omitempty"`
	Links              []Link           `json:"links,omitempty"`
	Remarks            string           `json:"remarks,omitempty"`
}

// MappedResource is a catalog or a profile whose controls are related.
type MappedResource struct {
	NS      string     `json:"ns,omitempty"`
	Type    string     `json:"type"` // catalog or profile
	Href    string     `json:"href"` // "#" and the UUID of a resource of the back matter, or an address
	Props   []Property `json:"props,omitempty"`
	Links   []Link     `json:"links,omitempty"`
	Remarks string     `json:"remarks,omitempty"`
}

// Map is one claim: the set of the sources stands in the relationship to the set of the targets.
type Map struct {
	UUID              string           `json:"uuid"`
	NS                string           `json:"ns,omitempty"`
	MatchingRationale string           `json:"matching-rationale,omitempty"`
	Relationship      string           `json:"relationship"` // one of Relationships, or equivalent-to
	Sources           []Item           `json:"sources"`
	Targets           []Item           `json:"targets"`
	Qualifiers        []Qualifier      `json:"qualifiers,omitempty"`
	ConfidenceScore   *ConfidenceScore `json:"confidence-score,omitempty"`
	Coverage          *Coverage        `json:"coverage,omitempty"`
	Props             []Property       `json:"props,omitempty"`
	Links             []Link           `json:"links,omitempty"`
	Remarks           string           `json:"remarks,omitempty"`
}

// Relationships are the names of the five relations, which are those of package relation. OSCAL also has
// equivalent-to: equal in meaning or in effect though not in words.
var Relationships = []string{"equal-to", "subset-of", "superset-of", "intersects-with", "no-relationship"}

// EquivalentTo is equal-to with another word for a rationale that is not syntactic.
const EquivalentTo = "equivalent-to"

// Item is one member of a side of a map.
type Item struct {
	Type    string     `json:"type"`   // ItemControl or ItemStatement
	IDRef   string     `json:"id-ref"` // the id of a control, or of a part of one
	Props   []Property `json:"props,omitempty"`
	Links   []Link     `json:"links,omitempty"`
	Remarks string     `json:"remarks,omitempty"`
}

// The types of items.
const (
	ItemControl   = "control"
	ItemStatement = "statement"
)

// Qualifier is what has to be known of a map beyond its relationship. This program writes what a side asks beyond the
// other one as qualifiers with the predicate
// has-requirement: of subject "source" what the sources ask beyond the targets, of subject "target" the converse.
type Qualifier struct {
	Subject     string     `json:"subject"`   // source, target or both
	Predicate   string     `json:"predicate"` // has-requirement or has-incompatibility
	Category    string     `json:"category,omitempty"`
	Description string     `json:"description,omitempty"`
	Props       []Property `json:"props,omitempty"`
	Remarks     string     `json:"remarks,omitempty"`
}

// ConfidenceScore is how sure a mapping is, in a word or as a share.
type ConfidenceScore struct {
	Category   string   `json:"category,omitempty"`
	Percentage *float64 `json:"percentage,omitempty"`
}

// Coverage is how much of the targets the sources cover, by somebody's estimate. This program writes none.
type Coverage struct {
	GenerationMethod string   `json:"generation-method,omitempty"`
	TargetCoverage   *float64 `json:"target-coverage,omitempty"`
}

// GapSummary lists the controls of a resource that no map relates.
type GapSummary struct {
	UUID             string   `json:"uuid"`
	UnmappedControls []Select `json:"unmapped-controls"`
}
