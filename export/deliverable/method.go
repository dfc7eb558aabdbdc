package deliverable

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
	"github.com/clausegraph/clausegraph/relation"
)

// dataLicence is the licence of the data, which every document names.
const dataLicence = "CC BY 4.0"

// notes returns a table of names with texts.
func (m *maker) notes(heading graph.Text) *book.Table {
	t := &book.Table{Columns: []book.Column{{Width: 26}, {Width: 100}}}
	if !heading.IsZero() {
		t.Heading = m.oneLine(m.say(heading))
	}
	return t
}

func note(name, text string) []book.Cell { return []book.Cell{book.Strong(name), book.Text(text)} }

// asked is the question that the document answers.
func (m *maker) asked(a *coverage.Analysis) *book.Table {
	t := m.notes(wordQuestion)
	add := func(name graph.Text, text string) {
		if text != "" {
			t.Rows = append(t.Rows, note(m.say(name), text))
		}
	}
	add(wordOrganization, m.Organization)
	add(wordHeld, m.of(func(l graph.Language) string { return m.named(m.Held, l) }))
	add(wordLapsed, m.of(func(l graph.Language) string { return export.LapsedText(m.Lapsed, l) }))
	if len(m.Controls) > 0 {
		add(wordOwnControls, fmt.Sprint(len(m.Controls)))
	}
	add(wordScope, m.Scope)
	add(wordTarget, m.of(func(l graph.Language) string { return m.named([]string{m.Target}, l) }))
	add(wordNotice, m.of(func(l graph.Language) string { return export.Notice(m.engine.Snapshot(), m.Target).In(l) }))
	add(wordPolicy, m.of(func(l graph.Language) string { return export.PolicyText(m.Policy, l) }))
	add(wordAsOf, string(m.AsOf))
	add(wordRevision, fmt.Sprintf("%.12s", m.engine.Snapshot().Revision().Hash))
	if a != nil && len(a.Doubts) > 0 {
		var lines []string
		for _, d := range a.Doubts {
			lines = append(lines, d.Requirement.Ref+": "+strings.Join(ids(d.Controls), ", "))
		}
		add(wordDoubts, strings.Join(lines, "\n"))
	}
	return t
}

func ids(controls []*graph.Control) []string {
	var list []string
	for _, c := range controls {
		list = append(list, c.ID)
	}
	return list
}

// named lists refs with the titles of what they name; of many the first and how many there are.
func (m *maker) named(refs []string, l graph.Language) string {
	s := m.engine.Snapshot()
	var names []string
	for i, ref := range refs {
		if i == 12 {
			names = append(names, fmt.Sprintf("… (%d)", len(refs)))
			break
		}
		switch std, r := s.Standard(ref), s.Requirement(ref); {
		case std != nil:
			names = append(names, fmt.Sprintf("%s (%s)", std.Title.In(l), ref))
		case r != nil:
			names = append(names, strings.TrimSpace(ref+" "+r.Name(l)))
		}
	}
	return strings.Join(names, "; ")
}

// legend explains signs and words.
func (m *maker) legend() *book.Sheet {
	s := &book.Sheet{Name: m.tab(wordLegend), Title: m.oneLine(m.say(wordLegend))}
	table := func(heading graph.Text, heads ...graph.Text) *book.Table {
		t := &book.Table{Heading: m.oneLine(m.say(heading)), Headed: true}
		for i, h := range heads {
			t.Columns = append(t.Columns, book.Column{Head: m.say(h), Width: []float64{26, 60, 60}[i]})
		}
		s.Tables = append(s.Tables, t)
		return t
	}
	verdicts := table(wordVerdicts, wordVerdict, wordMeaning, wordToDo)
	verdicts.Columns[0].Tones = verdictTones
	todo := map[coverage.Verdict][]coverage.Disposition{
		coverage.Full: {coverage.Reuse}, coverage.Partial: {coverage.Extend, coverage.ExtendScope}, coverage.Possible: {coverage.ToReview},
		coverage.None: {coverage.Build}, coverage.Unknown: {coverage.Analyse},
	}
	for _, v := range coverage.Verdicts {
		var lines []string
		for _, d := range todo[v] {
			lines = append(lines, m.oneLine(m.dispositionText(d))+": "+m.oneLine(m.say(export.DispositionMeaning(d))))
		}
		verdicts.Rows = append(verdicts.Rows, []book.Cell{book.Text(verdictText(v)), book.Text(m.say(export.VerdictMeaning(v))), book.Text(strings.Join(lines, "\n"))})
	}
	relations := table(wordRelations, wordRelationship, wordMeaning)
	for _, r := range relation.All {
		relations.Rows = append(relations.Rows, []book.Cell{book.Text(r.Symbol() + " " + r.String()), book.Text(m.say(relationMeanings[r]))})
	}
	degrees := table(wordDegrees, wordAssurance, wordMeaning)
	for _, a := range slices.Backward(graph.Assurances) {
		degrees.Rows = append(degrees.Rows, []book.Cell{book.Text(m.say(export.AssuranceName(a))), book.Text(m.say(assuranceMeanings[a]))})
	}
	colours := table(wordColours, wordColour, wordMeaning)
	colours.Rows = [][]book.Cell{
		{{Text: m.say(wordYellow), Input: true}, book.Text(m.say(yellowMeaning))},
		{book.Text(m.say(wordOtherColours)), book.Text(m.say(coloursMeaning))},
	}
	return s
}

