package mcp

import (
	"context"
	"encoding/base64"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

type inventoryInput struct {
	gapInput
	File           *file `json:"file,omitempty" jsonschema:"a file with controls; give either this or controls"`
	DespiteProblem bool  `json:"despiteProblems,omitempty" jsonschema:"answer from what was understood, although something was not"`
}

type file struct {
	Name   string         `json:"name" jsonschema:"its name, whose extension tells yaml from csv and xlsx"`
	Text   string         `json:"text,omitempty" jsonschema:"content of a CSV or YAML file"`
	Base64 string         `json:"base64,omitempty" jsonschema:"content of any file, such as XLSX, in base64; instead of text"`
	Links  inventory.Link `json:"links,omitempty" jsonschema:"what ids stand for in columns whose heading does not say so; satisfies, with a warning, unless given"`
	IDsOf  string         `json:"idsOf,omitempty" jsonschema:"ref of the standard that ids are of where the file does not say so"`
}

type inventoryAnswer struct {
	Organization string     `json:"organization,omitempty" jsonschema:"as the file or its name says"`
	Controls     []string   `json:"controls" jsonschema:"ids of the controls that were understood"`
	Scopes       []string   `json:"scopes" jsonschema:"that controls are carried out in"`
	Notes        []note     `json:"notes" jsonschema:"warnings and errors on how the file was read, 50 at most"`
	NotesLeft    int        `json:"notesLeft,omitempty" jsonschema:"notes beyond those"`
	Analysis     *gapAnswer `json:"analysis,omitempty" jsonschema:"absent where something in the file was not understood: mend the file, or ask for an answer despite the problems"`
}

type note struct {
	Severity string `json:"severity" jsonschema:"warning: to be looked at; error: not understood and left out"`
	Place    string `json:"place" jsonschema:"address of the cell, or line and column"`
	Message  string `json:"message"`
}

const maxNotes = 50

func (s *service) inventory(ctx context.Context, in inventoryInput) (inventoryAnswer, error) {
	out := inventoryAnswer{Controls: []string{}, Scopes: []string{}, Notes: []note{}}
	own := graph.Inventory{Controls: controlsOf(in.Controls)}
	problems := 0
	switch {
	case in.File != nil && len(in.Controls) > 0:
		return out, bad("give either controls or file, and not both")
	case in.File == nil && len(in.Controls) == 0:
		return out, bad("give controls or file; the tool gap_analysis answers without")
	case in.File != nil:
		r, err := s.read(ctx, *in.File)
		if err != nil {
			return out, err
		}
		own, problems = r.Inventory, r.Count(inventory.Error)
		for _, n := range r.Notes {
			switch {
			case n.Severity < inventory.Warning:
			case len(out.Notes) == maxNotes:
				out.NotesLeft++
			default:
				out.Notes = append(out.Notes, note{n.Severity.String(), n.Place, n.Message})
			}
		}
	}
	out.Organization = own.Organization
	out.Scopes = append(out.Scopes, own.Scopes...)
	for _, c := range own.Controls {
		out.Controls = append(out.Controls, c.ID)
		if c.Scope != "" && !slices.Contains(out.Scopes, c.Scope) {
			out.Scopes = append(out.Scopes, c.Scope)
		}
	}
	if problems > 0 && !in.DespiteProblem {
		return out, nil
	}
	if in.Workspace == "" { // else its controls count, too
		if err := own.CheckScope(in.Scope); err != nil {
			return out, bad("scope: %v", err)
		}
	}
	asked := in.question
	asked.Scope, asked.Controls = "", nil
	q, err := s.about(asked, in.Target)
	if err != nil {
		return out, err
	}
	q.Scope, q.Controls = in.Scope, own.Controls
	a, err := s.analyse(ctx, in.gapInput, q)
	if err != nil {
		return out, err
	}
	out.Analysis = &a
	return out, nil
}

func (s *service) read(ctx context.Context, f file) (*inventory.Reading, error) {
	content := []byte(f.Text)
	switch {
	case (f.Text == "") == (f.Base64 == ""):
		return nil, bad("file: give its content either as text or in base64")
	case f.IDsOf != "" && s.snapshot().Standard(f.IDsOf) == nil:
		return nil, s.snapshot().Unknown(f.IDsOf)
	case f.Base64 != "":
		var err error
		if content, err = base64.StdEncoding.DecodeString(f.Base64); err != nil {
			return nil, bad("file.base64: %v", err)
		}
	}
	leave, err := s.admit(ctx, costFile)
	if err != nil {
		return nil, err
	}
	defer leave()
	return inventory.Read(f.Name, content, s.snapshot(), inventory.Options{Links: f.Links, Standard: f.IDsOf}), nil
}
