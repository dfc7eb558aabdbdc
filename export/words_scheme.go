package export

import "github.com/clausegraph/clausegraph/graph"

// These are fixed phrases of facts and obligations in both languages.
var (
	wordSince       = graph.Text{EN: "since %s", KO: "%s부터"}
	wordUntil       = graph.Text{EN: "until %s", KO: "%s까지"}
	wordAsks        = graph.Text{EN: "What is asked of an organization", KO: "확인할 사항"}
	wordObligations = graph.Text{EN: "Obligations in force", KO: "시행 중인 의무"}
	wordNotInForce  = graph.Text{EN: "not in force on that day", KO: "해당 기준일에 시행 중이 아님"}
	wordDuty        = graph.Text{EN: "duty", KO: "의무"}
	wordDue         = graph.Text{EN: "due", KO: "기한"}
	wordMissing     = graph.Text{EN: "tell", KO: "필요한 정보"}
)

var factKindWords = map[graph.FactKind]graph.Text{
	graph.FactLaw:        {EN: "law", KO: "법령"},
	graph.FactCount:      {EN: "count", KO: "개수"},
	graph.FactEstimate:   {EN: "estimate", KO: "추정"},
	graph.FactComparison: {EN: "comparison", KO: "비교"},
	graph.FactEdition:    {EN: "edition", KO: "판"},
}

var inputValues = map[graph.InputKind]graph.Text{
	graph.InputNumber: {EN: "NUMBER", KO: "숫자"},
	graph.InputFlag:   {EN: "yes|no", KO: "yes|no"},
}

var answerWords = map[graph.Answer]graph.Text{
	graph.Yes:        {EN: "yes", KO: "해당"},
	graph.No:         {EN: "no", KO: "비해당"},
	graph.NotDecided: {EN: "not decided", KO: "판단 불가"},
}

var answerColors = map[graph.Answer]string{graph.Yes: "32", graph.No: "31", graph.NotDecided: "33"}
