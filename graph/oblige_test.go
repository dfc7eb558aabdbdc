package graph_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
)

func ptr[T any](v T) *T { return &v }

func flag(name string, is bool) graph.Condition {
	return graph.Condition{Input: name, Is: &is}
}

func all(list ...graph.Condition) graph.Condition { return graph.Condition{All: list} }
func anyOf(list ...graph.Condition) graph.Condition {
	return graph.Condition{Any: list}
}

// smallConditions returns every condition of at most two levels over the flags a and b and the number n.
func smallConditions() []graph.Condition {
	leaves := []graph.Condition{
		flag("a", true), flag("b", false), {Input: "n", AtLeast: ptr[int64](1)}, {Input: "n", Below: ptr[int64](2)},
	}
	level := func(of []graph.Condition) []graph.Condition {
		list := append([]graph.Condition{}, of...)
		for i := range of {
			list = append(list, graph.Condition{Not: &of[i]})
			for j := range of {
				list = append(list, all(of[i], of[j]), anyOf(of[i], of[j]))
			}
		}
		return list
	}
	return level(level(leaves))
}

// holds is a condition in the ordinary logic of two values, every input being known.
func holds(c graph.Condition, values map[string]string) bool {
	switch {
	case c.Not != nil:
		return !holds(*c.Not, values)
	case len(c.All) > 0:
		for _, part := range c.All {
			if !holds(part, values) {
				return false
			}
		}
		return true
	case len(c.Any) > 0:
		for _, part := range c.Any {
			if holds(part, values) {
				return true
			}
		}
		return false
	case c.Is != nil:
		return (values[c.Input] == "yes") == *c.Is
	}
	n, _ := strconv.ParseInt(values[c.Input], 10, 64)
	return c.AtLeast != nil && n >= *c.AtLeast || c.Below != nil && n < *c.Below
}

var domains = map[string][]string{"a": {"yes", "no"}, "b": {"yes", "no"}, "n": {"0", "1", "2"}}

// assignments calls f with every way to give values to the inputs; with gaps, inputs may be left out.
func assignments(gaps bool, fixed map[string]string, f func(map[string]string)) {
	for _, a := range choices("a", gaps, fixed) {
		for _, b := range choices("b", gaps, fixed) {
			for _, n := range choices("n", gaps, fixed) {
				values := map[string]string{}
				for name, v := range map[string]string{"a": a, "b": b, "n": n} {
					if v != "" {
						values[name] = v
					}
				}
				f(values)
			}
		}
	}
}

func choices(name string, gaps bool, fixed map[string]string) []string {
	if v, ok := fixed[name]; ok {
		return []string{v}
	}
	if gaps {
		return append([]string{""}, domains[name]...)
	}
	return domains[name]
}

func pairs(values map[string]string) []graph.KeyValue {
	var list []graph.KeyValue
	for k, v := range values {
		list = append(list, graph.KeyValue{Key: k, Value: v})
	}
	return list
}

func schemeOf(c graph.Condition) *graph.Scheme {
	return &graph.Scheme{
		Ref: "s",
		Inputs: []graph.Input{
			{Name: "b", Kind: graph.InputFlag}, {Name: "a", Kind: graph.InputFlag}, {Name: "n", Kind: graph.InputNumber},
		},
		Obligations: []graph.Obligation{{ID: "o", When: c}},
	}
}

// TestAnswersHoldWhateverIsMissing is the soundness of the three values: yes and no are true of every way to fill in
// what is missing, nothing is missing where everything is given, and what is named as missing is enough to decide.
func TestAnswersHoldWhateverIsMissing(t *testing.T) {
	for _, c := range smallConditions() {
		s := schemeOf(c)
		ask := func(values map[string]string) *graph.Duty {
			duties, err := s.Obliged(pairs(values), "2026-11-22")
			if err != nil || len(duties) != 1 {
				t.Fatal(duties, err)
			}
			return duties[0]
		}
		assignments(true, nil, func(given map[string]string) {
			d := ask(given)
			if (d.Answer == graph.NotDecided) != (len(d.Missing) > 0) {
				t.Fatalf("%+v with %v is %s and misses %v", c, given, d.Answer, d.Missing)
			}
			if d.Answer != graph.NotDecided {
				assignments(false, given, func(complete map[string]string) {
					if holds(c, complete) != (d.Answer == graph.Yes) {
						t.Fatalf("%+v with %v is %s, but not with %v", c, given, d.Answer, complete)
					}
				})
				return
			}
			more := map[string]string{}
			for k, v := range given {
				more[k] = v
			}
			for _, in := range d.Missing {
				if given[in.Name] != "" {
					t.Fatalf("%+v with %v misses %s", c, given, in.Name)
				}
				more[in.Name] = domains[in.Name][0]
			}
			if ask(more).Answer == graph.NotDecided {
				t.Fatalf("%+v is not decided by %v", c, more)
			}
		})
	}
}

