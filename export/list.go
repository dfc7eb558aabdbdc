package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// table lays rows out in columns, the first row being the head. The last column is not padded.
func table(p *page, rows [][]string, o Options) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, c := range row {
			widths[i] = max(widths[i], columns(c))
		}
	}
	for n, row := range rows {
		var b strings.Builder
		for i, c := range row {
			if i == len(row)-1 {
				b.WriteString(c)
				continue
			}
			b.WriteString(pad(c, widths[i]) + "  ")
		}
		line := strings.TrimRight(b.String(), " ")
		if n == 0 {
			line = o.paint("1", line)
		}
		p.printf("%s\n", line)
	}
}

// Standards lists the standards as text or JSON.
func Standards(w io.Writer, s *graph.Snapshot, o Options) error {
	type entry struct {
		*graph.Standard
		Assessable int `json:"assessable"`
	}
	entries := []entry{}
	rows := [][]string{{"REF", "EDITION", "STATUS", "ASSESSABLE", "TITLE"}}
	for _, std := range s.Standards() {
		entries = append(entries, entry{std, len(std.Assessable())})
		rows = append(rows, []string{std.Ref, std.Edition, string(std.Status), strconv.Itoa(len(std.Assessable())), std.Title.In(o.Language)})
	}
	if o.Format == JSON {
		return writeJSON(w, entries)
	}
	p := newPage(w)
	table(p, rows, o)
	return p.close()
}

// Requirements lists the nodes of a standard's tree in document order as text or JSON.
func Requirements(w io.Writer, std *graph.Standard, o Options) error {
	type entry struct {
		ID         string       `json:"id"`
		Ref        string       `json:"ref"`
		Kind       graph.Kind   `json:"kind"`
		Assessable bool         `json:"assessable"`
		In         string       `json:"in,omitempty"`
		Title      graph.Text   `json:"title"`
		Gist       graph.Text   `json:"gist"`
		Points     []graph.Text `json:"points"`
	}
	entries := []entry{}
	for _, r := range std.Requirements() {
		e := entry{r.Number, r.Ref, r.Kind, r.Assessable, r.In, r.Title, r.Gist, []graph.Text{}}
		for _, point := range r.Points() {
			e.Points = append(e.Points, point.Gist)
		}
		entries = append(entries, e)
	}
	if o.Format == JSON {
		return writeJSON(w, entries)
	}
	p := newPage(w)
	for _, r := range std.Requirements() {
		if !r.Assessable {
			p.printf("%s\n", o.paint("1", r.Number+" "+r.Title.In(o.Language)))
			continue
		}
		p.printf("  %s %s\n", pad(r.Number, 8), r.Name(o.Language))
		if !r.Title.IsZero() {
			p.printf("%s\n", indent(r.Gist.In(o.Language), 11, o.Width))
		}
		if own := o.Overlay.Text(r, o.Language); own != "" {
			p.printf("%s\n", indent(wordOwnText.In(o.Language)+": "+own, 11, o.Width))
		}
	}
	return p.close()
}

// Mappings lists claims, each read in the direction it comes with, as text, CSV or JSON. Several ends of one side are
// joined by semicolons.
func Mappings(w io.Writer, claims []graph.Claim, o Options) error {
	if o.Format == JSON {
		type entry struct {
			*graph.Mapping
			Reversed  bool            `json:"reversed"` // the claim was made from its to side to its from side
			Assurance graph.Assurance `json:"assurance"`
		}
		entries := []entry{}
		for _, c := range claims {
			entries = append(entries, entry{c.Directed(), c.Target, c.Mapping.Assurance()})
		}
		return writeJSON(w, entries)
	}
	rows := [][]string{{"from", "relation", "to", "basis", "strength", "assurance", "source", "why"}}
	for _, c := range claims {
		m := c.Directed()
		size := ""
		if m.Strength > 0 {
			size = strconv.Itoa(m.Strength)
		}
		rows = append(rows, []string{
			strings.Join(m.From, ";"), m.Relation.String(), strings.Join(m.To, ";"), string(m.Basis), size,
			m.Assurance().String(), m.Source.Title, m.Why.In(o.Language),
		})
	}
	if o.Format == CSV {
		return writeCSV(w, rows)
	}
	p := newPage(w)
	for _, row := range rows[1:] {
		p.printf("%s %s %s  (%s)\n", row[0], o.paint("1", row[1]), row[2], strings.Join(nonEmpty(row[3:7]), ", "))
		p.printf("%s\n", indent(row[7], 4, o.Width))
	}
	p.printf("%s\n", fmt.Sprintf("%d claims", len(claims)))
	return p.close()
}

func nonEmpty(list []string) []string {
	var kept []string
	for _, s := range list {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
