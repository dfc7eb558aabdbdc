package deliverable

import (
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
	"github.com/clausegraph/clausegraph/relation"
)

// The words of all documents.
var (
	footer = graph.Text{
		EN: "Not legal advice, not an audit. Data: clausegraph, CC BY 4.0.",
		KO: "법률 자문이나 심사가 아님. 데이터: clausegraph, CC BY 4.0.",
	}

	wordGapAnalysis  = graph.Text{EN: "Gap analysis", KO: "갭 분석"}
	wordSummary      = graph.Text{EN: "Summary", KO: "요약"}
	wordGapList      = graph.Text{EN: "Gap list", KO: "갭 목록"}
	wordCrosswalk    = graph.Text{EN: "Crosswalk", KO: "매핑 근거"}
	wordProofs       = graph.Text{EN: "Proofs", KO: "증명"}
	wordSources      = graph.Text{EN: "Sources", KO: "출처"}
	wordLegend       = graph.Text{EN: "Legend", KO: "범례"}
	wordMethod       = graph.Text{EN: "Method", KO: "분석 방법"}
	wordQuestion     = graph.Text{EN: "Question", KO: "질의"}
	wordOrganization = graph.Text{EN: "Organization", KO: "조직"}
	wordHeld         = graph.Text{EN: "Held", KO: "보유"}
	wordOwnControls  = graph.Text{EN: "Controls of our own", KO: "자체 통제 수"}
	wordScope        = graph.Text{EN: "Scope", KO: "범위"}
	wordTarget       = graph.Text{EN: "Target", KO: "대상"}
	wordNotice       = graph.Text{EN: "Note", KO: "유의 사항"}
	wordPolicy       = graph.Text{EN: "Policy", KO: "주장 채택 기준"}
	wordAsOf         = graph.Text{EN: "As of", KO: "기준일"}
	wordRevision     = graph.Text{EN: "Data revision", KO: "데이터 리비전"}
	wordLapsed       = graph.Text{EN: "Not counted, since it is over on the day", KO: "기준일에 만료되어 반영하지 않음"}
	wordDoubts       = graph.Text{EN: "Doubts: held, though no control named for it counts", KO: "의문: 보유로 보았으나 유효한 통제가 없음"}

	wordCounts   = graph.Text{EN: "Counts", KO: "판정별 개수"}
	wordByDomain = graph.Text{EN: "By domain", KO: "분야별 개수"}
	wordByGroup  = graph.Text{EN: "By group", KO: "세부 분야별 개수"}
	wordPicture  = graph.Text{EN: "Verdicts", KO: "판정 분포"}
	wordWhole    = graph.Text{EN: "All assessable requirements", KO: "평가 대상 요구사항 전체"}
	wordGroup    = graph.Text{EN: "Domain", KO: "분야"}
	wordTotal    = graph.Text{EN: "Total", KO: "계"}

	wordNumber      = graph.Text{EN: "No.", KO: "번호"}
	wordRequirement = graph.Text{EN: "Requirement", KO: "요구사항"}
	wordVerdict     = graph.Text{EN: "Verdict", KO: "판정"}
	wordDisposition = graph.Text{EN: "Disposition", KO: "조치 구분"}
	wordReused      = graph.Text{EN: "What we reuse", KO: "활용하는 보유 항목"}
	wordRemains     = graph.Text{EN: "What remains", KO: "남은 과제"}
	wordBlockers    = graph.Text{EN: "Blockers", KO: "걸림돌"}
	wordDecision    = graph.Text{EN: "Decision", KO: "결정"}
	wordOwner       = graph.Text{EN: "Owner", KO: "담당자"}
	wordDue         = graph.Text{EN: "Due", KO: "기한"}
	wordStatus      = graph.Text{EN: "Status", KO: "진행 상태"}
	wordEvidence    = graph.Text{EN: "Evidence", KO: "증적"}
	promptDecision  = graph.Text{EN: "What will be done about it? The disposition beside it is a proposal.", KO: "어떻게 조치할지 정합니다. 왼쪽의 조치 구분은 제안입니다."}

	wordSourceID      = graph.Text{EN: "Source id", KO: "출발 항목"}
	wordSourceSection = graph.Text{EN: "Source section", KO: "출발 항목 제목"}
	wordTargetID      = graph.Text{EN: "Target id", KO: "대상 항목"}
	wordTargetSection = graph.Text{EN: "Target section", KO: "대상 항목 제목"}
	wordRelationship  = graph.Text{EN: "Relationship", KO: "관계"}
	wordStrength      = graph.Text{EN: "Strength", KO: "강도"}
	wordRationale     = graph.Text{EN: "Rationale", KO: "판단 이유"}
	wordBeyond        = graph.Text{EN: "What the target asks beyond", KO: "대상 항목이 더 요구하는 것"}
	wordAssurance     = graph.Text{EN: "Assurance", KO: "보증 수준"}
	wordSource        = graph.Text{EN: "Source", KO: "출처"}
	wordClaim         = graph.Text{EN: "Claim", KO: "주장 ID"}
	wordReviewedByYou = graph.Text{EN: "Reviewed by us", KO: "자체 검토"}
	wordStep          = graph.Text{EN: "Step", KO: "단계"}
	wordConcludes     = graph.Text{EN: "Concludes on", KO: "결론 항목"}
	wordRule          = graph.Text{EN: "Rule", KO: "규칙"}
	wordSentence      = graph.Text{EN: "Proof", KO: "증명"}

	wordVerdicts      = graph.Text{EN: "Verdicts", KO: "판정"}
	wordMeaning       = graph.Text{EN: "Meaning", KO: "뜻"}
	wordToDo          = graph.Text{EN: "What to do", KO: "할 일"}
	wordRelations     = graph.Text{EN: "Relations between requirements", KO: "요구사항 사이의 관계"}
	wordDegrees       = graph.Text{EN: "Assurance of claims", KO: "주장의 보증 수준"}
	wordColours       = graph.Text{EN: "Colours", KO: "색"}
	wordColour        = graph.Text{EN: "Colour", KO: "색"}
	wordYellow        = graph.Text{EN: "pale yellow, brown head", KO: "연노랑(갈색 머리글)"}
	yellowMeaning     = graph.Text{EN: "To be filled in by you. What is already there comes from your inventory.", KO: "직접 기입하는 칸이다. 이미 적혀 있는 내용은 제출한 통제 목록에서 가져온 것이다."}
	wordOtherColours  = graph.Text{EN: "other colours", KO: "그 밖의 색"}
	coloursMeaning    = graph.Text{EN: "They only stress what the sign and the word in the cell say.", KO: "칸 안의 기호와 낱말을 눈에 띄게 할 뿐 따로 뜻이 없다."}
	wordRules         = graph.Text{EN: "Rules", KO: "판정 규칙"}
	wordPremise       = graph.Text{EN: "Premise", KO: "전제"}
	wordCriteria      = graph.Text{EN: "Criteria", KO: "항목"}
	wordConditions    = graph.Text{EN: "Conditions", KO: "조건"}
	wordLimits        = graph.Text{EN: "What this is not", KO: "한계"}
	wordTrust         = graph.Text{EN: "How far it can be trusted", KO: "신뢰할 수 있는 정도"}
	trustMeaning      = graph.Text{EN: "Verdicts by the weakest claim that each rests on:", KO: "각 판정이 의거한 주장 가운데 보증 수준이 가장 낮은 것을 기준으로 센 판정의 수:"}
	wordOmission      = graph.Text{EN: "Audit that may be omitted", KO: "심사 생략을 신청할 수 있는 항목"}
	wordData          = graph.Text{EN: "Data", KO: "데이터"}
	wordLicence       = graph.Text{EN: "Licence", KO: "라이선스"}
	licenceText       = graph.Text{EN: "clausegraph data, " + dataLicence + ". It holds identifiers, short official headings and paraphrases of our own, never a sentence of a standard.", KO: "clausegraph 데이터, " + dataLicence + ". 식별자, 짧은 공식 제목, 자체 요약만 담고 있으며 표준의 원문은 싣지 않는다."}
	wordStandards     = graph.Text{EN: "Standards", KO: "표준·인증기준"}
	wordRef           = graph.Text{EN: "Ref", KO: "식별자"}
	wordTitle         = graph.Text{EN: "Title", KO: "제목"}
	wordEdition       = graph.Text{EN: "Edition", KO: "판"}
	wordPublisher     = graph.Text{EN: "Publisher", KO: "발행 기관"}
	wordEditionStatus = graph.Text{EN: "Status of the edition", KO: "판의 상태"}
	wordUnofficial    = graph.Text{EN: "Headings that are ours, unofficial", KO: "비공식(자체 번역) 제목의 언어"}
	wordClaimants     = graph.Text{EN: "Who makes the claims", KO: "주장의 출처"}
	wordAddress       = graph.Text{EN: "Address", KO: "주소"}
	wordSourceKind    = graph.Text{EN: "Kind", KO: "종류"}
	wordClaimCount    = graph.Text{EN: "Claims used", KO: "사용한 주장 수"}
)

