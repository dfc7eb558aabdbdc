package export

import (
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Explain writes the answer for one requirement as text, JSON or Markdown: the verdict, the proof step by step, each
// point with its own proof, what remains, and the sources with their assurance. It can be pasted into a report. Text and
// Markdown follow the style; JSON has the sentences, the line and the paragraph in both languages.
func Explain(w io.Writer, x *coverage.Explanation, s *graph.Snapshot, o Options) error {
	if o.Format == JSON {
		item := newItemJSON(x.Item)
		return writeJSON(w, struct {
			Held []string `json:"held"`
			askedJSON
			Notice    *graph.Text `json:"notice,omitempty"`
			AsOf      graph.Date  `json:"asOf,omitempty"`
			Revision  string      `json:"revision"`
			Sentences struct {
				EN []string `json:"en"`
				KO []string `json:"ko"`
			} `json:"sentences"`
			Line      graph.Text  `json:"line"`
			Paragraph graph.Text  `json:"paragraph"`
			Doubts    []doubtJSON `json:"doubts"`
			itemJSON
		}{x.Held, newAskedJSON(x.Lapsed, x.Controls, x.Scope, x.Policy), noticeJSON(s, x.Item.Requirement.Ref), x.AsOf, x.Revision.Hash, struct {
			EN []string `json:"en"`
			KO []string `json:"ko"`
		}{Sentences(x.Item.Proof(), graph.English), Sentences(x.Item.Proof(), graph.Korean)},
			graph.Text{EN: Line(x, graph.English), KO: Line(x, graph.Korean)},
			graph.Text{EN: Paragraph(x, s, graph.English), KO: Paragraph(x, s, graph.Korean)}, newDoubtsJSON(x.Doubts), item})
	}
	p := newPage(w)
	if o.Style == "" || o.Style == InSteps {
		report{page: p, Options: o}.write(x, s)
	} else {
		styled(p, x, s, o)
	}
	return p.close()
}

// report lays an explanation out, as Markdown or as plain text.
type report struct {
	*page
	Options
}

func (r report) title(text string) {
	if r.Format == Markdown {
		r.printf("# %s\n\n", text)
		return
	}
	r.printf("%s\n", r.paint("1", text))
}

func (r report) section(word graph.Text) {
	if r.Format == Markdown {
		r.printf("\n## %s\n\n", capital(word.In(r.Language)))
		return
	}
	r.printf("\n%s\n", r.paint("1", capital(word.In(r.Language))))
}

func (r report) bullet(text string) {
	if r.Format == Markdown {
		r.printf("- %s\n", text)
		return
	}
	r.printf("%s\n", indent("- "+text, 2, r.Width))
}

func (r report) write(x *coverage.Explanation, s *graph.Snapshot) {
	l, item := r.Language, x.Item
	std := item.Requirement.Standard()
	r.title(named(item.Requirement, l) + ", " + std.Title.In(l))
	r.bullet(capital(wordHeld.In(l)) + ": " + heldText(s, x.Held, l))
	asked(x.Lapsed, x.Controls, x.Scope, x.Policy, l, func(label graph.Text, text string) {
		r.bullet(capital(label.In(l)) + ": " + text)
	})
	if own := r.Overlay.Text(item.Requirement, l); own != "" && r.Format == Text {
		r.bullet(wordOwnText.In(l) + ": " + own)
	}
	if x.AsOf != "" {
		r.bullet(capital(wordAsOf.In(l)) + ": " + string(x.AsOf))
	}
	r.bullet(wordVerdict.In(l) + ": " + verdictSymbols[item.Verdict] + " " + item.Verdict.String() + " — " + verdictMeanings[item.Verdict].In(l))
	r.bullet(wordDisposition.In(l) + ": " + string(item.Disposition) + " — " + dispositionMeanings[item.Disposition].In(l))
	if text := Notice(s, item.Requirement.Ref).In(l); text != "" {
		r.bullet(text)
	}
	if text := Blocked(item, l); text != "" {
		r.bullet(capital(wordBlocked.In(l)) + ": " + text)
	}
	if len(item.Conflict()) > 0 {
		r.bullet(capital(wordConflict.In(l)) + ": " + ConflictText(item, l))
	}
	if text := Disputes(item, l); text != "" {
		r.bullet(capital(wordDispute.In(l)) + ": " + text)
	}
	if item.Proof() != nil {
		r.section(wordProof)
		for _, sentence := range Sentences(item.Proof(), l) {
			r.bullet(sentence)
		}
	}
	if len(item.Points()) > 0 && item.Verdict != coverage.None && item.Verdict != coverage.Unknown {
		r.section(wordPoints)
		for _, point := range item.Points() {
			r.point(point)
		}
	}
	if len(item.Remainder()) > 0 {
		r.section(wordWhatRemains)
		for _, text := range RemainderTexts(item.Remainder(), l) {
			r.bullet(text)
		}
	}
	r.doubts(x.Doubts)
	for _, o := range item.Omissions() {
		r.section(wordOmission)
		for _, line := range OmissionText(o, l) {
			r.bullet(line)
		}
	}
	if item.Proof() != nil {
		r.section(wordSources)
		for _, text := range sources(item, l) {
			r.bullet(text)
		}
		r.bullet(capital(wordAssurance.In(l)) + ": " + assuranceWords[item.Proof().Assurance()].In(l))
	}
	r.bullet(capital(wordRevision.In(l)) + ": " + x.Revision.Hash[:min(12, len(x.Revision.Hash))])
	r.printf("\n%s\n", Disclaimer.In(l))
}

// point writes the verdict on one obligation with the last step of its proof.
func (r report) point(point coverage.Point) {
	l := r.Language
	line := point.Requirement.Number + " " + verdictSymbols[point.Verdict] + " " + point.Verdict.String() + ": " + point.Requirement.Gist.In(l)
	if point.Proof != nil && point.Proof.Mapping != nil {
		line += " ← " + Sentence(point.Proof, l)
	}
	r.bullet(line)
}

// sources names who stands behind the claims of an item's proof, and the editions of the standards that it speaks of.
func sources(item *coverage.Item, l graph.Language) []string {
	var list []string
	seen := map[string]bool{}
	add := func(text string) {
		if !seen[text] {
			seen[text] = true
			list = append(list, text)
		}
	}
	for _, step := range item.Proof().Steps() {
		if m := step.Mapping; m != nil {
			add(strings.TrimSpace(m.Source.Title + " (" + string(m.Source.Kind) + ") " + m.Source.Licence))
		}
		for _, c := range step.Closures {
			for _, m := range c.Mappings {
				add(strings.TrimSpace(m.Source.Title + " (" + string(m.Source.Kind) + ") " + m.Source.Licence))
			}
		}
		std := step.Requirement.Standard()
		add(std.Title.In(l) + " [" + std.Ref + ", " + std.Edition + ", " + string(std.Status) + "]")
	}
	return list
}
