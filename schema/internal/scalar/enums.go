package scalar

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/editor"
	"github.com/clausegraph/clausegraph/loader/foreign"
	"github.com/clausegraph/clausegraph/loader/inventory"
	"github.com/clausegraph/clausegraph/relation"
	"github.com/clausegraph/clausegraph/search"
)

// The enums of the schema. Their values come from the lists of the packages that own the types.
var (
	languages        = newEnum("Language", text[graph.Language], graph.English, graph.Korean)
	disciplines      = newEnum("Discipline", text[graph.Discipline], graph.Disciplines...)
	standardStatuses = newEnum("StandardStatus", text[graph.Status], graph.Statuses...)
	requirementKinds = newEnum("RequirementKind", text[graph.Kind], graph.Kinds...)
	partsValues      = newEnum("Parts", text[graph.Parts], graph.PartsWhole, graph.PartsSome)
	certainties      = newEnum("Certainty", text[graph.Certainty], graph.Certainties...)
	bases            = newEnum("Basis", text[graph.Basis], graph.Bases...)
	sourceKinds      = newEnum("SourceKind", text[graph.SourceKind], graph.OfficialSource, graph.PublishedSource, graph.ProjectSource)
	reviewStates     = newEnum("ReviewState", text[graph.ReviewState], graph.Draft, graph.Reviewed)
	assurances       = newEnum("Assurance", graph.Assurance.String, graph.AssuranceDraft, graph.AssuranceReviewed, graph.AssurancePublished, graph.AssuranceOfficial)
	relations        = newEnum("Relation", relation.Relation.String, relation.All[:]...)
	verdicts         = newEnum("Verdict", coverage.Verdict.String, coverage.Verdicts[:]...)
	dispositions     = newEnum("Disposition", text[coverage.Disposition], coverage.Dispositions...)
	rules            = newEnum("Rule", coverage.Rule.String, coverage.Rules[:]...)
	factKinds        = newEnum("FactKind", text[graph.FactKind], graph.FactKinds...)
	questionKinds    = newEnum("SchemeQuestionKind", text[graph.InputKind], graph.InputKinds...)
	answers          = newEnum("ObligationAnswer", text[graph.Answer], graph.Answers...)
	controlStatuses  = newEnum("ControlStatus", text[graph.ControlStatus], graph.ControlStatuses...)
	blockerReasons   = newEnum("BlockerReason", text[coverage.BlockerReason], coverage.BlockerReasons...)
	changeKinds      = newEnum("ChangeKind", text[coverage.ChangeKind], coverage.ChangeKinds...)
	controlLinks     = newEnum("ControlLink", text[inventory.Link], inventory.Links...)
	importFormats    = newEnum("ImportFormat", text[foreign.Format], append([]foreign.Format{editor.Own}, foreign.Formats...)...)
	importDirections = newEnum("ImportDirection", text[foreign.Direction], foreign.Directions...)
	noteSeverities   = newEnum("NoteSeverity", inventory.Severity.String, inventory.Info, inventory.Warning, inventory.Error)
	dataSeverities   = newEnum("DataSeverity", loader.Severity.String, loader.Error, loader.Warning)
	searchFields     = newEnum("SearchField", text[search.Field], search.Fields...)
	searchVias       = newEnum("SearchVia", text[search.Via], search.Vias...)
	completionKinds  = newEnum("SearchCompletionKind", text[search.CompletionKind], search.CompletionKinds...)
)

func text[T ~string](v T) string { return string(v) }

// MarshalLanguage writes the name of the value.
func MarshalLanguage(v graph.Language) graphql.Marshaler { return languages.marshal(v) }

// UnmarshalLanguage takes the name of a value.
func UnmarshalLanguage(v any) (graph.Language, error) { return languages.unmarshal(v) }

// MarshalDiscipline writes the name of the value.
func MarshalDiscipline(v graph.Discipline) graphql.Marshaler { return disciplines.marshal(v) }

// UnmarshalDiscipline takes the name of a value.
func UnmarshalDiscipline(v any) (graph.Discipline, error) { return disciplines.unmarshal(v) }

// MarshalStandardStatus writes the name of the value.
func MarshalStandardStatus(v graph.Status) graphql.Marshaler { return standardStatuses.marshal(v) }

