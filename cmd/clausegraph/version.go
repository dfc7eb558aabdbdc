package main

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/version"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/mappings"
	"github.com/clausegraph/clausegraph/schema"
)

// versions are those of all that has one of its own; docs/versioning.md says what each promises.
type versions struct {
	Program version.Program `json:"program"`
	API     string          `json:"api"`
	Data    dataVersion     `json:"data"`
	Formats formatVersions  `json:"formats"`
}

type dataVersion struct {
	Version string `json:"version"`
	Hash    string `json:"hash"`
}

type formatVersions struct {
	Data     string `json:"data"`
	Snapshot int    `json:"snapshot"`
	Store    int    `json:"store"`
}

func (a *app) versionCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "version",
		Short: "Say which version this is of the program, the GraphQL API, the data and the formats of files",
		Long: "Say which version this is of the program, the GraphQL API, the data and the formats of files, each of which has a\n" +
			"version of its own. The hash of the data is the one that its revision shows.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if a.format != "text" && a.format != "json" {
				return fmt.Errorf("--format %q: it is text or json", a.format)
			}
			s, err := a.snapshot(c.Context(), c.ErrOrStderr())
			if err != nil {
				return err
			}
			v := versions{
				Program: version.Of(), API: schema.Version, Data: dataVersion{mappings.Version(), s.Revision().Hash},
				Formats: formatVersions{loader.FormatVersion, graph.FileVersion, store.Format},
			}
			if a.format == "json" {
				e := json.NewEncoder(c.OutOrStdout())
				e.SetIndent("", "  ")
				return e.Encode(v)
			}
			return v.print(c)
		},
	}
	c.Flags().StringVar(&a.format, "format", "text", "`format` of the output: text or json")
	return c
}

func (v versions) print(c *cobra.Command) error {
	w := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "clausegraph\t%s\n", v.Program)
	if v.Program.Revision != "" {
		fmt.Fprintf(w, "revision\t%s of %s\n", v.Program.Revision, v.Program.Time)
	}
	fmt.Fprintf(w, "built with\t%s for %s\n", v.Program.Go, v.Program.Platform)
	fmt.Fprintf(w, "GraphQL API\t%s\n", v.API)
	fmt.Fprintf(w, "data\t%s, hash %s\n", v.Data.Version, v.Data.Hash)
	fmt.Fprintf(w, "formats\tdata %s, snapshot file %d, store %d\n", v.Formats.Data, v.Formats.Snapshot, v.Formats.Store)
	return w.Flush()
}
