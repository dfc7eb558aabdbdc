package store

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/internal/fuzz"
)

// TestEngineIsASet holds random transactions against a plain set of quads, with repeated and missing ones among them,
// values of every type, and stores that last closed and opened in between.
func TestEngineIsASet(t *testing.T) { onEach(t, testEngineIsASet) }

func testEngineIsASet(t *testing.T, on place) { on.check(t, isASet(on)) }

// FuzzBolt and FuzzPostgres do the same with transactions that the fuzzer makes.
func FuzzBolt(f *testing.F)     { fuzzEngine(f, "bolt") }
func FuzzPostgres(f *testing.F) { fuzzEngine(f, "postgres") }

func fuzzEngine(f *testing.F, name string) {
	for _, seed := range fuzz.Random(f, 3) {
		f.Add(seed)
	}
	f.Fuzz(rapid.MakeFuzz(isASet(places[slices.IndexFunc(places, func(p place) bool { return p.name == name })])))
}

// FuzzDatasets publishes datasets that the fuzzer makes, and wants them back: the snapshot that the datasets make by
// themselves, and its file.
func FuzzDatasets(f *testing.F) {
	fuzz.Bytes(f, fuzz.Random(f, 10)...)
	f.Fuzz(rapid.MakeFuzz(comesBack(places[0])))
}

func isASet(on place) func(*rapid.T) {
	return func(t *rapid.T) {
		spec, err := on.spec()
		if err != nil {
			t.Fatal(err)
		}
		s := openAt(t, spec)
		defer func() { s.Close() }()
		model := map[quad.Quad]bool{}
		t.Repeat(map[string]func(*rapid.T){
			"add":    func(t *rapid.T) { transact(t, s, s.add, model, true) },
			"commit": func(t *rapid.T) { transact(t, s, s.commit, model, true) },
			"add each": func(t *rapid.T) {
				transact(t, s, func(ctx context.Context, quads []quad.Quad) error {
					parts := slices.Collect(slices.Chunk(quads, rapid.IntRange(1, len(quads)).Draw(t, "of a part")))
					return s.addEach(ctx, func(yield func([]quad.Quad, error) bool) {
						for _, part := range parts {
							if !yield(part, nil) {
								return
							}
						}
					})
				}, model, true)
			},
			"remove": func(t *rapid.T) { transact(t, s, s.remove, model, false) },
			"reopen": func(t *rapid.T) {
				if on.name == "mem" {
					t.Skip("it does not last")
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				s = openAt(t, spec)
			},
			"": func(t *rapid.T) { holds(t, s, model) },
		})
	}
}

func transact(t *rapid.T, s *Store, do func(context.Context, []quad.Quad) error, model map[quad.Quad]bool, present bool) {
	release, err := s.exclusive(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	quads := rapid.SliceOfN(anyQuad, 1, 12).Draw(t, "quads")
	if err := do(context.Background(), quads); err != nil {
		t.Fatal(err)
	}
	for _, q := range quads {
		if present {
			model[q] = true
		} else {
			delete(model, q)
		}
	}
}

// holds reads every subject, object and label there may be.
func holds(t *rapid.T, s *Store, model map[quad.Quad]bool) {
	err := s.read(context.Background(), func(v view) error {
		for _, d := range []quad.Direction{quad.Subject, quad.Object, quad.Label} {
			values := nodesOfModel
			if d == quad.Object {
				values = append(values, literals...)
			}
			for _, value := range values {
				found, err := v.with(d, value)
				if err != nil {
					return err
				}
				want, got := map[quad.Quad]bool{}, map[quad.Quad]bool{}
				for q := range model {
					if q.Get(d) == value {
						want[q] = true
					}
				}
				for _, q := range found {
					got[q] = true
				}
				if len(got) != len(found) {
					t.Fatalf("a quad was found twice: %v", found)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%v %v (-model +store)\n%s", d, value, diff)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

var (
	nodesOfModel = func() (nodes []quad.Value) {
		for i := range 6 {
			nodes = append(nodes, quad.IRI(fmt.Sprint(base, "node:", i)))
		}
		return nodes
	}()
	literals = []quad.Value{
		quad.String("a"), quad.String(""), quad.String("한글 \\ \" \n"), quad.String(`\x00`), quad.String("\x00"),
		quad.LangString{Value: "a", Lang: "en"}, quad.LangString{Value: "a", Lang: "ko"}, quad.LangString{Value: `\x00`, Lang: "ko"},
		quad.TypedString{Value: "2026-01-31", Type: xsd + "date"}, quad.TypedString{Value: "{}", Type: rdf + "JSON"},
		quad.Int(0), quad.Int(1 << 60), quad.Int(-1), quad.Bool(true), quad.Bool(false), quad.Float(0), quad.Float(-1.5e300),
	}
	anyQuad = rapid.Custom(func(t *rapid.T) quad.Quad {
		node := rapid.SampledFrom(nodesOfModel)
		return quad.Quad{
			Subject: node.Draw(t, "subject"), Predicate: node.Draw(t, "predicate"),
			Object: rapid.SampledFrom(append(nodesOfModel, literals...)).Draw(t, "object"), Label: node.Draw(t, "label"),
		}
	})
)
