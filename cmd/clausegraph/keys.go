package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/internal/auth"
)

func keysCommand() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "keys",
		Short: "Make, list and revoke the API keys of a server",
		Long: "Make, list and revoke API keys. The file keeps their hashes alone. A server that runs with --keys FILE follows it:\n" +
			"to rotate a key make a new one, give it to its user, and revoke the old one.",
		Args: cobra.NoArgs,
		// Where a server is told of its keys by the environment, so is this command.
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return fromEnvironment(c.Flags()) },
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.PersistentFlags().StringVar(&file, "keys", "keys.json", "`file` of the keys")
	c.AddCommand(newKeyCommand(&file), listKeysCommand(&file), revokeKeyCommand(&file))
	return c
}

func newKeyCommand(file *string) *cobra.Command {
	var name, scope, tenant, expires string
	c := &cobra.Command{
		Use:   "new --name NAME",
		Short: "Make a key and print it, once",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := auth.ParseScope(scope)
			if err != nil {
				return fmt.Errorf("--scope: %w", err)
			}
			if strings.TrimSpace(name) == "" {
				return errors.New("--name says who or what the key is for, and must not be empty")
			}
			if tenant != "" {
				if err := auth.CheckTenant(tenant); err != nil {
					return fmt.Errorf("--tenant: %w", err)
				}
			}
			now := time.Now()
			until, err := expiry(expires, now)
			if err != nil {
				return fmt.Errorf("--expires: %w", err)
			}
			secret, key, err := auth.NewKey(*file, name, s, tenant, now, until)
			if err != nil {
				return problem{err}
			}
			fmt.Fprintln(c.OutOrStdout(), secret)
			ends := "does not expire"
			if key.Expires != nil {
				ends = "expires " + key.Expires.Format(time.RFC3339)
			}
			fmt.Fprintf(c.ErrOrStderr(), "key %s for %q, scope %s, %s, is in %s; it is shown this once: send it as Authorization: Bearer KEY\n", key.ID, name, s, ends, *file)
			return nil
		},
	}
	c.Flags().StringVar(&name, "name", "", "who or what the key is for")
	c.Flags().StringVar(&scope, "scope", auth.Read.String(), "what the key may do, each with all before it: "+strings.Join(auth.ScopeNames(), ", "))
	c.Flags().StringVar(&tenant, "tenant", "", "`name` of the organisation whose workspaces the key opens, with other keys of the same name; workspaces of its own if none, which are lost to others with the key")
	c.Flags().StringVar(&expires, "expires", "365d", "when it ends: a number of `days` such as 90d, a date, or never")
	return c
}

// expiry returns the time that a number of days such as 90d, a date or "never" means. The zero time is never.
func expiry(text string, now time.Time) (time.Time, error) {
	if text == "never" {
		return time.Time{}, nil
	}
	if number, ok := strings.CutSuffix(text, "d"); ok {
		if days, err := strconv.Atoi(number); err == nil && days > 0 && days < 100_000 {
			return now.AddDate(0, 0, days), nil
		}
	}
	at, err := time.Parse(time.DateOnly, text)
	if err != nil || !at.After(now) {
		return time.Time{}, fmt.Errorf("%q is not a number of days such as 90d, a date to come such as %s, or never", text, now.AddDate(1, 0, 0).Format(time.DateOnly))
	}
	return at, nil
}

func listKeysCommand(file *string) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the keys",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			keys, err := auth.ReadKeys(*file)
			if err != nil {
				return problem{err}
			}
			w := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
			fmt.Fprintln(w, "id\tname\tscope\tcreated\texpires\tstate\ttenant")
			for _, k := range keys {
				expires := "never"
				if k.Expires != nil {
					expires = k.Expires.Format(time.DateOnly)
				}
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", k.ID, k.Name, k.Scope, k.Created.Format(time.DateOnly), expires, k.State(time.Now()), k.Tenant)
			}
			return w.Flush()
		},
	}
}

func revokeKeyCommand(file *string) *cobra.Command {
	return &cobra.Command{
		Use:   "revoke ID",
		Short: "Revoke a key, for good",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := auth.RevokeKey(*file, args[0], time.Now()); err != nil {
				return problem{err}
			}
			fmt.Fprintf(c.OutOrStdout(), "key %s is revoked\n", args[0])
			return nil
		},
	}
}
