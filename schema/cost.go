package schema

import (
	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export/deliverable"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/loader/inventory"
	"github.com/clausegraph/clausegraph/schema/internal/exec"
	"github.com/clausegraph/clausegraph/schema/internal/model"
	"github.com/clausegraph/clausegraph/schema/internal/page"
	"github.com/clausegraph/clausegraph/search"
)

// The cost of an operation is known before it runs. A field costs 1 and what is selected in it; a list costs that for
// each element that it may have. Plain lists are short, and are taken to be as long as the longest usual ones; a page
// is as long as its arguments say. Fields that compute have a price of their own, in fields that could be written in
// the same time.
const (
	priceGap    = 300
	priceSearch = 300
	priceClaims = 100
	priceText   = 20
	priceStore  = 100 // what is read from the store

	priceFile     = 2_000  // a file to read
	priceDocument = 10_000 // the answer written out
	priceTries    = 10_000 // the requirements of one standard, each tried
	priceLoss     = 40_000 // the claims of an answer, each left out
)

// most bounds a cost, so that no product of costs overflows.
const most = 1 << 30

func cost(price, n, child int) int { return min(most, price+n*min(child, most)) }

// list returns the cost of a plain list of usually n elements.
func list(n int) func(child int) int {
	return func(child int) int { return cost(1, n, child) }
}

// pageSize returns how many edges a page has at most. A number out of bounds is an error when the field is resolved.
func pageSize(first, last *int, standard, limit int) int {
	switch {
	case first != nil:
		return min(max(*first, 1), limit)
	case last != nil:
		return min(max(*last, 1), limit)
	}
	return standard
}

func size(first, last *int) int { return pageSize(first, last, page.Default, page.Max) }

func costs() exec.ComplexityRoot {
	var c exec.ComplexityRoot
	c.Query.Nodes = func(child int, ids []string) int { return cost(1, min(len(ids), maxIDs+1), child) }
	c.Query.Standards = func(child int, _ *graph.Discipline, _ *graph.Status) int { return cost(1, 12, child) }
	c.Query.Mappings = func(child int, _, _ *string, first *int, _ *string, last *int, _ *string) int {
		return cost(priceClaims, size(first, last), child)
	}
	c.Query.Search = func(child int, _ string, _ []string, _ []graph.Kind, _ *graph.Language, first *int, _ *string, last *int, _ *string, _ []graph.Discipline, _, _ []string, _ *bool) int {
		return cost(priceSearch, pageSize(first, last, search.DefaultLimit, search.MaxLimit), child)
	}
	c.Query.Suggestions = func(child int, _ string, first *int, _ *graph.Language) int {
		return cost(priceSearch, pageSize(first, nil, search.DefaultCompletions, search.MaxCompletions), child)
	}
	c.Query.GapAnalysis = func(child int, held []string, controls []*model.ControlInput, _ *string, _ string, _ *graph.Date, _ *model.PolicyInput, in *string) int {
		return cost(priceGap+len(held)+len(controls)+kept(in), 1, child)
	}
	c.Query.Explain = func(child int, held []string, controls []*model.ControlInput, _ *string, _ string, _ *graph.Date, _ *model.PolicyInput, in *string) int {
		return cost(priceGap+len(held)+len(controls)+kept(in), 1, child)
	}
	c.Query.Inventory = func(child int, _ string, _ []byte, _ *inventory.Link) int { return cost(priceFile, 1, child) }
	c.InventoryReading.Scopes = list(3)
	c.InventoryReading.Controls = list(40)
	c.InventoryReading.Notes = list(40)
	c.Query.Deliverable = func(child int, kind deliverable.Kind, format deliverable.Format, _ deliverable.Language, held []string, controls []*model.ControlInput, _ *string, _ string, _ *string, _ *graph.Date, _ *model.PolicyInput, in *string) int {
		price := priceDocument
		if kind == deliverable.Workbook { // every proof of the answer
			price *= 4
		}
		if format == deliverable.XLSX {
			price *= 4
		}
		return cost(price+len(held)+len(controls)+kept(in), 1, child)
	}
	costsOfComparisons(&c)
	costsOfDomain(&c)
	costsOfSchemes(&c)
	costsOfGlossary(&c)
	costsOfAnswers(&c)
	costsOfWorkspaces(&c)
	return c
}

// keptControls is how many controls a workspace is taken to have: what it has is not known before the operation runs.
const keptControls = 200

