package mcp

import (
	"context"
	"slices"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
)

type gapInput struct {
	question
	paging
	Target   string    `json:"target" jsonschema:"ref of a standard, profile, group or requirement"`
	Verdicts []verdict `json:"verdicts,omitempty" jsonschema:"only items with these verdicts"`
	Proofs   bool      `json:"proofs,omitempty" jsonschema:"write out the proof of every item, and the claims that the proofs use"`
}

type gapAnswer struct {
	basis
	page
	Target  string           `json:"target"`
	Held    []string         `json:"held"`
	Lapsed  []coverage.Lapse `json:"lapsed,omitempty" jsonschema:"what is over on the day and does not count"`
	AsOf    graph.Date       `json:"asOf"`
	Summary counts           `json:"summary" jsonschema:"of the whole target, whatever the page shows"`
	Doubts  []string         `json:"doubts" jsonschema:"refs that are said to be held although no control named for them counts"`
	Items   []item           `json:"items"`
	Claims  []claim          `json:"claims,omitempty" jsonschema:"that the proofs use, with sources and licences"`
}

func (s *service) gap(ctx context.Context, in gapInput) (gapAnswer, error) {
	asked, err := s.about(in.question, in.Target)
	if err != nil {
		return gapAnswer{}, err
	}
	return s.analyse(ctx, in, asked)
}

func (s *service) analyse(ctx context.Context, in gapInput, asked coverage.Question) (gapAnswer, error) {
	size, err := in.size()
	if err != nil {
		return gapAnswer{}, err
	}
	each := costEntry
	if in.Proofs {
		each += costProof
	}
	leave, err := s.admit(ctx, in.cost()+size*each)
	if err != nil {
		return gapAnswer{}, err
	}
	defer leave()
	version, err := s.rest(ctx, in.inWorkspace, &asked)
	if err != nil {
		return gapAnswer{}, err
	}
	a, err := s.Data.Engine.Gap(asked)
	if err != nil {
		return gapAnswer{}, err
	}
	items := a.Items
	if len(in.Verdicts) > 0 {
		items = slices.DeleteFunc(slices.Clone(items), func(i *coverage.Item) bool { return !slices.Contains(in.Verdicts, verdict(i.Verdict.String())) })
	}
	shown, at, err := cut(items, in.paging)
	if err != nil {
		return gapAnswer{}, err
	}
	out := gapAnswer{
		basis: s.basisOf(in.Target, in.Language), page: at, Target: a.Target, Held: listed(a.Held), Lapsed: a.Lapsed, AsOf: a.AsOf, Summary: counts(a.Summary),
		Doubts: doubts(a.Doubts), Items: []item{},
	}
	out.Workspace = version
	found := evidence{language: in.Language}
	for _, i := range shown {
		entry := itemOf(i, in.Language)
		if in.Proofs {
			entry.Proof = found.steps(i.Proof())
		}
		out.Items = append(out.Items, entry)
	}
	out.Claims = found.claims
	return out, nil
}

func doubts(list []coverage.Doubt) []string {
	refs := []string{}
	for _, d := range list {
		refs = append(refs, d.Requirement.Ref)
	}
	return refs
}

type explainInput struct {
	question
	Requirement string `json:"requirement" jsonschema:"ref of an assessable requirement, such as isms-p-2023/2.5.4"`
}

type explainAnswer struct {
	basis
	item
	Held   []string         `json:"held"`
	Lapsed []coverage.Lapse `json:"lapsed,omitempty" jsonschema:"what is over on the day and does not count"`
	AsOf   graph.Date       `json:"asOf"`
	Gist   string           `json:"gist"`
	Points []point          `json:"points" jsonschema:"the obligations of the requirement, each with its own proof"`
	Doubts []string         `json:"doubts" jsonschema:"refs that are said to be held although no control named for them counts"`
	Claims []claim          `json:"claims" jsonschema:"that the proofs use, with sources and licences"`
	Line   string           `json:"line" jsonschema:"the answer in one line, to quote as it is"`
	Report string           `json:"report" jsonschema:"the answer in a paragraph, to quote as it is"`
}

type point struct {
	Ref     string  `json:"ref"`
	Text    string  `json:"text"`
	Verdict verdict `json:"verdict"`
	Proof   []step  `json:"proof"`
}

func (s *service) explain(ctx context.Context, in explainInput) (explainAnswer, error) {
	asked, err := s.about(in.question, in.Requirement)
	if err != nil {
		return explainAnswer{}, err
	}
	leave, err := s.admit(ctx, in.cost()+10*costProof)
	if err != nil {
		return explainAnswer{}, err
	}
	defer leave()
	version, err := s.rest(ctx, in.inWorkspace, &asked)
	if err != nil {
		return explainAnswer{}, err
	}
	x, err := s.Data.Engine.Explain(asked)
	if err != nil {
		return explainAnswer{}, err
	}
	l, found := in.Language, evidence{language: in.Language, claims: []claim{}}
	out := explainAnswer{
		basis: s.basisOf(in.Requirement, l), item: itemOf(x.Item, l), Held: listed(x.Held), Lapsed: x.Lapsed, AsOf: x.AsOf, Gist: x.Item.Requirement.Gist.In(l),
		Points: []point{}, Doubts: doubts(x.Doubts), Line: export.Line(x, l), Report: export.Paragraph(x, s.snapshot(), l),
	}
	out.Workspace = version
	out.Proof = found.steps(x.Item.Proof())
	for _, p := range x.Item.Points() {
		out.Points = append(out.Points, point{p.Requirement.Ref, p.Requirement.Gist.In(l), verdict(p.Verdict.String()), found.steps(p.Proof)})
	}
	out.Claims = found.claims
	return out, nil
}
