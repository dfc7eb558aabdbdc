package deliverable

import "github.com/clausegraph/clausegraph/graph"

// The words of the statement of operation. The Korean heads are those of the scheme.
var (
	wordOperationStatement = graph.Text{EN: "Statement of operation", KO: "운영명세서"}
	wordCriterion          = graph.Text{EN: "Criterion", KO: "통제항목"}
	wordDetail             = graph.Text{EN: "Details", KO: "상세내용"}
	wordOperated           = graph.Text{EN: "Operated", KO: "운영여부"}
	wordCertification      = graph.Text{EN: "Certification", KO: "인증구분"}
	wordOperation          = graph.Text{EN: "How it is operated (or why it is not chosen)", KO: "운영현황(또는 미선택사유)"}
	wordDocuments          = graph.Text{EN: "Related documents", KO: "관련문서"}
	wordRecords            = graph.Text{EN: "Records (evidence)", KO: "기록(증적자료)"}
	wordGuide              = graph.Text{EN: "How to fill it in", KO: "작성 안내"}
	wordUndecided          = graph.Text{EN: "Undecided", KO: "미기재"}
	wordReasonMissing      = graph.Text{EN: "N without a reason", KO: "사유 없는 N"}
	wordToConfirm          = graph.Text{EN: "To be confirmed: %s (%s by way of another standard)", KO: "확인 필요: %s(다른 표준을 거쳐 %s)"}
	promptOperated         = graph.Text{EN: "Y: operated. N: not chosen, which needs a reason. All of domain 1 is mandatory.", KO: "Y: 운영, N: 미선택. N이면 미선택사유를 적어야 합니다. 1장은 모든 항목이 필수입니다."}
	promptDocuments        = graph.Text{EN: "Policies and procedures, down to the number of the article.", KO: "정책, 지침 등 세부조항번호까지 적습니다."}
	checkMandatory         = choice{EN: "⚠ domain 1 is mandatory", KO: "⚠ 1장은 전 항목 필수"}
)

var operationGuide = []struct{ name, text graph.Text }{
	{wordDetail, graph.Text{
		EN: "A paraphrase of our own, not the official wording. Replace it by the wording of the notice where the authority asks for that.",
		KO: "공식 문구가 아니라 자체 요약이다. 제출 기관이 고시 문구를 요구하면 그 문구로 바꾼다.",
	}},
	{wordOperated, promptOperated},
	{wordCertification, graph.Text{
		EN: "Domains 1 and 2 count for ISMS and for ISMS-P, domain 3 for ISMS-P alone.",
		KO: "1장과 2장은 ISMS와 ISMS-P에, 3장은 ISMS-P에만 해당한다.",
	}},
	{wordOperation, graph.Text{
		EN: "Filled from the inventory of controls. It is blank where the inventory says nothing. \"To be confirmed\" names a control that was registered for another standard and meets a part of the criterion.",
		KO: "통제 목록에서 채웠고, 목록에 없으면 비워 두었다. ‘확인 필요’는 다른 표준에 등록한 통제가 이 항목의 일부를 충족한다는 뜻이다.",
	}},
	{wordDocuments, promptDocuments},
	{wordRecords, graph.Text{
		EN: "Records that show at least two months of operation before the application.",
		KO: "신청 전 2개월 이상 운영한 사실을 보이는 기록을 적는다.",
	}},
}
