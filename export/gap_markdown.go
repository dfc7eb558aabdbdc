package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

func gapMarkdown(w io.Writer, a *coverage.Analysis, s *graph.Snapshot, l graph.Language) error {
	p := newPage(w)
	p.printf("# %s\n\n", cell(standardsOf(s, l, a.Target)))
	p.printf("- %s: %s\n", capital(wordHeld.In(l)), cell(heldText(s, a.Held, l)))
	asked(a.Lapsed, a.Controls, a.Scope, a.Policy, l, func(label graph.Text, text string) {
		p.printf("- %s: %s\n", capital(label.In(l)), cell(text))
	})
	if a.AsOf != "" {
		p.printf("- %s: %s\n", capital(wordAsOf.In(l)), a.AsOf)
	}
	p.printf("- %s: `%.12s`\n\n", capital(wordRevision.In(l)), a.Revision.Hash)
	if text := Notice(s, a.Target).In(l); text != "" {
		p.printf("**%s**\n\n", text)
	}
	p.printf("%s (%s)\n\n", counts(a.Summary, Options{}), fmt.Sprintf(wordOf.In(l), a.Summary.Total, a.Target))
	p.printf("| %s | %s | %s | %s | %s |\n|---|---|---|---|---|\n", wordRequirement.In(l), wordVerdict.In(l), wordDisposition.In(l), wordReused.In(l), wordWhatRemains.In(l))
	for _, item := range a.Items {
		p.printf("| %s %s | %s %s | %s | %s | %s |\n", item.Requirement.Number, cell(item.Requirement.Name(l)), verdictSymbols[item.Verdict],
			item.Verdict, item.Disposition, cell(strings.Join(reused(item, l), ", ")), cell(strings.Join(open(item, l), "\n")))
	}
	r := report{p, Options{Format: Markdown, Language: l}}
	r.doubts(a.Doubts)
	r.omissions(a)
	p.printf("\n## %s\n\n", capital(wordLegend.In(l)))
	for _, v := range coverage.Verdicts {
		p.printf("- %s %s: %s\n", verdictSymbols[v], v, verdictMeanings[v].In(l))
	}
	p.printf("\n%s\n", Disclaimer.In(l))
	return p.close()
}

// reused lists what is reused for an item: requirements, then controls.
func reused(item *coverage.Item, l graph.Language) []string {
	list := Via(item)
	if controls := ControlsOf(item); len(controls) > 0 {
		list = append(list, wordControl.In(l)+" "+controlTags(controls))
	}
	return list
}

// open lists what keeps an item from being met: what remains, who blocks it, and what contradicts it.
func open(item *coverage.Item, l graph.Language) []string {
	list := RemainderTexts(item.Remainder(), l)
	if text := Blocked(item, l); text != "" {
		list = append(list, capital(wordBlocked.In(l))+": "+text)
	}
	if len(item.Conflict()) > 0 {
		list = append(list, capital(wordConflict.In(l))+": "+ConflictText(item, l))
	}
	if text := Disputes(item, l); text != "" {
		list = append(list, capital(wordDispute.In(l))+": "+text)
	}
	return list
}

// cell makes a text fit for a cell of a Markdown table.
func cell(text string) string {
	return strings.NewReplacer("|", `\|`, "\n", "<br>", "<", "&lt;").Replace(text)
}
