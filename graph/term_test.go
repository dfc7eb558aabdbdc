package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
)

func glossary(ref string, terms ...*graph.Term) *graph.Dataset {
	return &graph.Dataset{Name: graph.GlossaryName(ref), Glossary: &graph.Glossary{Ref: ref, Terms: terms}}
}

func terms(t *testing.T) *graph.Snapshot {
	t.Helper()
	s, err := graph.Build(graph.Revision{}, []*graph.Dataset{
		glossary("b",
			&graph.Term{ID: "mfa", EN: graph.Forms{Term: "multi-factor authentication"}, KO: graph.Forms{Term: "다중 인증"},
				Abbreviations: []string{"MFA"}, Broader: []string{"authentication"}, Related: []string{"otp"}},
			&graph.Term{ID: "otp", EN: graph.Forms{Term: "one-time password", Also: []string{"one-time passcode"}}, KO: graph.Forms{Term: "일회용 비밀번호"}, Related: []string{"mfa"}},
		),
		glossary("a", &graph.Term{ID: "authentication", EN: graph.Forms{Term: "authentication"}, KO: graph.Forms{Term: "인증", Also: []string{"사용자 인증"}}, Ambiguous: []string{"인증"}}),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ids(list []*graph.Term) string {
	var ids []string
	for _, t := range list {
		ids = append(ids, t.ID)
	}
	return strings.Join(ids, " ")
}

func TestBuildLinksTerms(t *testing.T) {
	s := terms(t)
	if got := ids(s.Glossary()); got != "authentication mfa otp" {
		t.Errorf("terms: %s", got)
	}
	mfa, auth := s.Term("mfa"), s.Term("authentication")
	if ids(mfa.BroaderTerms()) != "authentication" || ids(auth.NarrowerTerms()) != "mfa" {
		t.Errorf("broader %q, narrower %q", ids(mfa.BroaderTerms()), ids(auth.NarrowerTerms()))
	}
	// Both say it; each is told once.
	if ids(mfa.RelatedTerms()) != "otp" || ids(s.Term("otp").RelatedTerms()) != "mfa" {
		t.Errorf("related %q and %q", ids(mfa.RelatedTerms()), ids(s.Term("otp").RelatedTerms()))
	}
	if mfa.Glossary().Ref != "b" || len(s.Glossaries()) != 2 || ids(s.Glossaries()[1].Terms) != "mfa otp" {
		t.Errorf("glossaries: %v", s.Glossaries())
	}
}

func TestBuildRefusesUnsoundGlossaries(t *testing.T) {
	_, err := graph.Build(graph.Revision{}, []*graph.Dataset{
		glossary("a", &graph.Term{ID: "x", Broader: []string{"y"}}), glossary("b", &graph.Term{ID: "x"}), {Name: "glossary:z", Glossary: &graph.Glossary{Ref: "a"}},
	})
	for _, want := range []string{`two terms have the id "x"`, `x names "y", which does not exist`, "two glossaries have this ref"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error lacks %q: %v", want, err)
		}
	}
}

// A form stands for the others in whatever spelling, unless it means something else too.
func TestEquivalents(t *testing.T) {
	s := terms(t)
	for _, c := range []struct{ term, form, want string }{
		{"mfa", "mfa", "multi-factor authentication|다중 인증"},
		{"mfa", "Multi Factor Authentication", "다중 인증|MFA"},
		{"mfa", "다중인증", "multi-factor authentication|MFA"},
		{"authentication", "authentication", "사용자 인증"},
		{"authentication", "인증", ""},
	} {
		if got := strings.Join(s.Term(c.term).Equivalents(c.form), "|"); got != c.want {
			t.Errorf("%s stands for %q, want %q", c.form, got, c.want)
		}
	}
}

func TestFindTerms(t *testing.T) {
	s := terms(t)
	for query, want := range map[string]string{
		"": "authentication mfa otp", "인증": "authentication mfa", "ONE TIME": "otp", "mfa": "mfa", "factor-auth": "mfa", "비밀 번호": "otp", "nothing": "",
	} {
		if got := ids(s.FindTerms(query)); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	if !slices.Equal(s.FindTerms(""), s.Glossary()) {
		t.Error("an empty query does not find all")
	}
}
