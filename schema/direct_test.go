package schema

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/race"
	"github.com/clausegraph/clausegraph/schema/internal/direct"
	"github.com/clausegraph/clausegraph/schema/internal/exec"
	"github.com/clausegraph/clausegraph/schema/internal/model"
)

// TestAnswersAreThoseOfGqlgen asks random operations twice: of gqlgen's code as it was generated, and of the schema
// that writes directly. Bytes and errors must be the same, whether resolvers work or fail, and an answer without errors
// must really have been written directly.
func TestAnswersAreThoseOfGqlgen(t *testing.T) {
	data := BuiltIn(t)
	for _, c := range []struct {
		name      string
		resolvers exec.ResolverRoot
		seed      uint64
		runs      int
		failing   float64 // the least share of answers with errors
	}{
		{"working resolvers", resolvers{noon}, 1, 1500, 0.05},
		{"failing resolvers", failing{resolvers{noon}}, 2, 1500, 0.2},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			config := exec.Config{Schema: parsed(), Resolvers: c.resolvers}
			stock, ours := executor.New(exec.NewExecutableSchema(config)), executor.New(exec.NewDirectSchema(config))
			compare := comparison{ctx: WithData(t.Context(), data), stock: stock, ours: ours}
			g := newGenerator(data.Engine.Snapshot(), c.seed)
			for range race.Cases(c.runs) {
				query, variables := g.operation()
				compare.one(t, query, variables)
				if t.Failed() {
					return
				}
			}
			n := float64(compare.answered)
			t.Logf("%d operations, %d refused by validation, %d answers with errors, %d kB", compare.answered, compare.refused, compare.failed, compare.bytes>>10)
			if compare.refused > compare.answered/4 || float64(compare.failed) < c.failing*n || float64(compare.failed) > 0.8*n || compare.bytes < 100*compare.answered {
				t.Error("the operations are too easy, or too often wrong")
			}
		})
	}
}

func noon() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }

// BuiltIn returns the built-in data that all tests share. It is servertest.Data, which this package cannot import.
var BuiltIn func(testing.TB) *Data

type comparison struct {
	ctx         context.Context
	stock, ours *executor.Executor

	answered, refused, failed, bytes int
}

func (c *comparison) one(t *testing.T, query string, variables map[string]any) {
	want, err := ask(c.ctx, c.stock, query, variables)
	if err != nil {
		c.refused++
		return
	}
	got, err := ask(c.ctx, c.ours, query, variables)
	if err != nil {
		t.Fatal(err)
	}
	c.answered++
	c.bytes += len(want.data)
	if want.errors != "" {
		c.failed++
	}
	switch {
	case got.data != want.data:
		t.Errorf("%s\n%v\ngqlgen: %s\ndirect: %s", query, variables, want.data, got.data)
	case got.errors != want.errors:
		t.Errorf("%s\n%v\ngqlgen:\n%s\ndirect:\n%s", query, variables, want.errors, got.errors)
	case want.errors == "" && got.gaveUp:
		t.Errorf("%s\n%v\nhas no errors, and was not written directly", query, variables)
	}
}

type outcome struct {
	data   string
	errors string // sorted: fields that are resolved at the same time fail in any order
	gaveUp bool
}

// ask returns what the executor answers; an error where it refuses the operation.
func ask(ctx context.Context, x *executor.Executor, query string, variables map[string]any) (outcome, error) {
	text, err := json.Marshal(variables)
	if err != nil {
		return outcome{}, err
	}
	p := &graphql.RawParams{Query: query}
	d := json.NewDecoder(strings.NewReader(string(text)))
	d.UseNumber()
	if err := d.Decode(&p.Variables); err != nil {
		return outcome{}, err
	}
	watch := new(direct.Watch)
	ctx = direct.WithWatch(graphql.StartOperationTrace(ctx), watch)
	x.SetRecoverFunc(func(context.Context, any) error { return errors.New("a panic") })
	op, errs := x.CreateOperationContext(ctx, p)
	if len(errs) > 0 {
		return outcome{}, errs
	}
	op.DisableIntrospection = false
	handle, ctx := x.DispatchOperation(ctx, op)
	r := handle(ctx)
	return outcome{string(r.Data), sorted(r.Errors), watch.GaveUp()}, nil
}

