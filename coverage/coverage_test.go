package coverage_test

import (
	"encoding/json"
	"math/rand"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/relation"
)

// ask returns the items of every standard of the model.
func ask(t rapid.TB, s *graph.Snapshot, m *model) []*coverage.Item {
	t.Helper()
	e := coverage.New(s)
	var items []*coverage.Item
	for _, std := range s.Standards() {
		a, err := e.Gap(m.question(std.Ref))
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, a.Items...)
	}
	return items
}

// each calls f with every requirement and point of the items.
func each(items []*coverage.Item, f func(*graph.Requirement, coverage.Verdict, *coverage.Proof)) {
	for _, item := range items {
		f(item.Requirement, item.Verdict, item.Proof())
		for _, p := range item.Points() {
			f(p.Requirement, p.Verdict, p.Proof)
		}
	}
}

// TestVerdictsAreTrueOfTheSets is the soundness of R1 to R5 and R7: a verdict never says more than the sets do.
func TestVerdictsAreTrueOfTheSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		each(ask(t, m.build(t), m), func(r *graph.Requirement, v coverage.Verdict, _ *coverage.Proof) {
			set := m.sets[r.Ref]
			switch {
			case v == coverage.Full && set&^m.met != 0,
				v == coverage.Partial && set&m.met == 0,
				v == coverage.None && set&m.met != 0:
				t.Errorf("%s is %v, but of its obligations %09b held meets %09b", r.Ref, v, set, set&m.met)
			}
		})
	})
}

// TestEveryProofIsAccepted holds each proof against the separate checker, and each verdict against a naive reading of
// the rules, with the worth of the proof.
func TestEveryProofIsAccepted(t *testing.T) { rapid.Check(t, agreesWithTheRules) }

// FuzzRules is the same for worlds that the fuzzer makes.
func FuzzRules(f *testing.F) {
	fuzz.Bytes(f, fuzz.Random(f, 20)...)
	f.Fuzz(rapid.MakeFuzz(agreesWithTheRules))
}

func agreesWithTheRules(t *rapid.T) {
	m := drawModel(t)
	s := m.build(t)
	full, partial := m.holdings()
	n := runNaive(s, full, partial)
	each(ask(t, s, m), func(r *graph.Requirement, v coverage.Verdict, p *coverage.Proof) {
		if want := n.verdict(r, append(full, partial...)); v != want {
			t.Errorf("%s is %v, the rules say %v", r.Ref, v, want)
		}
		if (p == nil) != (v == coverage.Unknown) {
			t.Fatalf("%s is %v with proof %v", r.Ref, v, p)
		}
		if p == nil {
			return
		}
		if p.Requirement != r || p.Verdict != v {
			t.Errorf("the proof of %s %v is of %s %v", r.Ref, v, p.Requirement.Ref, p.Verdict)
		}
		if err := coverage.Check(s, m.question(r.Ref), p); err != nil {
			t.Errorf("refused: %v", err)
		}
		if v > coverage.Partial {
			return
		}
		want, _ := n.get(key{r, v == coverage.Partial})
		if got := worthOf(p); got != want {
			t.Errorf("%s %v is proved with %v, the best proof has %v", r.Ref, v, got, want)
		}
	})
}

func worthOf(p *coverage.Proof) worth {
	w := worth{neutral, 0}
	if p.Mapping != nil {
		w.link = int(p.Mapping.Assurance())*256 + p.Mapping.Strength
	}
	for _, premise := range p.Premises {
		below := worthOf(premise)
		w = worth{min(w.link, below.link), max(w.height, below.height+1)}
	}
	return w
}

// TestOrderDoesNotMatter shuffles and repeats everything that has an order and wants the same bytes.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		want := asJSON(t, ask(t, m.build(t), m))
		shuffle := rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed")))
		shuffle.Shuffle(len(m.datasets), func(i, j int) { m.datasets[i], m.datasets[j] = m.datasets[j], m.datasets[i] })
		for _, d := range m.datasets {
			shuffle.Shuffle(len(d.Mappings), func(i, j int) { d.Mappings[i], d.Mappings[j] = d.Mappings[j], d.Mappings[i] })
		}
		m.held = append(m.held, m.held...)
		shuffle.Shuffle(len(m.held), func(i, j int) { m.held[i], m.held[j] = m.held[j], m.held[i] })
		shuffle.Shuffle(len(m.controls), func(i, j int) { m.controls[i], m.controls[j] = m.controls[j], m.controls[i] })
		if diff := cmp.Diff(want, asJSON(t, ask(t, m.build(t), m))); diff != "" {
			t.Errorf("the answer depends on the order (-first +shuffled):\n%s", diff)
		}
	})
}

