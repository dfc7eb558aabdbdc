// Package strm has the wire format of set theory relationship mappings (NIST IR 8477) as tables: one row relates one
// element of a focal document with one of a reference document. Package export writes it, package loader reads it.
//
// A row says: the focal element is <relationship> the reference element. A subset as focal element is contained in the
// reference element. Which document is the focal one is not in the table; whoever reads it has to be told.
//
// An element is written as its number, A.5.17, or the number of a point, A.5.17-2; where it is not of the document of
// its side, as a ref, iso-27701-2025/A.1.2. The table carries ends, relation, rationale, strength and the reason in one
// language. It has no place for a claim that several elements make together, for one on a whole document, for what
// remains, for the review and for the dates of a claim.
package strm

import (
	"strings"

	"github.com/clausegraph/clausegraph/relation"
)

// The columns, in order.
const (
	FocalElement         = "Focal Document Element"
	FocalDescription     = "Focal Document Element Description"
	Rationale            = "Rationale"    // syntactic, semantic or functional
	Relationship         = "Relationship" // see Phrase
	ReferenceElement     = "Reference Document Element"
	ReferenceDescription = "Reference Document Element Description"
	Strength             = "Strength of Relationship" // 1 to 10, or empty
	Comments             = "Comments"                 // the reason
)

// Columns lists the columns in the order in which they are written. Readers find them by name, in any order.
var Columns = []string{FocalElement, FocalDescription, Rationale, Relationship, ReferenceElement, ReferenceDescription, Strength, Comments}

// Row is one line of the table.
type Row struct {
	FocalElement         string
	FocalDescription     string
	Rationale            string
	Relationship         string
	ReferenceElement     string
	ReferenceDescription string
	Strength             string
	Comments             string
}

// Cells returns the row in the order of Columns.
func (r Row) Cells() []string {
	return []string{r.FocalElement, r.FocalDescription, r.Rationale, r.Relationship, r.ReferenceElement, r.ReferenceDescription, r.Strength, r.Comments}
}

// Text returns what a cell of a table that this program wrote holds: an apostrophe that keeps a spreadsheet from taking
// the text for a formula is no part of it.
func Text(cell string) string {
	if text, marked := strings.CutPrefix(cell, "'"); marked && text != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(text)[0]) {
		return text
	}
	return cell
}

var phrases = map[relation.Relation]string{
	relation.EqualTo:        "equal",
	relation.SubsetOf:       "subset of",
	relation.SupersetOf:     "superset of",
	relation.IntersectsWith: "intersects with",
	relation.NoRelationship: "no relationship",
}

// Phrase returns the words of NIST IR 8477 for a relation, such as "subset of".
func Phrase(r relation.Relation) string { return phrases[r] }
