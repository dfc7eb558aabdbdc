package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/table"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

// inventoryCommand shows how a file of controls is read, and asks nothing of them.
func (a *app) inventoryCommand() *cobra.Command {
	var file, as string
	var links reading
	c := &cobra.Command{
		Use:   "inventory FILE",
		Short: "Show what is understood of a file of controls, what is not, and why",
		Long: "Show what is understood of a file of controls (XLSX, CSV or YAML), what is not, and why, with the address of\n" +
			"each cell: a dry run of --controls. Headings and statuses may be English or Korean. Nothing is guessed silently:\n" +
			"what can be read in two ways is left out and named. The exit status is 1 where something was left out.",
		Example: "  clausegraph inventory controls.xlsx\n  clausegraph inventory 통제목록.csv --format json\n  clausegraph inventory controls.xlsx --as yaml -o controls.yaml",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			o, err := a.options(nil, export.Text, export.JSON)
			if err != nil {
				return err
			}
			if as != "" && as != "yaml" {
				return fmt.Errorf("--as %q: the one form to write an inventory in is yaml", as)
			}
			s, err := a.snapshot(c.Context(), c.ErrOrStderr())
			if err != nil {
				return err
			}
			options, err := links.options(s)
			if err != nil {
				return err
			}
			src, err := readFile(args[0], table.MaxSize)
			if err != nil {
				return err
			}
			r := inventory.Read(args[0], src, s, options)
			err = output(c, file, func(w io.Writer) error {
				switch {
				case as == "yaml":
					printNotes(c.ErrOrStderr(), args[0], r, inventory.Warning)
					text, err := inventory.YAML(&r.Inventory)
					if err == nil {
						_, err = w.Write(text)
					}
					return err
				case o.Format == export.JSON:
					e := json.NewEncoder(w)
					e.SetIndent("", "  ")
					e.SetEscapeHTML(false)
					return e.Encode(r)
				}
				printReading(w, args[0], r)
				return nil
			})
			if err != nil {
				return err
			}
			if n := r.Count(inventory.Error); n > 0 {
				return problem{fmt.Errorf("%s: %s not understood and left out", args[0], plural(n, "thing"))}
			}
			return nil
		},
	}
	c.Flags().StringVarP(&file, "output", "o", "", "`file` to write to instead of the standard output")
	c.Flags().StringVar(&as, "as", "", "write the inventory itself, as `yaml`, with the notes on the error stream")
	links.flags(c)
	a.formatFlag(c, export.Text, export.JSON)
	return c
}

// reading is what flags say of how a table is read.
type reading struct{ links, standard string }

// flags adds --links and --ids-of.
func (r *reading) flags(c *cobra.Command) {
	c.Flags().StringVar(&r.links, "links", "", "what ids in a column of a table stand for whose heading does not say so: `satisfies` (with a warning if not given) or contributes")
	c.Flags().StringVar(&r.standard, "ids-of", "", "`ref` of the standard of ids in a table that does not name one")
}

func (r *reading) options(s *graph.Snapshot) (inventory.Options, error) {
	o := inventory.Options{Links: inventory.Link(r.links), Standard: r.standard}
	switch {
	case r.links != "" && !slices.Contains(inventory.Links, o.Links):
		return o, fmt.Errorf("--links %q: it is satisfies or contributes", r.links)
	case r.standard != "" && s.Standard(r.standard) == nil:
		return o, fmt.Errorf("--ids-of: %w", s.Unknown(r.standard))
	}
	return o, nil
}

// printNotes writes the notes from a severity up, each with its place.
func printNotes(w io.Writer, file string, r *inventory.Reading, from inventory.Severity) {
	for _, n := range r.Notes {
		if n.Severity < from {
			continue
		}
		switch {
		case n.Place == "":
			fmt.Fprintf(w, "%s: %s: %s\n", file, n.Severity, n.Message)
		case n.Place[0] <= '9': // a line of YAML, as lint prints it
			fmt.Fprintf(w, "%s:%s: %s\n", file, n.Place, n.Message)
		default:
			fmt.Fprintf(w, "%s: %s: %s: %s\n", file, n.Place, n.Severity, n.Message)
		}
	}
}

// printReading writes the controls that were understood, then the notes.
func printReading(w io.Writer, file string, r *inventory.Reading) {
	fmt.Fprintf(w, "%s: %s\n\n", r.Inventory.Organization, plural(len(r.Inventory.Controls), "control"))
	for _, control := range r.Inventory.Controls {
		fmt.Fprintf(w, "%s  %s  [%s]\n", control.ID, control.Title, statusOf(control))
		for _, links := range []struct {
			verb string
			refs []string
		}{{"satisfies", control.Satisfies}, {"contributes to", control.Contributes}} {
			if len(links.refs) > 0 {
				fmt.Fprintf(w, "    %s %s\n", links.verb, strings.Join(links.refs, ", "))
			}
		}
	}
	fmt.Fprintln(w)
	printNotes(w, file, r, inventory.Info)
}

func statusOf(c graph.Control) string {
	if c.Reason != "" {
		return string(c.Status) + ": " + c.Reason
	}
	return string(c.Status)
}
