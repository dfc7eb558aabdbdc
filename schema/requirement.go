package schema

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

func (queryResolver) Requirement(ctx context.Context, ref string) (*graph.Requirement, error) {
	s := snapshotOf(ctx)
	if r := s.Requirement(ref); r != nil {
		return r, nil
	}
	if std := s.Standard(ref); std != nil && len(std.Assessable()) > 0 {
		return nil, &Fault{
			Code:    CodeBadInput,
			Message: ref + " is a whole standard; ask for one of its requirements, such as " + graph.JoinRef(ref, std.Assessable()[0].Number),
		}
	}
	return nil, s.Unknown(ref)
}

type requirementResolver struct{}

func (requirementResolver) ID(_ context.Context, r *graph.Requirement) (string, error) {
	return globalID("Requirement", r.Ref), nil
}

func (requirementResolver) Title(_ context.Context, r *graph.Requirement, l *graph.Language) (*string, error) {
	return optional(in(r.Title, l)), nil
}

func (requirementResolver) Gist(_ context.Context, r *graph.Requirement, l *graph.Language) (*string, error) {
	return optional(in(r.Gist, l)), nil
}

func (requirementResolver) OverlayText(ctx context.Context, r *graph.Requirement, l *graph.Language) (*string, error) {
	return optional(dataOf(ctx).Overlay.Text(r, language(l))), nil
}

func (requirementResolver) Name(_ context.Context, r *graph.Requirement, l *graph.Language) (string, error) {
	return r.Name(cmp.Or(value(l), graph.English)), nil
}

func (requirementResolver) Certainty(_ context.Context, r *graph.Requirement) (graph.Certainty, error) {
	return cmp.Or(r.Certainty, graph.Verified), nil
}

func (requirementResolver) Mappings(_ context.Context, r *graph.Requirement, withPoints *bool, first *int, after *string, last *int, before *string) (*model.MappingConnection, error) {
	claims := r.Claims()
	if withPoints == nil || *withPoints {
		claims = withClaimsOnPoints(r)
	}
	return claimPage(claims, page.Args{First: first, After: after, Last: last, Before: before})
}

// withClaimsOnPoints returns the claims on a requirement and its points in order of id. A claim that names two of them
// comes once.
func withClaimsOnPoints(r *graph.Requirement) []graph.Claim {
	claims := slices.Clone(r.Claims())
	for _, p := range r.Points() {
		claims = append(claims, p.Claims()...)
	}
	slices.SortStableFunc(claims, func(a, b graph.Claim) int { return strings.Compare(a.Mapping.ID, b.Mapping.ID) })
	return slices.CompactFunc(claims, func(a, b graph.Claim) bool { return a.Mapping == b.Mapping })
}
