package export

import (
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/search"
)

var shownInstead = graph.Text{EN: "showing what was found for: %s (%s)", KO: "다음 검색어의 결과입니다: %s (%s)"}

var viaWords = map[search.Via]graph.Text{
	search.ViaGlossary:    {EN: "glossary", KO: "용어집"},
	search.ViaSpelling:    {EN: "spelling", KO: "철자"},
	search.ViaSpacing:     {EN: "spacing", KO: "띄어쓰기"},
	search.ViaLayout:      {EN: "keyboard layout", KO: "한/영 전환"},
	search.ViaInitials:    {EN: "initial consonants", KO: "초성"},
	search.ViaLaw:         {EN: "law", KO: "법령"},
	search.ViaEdition:     {EN: "replaces the id that was asked for, as", KO: "찾은 번호를 대체한 요구사항:"},
	search.ViaCounterpart: {EN: "counterpart of", KO: "대응 요구사항:"},
}

var completionWords = map[search.CompletionKind]graph.Text{
	search.CompletionTerm:        {EN: "term", KO: "용어"},
	search.CompletionTitle:       {EN: "heading", KO: "제목"},
	search.CompletionRequirement: {EN: "requirement", KO: "요구사항"},
	search.CompletionStandard:    {EN: "standard", KO: "표준"},
}
