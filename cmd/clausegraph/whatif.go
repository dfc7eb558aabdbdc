package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
)

func (a *app) whatIfCommand() *cobra.Command {
	var q question
	var change export.Change
	var add string
	c := &cobra.Command{
		Use:   "whatif --have REF[,REF...] [--controls FILE] [--remove ID[,ID...]] [--add FILE] --want REF",
		Short: "Say which verdicts change if controls or standards go away, or controls are added",
		Long: "Say which verdicts change if controls or standards go away, or controls are added. A control that is to be replaced is\n" +
			"removed and added. To find the controls, claims and sources that verdicts rest on alone, ask sensitivity.",
		Example: "  clausegraph whatif --controls acme.yaml --remove AR-1,BK-1 --want iso-27001-2022\n" +
			"  clausegraph whatif --controls acme.yaml --add plan-2027.yaml --want isms-p-2023\n" +
			"  clausegraph whatif --have iso-27001-2022,iso-9001-2015 --remove iso-9001-2015 --want isms-p-2023",
		Args: cobra.NoArgs,
	}
	q.holding(c)
	q.target(c, "`ref` of the standard, group or requirement asked about")
	q.trusting(c)
	c.Flags().StringSliceVar(&change.Remove, "remove", nil, "`ids` of controls, or refs of --have, that go away, comma-separated; repeatable")
	c.Flags().StringVar(&add, "add", "", "inventory `file` with the controls that are added, in the form of --controls")
	c.MarkFlagsOneRequired("remove", "add")
	q.plans = func(s *graph.Snapshot, stderr io.Writer) (*graph.Inventory, error) {
		if add == "" {
			return nil, nil
		}
		inventory, err := readInventory("--add", add, q.reading, s, stderr)
		if err == nil {
			change.Add = inventory.Controls
		}
		return inventory, err
	}
	return asker(a, c, &q, tabular, func(_ context.Context, e *coverage.Engine, asked coverage.Question, _ []string) (*coverage.WhatIf, error) {
		if add == "" && len(change.Remove) == 0 {
			return nil, errors.New("--remove is empty; name a control or a ref of --have")
		}
		return e.WhatIf(asked, change.Remove, change.Add)
	}, func(w io.Writer, answer *coverage.WhatIf, q export.Asked, o export.Options) error {
		return export.WhatIf(w, answer, change, q, o)
	})
}

// rests is what an answer rests on.
type rests struct {
	on       *coverage.Sensitivity
	controls []coverage.SinglePoint
}

func (a *app) sensitivityCommand() *cobra.Command {
	var q question
	c := &cobra.Command{
		Use:   "sensitivity --have REF[,REF...] [--controls FILE] --want REF",
		Short: "Say which verdicts rest on one claim, one source or one control alone",
		Long: "Say which verdicts rest on one claim, one source or one control alone: what falls without it. Controls are looked at\n" +
			"in every standard, since they are single points of failure whatever is asked for.",
		Example: "  clausegraph sensitivity --have iso-27001-2022 --want isms-p-2023\n  clausegraph sensitivity --controls acme.yaml --want isms-p-2023/2.5",
		Args:    cobra.NoArgs,
	}
	q.holding(c)
	q.target(c, "`ref` of the standard, group or requirement asked about")
	q.trusting(c)
	return asker(a, c, &q, tabular, func(ctx context.Context, e *coverage.Engine, asked coverage.Question, _ []string) (rests, error) {
		on, err := e.Sensitivity(ctx, asked)
		if err != nil {
			return rests{}, err
		}
		controls, err := e.SinglePoints(ctx, asked, nil)
		return rests{on, controls}, err
	}, func(w io.Writer, answer rests, q export.Asked, o export.Options) error {
		return export.Sensitivity(w, answer.on, answer.controls, q, o)
	})
}
