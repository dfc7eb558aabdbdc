package main

import (
	"context"
	"fmt"
	"io"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader"
)

// sources returns where the data comes from: what is built in, and the directories of --data.
func (a *app) sources() ([]loader.Source, error) {
	list := []loader.Source{loader.Embedded()}
	for _, dir := range a.data {
		s, err := loader.Open(dir)
		if err != nil {
			return nil, fmt.Errorf("--data: %w", err)
		}
		list = append(list, s)
	}
	return list, nil
}

// snapshot returns the data of the store of --store; without one that of the files, by way of a store in memory.
func (a *app) snapshot(ctx context.Context, stderr io.Writer) (*graph.Snapshot, error) {
	switch {
	case a.loaded != nil:
		return a.loaded, nil
	case a.shared != nil, a.store != "" && a.store != inMemory:
		return a.stored(ctx, stderr)
	case len(a.data) == 0:
		return a.builtIn(ctx, stderr)
	}
	snapshot, _, err := a.throughMemory(ctx, stderr, "")
	return snapshot, err
}

// throughMemory returns what a store in memory makes of the files, and keeps it in the snapshot file at the path, if one is
// given. A file that cannot be written is no reason to fail: the reason comes as unwritten.
func (a *app) throughMemory(ctx context.Context, stderr io.Writer, path string) (snapshot *graph.Snapshot, unwritten, err error) {
	datasets, err := a.datasets(ctx, stderr)
	if err != nil {
		return nil, nil, err
	}
	s, err := store.Open(ctx, inMemory)
	if err != nil {
		return nil, nil, problem{err}
	}
	defer s.Close()
	if _, err := s.Publish(ctx, publisher, datasets); err != nil {
		return nil, nil, problem{err}
	}
	if snapshot, unwritten, err = s.SnapshotThrough(ctx, path); err != nil {
		return nil, nil, problem{err}
	}
	return snapshot, unwritten, nil
}

// datasets reads the files. Data with an error in it is refused as a whole, with every diagnostic on the error stream.
func (a *app) datasets(ctx context.Context, stderr io.Writer) ([]*graph.Dataset, error) {
	sources, err := a.sources()
	if err != nil {
		return nil, err
	}
	result, err := loader.Load(ctx, sources...)
	if err != nil {
		return nil, problem{err}
	}
	if !result.OK() {
		for _, d := range result.Diagnostics {
			fmt.Fprintln(stderr, d)
		}
		return nil, problem{fmt.Errorf("the data has %s; nothing was loaded", plural(len(result.Diagnostics), "problem"))}
	}
	return result.Datasets, nil
}

func (a *app) engine(ctx context.Context, stderr io.Writer) (*coverage.Engine, error) {
	s, err := a.snapshot(ctx, stderr)
	if err != nil {
		return nil, err
	}
	return coverage.New(s), nil
}
