package model

import (
	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// ControlInput is a control as a client gives it. A pointer is nil where the client leaves a field out or says null.
type ControlInput struct {
	ID          string
	Title       string
	Owner       *string
	Status      graph.ControlStatus
	Reason      *string
	Scope       *string
	Satisfies   []string
	Contributes []string
	Documents   []string
	Evidence    []string
	ReviewedOn  *graph.Date
}

// Controls returns the controls that a client gives.
func Controls(inputs []*ControlInput) []graph.Control {
	list := make([]graph.Control, len(inputs))
	for i, in := range inputs {
		list[i] = graph.Control{
			ID: in.ID, Title: in.Title, Owner: or(in.Owner), Status: in.Status, Reason: or(in.Reason), Scope: or(in.Scope),
			Satisfies: in.Satisfies, Contributes: in.Contributes, Documents: in.Documents, Evidence: in.Evidence, ReviewedOn: or(in.ReviewedOn),
		}
	}
	return list
}

// PolicyInput is a policy as a client gives it. A pointer is nil where the client leaves a field out or says null.
type PolicyInput struct {
	MinAssurance *graph.Assurance
	Distrust     []string
	MaxHops      *int
	Without      []string
}

// Policy returns the policy that a client gives; without one, that which trusts all claims.
func (p *PolicyInput) Policy() coverage.Policy {
	if p == nil {
		return coverage.Policy{}
	}
	return coverage.Policy{MinAssurance: or(p.MinAssurance), Distrust: p.Distrust, MaxHops: or(p.MaxHops), Without: p.Without}
}

// or returns what is pointed to, or the zero value.
func or[T any](p *T) T {
	var zero T
	if p == nil {
		return zero
	}
	return *p
}
