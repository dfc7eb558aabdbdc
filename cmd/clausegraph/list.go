package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
)

// lister is a command that prints something of the snapshot.
func (a *app) lister(c *cobra.Command, formats []export.Format, list func(w io.Writer, s *graph.Snapshot, args []string, o export.Options) error) *cobra.Command {
	c.RunE = func(c *cobra.Command, args []string) error {
		o, err := a.options(c.OutOrStdout(), formats...)
		if err != nil {
			return err
		}
		s, err := a.snapshot(c.Context(), c.ErrOrStderr())
		if err != nil {
			return err
		}
		return list(c.OutOrStdout(), s, args, o)
	}
	a.formatFlag(c, formats...)
	return c
}

func (a *app) standardsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "standards",
		Short: "List the standards, with their edition, status and number of assessable requirements",
		Args:  cobra.NoArgs,
	}
	return a.lister(c, []export.Format{export.Text, export.JSON}, func(w io.Writer, s *graph.Snapshot, _ []string, o export.Options) error {
		return export.Standards(w, s, o)
	})
}

func (a *app) requirementsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "requirements REF",
		Short:   "List the requirements of a standard with their headings and gists",
		Example: "  clausegraph requirements isms-p-2023 --format json",
		Args:    cobra.ExactArgs(1),
	}
	return a.lister(c, []export.Format{export.Text, export.JSON}, func(w io.Writer, s *graph.Snapshot, args []string, o export.Options) error {
		std := s.Standard(args[0])
		if std == nil {
			return s.Unknown(args[0])
		}
		return export.Requirements(w, std, o)
	})
}

func (a *app) mappingsCommand() *cobra.Command {
	var from, to string
	c := &cobra.Command{
		Use:     "mappings [--from REF] [--to REF]",
		Short:   "List the claims between standards, read in the direction asked for",
		Example: "  clausegraph mappings --from iso-27001-2022 --to isms-p-2023 --format csv",
		Args:    cobra.NoArgs,
	}
	c.Flags().StringVar(&from, "from", "", "`ref` of the standard that the claims are read from")
	c.Flags().StringVar(&to, "to", "", "`ref` of the standard that the claims are read to")
	return a.lister(c, []export.Format{export.Text, export.CSV, export.JSON}, func(w io.Writer, s *graph.Snapshot, _ []string, o export.Options) error {
		claims, err := s.Select(from, to)
		if err != nil {
			return err
		}
		return export.Mappings(w, claims, o)
	})
}

func (a *app) statsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "stats",
		Short: "Count the standards, and the claims of each crosswalk by relation, assurance and review",
		Args:  cobra.NoArgs,
	}
	return a.lister(c, []export.Format{export.Text, export.Markdown, export.JSON}, func(w io.Writer, s *graph.Snapshot, _ []string, o export.Options) error {
		return export.Stats(w, s, o)
	})
}

// plural returns the count with its noun.
func plural(count int, noun string) string {
	if count == 1 {
		return fmt.Sprintf("%d %s", count, noun)
	}
	return fmt.Sprintf("%d %ss", count, noun)
}
