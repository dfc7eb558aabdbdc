package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// controlName names a control as its organisation knows it: title, id and owner.
func controlName(c *graph.Control, l graph.Language) string {
	return wordControl.In(l) + " " + controlTag(c)
}

// controlTag is the name of a control where it is clear that it is one.
func controlTag(c *graph.Control) string {
	who := c.ID
	if c.Owner != "" {
		who += ", " + c.Owner
	}
	return fmt.Sprintf("“%s” (%s)", c.Title, who)
}

// ControlsOf lists the controls that the verdicts on an item and on its points rest on, in order.
func ControlsOf(item *coverage.Item) []*graph.Control {
	var list []*graph.Control
	add := func(p *coverage.Proof) {
		if p == nil {
			return
		}
		for _, step := range p.Steps() {
			for _, c := range step.Controls {
				if !slices.Contains(list, c) {
					list = append(list, c)
				}
			}
		}
	}
	add(item.Proof())
	for _, p := range item.Points() {
		if p.Verdict <= coverage.Partial {
			add(p.Proof)
		}
	}
	return list
}

// controlTags names controls, with commas between.
func controlTags(controls []*graph.Control) string {
	names := make([]string, len(controls))
	for i, c := range controls {
		names[i] = controlTag(c)
	}
	return strings.Join(names, ", ")
}

// heldSentence tells a step by R1: which ref of the question or which controls hold the requirement.
func heldSentence(p *coverage.Proof, subject string, korean bool) string {
	var reasons []string
	if p.Held != "" {
		reasons = append(reasons, p.Held)
	}
	for _, c := range p.Controls {
		reasons = append(reasons, deed(p, c, korean))
	}
	joined := strings.Join(reasons, "; ")
	switch {
	case len(p.Controls) == 0 && korean:
		return fmt.Sprintf("%s: 보유하고 있다(%s). [R1]", subject, joined)
	case len(p.Controls) == 0:
		return fmt.Sprintf("%s is held (%s). [R1]", subject, joined)
	case korean && p.Verdict == coverage.Full:
		return fmt.Sprintf("%s 모두 충족된다: %s. [R1]", josa(subject, "은", "는"), joined)
	case korean:
		return fmt.Sprintf("%s 일부 충족된다: %s. [R1]", josa(subject, "은", "는"), joined)
	case p.Verdict == coverage.Full:
		return fmt.Sprintf("%s is met in full: %s. [R1]", subject, joined)
	}
	return fmt.Sprintf("%s is met in part: %s. [R1]", subject, joined)
}

// deed says what a control does for the requirement of a step by R1. A PARTIAL rests on a control that contributes, or
// on one that is partly carried out.
func deed(p *coverage.Proof, c *graph.Control, korean bool) string {
	name := controlName(c, map[bool]graph.Language{true: graph.Korean, false: graph.English}[korean])
	switch {
	case p.Verdict == coverage.Full && korean:
		return josa(name, "이", "가") + " 이를 충족한다"
	case p.Verdict == coverage.Full:
		return name + " satisfies it"
	case c.Status == graph.PartiallyImplemented && korean:
		return josa(name, "이", "가") + " 이를 충족하나 일부만 이행되고 있다"
	case c.Status == graph.PartiallyImplemented:
		return name + " satisfies it, but is only partly carried out"
	case korean:
		return josa(name, "이", "가") + " 이에 기여한다"
	}
	return name + " contributes to it"
}

var blockerWords = map[coverage.BlockerReason]graph.Text{
	coverage.BlockedPlanned:    {EN: "%s is planned", KO: "%s: 계획 중"},
	coverage.BlockedPartial:    {EN: "%s is only partly carried out", KO: "%s: 일부만 이행"},
	coverage.BlockedOutOfScope: {EN: "%s is carried out elsewhere", KO: "%s: 다른 범위에서 이행"},
}

