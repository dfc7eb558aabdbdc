package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// asked runs a command line that prints JSON.
func asked[T any](t *testing.T, args ...string) T {
	t.Helper()
	out, errs, status := program(t, append(args, "--format", "json")...)
	if status != exitDone {
		t.Fatalf("%v: status %d, %s", args, status, errs)
	}
	var answer T
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

// duty is what all doors say of an obligation.
type duty struct {
	ID        string
	Answer    string
	Missing   []string
	Who       graph.Text
	What      graph.Text
	Due       graph.Text
	ValidFrom string
	ValidTo   string
	Source    string
	Certainty string
}

func enumValue(s string) string { return strings.ToLower(strings.ReplaceAll(s, "_", "-")) }

func dutiesOf(t *testing.T, s *graph.Scheme, known []graph.KeyValue, day graph.Date) []duty {
	t.Helper()
	duties, err := s.Obliged(known, day)
	if err != nil {
		t.Fatal(err)
	}
	var list []duty
	for _, d := range duties {
		one := duty{
			d.ID, string(d.Answer), nil, d.Who, d.What, d.Due, string(d.Valid.From), string(d.Valid.To), d.Source, string(d.Certainty),
		}
		for _, in := range d.Missing {
			one.Missing = append(one.Missing, in.Name)
		}
		list = append(list, one)
	}
	return list
}

const obligationsQuery = `query($scheme: String!, $inputs: [KeyValueInput!]!, $asOf: Date) {
  obligations(scheme: $scheme, inputs: $inputs, asOf: $asOf) {
    id: key answer missing { name } whoEN: who whoKO: who(language: KO) whatEN: what whatKO: what(language: KO)
    dueEN: due dueKO: due(language: KO) valid { from to } source certainty
  }
}`

func dutiesOverGraphQL(t *testing.T, url, scheme string, known []graph.KeyValue, day graph.Date) []duty {
	t.Helper()
	inputs := []map[string]string{}
	for _, k := range known {
		inputs = append(inputs, map[string]string{"key": k.Key, "value": k.Value})
	}
	answer, err := post[struct {
		Obligations []struct {
			ID, Answer, WhoEN, WhoKO, WhatEN, WhatKO, DueEN, DueKO, Source, Certainty string

			Missing []struct{ Name string }
			Valid   struct{ From, To string }
		}
	}](url, obligationsQuery, map[string]any{"scheme": scheme, "inputs": inputs, "asOf": day})
	if err != nil {
		t.Fatal(err)
	}
	var list []duty
	for _, o := range answer.Obligations {
		one := duty{
			o.ID, enumValue(o.Answer), nil, graph.Text{EN: o.WhoEN, KO: o.WhoKO}, graph.Text{EN: o.WhatEN, KO: o.WhatKO},
			graph.Text{EN: o.DueEN, KO: o.DueKO}, o.Valid.From, o.Valid.To, o.Source, enumValue(o.Certainty),
		}
		for _, m := range o.Missing {
			one.Missing = append(one.Missing, m.Name)
		}
		list = append(list, one)
	}
	return list
}

// TestWhoMust asks who is obliged, in the words of the field, through every door.
func TestWhoMust(t *testing.T) {
	e := servertest.Data(t).Engine
	url := servertest.New(t).URL + "/graphql"
	const nothingElse = " isp=no mvno=no data-centre=no revenue-krw=120000000000 university=no students=0 ict-revenue-krw=0 daily-users=0 financial=no"
	for _, test := range []struct {
		known string
		asOf  graph.Date
		want  string // obligations with their answers, those not decided with what is missing
	}{
		{
			"ict-revenue-krw=12000000000 daily-users=300000 financial=no", "2026-11-22",
			"isp ?isp, mvno ?mvno, data-centre ?data-centre, hospital-university ?revenue-krw+tertiary-hospital+university+students, ict-revenue yes, daily-users no",
		},
		{"mvno=yes" + strings.ReplaceAll(nothingElse, " mvno=no", "") + " tertiary-hospital=no", "2026-11-22", "isp no, mvno yes, data-centre no, hospital-university no, ict-revenue no, daily-users no"},
		{"mvno=yes isp=no data-centre=no revenue-krw=0 ict-revenue-krw=0 daily-users=0", "2025-11-03", "isp no, data-centre no, hospital-university no, ict-revenue no, daily-users no"},
		{"tertiary-hospital=yes" + nothingElse, "2026-11-22", "isp no, mvno no, data-centre no, hospital-university no, ict-revenue no, daily-users no"},
		{"isp=no mvno=no data-centre=no revenue-krw=150000000000 tertiary-hospital=yes financial=yes", "2026-11-22", "isp no, mvno no, data-centre no, hospital-university yes, ict-revenue no, daily-users no"},
		{"isp=no mvno=no data-centre=no revenue-krw=150000000000 tertiary-hospital=no university=yes students=9999 financial=yes", "2026-11-22", "isp no, mvno no, data-centre no, hospital-university no, ict-revenue no, daily-users no"},
		{"ict-revenue-krw=12000000000 financial=yes", "2026-11-22", "isp ?isp, mvno ?mvno, data-centre ?data-centre, hospital-university ?revenue-krw+tertiary-hospital+university+students, ict-revenue no, daily-users no"},
		{"ict-revenue-krw=9999999999 daily-users=1000000 financial=no revenue-krw=0 isp=no mvno=no data-centre=no", "2026-11-22", "isp no, mvno no, data-centre no, hospital-university no, ict-revenue no, daily-users yes"},
		{"isp=no mvno=no data-centre=no revenue-krw=0 financial=yes", "2027-06-30", "isp no, mvno no, data-centre no, hospital-university no, ict-revenue no, daily-users no"},
		{"isp=no mvno=no data-centre=no revenue-krw=0 financial=yes", "2027-07-01", "isp no, mvno no, data-centre no, hospital-university no, ict-revenue no, daily-users no, isms-p ?above-pipa-threshold"},
		{"isp=no mvno=no data-centre=no revenue-krw=0 financial=yes above-pipa-threshold=yes", "2027-07-01", "isp no, mvno no, data-centre no, hospital-university no, ict-revenue no, daily-users no, isms-p yes"},
	} {
		t.Run(fmt.Sprint(test.asOf, " ", test.known), func(t *testing.T) {
			t.Parallel()
			var known []graph.KeyValue
			args := []string{"obliged", "isms-p", "--as-of", string(test.asOf)}
			for _, arg := range strings.Fields(test.known) {
				key, value, _ := strings.Cut(arg, "=")
				known, args = append(known, graph.KeyValue{Key: key, Value: value}), append(args, arg)
			}
			library := dutiesOf(t, e.Snapshot().Scheme("isms-p"), known, test.asOf)
			var got []string
			for _, d := range library {
				answer := d.Answer
				if len(d.Missing) > 0 {
					answer = "?" + strings.Join(d.Missing, "+")
				}
				got = append(got, d.ID+" "+answer)
				if d.Answer == "yes" && d.ID != "isms-p" && !strings.Contains(d.Due.EN, "31 August") {
					t.Errorf("%s is due %q", d.ID, d.Due.EN)
				}
			}
			if diff := cmp.Diff(test.want, strings.Join(got, ", ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			line := asked[struct{ Obligations []duty }](t, args...).Obligations
			for i := range line {
				if len(line[i].Missing) == 0 {
					line[i].Missing = nil
				}
			}
			if diff := cmp.Diff(library, line); diff != "" {
				t.Errorf("the command line says something else (-library +command line):\n%s", diff)
			}
			if diff := cmp.Diff(library, dutiesOverGraphQL(t, url, "isms-p", known, test.asOf)); diff != "" {
				t.Errorf("GraphQL says something else (-library +GraphQL):\n%s", diff)
			}
		})
	}
}

// TestFactsAsOf asks for the facts of a day through every door. That ISMS-P is voluntary ends on 2027-06-30.
func TestFactsAsOf(t *testing.T) {
	type fact struct {
		Scheme, ID, Kind   string
		Claim              graph.Text
		About              []string
		ValidFrom, ValidTo string
		Source, Certainty  string
	}
	snapshot := servertest.Data(t).Engine.Snapshot()
	url := servertest.New(t).URL + "/graphql"
	for day, want := range map[graph.Date]string{"2026-11-22": "isms-p-voluntary", "2027-06-30": "isms-p-voluntary", "2027-07-01": "isms-p-duty"} {
		var library []fact
		var duty []string
		for _, s := range snapshot.Schemes() {
			for _, f := range s.FactsOn(day) {
				library = append(library, fact{s.Ref, f.ID, string(f.Kind), f.Claim, append([]string{}, f.About...), string(f.Valid.From), string(f.Valid.To), f.Source, string(f.Certainty)})
				if f.ID == "isms-p-voluntary" || f.ID == "isms-p-duty" {
					duty = append(duty, f.ID)
				}
			}
		}
		if !slices.Equal(duty, []string{want}) {
			t.Errorf("%s: %v, want %s", day, duty, want)
		}
		if diff := cmp.Diff(library, asked[[]fact](t, "facts", "--as-of", string(day))); diff != "" {
			t.Errorf("the command line says something else (-library +command line):\n%s", diff)
		}
		answer, err := post[struct {
			Facts []struct {
				Scheme                              ref
				ID, Kind, EN, KO, Source, Certainty string
				About                               []string
				Valid                               struct{ From, To string }
			}
		}](url, `query($asOf: Date) { facts(asOf: $asOf) { scheme { ref } id: key kind en: claim ko: claim(language: KO) about valid { from to } source certainty } }`, map[string]any{"asOf": day})
		if err != nil {
			t.Fatal(err)
		}
		var over []fact
		for _, f := range answer.Facts {
			over = append(over, fact{f.Scheme.Ref, f.ID, enumValue(f.Kind), graph.Text{EN: f.EN, KO: f.KO}, append([]string{}, f.About...), f.Valid.From, f.Valid.To, f.Source, enumValue(f.Certainty)})
		}
		if diff := cmp.Diff(library, over); diff != "" {
			t.Errorf("GraphQL says something else (-library +GraphQL):\n%s", diff)
		}
	}
}

// TestOmissionsThroughEveryDoor asks which audits may be omitted, and on which conditions.
func TestOmissionsThroughEveryDoor(t *testing.T) {
	type omission struct {
		Scheme     string
		Held       []string
		Conditions []graph.Text
		ValidFrom  string
		Source     string
		Certainty  string
	}
	e := servertest.Data(t).Engine
	url := servertest.New(t).URL + "/graphql"
	for held, want := range map[string]int{"iso-27001-2022": 22, "iso-27001-2022/A.5.1": 0, "iso-9001-2015": 0} {
		a, err := e.Gap(coverage.Question{Held: []string{held}, Target: "isms-p-2023", AsOf: "2026-11-22"})
		if err != nil {
			t.Fatal(err)
		}
		library := map[string]omission{}
		for _, item := range a.Items {
			if o := item.Omission(); o != nil {
				library[item.Requirement.Ref] = omission{o.Scheme().Ref, o.Held, o.Conditions, string(o.Valid.From), o.Source, string(o.Certainty)}
			}
		}
		if len(library) != want {
			t.Errorf("%s spares %d audits, want %d", held, len(library), want)
		}
		line := map[string]omission{}
		for _, item := range asked[struct {
			Items []struct {
				Requirement string
				Omission    *omission
			}
		}](t, "gap", "--have", held, "--want", "isms-p-2023", "--as-of", "2026-11-22").Items {
			if item.Omission != nil {
				line[item.Requirement] = *item.Omission
			}
		}
		if diff := cmp.Diff(library, line); diff != "" {
			t.Errorf("the command line says something else (-library +command line):\n%s", diff)
		}
		type answered struct {
			Scheme            ref
			Held              []ref
			EN, KO            []string
			Valid             struct{ From string }
			Source, Certainty string
		}
		answer, err := post[struct {
			GapAnalysis struct {
				Items struct {
					Edges []struct {
						Node struct {
							Requirement ref
							Omission    *answered
						}
					}
				}
			}
		}](url, `query($held: [String!]!) { gapAnalysis(held: $held, target: "isms-p-2023", asOf: "2026-11-22") { items(first: 500) { edges { node {
			requirement { ref } omission { scheme { ref } held { ref } en: conditions ko: conditions(language: KO) valid { from } source certainty }
		} } } } }`, map[string]any{"held": []string{held}})
		if err != nil {
			t.Fatal(err)
		}
		over := map[string]omission{}
		for _, edge := range answer.GapAnalysis.Items.Edges {
			o := edge.Node.Omission
			if o == nil {
				continue
			}
			one := omission{Scheme: o.Scheme.Ref, ValidFrom: o.Valid.From, Source: o.Source, Certainty: enumValue(o.Certainty)}
			for _, h := range o.Held {
				one.Held = append(one.Held, h.Ref)
			}
			for i := range o.EN {
				one.Conditions = append(one.Conditions, graph.Text{EN: o.EN[i], KO: o.KO[i]})
			}
			over[edge.Node.Requirement.Ref] = one
		}
		if diff := cmp.Diff(library, over); diff != "" {
			t.Errorf("GraphQL says something else (-library +GraphQL):\n%s", diff)
		}
	}
}
