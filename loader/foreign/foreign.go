// Package foreign reads catalogs and mappings in the formats of others, and says what is wrong with them.
//
// What is read keeps where it comes from and under which licence. Claims enter as those of a published source, with the
// state of review draft, whatever the file says of itself, unless this program wrote the file: then it is read as what it
// was. A record that cannot be used is named and left out; the rest of
// the file is read.
package foreign

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/relation"
)

// Format is a format of others.
type Format string

// The formats.
const (
	OSCAL Format = "oscal" // catalogs, profiles and mapping collections of OSCAL in JSON, YAML or XML
	STRM  Format = "strm"  // set theory relationship mappings of NIST, as CSV or XLSX
	CISO  Format = "ciso"  // libraries of CISO Assistant
	SSSOM Format = "sssom" // Simple Standard for Sharing Ontological Mappings
	CSV   Format = "csv"   // catalogs and claims as plain tables
	XLSX  Format = "xlsx"  // the same as workbooks
)

// Formats lists every Format.
var Formats = []Format{OSCAL, STRM, CISO, SSSOM, CSV, XLSX}

// Direction is how the rows of a STRM table read, which the table does not say.
type Direction string

// The directions.
const (
	FocalToReference Direction = "focal-to-reference" // the focal element is <relationship> the reference element
	ReferenceToFocal Direction = "reference-to-focal"
)

// Directions lists every Direction.
var Directions = []Direction{FocalToReference, ReferenceToFocal}

// File is a file to read.
type File struct {
	Name    string
	Content []byte
}

// MaxSize is the size in bytes up to which a file is read.
const MaxSize = 64 << 20

// Options say what formats leave open.
type Options struct {
	// From and To are the standards of the two sides of a table that does not name them: for STRM those of the focal and of
	// the reference document, for a CSV with claims those of its columns. A catalog in a CSV is called From.
	From, To string

	// Reversed says of a STRM table that its rows are to be read from the reference element: the reference element is
	// <relationship> the focal element.
	Reversed bool

	// Lint checks files and takes nothing over: claims about catalogs that are not there are compared with each other all
	// the same, and a table need not say which standards it is about.
	Lint bool

	// Title, Licence and URL are those of the source, where the file does not say.
	Title, Licence, URL string

	// Known has the standards that claims may be about besides those that are read. It may be nil.
	Known *graph.Snapshot

	// Progress, if not nil, is told after each file how many of all are read.
	Progress func(done, all int)
}

// Result is what was read.
type Result struct {
	// Datasets are the catalogs and crosswalks in order of name. Together with those known they are sound: graph.Build takes
	// them.
	Datasets []*graph.Dataset

	// Diagnostics name every record that was left out or changed, in order of place. See Rules.
	Diagnostics []loader.Diagnostic

	Rows int // claims that the files hold, those left out included
}

// OK reports whether nothing was left out.
func (r *Result) OK() bool {
	return !slices.ContainsFunc(r.Diagnostics, func(d loader.Diagnostic) bool { return d.Severity == loader.Error })
}

// Count returns how many diagnostics have the code.
func (r *Result) Count(code string) int {
	n := 0
	for _, d := range r.Diagnostics {
		if d.Code == code {
			n++
		}
	}
	return n
}

