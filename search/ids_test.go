package search

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestID(t *testing.T) {
	x := index(t)
	for _, c := range []struct {
		query string
		want  []string // all that is found by id, in order
	}{
		{"A.5.17", []string{"iso-27001-2022/A.5.17"}},
		{"a.5.17", []string{"iso-27001-2022/A.5.17"}},
		{"A 5.17", []string{"iso-27001-2022/A.5.17"}},
		{"A5.17", []string{"iso-27001-2022/A.5.17"}},
		{"Annex A 5.17", []string{"iso-27001-2022/A.5.17"}},
		{"5.17", []string{"iso-27002-2022/5.17", "iso-27001-2022/A.5.17"}},
		{"control 5.17", []string{"iso-27002-2022/5.17", "iso-27001-2022/A.5.17"}},
		{"27001 A.5.17", []string{"iso-27001-2022/A.5.17"}},
		{"27001 5.17", []string{"iso-27001-2022/A.5.17"}},
		{"A.5.17 of 27001", []string{"iso-27001-2022/A.5.17"}},
		{"27002 A.5.17", []string{"iso-27002-2022/5.17"}},
		{"ISO/IEC 27001:2022 A.5.17", []string{"iso-27001-2022/A.5.17"}},
		{"ISO/IEC 27001:2022, A.5.17", []string{"iso-27001-2022/A.5.17"}},
		{"iso-27001-2022/A.5.17", []string{"iso-27001-2022/A.5.17"}},
		{"Ａ．５．１７", []string{"iso-27001-2022/A.5.17"}},
		{"５．１７", []string{"iso-27002-2022/5.17", "iso-27001-2022/A.5.17"}},
		{"A.8.20", []string{"iso-27001-2022/A.8.20"}},
		{"5.10", []string{"iso-27001-2022/A.5.10"}},
		{"5.1", []string{"iso-27001-2022/5.1", "iso-9001-2015/5.1", "iso-27001-2022/A.5.1", "iso-27001-2013/A.5.1"}},
		{"27001 A.5.1", []string{"iso-27001-2022/A.5.1", "iso-27001-2013/A.5.1"}},
		{"27001:2013 A.5.1", []string{"iso-27001-2013/A.5.1"}},
		{"ISMS-P 2.5.4", []string{"isms-p-2023/2.5.4"}},
		{"ismsp 2.5.4", []string{"isms-p-2023/2.5.4"}},
		{"ISMS 2.5.4", []string{"isms-p-2023/2.5.4"}},
		{"2.5.4", []string{"isms-p-2023/2.5.4"}},
		{"2. 5. 4.", []string{"isms-p-2023/2.5.4"}},
		{"2.5.4항은", []string{"isms-p-2023/2.5.4"}},
		{"isms-2023/2.5.4", []string{"isms-p-2023/2.5.4"}},
		{"2.5.4-1", []string{"isms-p-2023/2.5.4"}},
		{"isms-p-2023/2.5.4-2", []string{"isms-p-2023/2.5.4"}},
		{"9001 8.5.1", []string{"iso-9001-2015/8.5.1"}},
		{"ISMS-P 3", []string{"isms-p-2023/3"}},
		{"3", []string{"isms-p-2023/3"}},
		{"A.5.17, A.5.18", []string{"iso-27001-2022/A.5.17", "iso-27001-2022/A.5.18"}},
		{"27001 A.5.18 9001 9.2", []string{"iso-27001-2022/A.5.18", "iso-9001-2015/9.2"}},
		{"9001 A.5.18", []string{"iso-27001-2022/A.5.18"}},

		{"A.5.17 password", []string{"iso-27001-2022/A.5.17"}},
		{"5.17 authentication", []string{"iso-27002-2022/5.17", "iso-27001-2022/A.5.17"}},
		{"TLS 1.2", nil},
		{"review every 3 years", nil},
		{"5.1.7", nil},
		{"B.8.5.1", nil},
		{"B.5.17 and x-8.5.1", nil},
		{"15.17", nil},
		{"password", nil},
	} {
		t.Run(c.query, func(t *testing.T) {
			r := find(t, x, Query{Text: c.query, Limit: MaxLimit})
			var got []string
			for i, h := range r.Hits {
				if h.ByID {
					got = append(got, h.Requirement.Ref)
					if i != len(got)-1 {
						t.Errorf("%s stands after a hit by words", h.Requirement.Ref)
					}
				}
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("found by id (-want +got):\n%s", d)
			}
		})
	}
}

func TestEveryRefFindsItsRequirement(t *testing.T) {
	x := index(t)
	for _, r := range x.snapshot.Nodes() {
		got := find(t, x, Query{Text: r.Ref})
		if len(got.Hits) == 0 || got.Hits[0].Requirement != r.Whole() {
			t.Errorf("%s: got %v", r.Ref, refs(got))
		}
	}
}

func TestWordsFollowIDs(t *testing.T) {
	x := index(t)
	r := find(t, x, Query{Text: "A.5.18 access"})
	got := refs(r)
	if len(got) < 3 || got[0] != "iso-27001-2022/A.5.18" || !slices.Contains(got[1:], "iso-27001-2022/A.5.15") {
		t.Errorf("got %v", got)
	}
	if slices.Contains(got[1:], got[0]) {
		t.Errorf("%s twice: %v", got[0], got)
	}
}

func TestNames(t *testing.T) {
	for ref, want := range map[string][]string{
		"iso-27001-2022": {"iso 27001", "27001", "iso 27001 2022", "27001 2022"},
		"isms-p-2023":    {"isms p", "ismsp", "isms p 2023", "ismsp 2023"},
		"isms-2023":      {"isms", "isms 2023"},
		"iso-hs":         {"iso hs", "hs", "isohs"},
		"nist-csf-2.0":   {"nist csf", "csf", "nistcsf", "nist csf 2", "csf 2", "nistcsf 2", "nist csf 2 0", "csf 2 0", "nistcsf 2 0"},
		"gdpr-2016-679":  {"gdpr", "gdpr 2016", "gdpr 2016 679"},
		"pdpa-sg-2012":   {"pdpa sg", "pdpasg", "pdpa", "pdpa sg 2012", "pdpasg 2012", "pdpa 2012"},
	} {
		var got []string
		for _, name := range names(ref) {
			got = append(got, strings.Join(name, " "))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", ref, d)
		}
	}
}
