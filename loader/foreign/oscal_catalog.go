package foreign

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/oscal"
)

func (d *document) oscalCatalog(o *oscal.Catalog) {
	if ref := oscal.Find(o.Metadata.Props, oscal.PropRef, ""); ref != "" {
		d.ownCatalog(ref, o)
		return
	}
	c := &catalog{document: d, id: o.UUID, line: 1, column: 1, standard: d.oscalStandard(o.UUID, &o.Metadata)}
	w := oscalWalk{catalog: c, params: map[string]string{}}
	w.collect(o.Params, o.Groups, o.Controls)
	w.groups(o.Groups, "")
	w.controls(o.Controls, "")
	d.catalogs = append(d.catalogs, c)
}

// oscalWalk takes a catalog apart.
type oscalWalk struct {
	*catalog
	params map[string]string // what stands in a text for each parameter
	count  int
}

// collect notes the parameters of the whole catalog: texts may name those of other controls.
func (w *oscalWalk) collect(params []oscal.Param, groups []oscal.Group, controls []oscal.Control) {
	for _, p := range params {
		text := oneLine(p.Label)
		if p.Select != nil && len(p.Select.Choice) > 0 {
			choices := make([]string, len(p.Select.Choice))
			for i, c := range p.Select.Choice {
				choices[i] = oneLine(c)
			}
			text = "Selection: " + strings.Join(choices, "; ")
		}
		if len(p.Values) > 0 {
			text = strings.Join(p.Values, ", ")
		}
		w.params[p.ID] = text
	}
	for _, g := range groups {
		w.collect(g.Params, g.Groups, g.Controls)
	}
	for _, c := range controls {
		w.collect(c.Params, nil, c.Controls)
	}
}

func (w *oscalWalk) groups(list []oscal.Group, parent string) {
	for _, g := range list {
		w.count++
		it := item{id: g.ID, parent: parent, line: 1, column: 1}
		if it.id == "" {
			it.id = fmt.Sprintf("group-%d", w.count)
		}
		it.Title.EN, it.marked = oneLine(g.Title), true
		w.items = append(w.items, it)
		w.groups(g.Groups, it.id)
		w.controls(g.Controls, it.id)
	}
}

func (w *oscalWalk) controls(list []oscal.Control, parent string) {
	for _, c := range list {
		w.count++
		if c.ID == "" {
			w.add(1, 1, "E002", "give it an id", "the control %q has no id", oneLine(c.Title))
			continue
		}
		it := item{id: c.ID, parent: parent, line: 1, column: 1}
		it.Title.EN = oneLine(c.Title)
		it.Assessable, it.marked = true, true
		for _, p := range c.Props {
			if p.Name == "status" && strings.EqualFold(p.Value, "withdrawn") {
				it.Assessable, it.Tags = false, []string{"withdrawn"}
			}
		}
		number := number(c.ID)
		for _, p := range c.Parts {
			if p.Name == oscal.PartStatement {
				it.Gist.EN = w.prose(p)
				if it.Assessable {
					it.points = w.points(number, p.Parts)
				}
				break
			}
		}
		if len(it.points) > 0 {
			it.Parts = graph.PartsSome
		}
		w.items = append(w.items, it)
		w.controls(c.Controls, c.ID)
	}
}

// points returns the items of a statement. The ids that the parts have there name them too.
func (w *oscalWalk) points(number string, items []oscal.Part) []*graph.Requirement {
	if len(items) < 2 {
		return nil // the statement says as much
	}
	var points []*graph.Requirement
	for i, p := range items {
		id := fmt.Sprintf("%s-%d", number, i+1)
		points = append(points, &graph.Requirement{
			Ref: graph.JoinRef(w.standard.Ref, id), Number: id, In: number, Kind: graph.KindPoint, Gist: graph.Text{EN: w.prose(p)},
		})
		if p.ID != "" {
			if w.aliases == nil {
				w.aliases = map[string]string{}
			}
			w.aliases[p.ID] = id
		}
	}
	return points
}

var insertion = regexp.MustCompile(`\{\{\s*(?:insert:\s*)?(?:param\s*,\s*)?([A-Za-z0-9_.-]+)\s*\}\}`)

// prose returns a part with what stands in it as one line, with the labels of its parameters.
func (w *oscalWalk) prose(p oscal.Part) string {
	texts := []string{}
	var walk func(p oscal.Part, depth int)
	walk = func(p oscal.Part, depth int) {
		label := ""
		for _, prop := range p.Props {
			if prop.Name == "label" && depth > 0 {
				label = prop.Value + " "
			}
		}
		if p.Prose != "" {
			texts = append(texts, label+p.Prose)
		}
		for _, q := range p.Parts {
			if depth < maxDeep {
				walk(q, depth+1)
			}
		}
	}
	walk(p, 0)
	text := strings.Join(texts, " ")
	for range 3 { // a choice may name parameters too
		if !strings.Contains(text, "{{") {
			break
		}
		text = insertion.ReplaceAllStringFunc(text, func(s string) string {
			id := insertion.FindStringSubmatch(s)[1]
			if label := w.params[id]; label != "" {
				return "[" + label + "]"
			}
			return "[" + id + "]"
		})
		if len(text) > 1<<16 {
			text = text[:1<<16]
		}
	}
	return oneLine(strings.ToValidUTF8(text, ""))
}
