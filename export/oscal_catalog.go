package export

import (
	"io"
	"slices"
	"strconv"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/oscal"
)

// DataLicence is the licence of the data, as SPDX names it. Every export of data names it.
const DataLicence = "CC-BY-4.0"

// CatalogOSCAL writes a standard as a catalog of OSCAL in JSON. A profile is written resolved: as the catalog of what it
// selects, under the ids that these have in the standard it selects from, since they are the same requirements.
func CatalogOSCAL(w io.Writer, std *graph.Standard, revision graph.Revision) error {
	c := &oscal.Catalog{UUID: oscal.UUID("catalog|" + std.Ref), Metadata: catalogMetadata(std, revision)}
	c.Groups, c.Controls = oscalTree(std, topOf(std))
	return writeJSON(w, oscal.Document{Catalog: c})
}

// topOf returns the nodes of a standard that stand under none of it.
func topOf(std *graph.Standard) []*graph.Requirement {
	var top []*graph.Requirement
	for _, r := range std.Requirements() {
		if !slices.Contains(std.Requirements(), r.Parent()) {
			top = append(top, r)
		}
	}
	return top
}

func property(name, value string) oscal.Property { return oscal.TextProperty(name, "", value) }

// properties returns a property for each value.
func properties[T ~string](name string, values ...T) []oscal.Property {
	var list []oscal.Property
	for _, v := range values {
		if v != "" {
			list = append(list, property(name, string(v)))
		}
	}
	return list
}

// korean returns a property with the Korean text, if there is one.
func korean(name, text string) []oscal.Property {
	if text == "" {
		return nil
	}
	return []oscal.Property{oscal.TextProperty(name, "ko", text)}
}

// moment writes a day as a time of OSCAL; without one, the first that there can be.
func moment(day graph.Date) string {
	if day == "" {
		day = "1970-01-01"
	}
	return string(day) + "T00:00:00Z"
}

func catalogMetadata(std *graph.Standard, revision graph.Revision) oscal.Metadata {
	m := oscal.Metadata{Title: std.Title.In(graph.English), LastModified: moment(std.Published), Version: std.Edition, OSCALVersion: oscal.Version}
	if m.Version == "" {
		m.Version = "1"
	}
	if std.Published != "" {
		m.Published = moment(std.Published)
	}
	m.Props = slices.Concat(
		properties(oscal.PropRef, std.Ref), korean(oscal.PropTitle, std.Title.KO), titled(std.Title, m.Title),
		properties(oscal.PropPublisher, std.Publisher), properties(oscal.PropEdition, std.Edition), properties(oscal.PropPublished, std.Published),
		properties(oscal.PropStatus, std.Status), properties(oscal.PropSupersedes, std.Supersedes), properties(oscal.PropDiscipline, std.Disciplines...),
		properties(oscal.PropTextPolicy, std.TextPolicy), properties(oscal.PropUnofficial, std.Unofficial...),
		origin(std), properties(oscal.PropRevision, revision.Hash),
	)
	m.Remarks = Disclaimer.EN
	return m
}

// origin says where a catalog comes from, and its licence: that of our data, or that under which it was imported.
func origin(std *graph.Standard) []oscal.Property {
	if std.Origin == (graph.Origin{}) {
		return properties(oscal.PropLicence, DataLicence)
	}
	list := slices.Concat(properties(oscal.PropLicence, std.Origin.Licence), properties(oscal.PropOrigin, std.Origin.Format))
	for _, part := range [][2]string{
		{"title", std.Origin.Title}, {"licence", std.Origin.Licence}, {"url", std.Origin.URL}, {"id", std.Origin.ID}, {"prefix", std.Origin.Prefix},
	} {
		if part[1] != "" {
			list = append(list, oscal.TextProperty(oscal.PropOrigin, part[0], part[1]))
		}
	}
	return list
}

// titled says that a title is not the English heading of what it stands on.
func titled(title graph.Text, written string) []oscal.Property {
	switch {
	case title.EN == "" && title.KO == "":
		return properties(oscal.PropTitled, "none")
	case title.EN == "" && written == title.KO:
		return properties(oscal.PropTitled, "ko")
	}
	return nil
}

