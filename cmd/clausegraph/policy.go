package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// policy says which claims are trusted.
type policy struct {
	assurance string
	distrust  []string
	hops      int
	direct    bool
}

func (p *policy) flags(c *cobra.Command) {
	c.Flags().StringVar(&p.assurance, "min-assurance", "", "leave out claims of less `assurance` than draft, reviewed, published or official")
	c.Flags().StringArrayVar(&p.distrust, "distrust", nil, "`name` of a source or a crosswalk whose claims are left out; repeatable")
	c.Flags().IntVar(&p.hops, "max-hops", 0, "largest `number` of claims on the way from what is held to a conclusion (no bound)")
	c.Flags().BoolVar(&p.direct, "direct", false, "take direct claims alone, as --max-hops 1 does")
	c.MarkFlagsMutuallyExclusive("max-hops", "direct")
}

func (p *policy) policy() (coverage.Policy, error) {
	out := coverage.Policy{Distrust: p.distrust, MaxHops: p.hops}
	if p.hops < 0 {
		return out, errors.New("--max-hops takes a number from 1 on, and 0 for no bound")
	}
	if p.direct {
		out.MaxHops = 1
	}
	if p.assurance == "" {
		return out, nil
	}
	var err error
	out.MinAssurance, err = graph.ParseAssurance(p.assurance)
	return out, err
}
