package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/expect"
)

func (a *app) testCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "test FILE...",
		Short: "Check answers against your own expectations",
		Long: "Check answers against your own expectations, written one statement a line:\n\n" +
			"  held iso-27001-2022\n  controls acme.yaml\n  scope head office\n  policy min-assurance reviewed\n" +
			"  as of 2026-11-22\n  want isms-p-2023\n" +
			"  expect 2.5.4 PARTIAL via A.5.17 remainder ~ \"정보주체\"\n  expect 2.5.6 PARTIAL by AR-1 blocker AR-2\n" +
			"  expect doubt A.8.13\n  expect count NONE >= 10\n\n" +
			"The path of controls is relative to the file. Other policies are distrust \"NAME\", max-hops N and direct.",
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			var cases []expect.Case
			var faults []*expect.Error
			for _, file := range args {
				src, err := os.ReadFile(file)
				if err != nil {
					return err
				}
				read, wrong := expect.Parse(file, src)
				cases, faults = append(cases, read...), append(faults, wrong...)
			}
			e, err := a.engine(c.Context(), c.ErrOrStderr())
			if err != nil {
				return err
			}
			today := graph.Date(time.Now().Format(time.DateOnly))
			for _, one := range cases {
				if wrong := one.ReadControls(e.Snapshot()); len(wrong) > 0 {
					faults = append(faults, wrong...)
					continue
				}
				if one.AsOf == "" {
					one.AsOf = today
				}
				faults = append(faults, one.Run(expect.Library(e))...)
			}
			for _, f := range faults {
				fmt.Fprintln(c.OutOrStdout(), f)
			}
			fmt.Fprintf(c.OutOrStdout(), "%s, %s\n", plural(len(cases), "case"), plural(len(faults), "failure"))
			if len(faults) > 0 {
				return problem{}
			}
			return nil
		},
	}
}
