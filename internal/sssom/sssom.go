// Package sssom has the wire format of the Simple Standard for Sharing Ontological Mappings: a table of tab-separated
// values below a header of metadata in YAML, each line of which begins with "#". Package export writes it, package
// loader reads it.
//
// A row says: the subject <predicate> the object. Predicates are those of SKOS:
//
//	equal-to         skos:exactMatch
//	subset-of        skos:broadMatch    the object is broader
//	superset-of      skos:narrowMatch   the object is narrower
//	intersects-with  skos:relatedMatch
//	no-relationship  skos:mappingRelation with the modifier Not; where one side is a whole standard, that side is
//	                 sssom:NoTermFound, without the modifier, and its subject_source or object_source names the standard
//
// Elements are CURIEs: the ref iso-27001-2022/A.5.17 is iso-27001-2022:A.5.17, and the header maps the prefix to an IRI.
// Basis, strength, the Korean texts, what remains and the day of review stand in extension slots, which the header
// defines. Strength is not the slot confidence: it says how much is shared, not how likely that is. The table has no
// place for a claim that several elements make together.
package sssom

import (
	"strings"

	"github.com/clausegraph/clausegraph/relation"
)

// The columns, in order.
const (
	SubjectID     = "subject_id"
	SubjectLabel  = "subject_label"
	PredicateID   = "predicate_id"
	Modifier      = "predicate_modifier"
	ObjectID      = "object_id"
	ObjectLabel   = "object_label"
	Justification = "mapping_justification"
	Author        = "author_label"
	Reviewer      = "reviewer_label"
	SubjectSource = "subject_source"
	ObjectSource  = "object_source"
	Provider      = "mapping_source" // the title of the source of the claim
	Comment       = "comment"        // the reason in English
	CommentKO     = "ext_comment_ko"
	Basis         = "ext_basis"
	Strength      = "ext_strength"
	Crosswalk     = "ext_crosswalk" // the name of the crosswalk; subject_source and object_source are its two standards
	SourceKey     = "ext_source"
	SourceKind    = "ext_source_kind"
	State         = "ext_review_state"
	ReviewedOn    = "ext_reviewed_on"
	BeyondSubject = "ext_subject_beyond" // what the subject asks beyond the object, in English
	BeyondSubjKO  = "ext_subject_beyond_ko"
	BeyondObject  = "ext_object_beyond"
	BeyondObjKO   = "ext_object_beyond_ko"
	ValidFrom     = "ext_valid_from"
	ValidTo       = "ext_valid_to"
)

// Columns lists the columns in the order in which they are written. Readers find them by name, in any order.
var Columns = []string{
	SubjectID, SubjectLabel, PredicateID, Modifier, ObjectID, ObjectLabel, Justification, Author, Reviewer, SubjectSource, ObjectSource, Provider,
	Comment, CommentKO, Basis, Strength, Crosswalk, SourceKey, SourceKind, State, ReviewedOn, BeyondSubject, BeyondSubjKO, BeyondObject, BeyondObjKO, ValidFrom, ValidTo,
}

// Required are the columns that a file always has.
var Required = []string{SubjectID, PredicateID, ObjectID, Justification}

// Metadata is the header.
type Metadata struct {
	ID            string            `yaml:"mapping_set_id"`
	Title         string            `yaml:"mapping_set_title,omitempty"`
	Description   string            `yaml:"mapping_set_description,omitempty"`
	Version       string            `yaml:"mapping_set_version,omitempty"` // the hash of the revision of the data
	Licence       string            `yaml:"license"`
	Date          string            `yaml:"mapping_date,omitempty"`
	SubjectSource string            `yaml:"subject_source,omitempty"`
	ObjectSource  string            `yaml:"object_source,omitempty"`
	Prefixes      map[string]string `yaml:"curie_map"`
	Extensions    []Extension       `yaml:"extension_definitions,omitempty"`
	Comment       string            `yaml:"comment,omitempty"`
	Other         string            `yaml:"other,omitempty"`
}

// Extension defines an extension slot.
type Extension struct {
	Slot     string `yaml:"slot_name"`
	Property string `yaml:"property"`
	Type     string `yaml:"type_hint,omitempty"`
}

// Row is one line of the table by column.
type Row map[string]string

// Set is a file.
type Set struct {
	Metadata Metadata
	Rows     []Row
}

// SetID begins the mapping_set_id of a file that this program wrote, which is read as what it was.
const SetID = "urn:clausegraph:mappings:"

// The licences of a file: that of our data, and none that is known.
const (
	LicenceCCBY    = "https://creativecommons.org/licenses/by/4.0/"
	LicenceUnknown = "https://w3id.org/sssom/license/unspecified"
)

// What is neither a CURIE of an element nor a plain text.
const (
	Not         = "Not"               // the modifier of a predicate that does not hold
	NoTermFound = "sssom:NoTermFound" // nothing of the standard of this side
	Manual      = "semapv:ManualMappingCuration"
	Unspecified = "semapv:UnspecifiedMatching" // how a published source found it is not known
	anyMatch    = "skos:mappingRelation"
)

var predicates = map[relation.Relation]string{
	relation.EqualTo:        "skos:exactMatch",
	relation.SubsetOf:       "skos:broadMatch",
	relation.SupersetOf:     "skos:narrowMatch",
	relation.IntersectsWith: "skos:relatedMatch",
	relation.NoRelationship: anyMatch,
}

// Predicate returns the predicate of SKOS for a relation. That of no-relationship does not hold: its modifier is Not.
func Predicate(r relation.Relation) string { return predicates[r] }

// Relation is the converse of Predicate. Of a negated predicate other than skos:mappingRelation nothing follows: the
// result is then invalid, as it is for an unknown predicate.
func Relation(predicate, modifier string) relation.Relation {
	for r, p := range predicates {
		if p == predicate && (r == relation.NoRelationship) == (modifier == Not) {
			return r
		}
	}
	return 0
}

// CURIE writes a ref: iso-27001-2022/A.5.17 is iso-27001-2022:A.5.17.
func CURIE(ref string) string { return strings.Replace(ref, "/", ":", 1) }

// Ref is the converse of CURIE.
func Ref(curie string) string { return strings.Replace(curie, ":", "/", 1) }
