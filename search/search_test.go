package search

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/clausegraph/clausegraph/graph"
)

// TestRanking is the golden of the ranking: what each query must find first.
func TestRanking(t *testing.T) {
	x := index(t)
	for _, c := range []struct{ query, want string }{
		{"access control", "iso-27001-2022/A.5.15"},
		{"access review", "isms-p-2023/2.5.6"},
		{"reviewing access rights", "isms-p-2023/2.5.6"},
		{"How do we review the access rights of people who leave?", "iso-27001-2022/A.5.18"},
		{"password", "isms-p-2023/2.5.4"},
		{"passwords", "isms-p-2023/2.5.4"},
		{"27001 password", "iso-27001-2022/A.5.17"},
		{"MFA", "isms-p-2023/2.5.3"},
		{"quality internal audit", "iso-9001-2015/9.2"},
		{"internal auditors", "iso-27001-2022/9.2.2"},
		{"organization ready to respond", "iso-27001-2022/A.5.24"},
		{"must not be used for tests", "iso-27001-2022/A.8.33"},
		{"vulnerability", "iso-27001-2022/A.8.8"},
		{"cryptographic keys", "isms-p-2023/2.7.2"},
		{"TLS", "iso-27001-2022/A.8.24"},
		{"접근통제", "iso-27001-2022/A.5.15"},
		{"접근 통제", "iso-27001-2022/A.5.15"},
		{"접근권한 검토", "isms-p-2023/2.5.6"},
		{"접근권한을 어떻게 검토하나요?", "isms-p-2023/2.5.6"},
		{"비밀번호", "isms-p-2023/2.5.4"},
		{"위험평가", "isms-p-2023/1.2.3"},
		{"위험평가를 수행", "iso-27001-2022/8.2"},
		{"다중인증", "isms-p-2023/2.5.3"},
		{"다중 인증 MFA", "isms-p-2023/2.5.3"},
		{"개인정보 수집이용", "isms-p-2023/3.1.1"},
		{"수집ㆍ이용", "isms-p-2023/3.1.1"},
		{"키", "iso-27001-2022/A.8.24"},
		{"키를", "iso-27001-2022/A.8.24"},
		{"망", "iso-27001-2022/A.8.20"},
		{"ISMS-P의 네트워크", "isms-p-2023/2.6.1"},
		{"퇴직자의 접근권한을 회수하고 있는가", "iso-27001-2022/A.5.18"},
		{"생산", "iso-9001-2015/8.5.1"},
	} {
		t.Run(c.query, func(t *testing.T) {
			if got := refs(find(t, x, Query{Text: c.query})); len(got) == 0 || got[0] != c.want {
				t.Errorf("want %s first, got %v", c.want, got)
			}
		})
	}
}

// TestKoreanRecall checks that every form of a query finds every text that has the base form, with or without blanks.
func TestKoreanRecall(t *testing.T) {
	x := index(t)
	for _, c := range []struct{ query, base string }{
		{"접근통제를", "접근통제"}, {"접근 통제", "접근통제"}, {"개인정보의", "개인정보"}, {"통제", "통제"},
		{"내부감사", "내부감사"}, {"내부 감사를", "내부감사"}, {"위험평가를", "위험평가"}, {"위험평가", "위험평가"},
		{"사고", "사고"}, {"침해사고에", "사고"}, {"취약점", "취약점"}, {"취약점을", "취약점"}, {"검토한다", "검토"},
		{"검토하는지", "검토"}, {"권한", "권한"}, {"접근권한은", "접근권한"}, {"키", "키"}, {"망", "망"}, {"암호키가", "암호키"},
		{"정보", "정보"}, {norm.NFD.String("접근통제를"), "접근통제"},
	} {
		t.Run(c.query, func(t *testing.T) {
			got := refs(find(t, x, Query{Text: c.query, Limit: MaxLimit}))
			n := 0
			for _, r := range x.snapshot.Nodes() {
				var body string
				for p := range x.allPassages(r) {
					if p.language == graph.Korean {
						body += p.text + "\n"
					}
				}
				if r.IsPoint() || !strings.Contains(strings.ReplaceAll(body, " ", ""), c.base) {
					continue
				}
				n++
				if !slices.Contains(got, r.Ref) && c.query != "침해사고에" {
					t.Errorf("%s is not found", r.Ref)
				}
			}
			if n == 0 {
				t.Errorf("the fixture does not have %s", c.base)
			}
		})
	}
}

func TestNegationCounts(t *testing.T) {
	x := index(t)
	got := find(t, x, Query{Text: "not"})
	if d := cmp.Diff([]string{"iso-27001-2022/A.8.33"}, refs(got)); d != "" {
		t.Error(d)
	}
}

