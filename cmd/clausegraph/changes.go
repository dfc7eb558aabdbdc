package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
)

func (a *app) snapshotCommand() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:     "snapshot -o FILE",
		Short:   "Keep the data as it is now in a file, to see later with changes what became of it",
		Example: "  clausegraph snapshot -o before.snapshot",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := a.snapshot(c.Context(), c.ErrOrStderr())
			if err != nil {
				return err
			}
			return output(c, file, func(w io.Writer) error {
				_, err := s.WriteTo(w)
				return err
			})
		},
	}
	a.storeFlag(c, inMemory)
	c.Flags().StringVarP(&file, "output", "o", "", "`file` to write to")
	_ = c.MarkFlagRequired("output")
	return c
}

func (a *app) changesCommand() *cobra.Command {
	var since string
	var q question
	c := &cobra.Command{
		Use:   "changes --since FILE|NUMBER",
		Short: "Say which verdicts are others than at an earlier revision of the data",
		Long: "Say which verdicts are others than at an earlier revision of the data: of a file that snapshot made, or with --store of\n" +
			"the number of a revision that the store keeps. Each standard is taken to be held in turn.",
		Example: "  clausegraph snapshot -o before.snapshot    # then edit a claim\n  clausegraph changes --since before.snapshot\n" +
			"  clausegraph changes --store bolt:data.db --since 3",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o, err := a.options(c.OutOrStdout(), tabular...)
			if err != nil {
				return err
			}
			before, after, err := a.revisionsOf(c.Context(), since, c.ErrOrStderr())
			if err != nil {
				return err
			}
			e := coverage.New(after)
			asked, err := q.ask(e, c.ErrOrStderr())
			if err != nil {
				return err
			}
			moves, err := coverage.Moves(c.Context(), coverage.New(before), e, asked)
			if err != nil {
				return problem{err}
			}
			return export.Moves(c.OutOrStdout(), moves, before.Revision(), export.Asked{Question: asked, Snapshot: after}, o)
		},
	}
	a.storeFlag(c, inMemory)
	a.formatFlag(c, tabular...)
	q.trusting(c)
	c.Flags().StringVar(&since, "since", "", "`file` of a snapshot, or with --store the number of a revision")
	_ = c.MarkFlagRequired("since")
	return c
}

// revisionsOf returns the earlier revision that --since names, and the present one.
func (a *app) revisionsOf(ctx context.Context, since string, stderr io.Writer) (before, after *graph.Snapshot, err error) {
	if number, err := strconv.Atoi(since); err == nil && a.store != inMemory {
		s, err := a.lasting(ctx)
		if err != nil {
			return nil, nil, err
		}
		defer s.Close()
		before, err := s.SnapshotAt(ctx, number)
		if err != nil {
			return nil, nil, problem{err}
		}
		after, err := s.Snapshot(ctx)
		if err != nil {
			return nil, nil, problem{err}
		}
		return before, after, nil
	}
	file, err := os.ReadFile(since)
	if err != nil {
		return nil, nil, fmt.Errorf("--since: %w", err)
	}
	before, err = graph.ReadSnapshot(file)
	if errors.Is(err, graph.ErrSnapshotFile) {
		return nil, nil, problem{fmt.Errorf("--since %s: %w; clausegraph snapshot makes one, with the program that has the data of then", since, err)}
	}
	if err != nil {
		return nil, nil, problem{err}
	}
	after, err = a.snapshot(ctx, stderr)
	return before, after, err
}
