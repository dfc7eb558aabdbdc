package search

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/clausegraph/clausegraph/graph"
)

// The fields of the index.
const (
	englishField = "en"
	koreanField  = "ko"
	exactField   = "exact" // what is looked up as it is: articles of law and terms of the glossary
)

func fieldOf(l graph.Language) string {
	if l == graph.Korean {
		return koreanField
	}
	return englishField
}

// passage is a text of a requirement.
type passage struct {
	of       *graph.Requirement // the requirement, or the point of it
	field    Field
	language graph.Language
	text     string // in NFC
	count    int
}

// passages yields the texts of a requirement that are searched, in the order in which they are shown. The texts that
// stand in the catalog come first; about is the others.
func (x *Index) passages(r *graph.Requirement, about bool) iter.Seq[passage] {
	return func(yield func(passage) bool) {
		for _, l := range []graph.Language{graph.English, graph.Korean} {
			next := func(of *graph.Requirement, field Field, text string, count int) bool {
				return text == "" || yield(passage{of, field, l, compose(text), count})
			}
			if !about {
				if !next(r, FieldTitle, half(r.Title, l), x.weights.CountTitle) || !next(r, FieldGist, half(r.Gist, l), x.weights.CountOwn) {
					return
				}
			}
			for of := range whole(r) {
				switch {
				case about:
					for _, text := range x.overlay[of.Ref] {
						if !next(of, FieldOverlay, half(text, l), x.weights.CountOwn) {
							return
						}
					}
					for _, text := range x.beyond[of.Index()] {
						if !next(of, FieldRemainder, half(text, l), x.weights.CountRemainder) {
							return
						}
					}
				case of != r:
					if !next(of, FieldPoint, half(of.Gist, l), x.weights.CountPoint) {
						return
					}
				}
			}
		}
	}
}

// allPassages yields all texts of a requirement.
func (x *Index) allPassages(r *graph.Requirement) iter.Seq[passage] {
	return func(yield func(passage) bool) {
		for _, about := range []bool{false, true} {
			for p := range x.passages(r, about) {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// whole yields a requirement and its points.
func whole(r *graph.Requirement) func(yield func(*graph.Requirement) bool) {
	return func(yield func(*graph.Requirement) bool) {
		if !yield(r) {
			return
		}
		for _, p := range r.Points() {
			if !yield(p) {
				return
			}
		}
	}
}

// remainders returns what the claims say that the node asks beyond others. What several nodes ask together is left
// out: it says nothing sure of each.
func remainders(of *graph.Requirement) []graph.Text {
	var list []graph.Text
	for _, c := range of.Claims() {
		near, _ := c.Mapping.Side(c.Target)
		text := c.Mapping.Beyond(!c.Target)
		if len(near) == 1 && !text.IsZero() && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}

// half returns the text in the language and no other.
func half(t graph.Text, l graph.Language) string {
	if l == graph.Korean {
		return t.KO
	}
	return t.EN
}

// counts says how often a document has each term.
type counts map[string]int

// document lays a requirement out for the index, and returns the weight of its text in each language.
func (x *Index) document(r *graph.Requirement, stem func(string) string) (*document.Document, [2]int) {
	fields := map[string]counts{englishField: {}, koreanField: {}, exactField: {}}
	var length [2]int
	add := func(field, text string, count int) {
		for term := range termsWhere(text, func(word) bool { return true }, stem) {
			fields[field][term] += count
			if !strings.HasPrefix(term, wordStart) {
				length[languageIndex(field)] += count
			}
		}
	}
	for p := range x.allPassages(r) {
		add(fieldOf(p.language), p.text, p.count)
		x.addConcepts(fields[exactField], p.text, p.count, stem)
		if p.language == graph.Korean {
			for s := range allSyllables(p.text) {
				fields[koreanField][s] = max(fields[koreanField][s], x.weights.CountSyllable)
			}
		}
	}
	count := x.weights.CountParent
	for above := r.Parent(); above != nil; above = above.Parent() {
		for l, text := range []string{compose(above.Title.EN), compose(above.Title.KO)} {
			add([]string{englishField, koreanField}[l], text, count)
			x.addConcepts(fields[exactField], text, count, stem)
		}
		count = x.weights.CountAbove
	}
	for _, law := range r.Laws {
		fields[exactField][lawTerm(law)] = 1
		if of, _, ok := strings.Cut(law, "/"); ok {
			fields[exactField][lawTerm(of)] = 1
		}
	}
	doc := document.NewDocument(r.Ref)
	for _, name := range []string{englishField, koreanField, exactField} {
		doc.AddField(&field{name: name, terms: fields[name]})
	}
	return doc, length
}

// addConcepts counts the terms of the glossary that a text speaks of: those within longer ones for a part.
func (x *Index) addConcepts(in counts, text string, count int, stem func(string) string) {
	for id, at := range x.concepts.in(text, stem) {
		n := count
		if at.nested {
			n = max(1, count/x.weights.NestedPart)
		}
		in[conceptTerm(id)] += n
	}
}

// languageIndex is the place of a field of texts in arrays with a place for each language.
func languageIndex(field string) int {
	if field == koreanField {
		return 1
	}
	return 0
}

func lawTerm(ref string) string { return "law:" + ref }

// field is a field of a document whose terms are counted already. Bleve's own would count every term as one, wherever
// it stands.
type field struct {
	name  string
	terms counts
	freqs api.TokenFrequencies
}

// Name returns the name of the field.
func (f *field) Name() string { return f.name }

// Value is nil: texts are shown from the snapshot.
func (f *field) Value() []byte { return nil }

// ArrayPositions is nil.
func (f *field) ArrayPositions() []uint64 { return nil }

// EncodedFieldType says that it is text.
func (f *field) EncodedFieldType() byte { return 't' }

// Options says that the field is searched and nothing else.
func (f *field) Options() api.FieldIndexingOptions { return api.IndexField }

// Analyze turns the counts into what Bleve reads.
func (f *field) Analyze() {
	f.freqs = make(api.TokenFrequencies, len(f.terms))
	for term, n := range f.terms {
		freq := &api.TokenFreq{Term: []byte(term)}
		freq.SetFrequency(n)
		f.freqs[term] = freq
	}
}

// AnalyzedLength returns the number of terms. Lengths are kept beside the index, since Bleve rounds them.
func (f *field) AnalyzedLength() int { return cmp.Or(len(f.terms), 1) }

// AnalyzedTokenFrequencies returns the counts.
func (f *field) AnalyzedTokenFrequencies() api.TokenFrequencies { return f.freqs }

// NumPlainTextBytes returns 0: no text is stored.
func (f *field) NumPlainTextBytes() uint64 { return 0 }

// Size returns about how many bytes it takes.
func (f *field) Size() int {
	n := 0
	for term := range f.terms {
		n += len(term) + 48
	}
	return n
}