// Read reads the files as one body of data: claims of one file may be about the catalogs of another. It fails when the
// context ends; what is wrong with the files are diagnostics.
func Read(ctx context.Context, format Format, files []File, o Options) (*Result, error) {
	documents := make([]*document, len(files))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	done := make(chan struct{}, len(files))
	for i, f := range files {
		group.Go(func() error {
			defer func() { done <- struct{}{} }()
			if err := ctx.Err(); err != nil {
				return err
			}
			documents[i] = read(format, f, o)
			return nil
		})
	}
	for i := range files {
		<-done
		if o.Progress != nil {
			o.Progress(i+1, len(files))
		}
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return link(documents, o), nil
}

// Publish makes all claims those of published sources, not yet reviewed, whatever a file says of itself: anybody can
// write a file that looks like one of this program.
func (r *Result) Publish() {
	for _, d := range r.Datasets {
		if d.Crosswalk != nil {
			for i := range d.Crosswalk.Sources {
				d.Crosswalk.Sources[i].Kind = graph.PublishedSource
			}
		}
		for _, m := range d.Mappings {
			m.Source.Kind, m.Review = graph.PublishedSource, graph.Review{State: graph.Draft}
		}
	}
}

// Meaning says what a claim means in the direction in which it was read, for a person to see whether that is the right one.
func Meaning(m *graph.Mapping) string {
	from, to := strings.Join(m.From, " + "), strings.Join(m.To, " + ")
	inner, outer := from, to
	if m.Relation == relation.SupersetOf {
		inner, outer = outer, inner
	}
	return fmt.Sprintf("The table is read so that %s is a %s %s:\nwhoever meets %s also meets %s, which asks for less.", from, m.Relation, to, outer, inner)
}

// read reads one file.
func read(format Format, f File, o Options) *document {
	d := &document{file: f.Name, format: format}
	if len(f.Content) > MaxSize {
		d.add(1, 1, "E001", "split it", "this file is larger than %d MiB", MaxSize>>20)
		return d
	}
	switch format {
	case CISO:
		d.ciso(f.Content)
	case OSCAL:
		d.oscal(f.Content)
	case SSSOM:
		d.sssom(f.Content)
	case STRM:
		d.strm(f.Content, o)
	default:
		d.table(f.Content, o)
	}
	return d
}

// document is what one file holds.
type document struct {
	file        string
	format      Format
	diagnostics []loader.Diagnostic
	catalogs    []*catalog
	sets        []*claimSet
	ours        bool // written by this program: nothing is to be made up

	left []byte // of the text, behind what was found last
	line int    // where that stands, counted from 0
}

func (d *document) add(line, column int, code, help, message string, args ...any) {
	d.diagnostics = append(d.diagnostics, loader.Diagnostic{
		Position: loader.Position{File: d.file, Line: max(1, line), Column: max(1, column)}, Code: code, Severity: severity(code),
		Message: fmt.Sprintf(message, args...), Help: help,
	})
}

// catalog is a set of requirements as its file has it.
type catalog struct {
	*document
	id           string // what sets of claims call it
	line, column int
	standard     graph.Standard
	items        []item
	prefix       string            // of the ids of its items, which their numbers do not have
	aliases      map[string]string // numbers of points by what the file calls them
	selection    *selection        // of a profile
}

// item is a requirement or a heading.
type item struct {
	graph.Requirement
	id, parent   string // as the file has them
	line, column int
	marked       bool // the file says whether it is assessable
	points       []*graph.Requirement
}

// claimSet is a set of claims.
type claimSet struct {
	*document
	line, column int
	word         string   // what tells its crosswalk from others about the same standards
	from, to     string   // what the file calls the catalogs
	fromNames    []string // what else they may be called
	toNames      []string
	crosswalk    graph.Crosswalk
	source       graph.Source
	claims       []claim
	malformed    int // claims that were left out when they were read
}

// claim is one claim as its file has it.
type claim struct {
	line, column int
	name         string   // how diagnostics begin, where the line does not say which claim it is
	from, to     []string // ids of items
	graph.Mapping
}

// title returns the name of the file without its extension.
func (d *document) title() string {
	return strings.TrimSuffix(filepath.Base(d.file), filepath.Ext(d.file))
}

// oneLine returns a text with all blanks as single spaces, as texts of this program are.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// relations are the words for the relations in the formats, folded by word.
var relations = map[string]relation.Relation{
	"equal": relation.EqualTo, "equalto": relation.EqualTo, "equals": relation.EqualTo, "equivalentto": relation.EqualTo, "equivalent": relation.EqualTo,
	"isequalto": relation.EqualTo, "=": relation.EqualTo,
	"subset": relation.SubsetOf, "subsetof": relation.SubsetOf, "issubsetof": relation.SubsetOf, "isasubsetof": relation.SubsetOf,
	"superset": relation.SupersetOf, "supersetof": relation.SupersetOf, "issupersetof": relation.SupersetOf, "isasupersetof": relation.SupersetOf,
	"intersect": relation.IntersectsWith, "intersects": relation.IntersectsWith, "intersectswith": relation.IntersectsWith,
	"notrelated": relation.NoRelationship, "notrelatedto": relation.NoRelationship, "norelationship": relation.NoRelationship, "none": relation.NoRelationship, "isnotrelatedto": relation.NoRelationship,
}

// word folds a word of a vocabulary.
func word(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' || r == '.' {
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
}

// bases are the words for what was compared.
var bases = map[string]graph.Basis{"syntactic": graph.Syntactic, "semantic": graph.Semantic, "functional": graph.Functional}

// rate keeps a strength that the relation can have.
func rate(m *graph.Mapping, strength int) {
	switch {
	case m.Relation == relation.EqualTo:
		m.Strength = 10
	case m.Relation != relation.NoRelationship && strength >= 1 && strength <= 9:
		m.Strength = strength
	}
	if m.Relation == relation.NoRelationship {
		m.Basis = ""
	}
}

func sortDiagnostics(list []loader.Diagnostic) {
	slices.SortStableFunc(list, func(a, b loader.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code))
	})
}
