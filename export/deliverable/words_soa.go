package deliverable

import (
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
)

// The words of the statement of applicability.
var (
	wordSoA                   = graph.Text{EN: "SoA", KO: "적용성 보고서"}
	wordApplicability         = graph.Text{EN: "Statement of Applicability", KO: "적용성 보고서(SoA)"}
	wordControlReference      = graph.Text{EN: "Control reference", KO: "통제 번호"}
	wordControlTitle          = graph.Text{EN: "Control title", KO: "통제 제목"}
	wordApplicable            = graph.Text{EN: "Applicable", KO: "적용 여부"}
	wordJustification         = graph.Text{EN: "Justification", KO: "적용·제외 사유"}
	wordExclusionCode         = graph.Text{EN: "Exclusion reason code", KO: "제외 사유 코드"}
	wordImplementation        = graph.Text{EN: "Implementation status", KO: "이행 상태"}
	wordImplementationSummary = graph.Text{EN: "Implementation summary", KO: "이행 내용"}
	wordDocumentsEvidence     = graph.Text{EN: "Related document / evidence", KO: "관련 문서·증적"}
	wordControlOwner          = graph.Text{EN: "Control owner", KO: "통제 담당자"}
	wordReviewDate            = graph.Text{EN: "Review date", KO: "검토일"}
	wordCheck                 = graph.Text{EN: "Check", KO: "점검"}
	wordBlank                 = graph.Text{EN: "(blank)", KO: "(빈칸)"}
	wordReusable              = graph.Text{EN: "To be confirmed: %s through %s", KO: "확인 필요: %[2]s 활용 시 %[1]s"}
	promptApplicable          = graph.Text{EN: "Yes or No. A control that does not apply needs a justification and a reason code.", KO: "예 또는 아니오. 적용하지 않으면 사유와 사유 코드를 적어야 합니다."}
	promptExclusion           = graph.Text{EN: "Only for a control that does not apply.", KO: "적용하지 않는 통제에만 적습니다."}

	checkFine      = choice{EN: "✓ complete", KO: "✓ 완료"}
	checkUndecided = choice{EN: "… not decided", KO: "… 미정"}
	checkStatus    = choice{EN: "… no status", KO: "… 이행 상태 없음"}
	checkReason    = choice{EN: "⚠ reason missing", KO: "⚠ 사유 누락"}
)

var checkTones = []book.Tone{{Prefix: "✓", Fill: "E3F4E4", Ink: "1B5E20"}, {Prefix: "⚠", Fill: "FBE3E4", Ink: "8A1C22"}, {Prefix: "…", Fill: "ECEEF1", Ink: "374151"}}

var implementation = []choice{
	{EN: "Implemented", KO: "이행"}, {EN: "Implemented with exception", KO: "이행(예외 있음)"}, {EN: "In progress", KO: "이행 중"}, {EN: "Planned", KO: "계획"},
	{EN: "Not implemented", KO: "미이행"}, {EN: "Not applicable", KO: "해당 없음"},
}

var (
	codeJustified = choice{EN: "justified", KO: "사유 기재"}
	codeRole      = []choice{{EN: "not a controller", KO: "개인정보처리자 아님"}, {EN: "not a processor", KO: "수탁자 아님"}}
	codeScope     = []choice{{EN: "no such activity", KO: "해당 업무 없음"}, {EN: "out of scope", KO: "범위 밖"}}
)

// exclusionCodes are the reasons for which a control of the standard may be left out.
func exclusionCodes(std *graph.Standard) []choice {
	if slices.Contains(std.Disciplines, graph.Privacy) {
		return append(slices.Clone(codeRole), codeJustified)
	}
	return append(slices.Clone(codeScope), codeJustified)
}

var controlStatusNames = map[graph.ControlStatus]graph.Text{
	graph.Implemented: {EN: "implemented", KO: "이행"}, graph.PartiallyImplemented: {EN: "partly implemented", KO: "일부 이행"}, graph.Planned: {EN: "planned", KO: "계획 중"},
	graph.NotImplemented: {EN: "not implemented", KO: "미이행"}, graph.NotApplicable: {EN: "not applicable", KO: "해당 없음"},
}