// Blocked says which controls stand between an item and a better verdict, or nothing.
func Blocked(item *coverage.Item, l graph.Language) string {
	if len(item.Blockers()) == 0 {
		return ""
	}
	var parts []string
	for _, b := range item.Blockers() {
		part := fmt.Sprintf(blockerWords[b.Why].In(l), controlName(b.Control, l))
		if b.Why == coverage.BlockedOutOfScope {
			part += " (" + b.Control.Scope + ")"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ") + "; " + fmt.Sprintf(wordWithThem.In(l), item.Blockers()[0].Verdict)
}

// doubts writes a section on what is held although none of the controls named for it counts, if there is anything.
func (r report) doubts(list []coverage.Doubt) {
	if len(list) == 0 {
		return
	}
	l := r.Language
	r.section(wordDoubts)
	for _, d := range list {
		r.bullet(fmt.Sprintf(wordDoubt.In(l), named(d.Requirement, l), controlTags(d.Controls)))
	}
}

// asked writes what a question says beyond what is held and asked for: what is over on the day, the controls with their
// scope, and the policy.
func asked(lapsed []coverage.Lapse, controls []graph.Control, scope string, p coverage.Policy, l graph.Language, line func(label graph.Text, text string)) {
	if len(lapsed) > 0 {
		line(wordLapsed, LapsedText(lapsed, l))
	}
	if len(controls) > 0 {
		text := fmt.Sprint(len(controls))
		if scope != "" {
			text += " (" + wordScope.In(l) + ": " + scope + ")"
		}
		line(wordControls, text)
	}
	if text := PolicyText(p, l); text != "" {
		line(wordPolicy, text)
	}
}

// LapsedText names what is over on the day asked about, each with its last day.
func LapsedText(lapsed []coverage.Lapse, l graph.Language) string {
	var parts []string
	for _, over := range lapsed {
		parts = append(parts, fmt.Sprintf(wordHeldUntil.In(l), over.Ref, over.Until))
	}
	return strings.Join(parts, ", ")
}

// PolicyText says which claims a policy leaves out, or nothing where it takes all.
func PolicyText(p coverage.Policy, l graph.Language) string {
	var parts []string
	if p.MinAssurance > graph.AssuranceDraft {
		parts = append(parts, fmt.Sprintf(wordAtLeast.In(l), assuranceWords[p.MinAssurance].In(l)))
	}
	if len(p.Distrust) > 0 {
		parts = append(parts, fmt.Sprintf(wordWithout.In(l), strings.Join(p.Distrust, ", ")))
	}
	switch {
	case p.MaxHops == 1:
		parts = append(parts, wordDirect.In(l))
	case p.MaxHops > 1:
		parts = append(parts, fmt.Sprintf(wordHops.In(l), p.MaxHops))
	}
	if len(p.Without) > 0 {
		parts = append(parts, fmt.Sprintf(wordWithout.In(l), strings.Join(p.Without, ", ")))
	}
	return strings.Join(parts, "; ")
}

type blockerJSON struct {
	Control string                 `json:"control"`
	Why     coverage.BlockerReason `json:"why"`
	Verdict coverage.Verdict       `json:"verdict"`
}

func newBlockersJSON(item *coverage.Item) []blockerJSON {
	list := []blockerJSON{}
	for _, b := range item.Blockers() {
		list = append(list, blockerJSON{b.Control.ID, b.Why, b.Verdict})
	}
	return list
}

type doubtJSON struct {
	Requirement string   `json:"requirement"`
	Controls    []string `json:"controls"`
}

func newDoubtsJSON(doubts []coverage.Doubt) []doubtJSON {
	list := []doubtJSON{}
	for _, d := range doubts {
		list = append(list, doubtJSON{d.Requirement.Ref, idsOf(d.Controls)})
	}
	return list
}

func idsOf(controls []*graph.Control) []string {
	ids := []string{}
	for _, c := range controls {
		ids = append(ids, c.ID)
	}
	return ids
}

type policyJSON struct {
	MinAssurance string   `json:"minAssurance,omitempty"`
	Distrust     []string `json:"distrust,omitempty"`
	MaxHops      int      `json:"maxHops,omitempty"`
	Without      []string `json:"without,omitempty"`
}

// askedJSON is what a question says beyond what is held and asked for.
type askedJSON struct {
	Lapsed   []coverage.Lapse `json:"lapsed,omitempty"`
	Controls []string         `json:"controls"` // the ids of all controls of the inventory
	Scope    string           `json:"scope,omitempty"`
	Policy   *policyJSON      `json:"policy,omitempty"`
}

func newAskedJSON(lapsed []coverage.Lapse, controls []graph.Control, scope string, p coverage.Policy) askedJSON {
	out := askedJSON{Lapsed: lapsed, Controls: []string{}, Scope: scope}
	for _, c := range controls {
		out.Controls = append(out.Controls, c.ID)
	}
	if PolicyText(p, graph.English) == "" {
		return out
	}
	out.Policy = &policyJSON{Distrust: p.Distrust, MaxHops: p.MaxHops, Without: p.Without}
	if p.MinAssurance > graph.AssuranceDraft {
		out.Policy.MinAssurance = p.MinAssurance.String()
	}
	return out
}
