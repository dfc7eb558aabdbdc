package export

import (
	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// words of comparisons in both languages.
var (
	wordTotal    = graph.Text{EN: "of", KO: "전체"}
	wordTitle    = graph.Text{EN: "title", KO: "제목"}
	wordStandard = graph.Text{EN: "standard", KO: "표준"}
	wordChange   = graph.Text{EN: "change", KO: "변경"}
	wordOld      = graph.Text{EN: "old", KO: "구판"}
	wordNew      = graph.Text{EN: "new", KO: "신판"}
	wordBefore   = graph.Text{EN: "before", KO: "변경 전"}
	wordAfter    = graph.Text{EN: "after", KO: "변경 후"}
	wordRemoved  = graph.Text{EN: "removed", KO: "제외"}
	wordAdded    = graph.Text{EN: "added", KO: "추가"}
	wordKind     = graph.Text{EN: "kind", KO: "종류"}
	wordClaim    = graph.Text{EN: "claim", KO: "주장"}

	wordOverlap       = graph.Text{EN: "Overlap", KO: "중첩 현황"}
	wordOverlapCounts = graph.Text{
		EN: "Each count is of the assessable requirements of the target, by what is proved of them for a holder of all of the held standard; the two directions differ.",
		KO: "각 개수는 보유 표준 전체를 충족할 때 대상 표준의 평가 대상 요구사항이 받는 판정을 센 것이다. 방향에 따라 다르다.",
	}
	wordHeldTarget = graph.Text{EN: "held \\ target", KO: "보유 \\ 대상"}
	wordCellOf     = graph.Text{EN: "● %d ◐ %d of %d", KO: "● %d ◐ %d / %d개 중"}
	wordNoPairs    = graph.Text{EN: "One standard alone overlaps with nothing; name two or more.", KO: "비교하려면 표준을 둘 이상 지정해야 한다."}

	wordMoves      = graph.Text{EN: "Verdicts from data revision %.12s to %.12s", KO: "데이터 리비전 %.12s에서 %.12s로 바뀐 판정"}
	wordMovesCount = graph.Text{
		EN: "%d verdicts are different for a holder of all of one standard; a dash stands where there is no such requirement.",
		KO: "표준 하나를 모두 충족하는 보유자를 기준으로 판정 %d건이 달라진다. 해당 요구사항이 없는 쪽은 줄표로 표시한다.",
	}
	wordNoMove = graph.Text{EN: "No verdict is different.", KO: "달라진 판정이 없다."}

	wordNext      = graph.Text{EN: "Standards that are not held", KO: "아직 보유하지 않은 표준"}
	wordNextOrder = graph.Text{
		EN: "The first has the fewest requirements of which nothing is proved (POSSIBLE, NONE, UNKNOWN), then the fewest PARTIAL. Each count is of the assessable requirements of the standard.",
		KO: "증명된 것이 없는 요구사항(POSSIBLE, NONE, UNKNOWN)이 적은 순서, 같으면 PARTIAL이 적은 순서이다. 각 개수는 그 표준의 평가 대상 요구사항을 센 것이다.",
	}
	wordNoStandards = graph.Text{EN: "There is no other standard.", KO: "다른 표준이 없다."}

	wordEditionCounts = graph.Text{
		EN: "of %d assessable requirements of %s; withdrawn: %d of %d of %s",
		KO: "%[2]s의 평가 대상 요구사항 %[1]d개 기준. 폐지: %[5]s의 %[4]d개 중 %[3]d개",
	}
	wordEvidence = graph.Text{EN: "documents and evidence", KO: "문서·증적"}
	wordTouched  = graph.Text{EN: "Controls that implement what changes (%d): %s", KO: "변경되는 요구사항을 이행하는 통제(%d개): %s"}

	wordWhatIf  = graph.Text{EN: "What if", KO: "변경 시 영향"}
	wordNoShift = graph.Text{EN: "No verdict changes.", KO: "바뀌는 판정이 없다."}

	wordSteps      = graph.Text{EN: "What to do next for %s", KO: "%s 다음 할 일"}
	wordStepsOrder = graph.Text{
		EN: "Each requirement was tried: the first lifts most verdicts of the target to FULL or PARTIAL once it is met in full.",
		KO: "각 요구사항이 모두 충족된다고 가정하여 계산했다. 대상의 판정을 FULL이나 PARTIAL로 가장 많이 올리는 것이 먼저 온다.",
	}
	wordLifts     = graph.Text{EN: "lifts", KO: "상승 수"}
	wordWhatLifts = graph.Text{EN: "which", KO: "상승하는 판정"}
	wordNoStep    = graph.Text{EN: "No single requirement lifts a verdict.", KO: "하나만 충족하여 판정이 올라가는 요구사항이 없다."}

	wordSensitivity    = graph.Text{EN: "What the answer for %s rests on", KO: "%s에 대한 답의 근거"}
	wordSourcesAlone   = graph.Text{EN: "Sources without which a verdict falls", KO: "없으면 판정이 내려가는 출처"}
	wordClaimsAlone    = graph.Text{EN: "Claims without which a verdict falls", KO: "없으면 판정이 내려가는 주장"}
	wordControlsAlone  = graph.Text{EN: "Controls without which a requirement of any standard is no longer FULL", KO: "없으면 어느 표준의 요구사항이 FULL이 아니게 되는 통제"}
	wordRestsOn        = graph.Text{EN: "rests on", KO: "근거"}
	wordFalls          = graph.Text{EN: "falls", KO: "하락 수"}
	wordWhatFalls      = graph.Text{EN: "which", KO: "하락하는 판정"}
	wordRestsOnNothing = graph.Text{EN: "No verdict rests on one claim, one source or one control alone.", KO: "주장, 출처, 통제 하나에만 의존하는 판정이 없다."}
)

var changeWords = map[coverage.ChangeKind]graph.Text{
	coverage.Kept:      {EN: "kept", KO: "유지"},
	coverage.Renamed:   {EN: "renamed", KO: "개칭"},
	coverage.Merged:    {EN: "merged", KO: "통합"},
	coverage.Split:     {EN: "split", KO: "분할"},
	coverage.Extended:  {EN: "extended", KO: "확장"},
	coverage.Added:     {EN: "new", KO: "신설"},
	coverage.Withdrawn: {EN: "withdrawn", KO: "폐지"},
}

// ChangeName names a kind of change between editions.
func ChangeName(k coverage.ChangeKind) graph.Text { return changeWords[k] }
