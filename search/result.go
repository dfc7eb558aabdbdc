package search

import (
	"sync"

	"github.com/clausegraph/clausegraph/graph"
)

// Result is one page of what was found.
type Result struct {
	Hits  []Hit // best first; equals in order of standard and document
	Total int   // hits on all pages
	// Suggestion says what was looked for instead of the text as it was typed; nil where that was the text.
	Suggestion *Suggestion

	index  *Index
	filter filter
	found  []match // on all pages, and what fails one filter
}

// Facets divides what was found. The values of a facet count what passes all filters but those on that facet, so that
// somebody who has chosen a value sees what another would give.
func (r Result) Facets() []Facet {
	if r.index == nil {
		return nil
	}
	return r.index.values.count(r.filter, r.found)
}

// Hit is a requirement that was found.
type Hit struct {
	Requirement *graph.Requirement
	Score       float64              // comparable within one Result; a hit by id is above every hit by words
	ByID        bool                 // the query has its id
	Heirs       []*graph.Requirement // of a hit by id in an edition that was replaced: what became of it
	Folded      []*graph.Requirement // with Query.Fold: hits that are its counterparts, best first

	why *why
}

// why is what is said of a hit once somebody asks.
type why struct {
	once      sync.Once
	explain   func() ([]Fragment, []Match)
	fragments []Fragment
	matches   []Match
}

func (h Hit) explained() *why {
	h.why.once.Do(func() { h.why.fragments, h.why.matches = h.why.explain() })
	return h.why
}

// Fragments returns the texts of the hit that have words of the query, at most one of each field and language. They are
// looked for at the first call.
func (h Hit) Fragments() []Fragment { return h.explained().fragments }

// Matches returns why it was found: for each thing asked for that it has, the best reason. They are looked for at the
// first call.
func (h Hit) Matches() []Match { return h.explained().matches }

// Counterparts returns what other standards have that answers to the hit.
func (h Hit) Counterparts() []CounterpartGroup { return Counterparts(h.Requirement) }

// Match is a reason for a hit.
type Match struct {
	Query string // what was asked for, as it was typed
	Term  string // what the requirement has of it
	Field Field
	Via   Via
}

// Via says what led from what was typed to what the requirement has.
type Via string

// The ways to a hit.
const (
	ViaText        Via = "text"        // it has the words
	ViaID          Via = "id"          // it has the id
	ViaGlossary    Via = "glossary"    // it has another form of the term, maybe in the other language
	ViaSpelling    Via = "spelling"    // it has the word that was probably meant
	ViaSpacing     Via = "spacing"     // it has the words written together or apart
	ViaLayout      Via = "layout"      // it has what the same keys give on the other keyboard layout
	ViaInitials    Via = "initials"    // it has a word with these initial consonants
	ViaLaw         Via = "law"         // it rests on that article of law
	ViaEdition     Via = "edition"     // it replaces a requirement that was found by id
	ViaCounterpart Via = "counterpart" // claims relate it to a better hit
)

// Vias lists every Via.
var Vias = []Via{ViaText, ViaID, ViaGlossary, ViaSpelling, ViaSpacing, ViaLayout, ViaInitials, ViaLaw, ViaEdition, ViaCounterpart}

// Suggestion is what a query probably meant.
type Suggestion struct {
	Text string // to be shown, and to be searched for
	Via  Via    // what is wrong with what was typed: of several things, the first
}
