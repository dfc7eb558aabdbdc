package export

import (
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// column is one column of a sheet: its name in CSV, and its head for people.
type column struct {
	key  string
	head graph.Text
}

// sheet is an answer that is a table: what it is about, and a row for each finding.
type sheet struct {
	title   string
	head    []string // what was asked, and the counts with their denominators
	columns []column
	rows    [][]string
	empty   graph.Text // stands in place of the rows where there are none
}

// write lays the sheet out as text, Markdown or CSV. CSV has the rows alone.
func (s sheet) write(w io.Writer, o Options) error {
	if o.Format == CSV {
		keys := make([]string, len(s.columns))
		for i, c := range s.columns {
			keys[i] = c.key
		}
		return writeCSV(w, append([][]string{keys}, s.rows...))
	}
	r := report{newPage(w), o}
	r.title(s.title)
	for _, line := range s.head {
		r.bullet(line)
	}
	r.printf("\n")
	r.sheet(s)
	r.printf("\n%s\n", Disclaimer.In(o.Language))
	return r.close()
}

// sheet writes the table itself.
func (r report) sheet(s sheet) {
	if len(s.rows) == 0 {
		r.printf("%s\n", s.empty.In(r.Language))
		return
	}
	heads := make([]string, len(s.columns))
	for i, c := range s.columns {
		heads[i] = c.head.In(r.Language)
	}
	if r.Format != Markdown {
		table(r.page, append([][]string{heads}, s.rows...), r.Options)
		return
	}
	r.printf("| %s |\n|%s\n", strings.Join(heads, " | "), strings.Repeat("---|", len(heads)))
	for _, row := range s.rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = cell(c)
		}
		r.printf("| %s |\n", strings.Join(cells, " | "))
	}
}

// countColumns are the five counts with their denominator.
var countColumns = []column{
	{"full", verdictHead(coverage.Full)}, {"partial", verdictHead(coverage.Partial)}, {"possible", verdictHead(coverage.Possible)},
	{"none", verdictHead(coverage.None)}, {"unknown", verdictHead(coverage.Unknown)}, {"total", wordTotal},
}

func verdictHead(v coverage.Verdict) graph.Text {
	head := verdictSymbols[v] + " " + v.String()
	return graph.Text{EN: head, KO: head}
}

// verdictCell names a verdict: for people with its sign.
func verdictCell(v coverage.Verdict, o Options) string {
	if o.Format == CSV {
		return v.String()
	}
	return verdictSymbols[v] + " " + v.String()
}
