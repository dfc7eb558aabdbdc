package store

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// Export writes all quads of the current revision as N-Quads, the way out of this store and its engine: release after
// release, each sorted, then the revision itself. Equal content gives equal bytes, but for the last part.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	var quads []quad.Quad
	err := s.read(ctx, func(v view) error { // writing waits: w may be slow, and a writer of quads behind us
		head, err := v.revision(0)
		if err != nil || head.Number == 0 {
			return err
		}
		for _, id := range head.releases {
			part, err := v.with(quad.Label, releases.iri(id))
			if err != nil {
				return err
			}
			quads = append(quads, sorted(part)...)
		}
		part, err := v.with(quad.Subject, head.iri())
		quads = append(quads, sorted(part)...)
		return err
	})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	out := nquads.NewWriter(w)
	if _, err := out.WriteQuads(quads); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

// sorted returns the quads in standard N-Quads notation, by subject, predicate and object.
func sorted(quads []quad.Quad) []quad.Quad {
	standard := convert(quads, func(q quad.Quad) quad.Quad {
		q.Object = portable(q.Object)
		return q
	})
	slices.SortFunc(standard, func(a, b quad.Quad) int {
		return cmp.Or(
			strings.Compare(quad.StringOf(a.Subject), quad.StringOf(b.Subject)),
			strings.Compare(quad.StringOf(a.Predicate), quad.StringOf(b.Predicate)),
			strings.Compare(quad.StringOf(a.Object), quad.StringOf(b.Object)))
	})
	return standard
}

// portable spells a value as the standards do: Cayley abbreviates the IRIs of the types, and writes True for true.
func portable(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.Bool:
		return quad.TypedString{Value: quad.String(fmt.Sprint(bool(v))), Type: xsd + "boolean"}
	case quad.TypedStringer:
		typed := v.TypedString()
		typed.Type = typed.Type.Full()
		return typed
	}
	return v
}
