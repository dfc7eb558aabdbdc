package workspace

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader"
)

// opened returns the workspaces of a tenant in a new store, and two editions of ISO/IEC 27001.
func opened(t testing.TB) (Workspaces, *graph.Snapshot) {
	t.Helper()
	part := loader.Embedded()
	part.Only = []string{"catalogs/iso-27001-2022.yaml", "catalogs/iso-27001-2013.yaml"}
	result, err := loader.Load(context.Background(), part)
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Build(graph.Revision{}, result.Datasets)
	if err != nil {
		t.Fatal(err)
	}
	in, err := store.Open(context.Background(), "mem:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return New(in).Of("key:a"), s
}

func controls(n int, title string) Content {
	c := Content{Held: []string{"iso-27001-2013"}, Inventory: graph.Inventory{Organization: "Acme"}}
	for i := range n {
		c.Inventory.Controls = append(c.Inventory.Controls, graph.Control{ID: fmt.Sprint(i), Title: title, Status: graph.Implemented, Satisfies: []string{"iso-27001-2022/A.5.17"}})
	}
	return c
}

// TestBounds keeps as much as is kept, and one more.
func TestBounds(t *testing.T) {
	w, s := opened(t)
	out, err := w.Create(t.Context(), Request{Author: "ann"}, s, "large", controls(MaxControls, "Access"))
	if err != nil || out.Version.Controls != MaxControls || out.Version.Author != "ann" {
		t.Fatalf("%+v %v", out.Version, err)
	}
	read, err := w.Read(t.Context(), out.Version)
	if err != nil || cmp.Diff(out.After, read) != "" {
		t.Errorf("%v (-put +read)\n%s", err, cmp.Diff(out.After, read))
	}
	for want, c := range map[string]Content{
		"5001 controls are too many": controls(MaxControls+1, "Access"),
		"bytes; at most 1048576":     controls(2_000, strings.Repeat("x", 600)),
		"1001 refs; at most 1000":    {Held: make([]string, MaxHeld+1)},
	} {
		var bound *BoundError
		if _, err := w.Create(t.Context(), Request{}, s, "x", c); !errors.As(err, &bound) || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	for n := 1; n < store.MaxWorkspaces; n++ {
		if _, err := w.Create(t.Context(), Request{}, s, fmt.Sprint(n), Content{}); err != nil {
			t.Fatal(err)
		}
	}
	for _, dry := range []bool{true, false} {
		if _, err := w.Create(t.Context(), Request{DryRun: dry}, s, "one more", Content{}); !errors.Is(err, store.ErrManyWorkspaces) {
			t.Errorf("dry run %v: %v", dry, err)
		}
	}
}

// TestDryRunsSayTheSame tries changes before they are made.
func TestDryRunsSayTheSame(t *testing.T) {
	w, s := opened(t)
	made, err := w.Create(t.Context(), Request{}, s, "one", controls(2, "Access"))
	if err != nil {
		t.Fatal(err)
	}
	id := made.Version.Workspace
	edit := func(c *Content) { c.Inventory.Controls = c.Inventory.Controls[:1] }
	for _, r := range []Request{{Expected: 1, DryRun: true}, {Expected: 1}} {
		out, err := w.Put(t.Context(), r, s, id, edit)
		if err != nil || out.Version.Number != 2 || !cmp.Equal(Compare(out.Before, out.After).ControlsRemoved, []string{"1"}) {
			t.Errorf("%+v: %+v %v", r, out.Version, err)
		}
	}
	for _, r := range []Request{{Expected: 1, DryRun: true}, {Expected: 1}} { // it is at 2 by now
		_, put := w.Put(t.Context(), r, s, id, func(c *Content) { c.Held = nil })
		_, named := w.Rename(t.Context(), r, id, "two")
		_, restored := w.Restore(t.Context(), r, id, 1)
		for _, err := range []error{put, named, restored} {
			if !errors.Is(err, store.ErrMoved) {
				t.Errorf("%+v: %v", r, err)
			}
		}
	}
	if v, err := w.Version(t.Context(), id, 0); err != nil || v.Number != 2 {
		t.Errorf("%+v %v", v, err)
	}
	if out, err := w.Restore(t.Context(), Request{Expected: 2}, id, 1); err != nil || out.Version.Hash != made.Version.Hash || out.Version.Controls != 2 {
		t.Errorf("%+v %v", out.Version, err)
	}
}

// BenchmarkRead reads what a question by a workspace reads, of a usual size and of the largest.
func BenchmarkRead(b *testing.B) {
	w, s := opened(b)
	for _, n := range []int{100, MaxControls} {
		out, err := w.Create(b.Context(), Request{}, s, fmt.Sprint(n), controls(n, "Access"))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				v, err := w.Version(b.Context(), out.Version.Workspace, 0)
				if err == nil {
					_, err = w.Read(b.Context(), v)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
