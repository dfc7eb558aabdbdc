package expect

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/table"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

func (p *parser) controls(at word) {
	name := p.next()
	switch {
	case name.text == "":
		p.fault(at.column, "controls of which file? such as: controls acme.yaml")
		return
	case p.current.Inventory != "":
		p.fault(at.column, "the case has the controls of %s already", p.current.Inventory)
		return
	}
	p.current.Inventory = name.text
	if !filepath.IsAbs(name.text) {
		p.current.Inventory = filepath.Join(filepath.Dir(p.file), name.text)
	}
	p.current.inventoryAt = Place{p.file, p.line, name.column}
	p.trailing()
}

// scope reads a name, which may have blanks in it.
func (p *parser) scope(at word) {
	var parts []string
	for len(p.words) > 0 {
		parts = append(parts, p.next().text)
	}
	if len(parts) == 0 {
		p.fault(at.column, "which scope? such as: scope head office")
	}
	p.current.Scope = strings.Join(parts, " ")
}

// policy reads one rule on which claims are trusted.
func (p *parser) policy(at word) {
	kind, value := p.next(), word{}
	if kind.text != "direct" {
		value = p.next()
	}
	policy := &p.current.Policy
	place := max(value.column, kind.column, at.column)
	switch kind.text {
	case "min-assurance":
		least, err := graph.ParseAssurance(value.text)
		if err != nil {
			p.fault(place, "%v", err)
		}
		policy.MinAssurance = least
	case "distrust":
		if value.text == "" {
			p.fault(place, `distrust whom? such as: policy distrust "clausegraph editorial"`)
		}
		policy.Distrust = append(policy.Distrust, value.text)
	case "max-hops":
		hops, err := strconv.Atoi(value.text)
		if err != nil || hops < 1 || hops > coverage.MaxPolicyHops {
			p.fault(place, "%q is not a number from 1 to %d", value.text, coverage.MaxPolicyHops)
		}
		policy.MaxHops = hops
	case "direct":
		policy.MaxHops = 1
	default:
		p.fault(place, "unknown policy %q; the policies are min-assurance, distrust, max-hops, direct", kind.text)
	}
	p.trailing()
}

// ReadControls reads the inventory of a case. Its problems come with their places in the inventory.
func (c *Case) ReadControls(s *graph.Snapshot) []*Error {
	if c.Inventory == "" {
		return nil
	}
	f, err := os.Open(c.Inventory)
	if err != nil {
		return []*Error{{c.inventoryAt, err.Error()}}
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, table.MaxSize+1))
	if err != nil {
		return []*Error{{c.inventoryAt, err.Error()}}
	}
	r := inventory.Read(c.Inventory, src, s, inventory.Options{Links: inventory.Satisfies})
	var faults []*Error
	for _, n := range r.Notes {
		if n.Severity != inventory.Error {
			continue
		}
		place, message := Place{File: c.Inventory}, n.Message
		if _, err := fmt.Sscanf(n.Place, "%d:%d", &place.Line, &place.Column); err != nil {
			place, message = c.inventoryAt, strings.TrimPrefix(n.Place+": ", ": ")+n.Message
		}
		faults = append(faults, &Error{place, message})
	}
	if faults != nil {
		return faults
	}
	c.Controls = r.Inventory.Controls
	if err := r.Inventory.CheckScope(c.Scope); err != nil {
		return []*Error{{c.Place, err.Error()}}
	}
	return nil
}