func TestFilters(t *testing.T) {
	x := index(t)
	for _, c := range []struct {
		name string
		q    Query
		want []string
	}{
		{"profile", Query{Text: "개인정보", Standards: []string{"isms-2023"}}, []string{"isms-p-2023/2.11.1"}},
		{"profile excludes an id", Query{Text: "3.1.1", Standards: []string{"isms-2023"}}, nil},
		{"two standards", Query{Text: "internal audit", Standards: []string{"iso-9001-2015", "isms-p-2023"}}, []string{"iso-9001-2015/9.2"}},
		{"kind", Query{Text: "internal audit", Kinds: []graph.Kind{graph.KindGroup}}, []string{"iso-27001-2022/9.2"}},
		{"kind of an id", Query{Text: "5.1", Kinds: []graph.Kind{graph.KindClause}}, []string{"iso-27001-2022/5.1"}},
		{"points are no hits", Query{Text: "password", Kinds: []graph.Kind{graph.KindPoint}}, nil},
		{"English alone", Query{Text: "MFA", Language: graph.English}, []string{"isms-p-2023/2.5.3"}},
		{"no Hangul in English", Query{Text: "인증", Language: graph.English}, nil},
		{"nothing", Query{Text: "zeppelin"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := find(t, x, c.q)
			if d := cmp.Diff(c.want, refs(r)); d != "" || r.Total != len(c.want) {
				t.Errorf("total %d (-want +got):\n%s", r.Total, d)
			}
		})
	}
}

func TestNameOfAStandardListsIt(t *testing.T) {
	x := index(t)
	r := find(t, x, Query{Text: "ISO 9001"})
	if r.Total != len(x.snapshot.Standard("iso-9001-2015").Requirements()) {
		t.Errorf("got %d: %v", r.Total, refs(r))
	}
}

// TestPages checks that pages of any size make up the whole, ids and words alike, and that another build gives the
// same order.
func TestPages(t *testing.T) {
	x, again := index(t), index(t)
	const text = "A.5.18 5.17 access 정보"
	all := find(t, x, Query{Text: text, Limit: MaxLimit})
	if len(all.Hits) != all.Total || all.Total < 6 {
		t.Fatalf("%d of %d hits", len(all.Hits), all.Total)
	}
	for _, size := range []int{1, 2, 3, 7} {
		var got []string
		for at := 0; at < all.Total+size; at += size {
			page := find(t, again, Query{Text: text, Limit: size, Offset: at})
			if page.Total != all.Total {
				t.Errorf("total %d, want %d", page.Total, all.Total)
			}
			got = append(got, refs(page)...)
		}
		if d := cmp.Diff(refs(all), got); d != "" {
			t.Errorf("pages of %d (-want +got):\n%s", size, d)
		}
	}
	for i := 1; i < len(all.Hits); i++ {
		a, b := all.Hits[i-1], all.Hits[i]
		if a.Score < b.Score || a.Score == b.Score && a.Requirement.Ref > b.Requirement.Ref {
			t.Errorf("%s (%v) stands before %s (%v)", a.Requirement.Ref, a.Score, b.Requirement.Ref, b.Score)
		}
	}
}

func TestBounds(t *testing.T) {
	x := index(t)
	for _, c := range []struct {
		name string
		q    Query
		says string
	}{
		{"signs", Query{Text: `"*~:^`}, "no letter and no digit"},
		{"long", Query{Text: strings.Repeat("가", MaxText+1)}, "more than 400"},
		{"limit", Query{Text: "a", Limit: MaxLimit + 1}, "the limit is 101"},
		{"negative limit", Query{Text: "a", Limit: -1}, "the limit is -1"},
		{"offset", Query{Text: "a", Offset: -1}, "the offset is -1"},
		{"language", Query{Text: "a", Language: "fr"}, "unknown language"},
		{"kind", Query{Text: "a", Kinds: []graph.Kind{"chapter"}}, `unknown kind "chapter"`},
		{"standard", Query{Text: "a", Standards: []string{"iso-27001-2202"}}, "did you mean iso-27001-2022"},
		{"filters", Query{Text: "a", Standards: make([]string, MaxFilters+1)}, "more than 64"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := x.Search(context.Background(), c.q)
			if !errors.Is(err, ErrQuery) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want ErrQuery with %q", err, c.says)
			}
		})
	}
	var unknown *graph.UnknownRefError
	if _, err := x.Search(context.Background(), Query{Text: "a", Standards: []string{"x"}}); !errors.As(err, &unknown) {
		t.Errorf("got %v, want an UnknownRefError", err)
	}
}

func TestNoSyntax(t *testing.T) {
	x := index(t)
	want := refs(find(t, x, Query{Text: "password rule"}))
	for _, text := range []string{`"password rule"`, `+password -rule`, `password* rule~2`, `title:password rule^9`, `(password) \rule/`, "password\x00rule\xff"} {
		got := refs(find(t, x, Query{Text: text}))
		if len(got) == 0 || got[0] != want[0] {
			t.Errorf("%s: want %s first, got %v", text, want[0], got)
		}
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Build(ctx, snapshot(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("Build: %v", err)
	}
	if _, err := index(t).Search(ctx, Query{Text: "password"}); !errors.Is(err, context.Canceled) {
		t.Errorf("Search: %v", err)
	}
}

func TestManyReaders(t *testing.T) {
	x := index(t)
	want := refs(find(t, x, Query{Text: "접근권한 review"}))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				r, err := x.Search(context.Background(), Query{Text: "접근권한 review"})
				if d := cmp.Diff(want, refs(r)); err != nil || d != "" {
					t.Error(err, d)
				}
			}
		})
	}
	wg.Wait()
}
