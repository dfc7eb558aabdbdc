package export

import (
	"fmt"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// Sentences tells a proof in words, one sentence a step, premises first. A step that uses a claim names its relation,
// strength, assurance, review, source and id, and gives its reason.
func Sentences(p *coverage.Proof, l graph.Language) []string {
	if p == nil {
		return nil
	}
	var list []string
	for _, step := range p.Steps() {
		list = append(list, Sentence(step, l))
	}
	return list
}

// named writes a node as a reader knows it: ref and heading, or the obligation of a point.
func named(r *graph.Requirement, l graph.Language) string {
	if r.IsPoint() {
		return fmt.Sprintf("%s (%s)", r.Ref, strings.TrimSuffix(r.Gist.In(l), "."))
	}
	return strings.TrimSpace(r.Ref + " " + r.Title.In(l))
}

func refList(nodes []*graph.Requirement) string {
	list := make([]string, len(nodes))
	for i, n := range nodes {
		list[i] = n.Ref
	}
	return strings.Join(list, " + ")
}

func premises(p *coverage.Proof) string {
	list := make([]*graph.Requirement, len(p.Premises))
	for i, q := range p.Premises {
		list[i] = q.Requirement
	}
	return refList(list)
}

// Sentence tells one step of a proof in words.
func Sentence(p *coverage.Proof, l graph.Language) string {
	korean := l == graph.Korean
	subject := named(p.Requirement, l)
	switch p.Rule {
	case coverage.R1:
		return heldSentence(p, subject, korean)
	case coverage.R2:
		return partSentence(p, subject, korean)
	case coverage.R7:
		return noneSentence(p, subject, korean)
	}
	said, m := claimed(p, l)
	if korean {
		result := map[coverage.Verdict]string{
			coverage.Full:     "따라서 " + josa(subject, "은", "는") + " 모두 충족된다.",
			coverage.Partial:  "따라서 " + josa(subject, "은", "는") + " 일부 충족된다.",
			coverage.Possible: "그러나 이것만으로는 " + subject + "에 대해 아무것도 증명되지 않는다.",
		}[p.Verdict]
		if len(p.Missing) > 0 {
			result += " 아직 충족되지 않은 출발 요구사항: " + refList(p.Missing) + "."
		}
		return fmt.Sprintf("%s. %s [%s] 이유: %s", said, result, p.Rule, m.Why.KO)
	}
	result := map[coverage.Verdict]string{
		coverage.Full:     "so " + subject + " is met in full.",
		coverage.Partial:  "so " + subject + " is met in part.",
		coverage.Possible: "from which nothing follows for " + subject + ".",
	}[p.Verdict]
	if len(p.Missing) > 0 {
		result += " Of the sources nothing is proved for " + refList(p.Missing) + "."
	}
	return fmt.Sprintf("%s, %s [%s] Reason: %s", said, result, p.Rule, m.Why.In(graph.English))
}

// claimed tells the claim that a step uses, in the direction of the step, with its relation, strength, assurance,
// review, source and id.
func claimed(p *coverage.Proof, l graph.Language) (string, *graph.Mapping) {
	m := p.Mapping
	sources, _ := m.Side(p.Reversed)
	targets, _ := m.Side(!p.Reversed)
	rel := m.Read(p.Reversed)
	meta := fmt.Sprintf("%s, %s, %s", rel, strength(m, l == graph.Korean), provenance(m, l))
	if l == graph.Korean {
		return fmt.Sprintf("%s %s(%s)", josa(refList(sources), "은", "는"), relationKorean(rel, refList(targets)), meta), m
	}
	return fmt.Sprintf("%s %s %s (%s)", refList(sources), plural(relationPhrases[rel], len(sources)), refList(targets), meta), m
}

// provenance says how far a claim may be trusted, who read it again and when, who makes it, and where it stands.
func provenance(m *graph.Mapping, l graph.Language) string {
	assurance := assuranceWords[m.Assurance()].In(l)
	if m.Review.State == graph.Reviewed {
		assurance += fmt.Sprintf(" (%s, %s)", m.Review.By, m.Review.On)
	}
	return fmt.Sprintf("%s: %s, %s %s", assurance, m.Source.Title, m.Crosswalk, shortID(m))
}

// relationKorean says what the sources do to the targets.
func relationKorean(rel relation.Relation, targets string) string {
	switch rel {
	case relation.EqualTo:
		return josa(targets, "과", "와") + " 같은 것을 요구한다"
	case relation.SubsetOf:
		return targets + "에 포함된다"
	case relation.SupersetOf:
		return josa(targets, "을", "를") + " 포함한다"
	}
	return josa(targets, "과", "와") + " 일부 겹친다"
}

// plural adapts the verb of a relation phrase to several sources.
func plural(phrase string, count int) string {
	if count == 1 {
		return phrase
	}
	verbs := strings.NewReplacer("asks", "together ask", "is contained", "together are contained", "contains", "together contain", "overlaps", "together overlap")
	return verbs.Replace(phrase)
}

func strength(m *graph.Mapping, korean bool) string {
	if korean {
		return fmt.Sprintf("강도 %d", m.Strength)
	}
	return fmt.Sprintf("strength %d", m.Strength)
}

// shortID is the part of a claim's id after its crosswalk.
func shortID(m *graph.Mapping) string { return strings.TrimPrefix(m.ID, m.Crosswalk+"/") }

func partSentence(p *coverage.Proof, subject string, korean bool) string {
	from := premises(p)
	down := len(p.Premises) == 1 && p.Requirement.Parent() == p.Premises[0].Requirement
	switch {
	case korean && down:
		return fmt.Sprintf("%s: %s의 일부이므로 함께 충족된다. [R2]", subject, from)
	case korean && p.Verdict == coverage.Full:
		return fmt.Sprintf("%s: 이를 이루는 %s 모두 충족되므로 전부 충족된다. [R2]", subject, josa(from, "이", "가"))
	case korean:
		return fmt.Sprintf("%s: 그 일부인 %s에 충족된 의무가 있으므로 일부 충족된다. [R2]", subject, from)
	case down:
		return fmt.Sprintf("%s is met in full as a part of %s. [R2]", subject, from)
	case p.Verdict == coverage.Full:
		return fmt.Sprintf("%s is met in full, since all its parts are: %s. [R2]", subject, from)
	}
	return fmt.Sprintf("%s is met in part, since an obligation of its part %s is met. [R2]", subject, from)
}

func noneSentence(p *coverage.Proof, subject string, korean bool) string {
	var reasons []string
	for _, c := range p.Closures {
		reasons = append(reasons, closureReasons(c, korean)...)
	}
	joined := strings.Join(reasons, " ")
	if korean {
		return fmt.Sprintf("%s: 보유한 것 중 관련된 것이 없다. [R7] %s", subject, joined)
	}
	return fmt.Sprintf("Nothing held relates to %s. [R7] %s", subject, joined)
}

func closureReasons(c coverage.Closure, korean bool) []string {
	var reasons []string
	l := graph.English
	if korean {
		l = graph.Korean
	}
	for _, m := range c.Mappings {
		meta := m.Relation.String() + ", " + provenance(m, l)
		reasons = append(reasons, fmt.Sprintf("%s (%s)", m.Why.In(l), meta))
	}
	switch {
	case c.SameStandard && korean:
		reasons = append(reasons, fmt.Sprintf("%s의 요구사항끼리는 서로 겹치지 않는 것으로 본다.", c.Standard.Ref))
	case c.SameStandard:
		reasons = append(reasons, fmt.Sprintf("Requirements of one standard, %s, are taken to be apart.", c.Standard.Ref))
	}
	if c.Crosswalk != nil {
		if korean {
			reasons = append(reasons, fmt.Sprintf("크로스워크 %s에서 모든 쌍을 검토했으며, 이 쌍에는 관련이 없다.", c.Crosswalk.Name))
		} else {
			reasons = append(reasons, fmt.Sprintf("The crosswalk %s looked at every pair and relates none of these.", c.Crosswalk.Name))
		}
	}
	return reasons
}
