package export

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

var verdictColors = map[coverage.Verdict]string{
	coverage.Full: "32", coverage.Partial: "33", coverage.Possible: "36", coverage.None: "31", coverage.Unknown: "90",
}

func (o Options) paint(code, text string) string {
	if !o.Color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// gapText writes the counts first, then every requirement under its headings with what is reused and what is left.
func gapText(w io.Writer, a *coverage.Analysis, s *graph.Snapshot, o Options) error {
	p, l := newPage(w), o.Language
	p.printf("%s: %s\n", capital(wordTarget.In(l)), o.paint("1", standardsOf(s, l, a.Target)))
	p.printf("%s: %s\n", capital(wordHeld.In(l)), heldText(s, a.Held, l))
	asked(a.Lapsed, a.Controls, a.Scope, a.Policy, l, func(label graph.Text, text string) {
		p.printf("%s: %s\n", capital(label.In(l)), text)
	})
	if a.AsOf != "" {
		p.printf("%s: %s; ", capital(wordAsOf.In(l)), a.AsOf)
	}
	p.printf("%s: %.12s\n\n", wordRevision.In(l), a.Revision.Hash)
	if text := Notice(s, a.Target).In(l); text != "" {
		p.printf("%s\n\n", o.paint("1", text))
	}
	p.printf("%s   (%s)\n\n", counts(a.Summary, o), fmt.Sprintf(wordOf.In(l), a.Summary.Total, a.Target))
	shown := map[*graph.Requirement]bool{}
	sums := map[*graph.Requirement]coverage.Summary{}
	for _, g := range a.Groups() {
		sums[g.Group] = g.Summary
	}
	for _, item := range a.Items {
		headings(p, item.Requirement.Parent(), shown, sums, o)
		itemText(p, item, o)
	}
	report{p, o}.doubts(a.Doubts)
	report{p, o}.omissions(a)
	p.printf("\n%s\n", capital(wordLegend.In(l)))
	for _, v := range coverage.Verdicts {
		p.printf("  %s %s %s\n", o.paint(verdictColors[v], verdictSymbols[v]), pad(v.String(), 8), verdictMeanings[v].In(l))
	}
	for _, d := range coverage.Dispositions {
		p.printf("    %s %s\n", pad(string(d), 12), dispositionMeanings[d].In(l))
	}
	p.printf("%s\n", Disclaimer.In(l))
	return p.close()
}

// counts writes the five counts, never a percentage.
func counts(s coverage.Summary, o Options) string {
	var parts []string
	for _, v := range coverage.Verdicts {
		parts = append(parts, o.paint(verdictColors[v], fmt.Sprintf("%s %s %d", verdictSymbols[v], v, s.Count(v))))
	}
	return strings.Join(parts, "  ")
}

// headings writes the groups above an item that are not written yet, the outermost first.
func headings(p *page, g *graph.Requirement, shown map[*graph.Requirement]bool, sums map[*graph.Requirement]coverage.Summary, o Options) {
	if g == nil || shown[g] {
		return
	}
	headings(p, g.Parent(), shown, sums, o)
	shown[g] = true
	p.printf("%s   %s\n", o.paint("1", g.Number+" "+g.Title.In(o.Language)), counts(sums[g], o))
}

func itemText(p *page, item *coverage.Item, o Options) {
	l := o.Language
	verdict := o.paint(verdictColors[item.Verdict], verdictSymbols[item.Verdict]+" "+pad(item.Verdict.String(), 8))
	p.printf("  %s %s %s %s\n", pad(item.Requirement.Number, 7), verdict, pad(string(item.Disposition), 12), item.Requirement.Name(l))
	line := func(label, text string) {
		if text != "" {
			p.printf("%s\n", indent(label+": "+text, 12, o.Width))
		}
	}
	switch item.Verdict {
	case coverage.Full, coverage.Partial, coverage.Possible:
		line(wordVia.In(l), strings.Join(Via(item), ", "))
		line(wordControls.In(l), controlTags(ControlsOf(item)))
		line(wordWhy.In(l), why(item, l))
	case coverage.None:
		line(wordWhy.In(l), why(item, l))
	}
	line(wordBlocked.In(l), Blocked(item, l))
	if len(item.Conflict()) > 0 {
		line(wordConflict.In(l), ConflictText(item, l))
	}
	line(wordDispute.In(l), Disputes(item, l))
	if len(item.Omissions()) > 0 {
		line(wordAudit.In(l), wordMayBeOmitted.In(l))
	}
	for _, r := range item.Remainder() {
		switch {
		case r.Point == nil:
			line(wordRemains.In(l), r.Text.In(l))
		case r.Mapping == nil:
			line(wordRemains.In(l), r.Point.Number+" "+r.Text.In(l))
		default: // what a claim says of a point that is only PARTIAL is for explain, JSON and CSV
		}
	}
}

// why gives the reason of a verdict in short: the chain of refs, relations and rules, or the reason why nothing held
// relates.
func why(item *coverage.Item, l graph.Language) string {
	if item.Proof() == nil {
		return ""
	}
	if item.Proof().Rule == coverage.R7 {
		return closuresText(item.Proof().Closures, l)
	}
	return chain(item.Proof())
}

// closuresText says why nothing held relates to a requirement.
func closuresText(closures []coverage.Closure, l graph.Language) string {
	var reasons []string
	for _, c := range closures {
		reasons = append(reasons, closureReasons(c, l == graph.Korean)...)
	}
	return strings.Join(reasons, " ")
}

// ConflictText says that an item is proved and closed at the same time, and by what.
func ConflictText(item *coverage.Item, l graph.Language) string {
	return wordOpposite.In(l) + " " + closuresText(item.Conflict(), l)
}

// chain writes a proof on one line, from what is held to what is concluded, along the first premise of each step.
func chain(p *coverage.Proof) string {
	number := p.Requirement.Number
	if len(p.Premises) == 0 {
		return number
	}
	link := " →"
	if p.Mapping != nil {
		link = fmt.Sprintf(" %s[%s, %d]", p.Mapping.Read(p.Reversed).Symbol(), p.Mapping.Assurance(), p.Mapping.Strength)
	}
	before := chain(p.Premises[0])
	if len(p.Premises) > 1 {
		before = fmt.Sprintf("{%s; +%d}", before, len(p.Premises)-1)
	}
	return before + link + " " + number
}

// pad fills a text with spaces to a number of columns; Korean letters take two.
func pad(text string, columns int) string { return runewidth.FillRight(text, columns) }

// columns counts the columns that a text takes.
func columns(text string) int { return runewidth.StringWidth(text) }

// indent sets a text in by some columns and, where the width is known, breaks it at spaces.
func indent(text string, by, width int) string {
	margin := strings.Repeat(" ", by)
	if width < by+30 {
		return margin + text
	}
	var b strings.Builder
	used := width
	for i, word := range strings.Fields(text) {
		size := runewidth.StringWidth(word)
		switch {
		case i == 0:
			b.WriteString(margin + word)
			used = by + size
		case used+1+size > width:
			b.WriteString("\n" + margin + "  " + word)
			used = by + 2 + size
		default:
			b.WriteString(" " + word)
			used += 1 + size
		}
	}
	return b.String()
}

// capital raises the first letter of an English word; Korean stays as it is.
func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}
