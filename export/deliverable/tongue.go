package deliverable

import (
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
)

// tongue is the language or the two languages of a document, in order.
type tongue []graph.Language

// newTongue puts Korean first where a document in both goes to a Korean authority.
func newTongue(l Language, k Kind) tongue {
	switch {
	case l == Both && k == OperationStatement:
		return tongue{graph.Korean, graph.English}
	case l == Both:
		return tongue{graph.English, graph.Korean}
	case l == Korean:
		return tongue{graph.Korean}
	}
	return tongue{graph.English}
}

// code is the language as HTML names it.
func (t tongue) code() string {
	if len(t) == 2 || t[0] == graph.Korean {
		return "ko"
	}
	return "en"
}

// of writes what is written in one language in each of them, each on lines of its own, and once where that is the same.
func (t tongue) of(write func(graph.Language) string) string {
	var texts []string
	for _, l := range t {
		if text := write(l); text != "" && (len(texts) == 0 || texts[0] != text) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, "\n")
}

// say writes a text.
func (t tongue) say(text graph.Text) string { return t.of(text.In) }

// oneLine puts what stands on two lines on one.
func (t tongue) oneLine(text string) string { return strings.ReplaceAll(text, "\n", " / ") }

// columns returns a column of long texts for each language.
func (t tongue) columns(key string, head graph.Text, width float64) []book.Column {
	if len(t) == 1 {
		return []book.Column{{Key: key, Head: head.In(t[0]), Width: width}}
	}
	var list []book.Column
	for _, l := range t {
		list = append(list, book.Column{Key: key + "_" + string(l), Head: head.In(l), Width: width})
	}
	return list
}

// cells returns a cell for each language.
func (t tongue) cells(write func(graph.Language) string) []book.Cell {
	var list []book.Cell
	for _, l := range t {
		list = append(list, book.Text(write(l)))
	}
	return list
}