// method says how the answer was found, how far it can be trusted, and what it is not.
func (m *maker) method(a *coverage.Analysis) *book.Sheet {
	s := &book.Sheet{Name: m.tab(wordMethod), Title: m.oneLine(m.say(wordMethod)), Portrait: true}
	rules := m.notes(wordRules)
	rules.Rows = append(rules.Rows, note(m.say(wordPremise), m.say(rulesIntroduction)))
	for i, text := range ruleTexts {
		rules.Rows = append(rules.Rows, note(coverage.Rules[i].String(), m.say(text)))
	}
	limits := m.notes(wordLimits)
	for i, text := range append(slices.Clone(limitTexts), export.Disclaimer) {
		limits.Rows = append(limits.Rows, note(fmt.Sprint(i+1), m.say(text)))
	}
	s.Tables = append(s.Tables, m.asked(a), rules, limits)
	if a == nil {
		return s
	}
	trust := m.notes(wordTrust)
	trust.Rows = append(trust.Rows, m.trust(a)...)
	s.Tables = append(s.Tables, trust)
	list, numbers := export.Omissions(a)
	for _, o := range list {
		t := m.notes(wordOmission)
		t.Rows = append(t.Rows, note(m.say(wordCriteria), fmt.Sprintf("%d: %s", len(numbers[o]), strings.Join(numbers[o], ", "))))
		t.Rows = append(t.Rows, note(m.say(wordConditions), m.of(func(l graph.Language) string { return strings.Join(export.OmissionText(o, l), "\n") })))
		s.Tables = append(s.Tables, t)
	}
	return s
}

// trust counts the verdicts by the weakest claim that each rests on.
func (m *maker) trust(a *coverage.Analysis) [][]book.Cell {
	counts := map[graph.Assurance]int{}
	for _, item := range a.Items {
		if item.Proof() != nil {
			counts[item.Proof().Assurance()]++
		}
	}
	rows := [][]book.Cell{note(m.say(wordMeaning), m.say(trustMeaning))}
	for _, degree := range slices.Backward(graph.Assurances) {
		if counts[degree] > 0 {
			rows = append(rows, note(m.say(export.AssuranceName(degree)), fmt.Sprintf("%d / %d", counts[degree], len(a.Items))))
		}
	}
	return rows
}

// sources is the sheet of what the answer was taken from, with licences.
func (m *maker) sources(a *coverage.Analysis) *book.Sheet {
	return &book.Sheet{Name: m.tab(wordSources), Title: m.oneLine(m.say(wordSources)), Tables: m.sourceTables(claimsUsed(a))}
}

func (m *maker) sourceTables(claims []used) []*book.Table {
	data := m.notes(wordData)
	data.Rows = [][]book.Cell{
		note(m.say(wordRevision), m.engine.Snapshot().Revision().Hash),
		note(m.say(wordLicence), m.say(licenceText)),
		note(m.say(wordAsOf), string(m.AsOf)),
	}
	standards := &book.Table{Heading: m.oneLine(m.say(wordStandards)), Headed: true, Columns: []book.Column{
		{Head: m.say(wordRef), Width: 26}, {Head: m.say(wordTitle), Width: 60}, {Head: m.say(wordEdition), Width: 12}, {Head: m.say(wordPublisher), Width: 14}, {Head: m.say(wordEditionStatus), Width: 16}, {Head: m.say(wordUnofficial), Width: 22},
	}}
	for _, std := range m.standards(claims) {
		unofficial := make([]string, len(std.Unofficial))
		for i, l := range std.Unofficial {
			unofficial[i] = string(l)
		}
		standards.Rows = append(standards.Rows, []book.Cell{
			book.Text(std.Ref), book.Text(m.say(std.Title)), book.Text(std.Edition), book.Text(std.Publisher), book.Text(m.say(statusNames[std.Status])), book.Text(strings.Join(unofficial, ", ")),
		})
	}
	claimants := &book.Table{Heading: m.oneLine(m.say(wordClaimants)), Headed: true, Columns: []book.Column{
		{Head: m.say(wordSource), Width: 26}, {Head: m.say(wordAddress), Width: 60}, {Head: m.say(wordSourceKind), Width: 12}, {Head: m.say(wordLicence), Width: 14}, {Head: m.say(wordClaimCount), Width: 16, Center: true},
	}}
	var sources []graph.Source
	counts := map[graph.Source]int{}
	for _, u := range claims {
		source := u.mapping.Source
		source.Key = "" // a name within its crosswalk alone
		if counts[source] == 0 {
			sources = append(sources, source)
		}
		counts[source]++
	}
	slices.SortFunc(sources, func(a, b graph.Source) int { return counts[b] - counts[a] })
	for _, s := range sources {
		claimants.Rows = append(claimants.Rows, []book.Cell{book.Text(s.Title), book.Text(s.URL), book.Text(string(s.Kind)), book.Text(s.Licence), book.Number(counts[s])})
	}
	return []*book.Table{data, standards, claimants}
}

// standards lists the standards that the question and the claims speak of, in order of ref.
func (m *maker) standards(claims []used) []*graph.Standard {
	s := m.engine.Snapshot()
	wanted := map[string]bool{}
	want := func(ref string) {
		std, _ := graph.SplitRef(ref)
		wanted[std] = true
	}
	for _, ref := range append(slices.Clone(m.Held), m.Target) {
		want(ref)
	}
	for _, c := range m.Controls {
		for _, ref := range slices.Concat(c.Satisfies, c.Contributes) {
			want(ref)
		}
	}
	for _, u := range claims {
		for _, ref := range slices.Concat(u.mapping.From, u.mapping.To) {
			want(ref)
		}
	}
	var list []*graph.Standard
	for _, std := range s.Standards() {
		if wanted[std.Ref] {
			list = append(list, std)
		}
	}
	return list
}
