package search_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
	"github.com/clausegraph/clausegraph/search"
)

// TestWhatIsMeant checks what is looked for instead of what was typed.
func TestWhatIsMeant(t *testing.T) {
	_, x := embedded(t)
	for _, c := range []struct {
		typed, meant string
		via          search.Via
	}{
		{"ekwnd dlswmd", "다중 인증", search.ViaLayout},
		{"ㅔㅁㄴㄴ재ㅇ", "password", search.ViaLayout},
		{"ㅂㅁㅂㅎ", "비밀번호", search.ViaInitials},
		{"비밀번오", "비밀번호", search.ViaSpelling},
		{"pasword policy", "password policy", search.ViaSpelling},
		{"accesscontrol", "access control", search.ViaSpacing},
		{"ISO 2701", "ISO 27001", search.ViaSpelling},
		{"접근권한 검토", "", ""},
		{"access review", "", ""},
		{"A.5.17", "", ""},
	} {
		r, err := x.Search(t.Context(), search.Query{Text: c.typed})
		if err != nil {
			t.Fatal(err)
		}
		var got search.Suggestion
		if r.Suggestion != nil {
			got = *r.Suggestion
		}
		if got != (search.Suggestion{Text: c.meant, Via: c.via}) {
			t.Errorf("%s: got %+v, want %s by %s", c.typed, got, c.meant, c.via)
		}
	}
}

func TestSuggest(t *testing.T) {
	_, x := embedded(t)
	for _, c := range []struct{ typed, want string }{
		{"비밀버", "비밀번호"}, {"ㅂㅁㅂㅎ", "비밀번호"}, {"qlalfqjs", "비밀번호"}, {"acce", "access"}, {"27001 A.5.1", "iso-27001-2022/A.5.1"},
	} {
		list, err := x.Suggest(t.Context(), search.Typed{Text: c.typed})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(list, func(s *search.Completion) bool {
			return strings.HasPrefix(strings.ToLower(s.Text), strings.ToLower(c.want))
		}) {
			t.Errorf("%s: no %s among %d suggestions", c.typed, c.want, len(list))
		}
	}
}

// TestFacetsCountWhatTheyWouldGive chooses every value of every facet, and counts.
func TestFacetsCountWhatTheyWouldGive(t *testing.T) {
	_, x := embedded(t)
	base := search.Query{Text: "접근통제", Disciplines: []graph.Discipline{graph.InformationSecurity}}
	r, err := x.Search(t.Context(), base)
	if err != nil {
		t.Fatal(err)
	}
	facets, attributes := r.Facets(), 0
	for _, f := range facets {
		for _, v := range f.Values {
			q := base
			switch f.Name {
			case search.FacetStandard:
				q.Standards = []string{v.Value}
			case search.FacetKind:
				q.Kinds = []graph.Kind{graph.Kind(v.Value)}
			case search.FacetDiscipline:
				q.Disciplines = []graph.Discipline{graph.Discipline(v.Value)}
			case search.FacetDomain:
				q.Domains = []string{v.Value}
			default:
				q.Attributes = []string{v.Value}
				attributes++
			}
			if len(q.Domains)+len(q.Attributes)+len(q.Standards) > 0 && v.Count < 10 {
				continue // few hits are looked for less strictly
			}
			got, err := x.Search(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			if got.Total < v.Count {
				t.Errorf("%s %s: %d hits, the facet says %d", f.Name, v.Value, got.Total, v.Count)
			}
		}
	}
	if len(facets) < 9 || attributes < 10 {
		t.Errorf("%d facets with %d values of attributes", len(facets), attributes)
	}
}

func TestNothingTypedListsAll(t *testing.T) {
	s, x := embedded(t)
	r, err := x.Search(t.Context(), search.Query{Standards: []string{"isms-2023"}})
	if err != nil {
		t.Fatal(err)
	}
	if want := s.Standard("isms-2023").Requirements(); r.Total != len(want) || r.Hits[0].Requirement != want[0] {
		t.Errorf("%d hits, first %s", r.Total, r.Hits[0].Requirement.Ref)
	}
}

// TestCounterpartsAreClaimed checks that every counterpart rests on claims that lead to it, and none on "no relationship".
func TestCounterpartsAreClaimed(t *testing.T) {
	s, _ := embedded(t)
	standards := 0
	for _, r := range s.Standard("iso-27001-2022").Assessable() {
		groups := search.Counterparts(r)
		standards = max(standards, len(groups))
		for _, g := range groups {
			for _, c := range g.Counterparts {
				last := c.Claims[len(c.Claims)-1]
				far, _ := last.Mapping.Side(!last.Target)
				reaches := slices.ContainsFunc(far, func(end *graph.Requirement) bool { return end.Whole() == c.Requirement })
				if !reaches || last.Mapping.Relation == relation.NoRelationship || c.Requirement.Standard() != g.Standard || g.Standard == r.Standard() {
					t.Errorf("%s: %s rests on %s", r.Ref, c.Requirement.Ref, last.Mapping.ID)
				}
				if c.Hub != nil && len(c.Claims) != 2 {
					t.Errorf("%s: %s has a hub and %d claims", r.Ref, c.Requirement.Ref, len(c.Claims))
				}
			}
		}
	}
	if standards < 6 {
		t.Errorf("no requirement has counterparts in more than %d standards", standards)
	}
}

// TestFoldShowsADutyOnce checks that folding loses no hit and shows none twice.
func TestFoldShowsADutyOnce(t *testing.T) {
	_, x := embedded(t)
	all, err := x.Search(t.Context(), search.Query{Text: "access review", Limit: search.MaxLimit})
	if err != nil {
		t.Fatal(err)
	}
	folded, err := x.Search(t.Context(), search.Query{Text: "access review", Fold: true, Limit: search.MaxLimit})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[*graph.Requirement]bool{}
	for _, h := range folded.Hits {
		for _, r := range append([]*graph.Requirement{h.Requirement}, h.Folded...) {
			if seen[r] {
				t.Errorf("%s is here twice", r.Ref)
			}
			seen[r] = true
		}
	}
	if folded.Total >= all.Total || len(seen) < len(all.Hits) {
		t.Errorf("%d hits in %d groups; without folding %d", len(seen), folded.Total, all.Total)
	}
}
