package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/search"
)

func (a *app) searchCommand() *cobra.Command {
	var standards []string
	var limit int
	formats := []export.Format{export.Text, export.JSON}
	c := &cobra.Command{
		Use:     "search QUERY",
		Short:   "Find requirements by id or by words, in English or Korean",
		Example: "  clausegraph search 27001 A.5.17\n  clausegraph search 접근권한 검토 --standard isms-p-2023 --lang ko",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			o, err := a.options(c.OutOrStdout(), formats...)
			if err != nil {
				return err
			}
			s, err := a.snapshot(c.Context(), c.ErrOrStderr())
			if err != nil {
				return err
			}
			overlay, err := a.overlay(s, c.ErrOrStderr())
			if err != nil {
				return err
			}
			index, err := search.Build(c.Context(), s, search.WithOverlay(overlay))
			if err != nil {
				return problem{err}
			}
			defer index.Close()
			found, err := index.Search(c.Context(), search.Query{Text: strings.Join(args, " "), Standards: standards, Limit: limit})
			if err != nil {
				return err
			}
			return export.Search(c.OutOrStdout(), found, o)
		},
	}
	c.Flags().StringArrayVar(&standards, "standard", nil, "`ref` of a standard to search in; repeatable")
	c.Flags().IntVar(&limit, "limit", search.DefaultLimit, "`number` of requirements to show")
	a.overlayFlag(c)
	a.formatFlag(c, formats...)
	return c
}
