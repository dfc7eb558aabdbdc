package mcp

import (
	"slices"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
)

// step is one step of a proof. A step stands after those that it rests on; the last one is the conclusion.
type step struct {
	N           int      `json:"n" jsonschema:"number of the step, from 1"`
	Requirement string   `json:"requirement"`
	Verdict     verdict  `json:"verdict"`
	Rule        string   `json:"rule" jsonschema:"R1 held, R2 same, R3 to R6 by a claim, R7 nothing relates"`
	Claim       string   `json:"claim,omitempty" jsonschema:"id of the claim that is used, which claims lists"`
	Premises    []int    `json:"premises" jsonschema:"numbers of the steps that it rests on"`
	Controls    []string `json:"controls,omitempty" jsonschema:"ids of the controls that hold the requirement"`
	Sentence    string   `json:"sentence" jsonschema:"the step in words"`
}

// claim is a mapping that a proof or a requirement names, read in the direction from, relation, to.
type claim struct {
	ID        string    `json:"id"`
	From      []string  `json:"from"`
	Relation  string    `json:"relation"`
	To        []string  `json:"to"`
	Why       string    `json:"why"`
	Remainder string    `json:"remainder,omitempty" jsonschema:"what to asks beyond from"`
	Assurance assurance `json:"assurance"`
	Source    source    `json:"source"`
}

// source is who makes a claim.
type source struct {
	Title   string `json:"title"`
	Kind    string `json:"kind"`
	Licence string `json:"licence,omitempty"`
	URL     string `json:"url,omitempty"`
}

func claimOf(c graph.Claim, l graph.Language) claim {
	m := c.Directed()
	return claim{
		m.ID, m.From, m.Relation.String(), m.To, m.Why.In(l), c.Mapping.Beyond(c.Target).In(l), assurance(c.Mapping.Assurance().String()),
		source{m.Source.Title, string(m.Source.Kind), m.Source.Licence, m.Source.URL},
	}
}

// evidence collects the claims of proofs, each once.
type evidence struct {
	language graph.Language
	claims   []claim
}

// steps writes a proof out and collects its claims; a nil proof has none.
func (e *evidence) steps(p *coverage.Proof) []step {
	list := []step{}
	if p == nil {
		return list
	}
	numbers := map[*coverage.Proof]int{}
	for i, at := range p.Steps() {
		numbers[at] = i + 1
		entry := step{
			N: i + 1, Requirement: at.Requirement.Ref, Verdict: verdict(at.Verdict.String()), Rule: at.Rule.String(),
			Premises: []int{}, Sentence: export.Sentence(at, e.language),
		}
		for _, c := range at.Controls {
			entry.Controls = append(entry.Controls, c.ID)
		}
		for _, premise := range at.Premises {
			entry.Premises = append(entry.Premises, numbers[premise])
		}
		if at.Mapping != nil {
			entry.Claim = at.Mapping.ID
			e.add(at.Mapping, at.Reversed)
		}
		for _, closure := range at.Closures {
			for _, m := range closure.Mappings {
				e.add(m, false)
			}
		}
		list = append(list, entry)
	}
	return list
}

func (e *evidence) add(m *graph.Mapping, reversed bool) {
	if !slices.ContainsFunc(e.claims, func(c claim) bool { return c.ID == m.ID }) {
		e.claims = append(e.claims, claimOf(graph.Claim{Mapping: m, Target: reversed}, e.language))
	}
}

// item is the answer for one requirement.
type item struct {
	Requirement string               `json:"requirement"`
	Title       string               `json:"title"`
	Verdict     verdict              `json:"verdict"`
	Meaning     string               `json:"meaning" jsonschema:"of the verdict"`
	Disposition coverage.Disposition `json:"disposition" jsonschema:"what the verdict means for the work that is left"`
	Remainder   []string             `json:"remainder" jsonschema:"of PARTIAL: what is asked beyond what is held"`
	Via         []string             `json:"via" jsonschema:"refs of what is held that the verdict rests on"`
	Assurance   assurance            `json:"assurance,omitempty" jsonschema:"the weakest among the claims of the proof; absent where it rests on none"`
	Blocked     string               `json:"blocked,omitempty" jsonschema:"controls that stand between the requirement and a better verdict"`
	Conflict    string               `json:"conflict,omitempty" jsonschema:"why the claims say the opposite as well"`
	Dispute     string               `json:"dispute,omitempty" jsonschema:"where sources contradict each other about a claim of the proof"`
	Proof       []step               `json:"proof,omitempty"`
}

func itemOf(i *coverage.Item, l graph.Language) item {
	out := item{
		Requirement: i.Requirement.Ref, Title: i.Requirement.Name(l), Verdict: verdict(i.Verdict.String()), Meaning: export.VerdictMeaning(i.Verdict).In(l),
		Disposition: i.Disposition, Remainder: listed(export.RemainderTexts(i.Remainder(), l)), Via: listed(export.Via(i)),
		Blocked: export.Blocked(i, l), Dispute: export.Disputes(i, l),
	}
	if len(i.Conflict()) > 0 {
		out.Conflict = export.ConflictText(i, l)
	}
	if p := i.Proof(); p != nil {
		if a := p.Assurance(); a != 0 {
			out.Assurance = assurance(a.String())
		}
	}
	return out
}

// listed returns a list that JSON does not write as null.
func listed(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// counts are the verdicts on the requirements of a target.
type counts struct {
	Full     int `json:"FULL"`
	Partial  int `json:"PARTIAL"`
	Possible int `json:"POSSIBLE"`
	None     int `json:"NONE"`
	Unknown  int `json:"UNKNOWN"`
	Total    int `json:"total" jsonschema:"assessable requirements of the target"`
}
