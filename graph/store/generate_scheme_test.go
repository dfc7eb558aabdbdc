package store

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/graph"
)

var periods = rapid.Custom(func(t *rapid.T) graph.Period {
	return graph.Period{From: days.Draw(t, "valid from"), To: days.Draw(t, "valid to")}
})

var certainties = rapid.SampledFrom(graph.Certainties)

// schemeOf draws a scheme that speaks of the standards and of their ends.
func schemeOf(t *rapid.T, ref string, standards []string, ends map[string][]string) *graph.Dataset {
	s := &graph.Scheme{
		Ref: ref, Title: texts.Draw(t, "title"), Authority: texts.Draw(t, "authority"), Standards: some(t, standards, "standards"),
		Inputs: []graph.Input{
			{Name: "flag", Kind: graph.InputFlag, Title: texts.Draw(t, "title")},
			{Name: "매출 #1", Kind: graph.InputNumber, Title: texts.Draw(t, "title")},
		},
	}
	about := standards
	for _, list := range ends {
		for _, end := range list {
			if !strings.HasSuffix(end, "/*") {
				about = append(about[:len(about):len(about)], end)
			}
		}
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "facts") {
		s.Facts = append(s.Facts, graph.Fact{
			ID: fmt.Sprint("a #", i), Kind: rapid.SampledFrom(graph.FactKinds).Draw(t, "kind"), Claim: texts.Draw(t, "claim"),
			About: some(t, about, "about"), Valid: periods.Draw(t, "valid"), Source: words.Draw(t, "source"),
			Certainty: certainties.Draw(t, "certainty"),
		})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "obligations") {
		s.Obligations = append(s.Obligations, graph.Obligation{
			ID: fmt.Sprint(i), Who: texts.Draw(t, "who"), What: texts.Draw(t, "what"), Due: texts.Draw(t, "due"),
			When: conditionOf(t, 3), Valid: periods.Draw(t, "valid"), Source: words.Draw(t, "source"),
			Certainty: certainties.Draw(t, "certainty"),
		})
	}
	for range rapid.IntRange(0, 2).Draw(t, "omissions") {
		s.Omissions = append(s.Omissions, omissionOf(t, standards, ends))
	}
	return &graph.Dataset{Name: graph.SchemeName(ref), Scheme: s}
}

func omissionOf(t *rapid.T, standards []string, ends map[string][]string) graph.Omission {
	o := graph.Omission{
		Held: some(t, standards, "held"), Target: rapid.SampledFrom(standards).Draw(t, "target"), Valid: periods.Draw(t, "valid"),
		Source: words.Draw(t, "source"), Certainty: certainties.Draw(t, "certainty"),
	}
	for _, end := range some(t, ends[o.Target], "criteria") {
		if _, number := graph.SplitRef(end); number != "*" {
			o.Criteria = append(o.Criteria, number)
		}
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "conditions") {
		o.Conditions = append(o.Conditions, graph.Text{EN: fmt.Sprint(words.Draw(t, "en"), i%2), KO: words.Draw(t, "ko")})
	}
	return o
}

func conditionOf(t *rapid.T, depth int) graph.Condition {
	n := rapid.Int64Range(0, 1<<62).Draw(t, "bound")
	yes := rapid.Bool().Draw(t, "is")
	parts := func() []graph.Condition {
		list := make([]graph.Condition, rapid.IntRange(1, 3).Draw(t, "parts"))
		for i := range list {
			list[i] = conditionOf(t, depth-1)
		}
		return list
	}
	kinds := 6
	if depth == 0 {
		kinds = 3
	}
	switch rapid.IntRange(1, kinds).Draw(t, "condition") {
	case 1:
		return graph.Condition{Input: "flag", Is: &yes}
	case 2:
		return graph.Condition{Input: "매출 #1", AtLeast: &n}
	case 3:
		return graph.Condition{Input: "매출 #1", Below: &n}
	case 4:
		return graph.Condition{All: parts()}
	case 5:
		return graph.Condition{Any: parts()}
	}
	not := conditionOf(t, depth-1)
	return graph.Condition{Not: &not}
}
