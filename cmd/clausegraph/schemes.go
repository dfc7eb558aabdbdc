package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
)

func (a *app) factsCommand() *cobra.Command {
	var asOf string
	c := &cobra.Command{
		Use:     "facts [SCHEME]",
		Short:   "List what is known of certification schemes and laws on a day, with sources and how sure it is",
		Example: "  clausegraph facts\n  clausegraph facts isms-p --as-of 2027-07-01 --lang ko",
		Args:    cobra.MaximumNArgs(1),
	}
	asOfFlag(c, &asOf)
	return a.lister(c, []export.Format{export.Text, export.JSON, export.Markdown}, func(w io.Writer, s *graph.Snapshot, args []string, o export.Options) error {
		on, err := day(asOf)
		if err != nil {
			return err
		}
		schemes := s.Schemes()
		if len(args) > 0 {
			one := s.Scheme(args[0])
			if one == nil {
				return s.UnknownScheme(args[0])
			}
			schemes = []*graph.Scheme{one}
		}
		return export.Facts(w, schemes, on, o)
	})
}

func (a *app) obligedCommand() *cobra.Command {
	var asOf string
	c := &cobra.Command{
		Use:   "obliged SCHEME [KEY=VALUE...]",
		Short: "Say whether an organization is obliged to be certified, and what would have to be known to say so",
		Long: "Say whether an organization is obliged to be certified, and what would have to be known to say so. Without\n" +
			"KEY=VALUE the command lists what the scheme asks for. Numbers are written in digits alone, flags as yes or no.",
		Example: "  clausegraph obliged isms-p\n  clausegraph obliged isms-p ict-revenue-krw=12000000000 daily-users=300000 financial=no",
		Args:    cobra.MinimumNArgs(1),
	}
	asOfFlag(c, &asOf)
	return a.lister(c, []export.Format{export.Text, export.JSON}, func(w io.Writer, s *graph.Snapshot, args []string, o export.Options) error {
		on, err := day(asOf)
		if err != nil {
			return err
		}
		scheme := s.Scheme(args[0])
		if scheme == nil {
			return s.UnknownScheme(args[0])
		}
		var known []graph.KeyValue
		for _, arg := range args[1:] {
			key, value, ok := strings.Cut(arg, "=")
			if !ok {
				return fmt.Errorf("%q is not KEY=VALUE, such as daily-users=300000", arg)
			}
			known = append(known, graph.KeyValue{Key: key, Value: value})
		}
		duties, err := scheme.Obliged(known, on)
		if err != nil {
			return err
		}
		return export.Obliged(w, scheme, on, known, duties, o)
	})
}

func asOfFlag(c *cobra.Command, asOf *string) {
	c.Flags().StringVar(asOf, "as-of", "", "`date` the question is asked about, as YYYY-MM-DD; today by the clock and time zone of this machine unless given")
}