// kept returns the number of controls that a question takes from a workspace, if it names one.
func kept(in *string) int {
	if in == nil {
		return 0
	}
	return keptControls
}

// costsOfWorkspaces are of what is read from the store, and not from memory.
func costsOfWorkspaces(c *exec.ComplexityRoot) {
	c.Query.Workspaces = func(child int, first *int, _ *string, last *int, _ *string) int {
		return cost(priceStore, size(first, last), child)
	}
	c.Query.Workspace = func(child int, _ string) int { return cost(priceStore, 1, child) }
	c.Workspace.Versions = func(child int, first *int, _ *string, last *int, _ *string) int {
		return cost(priceStore, min(size(first, last), store.KeepVersions), child)
	}
	c.WorkspaceVersion.Held = func(child int) int { return cost(priceText, 1, child) }
	c.WorkspaceVersion.Organization = func(child int) int { return cost(priceText, 1, child) }
	c.WorkspaceVersion.Scopes = func(child int) int { return cost(priceText, 1, child) }
	c.WorkspaceVersion.Yaml = func(int) int { return keptControls }
	c.WorkspaceVersion.Controls = func(child int, first *int, _ *string, last *int, _ *string) int {
		return cost(priceText, size(first, last), child)
	}
	c.Mutation.CreateWorkspace = func(child int, in model.CreateWorkspaceInput) int {
		return cost(priceFile+len(in.Held)+len(in.Controls), 1, child)
	}
	c.Mutation.PutWorkspace = func(child int, in model.PutWorkspaceInput) int {
		return cost(priceFile+len(in.Held)+len(in.Controls), 1, child)
	}
	c.Mutation.RenameWorkspace = func(child int, _ model.RenameWorkspaceInput) int { return cost(priceFile, 1, child) }
	c.Mutation.RestoreWorkspace = func(child int, _ model.RestoreWorkspaceInput) int { return cost(priceFile, 1, child) }
	c.Mutation.DeleteWorkspace = func(child int, _ model.DeleteWorkspaceInput) int { return cost(priceFile, 1, child) }
	c.WorkspacePayload.Problems = list(20)
	c.WorkspacePayload.Notes = list(40)
}

func costsOfComparisons(c *exec.ComplexityRoot) {
	type controls = []*model.ControlInput
	c.Query.Overlap = func(child int, standards []string, _ *graph.Date, _ *model.PolicyInput, _ *string) int {
		return cost(priceGap*orAll(standards), 1, child)
	}
	c.Query.EditionChanges = func(child int, _, _ string, own controls, in *string) int {
		return cost(priceGap+len(own)+kept(in), 1, child)
	}
	c.Query.NextStandards = func(child int, held []string, own controls, _ *string, candidates []string, _ *graph.Date, _ *model.PolicyInput, in *string) int {
		return cost(priceGap+len(held)+len(own)+kept(in), orAll(candidates), child)
	}
	c.Query.NextSteps = func(child int, _ []string, own controls, _ *string, _ string, standards []string, _ *graph.Date, _ *model.PolicyInput, first *int, _ *string, last *int, _ *string, in *string) int {
		return cost((priceTries+len(own)+kept(in))*orAll(standards), size(first, last), child)
	}
	c.Query.WhatIf = func(child int, held []string, own controls, _ *string, _ []string, add controls, _ string, _ *graph.Date, _ *model.PolicyInput, in *string) int {
		return cost(2*(priceGap+len(held)+len(own)+kept(in))+len(add), 1, child)
	}
	c.Query.Sensitivity = func(child int, _ []string, own controls, _ *string, _ string, _ *graph.Date, _ *model.PolicyInput, in *string) int {
		return cost(priceLoss+priceGap*(len(own)+kept(in)), 1, child)
	}
	c.OverlapMatrix.Standards = list(12)
	c.OverlapMatrix.Notices = func(child int, _ *graph.Language) int { return cost(1, 2, child) }
	c.OverlapMatrix.Pairs = list(130)
	c.EditionChanges.Counts = list(7)
	c.EditionChanges.Changes = func(child int, _ []coverage.ChangeKind, first *int, _ *string, last *int, _ *string) int {
		return cost(1, size(first, last), child)
	}
	c.Change.From = list(2)
	c.Change.Remainder = list(3)
	c.Change.Controls = list(2)
	c.NextStep.Lifts = list(10)
	c.WhatIf.Shifts = list(40)
	c.Sensitivity.Claims = list(40)
	c.Sensitivity.Sources = list(3)
	c.Sensitivity.Controls = list(20)
	c.ClaimLoss.Shifts = list(2)
	c.SourceLoss.Shifts = list(60)
	c.ControlLoss.Shifts = list(4)
}

