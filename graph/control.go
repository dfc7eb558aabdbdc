package graph

import (
	"fmt"
	"slices"
	"strings"
)

// ControlStatus is how far a control is carried out.
type ControlStatus string

// The states of a control.
const (
	Implemented          ControlStatus = "implemented"
	PartiallyImplemented ControlStatus = "partial"
	Planned              ControlStatus = "planned"
	NotImplemented       ControlStatus = "not-implemented"
	NotApplicable        ControlStatus = "not-applicable" // with a reason; takes its requirements out of what is held
)

// ControlStatuses lists every ControlStatus.
var ControlStatuses = []ControlStatus{Implemented, PartiallyImplemented, Planned, NotImplemented, NotApplicable}

// Control is something that the user's organisation has, such as a procedure or a system. It is not a requirement: it
// implements requirements.
type Control struct {
	ID          string        `json:"id"`
	Title       string        `json:"title"`
	Owner       string        `json:"owner,omitempty"`
	Status      ControlStatus `json:"status"`
	Reason      string        `json:"reason,omitempty"`      // why it is not applicable
	Scope       string        `json:"scope,omitempty"`       // where it is carried out; empty is everywhere
	Satisfies   []string      `json:"satisfies,omitempty"`   // refs of requirements and points that it meets in full
	Contributes []string      `json:"contributes,omitempty"` // refs of requirements and points that it meets in part
	Documents   []string      `json:"documents,omitempty"`
	Evidence    []string      `json:"evidence,omitempty"`
	ReviewedOn  Date          `json:"reviewedOn,omitempty"`
}

// Inventory is what an organisation says it has.
type Inventory struct {
	Organization string    `json:"organization"`
	Scopes       []string  `json:"scopes,omitempty"`
	Controls     []Control `json:"controls"`
}

// CheckScope returns an error that names the scopes there are, where a question about the scope would see no control of
// it: the scope is neither listed nor that of a control, and there are scopes. The empty scope is all of them.
func (inv *Inventory) CheckScope(scope string) error {
	known := slices.Clone(inv.Scopes)
	for _, c := range inv.Controls {
		if c.Scope != "" && !slices.Contains(known, c.Scope) {
			known = append(known, c.Scope)
		}
	}
	if scope == "" || len(known) == 0 || slices.Contains(known, scope) {
		return nil
	}
	return fmt.Errorf("unknown scope %q; the scopes of the inventory are %s", clipped(scope), strings.Join(known, ", "))
}
