package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/export/deliverable"
)

// asker makes a command that asks the engine one question, and writes the answer to the standard output or to the file
// of -o. The question is read once the data is loaded.
func asker[T any](a *app, c *cobra.Command, q *question, formats []export.Format,
	answer func(ctx context.Context, e *coverage.Engine, asked coverage.Question, args []string) (T, error),
	write func(w io.Writer, answer T, q export.Asked, o export.Options) error,
) *cobra.Command {
	var file string
	c.Flags().StringVarP(&file, "output", "o", "", "`file` to write to instead of the standard output")
	a.formatFlag(c, formats...)
	c.RunE = func(c *cobra.Command, args []string) error {
		o, err := a.options(outputFile(c, file), formats...)
		if err != nil {
			return err
		}
		e, err := a.engine(c.Context(), c.ErrOrStderr())
		if err != nil {
			return err
		}
		asked, err := q.ask(e, c.ErrOrStderr())
		if err != nil {
			return err
		}
		if o.Overlay, err = a.overlay(e.Snapshot(), c.ErrOrStderr()); err != nil {
			return err
		}
		given, err := answer(c.Context(), e, asked, args)
		if err != nil {
			return err
		}
		return output(c, file, func(w io.Writer) error {
			return write(w, given, export.Asked{Question: asked, Snapshot: e.Snapshot()}, o)
		})
	}
	return c
}

func (a *app) gapCommand() *cobra.Command {
	var q question
	c := &cobra.Command{
		Use:   "gap --have REF[,REF...] [--controls FILE] --want REF",
		Short: "Say for each requirement of a standard whether what you have meets it, why, and what is left",
		Long:  "Say for each requirement of a standard whether what you have meets it, why, and what is left.\n\n" + verdictHelp(),
		Example: "  clausegraph gap --have iso-27001-2022 --want isms-p-2023\n" +
			"  clausegraph gap --have iso-27001-2022/A.5.17,iso-9001-2015 --want isms-p-2023/2.5 --lang ko\n" +
			"  clausegraph gap --controls acme.yaml --scope cloud --want isms-p-2023\n" +
			"  clausegraph gap --have iso-27001-2022 --want isms-p-2023 --min-assurance reviewed --direct",
		Args: cobra.NoArgs,
	}
	q.holding(c)
	q.target(c, "`ref` of the standard, group or requirement asked about")
	q.trusting(c)
	formats := []export.Format{export.Text, export.JSON, export.CSV, export.Markdown, export.XLSX}
	c = asker(a, c, &q, formats, func(_ context.Context, e *coverage.Engine, asked coverage.Question, _ []string) (*coverage.Analysis, error) {
		return e.Gap(asked)
	}, func(w io.Writer, answer *coverage.Analysis, q export.Asked, o export.Options) error {
		return export.Gap(w, answer, q.Snapshot, o)
	})
	answer := c.RunE
	c.RunE = func(c *cobra.Command, args []string) error {
		if export.Format(a.format) != export.XLSX {
			return answer(c, args)
		}
		r, err := a.request(string(deliverable.Workbook), string(deliverable.XLSX), "")
		if err != nil {
			return err
		}
		file, err := c.Flags().GetString("output")
		if err != nil {
			return err
		}
		return a.deliver(c, &q, r, file)
	}
	return c
}

func (a *app) explainCommand() *cobra.Command {
	var q question
	c := &cobra.Command{
		Use:   "explain --have REF[,REF...] [--controls FILE] --want STANDARD/NUMBER",
		Short: "Prove the verdict on one requirement, step by step, and say what remains",
		Long:  "Prove the verdict on one requirement, step by step, and say what remains.\n\n" + verdictHelp(),
		Example: "  clausegraph explain --have iso-27001-2022 --want isms-p-2023/2.5.4 --lang ko\n" +
			"  clausegraph explain --controls acme.yaml --want isms-p-2023/2.5.6 --style paragraph",
		Args: cobra.NoArgs,
	}
	q.holding(c)
	q.target(c, "`ref` of the requirement asked about")
	q.trusting(c)
	formats := []export.Format{export.Text, export.JSON, export.Markdown}
	var style string
	a.overlayFlag(c)
	c.Flags().StringVar(&style, "style", string(export.InSteps), "`style` of the text: steps, line, paragraph or tree")
	return asker(a, c, &q, formats, func(_ context.Context, e *coverage.Engine, asked coverage.Question, _ []string) (*coverage.Explanation, error) {
		if _, err := export.ParseStyle(style); err != nil {
			return nil, err
		}
		return e.Explain(asked)
	}, func(w io.Writer, answer *coverage.Explanation, q export.Asked, o export.Options) error {
		o.Style = export.Style(style)
		return export.Explain(w, answer, q.Snapshot, o)
	})
}

// outputFile returns the stream whose terminal, if it is one, decides the layout; a file of -o is none.
func outputFile(c *cobra.Command, file string) io.Writer {
	if file != "" {
		return nil
	}
	return c.OutOrStdout()
}
