package foreign

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/blockyaml"
	"github.com/clausegraph/clausegraph/internal/oscal"
)

// oscal reads a catalog, a profile or a mapping collection of OSCAL, in JSON, YAML or XML. Ids of controls become numbers
// as they are. The text of a control is its statement; the items of it are points.
func (d *document) oscal(src []byte) {
	doc, err := parseOSCAL(src)
	var mistyped *json.UnmarshalTypeError
	if errors.As(err, &mistyped) { // the rest of the file is read
		d.add(lineOf(src, mistyped.Offset), 1, "E002", "write it as OSCAL has it", "%s is a %s, which is left out", mistyped.Field, mistyped.Value)
		err = nil
	}
	if err != nil {
		d.add(1, 1, "E001", "check that it is the right file", "this is no OSCAL: %v", err)
		return
	}
	d.left = src
	switch {
	case doc.Catalog != nil:
		d.oscalCatalog(doc.Catalog)
	case doc.Profile != nil:
		d.oscalProfile(doc.Profile)
	case doc.MappingCollection != nil:
		d.oscalMappings(doc.MappingCollection)
	default:
		d.add(1, 1, "E001", "check that it is the right file", "this is OSCAL, but no catalog, profile or mapping collection")
	}
}

// lineOf returns the line of an offset in JSON. In other syntaxes it is that of the JSON they are read as.
func lineOf(src []byte, offset int64) int {
	return 1 + bytes.Count(src[:min(max(0, int(offset)), len(src))], []byte("\n"))
}

// parseOSCAL returns the document in a text of any of the three syntaxes.
func parseOSCAL(src []byte) (*oscal.Document, error) {
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	start := bytes.TrimLeft(src, " \t\r\n")
	doc := &oscal.Document{}
	switch {
	case len(start) == 0:
		return nil, errors.New("the file is empty")
	case start[0] == '<':
		return parseXML(src)
	case start[0] == '{':
		return doc, json.Unmarshal(src, doc)
	}
	n, err := blockyaml.Parse(src)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(untyped(n))
	if err == nil {
		err = json.Unmarshal(text, doc)
	}
	return doc, err
}

// untyped returns a YAML value as JSON has it. The types of OSCAL have texts but for a few places.
func untyped(n *blockyaml.Node) any {
	switch n.Kind {
	case blockyaml.Map:
		m := make(map[string]any, len(n.Keys))
		for i := range n.Keys {
			if !unread[n.Keys[i].Name] {
				m[n.Keys[i].Name] = untyped(&n.Keys[i].Node)
			}
		}
		return m
	case blockyaml.List:
		l := make([]any, len(n.Items))
		for i := range n.Items {
			l[i] = untyped(&n.Items[i])
		}
		return l
	case blockyaml.Null:
		return nil
	}
	if n.Plain {
		switch n.Value {
		case "true", "false":
			return n.Value == "true"
		}
	}
	return n.Value
}

// slug returns a name as the ref of a standard.
func slug(name string) string {
	s := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.Is(unicode.N, r) || r == '.' {
			return unicode.ToLower(r)
		}
		return '-'
	}, name)
	for strings.Contains(s, "--") {
		s = strings.ReplaceAll(s, "--", "-")
	}
	if s = strings.Trim(s, "-."); s == "" {
		return "imported"
	}
	return s
}

// publisherOf returns the name of the party that made a document.
func publisherOf(m *oscal.Metadata) string {
	for _, role := range []string{"publisher", "creator", "author"} {
		for _, r := range m.ResponsibleParties {
			if r.RoleID != role {
				continue
			}
			for _, p := range m.Parties {
				if slices.Contains(r.PartyUUIDs, p.UUID) && p.Name != "" {
					return oneLine(p.Name)
				}
			}
		}
	}
	return unknown
}

// unknown stands for what a file does not say and data has to.
const unknown = "unknown"

func (d *document) oscalStandard(uuid string, m *oscal.Metadata) graph.Standard {
	s := graph.Standard{
		Ref: slug(d.title()), Title: graph.Text{EN: oneLine(m.Title)}, Publisher: publisherOf(m), Edition: strings.TrimSpace(m.Version), Status: graph.Current,
		TextPolicy: graph.TextImported, Origin: graph.Origin{Format: string(OSCAL), Title: oneLine(m.Title), ID: uuid, Licence: oscal.Find(m.Props, oscal.PropLicence, "")},
	}
	if len(m.Published) >= 10 {
		if day, err := graph.ParseDate(m.Published[:10]); err == nil {
			s.Published = day
		}
	}
	if s.Title.EN == "" {
		s.Title.EN = d.title()
	}
	if s.Edition == "" {
		s.Edition = unknown
	}
	return s
}
