package schema

import (
	"time"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/exec"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
)

// resolvers holds the resolvers of every type that has any. The fields of all other types are fields and methods of Go
// types.
type resolvers struct {
	clock func() time.Time
}

func (r resolvers) Query() exec.QueryResolver                     { return queryResolver(r) }
func (resolvers) Mutation() exec.MutationResolver                 { return mutationResolver{} }
func (resolvers) LogEntry() exec.LogEntryResolver                 { return logEntryResolver{} }
func (resolvers) ChangePayload() exec.ChangePayloadResolver       { return changePayloadResolver{} }
func (resolvers) DataProblem() exec.DataProblemResolver           { return dataProblemResolver{} }
func (resolvers) Standard() exec.StandardResolver                 { return standardResolver{} }
func (resolvers) Requirement() exec.RequirementResolver           { return requirementResolver{} }
func (resolvers) Mapping() exec.MappingResolver                   { return mappingResolver{} }
func (resolvers) MappingRemainder() exec.MappingRemainderResolver { return mappingRemainderResolver{} }
func (resolvers) Crosswalk() exec.CrosswalkResolver               { return crosswalkResolver{} }
func (resolvers) Source() exec.SourceResolver                     { return sourceResolver{} }
func (resolvers) Review() exec.ReviewResolver                     { return reviewResolver{} }
func (resolvers) GapAnalysis() exec.GapAnalysisResolver           { return gapAnalysisResolver{} }
func (resolvers) Remainder() exec.RemainderResolver               { return remainderResolver{} }
func (resolvers) Control() exec.ControlResolver                   { return controlResolver{} }
func (resolvers) EditionChanges() exec.EditionChangesResolver     { return editionChangesResolver{} }
func (resolvers) OverlapMatrix() exec.OverlapMatrixResolver       { return overlapMatrixResolver{} }
func (resolvers) Explanation() exec.ExplanationResolver           { return explanationResolver{} }
func (resolvers) Scheme() exec.SchemeResolver                     { return schemeResolver{} }
func (resolvers) SchemeQuestion() exec.SchemeQuestionResolver     { return schemeQuestionResolver{} }
func (resolvers) Fact() exec.FactResolver                         { return factResolver{} }
func (resolvers) Obligation() exec.ObligationResolver             { return obligationResolver{} }
func (resolvers) Omission() exec.OmissionResolver                 { return omissionResolver{} }
func (resolvers) Term() exec.TermResolver                         { return termResolver{} }
func (resolvers) Workspace() exec.WorkspaceResolver               { return workspaceResolver{} }
func (resolvers) WorkspaceVersion() exec.WorkspaceVersionResolver { return workspaceVersionResolver{} }
func (resolvers) NextStandard() exec.NextStandardResolver         { return nextStandardResolver{} }
func (resolvers) WhatIf() exec.WhatIfResolver                     { return whatIfResolver{} }
func (resolvers) Sensitivity() exec.SensitivityResolver           { return sensitivityResolver{} }
func (resolvers) Deliverable() exec.DeliverableResolver           { return deliverableResolver{} }
func (resolvers) NextStepConnection() exec.NextStepConnectionResolver {
	return nextStepConnectionResolver{}
}
func (resolvers) Proof() exec.ProofResolver { return proofResolver{} }

func (resolvers) SearchCompletion() exec.SearchCompletionResolver { return searchCompletionResolver{} }
func (resolvers) SearchFacet() exec.SearchFacetResolver           { return searchFacetResolver{} }
func (resolvers) SearchFacetValue() exec.SearchFacetValueResolver { return searchFacetValueResolver{} }
func (resolvers) SearchCounterpart() exec.SearchCounterpartResolver {
	return searchCounterpartResolver{}
}
func (resolvers) SearchClaim() exec.SearchClaimResolver { return searchClaimResolver{} }

type queryResolver struct {
	clock func() time.Time
}

// in returns the text in the language asked for, which is English where a client says null.
func in(t graph.Text, l *graph.Language) string {
	return t.In(language(l))
}

// optional returns nil, which clients see as null, for the zero value.
func optional[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// value returns what an optional argument says, or the zero value.
func value[T any](arg *T) T {
	var zero T
	if arg == nil {
		return zero
	}
	return *arg
}

// claimPage returns a page of claims.
func claimPage(claims []graph.Claim, a page.Args) (*model.MappingConnection, error) {
	key := func(c graph.Claim) string { return c.Mapping.ID }
	return page.Of(claims, a, key, func(cursor string, c graph.Claim) model.MappingEdge {
		return model.MappingEdge{Cursor: cursor, Node: c.Mapping, Reversed: c.Target}
	})
}
