// Package export writes answers as people and programs take them: text, Markdown, CSV and JSON, in either language.
package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/search"
)

// Format is how an answer is written.
type Format string

// The formats.
const (
	Text     Format = "text"
	JSON     Format = "json"
	CSV      Format = "csv"
	Markdown Format = "md"
	XLSX     Format = "xlsx"  // a workbook, which package deliverable makes
	OSCAL    Format = "oscal" // catalogs and mapping collections in JSON
	STRM     Format = "strm"  // set theory relationship mappings in CSV
	SSSOM    Format = "sssom"
	YAML     Format = "yaml" // our own files, which package loader writes
)

// ParseFormat accepts one of the formats that a command offers. The error names them.
func ParseFormat(name string, offered ...Format) (Format, error) {
	names := make([]string, len(offered))
	for i, f := range offered {
		if names[i] = string(f); names[i] == name {
			return f, nil
		}
	}
	return "", fmt.Errorf("unknown format %q; the formats are %s", name, strings.Join(names, ", "))
}

// Options say how an answer is written.
type Options struct {
	Format   Format
	Language graph.Language // of everything but JSON, which always has both
	Width    int            // columns of a terminal; 0 for a pipe, where lines are not broken
	Style    Style          // of an explanation; the zero Style is InSteps
	Color    bool           // the reader is a terminal that shows colours

	// Overlay has texts that people may read who have a licence for them. They stand in text for a person, and in no format
	// that is passed on.
	Overlay search.Overlay
}

// page is a writer that keeps its first error, for code that writes many lines.
type page struct {
	w   *bufio.Writer
	err error
}

func newPage(w io.Writer) *page { return &page{w: bufio.NewWriter(w)} }

func (p *page) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// close flushes the page and returns its first error.
func (p *page) close() error {
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}
