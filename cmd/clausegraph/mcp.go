package main

import (
	"io"
	"log/slog"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/internal/mcp"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// mcpCommand speaks with one assistant. The licensed texts of an overlay stay out: what an assistant reads is passed on.
func (a *app) mcpCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "mcp",
		Short: "Answer an AI assistant by the Model Context Protocol, on the standard input and output",
		Long: "Answer an AI assistant by the Model Context Protocol, on the standard input and output: the assistant starts this\n" +
			"command itself. Nothing but the protocol is written to the output; problems are told on the error stream. A server\n" +
			"of serve answers the same at /mcp. docs/mcp.md says how to configure assistants.",
		Example: "  clausegraph mcp\n  clausegraph mcp --data our-standards --store bolt:data.db",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := a.snapshot(c.Context(), c.ErrOrStderr())
			if err != nil {
				return err
			}
			data := &schema.Data{Engine: coverage.New(s), Index: search.Start(c.Context(), s)}
			defer data.Index.Close()
			log := slog.New(slog.NewTextHandler(c.ErrOrStderr(), nil))
			if err := mcp.Serve(c.Context(), mcp.Options{Data: data, Logger: log}, io.NopCloser(c.InOrStdin()), unclosed{c.OutOrStdout()}); err != nil {
				return problem{err}
			}
			return nil
		},
	}
	a.storeFlag(c, inMemory)
	return c
}

// unclosed keeps a writer open that others write to as well.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }
