package store

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/graph"
)

// glossaryOf draws a glossary whose terms name each other in any direction, and themselves.
func glossaryOf(t *rapid.T, ref string) *graph.Dataset {
	g := &graph.Glossary{Ref: ref, Title: texts.Draw(t, "title")}
	var ids []string
	for i := range rapid.IntRange(0, 4).Draw(t, "terms") {
		ids = append(ids, fmt.Sprintf("%s %d#", ref, i))
	}
	for _, id := range ids {
		g.Terms = append(g.Terms, &graph.Term{
			ID: id, EN: formsOf(t), KO: formsOf(t), Note: texts.Draw(t, "note"),
			Abbreviations: rapid.SliceOfN(words, 0, 3).Draw(t, "abbreviations"),
			Ambiguous:     rapid.SliceOfN(words, 0, 3).Draw(t, "ambiguous"),
			Broader:       some(t, ids, "broader"), Related: some(t, ids, "related"),
			Laws: some(t, []string{"pipa/29", "pipa/제30조", "gdpr"}, "laws"),
		})
	}
	return &graph.Dataset{Name: graph.GlossaryName(ref), Glossary: g}
}

func formsOf(t *rapid.T) graph.Forms {
	return graph.Forms{Term: words.Draw(t, "term"), Also: rapid.SliceOfN(words, 0, 3).Draw(t, "also")}
}
