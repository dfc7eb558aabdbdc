package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/table"
	"github.com/clausegraph/clausegraph/loader/inventory"
	"github.com/clausegraph/clausegraph/loader/workspace"
	"github.com/clausegraph/clausegraph/schema"
)

// workspacesCommand is for who runs the store: it sees the workspaces of all.
func (a *app) workspacesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "workspaces",
		Short: "List, export, import and delete the workspaces that a store keeps",
		Long: "List, export, import and delete the workspaces that a store keeps for the organisations of keys and tokens, for who\n" +
			"runs the store. Of a file no server may have it open meanwhile. The organisation of a key of its own is key:ID, that of\n" +
			"keys and tokens with a name tenant:NAME, that of a token without one its subject, and local without any keys.",
		Example: "  clausegraph workspaces list --store bolt:data.db\n" +
			"  clausegraph workspaces export --store bolt:data.db --tenant tenant:Acme V29ya3NwYWNlOm... -o acme.yaml\n" +
			"  clausegraph workspaces import --store bolt:other.db --tenant tenant:Acme --name Acme --have iso-27001-2022 acme.yaml",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.listWorkspacesCommand(), a.exportWorkspaceCommand(), a.importWorkspaceCommand(), a.deleteWorkspaceCommand())
	return c
}

// withWorkspaces runs a command on the workspaces of a tenant.
func (a *app) withWorkspaces(ctx context.Context, tenant string, run func(*store.Store, workspace.Workspaces) error) error {
	if tenant == "" {
		return errors.New("say whose with --tenant; clausegraph workspaces list shows the names")
	}
	s, err := a.lasting(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	return run(s, workspace.New(s).Of(tenant))
}

func (a *app) listWorkspacesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "list --store STORE",
		Short: "List the workspaces of all organisations",
		Args:  cobra.NoArgs,
		RunE: a.onStore(func(c *cobra.Command, s *store.Store) error {
			tenants, err := s.Tenants(c.Context())
			if err != nil {
				return problem{err}
			}
			w := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
			fmt.Fprintln(w, "tenant\tid\tversion\tcontrols\theld\tchanged\tname")
			for _, tenant := range tenants {
				list, err := s.Tenant(tenant).Workspaces(c.Context())
				if err != nil {
					return problem{err}
				}
				for _, v := range list {
					fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%s\t%s\n", tenant, schema.WorkspaceID(v.Workspace), v.Number, v.Controls, v.Held, v.Time.Format(time.DateOnly), v.Name)
				}
			}
			return w.Flush()
		}),
	}
	a.storeFlag(c, "")
	return c
}

func (a *app) exportWorkspaceCommand() *cobra.Command {
	var tenant, file string
	var number int
	c := &cobra.Command{
		Use:   "export --store STORE --tenant TENANT ID",
		Short: "Write the inventory of a workspace as YAML, which --controls reads",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withWorkspaces(c.Context(), tenant, func(_ *store.Store, w workspace.Workspaces) error {
				v, err := w.Version(c.Context(), schema.WorkspaceOf(args[0]), number)
				if err != nil {
					return problem{err}
				}
				content, err := w.Read(c.Context(), v)
				if err != nil {
					return problem{err}
				}
				text, err := content.YAML()
				if err != nil {
					return problem{err}
				}
				return output(c, file, func(out io.Writer) error {
					_, err := fmt.Fprintf(out, "# %s, version %d of %s\n%s%s", v.Name, v.Number, v.Time.Format(time.DateOnly), heldComment(content.Held), text)
					return err
				})
			})
		},
	}
	a.storeFlag(c, "")
	c.Flags().StringVar(&tenant, "tenant", "", "`name` of the organisation")
	c.Flags().IntVar(&number, "version", 0, "`number` of the version; the current one if none")
	c.Flags().StringVarP(&file, "output", "o", "", "`file` to write to instead of the standard output")
	return c
}

// heldComment is a comment that says what is held, as a command takes it.
func heldComment(held []string) string {
	if len(held) == 0 {
		return ""
	}
	return "# --have " + strings.Join(held, ",") + "\n"
}

func (a *app) importWorkspaceCommand() *cobra.Command {
	var tenant, name, held string
	c := &cobra.Command{
		Use:   "import --store STORE --tenant TENANT --name NAME FILE",
		Short: "Make a workspace of a file of controls",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			src, err := readFile(args[0], table.MaxSize)
			if err != nil {
				return err
			}
			return a.withWorkspaces(c.Context(), tenant, func(s *store.Store, w workspace.Workspaces) error {
				snapshot, err := s.Snapshot(c.Context())
				if err != nil {
					return problem{err}
				}
				r := inventory.Read(args[0], src, snapshot, inventory.Options{})
				printNotes(c.ErrOrStderr(), args[0], r, inventory.Warning)
				if n := r.Count(inventory.Error); n > 0 {
					return problem{fmt.Errorf("%s: %s not understood; nothing is kept", args[0], plural(n, "thing"))}
				}
				content := workspace.Content{Inventory: r.Inventory}
				for ref := range strings.SplitSeq(held, ",") {
					if ref = strings.TrimSpace(ref); ref != "" {
						content.Held = append(content.Held, ref)
					}
				}
				out, err := w.Create(c.Context(), workspace.Request{Author: publisher}, snapshot, name, content)
				if err != nil {
					return problem{err}
				}
				_, err = fmt.Fprintln(c.OutOrStdout(), schema.WorkspaceID(out.Version.Workspace))
				return err
			})
		},
	}
	a.storeFlag(c, "")
	c.Flags().StringVar(&tenant, "tenant", "", "`name` of the organisation")
	c.Flags().StringVar(&name, "name", "", "`name` of the workspace")
	c.Flags().StringVar(&held, "have", "", "`refs` of what is held, with commas between")
	return c
}

func (a *app) deleteWorkspaceCommand() *cobra.Command {
	var tenant string
	var all bool
	c := &cobra.Command{
		Use:   "delete --store STORE --tenant TENANT (ID... | --all)",
		Short: "Delete workspaces with all their versions, for good",
		RunE: func(c *cobra.Command, args []string) error {
			if all == (len(args) > 0) {
				return errors.New("say which with their ids, or --all")
			}
			return a.withWorkspaces(c.Context(), tenant, func(_ *store.Store, w workspace.Workspaces) error {
				if all {
					list, err := w.Workspaces(c.Context())
					if err != nil {
						return problem{err}
					}
					for _, v := range list {
						args = append(args, schema.WorkspaceID(v.Workspace))
					}
				}
				for _, id := range args {
					v, err := w.Version(c.Context(), schema.WorkspaceOf(id), 0)
					if err == nil {
						err = w.Delete(c.Context(), v.Workspace, v.Number)
					}
					if err != nil {
						return problem{fmt.Errorf("%s: %w", id, err)}
					}
				}
				_, err := fmt.Fprintf(c.OutOrStdout(), "%s deleted\n", plural(len(args), "workspace"))
				return err
			})
		},
	}
	a.storeFlag(c, "")
	c.Flags().StringVar(&tenant, "tenant", "", "`name` of the organisation")
	c.Flags().BoolVar(&all, "all", false, "all of the organisation")
	return c
}
