package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTerms(t *testing.T) {
	for text, want := range map[string]string{
		"Users' access rights": "user access right",
		"organisation's":       "organ",
		"do not, don't":        "do not don't",
		"within 10.2 days":     "within 10.2 day",
		"접근통제를":                "^접근 접근 근통 통제 제를",
		"개인정보의 처리":             "^개인 개인 인정 정보 보의 의처 보처 ^처리 처리",
		"수집ㆍ이용":                "^수집 수집 집이 ^이용 이용",
		"끝났다. 다음":              "^끝났 끝났 났다 ^다음 다음",
		"ISMS의 범위":             "ism 의 의범 ^범위 범위",
		"키를 바꾼다":               "키 ^키를 키를 를바 ^바꾼 바꾼 꾼다",
		"내부심사":                 "^내부 내부 부심 심사",
		"ＭＦＡ":                  "mfa",
	} {
		var got []string
		for term := range termsWhere(text, func(word) bool { return true }, stem) {
			got = append(got, term)
		}
		if d := cmp.Diff(want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s (-want +got):\n%s", text, d)
		}
	}
}

func plannedUnits(text string) []unit {
	var list []unit
	for _, a := range new(Index).plan(lower(text), false) {
		list = append(list, a.ways[0].units...)
	}
	return list
}

func TestUnits(t *testing.T) {
	for text, want := range map[string]string{
		"How is the access of users reviewed?": "access user review",
		"what is it":                           "what is it",
		"must not":                             "not",
		"접근통제를 검토하는지":                          "접근|^접근 근통 통제 검토|^검토",
		"위험평가":                                 "위험|^위험 험평 평가",
		"접근권한은":                                "접근|^접근 근권 권한",
		"담당자들의":                                "담당|^담당 당자",
		"키를":                                   "키를|^키를|키",
		"키":                                    "키",
		"평가":                                   "평가|^평가",
		"ISMS의 범위":                             "ism 범위|^범위",
		"정보 및 정보":                              "정보|^정보",
	} {
		var got []string
		for _, u := range plannedUnits(text) {
			got = append(got, strings.Join(u.terms, "|"))
		}
		if d := cmp.Diff(want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s (-want +got):\n%s", text, d)
		}
	}
}

func TestFragments(t *testing.T) {
	x := index(t)
	for query, want := range map[string][]string{
		"passwords 비밀번호를": {
			"[Password] management", "Rules make [passwords] strong and change them.", "Customers can choose safe [passwords].",
			"[비밀번호] 관리", "안전한 패스워드 작성규칙을 두고 [비밀번호]를 바꾼다.", "사용자는 [비밀번호] 작성규칙을 따른다.",
		},
		"접근 권한 검토":  {"[접근권한] [검토]", "[접근권한]의 적정성을 주기적으로 [검토]한다."},
		"개인정보 수집이용": {"[개인정보] [수집·이용]", "적법하게, 필요하면 동의를 받아 [개인정보]를 [수집ㆍ이용]한다."},
		"키를":        {"암호화와 [키]의 관리 규칙을 따른다."},
	} {
		var got []string
		for _, f := range find(t, x, Query{Text: query}).Hits[0].Fragments() {
			got = append(got, f.String())
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", query, d)
		}
	}
}

func TestLongFragmentIsCut(t *testing.T) {
	text := strings.Repeat("가나다 ", 200) + "여기 " + strings.Repeat("라마바 ", 200)
	want := newWanted([]ask{wordAsk(cut("여기")[0])}, stem)
	f := Fragment{Pieces: pieces(text, marks(want.in(text), func(string) bool { return true }))}
	if got := f.String(); !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") || !strings.Contains(got, "[여기]") || len([]rune(got)) > maxFragment+4 {
		t.Errorf("got %s", got)
	}
}