// UnmarshalStandardStatus takes the name of a value.
func UnmarshalStandardStatus(v any) (graph.Status, error) { return standardStatuses.unmarshal(v) }

// MarshalRequirementKind writes the name of the value.
func MarshalRequirementKind(v graph.Kind) graphql.Marshaler { return requirementKinds.marshal(v) }

// UnmarshalRequirementKind takes the name of a value.
func UnmarshalRequirementKind(v any) (graph.Kind, error) { return requirementKinds.unmarshal(v) }

// MarshalParts writes the name of the value.
func MarshalParts(v graph.Parts) graphql.Marshaler { return partsValues.marshal(v) }

// UnmarshalParts takes the name of a value.
func UnmarshalParts(v any) (graph.Parts, error) { return partsValues.unmarshal(v) }

// MarshalCertainty writes the name of the value.
func MarshalCertainty(v graph.Certainty) graphql.Marshaler { return certainties.marshal(v) }

// UnmarshalCertainty takes the name of a value.
func UnmarshalCertainty(v any) (graph.Certainty, error) { return certainties.unmarshal(v) }

// MarshalBasis writes the name of the value.
func MarshalBasis(v graph.Basis) graphql.Marshaler { return bases.marshal(v) }

// UnmarshalBasis takes the name of a value.
func UnmarshalBasis(v any) (graph.Basis, error) { return bases.unmarshal(v) }

// MarshalSourceKind writes the name of the value.
func MarshalSourceKind(v graph.SourceKind) graphql.Marshaler { return sourceKinds.marshal(v) }

// UnmarshalSourceKind takes the name of a value.
func UnmarshalSourceKind(v any) (graph.SourceKind, error) { return sourceKinds.unmarshal(v) }

// MarshalReviewState writes the name of the value.
func MarshalReviewState(v graph.ReviewState) graphql.Marshaler { return reviewStates.marshal(v) }

// UnmarshalReviewState takes the name of a value.
func UnmarshalReviewState(v any) (graph.ReviewState, error) { return reviewStates.unmarshal(v) }

// MarshalAssurance writes the name of the value.
func MarshalAssurance(v graph.Assurance) graphql.Marshaler { return assurances.marshal(v) }

// UnmarshalAssurance takes the name of a value.
func UnmarshalAssurance(v any) (graph.Assurance, error) { return assurances.unmarshal(v) }

// MarshalRelation writes the name of the value.
func MarshalRelation(v relation.Relation) graphql.Marshaler { return relations.marshal(v) }

// UnmarshalRelation takes the name of a value.
func UnmarshalRelation(v any) (relation.Relation, error) { return relations.unmarshal(v) }

// MarshalVerdict writes the name of the value.
func MarshalVerdict(v coverage.Verdict) graphql.Marshaler { return verdicts.marshal(v) }

// UnmarshalVerdict takes the name of a value.
func UnmarshalVerdict(v any) (coverage.Verdict, error) { return verdicts.unmarshal(v) }

// MarshalDisposition writes the name of the value.
func MarshalDisposition(v coverage.Disposition) graphql.Marshaler { return dispositions.marshal(v) }

// UnmarshalDisposition takes the name of a value.
func UnmarshalDisposition(v any) (coverage.Disposition, error) { return dispositions.unmarshal(v) }

// MarshalRule writes the name of the value.
func MarshalRule(v coverage.Rule) graphql.Marshaler { return rules.marshal(v) }

// UnmarshalRule takes the name of a value.
func UnmarshalRule(v any) (coverage.Rule, error) { return rules.unmarshal(v) }

// MarshalFactKind writes the name of the value.
func MarshalFactKind(v graph.FactKind) graphql.Marshaler { return factKinds.marshal(v) }

// UnmarshalFactKind takes the name of a value.
func UnmarshalFactKind(v any) (graph.FactKind, error) { return factKinds.unmarshal(v) }

// MarshalSchemeQuestionKind writes the name of the value.
func MarshalSchemeQuestionKind(v graph.InputKind) graphql.Marshaler { return questionKinds.marshal(v) }

