package inventory

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/clausegraph/clausegraph/graph"
)

// field is what a column holds.
type field uint8

const (
	noField field = iota
	idField
	numberField // a running number: an id where there is no other
	titleField
	descriptionField // a title where there is no other
	statusField
	applicableField
	ownerField
	scopeField
	reasonField
	documentsField
	evidenceField
	reviewedField
	standardField // which standard the ids of the row are of
	refsField     // ids, and whether they are met in full or in part is open
	satisfiesField
	contributesField
)

// String names the field as people who read notes call it.
func (f field) String() string {
	return [...]string{"nothing", "id", "running number", "title", "description", "status", "applicable", "owner", "scope", "reason", "documents",
		"evidence", "review date", "standard", "requirements", "requirements met in full", "requirements met in part"}[f]
}

// headings are the words for each field, as fold makes them.
var headings = func() map[string]field {
	words := map[field]string{
		idField: `id, ids, code, ref, reference, control id, control no, control number, control ref, control reference, control code, 통제 id, 통제번호, 통제 코드,
			관리번호, 통제항목 번호, 항목번호, 항목 코드, 번호, 코드, 식별자, 통제 식별자, 기준번호, 자산번호`,
		numberField: `no, no., #, num, number, seq, s/n, sn, 순번, 연번, 일련번호, nr`,
		titleField: `title, name, control, controls, control name, control title, control activity, safeguard, measure, security control, our control, own control,
			통제, 통제명, 통제 명칭, 통제항목, 통제 항목, 통제활동, 항목, 항목명, 명칭, 이름, 제목, 대책, 보호대책, 보안통제, 자체 통제, 내부통제, 통제 제목`,
		descriptionField: `description, details, detail, content, summary, implementation summary, 설명, 내용, 상세, 상세내용, 세부내용, 통제 내용, 통제 설명, 운영현황`,
		statusField: `status, state, implementation, implementation status, implemented, control status, current status, compliance status,
			상태, 현황, 이행, 이행상태, 이행 여부, 이행현황, 이행 수준, 구현, 구현상태, 구현 여부, 구현현황, 운영여부, 운영 상태, 진행상태, 진행상황, 진행 현황, 판정, 준수여부, 준수 상태, 충족여부, 통제상태`,
		applicableField: `applicable, applicability, in scope, applied, 적용, 적용여부, 적용 대상, 적용대상 여부, 대상여부, 선택여부, 선정여부`,
		ownerField: `owner, control owner, responsible, responsibility, person in charge, assignee, department, team,
			담당, 담당자, 책임자, 책임, 담당부서, 소유자, 통제 담당자, 통제 소유자, 관리자, 관리부서, 부서, 수행부서, 주관부서, 담당팀`,
		scopeField: `scope, location, site, 범위, 적용범위, 인증범위, 관리범위, 사업장, 적용 사업장`,
		reasonField: `reason, justification, rationale, exclusion reason, justification for exclusion, reason for exclusion, exclusion justification,
			사유, 제외사유, 미적용 사유, 해당없음 사유, 미선택사유, 운영현황 또는 미선택사유, 비고 사유, 미선정 사유`,
		documentsField: `document, documents, related document, related documents, policy, policies, procedure, documentation, policy document,
			문서, 관련문서, 관련 문서, 정책, 지침, 규정, 관련규정, 관련 지침, 정책 지침, 문서명`,
		evidenceField: `evidence, evidences, record, records, proof, related document evidence, document evidence, artifacts, evidence link,
			증적, 증적자료, 증빙, 증빙자료, 기록, 기록 증적자료, 관련 증적, 근거자료`,
		reviewedField: `reviewed on, review date, reviewed, last review, last reviewed, last review date, date of review, 검토일, 점검일, 최종검토일, 최근 검토일, 확인일, 점검일자, 검토일자, 최종 점검일`,
		standardField: `standard, standards, framework, regulation, 표준, 표준명, 기준, 인증, 규격, 프레임워크, 인증구분, 관련표준`,
		refsField: `requirement, requirements, requirement id, clause, clauses, mapped to, mapping, mappings, maps to, mapped requirements, mapped controls, related requirements,
			annex a, annex a control, annex a controls, iso control, iso controls, criterion, criteria, related controls,
			요구사항, 요구사항 번호, 인증기준, 인증기준 번호, 인증기준 항목, 관련 기준, 관련기준, 관련 통제, 관련 통제항목, 관련 요구사항, 매핑, 매핑 항목, 매핑 통제, 관련 조항, 조항, 조항번호, 해당 기준, 부속서 a, 심사항목`,
		satisfiesField:   `satisfies, satisfied, satisfied requirements, meets, fully meets, fulfils, fulfills, met in full, 충족, 충족 항목, 충족항목, 충족 요구사항, 충족 통제, 충족 기준, 완전 충족`,
		contributesField: `contributes, contributes to, supports, partially meets, partly meets, met in part, 기여, 기여 항목, 부분 충족, 부분충족 항목, 부분충족 기준, 일부 충족`,
	}
	all := map[string]field{}
	for f, list := range words {
		for _, w := range strings.Split(list, ",") {
			all[fold(w)] = f
		}
	}
	return all
}()

