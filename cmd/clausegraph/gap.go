package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
)

// question is what gap and explain ask.
type question struct {
	have []string
	want string
	asOf string
	file string
}

func (q *question) flags(c *cobra.Command, want string) {
	c.Flags().StringSliceVar(&q.have, "have", nil, "`refs` of standards, groups and requirements that are met in full, comma-separated, or @FILE with one on a line; repeatable")
	c.Flags().StringVar(&q.want, "want", "", want)
	c.Flags().StringVar(&q.asOf, "as-of", "", "`date` the question is asked about, as YYYY-MM-DD (today)")
	c.Flags().StringVarP(&q.file, "output", "o", "", "`file` to write to instead of the standard output")
	_ = c.MarkFlagRequired("have")
	_ = c.MarkFlagRequired("want")
}

func (q *question) ask() (coverage.Question, error) {
	asOf, err := day(q.asOf)
	if err != nil {
		return coverage.Question{}, err
	}
	held, err := readRefs(q.have)
	return coverage.Question{Held: held, Target: q.want, AsOf: asOf}, err
}

// maxRefsFile bounds a file of refs, far above any honest list.
const maxRefsFile = 4 << 20

// readRefs returns the refs, with each @FILE replaced by what the file lists.
func readRefs(given []string) ([]string, error) {
	var refs []string
	for _, ref := range given {
		name, isFile := strings.CutPrefix(ref, "@")
		if !isFile {
			refs = append(refs, strings.TrimSpace(ref))
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("--have @%s: %w", name, err)
		}
		src, err := io.ReadAll(io.LimitReader(f, maxRefsFile+1))
		f.Close()
		switch {
		case err != nil:
			return nil, fmt.Errorf("--have @%s: %w", name, err)
		case len(src) > maxRefsFile:
			return nil, fmt.Errorf("--have @%s: the file is larger than 4 MiB; it should hold one ref on a line", name)
		}
		refs = append(refs, strings.FieldsFunc(string(src), func(r rune) bool { return r == ',' || unicode.IsSpace(r) })...)
	}
	return refs, nil
}

func (a *app) gapCommand() *cobra.Command {
	var q question
	formats := []export.Format{export.Text, export.JSON, export.CSV, export.Markdown}
	c := &cobra.Command{
		Use:   "gap --have REF[,REF...] --want REF",
		Short: "Say for each requirement of a standard whether what you have meets it, why, and what is left",
		Long:  "Say for each requirement of a standard whether what you have meets it, why, and what is left.\n\n" + verdictHelp(),
		Example: "  clausegraph gap --have iso-27001-2022 --want isms-p-2023\n" +
			"  clausegraph gap --have iso-27001-2022/A.5.17,iso-9001-2015 --want isms-p-2023/2.5 --lang ko",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o, err := a.options(outputFile(c, q.file), formats...)
			if err != nil {
				return err
			}
			asked, err := q.ask()
			if err != nil {
				return err
			}
			e, err := a.engine(c.Context(), c.ErrOrStderr())
			if err != nil {
				return err
			}
			answer, err := e.Gap(asked)
			if err != nil {
				return err
			}
			return output(c, q.file, func(w io.Writer) error { return export.Gap(w, answer, e.Snapshot(), o) })
		},
	}
	q.flags(c, "`ref` of the standard, group or requirement asked about")
	a.formatFlag(c, formats...)
	return c
}

func (a *app) explainCommand() *cobra.Command {
	var q question
	formats := []export.Format{export.Text, export.JSON, export.Markdown}
	c := &cobra.Command{
		Use:     "explain --have REF[,REF...] --want STANDARD/NUMBER",
		Short:   "Prove the verdict on one requirement, step by step, and say what remains",
		Long:    "Prove the verdict on one requirement, step by step, and say what remains.\n\n" + verdictHelp(),
		Example: "  clausegraph explain --have iso-27001-2022 --want isms-p-2023/2.5.4 --lang ko",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o, err := a.options(outputFile(c, q.file), formats...)
			if err != nil {
				return err
			}
			asked, err := q.ask()
			if err != nil {
				return err
			}
			e, err := a.engine(c.Context(), c.ErrOrStderr())
			if err != nil {
				return err
			}
			answer, err := e.Explain(asked)
			if err != nil {
				return err
			}
			return output(c, q.file, func(w io.Writer) error { return export.Explain(w, answer, e.Snapshot(), o) })
		},
	}
	q.flags(c, "`ref` of the requirement asked about")
	a.formatFlag(c, formats...)
	return c
}

// outputFile returns the stream whose terminal, if it is one, decides the layout; a file of -o is none.
func outputFile(c *cobra.Command, file string) io.Writer {
	if file != "" {
		return nil
	}
	return c.OutOrStdout()
}
