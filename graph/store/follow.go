package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/clausegraph/clausegraph/graph"
)

// Head returns the current revision; of a store in which nothing was ever published, the zero Revision.
func (s *Store) Head(ctx context.Context) (graph.Revision, error) {
	var head revision
	err := s.read(ctx, func(v view) (err error) {
		head, err = v.head(int(s.near.Load()))
		return err
	})
	if err == nil {
		s.near.Store(int64(head.Number))
	}
	return head.Revision, err
}

// Revisions returns the revisions that SnapshotAt can return, the current one last.
func (s *Store) Revisions(ctx context.Context) ([]graph.Revision, error) {
	var kept []revision
	err := s.read(ctx, func(v view) (err error) {
		kept, err = v.history()
		return err
	})
	return convert(kept, func(r revision) graph.Revision { return r.Revision }), err
}

// Follow looks at the current revision every so often, and at once where the store can tell that something was written,
// until the context ends. It asks known of it each time, and calls moved with one that is not. What moved fails with, and
// what keeps Follow from looking, is given to trouble.
func (s *Store) Follow(ctx context.Context, every time.Duration, known func(graph.Revision) bool, moved func(graph.Revision) error, trouble func(error)) {
	hints := s.backend.hints(ctx)
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		head, err := s.Head(ctx)
		if err == nil && !known(head) {
			err = moved(head)
		}
		if err != nil && ctx.Err() == nil {
			trouble(err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-hints:
		}
	}
}

// SnapshotThrough returns the current revision as Snapshot does, but from the snapshot file at the path where that is of
// this revision, which takes no time. Otherwise it makes the file anew. A file that cannot be written is no reason to
// fail: the snapshot comes with the reason as unwritten. Without a path it is Snapshot.
func (s *Store) SnapshotThrough(ctx context.Context, path string) (snap *graph.Snapshot, unwritten, err error) {
	if path == "" {
		snap, err = s.Snapshot(ctx)
		return snap, nil, err
	}
	head, err := s.Head(ctx)
	if err != nil {
		return nil, nil, err
	}
	if file, err := os.ReadFile(path); err == nil {
		if snap, err := graph.ReadSnapshot(file); err == nil && snap.Revision() == head {
			return snap, nil, nil
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		unwritten = err
	}
	if snap, err = s.Snapshot(ctx); err != nil {
		return nil, unwritten, err
	}
	return snap, errors.Join(unwritten, writeFile(path, snap)), nil
}

// writeFile writes a snapshot file that is there whole or not at all.
func writeFile(path string, snap *graph.Snapshot) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = snap.WriteTo(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
