package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/editor"
	"github.com/clausegraph/clausegraph/loader/foreign"
)

// lintRules are all rules of lint: those of data of this project, X001 of its claims together, and those of the files of
// others.
var lintRules = slices.Concat(loader.Rules, loader.OverlayRules(), []loader.Rule{editor.ContradictionRule}, foreign.Rules)

func (a *app) lintCommand() *cobra.Command {
	var rules bool
	c := &cobra.Command{
		Use:   "lint [FILE|DIR...]",
		Short: "Report all problems of data and inventories, and of OSCAL, STRM, SSSOM and CISO Assistant files, with their places and what to do",
		Long: "Report all problems of catalogs, crosswalks, schemes, glossaries and inventories of controls, with their places and\n" +
			"what to do. Without arguments the built-in data is checked. A file takes the place of the built-in one of the same\n" +
			"standard, crosswalk, scheme or glossary.\n\n" +
			"Files of others are recognised by what they hold: OSCAL catalogs, profiles and mapping collections (JSON, YAML,\n" +
			"XML), STRM tables (CSV, XLSX), SSSOM, libraries of CISO Assistant. They are checked together, and taken nothing of.\n" +
			"--format sarif writes what services for the results of checks read.",
		Example: "  clausegraph lint\n  clausegraph lint mappings/crosswalks/iso-27001-2022--isms-p-2023.yaml\n  clausegraph lint acme.yaml\n" +
			"  clausegraph lint library/ --format sarif > lint.sarif\n  clausegraph lint --rules",
		RunE: func(c *cobra.Command, args []string) error {
			if rules {
				for _, r := range lintRules {
					fmt.Fprintf(c.OutOrStdout(), "%s %s\n  why:  %s\n  bad:  %s\n  good: %s\n", r.Code, r.Title, r.Why, r.Bad, r.Good)
				}
				return nil
			}
			if !slices.Contains([]string{"text", "json", "sarif"}, a.format) {
				return fmt.Errorf("--format %q: it is text, json or sarif", a.format)
			}
			own, others, err := sortFiles(args)
			if err != nil {
				return err
			}
			l := linted{}
			if len(others) > 0 {
				if err := a.lintForeign(c.Context(), others, &l, c.ErrOrStderr()); err != nil {
					return err
				}
			}
			if len(own) > 0 || len(others) == 0 {
				if err := a.lintOwn(c.Context(), own, &l); err != nil {
					return err
				}
			}
			return l.print(c.OutOrStdout(), a.format)
		},
	}
	c.Flags().BoolVar(&rules, "rules", false, "print every rule with a bad and a good example")
	c.Flags().StringVar(&a.format, "format", "text", "`format` of the output: text, json or sarif")
	return c
}

// linted is what was checked, and what is wrong with it.
type linted struct {
	diagnostics []loader.Diagnostic
	notes       []string // what is no problem
	checked     []string // such as "43 datasets"
}

func (l *linted) print(w io.Writer, format string) error {
	switch format {
	case "sarif":
		if err := loader.WriteSARIF(w, l.diagnostics, lintRules); err != nil {
			return problem{err}
		}
	case "json":
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		if err := e.Encode(append([]loader.Diagnostic{}, l.diagnostics...)); err != nil {
			return problem{err}
		}
	default:
		for _, d := range l.diagnostics {
			fmt.Fprintln(w, d)
		}
		for _, line := range l.notes {
			fmt.Fprintln(w, line)
		}
	}
	checked := strings.Join(l.checked, " and ")
	if n := len(l.diagnostics); n > 0 {
		return problem{fmt.Errorf("%s in %s", plural(n, "problem"), checked)}
	}
	if format == "text" {
		fmt.Fprintf(w, "%s, no problem\n", checked)
	}
	return nil
}

// sortFiles tells the files of others from those of this project. A directory that holds any of others is one of others.
func sortFiles(names []string) (own []string, others []foreign.File, err error) {
	for _, name := range names {
		var found []foreign.File
		err := filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path != name && !slices.Contains(lintable, strings.ToLower(filepath.Ext(path))) {
				return err
			}
			if path != name && strings.HasSuffix(path, ".schema.json") {
				return nil // what the editors of our files read
			}
			content, err := readFile(path, foreign.MaxSize)
			if err != nil {
				return err
			}
			if _, ok := foreign.Detect(content); ok {
				found = append(found, foreign.File{Name: filepath.ToSlash(path), Content: content})
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
		if len(found) == 0 {
			own = append(own, name)
		}
		others = append(others, found...)
	}
	return own, others, nil
}

var lintable = []string{".json", ".yaml", ".yml", ".xml", ".csv", ".xlsx", ".tsv"}

// lintForeign checks files of others, those of one format together.
func (a *app) lintForeign(ctx context.Context, files []foreign.File, l *linted, stderr io.Writer) error {
	known, err := a.snapshot(ctx, stderr)
	if err != nil {
		return err
	}
	byFormat := map[foreign.Format][]foreign.File{}
	for _, f := range files {
		format, _ := foreign.Detect(f.Content)
		byFormat[format] = append(byFormat[format], f)
	}
	rows := 0
	for _, format := range foreign.Formats {
		if len(byFormat[format]) == 0 {
			continue
		}
		r, err := foreign.Read(ctx, format, byFormat[format], foreign.Options{Known: known, Lint: true, Progress: progress(stderr, "read", "files")})
		if err != nil {
			return problem{err}
		}
		rows += r.Rows
		l.diagnostics = append(l.diagnostics, r.Diagnostics...)
	}
	l.checked = append(l.checked, fmt.Sprintf("%s with %s", plural(len(files), "file"), plural(rows, "claim")))
	return nil
}

// lintOwn checks the data of this project, with files in place of the built-in ones.
func (a *app) lintOwn(ctx context.Context, names []string, l *linted) error {
	sources, err := a.sources()
	if err != nil {
		return err
	}
	for _, name := range names {
		s, err := loader.Open(name)
		if err != nil {
			return err
		}
		s.Replaces = true
		sources = append(sources, s)
	}
	result, err := loader.Load(ctx, sources...)
	if err != nil {
		return problem{err}
	}
	l.diagnostics = append(l.diagnostics, result.Diagnostics...)
	l.checked = append(l.checked, plural(len(result.Datasets), "dataset"))
	found, noted, err := contradictions(ctx, result)
	l.diagnostics, l.notes = append(l.diagnostics, found...), append(l.notes, noted...)
	return err
}

// contradictions returns what the claims of sound data contradict each other in, each with the place of a claim that
// takes part in it, and what sources disagree on, which is noted and no problem.
func contradictions(ctx context.Context, result *loader.Result) (found []loader.Diagnostic, noted []string, err error) {
	if !result.OK() {
		return nil, nil, nil
	}
	s, err := graph.Build(graph.Revision{}, result.Datasets)
	if err != nil {
		return nil, nil, problem{err}
	}
	e := coverage.New(s)
	if found, err = editor.Contradictions(ctx, e, result.Place); err != nil {
		return nil, nil, problem{err}
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
					continue
				}
				err = writeFile(file, func(w io.Writer) error {
					_, err := w.Write(after)
					return err
				})
				if err != nil {
					return err
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
