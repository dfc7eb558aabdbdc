package search_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/search"
)

// TestEverydayWords checks that somebody who does not know the words of the field finds its duties, and is told by which
// term; and that everyday words are not taken for slips.
func TestEverydayWords(t *testing.T) {
	_, x := embedded(t)
	for typed, want := range map[string]string{
		"How should we throw away old machines?":         "iso-27001-2022/A.7.14",
		"Should we check people before we hire them?":    "iso-27001-2022/A.6.1",
		"What if the police want to see a person's data": "iso-27701-2025/A.2.5.6",
		"지문과 얼굴을 저장해도 되나요?":                              "isms-p-2023/2.7.1",
		"고객에게 뉴스레터를 보내려면 동의가 필요한가요?":                     "isms-p-2023/3.1.7",
		"직원이 잘못을 저지르면 어떻게 처벌하나요?":                        "iso-27001-2022/A.6.4",
	} {
		r, err := x.Search(t.Context(), search.Query{Text: typed})
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(r.Hits, func(h search.Hit) bool { return h.Requirement.Ref == want })
		if at < 0 || at >= 10 {
			t.Errorf("%s: %s is not among the first ten, but at %d", typed, want, at)
			continue
		}
		if r.Suggestion != nil {
			t.Errorf("%s: taken for %q", typed, r.Suggestion.Text)
		}
		if !slices.ContainsFunc(r.Hits[at].Matches(), func(m search.Match) bool { return m.Via == search.ViaGlossary }) {
			t.Errorf("%s: no term is given as the reason", typed)
		}
	}
}

// TestTermsWithCommas checks that a heading that lists things is known for its term.
func TestTermsWithCommas(t *testing.T) {
	_, x := embedded(t)
	for _, typed := range []string{"separation of development, test and production environments", "separation of development test and production environments"} {
		r, err := x.Search(t.Context(), search.Query{Text: typed, Standards: []string{"isms-p-2023"}})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Hits) == 0 || !strings.HasPrefix(r.Hits[0].Requirement.Ref, "isms-p-2023/2.8.3") {
			t.Errorf("%s does not find 2.8.3 first", typed)
		}
	}
}
