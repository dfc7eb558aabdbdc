package deliverable

import (
	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/book"
)

// The words of the plan of a transition.
var (
	wordTransition      = graph.Text{EN: "Transition plan", KO: "전환 계획"}
	wordPlan            = graph.Text{EN: "Plan", KO: "전환 목록"}
	wordChanges         = graph.Text{EN: "Changes", KO: "변경 유형별 개수"}
	wordChange          = graph.Text{EN: "Change", KO: "변경 유형"}
	wordTouchedControls = graph.Text{EN: "Our controls", KO: "관련 자체 통제"}
	wordAction          = graph.Text{EN: "What to do", KO: "할 일"}
	wordNewNumber       = graph.Text{EN: "New no.", KO: "새 번호"}
	wordNewTitle        = graph.Text{EN: "New requirement", KO: "새 요구사항"}
	wordOldNumber       = graph.Text{EN: "Old no.", KO: "옛 번호"}
	wordOldTitle        = graph.Text{EN: "Old requirement", KO: "옛 요구사항"}
)

var changeActions = map[coverage.ChangeKind]graph.Text{
	coverage.Kept:      {EN: "Update the edition where it is cited.", KO: "인용한 판만 갱신한다."},
	coverage.Renamed:   {EN: "Update number and heading in the statement of applicability and in documents.", KO: "적용성 보고서와 문서의 번호·제목을 갱신한다."},
	coverage.Merged:    {EN: "Bring the old entries together in one, and update references.", KO: "옛 항목들을 하나로 합치고 참조를 갱신한다."},
	coverage.Split:     {EN: "Spread the old entry over the new ones, and update references.", KO: "옛 항목을 새 항목들로 나누고 참조를 갱신한다."},
	coverage.Extended:  {EN: "Carry it over and add what remains.", KO: "기존 내용을 옮기고 남은 과제를 보완한다."},
	coverage.Added:     {EN: "Decide whether it applies; if so, build it.", KO: "적용 여부를 정하고, 적용하면 새로 수립한다."},
	coverage.Withdrawn: {EN: "Take it out of the statement of applicability, or keep it as a control of your own.", KO: "적용성 보고서에서 빼거나 자체 통제로 유지할지 정한다."},
}

var changeTones = []book.Tone{{Prefix: "◐", Fill: "FFF0CF", Ink: "704600"}, {Prefix: "✚", Fill: "FBE3E4", Ink: "8A1C22"}, {Prefix: "✖", Fill: "ECEEF1", Ink: "374151"}, {Prefix: "=", Fill: "E3F4E4", Ink: "1B5E20"}}
