// Package model has the types of the schema that are no domain types: edges, connections, and answers put together of
// domain types.
package model

import (
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
	"github.com/clausegraph/clausegraph/schema/internal/page"
	"github.com/clausegraph/clausegraph/search"
)

// Node is an object with a global id: a *graph.Standard, *graph.Requirement, *graph.Mapping, *graph.Crosswalk or *graph.Term.
type Node any

// The connections.
type (
	RequirementConnection = page.Connection[RequirementEdge]
	MappingConnection     = page.Connection[MappingEdge]
	TermConnection        = page.Connection[TermEdge]
	GapItemConnection     = page.Connection[GapItemEdge]
)

// RequirementEdge is a requirement in a list.
type RequirementEdge struct {
	Cursor string
	Node   *graph.Requirement
}

// MappingEdge is a claim in a list, read in the direction of the list.
type MappingEdge struct {
	Cursor   string
	Node     *graph.Mapping
	Reversed bool
}

// Relation is that of the claim in the direction of the list.
func (e *MappingEdge) Relation() relation.Relation { return e.Node.Read(e.Reversed) }

// TermEdge is a term in a list.
type TermEdge struct {
	Cursor string
	Node   *graph.Term
}

// GapItemEdge is an item in a list.
type GapItemEdge struct {
	Cursor string
	Node   *coverage.Item
}

// SearchConnection is a page of hits with what is said of all hits.
type SearchConnection struct {
	*page.Connection[SearchEdge]
	search.Result
}

// Facets returns the facets of the result, with values as the arguments of search take them: of kinds and disciplines
// the names of the enums.
func (c *SearchConnection) Facets() []search.Facet {
	list := c.Result.Facets()
	for _, f := range list {
		if f.Name != search.FacetKind && f.Name != search.FacetDiscipline {
			continue
		}
		for i := range f.Values {
			f.Values[i].Value = strings.ToUpper(strings.ReplaceAll(f.Values[i].Value, "-", "_"))
		}
	}
	return list
}

// SearchEdge is a hit in a list.
type SearchEdge struct {
	search.Hit

	Cursor string
}

// Highlights returns the texts of the hit that have words of the query.
func (e *SearchEdge) Highlights() []search.Fragment { return e.Fragments() }

// Node returns the requirement that was found.
func (e *SearchEdge) Node() *graph.Requirement { return e.Requirement }

// GapSummary is the counts of an analysis, as a whole and by heading.
type GapSummary struct {
	coverage.Summary

	ByGroup []coverage.GroupSummary
}

// Explanation is an explanation with the fields of its one item beside its own.
type Explanation struct {
	*coverage.Item
	*Asked
}

// Asked is the question that an explanation answers.
type Asked = coverage.Explanation