// oscalTree writes nodes that stand beside each other: headings as groups, unless they stand in a control, and the others
// as controls.
func oscalTree(std *graph.Standard, nodes []*graph.Requirement) (groups []oscal.Group, controls []oscal.Control) {
	mixed := slices.ContainsFunc(nodes, isGroup) && slices.ContainsFunc(nodes, func(r *graph.Requirement) bool { return !isGroup(r) })
	for i, r := range nodes {
		var order []oscal.Property
		if mixed {
			order = properties(oscal.PropOrder, strconv.Itoa(i+1))
		}
		if !isGroup(r) {
			controls = append(controls, oscalControl(std, r, order))
			continue
		}
		g := oscal.Group{ID: oscal.Token(r.Ref), Class: string(r.Kind), Title: oscalTitle(r), Props: append(nodeProperties(r), order...), Parts: oscalParts(r)}
		g.Groups, g.Controls = oscalTree(std, within(std, r))
		groups = append(groups, g)
	}
	return groups, controls
}

func isGroup(r *graph.Requirement) bool {
	return r.Kind == graph.KindGroup && (r.Parent() == nil || isGroup(r.Parent()))
}

// within returns the children of a node that the standard has: a profile need not have all.
func within(std *graph.Standard, r *graph.Requirement) []*graph.Requirement {
	var list []*graph.Requirement
	for _, child := range r.Children() {
		if slices.Contains(std.Requirements(), child) {
			list = append(list, child)
		}
	}
	return list
}

func oscalControl(std *graph.Standard, r *graph.Requirement, order []oscal.Property) oscal.Control {
	c := oscal.Control{ID: oscal.Token(r.Ref), Class: string(r.Kind), Title: oscalTitle(r), Props: append(nodeProperties(r), order...), Parts: oscalParts(r)}
	for i, child := range within(std, r) {
		c.Controls = append(c.Controls, oscalControl(std, child, properties(oscal.PropOrder, strconv.Itoa(i+1))))
	}
	return c
}

// oscalTitle is the heading; OSCAL asks for one, so the gist or the number stands for a heading that there is not.
func oscalTitle(r *graph.Requirement) string {
	if name := r.Name(graph.English); name != "" {
		return name
	}
	return r.Number
}

func nodeProperties(r *graph.Requirement) []oscal.Property {
	label := oscal.Property{Name: "label", Value: r.Number}
	assessable := r.Kind != graph.KindGroup && len(r.Children()) == 0
	var differs []string
	if r.Assessable != assessable {
		differs = append(differs, strconv.FormatBool(r.Assessable))
	}
	return slices.Concat(
		[]oscal.Property{label}, properties(oscal.PropKind, r.Kind), korean(oscal.PropTitle, r.Title.KO), titled(r.Title, r.Title.In(graph.English)),
		properties(oscal.PropAssessable, differs...), properties(oscal.PropParts, r.Parts), properties(oscal.PropCertainty, r.Certainty),
		properties(oscal.PropLaw, r.Laws...), properties(oscal.PropTag, r.Tags...),
	)
}

// oscalParts writes the gist as the overview, and the points as the items of the statement.
func oscalParts(r *graph.Requirement) []oscal.Part {
	var parts []oscal.Part
	if !r.Gist.IsZero() {
		parts = append(parts, oscal.Part{ID: oscal.Token(r.Ref) + "_ovw", Name: oscal.PartOverview, Prose: r.Gist.EN, Props: korean(oscal.PropGist, r.Gist.KO)})
	}
	if len(r.Points()) == 0 {
		return parts
	}
	statement := oscal.Part{ID: oscal.Token(r.Ref) + "_smt", Name: oscal.PartStatement}
	for _, p := range r.Points() {
		label := oscal.Property{Name: "label", Value: p.Number}
		statement.Parts = append(statement.Parts, oscal.Part{
			ID: oscal.Token(p.Ref), Name: oscal.PartItem, Prose: p.Gist.EN, Props: append([]oscal.Property{label}, korean(oscal.PropGist, p.Gist.KO)...),
		})
	}
	return append(parts, statement)
}
