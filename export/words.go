package export

import (
	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// words are fixed phrases in both languages.
var (
	wordHeld        = graph.Text{EN: "held", KO: "보유"}
	wordLapsed      = graph.Text{EN: "not counted, since it is over on the day", KO: "기준일에 만료되어 반영하지 않음"}
	wordHeldUntil   = graph.Text{EN: "%s (until %s)", KO: "%s(%s까지)"}
	wordTarget      = graph.Text{EN: "target", KO: "대상"}
	wordAsOf        = graph.Text{EN: "as of", KO: "기준일"}
	wordRevision    = graph.Text{EN: "data revision", KO: "데이터 리비전"}
	wordWhy         = graph.Text{EN: "why", KO: "근거"}
	wordVia         = graph.Text{EN: "via", KO: "활용"}
	wordRemains     = graph.Text{EN: "left", KO: "잔여"}
	wordLegend      = graph.Text{EN: "Legend", KO: "범례"}
	wordOf          = graph.Text{EN: "of %d assessable requirements of %s", KO: "%[2]s의 평가 대상 요구사항 %[1]d개 중"}
	wordRequirement = graph.Text{EN: "Requirement", KO: "요구사항"}
	wordVerdict     = graph.Text{EN: "Verdict", KO: "판정"}
	wordDisposition = graph.Text{EN: "Disposition", KO: "조치"}
	wordWhatRemains = graph.Text{EN: "What remains", KO: "남은 과제"}
	wordReused      = graph.Text{EN: "What is reused", KO: "활용하는 보유 요구사항"}
	wordProof       = graph.Text{EN: "Proof", KO: "증명"}
	wordPoints      = graph.Text{EN: "Point by point", KO: "세부 의무별 판정"}
	wordAssurance   = graph.Text{EN: "Assurance (weakest claim used)", KO: "보증 수준(사용한 주장 중 최저)"}
	wordSources     = graph.Text{EN: "Sources", KO: "출처"}
	wordNone        = graph.Text{EN: "nothing", KO: "없음"}

	wordControl  = graph.Text{EN: "control", KO: "통제"}
	wordControls = graph.Text{EN: "controls", KO: "통제"}
	wordScope    = graph.Text{EN: "scope", KO: "범위"}
	wordBlocked  = graph.Text{EN: "blocked", KO: "보류"}
	wordWithThem = graph.Text{EN: "with that in place: %s", KO: "갖추어지면 %s"}
	wordConflict = graph.Text{EN: "contradiction", KO: "모순"}
	wordOpposite = graph.Text{EN: "the claims say the opposite, too; look at them before you rely on this verdict.", KO: "반대되는 주장도 있다. 이 판정을 활용하기 전에 확인해야 한다."}
	wordDispute  = graph.Text{EN: "sources disagree", KO: "출처 간 이견"}
	wordSays     = graph.Text{EN: "%s says %s", KO: "%s: %s"}
	wordDoubts   = graph.Text{EN: "Doubts: held, although no control named for it counts", KO: "의문: 보유한 것으로 보았으나 유효한 통제가 없는 항목"}
	wordDoubt    = graph.Text{EN: "%s is taken as held, but %s does not count", KO: "%s: 보유한 것으로 보았으나 유효하지 않은 통제만 있음: %s"}
	wordPolicy   = graph.Text{EN: "policy", KO: "정책"}
	wordAtLeast  = graph.Text{EN: "only claims that are at least %s", KO: "보증 수준이 %s 이상인 주장만"}
	wordWithout  = graph.Text{EN: "without the claims of %s", KO: "%s의 주장 제외"}
	wordDirect   = graph.Text{EN: "direct claims alone", KO: "직접적인 주장만"}
	wordHops     = graph.Text{EN: "at most %d claims in a row", KO: "이어지는 주장은 %d개까지"}

	wordLine        = graph.Text{EN: "%s is %s, because %s", KO: "%s: %s. 근거: %s"}
	wordIsHeld      = graph.Text{EN: "%s is held (%s)", KO: "%s 보유(%s)"}
	wordSatisfies   = graph.Text{EN: "%s satisfies %s", KO: "%s %s 충족"}
	wordPartly      = graph.Text{EN: "%s satisfies %s, but is only partly carried out", KO: "%s %s 충족(일부만 이행)"}
	wordContributes = graph.Text{EN: "%s contributes to %s", KO: "%s %s에 기여"}
	wordParagraph   = graph.Text{EN: "%s (%s) is %s: %s.", KO: "%s(%s)의 판정은 %s이다: %s."}
	wordAbove       = graph.Text{EN: "see above", KO: "위와 같음"}

	wordSource = graph.Text{EN: "source", KO: "출처"}

	wordOmission               = graph.Text{EN: "Audit that may be omitted", KO: "심사 생략 신청 가능 항목"}
	wordAudit                  = graph.Text{EN: "audit", KO: "심사"}
	wordMayBeOmitted           = graph.Text{EN: "may be omitted on conditions, see the end", KO: "조건을 갖추면 생략을 신청할 수 있음(끝의 설명 참조)"}
	wordOmissionFor            = graph.Text{EN: "Who holds a certificate of %s may ask for it, if all of this is the case:", KO: "%s 인증을 보유하고 다음 조건을 모두 갖추면 신청할 수 있다."}
	wordOmissionChangesNothing = graph.Text{EN: "An omitted audit is not a requirement met: no verdict depends on it.", KO: "심사를 생략한다고 해서 인증기준을 충족한 것은 아니며, 판정에는 영향이 없다."}

	// Disclaimer stands on everything that prints verdicts.
	Disclaimer = graph.Text{
		EN: "Reusable is not compliant. Not legal advice, not an audit; endorsed by neither ISO nor KISA.",
		KO: "활용 가능하다는 것이 준수를 뜻하지는 않는다. 법률 자문이나 심사가 아니며, ISO와 KISA의 승인을 받은 것이 아니다.",
	}
)

var verdictMeanings = map[coverage.Verdict]graph.Text{
	coverage.Full:     {EN: "every obligation is met by what is held", KO: "모든 의무를 보유한 것으로 충족한다"},
	coverage.Partial:  {EN: "at least one obligation is met; not all are proved", KO: "하나 이상의 의무는 충족하나 전부가 증명되지는 않는다"},
	coverage.Possible: {EN: "a claim touches it, but set logic proves nothing", KO: "관련된 주장은 있으나 충족이 증명되지 않는다"},
	coverage.None:     {EN: "somebody looked and said: nothing held relates to it", KO: "검토 결과 보유한 것과 관련이 없다"},
	coverage.Unknown:  {EN: "nobody has looked; this is not a gap", KO: "아직 아무도 검토하지 않았다. 결함을 뜻하지 않는다"},
}

// VerdictMeaning says what a verdict means, in the words of the design.
func VerdictMeaning(v coverage.Verdict) graph.Text { return verdictMeanings[v] }

var verdictSymbols = map[coverage.Verdict]string{
	coverage.Full: "●", coverage.Partial: "◐", coverage.Possible: "◌", coverage.None: "○", coverage.Unknown: "?",
}

// VerdictSymbol returns a sign that tells the verdict apart without colour.
func VerdictSymbol(v coverage.Verdict) string { return verdictSymbols[v] }

var dispositionMeanings = map[coverage.Disposition]graph.Text{
	coverage.Reuse:       {EN: "show what is there", KO: "보유한 것을 그대로 제시한다"},
	coverage.Extend:      {EN: "add what remains", KO: "남은 부분을 보완한다"},
	coverage.ExtendScope: {EN: "the process exists, its subject is new: widen its scope", KO: "절차는 있으므로 적용 대상을 새 분야로 넓힌다"},
	coverage.ToReview:    {EN: "read both and decide", KO: "양쪽을 대조하여 판단한다"},
	coverage.Build:       {EN: "build it", KO: "새로 수립한다"},
	coverage.Analyse:     {EN: "look first", KO: "먼저 분석한다"},
}

// DispositionMeaning says what a disposition asks people to do.
func DispositionMeaning(d coverage.Disposition) graph.Text { return dispositionMeanings[d] }

var relationPhrases = map[relation.Relation]string{
	relation.EqualTo:        "asks the same as",
	relation.SubsetOf:       "is contained in",
	relation.SupersetOf:     "contains",
	relation.IntersectsWith: "overlaps with",
}

var certaintyWords = map[graph.Certainty]graph.Text{
	graph.Verified:     {EN: "verified", KO: "확인됨"},
	graph.SingleSource: {EN: "single source", KO: "단일 출처"},
	graph.Derived:      {EN: "derived from other texts", KO: "다른 자료에서 추론"},
	graph.Unverified:   {EN: "NOT VERIFIED", KO: "미확인"},
}

var assuranceWords = map[graph.Assurance]graph.Text{
	graph.AssuranceDraft:     {EN: "draft", KO: "초안"},
	graph.AssuranceReviewed:  {EN: "reviewed", KO: "검토됨"},
	graph.AssurancePublished: {EN: "published", KO: "공표됨"},
	graph.AssuranceOfficial:  {EN: "official", KO: "공식"},
}

// AssuranceName names a degree of assurance.
func AssuranceName(a graph.Assurance) graph.Text { return assuranceWords[a] }

// wordOwnText stands before a text of an overlay.
var wordOwnText = graph.Text{EN: "Licensed text, not to be passed on", KO: "라이선스 원문(외부 제공 금지)"}
