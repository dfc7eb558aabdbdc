// Package inventory reads what an organisation has, its own controls, from the files that it is kept in: YAML in the format
// of this project, and the XLSX and CSV that people have.
//
// Nothing is guessed silently. What was understood, and by which words, and what was not, stands in the notes of a reading,
// each with the cell that it is about. What can be read in two ways is not read at all.
package inventory

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/table"
	"github.com/clausegraph/clausegraph/loader"
)

// Severity says what a note means for the reading. The zero Severity is invalid.
type Severity uint8

// The severities.
const (
	Info    Severity = iota + 1 // how something was understood
	Warning                     // something was understood that a person should look at
	Error                       // something was not understood, and is left out
)

// String returns "info", "warning" or "error".
func (s Severity) String() string {
	if s < Info || s > Error {
		return "invalid"
	}
	return [...]string{"info", "warning", "error"}[s-Info]
}

// MarshalText returns String.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Note is one remark on how a file was read.
type Note struct {
	Severity Severity `json:"severity"`

	// Place is an address such as Sheet1!B7, or B7 in a CSV; a line and a column such as 7:12 in YAML; empty for the file as
	// a whole.
	Place   string `json:"place"`
	Message string `json:"message"`
}

// Link is what the ids in a column whose heading does not say so stand for.
type Link string

// The links of a control to a requirement.
const (
	Satisfies   Link = "satisfies"   // the control meets all of it
	Contributes Link = "contributes" // the control meets part of it
)

// Links lists every Link.
var Links = []Link{Satisfies, Contributes}

// Options say how to read what a file leaves open.
type Options struct {
	// Links is for ids below headings that say neither "satisfies" nor "contributes". Empty is Satisfies, with a warning.
	Links Link

	// Standard is the ref of the standard that ids are of where neither the cell, its heading nor anything else in the file
	// names one.
	Standard string
}

// Reading is what was understood of a file.
type Reading struct {
	Inventory graph.Inventory `json:"inventory"`
	Notes     []Note          `json:"notes"` // in order of place
}

// OK reports whether all of the file was understood: no note is an Error.
func (r *Reading) OK() bool {
	return !slices.ContainsFunc(r.Notes, func(n Note) bool { return n.Severity == Error })
}

// Count returns how many notes have the severity.
func (r *Reading) Count(s Severity) int {
	n := 0
	for _, note := range r.Notes {
		if note.Severity == s {
			n++
		}
	}
	return n
}

// Read reads an inventory whose ids are those of the snapshot. The name is that of the file: its extension tells YAML
// from CSV, and standards that it names count where the file itself names none. A YAML file with an error holds no
// controls, a table those of which everything needful was understood.
func Read(name string, src []byte, s *graph.Snapshot, o Options) *Reading {
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".yaml" || ext == ".yml" {
		return readYAML(name, src, s)
	}
	r := &reader{snapshot: s, names: newNames(s), options: o, controls: map[string]*control{}}
	r.Inventory.Organization = strings.Join(strings.FieldsFunc(normal(strings.ToValidUTF8(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)), "?")),
		func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }), " ") // names of files may have anything in them
	if r.Inventory.Organization == "" {
		r.Inventory.Organization = "unnamed"
	}
	r.Inventory.Controls = []graph.Control{}
	r.Notes = []Note{}
	r.file = r.names.find(r.Inventory.Organization)
	if std := s.Standard(o.Standard); std != nil {
		r.file = &mention{text: o.Standard, standards: []*graph.Standard{std}, edition: true}
	}
	book, err := table.Read(src)
	if err != nil {
		r.note(Error, "", "%v", err)
		return &r.Reading
	}
	r.book(book)
	return &r.Reading
}

func readYAML(name string, src []byte, s *graph.Snapshot) *Reading {
	r := &Reading{Inventory: graph.Inventory{Controls: []graph.Control{}}, Notes: []Note{}}
	inventory, diagnostics := loader.ReadInventory(name, src, s)
	for _, d := range diagnostics {
		severity, message := Error, d.Code+" "+d.Message
		if d.Severity == loader.Warning {
			severity = Warning
		}
		if d.Help != "" {
			message += "; " + d.Help
		}
		r.Notes = append(r.Notes, Note{severity, fmt.Sprintf("%d:%d", d.Line, d.Column), message})
	}
	if inventory != nil {
		r.Inventory = *inventory
	}
	return r
}

// YAML returns the inventory in the canonical form of this project's format.
func YAML(inv *graph.Inventory) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b) // every JSON is YAML
	e.SetEscapeHTML(false)
	if err := e.Encode(inv); err != nil {
		return nil, err
	}
	return loader.Format(b.Bytes())
}
