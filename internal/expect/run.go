package expect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Answer is an answer as any door of the program gives it: the library, the command line, GraphQL.
type Answer struct {
	Summary coverage.Summary
	Doubts  []string // refs of what is held although no control named for it counts
	Items   []Item
}

// Item is what an answer says of one requirement.
type Item struct {
	Ref         string
	Verdict     coverage.Verdict
	Disposition coverage.Disposition
	Via         []string // refs of the requirements that its proof and those of its points go through, itself excepted
	Missing     []string // refs that these proofs name as missing
	By          []string // ids of the controls that these proofs rest on
	Blockers    []string // ids of the controls in the way of a better verdict
	Remainder   []graph.Text
	Points      map[string]coverage.Verdict
}

// Door asks the question of a case. The error is what a user would be told.
type Door func(c Case) (*Answer, error)

// Run asks the question of a case and returns the expectations that were not met.
func (c Case) Run(ask Door) []*Error {
	answer, err := ask(c)
	var unmet []*Error
	for _, w := range c.Wants {
		if message := w.check(c.Target, answer, err); message != "" {
			unmet = append(unmet, &Error{w.Place, message})
		}
	}
	return unmet
}

// check returns what is wrong, or "".
func (w Want) check(target string, a *Answer, err error) string {
	switch {
	case w.Error != "" && err == nil:
		return fmt.Sprintf("want an error with %q, got an answer", w.Error)
	case w.Error != "":
		return contains("the error", []string{err.Error()}, w.Error)
	case err != nil:
		return err.Error()
	case w.Count:
		return w.checkCount(a.Summary)
	case w.Doubt != "":
		return among("doubts: want", []string{w.Doubt}, a.Doubts)
	}
	ref := w.Number
	if !strings.Contains(ref, "/") {
		standard, _ := graph.SplitRef(target)
		ref = graph.JoinRef(standard, ref)
	}
	for _, item := range a.Items {
		for point, v := range item.Points {
			switch {
			case !sameNumber(point, ref):
			case v != w.Verdict:
				return fmt.Sprintf("%s: want %s, got %s", point, w.Verdict, v)
			default:
				return ""
			}
		}
		if sameNumber(item.Ref, ref) {
			return w.checkItem(item)
		}
	}
	return fmt.Sprintf("%s is not in the answer for %s", ref, target)
}

// sameNumber compares refs, and takes a ref into a profile for the requirement that the profile selects.
func sameNumber(a, b string) bool {
	_, x := graph.SplitRef(a)
	_, y := graph.SplitRef(b)
	return a == b || x == y && x != ""
}

func (w Want) checkCount(s coverage.Summary) string {
	got := s.Count(w.Verdict)
	met := map[string]bool{"=": got == w.Bound, ">=": got >= w.Bound, "<=": got <= w.Bound, ">": got > w.Bound, "<": got < w.Bound}
	if met[w.Operator] {
		return ""
	}
	return fmt.Sprintf("count %s: want %s %d, got %d", w.Verdict, w.Operator, w.Bound, got)
}

func (w Want) checkItem(item Item) string {
	if item.Verdict != w.Verdict {
		return fmt.Sprintf("%s: want %s, got %s", item.Ref, w.Verdict, item.Verdict)
	}
	if w.Disposition != "" && item.Disposition != w.Disposition {
		return fmt.Sprintf("%s: want disposition %s, got %s", item.Ref, w.Disposition, item.Disposition)
	}
	for _, list := range []struct {
		name  string
		wants []string
		got   []string
	}{{"via", w.Via, item.Via}, {"missing", w.Missing, item.Missing}, {"by", w.By, item.By}, {"blocker", w.Blockers, item.Blockers}} {
		if message := among(item.Ref+": want "+list.name, list.wants, list.got); message != "" {
			return message
		}
	}
	var texts []string
	for _, r := range item.Remainder {
		texts = append(texts, r.EN, r.KO)
	}
	for _, want := range w.Remainder {
		if message := contains(item.Ref+": the remainder", texts, want); message != "" {
			return message
		}
	}
	return ""
}

// among returns what is wrong if one of the names is not in the list, where a number stands for a ref.
func among(what string, wants, got []string) string {
	for _, want := range wants {
		if !slices.ContainsFunc(got, func(ref string) bool { return ref == want || strings.HasSuffix(ref, "/"+want) }) {
			return fmt.Sprintf("%s %s, got %s", what, want, strings.Join(got, ", "))
		}
	}
	return ""
}

func contains(what string, texts []string, want string) string {
	if slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, want) }) {
		return ""
	}
	return fmt.Sprintf("%s does not hold %q; it is: %s", what, want, strings.Join(texts, " | "))
}
