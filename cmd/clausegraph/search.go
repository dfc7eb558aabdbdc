package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/search"
)

func (a *app) searchCommand() *cobra.Command {
	var q search.Query
	var kinds, disciplines []string
	var parts export.SearchParts
	var suggest bool
	formats := []export.Format{export.Text, export.JSON}
	c := &cobra.Command{
		Use:   "search [QUERY]",
		Short: "Find requirements by id or by words, in English or Korean",
		Long: "Finds requirements by id (A.5.17, 27001 8.5, ISMS-P 2.5.4, 제2.5.4항) or by words of either language. Misspelt words, Korean\n" +
			"typed with the English layout (ekwnd dlswmd), initial consonants (ㅂㅁㅂㅎ) and articles of law (pipa/29) are understood. Without a query\n" +
			"it lists what passes the filters.",
		Example: "  clausegraph search 27001 A.5.17\n  clausegraph search 접근권한 검토 --standard isms-p-2023 --lang ko\n" +
			"  clausegraph search access review --fold --counterparts\n  clausegraph search --attribute control-type/detective --facets",
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
			q.Text = strings.Join(args, " ")
			if suggest {
				list, err := index.Suggest(c.Context(), search.Typed{Text: q.Text, Limit: min(q.Limit, search.MaxCompletions)})
				if err != nil {
					return err
				}
				return export.Completions(c.OutOrStdout(), list, o)
			}
			for _, k := range kinds {
				q.Kinds = append(q.Kinds, graph.Kind(k))
			}
			for _, d := range disciplines {
				q.Disciplines = append(q.Disciplines, graph.Discipline(d))
			}
			found, err := index.Search(c.Context(), q)
			if err != nil {
				return err
			}
			return export.Search(c.OutOrStdout(), found, parts, o)
		},
	}
	flags := c.Flags()
	flags.StringArrayVar(&q.Standards, "standard", nil, "`ref` of a standard to search in; repeatable, as are the other filters")
	flags.StringArrayVar(&kinds, "kind", nil, "only this `kind`: group, clause, control, criterion, check-item or article")
	flags.StringArrayVar(&disciplines, "discipline", nil, "only standards of this `discipline`, such as privacy")
	flags.StringArrayVar(&q.Domains, "domain", nil, "only what stands under this heading, by `ref`, such as isms-p-2023/2")
	flags.StringArrayVar(&q.Attributes, "attribute", nil, "only requirements with this `attribute`, such as control-type/detective")
	flags.IntVar(&q.Limit, "limit", search.DefaultLimit, "`number` of requirements to show")
	flags.BoolVar(&q.Fold, "fold", false, "show the same duty in several standards once")
	flags.BoolVar(&parts.Counterparts, "counterparts", false, "show what other standards have that answers to each hit")
	flags.BoolVar(&parts.Facets, "facets", false, "show ways to divide what was found")
	flags.BoolVar(&suggest, "suggest", false, "complete the query instead, as if it were still being typed")
	a.overlayFlag(c)
	a.formatFlag(c, formats...)
	return c
}
