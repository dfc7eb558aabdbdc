package search

import (
	"context"
	"fmt"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/clausegraph/clausegraph/graph"
)

// Index finds requirements of one snapshot. It is safe for any number of readers, and holds memory until it is closed.
type Index struct {
	snapshot *graph.Snapshot
	ids      *ids
	had      map[*graph.Requirement]map[string]bool // refs of the standards that have a requirement
	text     bleve.Index
}

// batch is how many documents go into the index at a time, between looks at the context.
const batch = 2000

// Build indexes every requirement and group of the snapshot, in memory. It fails when the context ends.
func Build(ctx context.Context, s *graph.Snapshot) (*Index, error) {
	text, err := bleve.NewUsing("", bleve.NewIndexMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("make search index: %w", err)
	}
	x := &Index{snapshot: s, ids: newIDs(s), had: map[*graph.Requirement]map[string]bool{}, text: text}
	for _, std := range s.Standards() {
		for _, r := range std.Requirements() {
			if x.had[r] == nil {
				x.had[r] = map[string]bool{}
			}
			x.had[r][std.Ref] = true
		}
	}
	if err := x.fill(ctx); err != nil {
		_ = text.Close()
		return nil, fmt.Errorf("build search index: %w", err)
	}
	return x, nil
}

func (x *Index) fill(ctx context.Context) error {
	b := x.text.NewBatch()
	for _, r := range x.snapshot.Nodes() {
		if r.IsPoint() {
			continue
		}
		if err := b.IndexAdvanced(x.document(r)); err != nil {
			return err
		}
		if b.Size() < batch {
			continue
		}
		if err := x.flush(ctx, b); err != nil {
			return err
		}
	}
	return x.flush(ctx, b)
}

func (x *Index) flush(ctx context.Context, b *bleve.Batch) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := x.text.Batch(b); err != nil {
		return err
	}
	b.Reset()
	return nil
}

// Close frees the index once the searches under way are done; later ones fail.
func (x *Index) Close() error { return x.text.Close() }

// document lays a requirement out as the package comment says.
func (x *Index) document(r *graph.Requirement) *document.Document {
	doc := document.NewDocument(r.Ref)
	add := func(field, value string, a analysis.Analyzer) {
		if value != "" {
			doc.AddField(document.NewTextFieldCustom(field, nil, []byte(value), api.IndexField, a))
		}
	}
	for _, l := range []graph.Language{graph.English, graph.Korean} {
		title, body := texts(r, l)
		add(titleField(l), title, termsOf(terms))
		add(bodyField(l), body, termsOf(terms))
		if l == graph.Korean {
			add(syllableField, body, termsOf(allSyllables))
		}
	}
	std := r.Standard()
	about := []string{strings.ReplaceAll(std.Ref, "-", " "), std.Title.EN, std.Title.KO}
	for _, d := range std.Disciplines {
		about = append(about, string(d))
	}
	add(standardField, compose(strings.Join(about, "\n")), termsOf(terms))
	for ref := range x.had[r] {
		add(standardsField, ref, whole{})
	}
	add(kindField, string(r.Kind), whole{})
	return doc
}

// texts returns the heading of a requirement, and all that it says, in one language and composed.
func texts(r *graph.Requirement, l graph.Language) (title, body string) {
	parts := []string{half(r.Title, l), half(r.Gist, l)}
	for _, p := range r.Points() {
		parts = append(parts, half(p.Gist, l))
	}
	return compose(parts[0]), compose(strings.TrimSpace(strings.Join(parts, "\n")))
}

// half returns the text in the language and no other.
func half(t graph.Text, l graph.Language) string {
	if l == graph.Korean {
		return t.KO
	}
	return t.EN
}
