package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
)

func (a *app) glossaryCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "glossary [QUERY]",
		Short: "List the terms of the field in English and Korean, or those that have a form with the query in it",
		Long: "List the terms of the field in English and Korean with their synonyms, abbreviations and notes: all of them, or\n" +
			"those that have a form with the query in it. Case, blanks and hyphens make no difference.",
		Example: "  clausegraph glossary MFA\n  clausegraph glossary 위탁 --lang ko\n  clausegraph glossary --format csv",
	}
	return a.lister(c, []export.Format{export.Text, export.JSON, export.CSV, export.Markdown}, func(w io.Writer, s *graph.Snapshot, args []string, o export.Options) error {
		query := strings.Join(args, " ")
		terms := s.FindTerms(query)
		if len(terms) == 0 && query != "" {
			return problem{fmt.Errorf("no term has %q in it; `clausegraph glossary` lists all, and `clausegraph search` looks through the requirements", query)}
		}
		if query == "" {
			terms = graph.ByForm(terms, o.Language)
		}
		return export.Glossary(w, terms, o)
	})
}
