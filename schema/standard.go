package schema

import (
	"context"
	"slices"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

func (queryResolver) Standards(ctx context.Context, discipline *graph.Discipline, status *graph.Status) ([]*graph.Standard, error) {
	var list []*graph.Standard
	for _, s := range snapshotOf(ctx).Standards() {
		if (discipline == nil || slices.Contains(s.Disciplines, *discipline)) && (status == nil || s.Status == *status) {
			list = append(list, s)
		}
	}
	return list, nil
}

func (queryResolver) Standard(ctx context.Context, ref string) (*graph.Standard, error) {
	s := snapshotOf(ctx)
	std := s.Standard(ref)
	if std != nil {
		return std, nil
	}
	if owner, number := graph.SplitRef(ref); number != "" && s.Standard(owner) != nil {
		return nil, &Fault{CodeUnknownRef, "this is the ref of a part of a standard; the standard is " + owner, []string{owner}}
	}
	return nil, s.Unknown(ref)
}

type standardResolver struct{}

func (standardResolver) ID(_ context.Context, s *graph.Standard) (string, error) {
	return globalID("Standard", s.Ref), nil
}

func (standardResolver) Title(_ context.Context, s *graph.Standard, l *graph.Language) (*string, error) {
	return optional(in(s.Title, l)), nil
}

func (standardResolver) Notice(_ context.Context, s *graph.Standard, l *graph.Language) (*string, error) {
	return optional(in(export.StandardNotice(s), l)), nil
}

func (standardResolver) Supersedes(_ context.Context, s *graph.Standard) (*string, error) {
	return optional(s.Supersedes), nil
}

func (standardResolver) ProfileOf(ctx context.Context, s *graph.Standard) (*graph.Standard, error) {
	if s.Profile == nil {
		return nil, nil
	}
	return snapshotOf(ctx).Standard(s.Profile.Of), nil
}

func (standardResolver) Requirements(_ context.Context, s *graph.Standard, kinds []graph.Kind, assessable *bool, first *int, after *string, last *int, before *string) (*model.RequirementConnection, error) {
	list := s.Requirements()
	if len(kinds) > 0 || assessable != nil {
		list = slices.DeleteFunc(slices.Clone(list), func(r *graph.Requirement) bool {
			return len(kinds) > 0 && !slices.Contains(kinds, r.Kind) || assessable != nil && r.Assessable != *assessable
		})
	}
	key := func(r *graph.Requirement) string { return r.Ref }
	return page.Of(list, page.Args{First: first, After: after, Last: last, Before: before}, key, func(cursor string, r *graph.Requirement) model.RequirementEdge {
		return model.RequirementEdge{Cursor: cursor, Node: r}
	})
}

func (standardResolver) Crosswalks(ctx context.Context, s *graph.Standard) ([]*graph.Crosswalk, error) {
	var list []*graph.Crosswalk
	for _, c := range snapshotOf(ctx).Crosswalks() {
		if c.From == s.Ref || c.To == s.Ref {
			list = append(list, c)
		}
	}
	return list, nil
}
