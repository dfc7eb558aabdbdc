package store

import (
	"context"
	"errors"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// view is what a reader sees: one state of the quads, whatever is written meanwhile.
type view struct {
	ctx   context.Context
	quads scanner
}

// read calls f with a view. It fails where the context ended meanwhile, whatever f returns.
func (e *engine) read(ctx context.Context, f func(view) error) error {
	e.lock.RLock()
	defer e.lock.RUnlock()
	if err := e.usable(); err != nil {
		return err
	}
	quads, err := e.backend.read(ctx, e.quads)
	if err != nil {
		return e.unavailable(ctx, err)
	}
	if err := errors.Join(guard(func() error { return f(view{ctx, quads}) }), ctx.Err()); err != nil {
		_ = quads.Close()
		if errors.Is(err, ErrUnavailable) {
			return e.unavailable(ctx, err)
		}
		return err
	}
	return e.unavailable(ctx, quads.Close())
}

// with returns the quads that have the value in the direction.
func (v view) with(d quad.Direction, value quad.Value) ([]quad.Quad, error) {
	found, err := v.quads.Scan(v.ctx, d, value)
	if err := errors.Join(err, v.ctx.Err()); err != nil {
		if v.ctx.Err() == nil {
			err = fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
		return nil, fmt.Errorf("read the quads of %s: %w", quad.StringOf(value), err)
	}
	return found, nil
}

// indexScan reads through an index of Cayley's, and never all quads, which is slow on every backend, and on the memory
// backend a data race between readers.
type indexScan struct{ quads cayley.QuadStore }

func (s indexScan) Scan(ctx context.Context, d quad.Direction, value quad.Value) ([]quad.Quad, error) {
	ref := s.quads.ValueOf(value)
	if ref == nil {
		return nil, nil
	}
	it := s.quads.QuadIterator(d, ref)
	var found []quad.Quad
	names := map[any]quad.Value{}
	for it.Next(ctx) {
		found = append(found, s.quad(it.Result(), names))
	}
	if err := errors.Join(it.Err(), it.Close()); err != nil && ctx.Err() == nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return found, ctx.Err() // Cayley reports a scan that this cut short as a complete one
}

// quad returns a quad with its values, each of which Cayley looks up once: most are of many quads.
func (s indexScan) quad(ref cayley.Ref, names map[any]quad.Value) quad.Quad {
	var q quad.Quad
	for _, d := range quad.Directions {
		node := s.quads.QuadDirection(ref, d)
		if node == nil {
			continue
		}
		key := node.Key()
		name, known := names[key]
		if !known {
			name = s.quads.NameOf(node)
			names[key] = name
		}
		q.Set(d, name)
	}
	return q
}

func (indexScan) Close() error { return nil }

// contents returns the datasets of a revision: those that are known by the ids of their releases, which name immutable
// content, and the others as they are read. It fails where they are not those that the revision was made of.
func (v view) contents(rev revision, known map[string]content) ([]content, error) {
	var contents []content
	for _, id := range rev.releases {
		c, ok := known[id]
		if !ok {
			quads, err := v.with(quad.Label, releases.iri(id))
			if err != nil {
				return nil, err
			}
			if c, err = decode(id, quads); err != nil {
				return nil, fmt.Errorf("%w: %w", errDamaged, err)
			}
		}
		contents = append(contents, c)
	}
	if found := revisionHash(contents); rev.Number > 0 && rev.Hash != found {
		return nil, fmt.Errorf("%w: revision %d says that its hash is %s, but its releases have %s", errDamaged, rev.Number, rev.Hash, found)
	}
	return contents, nil
}
