package deliverable

import "github.com/clausegraph/clausegraph/graph"

// The words of the worksheet of audit time.
var (
	wordAuditTime     = graph.Text{EN: "Integrated audit time", KO: "통합 심사 일수"}
	wordIntegrated    = graph.Text{EN: "Integrated audit of management systems", KO: "경영시스템 통합 심사"}
	wordKoreanDays    = graph.Text{EN: "ISMS and ISMS-P, apart from the above", KO: "ISMS·ISMS-P(위와 별도)"}
	wordStandard      = graph.Text{EN: "Standard", KO: "표준·인증기준"}
	wordDays          = graph.Text{EN: "Audit days", KO: "심사 일수"}
	wordNote          = graph.Text{EN: "Note", KO: "비고"}
	wordByBody        = graph.Text{EN: "Enter the days of an audit of this standard alone, as your certification body gives them.", KO: "이 표준만 심사할 때의 일수를 인증기관에서 받아 기입한다."}
	wordByNotice      = graph.Text{EN: "Enter the days that follow from the notice. They are neither added to the above nor reduced.", KO: "고시에 따른 일수를 기입한다. 위 일수에 더하거나 감축하지 않는다."}
	wordSum           = graph.Text{EN: "Sum", KO: "합계"}
	wordSumNote       = graph.Text{EN: "The days of all standards added up", KO: "표준별 일수의 합"}
	wordReduction     = graph.Text{EN: "Reduction for integration (%)", KO: "통합 감축률(%)"}
	wordReductionNote = graph.Text{EN: "Enter 0 to 20, as agreed with the certification body", KO: "인증기관과 협의한 값을 0~20 범위에서 기입한다."}
	wordReduced       = graph.Text{EN: "Days of the integrated audit", KO: "통합 심사 일수"}
	wordReducedNote   = graph.Text{EN: "Sum × (1 − reduction)", KO: "합계 × (1 − 감축률)"}
	wordHalfDays      = graph.Text{EN: "Rounded up to half days", KO: "반일 단위 올림"}
	wordHalfDaysNote  = graph.Text{EN: "For planning", KO: "계획용"}
	wordNotes         = graph.Text{EN: "Notes", KO: "참고"}

	checkDays      = choice{EN: "… days missing", KO: "… 일수 미기입"}
	checkReduction = choice{EN: "⚠ not within 0–20 %", KO: "⚠ 0~20% 범위 밖"}
)

var auditNotes = []graph.Text{
	{
		EN: "The formula is that of IAF MD 11: the days of each standard are added up, and the sum is reduced by at most 20 % for integration. How much depends on how far the management systems are integrated, and on whether the auditors are qualified for several of the standards.",
		KO: "계산식은 IAF MD 11을 따른다. 표준별 일수를 더한 다음 통합 수준에 따라 최대 20%까지 줄인다. 감축 폭은 경영시스템의 통합 정도와 심사원이 여러 표준의 자격을 갖추었는지에 달려 있다.",
	},
	{
		EN: "The tables from which the days of one standard are found are not part of this worksheet.",
		KO: "표준별 일수를 산정하는 표는 이 계산표에 들어 있지 않다.",
	},
	{
		EN: "It is a planning aid. The certification body fixes the audit time.",
		KO: "계획을 돕기 위한 것이다. 심사 일수는 인증기관이 정한다.",
	},
}
