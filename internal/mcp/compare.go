package mcp

import (
	"context"
	"slices"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema"
)

// maxStandards bounds the standards that one question names: each is asked for by itself.
const maxStandards = 30

type overlapInput struct {
	paging
	Standards []string       `json:"standards,omitempty" jsonschema:"refs of the standards to compare; all unless given, 30 at most"`
	AsOf      string         `json:"asOf,omitempty" jsonschema:"day that the question is asked about, as YYYY-MM-DD; today in UTC unless given"`
	Policy    policy         `json:"policy,omitzero" jsonschema:"which claims are trusted; all unless given"`
	Language  graph.Language `json:"language,omitempty" jsonschema:"of the texts of the answer; en unless given"`
	Workspace string         `json:"workspace,omitempty" jsonschema:"global id of a workspace of your organisation, or of one version of it: the standards that it holds are compared as well"`
}

type overlapAnswer struct {
	basis
	page
	AsOf    graph.Date `json:"asOf"`
	Pairs   []pair     `json:"pairs"`
	Notices []string   `json:"notices" jsonschema:"what the counts cannot mean, where a target is a law or guidance; pass them on"`
}

type pair struct {
	Held    string `json:"held"`
	Target  string `json:"target"`
	Summary counts `json:"summary" jsonschema:"the requirements of the target by what is proved of them when held is held"`
}

func (s *service) overlap(ctx context.Context, in overlapInput) (overlapAnswer, error) {
	asked, err := s.about(question{AsOf: in.AsOf, Policy: in.Policy}, "")
	if err != nil {
		return overlapAnswer{}, err
	}
	n := len(in.Standards)
	if n == 0 {
		n = len(s.snapshot().Standards())
	} else if n > maxStandards {
		return overlapAnswer{}, bad("standards has %d refs; at most %d are taken", n, maxStandards)
	}
	rests := inWorkspace{in.Workspace}
	leave, err := s.admit(ctx, n*costGap+rests.cost())
	if err != nil {
		return overlapAnswer{}, err
	}
	defer leave()
	standards, none := in.Standards, []graph.Control(nil)
	var held []string
	version, err := s.join(ctx, rests, &held, &none)
	if err != nil {
		return overlapAnswer{}, err
	}
	if len(standards) > 0 { // else all are compared
		standards = schema.WithHeld(s.snapshot(), standards, held)
	}
	o, err := s.Data.Engine.Overlap(ctx, standards, asked)
	if err != nil {
		return overlapAnswer{}, err
	}
	var all []pair
	for i, held := range o.Standards {
		for j, target := range o.Standards {
			if i != j {
				all = append(all, pair{held.Ref, target.Ref, counts(o.Cells[i][j])})
			}
		}
	}
	out := overlapAnswer{basis: s.basisOf("", in.Language), AsOf: asked.AsOf, Notices: []string{}}
	out.Workspace = version
	if out.Pairs, out.page, err = cut(all, in.paging); err != nil {
		return overlapAnswer{}, err
	}
	out.Pairs = append([]pair{}, out.Pairs...)
	var targets []*graph.Standard
	for _, p := range out.Pairs {
		if target := s.snapshot().Standard(p.Target); !slices.Contains(targets, target) {
			targets = append(targets, target)
		}
	}
	for _, text := range export.Notices(targets) {
		out.Notices = append(out.Notices, text.In(in.Language))
	}
	return out, nil
}

type editionsInput struct {
	paging
	From     string         `json:"from" jsonschema:"ref of the older edition, such as iso-27001-2013"`
	To       string         `json:"to" jsonschema:"ref of the newer edition, such as iso-27001-2022"`
	Controls []control      `json:"controls,omitempty" jsonschema:"controls of the organisation, to see which ones are touched"`
	Kinds    []changeKind   `json:"kinds,omitempty" jsonschema:"only changes of these kinds"`
	Language graph.Language `json:"language,omitempty" jsonschema:"of the texts of the answer; en unless given"`
	inWorkspace
}

type changeKind = coverage.ChangeKind

type editionsAnswer struct {
	basis
	page
	From    string             `json:"from"`
	To      string             `json:"to"`
	Counts  map[changeKind]int `json:"counts" jsonschema:"changes by kind, whatever the page shows"`
	Changes []change           `json:"changes"`
}

type change struct {
	Kind      changeKind `json:"kind"`
	From      []string   `json:"from" jsonschema:"refs of the older edition; none for a new requirement"`
	To        string     `json:"to,omitempty" jsonschema:"ref of the newer edition; absent for a withdrawn requirement"`
	Title     string     `json:"title"`
	Verdict   verdict    `json:"verdict,omitempty" jsonschema:"on the newer requirement for a holder of the whole older edition"`
	Remainder []string   `json:"remainder" jsonschema:"what the newer requirement asks beyond the older edition"`
	Controls  []string   `json:"controls,omitempty" jsonschema:"ids of the given controls that it touches"`
	Claims    []string   `json:"claims,omitempty" jsonschema:"ids of the claims that the remainder comes from"`
}

func (s *service) editions(ctx context.Context, in editionsInput) (editionsAnswer, error) {
	size, err := in.size()
	if err != nil {
		return editionsAnswer{}, err
	}
	leave, err := s.admit(ctx, costGap+len(in.Controls)+in.inWorkspace.cost()+size*costEntry)
	if err != nil {
		return editionsAnswer{}, err
	}
	defer leave()
	controls := controlsOf(in.Controls)
	var held []string
	version, err := s.join(ctx, in.inWorkspace, &held, &controls)
	if err != nil {
		return editionsAnswer{}, err
	}
	e, err := s.Data.Engine.Editions(in.From, in.To, controls)
	if err != nil {
		return editionsAnswer{}, err
	}
	out := editionsAnswer{basis: s.basisOf(in.To, in.Language), From: e.From.Ref, To: e.To.Ref, Counts: map[changeKind]int{}, Changes: []change{}}
	for _, kind := range coverage.ChangeKinds {
		out.Counts[kind] = e.Count(kind)
	}
	out.Workspace = version
	changes := slices.Clone(e.Changes)
	if len(in.Kinds) > 0 {
		changes = slices.DeleteFunc(changes, func(c coverage.Change) bool { return !slices.Contains(in.Kinds, c.Kind) })
	}
	shown, at, err := cut(changes, in.paging)
	if err != nil {
		return editionsAnswer{}, err
	}
	out.page = at
	for _, c := range shown {
		out.Changes = append(out.Changes, changeOf(c, in.Language))
	}
	return out, nil
}

func changeOf(c coverage.Change, l graph.Language) change {
	out := change{Kind: c.Kind, From: refsOf(c.From), Remainder: listed(export.RemainderTexts(c.Remainder, l))}
	if c.To != nil {
		out.To, out.Title, out.Verdict = c.To.Ref, c.To.Name(l), verdict(c.Verdict.String())
	} else {
		out.Title = c.From[0].Name(l)
	}
	for _, own := range c.Controls {
		out.Controls = append(out.Controls, own.ID)
	}
	for _, r := range c.Remainder {
		if r.Mapping != nil && !slices.Contains(out.Claims, r.Mapping.ID) {
			out.Claims = append(out.Claims, r.Mapping.ID)
		}
	}
	return out
}

func refsOf(list []*graph.Requirement) []string {
	refs := []string{}
	for _, r := range list {
		refs = append(refs, r.Ref)
	}
	return refs
}
