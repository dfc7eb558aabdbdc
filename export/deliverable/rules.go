package deliverable

import "github.com/clausegraph/clausegraph/graph"

var rulesIntroduction = graph.Text{
	EN: "A requirement is taken as a set of obligations. A claim says in which of the five set relations of NIST IR 8477 the obligations of its sources stand to those of its targets, and why. The rules are applied until nothing changes; R1 to R5 are sound for sets, and every verdict comes with its proof. No scores are multiplied and no parts are added up.",
	KO: "요구사항을 의무의 집합으로 본다. 주장은 출발 항목의 의무와 대상 항목의 의무가 NIST IR 8477의 다섯 가지 집합 관계 가운데 어느 것인지와 그 이유를 말한다. 규칙은 더 바뀌는 것이 없을 때까지 적용한다. R1~R5는 집합에 대해 참이며 모든 판정에는 증명이 따른다. 점수를 곱하거나 부분 충족을 더하지 않는다.",
}

// ruleTexts are the rules R1 to R7 in words.
var ruleTexts = []graph.Text{
	{
		EN: "What is held counts as met in full: of a standard every assessable requirement, less those that the inventory marks as not applicable. A control that is implemented in the scope makes what it satisfies FULL and what it contributes to PARTIAL; one that is partly implemented makes what it satisfies PARTIAL. Planned or missing controls and those of another scope prove nothing.",
		KO: "보유한 것은 모두 충족한 것으로 본다. 표준을 보유하면 통제 목록에서 해당 없음으로 표시한 것을 뺀 평가 대상 요구사항 전부가 그렇다. 해당 범위에서 이행 중인 통제는 충족하는 항목을 FULL, 기여하는 항목을 PARTIAL로 만들고, 일부만 이행한 통제는 충족하는 항목을 PARTIAL로 만든다. 계획 중이거나 미이행이거나 다른 범위에 속한 통제는 아무것도 증명하지 않는다.",
	},
	{
		EN: "The parts of what is FULL are FULL. What consists of its parts is FULL once all of them are; one part that is at least PARTIAL makes it PARTIAL.",
		KO: "FULL인 항목의 부분은 모두 FULL이다. 부분으로만 이루어진 항목은 모든 부분이 FULL이면 FULL이고, 어느 한 부분이라도 PARTIAL 이상이면 PARTIAL이다.",
	},
	{
		EN: "All sources of a claim are FULL, and together they are equal to its targets or contain them: the targets are FULL.",
		KO: "주장의 출발 항목이 모두 FULL이고 대상 항목과 같거나 이를 포함하면 대상 항목은 모두 FULL이다.",
	},
	{
		EN: "All sources are FULL, and they are contained in one target or overlap with it: that target is PARTIAL.",
		KO: "출발 항목이 모두 FULL이고 하나의 대상 항목에 포함되거나 그와 겹치면 그 대상 항목은 PARTIAL이다.",
	},
	{
		EN: "A source is at least PARTIAL, and the sources are equal to one target or contained in it: the target is PARTIAL, and the proof names the sources that are missing. The same holds for every target of a joint claim that says that each source meets a part of each target, once one source is FULL.",
		KO: "출발 항목 중 하나라도 PARTIAL 이상이고 출발 항목이 하나의 대상 항목과 같거나 그에 포함되면 그 대상 항목은 PARTIAL이며, 증명에 빠진 출발 항목을 밝힌다. 각 출발 항목이 각 대상 항목의 일부를 충족한다고 한 공동 주장에서는 출발 항목 하나가 FULL이면 모든 대상 항목이 PARTIAL이다.",
	},
	{
		EN: "Touched by a claim, one of whose sources is at least PARTIAL, without anything being proved: POSSIBLE. Nothing follows from POSSIBLE.",
		KO: "PARTIAL 이상인 출발 항목을 둔 주장이 닿아 있으나 증명되는 것이 없으면 POSSIBLE이다. POSSIBLE에서는 아무것도 따라 나오지 않는다.",
	},
	{
		EN: "Every pair of something held and the target was looked at and found unrelated: NONE. Otherwise nobody has looked: UNKNOWN.",
		KO: "보유한 것과 대상 항목의 모든 쌍을 검토하여 관련이 없다고 확인했으면 NONE이다. 그렇지 않으면 아무도 검토하지 않은 것이므로 UNKNOWN이다.",
	},
}

var limitTexts = []graph.Text{
	{
		EN: "UNKNOWN is not a gap, POSSIBLE is not coverage, and PARTIAL is no measure of how much is left.",
		KO: "UNKNOWN은 갭이 아니고 POSSIBLE은 충족이 아니며, PARTIAL은 남은 양을 나타내지 않는다.",
	},
	{
		EN: "The counts are the answer. No percentage stands for them, since requirements differ in weight and effort.",
		KO: "판정별 개수가 곧 답이다. 요구사항마다 비중과 노력이 다르므로 비율로 바꾸어 읽지 않는다.",
	},
	{
		EN: "What is held is taken to be in place, in the scope asked about. Whether the evidence exists there has to be verified.",
		KO: "보유한 것은 질의한 범위에서 실제로 갖추어져 있다고 전제한다. 그 범위에 증적이 있는지는 따로 확인해야 한다.",
	},
	{
		EN: "A law is never complied with through a standard.",
		KO: "표준을 갖추었다고 하여 법률을 준수한 것이 되지는 않는다.",
	},
}
