package search

import (
	"context"
	"errors"
	"testing"
	"unicode/utf8"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/fuzz"
)

// FuzzSearch checks that no query makes Search panic or fail for a reason of its own, and that what it returns keeps
// its promises.
func FuzzSearch(f *testing.F) {
	seeds := []string{
		"A.5.17", "ISO/IEC 27001:2022 A.5.17", "isms-2023/2.5.4", "2.5.4-1", "5.17 or 5.18", "제2.5.4항", `"password" ~2 *:^`,
		"접근통제를", "키를", "ㅈㄱㅌㅈ", "접", "ISMS의 범위", "don't", "İ ẞ ǅ", "Ａ．５．１７", "\xff\xfe", "a\u0301\u0301.5", "A.-.5", "수집ㆍ이용",
	}
	var texts [][]byte
	for _, text := range seeds {
		f.Add(text, 0, 0, "")
		texts = append(texts, []byte(text))
	}
	for _, m := range fuzz.Mutants(f, texts...) {
		f.Add(string(m), 0, 0, "")
	}
	f.Add("access", 3, 2, "isms-2023")
	x := index(f)
	f.Fuzz(func(t *testing.T, text string, limit, offset int, standard string) {
		q := Query{Text: text, Limit: limit, Offset: offset}
		if standard != "" {
			q.Standards = []string{standard}
		}
		r, err := x.Search(context.Background(), q)
		if err != nil {
			if !errors.Is(err, ErrQuery) {
				t.Fatal(err)
			}
			return
		}
		if len(r.Hits) > MaxLimit || len(r.Hits) > r.Total {
			t.Errorf("%d hits of %d", len(r.Hits), r.Total)
		}
		seen := map[*graph.Requirement]bool{}
		for _, h := range r.Hits {
			if seen[h.Requirement] {
				t.Errorf("%s twice", h.Requirement.Ref)
			}
			seen[h.Requirement] = true
			for _, f := range h.Fragments() {
				if !utf8.ValidString(f.String()) {
					t.Errorf("%s: %q is not UTF-8", h.Requirement.Ref, f)
				}
			}
		}
	})
}
