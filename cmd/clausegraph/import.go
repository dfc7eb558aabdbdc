package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/foreign"
)

func (a *app) importCommand() *cobra.Command {
	var o foreign.Options
	var format, dir, direction string
	var strict, confirmed bool
	c := &cobra.Command{
		Use:   "import --format FORMAT FILE|DIR... -o DIR",
		Short: "Turn catalogs and mappings in the formats of others into data for --data",
		Long: "Turn catalogs and mappings in the formats of others into data for --data:\n" +
			"  oscal  catalogs, profiles and mapping collections of OSCAL in JSON, YAML or XML\n" +
			"  strm   set theory relationship mappings of NIST (OLIR) as CSV or XLSX; needs --from, --to and --direction\n" +
			"  ciso   libraries of CISO Assistant in YAML: frameworks and requirement mapping sets\n" +
			"  sssom  mappings in SSSOM/TSV\n" +
			"  csv, xlsx  plain tables: requirements (id, title, gist, in), or claims (from, relation, to; needs --from and --to)\n\n" +
			"What is imported keeps its provenance and licence: its claims are those of a published source, in the state\n" +
			"draft. A record that cannot be used is named and left out; with --strict nothing is written then. The rules\n" +
			"are those of `clausegraph lint --rules`.",
		Example: "  clausegraph import --format oscal NIST_SP-800-53_rev5_catalog.json --from nist-sp-800-53-r5 -o own\n" +
			"  clausegraph import --format ciso library/ -o own\n" +
			"  clausegraph import --format strm mapping.xlsx --from iso-27001-2022 --to nist-sp-800-53-r5 --direction focal-to-reference --data own -o own\n" +
			"  clausegraph serve --data own",
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			f := foreign.Format(format)
			switch {
			case !slices.Contains(foreign.Formats, f):
				return fmt.Errorf("--format %q: it is one of %v", format, foreign.Formats)
			case f == foreign.STRM && !slices.Contains(foreign.Directions, foreign.Direction(direction)):
				return fmt.Errorf("--format strm needs --direction %s or %s: a table does not say which element the relationship is read from, and the wrong one turns every subset around", foreign.FocalToReference, foreign.ReferenceToFocal)
			case f == foreign.STRM && (o.From == "" || o.To == ""):
				return errors.New("--format strm needs --from and --to: the standards of the focal and of the reference document")
			}
			o.Reversed = foreign.Direction(direction) == foreign.ReferenceToFocal
			files, err := foreignFiles(f, args)
			if err != nil {
				return err
			}
			known, err := a.snapshot(c.Context(), c.ErrOrStderr())
			if err != nil {
				return err
			}
			o.Known = known
			o.Progress = progress(c.ErrOrStderr(), "read", "files")
			r, err := foreign.Read(c.Context(), f, files, o)
			if err != nil {
				return problem{err}
			}
			for _, d := range r.Diagnostics {
				fmt.Fprintln(c.OutOrStdout(), d)
			}
			errs := c.ErrOrStderr()
			for _, line := range counts(r.Diagnostics, foreign.Rules) {
				fmt.Fprintln(errs, line)
			}
			if m := r.Asymmetric(); f == foreign.STRM && m != nil {
				fmt.Fprintln(errs, foreign.Meaning(m))
				if !confirmed {
					return problem{errors.New("nothing was written; where that is what the table means, add --confirm, and where it is the other way round, the other --direction")}
				}
			}
			switch {
			case strict && !r.OK():
				return problem{errors.New("nothing was written, since records were left out (--strict)")}
			case len(r.Datasets) == 0:
				return problem{errors.New("nothing was found that could be imported")}
			}
			r.Publish()
			if err := writeData(dir, r.Datasets); err != nil {
				return problem{err}
			}
			catalogs, claims := 0, 0
			for _, d := range r.Datasets {
				if claims += len(d.Mappings); d.Standard != nil {
					catalogs++
				}
			}
			fmt.Fprintf(errs, "%s with %s and %s written to %s; use it with --data %[4]s\n", plural(len(r.Datasets), "file"), plural(catalogs, "catalog"), plural(claims, "claim"), dir)
			return nil
		},
	}
	flags := c.Flags()
	flags.StringVar(&format, "format", "", "`format` of the files: oscal, strm, ciso, sssom, csv or xlsx")
	flags.StringVarP(&dir, "output", "o", "", "`directory` to write catalogs/ and crosswalks/ to")
	flags.StringVar(&o.From, "from", "", "`ref` of the standard of the focal document or of the column from; of a single catalog the ref to give it")
	flags.StringVar(&o.To, "to", "", "`ref` of the standard of the reference document or of the column to")
	flags.StringVar(&direction, "direction", "", "`direction` in which the rows of a STRM table read: focal-to-reference or reference-to-focal")
	flags.BoolVar(&confirmed, "confirm", false, "the direction is right: the row that is shown means what is said of it")
	flags.StringVar(&o.Title, "title", "", "`name` of the source, where the files do not say")
	flags.StringVar(&o.Licence, "licence", "", "`licence` of the source, where the files do not say")
	flags.StringVar(&o.URL, "url", "", "`address` of the source, where the files do not say")
	flags.BoolVar(&strict, "strict", false, "write nothing if a record has to be left out")
	_ = c.MarkFlagRequired("format")
	_ = c.MarkFlagRequired("output")
	return c
}

// counts returns a line for each rule that was broken, with how often.
func counts(list []loader.Diagnostic, rules []loader.Rule) []string {
	n := map[string]int{}
	for _, d := range list {
		n[d.Code]++
	}
	var lines []string
	for _, r := range rules {
		if n[r.Code] > 0 {
			lines = append(lines, fmt.Sprintf("%s %6d  not so: %s", r.Code, n[r.Code], r.Title))
		}
	}
	return lines
}

// progress returns a function that says from time to time how far a long work is.
func progress(w io.Writer, verb, noun string) func(done, all int) {
	last := time.Now()
	return func(done, all int) {
		if now := time.Now(); now.Sub(last) > 500*time.Millisecond {
			last = now
			fmt.Fprintf(w, "%s %d of %d %s\n", verb, done, all, noun)
		}
	}
}

var extensions = map[foreign.Format][]string{
	foreign.OSCAL: {".json", ".yaml", ".yml", ".xml"}, foreign.CISO: {".yaml", ".yml"}, foreign.STRM: {".csv", ".xlsx"}, foreign.SSSOM: {".tsv"},
	foreign.CSV: {".csv"}, foreign.XLSX: {".xlsx"},
}

// foreignFiles reads the files named, and those below the directories named that have an extension of the format.
func foreignFiles(f foreign.Format, names []string) ([]foreign.File, error) {
	var files []foreign.File
	for _, name := range names {
		err := filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path != name && !slices.Contains(extensions[f], strings.ToLower(filepath.Ext(path))) {
				return err
			}
			content, err := readFile(path, foreign.MaxSize)
			if err != nil {
				return err
			}
			files = append(files, foreign.File{Name: filepath.ToSlash(path), Content: content})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no files of the format %s in %s", f, strings.Join(names, ", "))
	}
	return files, nil
}

// writeData writes datasets as files of data. A file appears only when it is written.
func writeData(dir string, datasets []*graph.Dataset) error {
	for _, d := range datasets {
		content, err := loader.Write(d)
		if err != nil {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(loader.FileName(d)))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { // #nosec G301 -- what is imported is published already
			return problem{err}
		}
		err = writeFile(path, func(w io.Writer) error {
			_, err := w.Write(content)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
