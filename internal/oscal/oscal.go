// Package oscal has the wire format of OSCAL catalogs, profiles and mapping collections in JSON, and how refs of this
// program are written as OSCAL tokens. It knows nothing of the domain: package export fills these types, package loader
// takes them apart.
//
// What this program writes, and what it reads back without loss:
//
//   - A requirement is a control, a heading a group, a point an item part of its control. Their ids are Tokens of their
//     refs: iso-27001-2022/A.5.17 is iso-27001-2022_A.5.17, and iso-27001-2022/A.5.17-2 is the part
//     iso-27001-2022_A.5.17-2. Catalogs of others have ids of their own, which become numbers as they are.
//   - A claim is a map with its sources, targets and relationship. Of a whole standard it names every assessable
//     requirement, which says the same of sets, and the property PropWhole of the map says on which sides.
//   - A mapping of a collection is a crosswalk: its properties say what the crosswalk says of itself. A collection of one
//     crosswalk has the name of it in its metadata, too. The sources of claims are resources of the back matter.
//   - A text is in English where OSCAL has one place for it; the Korean one is a property of class "ko" (see TextProperty).
//     A heading that there is only in Korean, or not at all, is named by PropTitled.
//   - What OSCAL has no place for is a property in the namespace NS; the constants Prop... name all of them.
//
// UUIDs are made from names (version 5), so that the same data gives the same bytes.
package oscal

import (
	"strings"

	"github.com/google/uuid"
)

// Version is the version of OSCAL that is written. Mapping collections came with it; catalogs and profiles are as in 1.1.
const Version = "1.2.0"

// NS is the namespace of the properties of this program.
const NS = "https://github.com/clausegraph/clausegraph/ns/oscal"

// The properties in NS.
const (
	PropRef        = "ref"            // metadata of a catalog: the ref of its standard; mapping, and metadata of a collection of one: the name of its crosswalk; resource: the ref of a standard, or the crosswalk of a source
	PropPublisher  = "publisher"      // catalog metadata: graph.Standard
	PropEdition    = "edition"        // catalog metadata
	PropStatus     = "status"         // catalog metadata
	PropPublished  = "published"      // catalog metadata: the day, which OSCAL writes as a time
	PropSupersedes = "supersedes"     // catalog metadata
	PropDiscipline = "discipline"     // catalog metadata; one for each
	PropTextPolicy = "text"           // catalog metadata
	PropOrigin     = "origin"         // catalog metadata: the format of an imported catalog; of class title, licence, url, id and prefix what else graph.Origin says
	PropUnofficial = "unofficial"     // catalog metadata; one for each language
	PropLicence    = "licence"        // metadata: the licence of the data
	PropRevision   = "data-revision"  // metadata: the hash of the revision that was written
	PropTitle      = "title"          // of class "ko": the Korean title; metadata, control, group
	PropTitled     = "titled"         // control, group: "ko" where the title is Korean, "none" where it stands for a heading that there is not
	PropGist       = "gist"           // part, class "ko"; the English text is the prose of the part
	PropKind       = "kind"           // control, group: graph.Kind
	PropAssessable = "assessable"     // control, group: "true" or "false", where it is not what its place says
	PropParts      = "parts"          // control, group: graph.Parts
	PropCertainty  = "certainty"      // control, group
	PropLaw        = "law"            // control, group; one for each
	PropTag        = "tag"            // control, group; one for each
	PropOrder      = "order"          // control, group: its place among its siblings, where groups and controls are mixed
	PropMapping    = "mapping"        // map: the id of the claim
	PropWhole      = "whole-standard" // map: the standard whose every assessable requirement a side names; class "sources" or "targets"
	PropEach       = "each"           // map: "true"
	PropStrength   = "strength"       // map: 1 to 10
	PropWhy        = "why"            // map, class "ko"; the English reason is the remark of the map
	PropReview     = "review"         // map: draft or reviewed
	PropReviewedBy = "reviewed-by"    // map
	PropReviewedOn = "reviewed-on"    // map
	PropSource     = "source"         // map: the key of the source of the claim
	PropValidFrom  = "valid-from"     // map
	PropValidTo    = "valid-to"       // map
	PropRemainder  = "remainder"      // qualifier, class "ko"; the English text is its description
	PropSourceKind = "source-kind"    // resource that is a source of claims: official, published or project; PropSource is its key, PropRef its crosswalk, PropLicence its licence, its rlink its address
	PropAuthor     = "author"         // mapping
	PropComplete   = "complete"       // mapping, class "from" or "to": "all", or a number; one for each
	PropVia        = "via"            // mapping; one for each hub
)

