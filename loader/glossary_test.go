package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/clausegraph/clausegraph/graph"
)

func TestLoadGlossary(t *testing.T) {
	result := load(t, Source{FS: example(t, "G003-good"), Root: "data"})
	want := &graph.Dataset{Name: "glossary:acme", Glossary: &graph.Glossary{
		Ref: "acme", Title: graph.Text{EN: "Glossary", KO: "용어집"},
		Terms: []*graph.Term{
			{ID: "authentication", EN: graph.Forms{Term: "authentication"}, KO: graph.Forms{Term: "인증"}},
			{
				ID: "mfa", EN: graph.Forms{Term: "multi-factor authentication", Also: []string{"two-factor authentication"}},
				KO: graph.Forms{Term: "다중 인증", Also: []string{"다요소 인증"}}, Abbreviations: []string{"MFA"}, Ambiguous: []string{"MFA"},
				Note:    graph.Text{EN: "Two or more different factors.", KO: "서로 다른 요소 둘 이상."},
				Broader: []string{"authentication"}, Related: []string{"sso"}, Laws: []string{"pipa/29"},
			},
			{ID: "sso", EN: graph.Forms{Term: "single sign-on"}, KO: graph.Forms{Term: "통합 인증"}, Abbreviations: []string{"SSO"}},
		},
	}}
	if diff := cmp.Diff(want, dataset(t, result, "glossary:acme"), cmpopts.IgnoreUnexported(graph.Term{})); diff != "" {
		t.Errorf("glossary (-want +got):\n%s", diff)
	}
	if at, ok := result.Place("glossary:acme"); !ok || at.String() != "data/glossary.yaml:1:11" {
		t.Errorf("Place: %v, %t", at, ok)
	}
}
