package model

import (
	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/editor"
	"github.com/clausegraph/clausegraph/loader/foreign"
	"github.com/clausegraph/clausegraph/relation"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

// PutMappingInput is a claim as a client gives it. A pointer is nil where the client leaves a field out or says null.
type PutMappingInput struct {
	ExpectedRevision   int
	IdempotencyKey     *string
	DryRun             *bool
	Crosswalk          string
	From               []string
	Relation           relation.Relation
	To                 []string
	Each               *bool
	Basis              *graph.Basis
	Strength           *int
	Why                *TextInput
	RemainderFrom      *TextInput
	RemainderTo        *TextInput
	Source             *SourceInput
	ValidFrom, ValidTo *graph.Date
}

// Mapping returns the claim.
func (in PutMappingInput) Mapping() graph.Mapping {
	return graph.Mapping{
		Crosswalk: in.Crosswalk, From: in.From, To: in.To, Relation: in.Relation, Each: or(in.Each), Basis: or(in.Basis), Strength: or(in.Strength),
		Why: in.Why.text(), Remainder: graph.Remainder{From: in.RemainderFrom.text(), To: in.RemainderTo.text()},
		Source: graph.Source{Key: in.Source.Key, Kind: or(in.Source.Kind), Title: or(in.Source.Title), Licence: or(in.Source.Licence), URL: or(in.Source.URL)},
		Valid:  graph.Period{From: or(in.ValidFrom), To: or(in.ValidTo)},
	}
}

// Request returns who asks for what, without the author.
func (in PutMappingInput) Request() editor.Request {
	return request(in.ExpectedRevision, in.IdempotencyKey, in.DryRun)
}

// TextInput is a text as a client gives it.
type TextInput struct{ EN, KO string }

func (t *TextInput) text() graph.Text {
	if t == nil {
		return graph.Text{}
	}
	return graph.Text{EN: t.EN, KO: t.KO}
}

// SourceInput is a source as a client gives it.
type SourceInput struct {
	Key     string
	Kind    *graph.SourceKind
	Title   *string
	Licence *string
	URL     *string
}

// WithdrawMappingInput names a claim to withdraw.
type WithdrawMappingInput struct {
	ExpectedRevision int
	IdempotencyKey   *string
	DryRun           *bool
	Ref              string
}

// Request returns who asks for what, without the author.
func (in WithdrawMappingInput) Request() editor.Request {
	return request(in.ExpectedRevision, in.IdempotencyKey, in.DryRun)
}

// ReviewMappingInput names a claim that was read.
type ReviewMappingInput WithdrawMappingInput

// Request returns who asks for what, without the author.
func (in ReviewMappingInput) Request() editor.Request { return WithdrawMappingInput(in).Request() }

// ImportDataInput is files to import.
type ImportDataInput struct {
	ExpectedRevision int
	IdempotencyKey   *string
	DryRun           *bool
	Files            []*FileInput
	Format           *foreign.Format
	From, To         *string
	Direction        *foreign.Direction
	Confirmed        *bool
	Title            *string
	Licence, URL     *string
	LeaveOut         *bool
}

// FileInput is a file of data, as text or as bytes.
type FileInput struct {
	Name    string
	Text    *string
	Content []byte
}

// Foreign says how the files are read; it is false where they are in the format of this project.
func (in ImportDataInput) Foreign() (editor.Foreign, bool) {
	o := editor.Foreign{Format: or(in.Format), Direction: or(in.Direction), Confirmed: or(in.Confirmed), LeaveOut: or(in.LeaveOut)}
	o.From, o.To, o.Title, o.Licence, o.URL = or(in.From), or(in.To), or(in.Title), or(in.Licence), or(in.URL)
	return o, o.Format != "" && o.Format != editor.Own
}

// Request returns who asks for what, without the author.
func (in ImportDataInput) Request() editor.Request {
	return request(in.ExpectedRevision, in.IdempotencyKey, in.DryRun)
}

// UndoToInput names a revision to return to.
type UndoToInput struct {
	ExpectedRevision int
	IdempotencyKey   *string
	DryRun           *bool
	Number           int
}

// Request returns who asks for what, without the author.
func (in UndoToInput) Request() editor.Request {
	return request(in.ExpectedRevision, in.IdempotencyKey, in.DryRun)
}

func request(expected int, key *string, dryRun *bool) editor.Request {
	return editor.Request{Expected: expected, Key: or(key), DryRun: or(dryRun)}
}

// ChangePayload is what became of a change.
type ChangePayload struct {
	Accepted bool
	Change   *store.Entry
	Repeated bool
	Problems []loader.Diagnostic
	Before   *coverage.Engine // nil where there is nothing to compare
	After    *coverage.Engine
	Reading  *string
}

// VerdictMove is a verdict that is another one than before.
type VerdictMove struct{ coverage.Move }

// Requirement returns the ref of the requirement.
func (m VerdictMove) Requirement() string { return m.Move.Requirement.Ref }

// LogConnection is a page of the log of changes.
type LogConnection = page.Connection[LogEdge]

// LogEdge is a change in a list.
type LogEdge struct {
	Cursor string
	Node   *store.Entry
}
