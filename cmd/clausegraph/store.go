package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
)

const (
	inMemory  = "mem:"
	publisher = "clausegraph" // the author of the revisions that commands publish
	following = 2 * time.Second
)

// storeFlag adds --store, which CLAUSEGRAPH_STORE sets as well.
func (a *app) storeFlag(c *cobra.Command, standard string) {
	c.PreRunE = func(c *cobra.Command, _ []string) error { return fromEnvironment(c.Flags()) }
	c.Flags().StringVar(&a.store, "store", standard, "`store` of the data: mem:, bolt:PATH (a file), or postgres:DSN (such as postgres://user@host/db)")
}

// lasting opens the store of --store, which must be one that outlives the command.
func (a *app) lasting(ctx context.Context) (*store.Store, error) {
	if a.store == "" || a.store == inMemory {
		return nil, errors.New("say which store with --store bolt:PATH or --store postgres:DSN")
	}
	s, err := store.Open(ctx, a.store)
	if err != nil {
		return nil, problem{err}
	}
	return s, nil
}

// onStore runs a command on the store of --store.
func (a *app) onStore(work func(*cobra.Command, *store.Store) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, _ []string) error {
		s, err := a.lasting(c.Context())
		if err != nil {
			return err
		}
		defer s.Close()
		return work(c, s)
	}
}

// stored returns the current revision of the store. An empty store is first given the data of the files; one that is not
// is served as it is, whatever the files say.
func (a *app) stored(ctx context.Context, stderr io.Writer) (*graph.Snapshot, error) {
	s := a.shared
	if s == nil {
		var err error
		if s, err = a.lasting(ctx); err != nil {
			return nil, err
		}
		defer s.Close()
	}
	head, err := s.Head(ctx)
	if err != nil {
		return nil, problem{err}
	}
	switch {
	case head.Number == 0:
		if _, err := a.publish(ctx, s, stderr); err != nil {
			return nil, err
		}
	case len(a.data) > 0:
		return nil, fmt.Errorf("the store holds revision %d already, which --data does not change; clausegraph load --store ... --data ... publishes the files", head.Number)
	}
	path := a.file
	if path == "" && strings.HasPrefix(a.store, "bolt:") {
		path = strings.TrimPrefix(a.store, "bolt:") + ".snapshot"
	}
	snapshot, unwritten, err := s.SnapshotThrough(ctx, path)
	if err != nil {
		return nil, problem{err}
	}
	if unwritten != nil {
		fmt.Fprintf(stderr, "clausegraph: the snapshot file could not be written; the next start will take longer: %v\n", unwritten)
	}
	return snapshot, nil
}

// publish makes the data of the files the current revision of the store.
func (a *app) publish(ctx context.Context, s *store.Store, stderr io.Writer) (graph.Revision, error) {
	datasets, err := a.datasets(ctx, stderr)
	if err != nil {
		return graph.Revision{}, err
	}
	stored := progress(stderr, "stored", "datasets")
	s.Progress = func(done, all, _ int) { stored(done, all) }
	rev, err := s.Publish(ctx, publisher, datasets)
	s.Progress = nil
	if err != nil && rev.Number == 0 {
		return rev, problem{err}
	}
	if err != nil {
		fmt.Fprintf(stderr, "clausegraph: %v\n", err)
	}
	return rev, nil
}

// share opens the store for as long as the server runs, if other processes write to it or the server does: it reads no
// release twice. Otherwise it is opened for each load alone, so that a command can write to a file meanwhile.
func (a *app) share(ctx context.Context, written bool) (done func() error, err error) {
	if !written && !strings.HasPrefix(a.store, "postgres") {
		return func() error { return nil }, nil
	}
	if a.shared, err = store.Open(ctx, a.store); err != nil {
		return nil, problem{err}
	}
	a.shared.Remember()
	return a.shared.Close, nil
}

// follow reloads whenever the revision of a shared store is not the one that is served.
func (a *app) follow(log *slog.Logger) func(context.Context, func(graph.Revision) bool, func(context.Context) error) {
	if a.shared == nil {
		return nil
	}
	return func(ctx context.Context, known func(graph.Revision) bool, reload func(context.Context) error) {
		a.shared.Follow(ctx, following, known, func(head graph.Revision) error {
			log.Info("the store has a new revision", "revision", head.Number, "hash", head.Hash)
			return reload(ctx)
		}, func(err error) {
			log.Warn("the store could not be followed; answers stay as they are", "error", err)
		})
	}
}

func (a *app) loadCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "load --store STORE",
		Short: "Publish the built-in data and that of --data as the current revision of a store",
		Long: "Publish the built-in data and that of --data as the current revision of a store. Servers of a PostgreSQL database take\n" +
			"it over by themselves; one of a file does when it gets SIGHUP. It is done whole or not at all, and a load that was cut\n" +
			"short can be repeated.",
		Args: cobra.NoArgs,
		RunE: a.onStore(func(c *cobra.Command, s *store.Store) error {
			before, err := s.Head(c.Context())
			if err != nil {
				return problem{err}
			}
			rev, err := a.publish(c.Context(), s, c.ErrOrStderr())
			if err != nil {
				return err
			}
			state := "published"
			if rev == before {
				state = "unchanged"
			}
			_, err = fmt.Fprintf(c.OutOrStdout(), "revision %d %s (hash %.12s)\n", rev.Number, state, rev.Hash)
			return err
		}),
	}
	a.storeFlag(c, "")
	return c
}

func (a *app) revisionsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "revisions --store STORE",
		Short: "List the revisions that a store keeps, the current one last",
		Args:  cobra.NoArgs,
		RunE: a.onStore(func(c *cobra.Command, s *store.Store) error {
			kept, err := s.Revisions(c.Context())
			if err != nil {
				return problem{err}
			}
			for _, rev := range kept {
				if _, err := fmt.Fprintf(c.OutOrStdout(), "%d\t%s\t%s\t%s\n", rev.Number, rev.Time.Format(time.RFC3339), rev.Author, rev.Hash); err != nil {
					return err
				}
			}
			return nil
		}),
	}
	a.storeFlag(c, "")
	return c
}

func (a *app) dumpCommand() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "dump --store STORE",
		Short: "Write the current revision of a store as N-Quads, which other graph databases read",
		Args:  cobra.NoArgs,
		RunE: a.onStore(func(c *cobra.Command, s *store.Store) error {
			return output(c, file, func(w io.Writer) error {
				if err := s.Export(c.Context(), w); err != nil {
					return problem{err}
				}
				return nil
			})
		}),
	}
	a.storeFlag(c, "")
	c.Flags().StringVarP(&file, "output", "o", "", "`file` to write to; the standard output if none")
	return c
}
