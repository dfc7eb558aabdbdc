package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
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
		if o.Overlay, err = a.overlay(s, c.ErrOrStderr()); err != nil {
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
		Use:   "requirements REF",
		Short: "List the requirements of a standard with their headings and gists",
		Example: "  clausegraph requirements isms-p-2023 --format json\n" +
			"  clausegraph requirements iso-27001-2022 --format oscal > catalog.json",
		Args: cobra.ExactArgs(1),
	}
	c = a.lister(c, []export.Format{export.Text, export.JSON, export.OSCAL, export.YAML}, func(w io.Writer, s *graph.Snapshot, args []string, o export.Options) error {
		std := s.Standard(args[0])
		switch {
		case std == nil:
			return s.Unknown(args[0])
		case o.Format == export.OSCAL:
			return export.CatalogOSCAL(w, std, s.Revision())
		case o.Format == export.YAML:
			return writeDataset(w, std.Dataset())
		}
		return export.Requirements(w, std, o)
	})
	a.overlayFlag(c)
	return c
}

func (a *app) mappingsCommand() *cobra.Command {
	var from, to string
	c := &cobra.Command{
		Use:   "mappings [--from REF] [--to REF]",
		Short: "List the claims between standards, read in the direction asked for",
		Long: "List the claims between standards, read in the direction asked for.\n\n" +
			"oscal is a mapping collection; strm a table of NIST IR 8477, whose focal document is that of --from; sssom a table with\n" +
			"the predicates of SKOS; yaml the file of a crosswalk as this program reads it. What a table cannot carry, such as claims\n" +
			"that several requirements make together, is listed on the error stream and never weakened.",
		Example: "  clausegraph mappings --from iso-27001-2022 --to isms-p-2023 --format csv\n" +
			"  clausegraph mappings --from iso-27001-2022 --to isms-p-2023 --format oscal > mapping.json",
		Args: cobra.NoArgs,
	}
	c.Flags().StringVar(&from, "from", "", "`ref` of the standard that the claims are read from")
	c.Flags().StringVar(&to, "to", "", "`ref` of the standard that the claims are read to")
	formats := []export.Format{export.Text, export.CSV, export.JSON, export.OSCAL, export.STRM, export.SSSOM, export.YAML}
	return a.lister(c, formats, func(w io.Writer, s *graph.Snapshot, _ []string, o export.Options) error {
		claims, err := s.Select(from, to)
		if err != nil {
			return err
		}
		var left []export.Left
		switch o.Format {
		case export.OSCAL:
			return export.MappingsOSCAL(w, s, claims)
		case export.STRM:
			if from == "" || to == "" {
				return errors.New("a table of STRM relates a focal with a reference document; name both with --from and --to")
			}
			left, err = export.MappingsSTRM(w, s, claims, o.Language)
		case export.SSSOM:
			left, err = export.MappingsSSSOM(w, s, claims)
		case export.YAML:
			return writeCrosswalk(w, s, claims)
		default:
			return export.Mappings(w, claims, o)
		}
		if err != nil {
			return err
		}
		return export.LeftText(c.ErrOrStderr(), left, o.Language)
	})
}

// writeCrosswalk writes the one crosswalk that all claims are of.
func writeCrosswalk(w io.Writer, s *graph.Snapshot, claims []graph.Claim) error {
	var names []string
	for _, c := range claims {
		if !slices.Contains(names, c.Mapping.Crosswalk) {
			names = append(names, c.Mapping.Crosswalk)
		}
	}
	if len(names) != 1 {
		return fmt.Errorf("yaml is the file of one crosswalk, and these claims are of %d; name two standards with --from and --to", len(names))
	}
	return writeDataset(w, s.Crosswalk(names[0]).Dataset())
}

func writeDataset(w io.Writer, d *graph.Dataset) error {
	content, err := loader.Write(d)
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
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
