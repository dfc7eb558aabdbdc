package oscal

// Catalog is a set of controls, in groups.
type Catalog struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	Params     []Param     `json:"params,omitempty"`
	Controls   []Control   `json:"controls,omitempty"`
	Groups     []Group     `json:"groups,omitempty"`
	BackMatter *BackMatter `json:"back-matter,omitempty"`
}

// Group is a heading with what stands below it.
type Group struct {
	ID       string     `json:"id,omitempty"`
	Class    string     `json:"class,omitempty"`
	Title    string     `json:"title"`
	Params   []Param    `json:"params,omitempty"`
	Props    []Property `json:"props,omitempty"`
	Links    []Link     `json:"links,omitempty"`
	Parts    []Part     `json:"parts,omitempty"`
	Groups   []Group    `json:"groups,omitempty"`
	Controls []Control  `json:"controls,omitempty"`
}

// Control is a requirement. Controls within it are enhancements of it.
type Control struct {
	ID       string     `json:"id"`
	Class    string     `json:"class,omitempty"`
	Title    string     `json:"title"`
	Params   []Param    `json:"params,omitempty"`
	Props    []Property `json:"props,omitempty"`
	Links    []Link     `json:"links,omitempty"`
	Parts    []Part     `json:"parts,omitempty"`
	Controls []Control  `json:"controls,omitempty"`
}

// Part is a piece of text of a control or a group, such as its statement, or an item of that.
type Part struct {
	ID    string     `json:"id,omitempty"`
	Name  string     `json:"name"`
	NS    string     `json:"ns,omitempty"`
	Class string     `json:"class,omitempty"`
	Title string     `json:"title,omitempty"`
	Props []Property `json:"props,omitempty"`
	Prose string     `json:"prose,omitempty"`
	Parts []Part     `json:"parts,omitempty"`
	Links []Link     `json:"links,omitempty"`
}

// The names of the parts that this program writes.
const (
	PartOverview  = "overview"  // the gist
	PartStatement = "statement" // the points, each an item in it
	PartItem      = "item"
)

// Param is a place in a text that is filled in when a control is chosen. This program writes none.
type Param struct {
	ID     string     `json:"id"`
	Class  string     `json:"class,omitempty"`
	Label  string     `json:"label,omitempty"`
	Props  []Property `json:"props,omitempty"`
	Values []string   `json:"values,omitempty"`
	Select *Selection `json:"select,omitempty"`
}

// Selection is a choice that fills a parameter in.
type Selection struct {
	HowMany string   `json:"how-many,omitempty"`
	Choice  []string `json:"choice,omitempty"`
}

// Profile selects controls of catalogs.
type Profile struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	Imports    []Import    `json:"imports"`
	Merge      *Merge      `json:"merge,omitempty"`
	BackMatter *BackMatter `json:"back-matter,omitempty"`
}

// Import names a catalog or profile, and what is taken of it: everything without IncludeControls.
type Import struct {
	Href            string    `json:"href"`
	IncludeAll      *struct{} `json:"include-all,omitempty"`
	IncludeControls []Select  `json:"include-controls,omitempty"`
	ExcludeControls []Select  `json:"exclude-controls,omitempty"`
}

// Select names controls by their ids or by patterns of them, and with-child-controls "yes" the controls within them.
type Select struct {
	WithChildControls string    `json:"with-child-controls,omitempty"`
	WithIDs           []string  `json:"with-ids,omitempty"`
	Matching          []Pattern `json:"matching,omitempty"`
}

// Pattern is a glob over ids.
type Pattern struct {
	Pattern string `json:"pattern,omitempty"`
}

// Merge says how what is imported is put together.
type Merge struct {
	AsIs bool `json:"as-is,omitempty"`
}
