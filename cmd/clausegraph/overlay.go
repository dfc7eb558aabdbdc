package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/search"
)

// overlayFlag adds --overlay.
func (a *app) overlayFlag(c *cobra.Command) {
	c.Flags().StringArrayVar(&a.overlays, "overlay", nil, "`file` with texts of a standard that you have a licence for, to be shown and searched here alone; repeatable")
}

// overlay reads the files of --overlay. What is wrong with them is listed on the error stream, without their texts.
func (a *app) overlay(s *graph.Snapshot, stderr io.Writer) (search.Overlay, error) {
	all := search.Overlay{}
	problems := 0
	for _, name := range a.overlays {
		src, err := readFile(name, loader.MaxFileSize)
		if err != nil {
			return nil, fmt.Errorf("--overlay: %w", err)
		}
		texts, diagnostics := loader.ReadOverlay(name, src, s)
		for _, d := range diagnostics {
			fmt.Fprintln(stderr, d)
		}
		problems += len(diagnostics)
		for ref, list := range texts {
			all[ref] = append(all[ref], list...)
		}
	}
	if problems > 0 {
		return nil, problem{fmt.Errorf("the overlay has %s; nothing was done", plural(problems, "problem"))}
	}
	return all, nil
}