// choice is something to choose, in both languages.
type choice = graph.Text

var (
	yesNo     = []choice{{EN: "Yes", KO: "예"}, {EN: "No", KO: "아니오"}}
	decisions = []choice{
		{EN: "Reuse", KO: "활용"}, {EN: "Extend", KO: "보완"}, {EN: "Extend scope", KO: "범위 확대"}, {EN: "Build", KO: "신규 수립"}, {EN: "Exclude", KO: "제외"},
		{EN: "Accept risk", KO: "위험 수용"}, {EN: "Analyse", KO: "추가 분석"},
	}
	progress = []choice{{EN: "○ Open", KO: "○ 미착수"}, {EN: "◐ In progress", KO: "◐ 진행 중"}, {EN: "● Done", KO: "● 완료"}, {EN: "– Not needed", KO: "– 해당 없음"}}
)

// options writes choices on one line each.
func (t tongue) options(list []choice) []string {
	var out []string
	for _, c := range list {
		out = append(out, t.option(c))
	}
	return out
}

func (t tongue) option(c choice) string { return t.oneLine(t.say(c)) }

// tab names a sheet: 31 characters at most, and none of those that a name must not have.
func (t tongue) tab(name graph.Text) string {
	text := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return -1
		}
		return r
	}, strings.ReplaceAll(t.say(name), "\n", " "))
	return string([]rune(text)[:min(31, len([]rune(text)))])
}

