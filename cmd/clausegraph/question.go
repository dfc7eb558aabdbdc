package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/table"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

// question is what the commands that ask the engine have in common.
type question struct {
	have     []string
	controls string
	reading  reading
	scope    string
	want     string
	asOf     string
	trust    policy

	// plans reads the controls that are asked about beside those that there are, or is nil; it returns nil where no file
	// is given. They may be carried out in scopes of their own.
	plans func(s *graph.Snapshot, stderr io.Writer) (*graph.Inventory, error)

	organization string // of the inventory, once it is read
}

// holding adds the flags that say what is held. One of --have and --controls is needed.
func (q *question) holding(c *cobra.Command) {
	c.Flags().StringSliceVar(&q.have, "have", nil, "`refs` of standards, groups and requirements that are met in full, comma-separated; REF@YYYY-MM-DD until the end of that day; or @FILE with one on a line; repeatable")
	q.inventory(c)
	c.Flags().StringVar(&q.scope, "scope", "", "`name` of the part of the organization that is asked about: controls carried out elsewhere do not count; needs --controls")
	c.MarkFlagsOneRequired("have", "controls")
}

// inventory adds --controls.
func (q *question) inventory(c *cobra.Command) {
	c.Flags().StringVar(&q.controls, "controls", "", "inventory `file` (XLSX, CSV or YAML) with your own controls and what they satisfy or contribute to; the command inventory shows how it is read")
	q.reading.flags(c)
}

// target adds --want.
func (q *question) target(c *cobra.Command, usage string) {
	c.Flags().StringVar(&q.want, "want", "", usage)
	_ = c.MarkFlagRequired("want")
}

// trusting adds the flags that say which claims count: the day and the policy.
func (q *question) trusting(c *cobra.Command) {
	asOfFlag(c, &q.asOf)
	q.trust.flags(c)
}

// ask reads what the flags name. The error of an inventory with problems, which are listed on the error stream, is a
// problem.
func (q *question) ask(e *coverage.Engine, stderr io.Writer) (coverage.Question, error) {
	asked := coverage.Question{Scope: q.scope, Target: q.want}
	var err error
	if asked.AsOf, err = day(q.asOf); err != nil {
		return asked, err
	}
	if asked.Policy, err = q.trust.policy(); err != nil {
		return asked, err
	}
	if asked.Held, err = readRefs(q.have); err != nil {
		return asked, err
	}
	var known graph.Inventory // what --scope may name
	given := q.controls != ""
	if q.controls != "" {
		own, err := readInventory("--controls", q.controls, q.reading, e.Snapshot(), stderr)
		if err != nil {
			return asked, err
		}
		asked.Controls, q.organization, known = own.Controls, own.Organization, *own
	}
	if q.plans != nil {
		planned, err := q.plans(e.Snapshot(), stderr)
		if err != nil {
			return asked, err
		}
		if planned != nil {
			given = true
			known.Scopes, known.Controls = slices.Concat(known.Scopes, planned.Scopes), slices.Concat(known.Controls, planned.Controls)
		}
	}
	if q.scope != "" && !given {
		return asked, errors.New("--scope needs --controls: only controls have a scope")
	}
	if asked, err = asked.OnDay(); err != nil {
		return asked, err
	}
	return asked, known.CheckScope(q.scope)
}

// maxRefsFile bounds a file of refs, far above any honest list.
const maxRefsFile = 4 << 20

// readRefs returns the refs, with each @FILE replaced by what the file lists.
func readRefs(given []string) ([]string, error) {
	var refs []string
	for _, ref := range given {
		name, isFile := strings.CutPrefix(ref, "@")
		if !isFile {
			refs = append(refs, strings.TrimSpace(ref))
			continue
		}
		src, err := readFile(name, maxRefsFile)
		switch {
		case err != nil:
			return nil, fmt.Errorf("--have @%s: %w", name, err)
		case len(src) > maxRefsFile:
			return nil, fmt.Errorf("--have @%s: the file is larger than 4 MiB; it should hold one ref on a line", name)
		}
		refs = append(refs, strings.FieldsFunc(string(src), func(r rune) bool { return r == ',' || unicode.IsSpace(r) })...)
	}
	return refs, nil
}

// readInventory reads the controls of the file that a flag names. It lists on the error stream what a person should look at;
// a file that was
// not understood in full is a problem.
func readInventory(flag, file string, how reading, s *graph.Snapshot, stderr io.Writer) (*graph.Inventory, error) {
	options, err := how.options(s)
	if err != nil {
		return nil, err
	}
	src, err := readFile(file, table.MaxSize)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", flag, err)
	}
	r := inventory.Read(file, src, s, options)
	printNotes(stderr, file, r, inventory.Warning)
	if n := r.Count(inventory.Error); n > 0 {
		return nil, problem{fmt.Errorf("%s has %s; nothing was answered", file, plural(n, "problem"))}
	}
	return &r.Inventory, nil
}

// readFile returns what a file holds, and of one that is larger than most one byte more than that.
func readFile(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}