// statuses are the words for each status, as fold makes them. Those of one letter are the answers to "is it carried out?".
var statuses = func() map[string]graph.ControlStatus {
	words := map[graph.ControlStatus]string{
		graph.Implemented: `implemented, fully implemented, complete, completed, done, yes, y, true, in place, operational, operating, in operation, effective, compliant, met, fulfilled, satisfied, applied, live, active, o, ○, ●, ◯, 〇, ✓, ✔, v, √, 1단계 완료,
			구현, 구현됨, 구현완료, 구현 완료, 이행, 이행됨, 이행완료, 이행중, 완료, 적용, 적용됨, 적용완료, 적용중, 운영, 운영중, 운영 중, 시행, 시행중, 준수, 충족, 적합, 수행, 수행중, 예, 네, 있음, 유`,
		graph.PartiallyImplemented: `partial, partially, partly, partially implemented, partly implemented, implemented with exception, implemented with exceptions, partially compliant, partially met, △, ◐,
			부분, 일부, 부분구현, 부분 구현, 부분이행, 부분 이행, 일부구현, 일부이행, 일부 이행, 부분적용, 일부적용, 부분충족, 부분 충족, 부분준수, 부분운영, 일부 운영`,
		graph.Planned: `planned, plan, scheduled, to do, todo, intended, 계획, 계획중, 계획됨, 계획 중, 예정, 도입예정, 도입 예정, 이행예정, 이행 예정, 구현예정, 구현 예정, 준비중, 준비 중, 검토중`,
		graph.NotImplemented: `not implemented, no, n, false, none, missing, not in place, not compliant, noncompliant, not met, not started, absent, x, ✗, ✘, ×, ☓,
			미구현, 미이행, 미적용, 미운영, 미시행, 미준수, 미충족, 부적합, 미수행, 미착수, 불이행, 아니오, 아니요, 없음, 무`,
		graph.NotApplicable: `not applicable, n/a, na, n.a., excluded, out of scope, exempt, 해당없음, 해당 없음, 해당사항없음, 해당 사항 없음, 비해당, 제외, 적용제외, 적용 제외, 비대상, 대상아님, 대상 아님, 미해당, 불해당`,
	}
	all := map[string]graph.ControlStatus{}
	for status, list := range words {
		all[fold(string(status))] = status
		for _, w := range strings.Split(list, ",") {
			all[fold(w)] = status
		}
	}
	return all
}()

// underway are words for what has begun and is not in place: they count as planned, with a warning.
var underway = folded(`in progress, ongoing, under way, underway, started, wip, 진행중, 진행 중, 진행, 추진중, 구축중, 개선중, 구현중, 도입중, 작업중`)

// nothing are words for an empty list.
var nothing = folded(`-, --, –, ―, none, n/a, na, nil, 없음, 해당없음, 해당 없음, 해당사항없음, tbd, 미정`)

func folded(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Split(list, ",") {
		all[fold(w)] = true
	}
	return all
}

// normal returns the text with full-width and other compatible letters in their usual form, and other kinds of blanks
// and dashes as the usual ones.
func normal(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\u200b' || r == '\ufeff' || r == '\u00ad':
			return -1
		case r == '‐' || r == '‑' || r == '‒' || r == '–' || r == '—' || r == '−':
			return '-'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, norm.NFKC.String(strings.ReplaceAll(s, "\r\n", "\n")))
}

// fold returns a word as it is compared: without blanks, case, and the signs that people put between and behind words.
// A word of nothing but signs stays as it is.
func fold(s string) string {
	s = strings.ToLower(strings.TrimSpace(normal(s)))
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '#' {
			return r
		}
		return -1
	}, s)
	if letters == "" {
		return strings.Join(strings.Fields(s), "")
	}
	return letters
}

var bracketed = regexp.MustCompile(`[(\[{][^()\[\]{}]*[)\]}]`)

// unbracketed returns the heading without what stands in brackets, such as "(Y/N)".
func unbracketed(s string) string {
	return strings.TrimSpace(bracketed.ReplaceAllString(normal(s), " "))
}
