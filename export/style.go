package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Style is how an explanation is told. All styles tell the same proof.
type Style string

// The styles.
const (
	InSteps     Style = "steps"     // a sentence for each step, then points, remainder and sources
	InLine      Style = "line"      // one line
	InParagraph Style = "paragraph" // running text for a report
	InTree      Style = "tree"      // what is concluded above what it rests on
)

// Styles lists every Style; the first is the usual one.
var Styles = []Style{InSteps, InLine, InParagraph, InTree}

// ParseStyle returns the style with the name.
func ParseStyle(name string) (Style, error) {
	if s := Style(name); slices.Contains(Styles, s) {
		return s, nil
	}
	return "", fmt.Errorf("unknown style %q; the styles are %v", name, Styles)
}

// Line tells an explanation on one line: the verdict, and the holdings and claims that it rests on.
func Line(x *coverage.Explanation, l graph.Language) string {
	item := x.Item
	subject := named(item.Requirement, l)
	if item.Proof() == nil {
		return fmt.Sprintf(wordLine.In(l), subject, item.Verdict, verdictMeanings[item.Verdict].In(l))
	}
	var reasons []string
	for _, step := range item.Proof().Steps() {
		if text := reason(step, l); text != "" {
			reasons = append(reasons, text)
		}
	}
	return fmt.Sprintf(wordLine.In(l), subject, item.Verdict, strings.Join(reasons, "; "))
}

// reason tells a step by its ground alone: the holding, the claim, or why nothing relates. A step from parts to their
// whole or back has none of its own.
func reason(p *coverage.Proof, l graph.Language) string {
	switch p.Rule {
	case coverage.R1:
		return holding(p, l)
	case coverage.R2:
		return ""
	case coverage.R7:
		return strings.TrimSuffix(closuresText(p.Closures, l), ".")
	}
	said, _ := claimed(p, l)
	return said
}

// holding tells a step by R1 as a reason.
func holding(p *coverage.Proof, l graph.Language) string {
	var parts []string
	if p.Held != "" {
		parts = append(parts, fmt.Sprintf(wordIsHeld.In(l), p.Requirement.Ref, p.Held))
	}
	for _, c := range p.Controls {
		word := wordContributes
		switch {
		case p.Verdict == coverage.Full:
			word = wordSatisfies
		case c.Status == graph.PartiallyImplemented:
			word = wordPartly
		}
		name := controlName(c, l)
		if l == graph.Korean {
			name = josa(name, "이", "가")
		}
		parts = append(parts, fmt.Sprintf(word.In(l), name, p.Requirement.Ref))
	}
	return strings.Join(parts, "; ")
}

// Paragraph tells an explanation as running text, with what remains and how far it may be trusted.
func Paragraph(x *coverage.Explanation, s *graph.Snapshot, l graph.Language) string {
	item := x.Item
	std := item.Requirement.Standard()
	parts := []string{fmt.Sprintf(wordParagraph.In(l), named(item.Requirement, l), std.Title.In(l), item.Verdict, verdictMeanings[item.Verdict].In(l))}
	for _, sentence := range Sentences(item.Proof(), l) {
		parts = append(parts, withStop(sentence))
	}
	add := func(word graph.Text, text string) {
		if text != "" {
			parts = append(parts, withStop(capital(word.In(l))+": "+text))
		}
	}
	var left []string
	for _, text := range RemainderTexts(item.Remainder(), l) {
		left = append(left, strings.TrimSuffix(text, "."))
	}
	add(wordWhatRemains, strings.Join(left, "; "))
	add(wordBlocked, Blocked(item, l))
	if len(item.Conflict()) > 0 {
		add(wordConflict, ConflictText(item, l))
	}
	add(wordDispute, Disputes(item, l))
	add(wordHeld, heldText(s, x.Held, l))
	asked(x.Lapsed, x.Controls, x.Scope, x.Policy, l, add)
	if item.Proof() != nil {
		add(wordAssurance, assuranceWords[item.Proof().Assurance()].In(l))
		add(wordSources, strings.Join(sources(item, l), "; "))
	}
	add(wordAsOf, string(x.AsOf))
	add(wordRevision, fmt.Sprintf("%.12s", x.Revision.Hash))
	if text := Notice(s, item.Requirement.Ref).In(l); text != "" {
		parts = append(parts, text)
	}
	return strings.Join(append(parts, Disclaimer.In(l)), " ")
}

func withStop(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "]") {
		return text
	}
	return text + "."
}

// Tree tells a proof with what is concluded above what it rests on, one step on a line. A step that several others rest
// on is told once.
func Tree(p *coverage.Proof, l graph.Language) []string {
	if p == nil {
		return nil
	}
	var lines []string
	told := map[*coverage.Proof]bool{}
	var tell func(step *coverage.Proof, first, rest string)
	tell = func(step *coverage.Proof, first, rest string) {
		line := first + verdictSymbols[step.Verdict] + " " + step.Verdict.String() + " " + named(step.Requirement, l)
		if told[step] {
			lines = append(lines, line+" ("+wordAbove.In(l)+")")
			return
		}
		told[step] = true
		line += " [" + step.Rule.String() + "]"
		if text := reason(step, l); text != "" {
			line += ": " + text
		}
		lines = append(lines, line)
		for i, premise := range step.Premises {
			if i == len(step.Premises)-1 {
				tell(premise, rest+"└─ ", rest+"   ")
			} else {
				tell(premise, rest+"├─ ", rest+"│  ")
			}
		}
	}
	tell(p, "", "")
	return lines
}

// styled writes an explanation as a line, a paragraph or a tree.
func styled(p *page, x *coverage.Explanation, s *graph.Snapshot, o Options) {
	switch o.Style {
	case InLine:
		p.printf("%s\n", Line(x, o.Language))
	case InParagraph:
		p.printf("%s\n", Paragraph(x, s, o.Language))
	case InTree:
		lines := Tree(x.Item.Proof(), o.Language)
		if lines == nil {
			lines = []string{Line(x, o.Language)}
		}
		text := strings.Join(lines, "\n")
		if o.Format == Markdown {
			text = "```\n" + text + "\n```"
		}
		p.printf("%s\n", text)
	}
}
