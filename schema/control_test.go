package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// acme are controls as a client sends them: with null for what it has not.
var acme = []map[string]any{
	{
		"id": "AR-1", "title": "Access review", "owner": "Kim", "status": "IMPLEMENTED", "reason": nil, "scope": "head office", "reviewedOn": "2026-10-01",
		"satisfies": []string{"iso-27001-2022/A.5.18", "isms-p-2023/2.5.6-3"}, "contributes": nil, "documents": []string{"procedure 2.1"}, "evidence": nil,
	},
	{"id": "AR-2", "title": "Vendor access review", "status": "PLANNED", "scope": nil, "reviewedOn": nil, "satisfies": []string{"isms-p-2023/2.5.6"}},
}

func TestControls(t *testing.T) {
	s := servertest.New(t)
	a := s.Query(t, `query($controls: [ControlInput!]) {
		gapAnalysis(held: ["isms-p-2023/2.5.5", "iso-27001-2022/A.5.18"], controls: $controls, target: "isms-p-2023/2.5.6", policy: {minAssurance: null, maxHops: null}) {
			summary { partial }
			doubts { requirement { ref } controls { id } }
			items { edges { node {
				blockers { control { id owner scope reviewedOn status } why verdict }
				conflict { sameStandard }
				proof { steps { controls { id title owner status reason scope satisfies contributes documents evidence reviewedOn } } }
			} } }
		}
	}`, map[string]any{"controls": acme})
	if len(a.Errors) > 0 {
		t.Fatal(a.Errors)
	}
	want := `{"gapAnalysis":{"summary":{"partial":1},"doubts":[],"items":{"edges":[{"node":{` +
		`"blockers":[{"control":{"id":"AR-2","owner":null,"scope":null,"reviewedOn":null,"status":"PLANNED"},"why":"PLANNED","verdict":"FULL"}],` +
		`"conflict":[],` +
		`"proof":{"steps":[{"controls":[{"id":"AR-1","title":"Access review","owner":"Kim","status":"IMPLEMENTED","reason":null,"scope":"head office",` +
		`"satisfies":["iso-27001-2022/A.5.18","isms-p-2023/2.5.6-3"],"contributes":[],"documents":["procedure 2.1"],"evidence":[],"reviewedOn":"2026-10-01"}]},` +
		`{"controls":[]}]}}}]}}}`
	if diff := cmp.Diff(want, string(a.Data)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWrongControlsAndPolicies(t *testing.T) {
	s := servertest.New(t)
	gap := func(args string) string {
		return `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023/2.5.6", ` + args + `) { target } }`
	}
	control := func(fields string) string { return gap(`controls: [{id: "AR-1", title: "T", ` + fields + `}]`) }
	many := strings.Repeat(`{id:"x",title:"",status:PLANNED}`, 900)
	for _, c := range []struct{ document, code, part string }{
		{control(`status: IMPLEMENTED, satisfies: ["isms-p-2023/2.5.66"]`), "UNKNOWN_REF", `control AR-1: unknown ref "isms-p-2023/2.5.66"; did you mean isms-p-2023/2.5.6`},
		{control(`status: PLANNED, contributes: ["isms-p-2023"]`), "BAD_INPUT", "isms-p-2023 is a whole standard"},
		{control(`status: PLANNED, contributes: ["isms-p-2023/2.5"]`), "BAD_INPUT", "isms-p-2023/2.5 is a heading"},
		{control(`status: DONE`), "GRAPHQL_VALIDATION_FAILED", "DONE"},
		{control(`status: PLANNED, reviewedOn: "2026-02-30"`), "BAD_INPUT", "is not a date"},
		{gap(`policy: {maxHops: 17}`), "BAD_INPUT", "at most 16 hops"},
		{gap(`policy: {maxHops: -1}`), "BAD_INPUT", "at most 16 hops"},
		{gap(`policy: {distrust: ["nobody"]}`), "BAD_INPUT", `no source or crosswalk "nobody"`},
		{gap(`policy: {without: ["nothing"]}`), "BAD_INPUT", `no claim "nothing"`},
		{gap(`controls: [` + many + `]`), "LIMIT_EXCEEDED", "tokens"},
	} {
		a := s.Query(t, c.document, nil)
		if len(a.Errors) != 1 || a.Errors[0].Extensions.Code != c.code || !strings.Contains(a.Errors[0].Message, c.part) || len(a.Errors[0].Message) > 400 {
			t.Errorf("%.120s: %+v", c.document, a.Errors)
		}
	}
	var list []map[string]any
	for i := range 5001 {
		list = append(list, map[string]any{"id": fmt.Sprint(i), "title": "", "status": "PLANNED"})
	}
	a := s.Query(t, `query($c: [ControlInput!]) { gapAnalysis(held: [], target: "isms-p-2023", controls: $c) { target } }`, map[string]any{"c": list})
	if len(a.Errors) != 1 || !strings.Contains(a.Errors[0].Message, "at most 5000 are taken") {
		t.Errorf("5001 controls: %+v", a.Errors)
	}
}
