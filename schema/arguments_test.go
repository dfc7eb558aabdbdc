package schema_test

import (
	"encoding/base64"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/schema"
)

// argument is one argument of one field, and two selections that differ in it alone.
type argument struct {
	name     string // Type.field.argument
	one, two string
}

// paged returns the four paging arguments of a connection field. The call has %s where its arguments go.
func paged(field, call string) []argument {
	at := func(args string) string { return strings.Replace(call, "%s", args, 1) }
	const first, second = "CURSOR1", "CURSOR2"
	return []argument{
		{field + ".first", at("first: 2"), at("first: 1")},
		{field + ".after", at("first: 1"), at("first: 1, after: " + first)},
		{field + ".last", at("first: 1"), at("last: 1")},
		{field + ".before", at("last: 1"), at("last: 1, before: " + second)},
	}
}

func arguments() []argument {
	const edges = "{ edges { cursor } pageInfo { startCursor } }"
	const review = `controls: [{id: "AR-1", title: "Access review", status: IMPLEMENTED, scope: "cloud", satisfies: ["isms-p-2023/2.5.6"]}]`
	lists := []argument{
		{"Query.gapAnalysis.controls", `{ gapAnalysis(held: [], target: "isms-p-2023/2.5.6") { summary { full } } }`, `{ gapAnalysis(held: [], target: "isms-p-2023/2.5.6", ` + review + `) { summary { full } } }`},
		{"Query.gapAnalysis.scope", `{ gapAnalysis(held: [], target: "isms-p-2023/2.5.6", ` + review + `) { summary { full } } }`, `{ gapAnalysis(held: [], target: "isms-p-2023/2.5.6", scope: "office", ` + review + `) { summary { full } } }`},
		{"Query.gapAnalysis.policy", `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") { summary { partial } } }`, `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023", policy: {minAssurance: OFFICIAL}) { summary { partial } } }`},
		{"Query.explain.controls", `{ explain(held: [], requirement: "isms-p-2023/2.5.6") { verdict } }`, `{ explain(held: [], requirement: "isms-p-2023/2.5.6", ` + review + `) { verdict } }`},
		{"Query.explain.scope", `{ explain(held: [], requirement: "isms-p-2023/2.5.6", ` + review + `) { verdict } }`, `{ explain(held: [], requirement: "isms-p-2023/2.5.6", scope: "office", ` + review + `) { verdict } }`},
		{"Query.explain.policy", `{ explain(held: ["iso-27001-2022"], requirement: "isms-p-2023/2.5.4") { verdict } }`, `{ explain(held: ["iso-27001-2022"], requirement: "isms-p-2023/2.5.4", policy: {minAssurance: OFFICIAL}) { verdict } }`},
		{"Query.deliverable.kind", `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015") { content } }`, `{ deliverable(kind: SUMMARY, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015") { content } }`},
		{"Query.deliverable.format", `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015") { content } }`, `{ deliverable(kind: AUDIT_TIME, format: CSV, held: ["iso-27001-2022"], target: "iso-9001-2015") { content } }`},
		{"Query.deliverable.language", `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015") { content } }`, `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015", language: KO) { content } }`},
		{"Query.deliverable.held", `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015") { content } }`, `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-42001-2023"], target: "iso-9001-2015") { content } }`},
		{"Query.deliverable.controls", `{ deliverable(kind: SUMMARY, format: MD, held: [], target: "isms-p-2023/2.5.6") { content } }`, `{ deliverable(kind: SUMMARY, format: MD, held: [], target: "isms-p-2023/2.5.6", controls: [{id: "AR-1", title: "Access review", status: IMPLEMENTED, scope: "cloud", satisfies: ["isms-p-2023/2.5.6"]}]) { content } }`},
		{"Query.deliverable.scope", `{ deliverable(kind: SUMMARY, format: MD, held: [], target: "isms-p-2023/2.5.6", controls: [{id: "AR-1", title: "Access review", status: IMPLEMENTED, scope: "cloud", satisfies: ["isms-p-2023/2.5.6"]}]) { content } }`, `{ deliverable(kind: SUMMARY, format: MD, held: [], target: "isms-p-2023/2.5.6", scope: "office", controls: [{id: "AR-1", title: "Access review", status: IMPLEMENTED, scope: "cloud", satisfies: ["isms-p-2023/2.5.6"]}]) { content } }`},
		{"Query.deliverable.target", `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015") { content } }`, `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2026") { content } }`},
		{"Query.deliverable.organization", `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015") { content } }`, `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015", organization: "Acme") { content } }`},
		{"Query.deliverable.asOf", `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015") { content } }`, `{ deliverable(kind: AUDIT_TIME, format: MD, held: ["iso-27001-2022"], target: "iso-9001-2015", asOf: "2026-01-02") { content } }`},
		{"Query.deliverable.policy", `{ deliverable(kind: SUMMARY, format: MD, held: ["iso-27001-2022"], target: "isms-p-2023/2.5.6") { content } }`, `{ deliverable(kind: SUMMARY, format: MD, held: ["iso-27001-2022"], target: "isms-p-2023/2.5.6", policy: {minAssurance: OFFICIAL}) { content } }`},
		{"Query.node.id", `{ node(id: "U3RhbmRhcmQ6aXNvLWhz") { id } }`, `{ node(id: "eA") { id } }`},
		{"Query.nodes.ids", `{ nodes(ids: ["U3RhbmRhcmQ6aXNvLWhz"]) { id } }`, `{ nodes(ids: []) { id } }`},
		{"Query.standards.discipline", `{ standards { ref } }`, `{ standards(discipline: QUALITY) { ref } }`},
		{"Query.standards.status", `{ standards { ref } }`, `{ standards(status: WITHDRAWN) { ref } }`},
		{"Query.standard.ref", `{ standard(ref: "iso-hs") { ref } }`, `{ standard(ref: "isms-2023") { ref } }`},
		{"Query.requirement.ref", `{ requirement(ref: "isms-p-2023/2.5.4") { ref } }`, `{ requirement(ref: "isms-p-2023/2.5.5") { ref } }`},
		{"Query.search.query", `{ search(query: "password") { totalCount } }`, `{ search(query: "backup") { totalCount } }`},
		{"Query.search.standards", `{ search(query: "password") { totalCount } }`, `{ search(query: "password", standards: ["isms-p-2023"]) { totalCount } }`},
		{"Query.search.kinds", `{ search(query: "password") { totalCount } }`, `{ search(query: "password", kinds: [ARTICLE]) { totalCount } }`},
		{"Query.search.disciplines", `{ search(query: "audit") { totalCount } }`, `{ search(query: "audit", disciplines: [QUALITY]) { totalCount } }`},
		{"Query.search.domains", `{ search(query: "audit") { totalCount } }`, `{ search(query: "audit", domains: ["isms-p-2023/1"]) { totalCount } }`},
		{"Query.search.attributes", `{ search(query: "access") { totalCount } }`, `{ search(query: "access", attributes: ["control-type/corrective"]) { totalCount } }`},
		{"Query.search.fold", `{ search(query: "password") { totalCount } }`, `{ search(query: "password", fold: true) { totalCount } }`},
		{"Query.suggestions.query", `{ suggestions(query: "acc") { text } }`, `{ suggestions(query: "비밀버") { text } }`},
		{"Query.suggestions.first", `{ suggestions(query: "acc") { text } }`, `{ suggestions(query: "acc", first: 1) { text } }`},
		{"Query.suggestions.language", `{ suggestions(query: "a") { text } }`, `{ suggestions(query: "a", language: KO) { text } }`},
		{"SearchFacet.label.language", `{ search(query: "") { facets { label } } }`, `{ search(query: "") { facets { label(language: KO) } } }`},
		{"SearchFacetValue.label.language", `{ search(query: "") { facets { values { label } } } }`, `{ search(query: "") { facets { values { label(language: KO) } } } }`},
		{"Query.search.language", `{ search(query: "password") { edges { highlights { language } } } }`, `{ search(query: "password", language: KO) { edges { highlights { language } } } }`},
		{"Query.glossary.query", `{ glossary(query: "MFA") { totalCount } }`, `{ glossary(query: "backup") { totalCount } }`},
		{"Query.mappings.from", `{ mappings { totalCount } }`, `{ mappings(from: "iso-9001-2015") { totalCount } }`},
		{"Query.mappings.to", `{ mappings { totalCount } }`, `{ mappings(to: "iso-9001-2015") { totalCount } }`},
		{"Query.gapAnalysis.held", `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") { summary { partial } } }`, `{ gapAnalysis(held: [], target: "isms-p-2023") { summary { partial } } }`},
		{"Query.gapAnalysis.target", `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") { summary { total } } }`, `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-2023") { summary { total } } }`},
		{"Query.gapAnalysis.asOf", `{ gapAnalysis(held: [], target: "isms-2023") { asOf } }`, `{ gapAnalysis(held: [], target: "isms-2023", asOf: "2024-02-29") { asOf } }`},
		{"Query.explain.held", `{ explain(held: ["iso-27001-2022"], requirement: "isms-p-2023/2.5.4") { verdict } }`, `{ explain(held: ["isms-p-2023"], requirement: "isms-p-2023/2.5.4") { verdict } }`},
		{"Query.explain.requirement", `{ explain(held: [], requirement: "isms-p-2023/2.5.4") { requirement { ref } } }`, `{ explain(held: [], requirement: "isms-p-2023/2.5.5") { requirement { ref } } }`},
		{"Query.explain.asOf", `{ explain(held: [], requirement: "isms-p-2023/2.5.4") { asOf } }`, `{ explain(held: [], requirement: "isms-p-2023/2.5.4", asOf: "2024-02-29") { asOf } }`},
		{"Query.facts.asOf", `{ facts { key } }`, `{ facts(asOf: "2027-07-01") { key } }`},
		{"Query.obligations.inputs", `{ obligations(scheme: "isms-p", inputs: []) { answer } }`, `{ obligations(scheme: "isms-p", inputs: [{key: "isp", value: "yes"}]) { answer } }`},
		{"Query.obligations.asOf", `{ obligations(scheme: "isms-p", inputs: []) { key } }`, `{ obligations(scheme: "isms-p", inputs: [], asOf: "2027-07-01") { key } }`},
		{"Standard.requirements.kinds", `{ standard(ref: "isms-p-2023") { requirements { totalCount } } }`, `{ standard(ref: "isms-p-2023") { requirements(kinds: [CRITERION]) { totalCount } } }`},
		{"Standard.requirements.assessable", `{ standard(ref: "isms-p-2023") { requirements(assessable: true) { totalCount } } }`, `{ standard(ref: "isms-p-2023") { requirements(assessable: false) { totalCount } } }`},
		{"Requirement.mappings.withPoints", `{ requirement(ref: "isms-p-2023/2.5.4") { mappings { totalCount } } }`, `{ requirement(ref: "isms-p-2023/2.5.4") { mappings(withPoints: false) { totalCount } } }`},
		{"GapAnalysis.items.verdicts", `{ gapAnalysis(held: ["isms-2023"], target: "isms-p-2023") { items { totalCount } } }`, `{ gapAnalysis(held: ["isms-2023"], target: "isms-p-2023") { items(verdicts: [NONE]) { totalCount } } }`},
		{"GapAnalysis.items.dispositions", `{ gapAnalysis(held: ["isms-2023"], target: "isms-p-2023") { items { totalCount } } }`, `{ gapAnalysis(held: ["isms-2023"], target: "isms-p-2023") { items(dispositions: [NEW]) { totalCount } } }`},
	}
	lists = append(lists, comparisons()...)
	lists = append(lists, readings()...)
	for field, call := range map[string]string{
		"Standard.title":        `{ standard(ref: "isms-p-2023") { title%s } }`,
		"Requirement.title":     `{ requirement(ref: "isms-p-2023/2.5.4") { title%s } }`,
		"Requirement.gist":      `{ requirement(ref: "isms-p-2023/2.5.4") { gist%s } }`,
		"Requirement.name":      `{ requirement(ref: "isms-p-2023/2.5.4-1") { name%s } }`,
		"Mapping.why":           `{ mappings(first: 1) { edges { node { why%s } } } }`,
		"MappingRemainder.from": `{ mappings(from: "iso-27001-2022", to: "isms-p-2023", first: 20) { edges { node { remainder { from%s } } } } }`,
		"MappingRemainder.to":   `{ mappings(from: "iso-27001-2022", to: "isms-p-2023", first: 20) { edges { node { remainder { to%s } } } } }`,
		"Query.glossary":        `{ glossary%s { edges { node { key } } } }`,
		"Term.name":             `{ glossary(query: "MFA") { edges { node { name%s } } } }`,
		"Term.also":             `{ glossary(query: "MFA") { edges { node { also%s } } } }`,
		"Term.note":             `{ glossary(query: "운영명세서") { edges { node { note%s } } } }`,
		"Scheme.title":          `{ schemes { title%s } }`,
		"Scheme.authority":      `{ schemes { authority%s } }`,
		"SchemeQuestion.title":  `{ schemes { questions { title%s } } }`,
		"Fact.claim":            `{ facts { claim%s } }`,
		"Obligation.who":        `{ obligations(scheme: "isms-p", inputs: []) { who%s } }`,
		"Obligation.what":       `{ obligations(scheme: "isms-p", inputs: []) { what%s } }`,
		"Obligation.due":        `{ obligations(scheme: "isms-p", inputs: []) { due%s } }`,
		"Omission.conditions":   `{ explain(held: ["iso-27001-2022"], requirement: "isms-p-2023/2.1.1") { omission { conditions%s } } }`,
		"Explanation.sentences": `{ explain(held: ["iso-27001-2022"], requirement: "isms-p-2023/2.5.4") { sentences%s } }`,
		"GapAnalysis.notice":    `{ gapAnalysis(held: [], target: "pipa/29") { notice%s } }`,
		"Standard.notice":       `{ standard(ref: "pipa") { notice%s } }`,
		"OverlapMatrix.notices": `{ overlap(standards: ["pipa", "isms-p-2023"]) { notices%s } }`,
		"Explanation.notice":    `{ explain(held: [], requirement: "pipa/29") { notice%s } }`,
		"Explanation.line":      `{ explain(held: ["iso-27001-2022"], requirement: "isms-p-2023/2.5.4") { line%s } }`,
		"Explanation.paragraph": `{ explain(held: ["iso-27001-2022"], requirement: "isms-p-2023/2.5.4") { paragraph%s } }`,
		"Remainder.text":        `{ explain(held: ["iso-27001-2022"], requirement: "isms-p-2023/2.5.4") { remainder { text%s } } }`,
	} {
		lists = append(lists, argument{field + ".language", strings.Replace(call, "%s", "", 1), strings.Replace(call, "%s", "(language: KO)", 1)})
	}
	lists = append(lists, paged("Query.search", `{ search(query: "access", %s) `+edges+` }`)...)
	lists = append(lists, paged("Query.glossary", `{ glossary(%s) `+edges+` }`)...)
	lists = append(lists, paged("Query.mappings", `{ mappings(%s) `+edges+` }`)...)
	lists = append(lists, paged("Standard.requirements", `{ standard(ref: "isms-p-2023") { requirements(%s) `+edges+` } }`)...)
	lists = append(lists, paged("Requirement.mappings", `{ requirement(ref: "isms-p-2023/2.5.4") { mappings(%s) `+edges+` } }`)...)
	lists = append(lists, paged("Crosswalk.mappings", `{ node(id: "Q3Jvc3N3YWxrOmlzby0yNzAwMS0yMDIyLS1pc28taHM") { ... on Crosswalk { mappings(%s) `+edges+` } } }`)...)
	lists = append(lists, paged("GapAnalysis.items", `{ gapAnalysis(held: [], target: "isms-p-2023") { items(%s) `+edges+` } }`)...)
	return lists
}

