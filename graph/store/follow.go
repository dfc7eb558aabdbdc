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
		head, err = v.revision(0)
		return err
	})
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

// Follow calls moved with every revision that becomes the current one after the one that is current now, or with the
// last of several, until the context ends. It looks every so often, and at once where the store can tell that something
// was written. What keeps it from looking is given to trouble, and it goes on looking.
func (s *Store) Follow(ctx context.Context, every time.Duration, moved func(graph.Revision), trouble func(error)) {
	last, err := s.Head(ctx)
	if err != nil {
		trouble(err)
	}
	hints := s.backend.hints(ctx)
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-hints:
		}
		head, err := s.Head(ctx)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			trouble(err)
		case head != last:
			last = head
			moved(head)
		}
	}
}

// SnapshotThrough returns the current revision as Snapshot does, but from the snapshot file at the path where that is of
// this revision, which takes no time. Otherwise it makes the file anew. A file that cannot be written is no reason to
// fail: the snapshot comes with the reason as unwritten.
func (s *Store) SnapshotThrough(ctx context.Context, path string) (snap *graph.Snapshot, unwritten, err error) {
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
