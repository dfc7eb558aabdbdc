package expect_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/expect"
	"github.com/clausegraph/clausegraph/internal/fuzz"
)

func TestParse(t *testing.T) {
	src := `# a comment
held a, b/1   # trailing
held c
controls acme.yaml
scope head office
policy min-assurance reviewed
policy distrust "x y"
policy direct
as of 2026-11-22
want d
expect 2.10 PARTIAL via A.5.10,A.8.20 remainder ~ "정보주체 # 1" missing x by AR-1 blocker AR-2,AR-3 disposition EXTEND
expect count NONE >= 10
held e
want f/3

expect 1 FULL
want g
`
	cases, faults := expect.Parse("x.test", []byte(src))
	var messages []string
	for _, f := range faults {
		messages = append(messages, f.Error())
	}
	want := []string{"x.test:13:1: the case expects nothing; add a line such as: expect 2.5.4 PARTIAL"}
	if diff := cmp.Diff(want, messages); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	if len(cases) != 2 {
		t.Fatalf("%d cases, want 2", len(cases))
	}
	first := expect.Case{
		Place: expect.Place{File: "x.test", Line: 2, Column: 1},
		Question: coverage.Question{
			Held: []string{"a", "b/1", "c"}, AsOf: "2026-11-22", Target: "d", Scope: "head office",
			Policy: coverage.Policy{MinAssurance: graph.AssuranceReviewed, Distrust: []string{"x y"}, MaxHops: 1},
		},
		Inventory: "acme.yaml",
		Wants: []expect.Want{
			{
				Place: expect.Place{File: "x.test", Line: 11, Column: 1}, Number: "2.10", Verdict: coverage.Partial, Disposition: coverage.Extend,
				Via: []string{"A.5.10", "A.8.20"}, Missing: []string{"x"}, By: []string{"AR-1"}, Blockers: []string{"AR-2", "AR-3"}, Remainder: []string{"정보주체 # 1"},
			},
			{Place: expect.Place{File: "x.test", Line: 12, Column: 1}, Count: true, Verdict: coverage.None, Operator: ">=", Bound: 10},
		},
	}
	if diff := cmp.Diff(first, cases[0], cmpopts.IgnoreUnexported(expect.Case{})); diff != "" {
		t.Errorf("first case (-want +got):\n%s", diff)
	}
	if cases[1].Target != "g" || cases[1].Wants[0].Number != "1" {
		t.Errorf("the blank line did not start a new case: %+v", cases[1])
	}
}

func TestFaultsNameTheirPlace(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"have iso", `1:1: unknown statement "have"; the statements are held, controls, scope, policy, as of, want, expect`},
		{"held", "1:1: held what? name standards or requirements, such as: held iso-27001-2022"},
		{"as 2026-11-22", `1:1: write "as of" and a date, such as: as of 2026-11-22`},
		{"as of 2026-02-30", `1:7: "2026-02-30" is not a date; write it as YYYY-MM-DD, such as 2026-11-22`},
		{"controls", "1:1: controls of which file? such as: controls acme.yaml"},
		{"scope", "1:1: which scope? such as: scope head office"},
		{"policy hope", `1:8: unknown policy "hope"; the policies are min-assurance, distrust, max-hops, direct`},
		{"policy max-hops many", `1:17: "many" is not a number from 1 to 16`},
		{"policy min-assurance high", `1:22: unknown assurance "high"`},
		{"expect doubt", "1:8: doubt about which requirement? such as: expect doubt A.8.13"},
		{"expect 2.5.4 FULL by", "1:19: by which control? such as: by AR-1"},
		{"want", "1:1: want what? name a standard or a requirement, such as: want isms-p-2023"},
		{"want a b", `1:8: "b" is not expected here`},
		{"expect", "1:1: expect what? such as: expect 2.5.4 PARTIAL"},
		{"expect 2.5.4 MOSTLY", `1:14: unknown verdict "MOSTLY"; the verdicts are FULL, PARTIAL, POSSIBLE, NONE, UNKNOWN`},
		{"expect 2.5.4 FULL because", `1:19: "because" is not expected here; a verdict may be followed by via, missing, by, blocker, remainder, disposition`},
		{"expect 2.5.4 FULL via", "1:19: via which requirement? such as: via A.5.17"},
		{"expect 2.5.4 FULL remainder x", `1:19: write ~ and a quoted text, such as: remainder ~ "words"`},
		{"expect 2.5.4 FULL disposition KEEP", "1:31: unknown disposition"},
		{"expect count FULL many", `1:19: "many" is not a number; write such as: expect count FULL >= 10`},
		{`expect error ~ "open`, "1:16: the quotation mark is never closed; close it on the same line"},
		{"held a", `1:1: the case has no "want"; add one, such as: want isms-p-2023`},
	} {
		_, faults := expect.Parse("x", []byte(test.line))
		if len(faults) == 0 || !strings.HasPrefix(faults[0].Error(), "x:"+test.want) {
			t.Errorf("%s\n got %v\nwant x:%s", test.line, faults, test.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	seeds := []string{"held a\nwant b\nexpect 1 FULL\n", "expect count NONE >= 10 \"\n\x00"}
	for _, name := range []string{"controls", "errors", "joint-claims", "questions"} {
		src, err := os.ReadFile("../../mappings/expect/" + name + ".test")
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, string(src))
	}
	fuzz.Texts(f, seeds...)
	f.Fuzz(func(t *testing.T, src string) {
		cases, faults := expect.Parse("x", []byte(src))
		for _, c := range cases {
			if c.Target == "" || len(c.Wants) == 0 {
				t.Errorf("an incomplete case: %+v", c)
			}
		}
		for _, fault := range faults {
			if fault.Place.Line < 1 || fault.Place.Column < 1 {
				t.Errorf("no place: %v", fault)
			}
		}
	})
}