// readings returns the arguments of the reading of a file of controls.
func readings() []argument {
	ask := func(name, content, rest string) string {
		return `{ inventory(fileName: "` + name + `", content: "` + base64.StdEncoding.EncodeToString([]byte(content)) + `"` + rest + `) { controls { id satisfies contributes } } }`
	}
	const csv = "ID,Title,Status,Requirement\nAR-1,Access review,yes,A.5.18\n"
	return []argument{
		{"Query.inventory.fileName", ask("own.csv", csv, ""), ask("own ISO 27001-2022.csv", csv, "")},
		{"Query.inventory.content", ask("27001-2022.csv", csv, ""), ask("27001-2022.csv", csv+"AR-2,More,no,A.5.1\n", "")},
		{"Query.inventory.links", ask("27001-2022.csv", csv, ""), ask("27001-2022.csv", csv, ", links: CONTRIBUTES")},
	}
}

// comparisons returns the arguments of the questions that compare answers.
func comparisons() []argument {
	const (
		control  = `{id: "AR-1", title: "Access review", status: IMPLEMENTED, scope: "cloud", satisfies: ["isms-p-2023/2.5.6", "iso-27001-2013/A.9.2.5"]}`
		review   = `controls: [` + control + `]`
		target   = `target: "isms-p-2023/2.5"`
		held     = `held: ["iso-27001-2022"]`
		official = `policy: {minAssurance: OFFICIAL}`
		edges    = "{ edges { cursor } pageInfo { startCursor } }"
	)
	var lists []argument
	// differ adds an argument: the question with and without it, or with two values of it.
	differ := func(field, arg, selection, always, one, two string) {
		ask := func(given string) string {
			if given = strings.Trim(always+", "+given, ", "); given != "" {
				given = "(" + given + ")"
			}
			return "{ " + field + given + " " + selection + " }"
		}
		lists = append(lists, argument{"Query." + field + "." + arg, ask(one), ask(two)})
	}
	const pairs = "{ pairs { held { ref } summary { partial unknown } } }"
	differ("overlap", "standards", pairs, "", "", `standards: ["iso-27001-2022", "iso-hs"]`)
	differ("overlap", "policy", pairs, `standards: ["iso-27001-2022", "iso-hs"]`, "", official)
	const changes = "{ from { ref } to { ref } changes(first: 500) { edges { node { kind controls { id } } } } }"
	editions := func(from, to string) string { return `from: "` + from + `", to: "` + to + `"` }
	differ("editionChanges", "from", changes, "", editions("iso-27001-2013", "iso-27001-2022"), editions("isms-p-2018", "iso-27001-2022"))
	differ("editionChanges", "to", changes, "", editions("iso-27001-2013", "iso-27001-2022"), editions("iso-27001-2013", "isms-p-2023"))
	differ("editionChanges", "controls", changes, editions("iso-27001-2013", "iso-27001-2022"), "", review)
	lists = append(lists, argument{
		"EditionChanges.changes.kinds",
		`{ editionChanges(` + editions("iso-27001-2013", "iso-27001-2022") + `) { changes { totalCount } } }`,
		`{ editionChanges(` + editions("iso-27001-2013", "iso-27001-2022") + `) { changes(kinds: [NEW]) { totalCount } } }`,
	})
	for _, q := range []struct{ field, always, selection string }{
		{"nextStandards", "", "{ standard { ref } summary { full partial unknown } }"},
		{"nextSteps", target + `, standards: ["iso-27001-2022"]`, "{ totalCount edges { node { requirement { ref } lifts { requirement { ref } before } } } }"},
		{"whatIf", target + `, remove: []`, "{ before { full partial } }"},
		{"sensitivity", target, "{ claims { mapping { ref } } sources { source shifts { after } } controls { control { id } shifts { requirement { ref } } } }"},
	} {
		differ(q.field, "held", q.selection, q.always, `held: []`, held)
		differ(q.field, "controls", q.selection, q.always+", held: []", "", review)
		differ(q.field, "scope", q.selection, q.always+", held: [], "+review, "", `scope: "office"`)
		policy := q.always + ", " + held
		if q.field == "nextSteps" {
			policy = q.always + ", held: []"
		}
		differ(q.field, "policy", q.selection, policy, "", official)
	}
	differ("nextStandards", "candidates", "{ standard { ref } }", held, "", `candidates: ["isms-p-2023"]`)
	differ("nextSteps", "target", "{ totalCount }", `held: [], standards: ["iso-27001-2022"]`, target, `target: "isms-p-2023/2.5.4"`)
	differ("nextSteps", "standards", "{ totalCount }", `held: [], `+target, `standards: ["iso-27001-2022"]`, `standards: ["iso-27001-2013"]`)
	differ("whatIf", "remove", "{ shifts { after } }", held+", "+target, `remove: []`, `remove: ["iso-27001-2022"]`)
	differ("whatIf", "add", "{ shifts { after } }", held+", remove: [], "+target, "", `add: [`+control+`]`)
	differ("whatIf", "target", "{ before { total } }", held+", remove: []", target, `target: "isms-p-2023/2.5.4"`)
	differ("sensitivity", "target", "{ sources { shifts { requirement { ref } } } }", held, target, `target: "isms-p-2023/2.5.4"`)
	lists = append(lists, paged("Query.nextSteps", `{ nextSteps(held: [], standards: ["iso-27001-2022"], `+target+`, %s) `+edges+` }`)...)
	return append(lists, paged("EditionChanges.changes", `{ editionChanges(`+editions("iso-27001-2013", "iso-27001-2022")+`) { changes(%s) `+edges+` } }`)...)
}

