package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/clausegraph/clausegraph/export/deliverable"
)

func (a *app) exportCommand() *cobra.Command {
	var q question
	var kind, as, file string
	c := &cobra.Command{
		Use:   "export --format KIND --have REF[,REF...] [--controls FILE] --want REF -o FILE",
		Short: "Make a document to hand in: gap workbook, statement of applicability, 운영명세서, transition plan, audit time, summary",
		Long: "Make a document to hand in:\n\n" +
			"  workbook             the gap workbook: counts, list to work with, crosswalk, proofs, sources, legend, method\n" +
			"  soa                  the statement of applicability of ISO/IEC 27001, 27701 or 42001\n" +
			"  operation-statement  the 운영명세서 of ISMS or ISMS-P\n" +
			"  transition           the plan from one edition (--have) to the next (--want)\n" +
			"  audit-time           the worksheet of the time of an integrated audit\n" +
			"  summary              one page for the management\n\n" +
			"What the inventory of --controls knows is filled in; what nobody knows stays blank, with a place to fill it in.\n" +
			"--lang takes both, too.",
		Example: "  clausegraph export --format workbook --have iso-27001-2022 --want isms-p-2023 --lang both -o gap.xlsx\n" +
			"  clausegraph export --format operation-statement --controls acme.yaml --want isms-p-2023 --lang ko -o 운영명세서.xlsx\n" +
			"  clausegraph export --format transition --have iso-27001-2013 --controls acme.yaml --want iso-27001-2022 -o plan.xlsx\n" +
			"  clausegraph export --format summary --have iso-27001-2022 --want isms-p-2023 --as html -o summary.html",
		Args: cobra.NoArgs,
	}
	q.holding(c)
	q.target(c, "`ref` of the standard, group or requirement asked about")
	q.trusting(c)
	c.Flags().StringVar(&kind, "format", "", "`kind` of document: "+names(deliverable.Kinds))
	c.Flags().StringVar(&as, "as", "", "`format` of the file: xlsx, csv, md or html; without it that of the name of the file, or the usual one of the kind")
	c.Flags().StringVarP(&file, "output", "o", "", "`file` to write to instead of the standard output")
	_ = c.MarkFlagRequired("format")
	c.RunE = func(c *cobra.Command, _ []string) error {
		r, err := a.request(kind, as, file)
		if err != nil {
			return err
		}
		return a.deliver(c, &q, r, file)
	}
	return c
}

// request reads what the flags say of the document.
func (a *app) request(kind, as, file string) (deliverable.Request, error) {
	r := deliverable.Request{Kind: deliverable.Kind(kind), Format: deliverable.Format(as), Language: deliverable.Language(a.lang)}
	if err := oneOf("kind of document", r.Kind, deliverable.Kinds); err != nil {
		return r, err
	}
	if err := oneOf("language", r.Language, deliverable.Languages); err != nil {
		return r, err
	}
	if extension := deliverable.Format(strings.TrimPrefix(strings.ToLower(filepath.Ext(file)), ".")); as == "" && oneOf("", extension, deliverable.Formats) == nil {
		r.Format = extension
	}
	if r.Format == "" {
		return r, nil
	}
	if err := oneOf("format of a file", r.Format, deliverable.Formats); err != nil {
		return r, err
	}
	return r, deliverable.CheckFormat(r.Kind, r.Format)
}

// deliver makes the document and writes it.
func (a *app) deliver(c *cobra.Command, q *question, r deliverable.Request, file string) error {
	binary := r.Format == deliverable.XLSX || r.Format == "" && deliverable.FormatsOf(r.Kind)[0] == deliverable.XLSX
	if out, ok := c.OutOrStdout().(interface{ Fd() uintptr }); ok && file == "" && binary && term.IsTerminal(int(out.Fd())) {
		return errors.New("a workbook is no text for a terminal; name a file with -o, or ask for --as md or --as csv")
	}
	e, err := a.engine(c.Context(), c.ErrOrStderr())
	if err != nil {
		return err
	}
	if r.Question, err = q.ask(e, c.ErrOrStderr()); err != nil {
		return err
	}
	r.Organization = q.organization
	d, err := deliverable.Make(e, r)
	if err != nil {
		return err
	}
	return output(c, file, func(w io.Writer) error {
		_, err := w.Write(d.Content)
		return err
	})
}

// oneOf returns an error that names what there is, where a flag says something else.
func oneOf[T ~string](what string, value T, offered []T) error {
	for _, o := range offered {
		if o == value {
			return nil
		}
	}
	return fmt.Errorf("unknown %s %q; it is one of %s", what, string(value), names(offered))
}

func names[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return strings.Join(out, ", ")
}
