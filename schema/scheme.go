package schema

import (
	"context"
	"time"

	"github.com/clausegraph/clausegraph/graph"
)

func (queryResolver) Schemes(ctx context.Context) ([]*graph.Scheme, error) {
	return snapshotOf(ctx).Schemes(), nil
}

func (r queryResolver) Facts(ctx context.Context, scheme *string, asOf *graph.Date) ([]*graph.Fact, error) {
	schemes := snapshotOf(ctx).Schemes()
	if scheme != nil {
		one, err := schemeOf(ctx, *scheme)
		if err != nil {
			return nil, err
		}
		schemes = []*graph.Scheme{one}
	}
	facts := []*graph.Fact{}
	for _, s := range schemes {
		facts = append(facts, s.FactsOn(r.day(asOf))...)
	}
	return facts, nil
}

func (r queryResolver) Obligations(ctx context.Context, scheme string, inputs []*graph.KeyValue, asOf *graph.Date) ([]*graph.Duty, error) {
	s, err := schemeOf(ctx, scheme)
	if err != nil {
		return nil, err
	}
	known := make([]graph.KeyValue, len(inputs))
	for i, in := range inputs {
		known[i] = *in
	}
	return s.Obliged(known, r.day(asOf))
}

func schemeOf(ctx context.Context, ref string) (*graph.Scheme, error) {
	s := snapshotOf(ctx)
	if one := s.Scheme(ref); one != nil {
		return one, nil
	}
	return nil, s.UnknownScheme(ref)
}

// day is the day that is asked about: today in UTC where none is given.
func (r queryResolver) day(asOf *graph.Date) graph.Date {
	if asOf == nil {
		return graph.Date(r.clock().UTC().Format(time.DateOnly))
	}
	return *asOf
}

type schemeResolver struct{}

func (schemeResolver) Title(_ context.Context, s *graph.Scheme, l *graph.Language) (string, error) {
	return in(s.Title, l), nil
}

func (schemeResolver) Authority(_ context.Context, s *graph.Scheme, l *graph.Language) (string, error) {
	return in(s.Authority, l), nil
}

func (schemeResolver) Standards(ctx context.Context, s *graph.Scheme) ([]*graph.Standard, error) {
	return standardsOf(ctx, s.Standards), nil
}

type schemeQuestionResolver struct{}

func (schemeQuestionResolver) Title(_ context.Context, q *graph.Input, l *graph.Language) (string, error) {
	return in(q.Title, l), nil
}

type factResolver struct{}

func (factResolver) Claim(_ context.Context, f *graph.Fact, l *graph.Language) (string, error) {
	return in(f.Claim, l), nil
}

type obligationResolver struct{}

func (obligationResolver) Who(_ context.Context, d *graph.Duty, l *graph.Language) (string, error) {
	return in(d.Who, l), nil
}

func (obligationResolver) What(_ context.Context, d *graph.Duty, l *graph.Language) (string, error) {
	return in(d.What, l), nil
}

func (obligationResolver) Due(_ context.Context, d *graph.Duty, l *graph.Language) (*string, error) {
	return optional(in(d.Due, l)), nil
}

type omissionResolver struct{}

func (omissionResolver) Held(ctx context.Context, o *graph.Omission) ([]*graph.Standard, error) {
	return standardsOf(ctx, o.Held), nil
}

func (omissionResolver) Target(ctx context.Context, o *graph.Omission) (*graph.Standard, error) {
	return snapshotOf(ctx).Standard(o.Target), nil
}

func (omissionResolver) Criteria(ctx context.Context, o *graph.Omission) ([]*graph.Requirement, error) {
	list := make([]*graph.Requirement, len(o.Criteria))
	for i, number := range o.Criteria {
		list[i] = snapshotOf(ctx).Requirement(graph.JoinRef(o.Target, number))
	}
	return list, nil
}

func (omissionResolver) Conditions(_ context.Context, o *graph.Omission, l *graph.Language) ([]string, error) {
	list := make([]string, len(o.Conditions))
	for i, c := range o.Conditions {
		list[i] = in(c, l)
	}
	return list, nil
}

// standardsOf returns the standards with the refs, all of which exist.
func standardsOf(ctx context.Context, refs []string) []*graph.Standard {
	list := make([]*graph.Standard, len(refs))
	for i, ref := range refs {
		list[i] = snapshotOf(ctx).Standard(ref)
	}
	return list
}
