package schema_test

import (
	"testing"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// A frontend finds a notion by any of its forms, reads it in either language, walks to its neighbours, and fetches it again.
func TestGlossary(t *testing.T) {
	s := servertest.New(t)
	type term struct {
		ID, Key, Name, English string
		Also, Abbreviations    []string
		Note                   *string
		Broader                []struct {
			Key      string
			Narrower []struct{ Key string }
		}
		Laws []string
	}
	const fields = `id key name(language: KO) english: name also(language: KO) abbreviations note(language: KO) broader { key narrower { key } } laws`
	var found struct {
		Glossary struct {
			TotalCount int
			Edges      []struct{ Node term }
		}
	}
	s.Get(t, `{ glossary(query: "다중인증") { totalCount edges { node { `+fields+` } } } }`, &found)
	if found.Glossary.TotalCount == 0 {
		t.Fatal("nothing is found")
	}
	mfa := found.Glossary.Edges[0].Node
	if mfa.Key != "mfa" || mfa.Name != "다중 인증" || mfa.English != "multi-factor authentication" || len(mfa.Also) == 0 || mfa.Abbreviations[0] != "MFA" || mfa.Note != nil {
		t.Errorf("got %+v", mfa)
	}
	if len(mfa.Broader) != 1 || mfa.Broader[0].Key != "authentication" || len(mfa.Broader[0].Narrower) == 0 {
		t.Errorf("broader: %+v", mfa.Broader)
	}
	var again struct{ Node term }
	s.Get(t, `{ node(id: "`+mfa.ID+`") { ... on Term { `+fields+` } } }`, &again)
	if again.Node.Key != "mfa" {
		t.Errorf("by its id: %+v", again.Node)
	}
	var all struct {
		Glossary struct{ TotalCount int }
		None     struct{ TotalCount int }
	}
	s.Get(t, `{ glossary { totalCount } none: glossary(query: "zzzz") { totalCount } }`, &all)
	if all.Glossary.TotalCount < 400 || all.None.TotalCount != 0 {
		t.Errorf("got %+v, want at least 400 terms, and none for nonsense", all)
	}
}
