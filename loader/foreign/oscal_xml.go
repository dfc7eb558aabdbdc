package foreign

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/internal/oscal"
)

// element is an element of XML.
type element struct {
	name     string
	attrs    []xml.Attr
	children []*element
	text     strings.Builder // what stands in it, of the elements in it as well, where it is markup
}

// many are the elements that stand for lists, with the keys of those in JSON.
var many = map[string]string{
	"prop": "props", "link": "links", "group": "groups", "control": "controls", "part": "parts", "param": "params", "party": "parties", "role": "roles",
	"responsible-party": "responsible-parties", "party-uuid": "party-uuids", "import": "imports", "include-controls": "include-controls",
	"exclude-controls": "exclude-controls", "with-id": "with-ids", "matching": "matching", "resource": "resources", "rlink": "rlinks", "mapping": "mappings",
	"map": "maps", "source": "sources", "target": "targets", "qualifier": "qualifiers", "choice": "choice", "value": "values", "unmapped-controls": "unmapped-controls",
}

// texts are the elements that hold text, with or without markup.
var texts = map[string]bool{
	"title": true, "label": true, "remarks": true, "description": true, "choice": true, "value": true, "p": true, "ul": true, "ol": true, "li": true,
	"table": true, "pre": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "blockquote": true, "party-uuid": true, "with-id": true,
	"published": true, "last-modified": true, "version": true, "oscal-version": true, "name": true, "method": true, "matching-rationale": true, "status": true,
	"relationship": true, "mapping-description": true,
}

// markup are the elements of a text of several paragraphs, which stand directly in a part.
var markup = map[string]bool{"p": true, "ul": true, "ol": true, "table": true, "pre": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "blockquote": true}

// unread are parts of OSCAL that are not read, and whose values are no texts.
var unread = map[string]bool{"confidence-score": true, "coverage": true, "source-gap-summary": true, "target-gap-summary": true, "merge": true, "modify": true, "back": true}

// Bounds of an XML text. Entities but the five of XML are refused anyway, and so is a document type, which could declare some.
const (
	maxElements = 2_000_000
	maxNested   = 100
)

func parseXML(src []byte) (*oscal.Document, error) {
	d := xml.NewDecoder(bytes.NewReader(src))
	root := &element{}
	open := []*element{root}
	count := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.Directive:
			return nil, errors.New("it declares a document type; leave it out, for it could declare entities")
		case xml.StartElement:
			if count++; count > maxElements || len(open) > maxNested {
				return nil, fmt.Errorf("more than %d elements, or more than %d in each other", maxElements, maxNested)
			}
			e := &element{name: t.Name.Local, attrs: t.Attr}
			if e.name == "insert" {
				for _, a := range t.Attr {
					if a.Name.Local == "id-ref" {
						e.text.WriteString("{{ insert: param, " + a.Value + " }}")
					}
				}
			}
			above := open[len(open)-1]
			above.children = append(above.children, e)
			open = append(open, e)
		case xml.EndElement:
			e := open[len(open)-1]
			open = open[:len(open)-1]
			if above := open[len(open)-1]; texts[above.name] {
				if markup[e.name] || e.name == "li" {
					above.text.WriteByte(' ')
				}
				above.text.WriteString(e.text.String())
			} else if texts[e.name] || above.name == "" {
				continue
			} else if s := e.text.String(); s != "" && e.name != "insert" {
				above.text.WriteString(s)
			}
		case xml.CharData:
			if e := open[len(open)-1]; texts[e.name] || !texts[e.name] && len(strings.TrimSpace(string(t))) > 0 {
				e.text.Write(t)
			}
		}
	}
	if len(root.children) != 1 {
		return nil, errors.New("it has no root element")
	}
	top := root.children[0]
	text, err := json.Marshal(map[string]any{top.name: top.value()})
	if err != nil {
		return nil, err
	}
	doc := &oscal.Document{}
	return doc, json.Unmarshal(text, doc)
}

// value returns an element as JSON has it.
func (e *element) value() any {
	if texts[e.name] && len(e.attrs) == 0 {
		return oneLine(e.text.String())
	}
	m := map[string]any{}
	for _, a := range e.attrs {
		if a.Name.Space == "" && a.Name.Local != "xmlns" {
			m[a.Name.Local] = a.Value
		}
	}
	if texts[e.name] {
		return oneLine(e.text.String())
	}
	var prose []string
	lists := map[string][]any{}
	for _, c := range e.children {
		switch key, list := many[c.name]; {
		case unread[c.name]:
		case markup[c.name]:
			prose = append(prose, oneLine(c.text.String()))
		case list:
			lists[key] = append(lists[key], c.value())
		default:
			m[c.name] = c.value()
		}
	}
	for key, list := range lists {
		m[key] = list
	}
	if len(prose) > 0 {
		key := "prose"
		m[key] = strings.Join(prose, " ")
	}
	return m
}
