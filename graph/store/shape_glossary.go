package store

import "github.com/clausegraph/clausegraph/graph"

func glossaryShape(r record, g *graph.Glossary) {
	r.text(title, &g.Title)
	// A shape may assign to what it is given, and the terms of a glossary are shared.
	given := convert(g.Terms, func(t *graph.Term) graph.Term { return *t })
	nodes(r, defines, concepts, &given, func(_ int, t graph.Term) string { return t.ID }, termShape)
	g.Terms = convert(given, func(t graph.Term) *graph.Term { return &t })
}

func termShape(r record, t *graph.Term) {
	r.token(identifier, &t.ID)
	usual := graph.Text{EN: t.EN.Term, KO: t.KO.Term}
	r.text(prefLabel, &usual)
	t.EN.Term, t.KO.Term = usual.EN, usual.KO
	r.tokens(alsoEN, &t.EN.Also)
	r.tokens(alsoKO, &t.KO.Also)
	r.tokens(abbreviation, &t.Abbreviations)
	r.tokens(ambiguous, &t.Ambiguous)
	r.text(scopeNote, &t.Note)
	r.links(broader, concepts, &t.Broader)
	r.links(related, concepts, &t.Related)
	r.links(law, refs, &t.Laws)
}
