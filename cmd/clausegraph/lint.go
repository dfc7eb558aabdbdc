package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/loader"
)

func (a *app) lintCommand() *cobra.Command {
	var rules bool
	c := &cobra.Command{
		Use:   "lint [FILE|DIR...]",
		Short: "Report all problems of catalogs, crosswalks and schemes, with their places and what to do",
		Long: "Report all problems of catalogs, crosswalks and schemes, with their places and what to do. Without arguments\n" +
			"the built-in data is checked. A file takes the place of the built-in one of the same standard, crosswalk or scheme.",
		Example: "  clausegraph lint\n  clausegraph lint mappings/crosswalks/iso-27001-2022--isms-p-2023.yaml\n  clausegraph lint --rules",
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