var verdictColors = map[coverage.Verdict]string{
	coverage.Full: "2E7D32", coverage.Partial: "E5A034", coverage.Possible: "4BA3D3", coverage.None: "B3403B", coverage.Unknown: "9AA1AB",
}

var verdictTones = []book.Tone{
	{Prefix: "●", Fill: "E3F4E4", Ink: "1B5E20"}, {Prefix: "◐", Fill: "FFF0CF", Ink: "704600"}, {Prefix: "◌", Fill: "E0F0FA", Ink: "0B4A6F"},
	{Prefix: "○", Fill: "FBE3E4", Ink: "8A1C22"}, {Prefix: "?", Fill: "ECEEF1", Ink: "374151"},
}

var progressTones = []book.Tone{{Prefix: "●", Fill: "E3F4E4", Ink: "1B5E20"}, {Prefix: "◐", Fill: "FFF0CF", Ink: "704600"}, {Prefix: "○", Fill: "FBE3E4", Ink: "8A1C22"}}

var dispositionNames = map[coverage.Disposition]string{
	coverage.Reuse: "활용", coverage.Extend: "보완", coverage.ExtendScope: "범위 확대", coverage.ToReview: "검토", coverage.Build: "신규", coverage.Analyse: "분석",
}

var statusNames = map[graph.Status]graph.Text{
	graph.Current: {EN: "current", KO: "현행"}, graph.InTransition: {EN: "in transition", KO: "전환 기간"}, graph.Superseded: {EN: "superseded", KO: "대체됨"},
	graph.Withdrawn: {EN: "withdrawn", KO: "폐지"}, graph.Guidance: {EN: "guidance", KO: "지침"},
}

var relationMeanings = map[relation.Relation]graph.Text{
	relation.EqualTo:        {EN: "Both ask the same.", KO: "양쪽이 같은 것을 요구한다."},
	relation.SubsetOf:       {EN: "All that the source asks is in the target, which asks more.", KO: "출발 항목이 요구하는 것은 모두 대상 항목에 들어 있고, 대상 항목은 더 요구한다."},
	relation.SupersetOf:     {EN: "All that the target asks is in the source, which asks more.", KO: "대상 항목이 요구하는 것은 모두 출발 항목에 들어 있고, 출발 항목은 더 요구한다."},
	relation.IntersectsWith: {EN: "They share something, and each asks more.", KO: "일부가 겹치고, 양쪽 모두 상대방에 없는 것을 더 요구한다."},
	relation.NoRelationship: {EN: "They share nothing.", KO: "겹치는 것이 없다."},
}

var assuranceMeanings = map[graph.Assurance]graph.Text{
	graph.AssuranceDraft:     {EN: "ours, read once", KO: "자체 작성, 1차 검토만 거침"},
	graph.AssuranceReviewed:  {EN: "ours, read again by somebody else of the project; no outside expert has looked", KO: "자체 작성, 프로젝트 내 다른 사람이 2차 검토함. 외부 전문가의 검토는 거치지 않음"},
	graph.AssurancePublished: {EN: "by a named outside source", KO: "출처가 밝혀진 외부 자료"},
	graph.AssuranceOfficial:  {EN: "by the standard itself or a regulator", KO: "표준 자체 또는 규제기관"},
}
