package store

import (
	"context"
	"slices"

	"github.com/cayleygraph/quad"
)

// prune removes all but the last revisions, and then the releases that none of the remaining ones has. In this order,
// what is removed only in part is unreachable, and the next call finds the rest.
func (s *Store) prune(ctx context.Context, all []revision) error {
	kept := all[max(0, len(all)-keep):]
	for _, old := range all[:len(all)-len(kept)] {
		if err := s.retract(ctx, old.quads()); err != nil {
			return err
		}
	}
	var stored []quad.Quad
	err := s.read(ctx, func(v view) (err error) {
		stored, err = v.with(quad.Object, releaseClass)
		return err
	})
	if err != nil {
		return err
	}
	for _, marker := range stored {
		label, _ := marker.Subject.(quad.IRI)
		id, err := releases.id(label)
		if err != nil {
			return err
		}
		if used(kept, id) {
			continue
		}
		if err := s.drop(ctx, marker); err != nil {
			return err
		}
	}
	return nil
}

// drop removes a whole release; last the quad by which it would be found again, were the removal cut short.
func (s *Store) drop(ctx context.Context, marker quad.Quad) error {
	var quads []quad.Quad
	err := s.read(ctx, func(v view) (err error) {
		quads, err = v.with(quad.Label, marker.Subject)
		return err
	})
	if err != nil {
		return err
	}
	quads = slices.DeleteFunc(quads, func(q quad.Quad) bool { return q == marker })
	return s.remove(ctx, append(quads, marker))
}
