package loader_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
)

// embeddedSnapshot links the data that is built into the program, once for all tests.
func embeddedSnapshot(t *testing.T) *graph.Snapshot {
	t.Helper()
	s, err := linked()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var linked = sync.OnceValues(func() (*graph.Snapshot, error) {
	result, err := loader.Load(context.Background(), loader.Embedded())
	if err != nil {
		return nil, err
	}
	return graph.Build(graph.Revision{}, result.Datasets)
})

// TestGoldenCounts holds the catalogs against the counts that the publishers' texts have.
func TestGoldenCounts(t *testing.T) {
	s := embeddedSnapshot(t)
	for _, golden := range []struct {
		standard, under string // numbers that begin with it
		want            int
	}{
		{"iso-27001-2022", "A.", 93}, {"iso-27001-2022", "A.5.", 37}, {"iso-27001-2022", "A.6.", 8}, {"iso-27001-2022", "A.7.", 14}, {"iso-27001-2022", "A.8.", 34},
		{"iso-27001-2022", "", 123}, // and so 30 clauses
		{"iso-27001-2013", "A.", 114},
		{"iso-27001-2013", "", 140},
		{"isms-p-2023", "", 101}, {"isms-p-2023", "1.", 16}, {"isms-p-2023", "2.", 64}, {"isms-p-2023", "3.", 21},
		{"isms-2023", "", 80}, {"isms-2023", "3.", 0},
		{"isms-p-2018", "", 102}, {"isms-p-2018", "3.", 22},
		{"isms-p-2024-7-2", "", 62}, {"isms-p-2024-7-3", "", 65},
		{"iso-9001-2015", "", 65}, {"iso-9001-2026", "", 65},
		{"iso-27701-2019", "A.", 31}, {"iso-27701-2019", "B.", 18},
		{"iso-27701-2025", "A.1.", 31}, {"iso-27701-2025", "A.2.", 18}, {"iso-27701-2025", "A.3.", 29}, {"iso-27701-2025", "", 108},
		{"iso-42001-2023", "A.", 38}, {"iso-42001-2023", "", 70},
		{"iso-42001-2023", "A.2.", 3}, {"iso-42001-2023", "A.3.", 2}, {"iso-42001-2023", "A.4.", 5}, {"iso-42001-2023", "A.5.", 4}, {"iso-42001-2023", "A.6.", 9},
		{"iso-42001-2023", "A.7.", 5}, {"iso-42001-2023", "A.8.", 4}, {"iso-42001-2023", "A.9.", 3}, {"iso-42001-2023", "A.10.", 3},
		{"iso-hs", "", 26},
		{"iso-27017-2015", "", 121}, {"iso-27017-2015", "CLD.", 7}, // 114 controls of ISO/IEC 27002:2013 and 7 of its own
		{"iso-27018-2025", "", 118}, {"iso-27018-2025", "A.", 25}, // 93 controls of ISO/IEC 27002:2022 and 25 for processors of PII in public clouds
		{"iso-22301-2019", "", 56}, {"iso-22301-2019", "8.", 22},
		{"iso-27005-2022", "", 27},
		{"soc2-tsc-2017", "", 61}, {"soc2-tsc-2017", "CC", 33}, {"soc2-tsc-2017", "A1", 3}, {"soc2-tsc-2017", "C1", 2}, {"soc2-tsc-2017", "PI", 5},
		{"nist-csf-2.0", "", 106}, {"nist-csf-2.0", "GV.", 31}, {"nist-csf-2.0", "ID.", 21}, {"nist-csf-2.0", "PR.", 22}, {"nist-csf-2.0", "DE.", 11}, {"nist-csf-2.0", "RS.", 13}, {"nist-csf-2.0", "RC.", 8},
		{"gdpr-2016-679", "", 41}, {"pipa", "", 42}, {"pipa-safety", "", 10}, // of laws, the articles that ask something of an organization
		{"ccpa-2018", "1798.", 11}, {"ccpa-2018", "7", 16}, {"appi-2003", "", 29}, {"pdpa-sg-2012", "", 23}, // in short catalogs
		{"cbpr", "", 46}, // of 50 questions, 4 of which ask for facts
	} {
		std := s.Standard(golden.standard)
		if std == nil {
			t.Errorf("there is no %s", golden.standard)
			continue
		}
		got := 0
		for _, r := range std.Assessable() {
			if strings.HasPrefix(r.Number, golden.under) {
				got++
			}
		}
		if got != golden.want {
			t.Errorf("%s %s* has %d assessable requirements, want %d", golden.standard, golden.under, got, golden.want)
		}
	}
	articles := 0
	for _, r := range s.Standard("gdpr-2016-679").Requirements() {
		if r.Kind == graph.KindArticle {
			articles++
		}
	}
	if articles != 99 {
		t.Errorf("gdpr-2016-679 has %d articles, want 99", articles)
	}
	questions := 0
	for _, r := range s.Standard("cbpr").Requirements() {
		if r.Kind == graph.KindCriterion {
			questions++
		}
	}
	if questions != 50 {
		t.Errorf("cbpr has %d questions, want 50", questions)
	}
	functions, categories := 0, 0
	for _, r := range s.Standard("nist-csf-2.0").Requirements() {
		switch {
		case r.Kind == graph.KindGroup && !strings.Contains(r.Number, "."):
			functions++
		case r.Kind == graph.KindGroup:
			categories++
		}
	}
	if functions != 6 || categories != 22 {
		t.Errorf("nist-csf-2.0 has %d functions and %d categories, want 6 and 22", functions, categories)
	}
	// A well-known public data set lost the ids that end in 0.
	for _, ref := range []string{"iso-27001-2022/A.5.10", "iso-27001-2022/A.5.20", "iso-27001-2022/A.5.30", "iso-27001-2022/A.7.10", "iso-27001-2022/A.8.10", "iso-27001-2022/A.8.20", "iso-27001-2022/A.8.30", "isms-p-2023/2.10.1", "iso-42001-2023/A.10.2", "iso-27001-2022/10.1"} {
		if s.Requirement(ref) == nil {
			t.Errorf("%s is lost", ref)
		}
	}
	// The two kinds of numbers that look alike when read as numbers are two requirements.
	if a, b := s.Requirement("isms-p-2023/2.1"), s.Requirement("isms-p-2023/2.10"); a == nil || b == nil || a == b {
		t.Error("isms-p-2023/2.1 and 2.10 are mixed up")
	}
}

// TestGoldenGlossary holds the glossary against the size that was promised, and against terms nobody would forgive it to lack.
func TestGoldenGlossary(t *testing.T) {
	s := embeddedSnapshot(t)
	if n := len(s.Glossary()); n < 400 {
		t.Errorf("%d terms, want at least 400", n)
	}
	for form, id := range map[string]string{
		"MFA": "mfa", "다중 인증": "mfa", "SoA": "statement-of-applicability", "PIMS": "pims", "DPIA": "privacy-impact-assessment",
		"접속기록": "access-record", "개인정보취급자": "personal-information-handler", "정보주체": "data-subject", "위탁": "outsourcing",
		"제3자 제공": "third-party-provision", "가명정보": "pseudonymized-information", "망분리": "network-separation-kr",
		"취약점 점검": "vulnerability-assessment", "운영명세서": "operation-statement", "패스워드": "password", "백업": "backup", "키 관리": "key-management",
	} {
		found := s.FindTerms(form)
		if len(found) == 0 || found[0].ID != id {
			t.Errorf("%s does not find %s first, but %v", form, id, found)
		}
	}
}

// TestEveryAssessableRequirementHasPoints: two to six obligations in both languages. The hub, which is neutral, has none,
// nor have the clauses 5 and 6 of 27701:2019 that add one thing to a clause or control of another standard, the controls
// that 27017 and 27018 take over from another standard as they are, and the outcomes of the NIST Cybersecurity Framework
// and the questions of CBPR that state one thing: they are one obligation themselves.
func TestEveryAssessableRequirementHasPoints(t *testing.T) {
	s := embeddedSnapshot(t)
	for _, std := range s.Standards() {
		for _, r := range std.Assessable() {
			single := std.Ref == graph.HarmonizedStructure || std.Ref == "iso-27701-2019" && (r.Number[0] == '5' || r.Number[0] == '6') ||
				slices.Contains([]string{"nist-csf-2.0", "cbpr", "iso-27017-2015", "iso-27018-2025"}, std.Ref)
			if n := len(r.Points()); n == 0 && single {
				continue
			} else if n < 2 || n > 6 {
				t.Errorf("%s has %d points", r.Ref, n)
			}
			if r.Gist.EN == "" || r.Gist.KO == "" {
				t.Errorf("%s lacks a gist in a language", r.Ref)
			}
		}
	}
}