func asJSON(t rapid.TB, items []*coverage.Item) string {
	t.Helper()
	var proofs []any
	for _, i := range items {
		proofs = append(proofs, i.Requirement.Ref, i.Verdict, i.Disposition, i.Proof(), i.Blockers())
		for _, p := range i.Points() {
			proofs = append(proofs, p.Requirement.Ref, p.Verdict, p.Proof)
		}
	}
	b, err := json.MarshalIndent(proofs, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestMoreEvidenceNeverLowersAVerdict is the monotonicity of FULL and PARTIAL in what is held and in what is claimed.
func TestMoreEvidenceNeverLowersAVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		fewer := m.held
		m.held = append([]string{rapid.SampledFrom(m.refs("")).Draw(t, "one more")}, m.held...)
		after := ask(t, m.build(t), m)
		m.held = fewer
		for _, d := range m.datasets { // and fewer claims before
			if len(d.Mappings) > 0 && rapid.Bool().Draw(t, "drop") {
				d.Mappings = d.Mappings[1:]
				d.Crosswalk.Complete = graph.Complete{}
			}
		}
		before := ask(t, m.build(t), m)
		for i := range before {
			if b, a := before[i].Verdict, after[i].Verdict; b <= coverage.Partial && a > b {
				t.Errorf("%s fell from %v to %v", before[i].Requirement.Ref, b, a)
			}
		}
	})
}

// TestAgreesWithTheCompositionTable: for two single claims in a row the verdict is what the composed relations allow.
func TestAgreesWithTheCompositionTable(t *testing.T) {
	for _, r := range relation.All {
		for _, q := range relation.All {
			s := chain(t, r, q)
			a, err := coverage.New(s).Gap(coverage.Question{Held: []string{"a/1"}, Target: "c"})
			if err != nil {
				t.Fatal(err)
			}
			composed := relation.Compose(r, q)
			got := a.Items[0].Verdict
			switch {
			case composed.Within(relation.Of(relation.EqualTo, relation.SupersetOf)):
				if got != coverage.Full {
					t.Errorf("%v then %v is %v, want FULL", r, q, got)
				}
			case composed.Within(relation.Any &^ relation.Of(relation.NoRelationship)):
				if got != coverage.Partial {
					t.Errorf("%v then %v is %v, want PARTIAL", r, q, got)
				}
			case got < coverage.Possible:
				t.Errorf("%v then %v is %v, want at most POSSIBLE", r, q, got)
			}
		}
	}
}

// chain builds a/1 first b/1 second c/1.
func chain(t *testing.T, first, second relation.Relation) *graph.Snapshot {
	t.Helper()
	var datasets []*graph.Dataset
	for _, ref := range []string{"a", "b", "c"} {
		datasets = append(datasets, &graph.Dataset{Name: ref, Standard: &graph.Standard{Ref: ref}, Requirements: []*graph.Requirement{
			{Ref: ref + "/1", Number: "1", Kind: graph.KindClause, Assessable: true},
		}})
	}
	for i, pair := range [][2]string{{"a", "b"}, {"b", "c"}} {
		name := pair[0] + "--" + pair[1]
		datasets = append(datasets, &graph.Dataset{Name: name, Crosswalk: &graph.Crosswalk{Name: name, From: pair[0], To: pair[1]}, Mappings: []*graph.Mapping{{
			ID: name + "/1", Crosswalk: name, From: []string{pair[0] + "/1"}, To: []string{pair[1] + "/1"},
			Relation: []relation.Relation{first, second}[i], Strength: 5,
		}}})
	}
	s, err := graph.Build(graph.Revision{}, datasets)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
