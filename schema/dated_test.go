package schema_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// datedFields are the questions whose answers differ with the day through the claims alone.
var datedFields = []string{"overlap", "nextStandards", "nextSteps", "whatIf", "sensitivity"}

// dated returns data with one claim, which ends with 2026-06-30.
func dated(t *testing.T) *schema.Data {
	t.Helper()
	catalog := func(ref string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("standard: " + ref + `
title: {en: "T", ko: "표준"}
publisher: P
edition: "1"
published: "2022-05-01"
status: current
discipline: [quality]
text: own-paraphrase
requirements:
  - id: "1"
    kind: control
    title: {en: "Control", ko: "통제"}
    gist: {en: "Control.", ko: "통제한다."}
`)}
	}
	crosswalk := `from: a
to: b
author: us
sources:
  editorial: {kind: project, title: us, licence: CC-BY-4.0}
mappings:
  - from: ["1"]
    relation: equal-to
    to: ["1"]
    basis: functional
    strength: 10
    why: {en: "The same.", ko: "같다."}
    source: editorial
    review: {state: draft}
    valid: {to: "2026-06-30"}
`
	result, err := loader.Load(t.Context(), loader.Source{FS: fstest.MapFS{
		"catalogs/a.yaml": catalog("a"), "catalogs/b.yaml": catalog("b"), "crosswalks/a--b.yaml": {Data: []byte(crosswalk)},
	}})
	if err != nil || !result.OK() {
		t.Fatal(err, result.Diagnostics)
	}
	s, err := graph.Build(graph.Revision{}, result.Datasets)
	if err != nil {
		t.Fatal(err)
	}
	index, err := search.Build(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { index.Close() })
	return &schema.Data{Engine: coverage.New(s), Index: index}
}

// TestClaimsThatEnd asks on the last day of a claim and on the day after.
func TestClaimsThatEnd(t *testing.T) {
	s := servertest.New(t)
	s.Data.Store(dated(t))
	for i, document := range []string{
		`{ overlap(%s) { pairs { summary { full } } } }`,
		`{ nextStandards(held: ["a"], %s) { summary { full } } }`,
		`{ nextSteps(held: [], target: "b", standards: ["a"], %s) { totalCount } }`,
		`{ whatIf(held: ["a"], remove: [], target: "b", %s) { before { full } } }`,
		`{ sensitivity(held: ["a"], target: "b", %s) { claims { shifts { before } } } }`,
	} {
		answer := func(day string) string {
			a := s.Query(t, strings.Replace(document, "%s", `asOf: "`+day+`"`, 1), nil)
			if len(a.Errors) > 0 {
				t.Error(a.Errors)
			}
			return string(a.Data)
		}
		if on, after := answer("2026-06-30"), answer("2026-07-01"); on == after {
			t.Errorf("%s: the day changes nothing: %s", datedFields[i], on)
		}
	}
}
