package export

import (
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// These are fixed phrases of a glossary in both languages.
var (
	wordAlso          = graph.Text{EN: "also", KO: "같은 말"}
	wordAbbreviations = graph.Text{EN: "abbreviations", KO: "약어"}
	wordAmbiguous     = graph.Text{EN: "has other meanings too", KO: "다른 뜻도 있음"}
	wordBroader       = graph.Text{EN: "broader", KO: "상위어"}
	wordRelated       = graph.Text{EN: "related", KO: "관련어"}
	wordLaws          = graph.Text{EN: "laws", KO: "관련 법령"}
	wordGlossary      = graph.Text{EN: "Glossary", KO: "용어집"}
	wordNote          = graph.Text{EN: "note", KO: "설명"}
	languageNames     = map[graph.Language]graph.Text{graph.English: {EN: "English", KO: "영어"}, graph.Korean: {EN: "Korean", KO: "한국어"}}
)

// Glossary writes terms as text, JSON, CSV or Markdown, in the order given. Each stands under its usual form in the
// language of the options, with that of the other language beside it.
func Glossary(w io.Writer, terms []*graph.Term, o Options) error {
	switch o.Format {
	case JSON:
		return writeJSON(w, append([]*graph.Term{}, terms...))
	case CSV:
		return writeCSV(w, glossaryRows(terms, o.Language))
	case Markdown:
		p := newPage(w)
		p.printf("# %s\n\n", wordGlossary.In(o.Language))
		for i, row := range glossaryRows(terms, o.Language) {
			for j, cell := range row {
				row[j] = strings.ReplaceAll(cell, "|", `\|`)
			}
			p.printf("| %s |\n", strings.Join(row, " | "))
			if i == 0 {
				p.printf("%s|\n", strings.Repeat("|---", len(row)))
			}
		}
		return p.close()
	}
	p := newPage(w)
	own, other := o.Language, otherLanguage(o.Language)
	for _, t := range terms {
		usual := marked(t, []string{t.In(own).Term, t.In(other).Term}, own)
		p.printf("%s — %s  {%s}\n", o.paint("1", usual[0]), usual[1], t.ID)
		for _, line := range []struct {
			word graph.Text
			list []string
		}{
			{wordAlso, append(marked(t, t.In(own).Also, own), marked(t, t.In(other).Also, own)...)},
			{wordAbbreviations, marked(t, t.Abbreviations, own)},
			{wordBroader, names(t.BroaderTerms(), own)},
			{wordRelated, names(t.RelatedTerms(), own)},
			{wordLaws, t.Laws},
		} {
			if len(line.list) > 0 {
				p.printf("%s\n", indent(line.word.In(own)+": "+strings.Join(line.list, ", "), 4, o.Width))
			}
		}
		if note := t.Note.In(own); note != "" {
			p.printf("%s\n", indent(note, 4, o.Width))
		}
	}
	return p.close()
}

// glossaryRows returns a table of terms with its head.
func glossaryRows(terms []*graph.Term, l graph.Language) [][]string {
	other := otherLanguage(l)
	also := func(of graph.Language) string { return languageNames[of].In(l) + " (" + wordAlso.In(l) + ")" }
	rows := [][]string{{
		"id", languageNames[l].In(l), also(l), languageNames[other].In(l), also(other),
		wordAbbreviations.In(l), wordNote.In(l), wordBroader.In(l), wordRelated.In(l), wordLaws.In(l),
	}}
	join := func(list []string) string { return strings.Join(list, "; ") }
	for _, t := range terms {
		usual := marked(t, []string{t.In(l).Term, t.In(other).Term}, l)
		rows = append(rows, []string{
			t.ID, usual[0], join(marked(t, t.In(l).Also, l)), usual[1], join(marked(t, t.In(other).Also, l)),
			join(marked(t, t.Abbreviations, l)), t.Note.In(l), join(names(t.BroaderTerms(), l)), join(names(t.RelatedTerms(), l)), join(t.Laws),
		})
	}
	return rows
}

// marked returns forms, those that mean something else as well with a remark.
func marked(t *graph.Term, forms []string, l graph.Language) []string {
	var list []string
	for _, form := range forms {
		if t.IsAmbiguous(form) {
			form += " (" + wordAmbiguous.In(l) + ")"
		}
		list = append(list, form)
	}
	return list
}

func names(terms []*graph.Term, l graph.Language) []string {
	var list []string
	for _, t := range terms {
		list = append(list, t.In(l).Term)
	}
	return list
}

func otherLanguage(l graph.Language) graph.Language {
	if l == graph.Korean {
		return graph.English
	}
	return graph.Korean
}