// orAll returns the number of standards that a question names, or about that of all where it names none.
func orAll(standards []string) int {
	if len(standards) == 0 {
		return 12
	}
	return min(len(standards), maxStandards+1)
}

func costsOfDomain(c *exec.ComplexityRoot) {
	c.Standard.Requirements = func(child int, _ []graph.Kind, _ *bool, first *int, _ *string, last *int, _ *string) int {
		return cost(1, size(first, last), child)
	}
	c.Standard.Roots = list(10)
	c.Standard.Crosswalks = list(6)
	c.Requirement.Children = list(10)
	c.Requirement.Points = list(5)
	c.Requirement.Mappings = func(child int, _ *bool, first *int, _ *string, last *int, _ *string) int {
		return cost(1, size(first, last), child)
	}
	c.Mapping.Sources = list(2)
	c.Mapping.Targets = list(2)
	c.Crosswalk.Via = list(2)
	c.Crosswalk.Sources = list(3)
	c.Crosswalk.Mappings = func(child int, first *int, _ *string, last *int, _ *string) int {
		return cost(1, size(first, last), child)
	}
}

func costsOfSchemes(c *exec.ComplexityRoot) {
	c.Query.Schemes = list(6)
	c.Query.Facts = func(child int, _ *string, _ *graph.Date) int { return cost(1, 60, child) }
	c.Query.Obligations = func(child int, _ string, inputs []*graph.KeyValue, _ *graph.Date) int {
		return cost(1+len(inputs), 12, child)
	}
	c.Scheme.Standards = list(4)
	c.Scheme.Inputs = list(12)
	c.Scheme.Omissions = list(2)
	c.Obligation.Missing = list(3)
	c.Omission.Held = list(2)
	c.Omission.Criteria = list(25)
}

func costsOfGlossary(c *exec.ComplexityRoot) {
	c.Query.Glossary = func(child int, _ *string, _ *graph.Language, first *int, _ *string, last *int, _ *string) int {
		return cost(priceText, size(first, last), child)
	}
	c.Term.BroaderTerms = list(2)
	c.Term.NarrowerTerms = list(4)
	c.Term.RelatedTerms = list(3)
}

func costsOfAnswers(c *exec.ComplexityRoot) {
	c.GapAnalysis.Items = func(child int, _ []coverage.Verdict, _ []coverage.Disposition, first *int, _ *string, last *int, _ *string) int {
		return cost(1, size(first, last), child)
	}
	c.GapSummary.ByGroup = list(40)
	c.GapItem.Remainder = list(4)
	c.GapAnalysis.Doubts = list(20)
	c.GapAnalysis.Lapsed = list(2)
	c.GapItem.Points = list(5)
	c.GapItem.Blockers = list(2)
	c.GapItem.Conflict = list(1)
	c.GapItem.Disagreements = list(1)
	c.Explanation.Remainder = list(4)
	c.Explanation.Points = list(5)
	c.Explanation.Sentences = func(int, *graph.Language) int { return priceText }
	c.Explanation.Line = func(int, *graph.Language) int { return priceText }
	c.Explanation.Paragraph = func(int, *graph.Language) int { return priceText }
	c.Explanation.Blockers = list(2)
	c.Explanation.Conflict = list(1)
	c.Explanation.Disagreements = list(1)
	c.Disagreement.Claims = list(2)
	c.Explanation.Doubts = list(20)
	c.Explanation.Lapsed = list(2)
	c.Doubt.Controls = list(2)
	c.Remainder.Beyond = list(3)
	c.Proof.Premises = list(3)
	c.Proof.Controls = list(2)
	c.Proof.Missing = list(2)
	c.Proof.Closures = list(2)
	c.Proof.Steps = list(10)
	c.Closure.Mappings = list(4)
	c.SearchConnection.Facets = list(9)
	c.SearchFacet.Values = list(12)
	c.SearchEdge.Fragments = list(3)
	c.SearchEdge.Highlights = list(3)
	c.SearchEdge.Matches = list(3)
	c.SearchEdge.Heirs = list(2)
	c.SearchEdge.Folded = list(5)
	c.SearchEdge.Counterparts = list(6)
	c.SearchCounterpartGroup.Counterparts = list(3)
	c.SearchCounterpart.Claims = list(2)
	c.SearchFragment.Pieces = list(6)
}