func sorted(list gqlerror.List) string {
	lines := make([]string, len(list))
	for i, err := range list {
		lines[i] = fmt.Sprint(err.Path, err.Message, err.Locations, err.Extensions)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// TestDirectAnswersEndWithTheirContext stops an operation that is under way.
func TestDirectAnswersEndWithTheirContext(t *testing.T) {
	ctx, cancel := context.WithCancel(WithData(t.Context(), BuiltIn(t)))
	x := executor.New(exec.NewDirectSchema(exec.Config{Schema: parsed(), Resolvers: cancelling{resolvers{noon}, cancel}}))
	const query = `{ standard(ref: "isms-p-2023") { requirements(first: 500) { edges { node { title ref } } } } }`
	got, err := ask(ctx, x, query, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.data != `{"standard":null}` || !strings.Contains(got.errors, "context canceled") {
		t.Errorf("%s %s", got.data, got.errors)
	}
}

type cancelling struct {
	resolvers

	cancel func()
}

func (c cancelling) Requirement() exec.RequirementResolver { return cancellingTitle{cancel: c.cancel} }

type cancellingTitle struct {
	requirementResolver

	cancel func()
}

func (c cancellingTitle) Title(context.Context, *graph.Requirement, *graph.Language) (*string, error) {
	c.cancel()
	return nil, nil
}

// failing has resolvers that fail for some objects in every way there is: with an error, with a panic, and with null
// where the schema allows none.
type failing struct{ resolvers }

func (f failing) Requirement() exec.RequirementResolver { return failingRequirement{} }
func (f failing) Standard() exec.StandardResolver       { return failingStandard{} }
func (f failing) Mapping() exec.MappingResolver         { return failingMapping{} }
func (f failing) GapAnalysis() exec.GapAnalysisResolver { return failingGap{} }
func (f failing) Remainder() exec.RemainderResolver     { return failingRemainder{} }

var errFailing = errors.New("this fails")

// chosen picks one object in n by its name, the same at each call.
func chosen(n uint32, field, name string) bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(field + name))
	return h.Sum32()%n == 0
}

type failingRequirement struct{ requirementResolver }

func (f failingRequirement) Title(ctx context.Context, r *graph.Requirement, l *graph.Language) (*string, error) {
	if chosen(40, "title", r.Ref) {
		return nil, errFailing
	}
	return f.requirementResolver.Title(ctx, r, l)
}

func (f failingRequirement) Gist(ctx context.Context, r *graph.Requirement, l *graph.Language) (*string, error) {
	if chosen(40, "gist", r.Ref) {
		panic("gist")
	}
	return f.requirementResolver.Gist(ctx, r, l)
}

func (f failingRequirement) Name(ctx context.Context, r *graph.Requirement, l *graph.Language) (string, error) {
	if chosen(60, "name", r.Ref) {
		panic("name")
	}
	if chosen(60, "error", r.Ref) {
		return "", errFailing
	}
	return f.requirementResolver.Name(ctx, r, l)
}

func (f failingRequirement) Certainty(ctx context.Context, r *graph.Requirement) (graph.Certainty, error) {
	if chosen(60, "certainty", r.Ref) {
		return "", nil // which is in no enum, and null
	}
	return f.requirementResolver.Certainty(ctx, r)
}

func (f failingRequirement) Mappings(ctx context.Context, r *graph.Requirement, points *bool, first *int, after *string, last *int, before *string) (*model.MappingConnection, error) {
	if chosen(30, "mappings", r.Ref) {
		return nil, nil
	}
	return f.requirementResolver.Mappings(ctx, r, points, first, after, last, before)
}

type failingStandard struct{ standardResolver }

func (f failingStandard) ProfileOf(ctx context.Context, s *graph.Standard) (*graph.Standard, error) {
	if chosen(3, "profile", s.Ref) {
		return nil, errFailing
	}
	return f.standardResolver.ProfileOf(ctx, s)
}

func (f failingStandard) Crosswalks(ctx context.Context, s *graph.Standard) ([]*graph.Crosswalk, error) {
	if chosen(4, "crosswalks", s.Ref) {
		return []*graph.Crosswalk{nil}, nil
	}
	return f.standardResolver.Crosswalks(ctx, s)
}

type failingMapping struct{ mappingResolver }

func (f failingMapping) Crosswalk(ctx context.Context, m *graph.Mapping) (*graph.Crosswalk, error) {
	if chosen(40, "crosswalk", m.ID) {
		return nil, nil
	}
	return f.mappingResolver.Crosswalk(ctx, m)
}

func (f failingMapping) Strength(ctx context.Context, m *graph.Mapping) (*int, error) {
	if chosen(40, "strength", m.ID) {
		panic(errFailing)
	}
	return f.mappingResolver.Strength(ctx, m)
}

type failingGap struct{ gapAnalysisResolver }

func (f failingGap) Summary(ctx context.Context, a *coverage.Analysis) (*model.GapSummary, error) {
	if chosen(5, "summary", a.Target) {
		return nil, errFailing
	}
	return f.gapAnalysisResolver.Summary(ctx, a)
}

type failingRemainder struct{ remainderResolver }

func (f failingRemainder) Text(ctx context.Context, r *coverage.Remainder, l *graph.Language) (string, error) {
	if chosen(40, "text", r.Text.EN) {
		return "", errFailing
	}
	return f.remainderResolver.Text(ctx, r, l)
}
