package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// Notice says what an answer about a target cannot mean because of what the target is: a law, with which no standard
// amounts to compliance, or guidance, against which nobody is certified. It is empty where the target is neither, or is
// none of the snapshot's.
func Notice(s *graph.Snapshot, target string) graph.Text {
	ref, _ := graph.SplitRef(target)
	if std := s.Standard(ref); std != nil {
		return StandardNotice(std)
	}
	return graph.Text{}
}

// StandardNotice is the notice of answers about a standard.
func StandardNotice(std *graph.Standard) graph.Text {
	if all := Notices([]*graph.Standard{std}); len(all) > 0 {
		return all[0]
	}
	return graph.Text{}
}

// Notices says the same of an answer about several standards: at most one text on the laws among them and one on the
// guidance, each of which names the standards that it is about.
func Notices(standards []*graph.Standard) []graph.Text {
	var laws, guidance []string
	for _, std := range standards {
		switch {
		case slices.Contains(std.Disciplines, graph.Law):
			laws = append(laws, std.Ref)
		case std.Status == graph.Guidance:
			guidance = append(guidance, std.Ref)
		}
	}
	var texts []graph.Text
	for _, n := range []struct {
		refs      []string
		one, many graph.Text
	}{{laws, noticeLaw, noticeLaws}, {guidance, noticeGuidance, noticeGuidances}} {
		text := n.one
		if len(n.refs) > 1 {
			text = n.many
		}
		if len(n.refs) > 0 {
			refs := strings.Join(n.refs, ", ")
			texts = append(texts, graph.Text{EN: fmt.Sprintf(text.EN, refs), KO: fmt.Sprintf(text.KO, josa(refs, "은", "는"))})
		}
	}
	return texts
}

var (
	noticeLaw = graph.Text{
		EN: "%s is a law. " + lawEN,
		KO: "%s 법령이다. " + lawKO,
	}
	noticeLaws = graph.Text{
		EN: "%s are laws. " + lawEN,
		KO: noticeLaw.KO,
	}
	noticeGuidance = graph.Text{
		EN: "%s is guidance and no certification target: nobody can be certified against it. The verdicts say what of its advice is already followed.",
		KO: "%s 지침으로 인증 대상이 아니며, 이에 대한 인증은 존재하지 않는다. 판정은 지침의 권고 중 이미 따르고 있는 것을 나타낸다.",
	}
	noticeGuidances = graph.Text{
		EN: "%s are guidance and no certification targets: nobody can be certified against them. The verdicts say what of their advice is already followed.",
		KO: noticeGuidance.KO,
	}
)

const (
	lawEN = "A standard supports legal duties and never amounts to compliance with them: whether a duty applies and is met is decided by the law and its authorities."
	lawKO = "표준은 법적 의무의 이행을 뒷받침할 뿐 법령 준수를 의미하지 않는다. 의무의 적용 여부와 이행 여부는 법령과 소관 기관이 정한다."
)

// noticeJSON is null where there is no notice.
func noticeJSON(s *graph.Snapshot, target string) *graph.Text {
	if text := Notice(s, target); text != (graph.Text{}) {
		return &text
	}
	return nil
}

// noticeLines are the notices in one language.
func noticeLines(standards []*graph.Standard, l graph.Language) []string {
	var lines []string
	for _, text := range Notices(standards) {
		lines = append(lines, text.In(l))
	}
	return lines
}
