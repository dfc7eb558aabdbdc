package export

import (
	"fmt"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Notice says what an answer about a target cannot mean because of what the target is: a law, with which no standard
// amounts to compliance, or guidance, against which nobody is certified. It is empty where the target is neither, or is
// none of the snapshot's.
func Notice(s *graph.Snapshot, target string) graph.Text {
	ref, _ := graph.SplitRef(target)
	std := s.Standard(ref)
	switch {
	case std == nil:
		return graph.Text{}
	case slices.Contains(std.Disciplines, graph.Law):
		return noticeLaw
	case std.Status == graph.Guidance:
		return graph.Text{EN: fmt.Sprintf(noticeGuidance.EN, ref), KO: fmt.Sprintf(noticeGuidance.KO, ref)}
	}
	return graph.Text{}
}

var (
	noticeLaw = graph.Text{
		EN: "The target is a law. A standard supports legal duties and never amounts to compliance with them: whether a duty applies and is met is decided by the law and its authorities.",
		KO: "대상은 법령이다. 표준은 법적 의무의 이행을 뒷받침할 뿐 법령 준수를 의미하지 않는다. 의무의 적용 여부와 이행 여부는 법령과 소관 기관이 정한다.",
	}
	noticeGuidance = graph.Text{
		EN: "%s is guidance and no certification target: nobody can be certified against it. The verdicts say what of its advice is already followed.",
		KO: "%s은(는) 지침으로 인증 대상이 아니며, 이에 대한 인증은 존재하지 않는다. 판정은 지침의 권고 중 이미 따르고 있는 것을 나타낸다.",
	}
)

// noticeJSON is null where there is no notice.
func noticeJSON(s *graph.Snapshot, target string) *graph.Text {
	if text := Notice(s, target); text != (graph.Text{}) {
		return &text
	}
	return nil
}
