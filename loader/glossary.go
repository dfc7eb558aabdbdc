package loader

import "github.com/clausegraph/clausegraph/graph"

// glossary is a decoded file of terms.
type glossary struct {
	*file
	*graph.Glossary
	nodes []node // of the terms, as they stand in Terms
}

// decodeGlossary takes everything out of the file that has the right form; what has not, validate reports.
func decodeGlossary(f *file) *glossary {
	n := f.root
	g := &glossary{file: f, Glossary: &graph.Glossary{Ref: n.get("glossary").text(), Title: n.get("title").both()}}
	for _, t := range n.get("terms").items() {
		g.nodes = append(g.nodes, t)
		g.Terms = append(g.Terms, &graph.Term{
			ID:            t.get("id").text(),
			EN:            decodeForms(t.get("en")),
			KO:            decodeForms(t.get("ko")),
			Abbreviations: t.get("abbreviations").texts(),
			Ambiguous:     t.get("ambiguous").texts(),
			Note:          t.get("note").both(),
			Broader:       t.get("broader").texts(),
			Related:       t.get("related").texts(),
			Laws:          t.get("laws").texts(),
		})
	}
	return g
}

func decodeForms(n node) graph.Forms {
	return graph.Forms{Term: n.get("term").text(), Also: n.get("also").texts()}
}

// formsOf returns the values of a term that are forms of it.
func formsOf(t node) []node {
	var list []node
	for _, language := range []string{"en", "ko"} {
		if term := t.get(language).get("term"); term.present() {
			list = append(list, term)
		}
		list = append(list, t.get(language).get("also").items()...)
	}
	return append(list, t.get("abbreviations").items()...)
}
