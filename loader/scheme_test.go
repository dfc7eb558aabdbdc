package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/clausegraph/clausegraph/graph"
)

func TestLoadScheme(t *testing.T) {
	result := load(t, Source{FS: example(t, "S001-good"), Root: "data"})
	million, yes := int64(1000000), true
	want := &graph.Dataset{
		Name: "scheme:acme",
		Scheme: &graph.Scheme{
			Ref: "acme", Title: graph.Text{EN: "Acme certification", KO: "에이크미 인증"}, Authority: graph.Text{EN: "Acme", KO: "에이크미"},
			Standards: []string{"acme-2022"},
			Inputs: []graph.Input{
				{Name: "users", Kind: graph.InputNumber, Title: graph.Text{EN: "users", KO: "이용자 수"}},
				{Name: "bank", Kind: graph.InputFlag, Title: graph.Text{EN: "bank", KO: "은행 여부"}},
			},
			Facts: []graph.Fact{
				{
					ID: "cycle", Kind: graph.FactLaw, Claim: graph.Text{EN: "A certificate is valid for three years.", KO: "인증의 유효기간은 3년이다."},
					About: []string{"acme-2022", "acme-2022/A.1"}, Valid: graph.Period{From: "2026-01-01", To: "2026-12-31"},
					Source: "notice art. 32", Certainty: graph.Verified,
				}, {
					ID: "fee", Kind: graph.FactEstimate, Claim: graph.Text{EN: "An audit costs ten million won.", KO: "심사 비용은 천만원이다."},
					Source: "vendor page of 2026-11-01", Certainty: graph.SingleSource,
				},
			},
			Obligations: []graph.Obligation{{
				ID: "many-users", Who: graph.Text{EN: "Companies with many users", KO: "이용자가 많은 회사"},
				What: graph.Text{EN: "Obtain the certificate.", KO: "인증을 받아야 한다."}, Due: graph.Text{EN: "by the end of the year", KO: "연말까지"},
				When: graph.Condition{All: []graph.Condition{
					{Input: "users", AtLeast: &million},
					{Not: &graph.Condition{Input: "bank", Is: &yes}},
				}},
				Source: "act art. 47", Certainty: graph.Verified,
			}},
			Omissions: []graph.Omission{{
				Held: []string{"acme-2022"}, Target: "acme-2022", Criteria: []string{"A.1", "A.2"},
				Conditions: []graph.Text{{EN: "The scope is the same.", KO: "인증 범위가 같다."}}, Source: "notice art. 20", Certainty: graph.Verified,
			}},
		},
	}
	if diff := cmp.Diff(want, dataset(t, result, "scheme:acme"), cmpopts.IgnoreUnexported(graph.Fact{}, graph.Omission{})); diff != "" {
		t.Errorf("scheme (-want +got):\n%s", diff)
	}
	if at, ok := result.Place("scheme:acme"); !ok || at.String() != "data/schemes/acme.yaml:1:9" {
		t.Errorf("Place: %v, %t", at, ok)
	}
}
