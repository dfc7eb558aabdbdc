package graph

// Discipline is the subject that a standard manages.
type Discipline string

// The disciplines. A standard of none is neutral: the harmonized structure.
const (
	Quality             Discipline = "quality"
	InformationSecurity Discipline = "information-security"
	Privacy             Discipline = "privacy"
	AI                  Discipline = "ai"
	Continuity          Discipline = "continuity"
	Law                 Discipline = "law"
)

// Disciplines lists every Discipline.
var Disciplines = []Discipline{Quality, InformationSecurity, Privacy, AI, Continuity, Law}

// Status is where an edition stands in its life.
type Status string

// The states of an edition.
const (
	Current      Status = "current"
	InTransition Status = "in-transition" // a newer edition is out, certificates of this one are still valid
	Superseded   Status = "superseded"
	Withdrawn    Status = "withdrawn"
	Guidance     Status = "guidance" // never a certification target
)

// Statuses lists every Status.
var Statuses = []Status{Current, InTransition, Superseded, Withdrawn, Guidance}

// HarmonizedStructure is the ref of the hub: the discipline-neutral clauses 4 to 10 that ISO prescribes for every
// management system standard.
const HarmonizedStructure = "iso-hs"

// Profile selects requirements of another standard instead of having its own.
type Profile struct {
	Of     string   `json:"of" yaml:"of"`         // ref of the standard selected from
	Select []string `json:"select" yaml:"select"` // numbers of groups or single requirements of it

	// Alone selects the named nodes and nothing below them, as a profile does that takes a control without its enhancements.
	Alone bool `json:"alone,omitempty" yaml:"alone"`
}

// TextImported is the TextPolicy of an imported catalog: its texts are those of its origin, under the licence of that.
const TextImported = "imported"

// Origin is where an imported catalog comes from.
type Origin struct {
	Format  string `json:"format"`          // such as "oscal" or "ciso"
	Title   string `json:"title,omitempty"` // what its publisher calls it
	Licence string `json:"licence,omitempty"`
	URL     string `json:"url,omitempty"`
	ID      string `json:"id,omitempty"`     // what it is called in its format, such as a URN or a UUID
	Prefix  string `json:"prefix,omitempty"` // what stands before the numbers in the ids of its requirements there
}

// Standard is one edition of a standard, scheme or law. Editions are standards of their own, linked by Supersedes.
type Standard struct {
	Ref         string       `json:"ref"` // such as "iso-27001-2022"
	Title       Text         `json:"title"`
	Publisher   string       `json:"publisher"`
	Edition     string       `json:"edition"`
	Published   Date         `json:"published,omitempty"`
	Status      Status       `json:"status"`
	Supersedes  string       `json:"supersedes,omitempty"`
	Disciplines []Discipline `json:"disciplines,omitempty"`
	TextPolicy  string       `json:"text"`                 // what of the standard's text is here: "titles-and-own-paraphrase"
	Unofficial  []Language   `json:"unofficial,omitempty"` // languages whose headings are ours, not the publisher's
	Profile     *Profile     `json:"profile,omitempty"`
	Origin      Origin       `json:"origin,omitzero"` // of a catalog that was imported

	requirements []*Requirement // document order, groups included, points not
	assessable   []*Requirement
}

// Requirements returns the nodes of the standard's tree in document order: groups and requirements, not points. Those
// of a profile are the very nodes of the standard it selects from.
func (s *Standard) Requirements() []*Requirement { return s.requirements }

// Assessable returns the requirements that count in answers, in document order.
func (s *Standard) Assessable() []*Requirement { return s.assessable }

// Roots returns the top of the tree in document order.
func (s *Standard) Roots() []*Requirement {
	var roots []*Requirement
	for _, r := range s.requirements {
		if r.parent == nil {
			roots = append(roots, r)
		}
	}
	return roots
}
