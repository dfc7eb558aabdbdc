package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"time"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

func (a *app) serveCommand() *cobra.Command {
	var addr string
	var public bool
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve GraphQL at /graphql and an editor for it at /graphiql",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			started := time.Now()
			log := slog.New(slog.NewTextHandler(c.ErrOrStderr(), nil))
			data := new(server.Data)
			loaded, err := a.load(c.Context(), c)
			if err != nil {
				return err
			}
			defer loaded.Index.Close()
			data.Store(loaded)
			config := server.Config{Data: data, Logger: log, Addr: addr, Public: public}
			err = server.Run(c.Context(), config, func(at net.Addr) {
				s := loaded.Engine.Snapshot()
				fmt.Fprintf(c.OutOrStdout(), "clausegraph serves %s and %s at http://%s (data revision %.12s, started in %v)\n"+
					"  http://%[3]s/graphiql asks questions, http://%[3]s/graphql answers them; Ctrl-C stops\n",
					plural(len(s.Standards()), "standard"), plural(len(s.Mappings()), "claim"), at, s.Revision().Hash, time.Since(started).Round(time.Millisecond))
			})
			if err != nil {
				return problem{err}
			}
			return nil
		},
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "`address` to listen on")
	c.Flags().BoolVar(&public, "public-read", false, "let other machines read without a key; needed for an address that is not on loopback")
	return c
}

// load prepares the data for the server.
func (a *app) load(ctx context.Context, c *cobra.Command) (*schema.Data, error) {
	s, err := a.snapshot(ctx, c.ErrOrStderr())
	if err != nil {
		return nil, err
	}
	index, err := search.Build(ctx, s)
	if err != nil {
		return nil, problem{err}
	}
	return &schema.Data{Engine: coverage.New(s), Index: index}, nil
}
