package export

import (
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/search"
)

// Search writes what was found as text or JSON, best first.
func Search(w io.Writer, found search.Result, o Options) error {
	if o.Format == JSON {
		type entry struct {
			Ref   string     `json:"ref"`
			Kind  graph.Kind `json:"kind"`
			Title graph.Text `json:"title"`
			Gist  graph.Text `json:"gist"`
			Score float64    `json:"score"`
			ByID  bool       `json:"byId"`
		}
		entries := []entry{}
		for _, h := range found.Hits {
			r := h.Requirement
			entries = append(entries, entry{r.Ref, r.Kind, r.Title, r.Gist, h.Score, h.ByID})
		}
		return writeJSON(w, entries)
	}
	p := newPage(w)
	for _, h := range found.Hits {
		p.printf("%s  %s\n", o.paint("1", h.Requirement.Ref), h.Requirement.Name(o.Language))
		for _, f := range h.Fragments {
			p.printf("%s\n", indent(o.marked(f), 4, o.Width))
		}
	}
	if len(found.Hits) == 0 {
		p.printf("%s\n", graph.Text{EN: "nothing found", KO: "검색 결과 없음"}.In(o.Language))
	}
	return p.close()
}

// marked writes a fragment with its hits in colour, or between asterisks where there is none.
func (o Options) marked(f search.Fragment) string {
	var b strings.Builder
	for _, piece := range f.Pieces {
		switch {
		case !piece.Match:
			b.WriteString(piece.Text)
		case o.Color:
			b.WriteString(o.paint("1;33", piece.Text))
		default:
			b.WriteString("*" + piece.Text + "*")
		}
	}
	return b.String()
}
