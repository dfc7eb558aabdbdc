package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/clausegraph/clausegraph/graph"
)

// complete says what a shell may offer for flags, by their names, and for arguments, by the names of commands. For all
// others it offers files.
func (a *app) complete(root *cobra.Command) {
	flags := map[string]cobra.CompletionFunc{
		"have": a.completeRefs, "want": a.completeRefs, "from": a.completeStandards, "to": a.completeStandards, "standard": a.completeStandards,
		"lang": cobra.FixedCompletions([]cobra.Completion{"en", "ko"}, cobra.ShellCompDirectiveNoFileComp),
	}
	arguments := map[string]cobra.CompletionFunc{
		"requirements": a.completeStandards, "diff": a.completeStandards, "overlap": a.completeStandards,
		"facts": a.completeSchemes, "obliged": a.completeSchemes, "search": cobra.NoFileCompletions, "glossary": cobra.NoFileCompletions,
	}
	for _, c := range append(root.Commands(), root) {
		if f := arguments[c.Name()]; f != nil {
			c.ValidArgsFunction = f
		}
		for _, set := range []*pflag.FlagSet{c.LocalFlags(), c.PersistentFlags()} {
			set.VisitAll(func(f *pflag.Flag) {
				if offer := flags[f.Name]; offer != nil {
					_ = c.RegisterFlagCompletionFunc(f.Name, offer) // one that has it already keeps it
				}
			})
		}
	}
}

// completeRefs offers standards, and after a slash the requirements of one, each behind what stands before the last comma.
func (a *app) completeRefs(c *cobra.Command, _ []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	s, err := a.snapshot(c.Context(), c.ErrOrStderr())
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	at := strings.LastIndex(word, ",") + 1
	before, ref := word[:at], word[at:]
	name, _, within := strings.Cut(ref, "/")
	var offered []cobra.Completion
	offer := func(ref, title string) {
		if before == "" { // bash knows no word with a comma and a description
			ref = cobra.CompletionWithDesc(ref, title)
		}
		offered = append(offered, before+ref)
	}
	if std := s.Standard(name); within && std != nil {
		for _, r := range std.Requirements() {
			offer(r.Ref, r.Name(a.language()))
		}
		return starting(offered, word), cobra.ShellCompDirectiveNoFileComp
	}
	for _, std := range s.Standards() {
		offer(std.Ref, std.Title.In(a.language()))
	}
	return starting(offered, word), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func (a *app) completeStandards(c *cobra.Command, _ []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	s, err := a.snapshot(c.Context(), c.ErrOrStderr())
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var offered []cobra.Completion
	for _, std := range s.Standards() {
		offered = append(offered, cobra.CompletionWithDesc(std.Ref, std.Title.In(a.language())))
	}
	return starting(offered, word), cobra.ShellCompDirectiveNoFileComp
}

func (a *app) completeSchemes(c *cobra.Command, given []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	s, err := a.snapshot(c.Context(), c.ErrOrStderr())
	if err != nil || len(given) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var offered []cobra.Completion
	for _, scheme := range s.Schemes() {
		offered = append(offered, cobra.CompletionWithDesc(scheme.Ref, scheme.Title.In(a.language())))
	}
	return starting(offered, word), cobra.ShellCompDirectiveNoFileComp
}

// language returns that of --lang, English while it is not yet typed right.
func (a *app) language() graph.Language {
	if l, err := graph.ParseLanguage(a.lang); err == nil {
		return l
	}
	return graph.English
}

// starting returns those of the offers that begin with the word.
func starting(offered []cobra.Completion, word string) []cobra.Completion {
	var fit []cobra.Completion
	for _, o := range offered {
		if strings.HasPrefix(o, word) {
			fit = append(fit, o)
		}
	}
	return fit
}