// Document is a file of OSCAL in JSON: one of its fields is set.
type Document struct {
	Catalog           *Catalog           `json:"catalog,omitempty"`
	Profile           *Profile           `json:"profile,omitempty"`
	MappingCollection *MappingCollection `json:"mapping-collection,omitempty"`
}

// Metadata says what a document is.
type Metadata struct {
	Title              string             `json:"title"`
	Published          string             `json:"published,omitempty"`
	LastModified       string             `json:"last-modified"`
	Version            string             `json:"version"`
	OSCALVersion       string             `json:"oscal-version"`
	Props              []Property         `json:"props,omitempty"`
	Links              []Link             `json:"links,omitempty"`
	Roles              []Role             `json:"roles,omitempty"`
	Parties            []Party            `json:"parties,omitempty"`
	ResponsibleParties []ResponsibleParty `json:"responsible-parties,omitempty"`
	Remarks            string             `json:"remarks,omitempty"`
}

// Property is a name with a value, in a namespace; without one in that of OSCAL.
type Property struct {
	Name    string `json:"name"`
	UUID    string `json:"uuid,omitempty"`
	NS      string `json:"ns,omitempty"`
	Value   string `json:"value"`
	Class   string `json:"class,omitempty"`
	Group   string `json:"group,omitempty"`
	Remarks string `json:"remarks,omitempty"`
}

// Link points at a resource.
type Link struct {
	Href      string `json:"href"`
	Rel       string `json:"rel,omitempty"`
	MediaType string `json:"media-type,omitempty"`
	Text      string `json:"text,omitempty"`
}

// Role is a function that parties have.
type Role struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Party is a person or an organization.
type Party struct {
	UUID string `json:"uuid"`
	Type string `json:"type"`
	Name string `json:"name,omitempty"`
}

// ResponsibleParty gives a role to parties.
type ResponsibleParty struct {
	RoleID     string   `json:"role-id"`
	PartyUUIDs []string `json:"party-uuids"`
}

// BackMatter holds what a document refers to.
type BackMatter struct {
	Resources []Resource `json:"resources,omitempty"`
}

// Resource is something that a document refers to.
type Resource struct {
	UUID        string     `json:"uuid"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description,omitempty"`
	Props       []Property `json:"props,omitempty"`
	Rlinks      []Rlink    `json:"rlinks,omitempty"`
	Remarks     string     `json:"remarks,omitempty"`
}

// Rlink says where a resource is found.
type Rlink struct {
	Href      string `json:"href"`
	MediaType string `json:"media-type,omitempty"`
}

// Token writes a ref as a token of OSCAL: iso-27001-2022/A.5.17 is iso-27001-2022_A.5.17. Neither half of a ref has an
// underscore, so that Ref can read it back.
func Token(ref string) string { return strings.Replace(ref, "/", "_", 1) }

// Ref is the converse of Token.
func Ref(token string) string { return strings.Replace(token, "_", "/", 1) }

// space is the namespace of the UUIDs that are made from names.
var space = uuid.NewSHA1(uuid.NameSpaceURL, []byte(NS))

// UUID returns the UUID of a name. The same name always gives the same one.
func UUID(name string) string { return uuid.NewSHA1(space, []byte(name)).String() }

// inRemarks is the value of a property whose text stands in its remarks, since a value is one line without space around.
const inRemarks = "see-remarks"

// TextProperty returns a property of this program that holds any text. Find reads it back.
func TextProperty(name, class, text string) Property {
	p := Property{Name: name, NS: NS, Class: class, Value: text}
	if text == inRemarks || strings.TrimSpace(text) != text || strings.ContainsAny(text, "\r\n\u0085\u2028\u2029") {
		p.Value, p.Remarks = inRemarks, text
	}
	return p
}

// text is the converse of TextProperty.
func (p Property) text() string {
	if p.Value == inRemarks && p.Remarks != "" {
		return p.Remarks
	}
	return p.Value
}

// Find returns the value of the first property of this program with the name and the class, or "".
func Find(props []Property, name, class string) string {
	for _, p := range props {
		if p.NS == NS && p.Name == name && p.Class == class {
			return p.text()
		}
	}
	return ""
}

// FindAll returns the values of the properties of this program with the name and the class, in order.
func FindAll(props []Property, name, class string) []string {
	var values []string
	for _, p := range props {
		if p.NS == NS && p.Name == name && p.Class == class {
			values = append(values, p.text())
		}
	}
	return values
}