// TestMissingNamesWhatMatters: an input that can change nothing is not asked for, and the order is that of the scheme.
func TestMissingNamesWhatMatters(t *testing.T) {
	c := all(flag("a", true), anyOf(flag("b", true), graph.Condition{Input: "n", AtLeast: ptr[int64](1)}))
	for _, test := range []struct {
		given map[string]string
		want  string
	}{
		{nil, "not-decided b a n"},
		{map[string]string{"b": "yes"}, "not-decided a"},
		{map[string]string{"n": "5"}, "not-decided a"},
		{map[string]string{"a": "no"}, "no"},
		{map[string]string{"a": "yes", "n": "0"}, "not-decided b"},
		{map[string]string{"a": "true", "n": "1"}, "yes"},
	} {
		duties, err := schemeOf(c).Obliged(pairs(test.given), "2026-11-22")
		if err != nil {
			t.Fatal(err)
		}
		got := string(duties[0].Answer)
		for _, in := range duties[0].Missing {
			got += " " + in.Name
		}
		if got != test.want {
			t.Errorf("%v: %s, want %s", test.given, got, test.want)
		}
	}
}

func TestObligedTakesOnlyWhatIsInForce(t *testing.T) {
	s := schemeOf(flag("a", true))
	s.Obligations[0].Valid = graph.Period{From: "2027-07-01", To: "2030-12-31"}
	for day, want := range map[graph.Date]int{"2027-06-30": 0, "2027-07-01": 1, "2030-12-31": 1, "2031-01-01": 0} {
		if duties, err := s.Obliged(nil, day); err != nil || len(duties) != want {
			t.Errorf("%s: %d obligations and %v, want %d", day, len(duties), err, want)
		}
	}
}

func TestObligedRefuses(t *testing.T) {
	s := schemeOf(flag("a", true))
	for _, test := range []struct {
		inputs []graph.KeyValue
		want   string
	}{
		{[]graph.KeyValue{{"x", "1"}}, "input x: s does not ask for it; it asks for b, a, n"},
		{[]graph.KeyValue{{"a", "yes"}, {"a", "yes"}}, "input a: it is given twice"},
		{[]graph.KeyValue{{"a", "maybe"}}, `input a: "maybe" is neither yes nor no`},
		{[]graph.KeyValue{{"n", "12억"}}, `input n: "12억" is not a whole number`},
		{[]graph.KeyValue{{"n", "-1"}}, `input n: "-1" is not a whole number`},
		{[]graph.KeyValue{{"n", "1,000"}}, `is not a whole number`},
		{[]graph.KeyValue{{"n", ""}}, `is not a whole number`},
		{[]graph.KeyValue{{"n", strings.Repeat("9", 500)}}, `999…" is not a whole number`},
		{[]graph.KeyValue{{strings.Repeat("x", 5000), "1"}}, "xxx…: s does not ask"},
	} {
		_, err := s.Obliged(test.inputs, "2026-11-22")
		var wrong *graph.InputError
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), test.want) || len(err.Error()) > 400 {
			t.Errorf("%.60v: %v, want %s", test.inputs, err, test.want)
		}
	}
	if _, err := (&graph.Scheme{Ref: "s"}).Obliged([]graph.KeyValue{{"x", "1"}}, ""); err == nil || !strings.Contains(err.Error(), "asks nothing") {
		t.Error(err)
	}
}
