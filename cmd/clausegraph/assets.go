//go:build assets

package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// The program that the release tooling builds for itself has one more command: it writes what a release has beside the
// binary. The binary of users does not carry what makes manual pages.
func init() { more = append(more, (*app).assetsCommand) }

func (a *app) assetsCommand() *cobra.Command {
	var dir, date string
	c := &cobra.Command{
		Use:    "assets",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			at, err := time.Parse(time.RFC3339, date)
			if err != nil {
				return err
			}
			s, _, err := a.throughMemory(c.Context(), c.ErrOrStderr(), "")
			if err != nil {
				return err
			}
			var file bytes.Buffer
			z := gzip.NewWriter(&file)
			if _, err := s.Dated(at.UTC()).WriteTo(z); err != nil {
				return err
			}
			if err := z.Close(); err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(dir, "builtin.snapshot.gz"), file.Bytes(), 0o644); err != nil {
				return err
			}
			return writeAssets(c.Root(), dir, at)
		},
	}
	c.Flags().StringVarP(&dir, "output", "o", ".", "`directory` to write to")
	c.Flags().StringVar(&date, "date", "", "`time` of the release, RFC 3339")
	return c
}

// writeAssets writes completions and manual pages into the folders completions and man.
func writeAssets(root *cobra.Command, dir string, at time.Time) error {
	man, completions := filepath.Join(dir, "man"), filepath.Join(dir, "completions")
	for _, folder := range []string{man, completions} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	for name, write := range map[string]func(string) error{
		"clausegraph.bash": func(file string) error { return root.GenBashCompletionFileV2(file, true) },
		"_clausegraph":     root.GenZshCompletionFile,
		"clausegraph.fish": func(file string) error { return root.GenFishCompletionFile(file, true) },
		"clausegraph.ps1":  root.GenPowerShellCompletionFileWithDesc,
	} {
		if err := write(filepath.Join(completions, name)); err != nil {
			return err
		}
	}
	root.DisableAutoGenTag = true
	return doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "clausegraph", Manual: "clausegraph", Date: &at}, man)
}
