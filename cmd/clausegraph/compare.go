package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
)

// tabular are the formats of answers that are tables.
var tabular = []export.Format{export.Text, export.JSON, export.CSV, export.Markdown}

func (a *app) overlapCommand() *cobra.Command {
	var q question
	c := &cobra.Command{
		Use:   "overlap [REF...]",
		Short: "Count for each pair of standards what is proved of the one for a holder of the other",
		Long: "Count for each pair of standards what is proved of the one for a holder of the other, in both directions. Without\n" +
			"arguments all standards are compared.\n\n" + verdictHelp(),
		Example: "  clausegraph overlap iso-27001-2022 isms-p-2023 iso-42001-2023\n  clausegraph overlap --min-assurance reviewed --format csv",
	}
	q.trusting(c)
	return asker(a, c, &q, tabular, func(ctx context.Context, e *coverage.Engine, asked coverage.Question, args []string) (*coverage.Overlap, error) {
		return e.Overlap(ctx, args, asked)
	}, func(w io.Writer, answer *coverage.Overlap, q export.Asked, o export.Options) error {
		return export.Overlap(w, answer, q, o)
	})
}

func (a *app) diffCommand() *cobra.Command {
	var q question
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what became of each requirement from one edition of a standard to the next",
		Long: "Say what became of each requirement from one edition of a standard to the next: kept, renamed, merged, split,\n" +
			"extended (with what is left to do), new or withdrawn; and which of your own controls that touches.",
		Example: "  clausegraph diff iso-27001-2013 iso-27001-2022\n  clausegraph diff isms-p-2018 isms-p-2023 --controls acme.yaml --lang ko",
		Args:    cobra.ExactArgs(2),
	}
	q.inventory(c)
	return asker(a, c, &q, tabular, func(_ context.Context, e *coverage.Engine, asked coverage.Question, args []string) (*coverage.EditionChanges, error) {
		return e.Editions(args[0], args[1], asked.Controls)
	}, func(w io.Writer, answer *coverage.EditionChanges, q export.Asked, o export.Options) error {
		return export.Editions(w, answer, q, o)
	})
}

func (a *app) nextCommand() *cobra.Command {
	var q question
	c := &cobra.Command{
		Use:   "next [REF...] --have REF[,REF...] [--controls FILE]",
		Short: "Rank the standards that you do not have by what is left to do for them",
		Long: "Rank the standards that you do not have by what is left to do for them. Without arguments all standards in force\n" +
			"are ranked that one can be certified against: no law and no guidance. To see what to do first for one of them, ask todo.",
		Example: "  clausegraph next --have iso-27001-2022\n  clausegraph next isms-p-2023 iso-42001-2023 --have iso-27001-2022 --controls acme.yaml",
	}
	q.holding(c)
	q.trusting(c)
	return asker(a, c, &q, tabular, func(_ context.Context, e *coverage.Engine, asked coverage.Question, args []string) ([]coverage.NextStandard, error) {
		return e.Next(asked, args)
	}, func(w io.Writer, answer []coverage.NextStandard, q export.Asked, o export.Options) error {
		return export.Next(w, answer, q, o)
	})
}

func (a *app) todoCommand() *cobra.Command {
	var q question
	c := &cobra.Command{
		Use:   "todo [REF...] --have REF[,REF...] [--controls FILE] --want REF",
		Short: "Say which requirements, once met, bring you furthest towards a standard",
		Long: "Say which requirements, once met, bring you furthest towards a standard: those that lift most of its verdicts come\n" +
			"first. Tried are the requirements of the standards named by REF, or else of those that you have a part of.",
		Example: "  clausegraph todo iso-27001-2022 --have iso-9001-2015 --want isms-p-2023\n  clausegraph todo --controls acme.yaml --want isms-p-2023",
	}
	q.holding(c)
	q.target(c, "`ref` of the standard, group or requirement asked about")
	q.trusting(c)
	return asker(a, c, &q, tabular, func(ctx context.Context, e *coverage.Engine, asked coverage.Question, args []string) ([]coverage.Step, error) {
		return e.Steps(ctx, asked, args)
	}, func(w io.Writer, answer []coverage.Step, q export.Asked, o export.Options) error {
		return export.Steps(w, answer, q, o)
	})
}
