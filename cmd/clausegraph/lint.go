package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
)

func (a *app) lintCommand() *cobra.Command {
	var rules bool
	c := &cobra.Command{
		Use:   "lint [FILE|DIR...]",
		Short: "Report all problems of catalogs, crosswalks, schemes, glossaries and inventories, with their places and what to do",
		Long: "Report all problems of catalogs, crosswalks, schemes, glossaries and inventories of controls, with their places and\n" +
			"what to do. Without arguments the built-in data is checked. A file takes the place of the built-in one of the same\n" +
			"standard, crosswalk, scheme or glossary.",
		Example: "  clausegraph lint\n  clausegraph lint mappings/crosswalks/iso-27001-2022--isms-p-2023.yaml\n  clausegraph lint acme.yaml\n  clausegraph lint --rules",
		RunE: func(c *cobra.Command, args []string) error {
			if rules {
				for _, r := range loader.Rules {
					fmt.Fprintf(c.OutOrStdout(), "%s %s\n  why:  %s\n  bad:  %s\n  good: %s\n", r.Code, r.Title, r.Why, r.Bad, r.Good)
				}
				return nil
			}
			sources, err := a.sources()
			if err != nil {
				return err
			}
			for _, name := range args {
				s, err := loader.Open(name)
				if err != nil {
					return err
				}
				s.Replaces = true
				sources = append(sources, s)
			}
			result, err := loader.Load(c.Context(), sources...)
			if err != nil {
				return problem{err}
			}
			for _, d := range result.Diagnostics {
				fmt.Fprintln(c.OutOrStdout(), d)
			}
			found, noted, err := contradictions(c.Context(), result)
			if err != nil {
				return err
			}
			for _, line := range append(noted, found...) {
				fmt.Fprintln(c.OutOrStdout(), line)
			}
			if n := len(found); n > 0 {
				return problem{fmt.Errorf("%s", plural(n, "contradiction"))}
			}
			if len(result.Diagnostics) > 0 {
				return problem{fmt.Errorf("%s in %s", plural(len(result.Diagnostics), "problem"), plural(len(result.Datasets), "dataset"))}
			}
			fmt.Fprintf(c.OutOrStdout(), "%s, no problem\n", plural(len(result.Datasets), "dataset"))
			return nil
		},
	}
	c.Flags().BoolVar(&rules, "rules", false, "print every rule with a bad and a good example")
	return c
}

// contradictions returns what the claims of sound data contradict each other in, each with the place of a claim that
// takes part in it, and what sources disagree on, which is noted and no problem.
func contradictions(ctx context.Context, result *loader.Result) (found, noted []string, err error) {
	if !result.OK() {
		return nil, nil, nil
	}
	s, err := graph.Build(graph.Revision{}, result.Datasets)
	if err != nil {
		return nil, nil, problem{err}
	}
	e := coverage.New(s)
	list, err := e.Contradictions(ctx)
	if err != nil {
		return nil, nil, problem{err}
	}
	for _, c := range list {
		place, _ := result.Place(c.Claims[0].ID)
		found = append(found, fmt.Sprintf("%s: X001 %s; weaken or drop one of these claims, or add the one that is missing", place, c))
	}
	disputes, err := e.Disagreements(ctx)
	if err != nil {
		return nil, nil, problem{err}
	}
	for _, d := range disputes {
		place, _ := result.Place(d.Claims[0].ID)
		noted = append(noted, fmt.Sprintf("%s: note: %s; each claim stays what its source says", place, d))
	}
	return found, noted, nil
}

func fmtCommand() *cobra.Command {
	var diff bool
	c := &cobra.Command{
		Use:     "fmt [-d] FILE|DIR...",
		Short:   "Rewrite data files in their canonical form",
		Example: "  clausegraph fmt mappings/crosswalks/iso-27001-2022--isms-p-2023.yaml\n  clausegraph fmt -d mappings",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			files, err := yamlFiles(args)
			if err != nil {
				return err
			}
			changed := 0
			for _, file := range files {
				before, err := os.ReadFile(file)
				if err != nil {
					return err
				}
				after, err := loader.Format(before)
				if err != nil {
					return problem{fmt.Errorf("%s: %w", file, err)}
				}
				if bytes.Equal(before, after) {
					continue
				}
				changed++
				fmt.Fprintln(c.OutOrStdout(), file)
				if diff {
					fmt.Fprintln(c.OutOrStdout(), cmp.Diff(string(before), string(after)))
				} else if err := os.WriteFile(file, after, 0o644); err != nil {
					return problem{err}
				}
			}
			if diff && changed > 0 {
				return problem{fmt.Errorf("%s not in canonical form; `clausegraph fmt` mends it", plural(changed, "file"))}
			}
			return nil
		},
	}
	c.Flags().BoolVarP(&diff, "diff", "d", false, "print what would change, write nothing, and exit with 1 if anything would")
	return c
}

// yamlFiles returns the files named, and the .yaml files below the directories named.
func yamlFiles(names []string) ([]string, error) {
	var files []string
	for _, name := range names {
		err := filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && (path == name || filepath.Ext(path) == ".yaml") {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}
