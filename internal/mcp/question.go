package mcp

import (
	"context"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema"
)

// The costs of answers, in the units of package schema: fields that could be written in the same time.
const (
	costGap     = 300
	costSearch  = 300
	costFile    = 2_000
	costEntry   = 30 // of a page
	costProof   = 60 // written out step by step
	costListing = 100
)

// question is what questions of the engine have in common.
type question struct {
	Held     []string       `json:"held,omitempty" jsonschema:"refs of standards, groups and requirements that are met in full, such as iso-27001-2022; REF@YYYY-MM-DD until the end of that day"`
	Controls []control      `json:"controls,omitempty" jsonschema:"controls that the organisation has itself"`
	Scope    string         `json:"scope,omitempty" jsonschema:"the part of the organisation that is asked about: controls carried out elsewhere do not count"`
	AsOf     string         `json:"asOf,omitempty" jsonschema:"day that the question is asked about, as YYYY-MM-DD; today in UTC unless given"`
	Policy   policy         `json:"policy,omitzero" jsonschema:"which claims are trusted; all unless given"`
	Language graph.Language `json:"language,omitempty" jsonschema:"of the texts of the answer; en unless given"`
	inWorkspace
}

// inWorkspace is the workspace that a question rests on, if any.
type inWorkspace struct {
	Workspace string `json:"workspace,omitempty" jsonschema:"global id of a workspace of your organisation, or of one version of it: what it holds and has is taken together with what is given; a control that is given stands in the place of that with its id"`
}

// cost is that of the controls that a workspace is taken to have.
func (w inWorkspace) cost() int {
	if w.Workspace == "" {
		return 0
	}
	return schema.KeptControls
}

// join adds what the workspace holds and has, and returns the global id of its version; nothing where none is named.
func (s *service) join(ctx context.Context, w inWorkspace, held *[]string, controls *[]graph.Control) (version string, err error) {
	if w.Workspace == "" {
		return "", nil
	}
	ctx = schema.WithTenancy(ctx, s.Tenancy)
	version, *held, *controls, err = schema.JoinWorkspace(ctx, w.Workspace, *held, *controls)
	return version, err
}

// rest completes a question by its workspace, if it names one, and checks its scope against all controls.
func (s *service) rest(ctx context.Context, w inWorkspace, asked *coverage.Question) (version string, err error) {
	if version, err = s.join(ctx, w, &asked.Held, &asked.Controls); err != nil || version == "" {
		return "", err
	}
	return version, checkScope(*asked)
}

func checkScope(asked coverage.Question) error {
	if err := (&graph.Inventory{Controls: asked.Controls}).CheckScope(asked.Scope); err != nil {
		return bad("scope: %v", err)
	}
	return nil
}

// control is a graph.Control as a client gives it.
type control struct {
	ID          string              `json:"id"`
	Title       string              `json:"title"`
	Owner       string              `json:"owner,omitempty"`
	Status      graph.ControlStatus `json:"status" jsonschema:"how far it is carried out: what is only planned counts for nothing"`
	Reason      string              `json:"reason,omitempty" jsonschema:"why it is not applicable"`
	Scope       string              `json:"scope,omitempty" jsonschema:"where it is carried out; everywhere unless given"`
	Satisfies   []string            `json:"satisfies,omitempty" jsonschema:"refs of requirements and points that it meets in full"`
	Contributes []string            `json:"contributes,omitempty" jsonschema:"refs of requirements and points that it meets in part"`
	Documents   []string            `json:"documents,omitempty"`
	Evidence    []string            `json:"evidence,omitempty"`
	ReviewedOn  graph.Date          `json:"reviewedOn,omitempty"`
}

func controlsOf(list []control) []graph.Control {
	controls := make([]graph.Control, len(list))
	for i, c := range list {
		controls[i] = graph.Control(c)
	}
	return controls
}

// policy is a coverage.Policy as a client gives it.
type policy struct {
	MinAssurance assurance `json:"minAssurance,omitempty" jsonschema:"leave out claims that are trusted less"`
	Distrust     []string  `json:"distrust,omitempty" jsonschema:"leave out the claims of these sources and crosswalks, by title and by name"`
	MaxHops      int       `json:"maxHops,omitempty" jsonschema:"most claims on the way from what is held: 1 takes direct claims alone"`
	Without      []string  `json:"without,omitempty" jsonschema:"leave out single claims, by id"`
}

// about returns the question about a target, without what a workspace adds to it.
func (s *service) about(q question, target string) (coverage.Question, error) {
	asked := coverage.Question{Held: q.Held, Controls: controlsOf(q.Controls), Scope: q.Scope, Target: target}
	var err error
	if asked.AsOf, err = s.day(q.AsOf); err != nil {
		return asked, err
	}
	if q.Workspace == "" {
		if err := checkScope(asked); err != nil {
			return asked, err
		}
	}
	asked.Policy = coverage.Policy{Distrust: q.Policy.Distrust, MaxHops: q.Policy.MaxHops, Without: q.Policy.Without}
	if q.Policy.MinAssurance != "" {
		if asked.Policy.MinAssurance, err = graph.ParseAssurance(string(q.Policy.MinAssurance)); err != nil {
			return asked, bad("policy.minAssurance: %v", err)
		}
	}
	return asked, nil
}

// day is the day that is asked about: today in UTC where none is given.
func (s *service) day(text string) (graph.Date, error) {
	if text == "" {
		return graph.Date(s.Clock().UTC().Format(time.DateOnly)), nil
	}
	day, err := graph.ParseDate(text)
	if err != nil {
		return "", bad("asOf: %v", err)
	}
	return day, nil
}

// cost is what asking the question costs.
func (q question) cost() int {
	return costGap + len(q.Held) + len(q.Controls) + q.inWorkspace.cost()
}
