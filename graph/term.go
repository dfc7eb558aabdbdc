package graph

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Glossary is a list of terms of the field with their forms in both languages. Several glossaries are read as one: an
// organisation may add its own terms.
type Glossary struct {
	Ref   string  `json:"ref"` // such as "clausegraph"
	Title Text    `json:"title"`
	Terms []*Term `json:"terms"`
}

// GlossaryName returns the name of the dataset that holds a glossary. The colon keeps it apart from the names of
// catalogs and crosswalks.
func GlossaryName(ref string) string { return "glossary:" + ref }

// Term is one notion of the field. All its forms mean the same here, so that a search for one may look for the others,
// but for the forms that are Ambiguous.
type Term struct {
	ID            string   `json:"id"` // unique among all glossaries
	EN            Forms    `json:"en"`
	KO            Forms    `json:"ko"`
	Abbreviations []string `json:"abbreviations,omitempty"` // of either language, such as "MFA"
	Ambiguous     []string `json:"ambiguous,omitempty"`     // those of the forms that mean something else as well
	Note          Text     `json:"note,omitzero"`           // what is meant, where that is not plain
	Broader       []string `json:"broader,omitempty"`       // ids of terms that include it
	Related       []string `json:"related,omitempty"`       // ids of terms near it, in one direction as written
	Laws          []string `json:"laws,omitempty"`          // refs of provisions, such as "pipa/29"; one without a number, such as "pipa": the term is the law

	glossary               *Glossary
	broader, narrower, kin []*Term
}

// Forms are the ways to write a term in one language.
type Forms struct {
	Term string   `json:"term"`           // the usual one
	Also []string `json:"also,omitempty"` // synonyms and spellings
}

// All returns the usual form and then the others.
func (f Forms) All() []string { return append([]string{f.Term}, f.Also...) }

// Glossary returns the glossary that defines the term.
func (t *Term) Glossary() *Glossary { return t.glossary }

// BroaderTerms returns the terms that include it.
func (t *Term) BroaderTerms() []*Term { return t.broader }

// NarrowerTerms returns the terms that it includes, in order of id.
func (t *Term) NarrowerTerms() []*Term { return t.narrower }

// RelatedTerms returns the terms near it, whichever of the two says so, in order of id.
func (t *Term) RelatedTerms() []*Term { return t.kin }

// In returns the forms in the language.
func (t *Term) In(l Language) Forms {
	if l == Korean {
		return t.KO
	}
	return t.EN
}

// Forms returns every form: the English ones, the Korean ones, the abbreviations.
func (t *Term) Forms() []string { return slices.Concat(t.EN.All(), t.KO.All(), t.Abbreviations) }

// IsAmbiguous reports whether a form means something else as well, so that one who reads it cannot be sure of this
// term.
func (t *Term) IsAmbiguous(form string) bool {
	key := FormKey(form)
	return slices.ContainsFunc(t.Ambiguous, func(of string) bool { return FormKey(of) == key })
}

// Equivalents returns the forms that may stand for this one without changing what is meant: none for an ambiguous
// form, otherwise all others that are not ambiguous themselves.
func (t *Term) Equivalents(form string) []string {
	if t.IsAmbiguous(form) {
		return nil
	}
	key := FormKey(form)
	return slices.DeleteFunc(t.Forms(), func(of string) bool { return FormKey(of) == key || t.IsAmbiguous(of) })
}

// FormKey returns what two spellings of one form share: letters without case, composed, without blanks and hyphens.
func FormKey(form string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '‐', '‑', '·', '\t', '\u00a0':
			return -1
		}
		return r
	}, strings.ToLower(norm.NFC.String(form)))
}

// Glossary returns the terms of all glossaries in order of id.
func (s *Snapshot) Glossary() []*Term { return s.terms }

// Glossaries returns every glossary in order of ref.
func (s *Snapshot) Glossaries() []*Glossary { return s.glossaries }

// Term returns the term with the id, or nil.
func (s *Snapshot) Term(id string) *Term { return s.term[id] }

// FindTerms returns the terms with a form that holds the query, in whatever case, spacing and hyphenation: first those
// with the very form, then those with a form that begins with it, then the others, each in order of id. An empty query
// finds all.
func (s *Snapshot) FindTerms(query string) []*Term {
	key := FormKey(query)
	var found [3][]*Term
	for _, t := range s.terms {
		best := len(found)
		for _, form := range t.Forms() {
			switch f := FormKey(form); {
			case f == key:
				best = 0
			case strings.HasPrefix(f, key):
				best = min(best, 1)
			case strings.Contains(f, key):
				best = min(best, 2)
			}
		}
		if key == "" {
			best = 0
		}
		if best < len(found) {
			found[best] = append(found[best], t)
		}
	}
	return slices.Concat(found[:]...)
}

// ByForm returns the terms in the alphabetical order of their usual form in the language; those of one form in order of
// id.
func ByForm(terms []*Term, l Language) []*Term {
	sorted := slices.Clone(terms)
	slices.SortFunc(sorted, func(a, b *Term) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.In(l).Term), strings.ToLower(b.In(l).Term)), strings.Compare(a.ID, b.ID))
	})
	return sorted
}

// addGlossary adds the terms of a glossary, still without links to each other.
func (l *linker) addGlossary(given *Glossary) {
	g := *given
	g.Terms = nil
	if slices.ContainsFunc(l.glossaries, func(of *Glossary) bool { return of.Ref == g.Ref }) {
		l.fault("%s: two glossaries have this ref", GlossaryName(g.Ref))
		return
	}
	l.glossaries = append(l.glossaries, &g)
	for _, given := range given.Terms {
		t := *given
		t.glossary, t.broader, t.narrower, t.kin = &g, nil, nil, nil
		if l.term[t.ID] != nil {
			l.fault("%s: two terms have the id %q", GlossaryName(g.Ref), t.ID)
			continue
		}
		l.term[t.ID] = &t
		g.Terms = append(g.Terms, &t)
		l.terms = append(l.terms, &t)
	}
}

func (l *linker) linkTerms() {
	byID := func(a, b *Term) int { return strings.Compare(a.ID, b.ID) }
	slices.SortFunc(l.terms, byID)
	find := func(t *Term, id string) *Term {
		of := l.term[id]
		if of == nil {
			l.fault("%s: the term %s names %q, which does not exist", GlossaryName(t.glossary.Ref), t.ID, id)
		}
		return of
	}
	for _, t := range l.terms {
		for _, id := range t.Broader {
			if of := find(t, id); of != nil {
				t.broader, of.narrower = append(t.broader, of), append(of.narrower, t)
			}
		}
		for _, id := range t.Related {
			if of := find(t, id); of != nil {
				t.kin, of.kin = append(t.kin, of), append(of.kin, t)
			}
		}
	}
	for _, t := range l.terms {
		slices.SortFunc(t.kin, byID)
		t.kin = slices.Compact(t.kin)
	}
}
