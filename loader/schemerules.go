package loader

import (
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// checkScheme reports where a scheme breaks the rules S001 to S099.
func checkScheme(s *scheme, standards *index, r *report) {
	n := s.root
	checkName(n.get("scheme"), r)
	checkText(n.get("title"), "title", "S006", "S007", r)
	checkText(n.get("authority"), "authority", "S006", "S007", r)
	for _, ref := range n.get("standards").items() {
		checkStandard(ref, standards, r)
	}
	checkInputs(s, r)
	checkOnce(n.get("facts"), "id", "fact", r)
	for _, f := range n.get("facts").items() {
		checkText(f.get("claim"), "claim", "S006", "S007", r)
		checkEvidence(f, "fact", r)
		if certainty := f.get("certainty"); f.get("kind").text() == string(graph.FactEstimate) && certainty.text() == string(graph.Verified) {
			r.add(certainty.at(), "S010", "write single-source, derived or unverified, or another kind if it is more than somebody's figure", "an estimate is never verified")
		}
		for _, ref := range f.get("about").items() {
			checkAbout(ref, standards, r)
		}
	}
	checkOnce(n.get("obligations"), "id", "obligation", r)
	for _, o := range n.get("obligations").items() {
		for _, what := range []string{"who", "what", "due"} {
			checkText(o.get(what), "text", "S006", "S007", r)
		}
		checkEvidence(o, "obligation", r)
		if when := o.get("when"); when.present() {
			checkCondition(s, when, r)
		}
	}
	for _, o := range n.get("omissions").items() {
		checkOmission(o, standards, r)
	}
}

// checkName reports a name that could not be written in a question or made part of a node of the store.
func checkName(n node, r *report) {
	if name := n.text(); n.present() && name != "" && !refForm.MatchString(name) {
		r.add(n.at(), "S002", "use letters, digits, - and .", "the name %s cannot be used", quote(name))
	}
}

// checkOnce reports names that the elements of a list have twice, and names that cannot be used.
func checkOnce(list node, key, what string, r *report) {
	first := map[string]Position{}
	for _, element := range list.items() {
		n := element.get(key)
		checkName(n, r)
		if at, twice := first[n.text()]; twice && n.text() != "" {
			r.add(n.at(), "S005", "give one of them another "+key, "the %s %s is here twice, first in line %d", what, quote(n.text()), at.Line)
			continue
		}
		first[n.text()] = n.at()
	}
}

func checkInputs(s *scheme, r *report) {
	inputs := s.root.get("inputs")
	checkOnce(inputs, "name", "input", r)
	for _, in := range inputs.items() {
		checkText(in.get("title"), "title", "S006", "S007", r)
	}
}

func checkStandard(n node, standards *index, r *report) {
	if ref := n.text(); ref != "" && standards.Standard(ref) == nil {
		r.add(n.at(), "S003", standards.suggest(ref), "the standard %s does not exist", quote(ref))
	}
}

// checkAbout reports a ref of a standard or requirement that names nothing.
func checkAbout(n node, standards *index, r *report) {
	ref := n.text()
	owner, number := graph.SplitRef(ref)
	switch {
	case ref == "" || standards.Standard(ref) != nil || standards.Requirement(ref) != nil:
	case standards.Standard(owner) == nil:
		r.add(n.at(), "S003", standards.suggest(owner), "the standard %s does not exist", quote(owner))
	default:
		r.add(n.at(), "S004", standards.suggest(ref), "%s has no %s", owner, quote(number))
	}
}

// checkEvidence reports what is wrong with the source and the dates of a fact, an obligation or an omission.
func checkEvidence(n node, what string, r *report) {
	if n.get("source").text() == "" {
		r.add(n.get("source").at(), "S008", "name the act and article, the notice, or the document with its date", "this %s has no source", what)
	}
	if valid := validity(n); valid.From != "" && valid.To != "" && valid.To < valid.From {
		r.add(n.get("validTo").at(), "S009", "swap the days", "this %s ends on %s, before it begins on %s", what, valid.To, valid.From)
	}
}

func checkOmission(o node, standards *index, r *report) {
	for _, ref := range o.get("held").items() {
		checkStandard(ref, standards, r)
	}
	target := o.get("target")
	checkStandard(target, standards, r)
	checkEvidence(o, "omission", r)
	for _, c := range o.get("conditions").items() {
		checkText(c, "condition", "S006", "S007", r)
	}
	first := map[string]bool{}
	for _, c := range o.get("criteria").items() {
		number := c.text()
		if number == "" || standards.Standard(target.text()) == nil {
			continue
		}
		ref := graph.JoinRef(target.text(), number)
		found := standards.Requirement(ref)
		switch {
		case found == nil:
			r.add(c.at(), "S004", standards.suggest(ref), "%s has no %s", target.text(), quote(number))
		case !found.Assessable:
			r.add(c.at(), "S004", "list the requirements that are audited", "%s is not a requirement that is audited by itself", ref)
		case first[number]:
			r.add(c.at(), "S005", "list it once", "the criterion %s is here twice", quote(number))
		}
		first[number] = true
	}
}

// checkCondition reports what is wrong with a condition and, so that one mistake is reported once, otherwise with the
// conditions in it.
func checkCondition(s *scheme, n node, r *report) {
	given := func(keys ...string) (list []string) {
		for _, key := range keys {
			if n.get(key).present() {
				list = append(list, "`"+key+"`")
			}
		}
		return list
	}
	operators, tests := given("all", "any", "not", "input"), given("atLeast", "below", "is")
	switch {
	case len(operators) != 1:
		r.add(n.at(), "S011", "write one of `all`, `any`, `not` and `input`; put several into an `all` or an `any`", "this condition has %s", orNone(operators, "operators", "no operator"))
		return
	case operators[0] == "`input`" && len(tests) != 1:
		r.add(n.at(), "S011", "write one of `atLeast` and `below` for a number, or `is` for a flag", "this condition has %s", orNone(tests, "tests", "no test of its input"))
		return
	case operators[0] != "`input`" && len(tests) > 0:
		r.add(n.at(), "S011", "leave it out, or name the input that it tests", "this condition tests no input, but has %s", strings.Join(tests, " and "))
		return
	case operators[0] == "`input`":
		checkTest(s, n, tests[0], r)
	}
	for _, part := range append(n.get("all").items(), n.get("any").items()...) {
		checkCondition(s, part, r)
	}
	if not := n.get("not"); not.present() {
		checkCondition(s, not, r)
	}
}

// checkTest reports a test of an input that does not exist, or that has values of another kind.
func checkTest(s *scheme, n node, test string, r *report) {
	name := n.get("input").text()
	var names []string
	for _, in := range s.Inputs {
		names = append(names, in.Name)
		if in.Name != name {
			continue
		}
		if flag := in.Kind == graph.InputFlag; flag != (test == "`is`") {
			want := "`atLeast` or `below`"
			if flag {
				want = "`is`"
			}
			r.add(n.at(), "S013", "write "+want, "%s is a %s, which %s does not test", name, in.Kind, test)
		}
		return
	}
	r.add(n.get("input").at(), "S012", likely(name, "inputs", names), "there is no input %s", quote(name))
}

// orNone names several things, or says that there is none.
func orNone(list []string, what, none string) string {
	if len(list) == 0 {
		return none
	}
	return "several " + what + ": " + strings.Join(list, ", ")
}