const smallCatalog = `
title: {en: Policy, ko: 정책}
publisher: Acme
edition: "1"
published: "2026-01-01"
status: current
discipline: [information-security]
text: titles-and-own-paraphrase
unofficial: [en, ko]
requirements:
  - {id: "1", kind: control, title: {en: Passwords, ko: 비밀번호}, gist: {en: Passwords are long., ko: 비밀번호는 길다.}}
`

// TestEveryArgumentChangesTheAnswer guards against arguments that are read and then forgotten: a field of a generated
// type does that without a word.
func TestEveryArgumentChangesTheAnswer(t *testing.T) {
	s := servertest.NewEditable(t)
	list := servertest.Datasets(t)
	for i, ref := range []string{"one", "two"} { // two changes for the log
		small, err := loader.Load(t.Context(), loader.Source{FS: fstest.MapFS{ref + ".yaml": {Data: []byte("standard: " + ref + smallCatalog)}}})
		if err != nil || !small.OK() {
			t.Fatal(err, small)
		}
		list = append(list, small.Datasets...)
		if _, _, err := s.Store.PublishAfter(t.Context(), i+1, store.Entry{Author: "test", Action: "import-data", Subject: ref}, list); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(name, document string) string {
		a := s.Query(t, withCursors(t, s, document), nil)
		if len(a.Errors) > 0 {
			t.Errorf("%s: %s: %v", name, document, a.Errors)
		}
		return string(a.Data)
	}
	// TestUnknownScheme is about these two: the data need not have two schemes.
	tested := map[string]bool{"Query.facts.scheme": true, "Query.obligations.scheme": true}
	// The test of package main that edits data is about these.
	for _, field := range []string{"putMapping", "withdrawMapping", "reviewMapping", "importData", "undoTo"} {
		tested["Mutation."+field+".input"] = true
	}
	tested["Requirement.overlayText.language"] = true // TestOverlay is about this
	for _, field := range datedFields {               // TestClaimsThatEnd is about these
		tested["Query."+field+".asOf"] = true
	}
	// The tests of workspaces are about these.
	for _, field := range []string{"createWorkspace", "putWorkspace", "renameWorkspace", "restoreWorkspace", "deleteWorkspace"} {
		tested["Mutation."+field+".input"] = true
	}
	asked := append(arguments(), paged("Query.changeLog", `{ changeLog(%s) { edges { cursor } pageInfo { startCursor } } }`)...)
	for _, a := range append(asked, ofWorkspaces(t, s)...) {
		tested[a.name] = true
		if one, two := ask(a.name, a.one), ask(a.name, a.two); one == two {
			t.Errorf("%s changes nothing: %.200s", a.name, one)
		}
	}
	sdl, err := gqlparser.LoadSchema(&ast.Source{Input: schema.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	for _, def := range sdl.Types {
		for _, f := range def.Fields {
			for _, arg := range f.Arguments {
				if name := def.Name + "." + f.Name + "." + arg.Name; !strings.Contains(name, "__") && !tested[name] {
					t.Errorf("no test for %s", name)
				}
			}
		}
	}
}

// withCursors puts the first and the second cursor of the same list in place of CURSOR1 and CURSOR2.
func withCursors(t *testing.T, s *servertest.Server, document string) string {
	t.Helper()
	if !strings.Contains(document, "CURSOR") {
		return document
	}
	whole := strings.NewReplacer("first: 1, after: CURSOR1", "first: 2", "last: 1, before: CURSOR2", "first: 2").Replace(document)
	_, rest, _ := strings.Cut(string(s.Query(t, whole, nil).Data), `"edges":[{"cursor":`)
	one, rest, _ := strings.Cut(rest, `},{"cursor":`)
	two, _, _ := strings.Cut(rest, "}")
	return strings.NewReplacer("CURSOR1", one, "CURSOR2", two).Replace(document)
}