// UnmarshalSchemeQuestionKind takes the name of a value.
func UnmarshalSchemeQuestionKind(v any) (graph.InputKind, error) { return questionKinds.unmarshal(v) }

// MarshalObligationAnswer writes the name of the value.
func MarshalObligationAnswer(v graph.Answer) graphql.Marshaler { return answers.marshal(v) }

// UnmarshalObligationAnswer takes the name of a value.
func UnmarshalObligationAnswer(v any) (graph.Answer, error) { return answers.unmarshal(v) }

// MarshalControlStatus writes the name of the value.
func MarshalControlStatus(v graph.ControlStatus) graphql.Marshaler { return controlStatuses.marshal(v) }

// UnmarshalControlStatus takes the name of a value.
func UnmarshalControlStatus(v any) (graph.ControlStatus, error) { return controlStatuses.unmarshal(v) }

// MarshalBlockerReason writes the name of the value.
func MarshalBlockerReason(v coverage.BlockerReason) graphql.Marshaler {
	return blockerReasons.marshal(v)
}

// UnmarshalBlockerReason takes the name of a value.
func UnmarshalBlockerReason(v any) (coverage.BlockerReason, error) {
	return blockerReasons.unmarshal(v)
}

// MarshalChangeKind writes the name of the value.
func MarshalChangeKind(v coverage.ChangeKind) graphql.Marshaler { return changeKinds.marshal(v) }

// UnmarshalChangeKind takes the name of a value.
func UnmarshalChangeKind(v any) (coverage.ChangeKind, error) { return changeKinds.unmarshal(v) }

// MarshalSearchField writes the name of the value.
func MarshalSearchField(v search.Field) graphql.Marshaler { return searchFields.marshal(v) }

// UnmarshalSearchField takes the name of a value.
func UnmarshalSearchField(v any) (search.Field, error) { return searchFields.unmarshal(v) }

// MarshalControlLink writes the name of the value.
func MarshalControlLink(v inventory.Link) graphql.Marshaler { return controlLinks.marshal(v) }

// UnmarshalControlLink takes the name of a value.
func UnmarshalControlLink(v any) (inventory.Link, error) { return controlLinks.unmarshal(v) }

// MarshalDataSeverity writes the name of the value.
func MarshalDataSeverity(v loader.Severity) graphql.Marshaler { return dataSeverities.marshal(v) }

// UnmarshalDataSeverity takes the name of a value.
func UnmarshalDataSeverity(v any) (loader.Severity, error) { return dataSeverities.unmarshal(v) }

// MarshalNoteSeverity writes the name of the value.
func MarshalNoteSeverity(v inventory.Severity) graphql.Marshaler { return noteSeverities.marshal(v) }

// UnmarshalNoteSeverity takes the name of a value.
func UnmarshalNoteSeverity(v any) (inventory.Severity, error) { return noteSeverities.unmarshal(v) }

// MarshalSearchVia writes the name of the value.
func MarshalSearchVia(v search.Via) graphql.Marshaler { return searchVias.marshal(v) }

// UnmarshalSearchVia takes the name of a value.
func UnmarshalSearchVia(v any) (search.Via, error) { return searchVias.unmarshal(v) }

// MarshalSearchCompletionKind writes the name of the value.
func MarshalSearchCompletionKind(v search.CompletionKind) graphql.Marshaler {
	return completionKinds.marshal(v)
}

// UnmarshalSearchCompletionKind takes the name of a value.
func UnmarshalSearchCompletionKind(v any) (search.CompletionKind, error) {
	return completionKinds.unmarshal(v)
}

// MarshalImportFormat writes the name of the value.
func MarshalImportFormat(v foreign.Format) graphql.Marshaler { return importFormats.marshal(v) }

// UnmarshalImportFormat takes the name of a value.
func UnmarshalImportFormat(v any) (foreign.Format, error) { return importFormats.unmarshal(v) }

// MarshalImportDirection writes the name of the value.
func MarshalImportDirection(v foreign.Direction) graphql.Marshaler {
	return importDirections.marshal(v)
}

// UnmarshalImportDirection takes the name of a value.
func UnmarshalImportDirection(v any) (foreign.Direction, error) {
	return importDirections.unmarshal(v)
}
