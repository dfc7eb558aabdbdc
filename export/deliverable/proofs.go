package deliverable

import (
	"slices"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
)

// used is a claim that an answer rests on, in the direction in which it is read.
type used struct {
	mapping  *graph.Mapping
	reversed bool
}

// used lists the claims that the verdicts and what remains rest on, in the order of the requirements.
func claimsUsed(a *coverage.Analysis) []used {
	var list []used
	seen := map[*graph.Mapping]bool{}
	add := func(mapping *graph.Mapping, reversed bool) {
		if mapping != nil && !seen[mapping] {
			seen[mapping] = true
			list = append(list, used{mapping, reversed})
		}
	}
	proof := func(p *coverage.Proof) {
		if p == nil {
			return
		}
		for _, step := range p.Steps() {
			add(step.Mapping, step.Reversed)
			for _, c := range step.Closures {
				for _, closing := range c.Mappings {
					add(closing, !slices.ContainsFunc(closing.To, func(ref string) bool { return sameStandard(ref, step.Requirement) }))
				}
			}
		}
	}
	for _, item := range a.Items {
		proof(item.Proof())
		for _, p := range item.Points() {
			proof(p.Proof)
		}
		for _, r := range item.Remainder() {
			if r.Mapping != nil {
				add(r.Mapping, !slices.ContainsFunc(r.Mapping.To, func(ref string) bool { return sameStandard(ref, item.Requirement) }))
			}
		}
	}
	return list
}

func sameStandard(ref string, r *graph.Requirement) bool {
	std, _ := graph.SplitRef(ref)
	return std == r.Standard().Ref
}

// crosswalk is the sheet of the claims that the answer rests on, with the columns of a sheet for their review.
func (m *maker) crosswalk(a *coverage.Analysis) *book.Sheet {
	t := &book.Table{Headed: true, Columns: []book.Column{
		{Key: "source_id", Head: m.say(wordSourceID), Width: 22}, {Key: "source_section", Head: m.say(wordSourceSection), Width: 26},
		{Key: "relationship", Head: m.say(wordRelationship), Width: 16},
		{Key: "target_id", Head: m.say(wordTargetID), Width: 20}, {Key: "target_section", Head: m.say(wordTargetSection), Width: 26},
		{Key: "strength", Head: m.say(wordStrength), Width: 9, Center: true},
	}}
	t.Columns = append(t.Columns, m.columns("rationale", wordRationale, 50)...)
	t.Columns = append(t.Columns, m.columns("beyond", wordBeyond, 40)...)
	t.Columns = append(t.Columns,
		book.Column{Key: "assurance", Head: m.say(wordAssurance), Width: 11},
		book.Column{Key: "source", Head: m.say(wordSource), Width: 20},
		book.Column{Key: "claim", Head: m.say(wordClaim), Width: 22},
		book.Column{Key: "reviewed", Head: m.say(wordReviewedByYou), Width: 12, Input: true, Choices: m.options(yesNo)},
	)
	for _, u := range claimsUsed(a) {
		t.Rows = append(t.Rows, m.claim(u))
	}
	return &book.Sheet{Name: m.tab(wordCrosswalk), Title: m.oneLine(m.say(wordCrosswalk)), Tables: []*book.Table{t}, Large: true}
}

func (m *maker) claim(u used) []book.Cell {
	c := graph.Claim{Mapping: u.mapping, Target: u.reversed}.Directed()
	names := func(nodes []*graph.Requirement) book.Cell {
		var lines []string
		for _, r := range nodes {
			lines = append(lines, m.say(graph.Text{EN: r.Name(graph.English), KO: r.Name(graph.Korean)}))
		}
		return book.Text(strings.Join(lines, "\n"))
	}
	strength := book.Text("")
	if c.Strength > 0 {
		strength = book.Number(c.Strength)
	}
	row := []book.Cell{
		book.Text(strings.Join(c.From, "\n")), names(c.Sources()), book.Text(c.Relation.Symbol() + " " + c.Relation.String()),
		book.Text(strings.Join(c.To, "\n")), names(c.Targets()), strength,
	}
	row = append(row, m.cells(c.Why.In)...)
	row = append(row, m.cells(c.Remainder.To.In)...)
	return append(row, book.Text(m.say(export.AssuranceName(c.Assurance()))), book.Text(c.Source.Title), book.Text(c.ID), book.Text(m.options(yesNo)[1]))
}

// proofs is the sheet of the proofs: of every requirement step by step, of every point the step that concludes.
func (m *maker) proofs(a *coverage.Analysis) *book.Sheet {
	t := &book.Table{Headed: true, Columns: []book.Column{
		{Key: "ref", Head: m.say(wordNumber), Width: 11}, {Key: "step", Head: m.say(wordStep), Width: 7, Center: true},
		{Key: "concludes", Head: m.say(wordConcludes), Width: 24}, {Key: "verdict", Head: m.say(wordVerdict), Width: 13, Tones: verdictTones},
		{Key: "rule", Head: m.say(wordRule), Width: 7, Center: true},
	}}
	t.Columns = append(t.Columns, m.columns("sentence", wordSentence, 80)...)
	t.Columns = append(t.Columns, book.Column{Key: "claim", Head: m.say(wordClaim), Width: 24})
	add := func(r *graph.Requirement, v coverage.Verdict, p *coverage.Proof, all bool) {
		if p == nil {
			row := []book.Cell{book.Text(r.Number), book.Text(""), book.Text(r.Ref), book.Text(verdictText(v)), book.Text("")}
			row = append(row, m.cells(export.VerdictMeaning(v).In)...)
			t.Rows = append(t.Rows, append(row, book.Text("")))
			return
		}
		steps := p.Steps()
		for i, step := range steps {
			if !all && i < len(steps)-1 {
				continue
			}
			row := []book.Cell{book.Text(r.Number), book.Text(strconv.Itoa(i + 1)), book.Text(step.Requirement.Ref), book.Text(verdictText(step.Verdict)), book.Text(step.Rule.String())}
			row = append(row, m.cells(func(l graph.Language) string { return export.Sentence(step, l) })...)
			id := ""
			if step.Mapping != nil {
				id = step.Mapping.ID
			}
			t.Rows = append(t.Rows, append(row, book.Text(id)))
		}
	}
	for _, item := range a.Items {
		add(item.Requirement, item.Verdict, item.Proof(), true)
		for _, p := range item.Points() {
			add(p.Requirement, p.Verdict, p.Proof, false)
		}
	}
	return &book.Sheet{Name: m.tab(wordProofs), Title: m.oneLine(m.say(wordProofs)), Tables: []*book.Table{t}, Large: true}
}
