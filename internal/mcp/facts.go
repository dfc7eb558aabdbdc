package mcp

import (
	"context"

	"github.com/clausegraph/clausegraph/graph"
)

type factsInput struct {
	paging
	Scheme   string         `json:"scheme,omitempty" jsonschema:"ref of a certification scheme or law, such as isms-p; all unless given"`
	AsOf     string         `json:"asOf,omitempty" jsonschema:"day, as YYYY-MM-DD; today in UTC unless given"`
	Language graph.Language `json:"language,omitempty" jsonschema:"of the texts of the answer; en unless given"`
}

type factsAnswer struct {
	basis
	page
	AsOf  graph.Date `json:"asOf"`
	Facts []fact     `json:"facts"`
}

type fact struct {
	Scheme    string          `json:"scheme"`
	ID        string          `json:"id"`
	Kind      graph.FactKind  `json:"kind"`
	Claim     string          `json:"claim"`
	About     []string        `json:"about" jsonschema:"refs of standards and requirements"`
	ValidFrom graph.Date      `json:"validFrom,omitempty"`
	ValidTo   graph.Date      `json:"validTo,omitempty"`
	Source    string          `json:"source"`
	Certainty graph.Certainty `json:"certainty" jsonschema:"how sure it is; say so where it is not verified"`
}

func (s *service) facts(ctx context.Context, in factsInput) (factsAnswer, error) {
	day, err := s.day(in.AsOf)
	if err != nil {
		return factsAnswer{}, err
	}
	schemes := s.snapshot().Schemes()
	if in.Scheme != "" {
		one := s.snapshot().Scheme(in.Scheme)
		if one == nil {
			return factsAnswer{}, s.snapshot().UnknownScheme(in.Scheme)
		}
		schemes = []*graph.Scheme{one}
	}
	leave, err := s.admit(ctx, costListing)
	if err != nil {
		return factsAnswer{}, err
	}
	defer leave()
	var all []*graph.Fact
	for _, scheme := range schemes {
		all = append(all, scheme.FactsOn(day)...)
	}
	shown, at, err := cut(all, in.paging)
	if err != nil {
		return factsAnswer{}, err
	}
	out := factsAnswer{basis: s.basisOf("", in.Language), page: at, AsOf: day, Facts: []fact{}}
	for _, f := range shown {
		out.Facts = append(out.Facts, fact{
			f.Scheme().Ref, f.ID, f.Kind, f.Claim.In(in.Language), listed(f.About), f.Valid.From, f.Valid.To, f.Source, f.Certainty,
		})
	}
	return out, nil
}
