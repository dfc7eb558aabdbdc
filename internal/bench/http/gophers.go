package main

import (
	"encoding/base64"
	"net/http"
	"strings"

	"github.com/graph-gophers/graphql-go"
	"github.com/graph-gophers/graphql-go/relay"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema"
)

// gophers answers the questions with graph-gophers/graphql-go, from the same snapshot and the same engine. Texts take no
// language here: a field with arguments would run in a goroutine of its own, which makes that server some ten times
// slower.
func gophers(d *schema.Data) http.Handler {
	return &relay.Handler{Schema: graphql.MustParseSchema(gophersSchema, &gophersQuery{d})}
}

const gophersSchema = `
schema { query: Query }
type Query {
  revision: Revision!
  standard(ref: String!): Standard
  gapAnalysis(held: [String!]!, target: String!): GapAnalysis!
}
type Revision { number: Int! }
type Standard { requirements(first: Int!): RequirementConnection! }
type RequirementConnection { edges: [RequirementEdge!]! }
type RequirementEdge { node: Requirement! }
type Requirement {
  id: ID!
  ref: String!
  number: String!
  title: String
  gist: String
  kind: String!
  assessable: Boolean!
}
type GapAnalysis { target: String! summary: Summary! items(first: Int!): ItemConnection! }
type Summary { full: Int! partial: Int! possible: Int! none: Int! unknown: Int! total: Int! }
type ItemConnection { edges: [ItemEdge!]! }
type ItemEdge { node: Item! }
type Item {
  requirement: Requirement!
  verdict: String!
  disposition: String!
  remainder: [Remainder!]!
  points: [Point!]!
  proof: Proof
}
type Remainder { text: String! beyond: [Requirement!]! point: Requirement mapping: Mapping }
type Point { requirement: Requirement! verdict: String! }
type Mapping { ref: String! relation: String! why: String! }
type Proof {
  rule: String!
  assurance: String!
  requirement: Requirement!
  verdict: String!
  held: String
  mapping: Mapping
  reversed: Boolean!
  premises: [Proof!]!
  steps: [Proof!]!
}
`

type gophersQuery struct{ data *schema.Data }

type revisionType struct{ number int32 }

func (q *gophersQuery) Revision() revisionType {
	return revisionType{int32(q.data.Engine.Snapshot().Revision().Number)}
}

func (r revisionType) Number() int32 { return r.number }

type standardType struct{ s *graph.Standard }

func (q *gophersQuery) Standard(a struct{ Ref string }) *standardType {
	s := q.data.Engine.Snapshot().Standard(a.Ref)
	if s == nil {
		return nil
	}
	return &standardType{s}
}

type connection[T any] struct{ edges []edge[T] }

type edge[T any] struct{ node T }

func (c connection[T]) Edges() []edge[T] { return c.edges }
func (e edge[T]) Node() T                { return e.node }

func connect[F, T any](list []F, first int32, node func(F) T) connection[T] {
	list = list[:min(len(list), int(first))]
	c := connection[T]{make([]edge[T], len(list))}
	for i, element := range list {
		c.edges[i] = edge[T]{node(element)}
	}
	return c
}

func each[F, T any](list []F, node func(F) T) []T {
	all := make([]T, len(list))
	for i, element := range list {
		all[i] = node(element)
	}
	return all
}

func (s *standardType) Requirements(a struct{ First int32 }) connection[requirementType] {
	return connect(s.s.Requirements(), a.First, newRequirement)
}

type requirementType struct{ r *graph.Requirement }

func newRequirement(r *graph.Requirement) requirementType { return requirementType{r} }

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (r requirementType) ID() graphql.ID {
	return graphql.ID(base64.RawURLEncoding.EncodeToString([]byte("Requirement:" + r.r.Ref)))
}
func (r requirementType) Ref() string      { return r.r.Ref }
func (r requirementType) Number() string   { return r.r.Number }
func (r requirementType) Title() *string   { return optional(r.r.Title.In(graph.English)) }
func (r requirementType) Gist() *string    { return optional(r.r.Gist.In(graph.English)) }
func (r requirementType) Kind() string     { return upper(string(r.r.Kind)) }
func (r requirementType) Assessable() bool { return r.r.Assessable }

func upper(s string) string { return strings.ToUpper(strings.ReplaceAll(s, "-", "_")) }

type gapType struct{ a *coverage.Analysis }

func (q *gophersQuery) GapAnalysis(a struct {
	Held   []string
	Target string
}) (gapType, error) {
	answer, err := q.data.Engine.Gap(coverage.Question{Held: a.Held, Target: a.Target, AsOf: today})
	return gapType{answer}, err
}

func (g gapType) Target() string       { return g.a.Target }
func (g gapType) Summary() summaryType { return summaryType{g.a.Summary} }
func (g gapType) Items(a struct{ First int32 }) connection[itemType] {
	return connect(g.a.Items, a.First, func(i *coverage.Item) itemType { return itemType{i} })
}

type summaryType struct{ s coverage.Summary }

func (s summaryType) Full() int32     { return int32(s.s.Full) }
func (s summaryType) Partial() int32  { return int32(s.s.Partial) }
func (s summaryType) Possible() int32 { return int32(s.s.Possible) }
func (s summaryType) None() int32     { return int32(s.s.None) }
func (s summaryType) Unknown() int32  { return int32(s.s.Unknown) }
func (s summaryType) Total() int32    { return int32(s.s.Total) }

type itemType struct{ i *coverage.Item }

func (i itemType) Requirement() requirementType { return requirementType{i.i.Requirement} }
func (i itemType) Verdict() string              { return upper(i.i.Verdict.String()) }
func (i itemType) Disposition() string          { return upper(string(i.i.Disposition)) }
func (i itemType) Remainder() []remainderType {
	return each(i.i.Remainder(), func(r coverage.Remainder) remainderType { return remainderType{r} })
}
func (i itemType) Points() []pointType {
	return each(i.i.Points(), func(p coverage.Point) pointType { return pointType{p} })
}
func (i itemType) Proof() *proofType {
	if p := i.i.Proof(); p != nil {
		return &proofType{p}
	}
	return nil
}

type remainderType struct{ r coverage.Remainder }

func (r remainderType) Text() string              { return r.r.Text.In(graph.English) }
func (r remainderType) Beyond() []requirementType { return each(r.r.Beyond, newRequirement) }
func (r remainderType) Point() *requirementType {
	if r.r.Point == nil {
		return nil
	}
	return &requirementType{r.r.Point}
}
func (r remainderType) Mapping() *mappingType { return newMapping(r.r.Mapping) }

type pointType struct{ p coverage.Point }

func (p pointType) Requirement() requirementType { return requirementType{p.p.Requirement} }
func (p pointType) Verdict() string              { return upper(p.p.Verdict.String()) }

type mappingType struct{ m *graph.Mapping }

func newMapping(m *graph.Mapping) *mappingType {
	if m == nil {
		return nil
	}
	return &mappingType{m}
}

func (m *mappingType) Ref() string      { return m.m.ID }
func (m *mappingType) Relation() string { return upper(m.m.Relation.String()) }
func (m *mappingType) Why() string      { return m.m.Why.In(graph.English) }

type proofType struct{ p *coverage.Proof }

func newProof(p *coverage.Proof) *proofType { return &proofType{p} }

func (p *proofType) Rule() string                 { return upper(p.p.Rule.String()) }
func (p *proofType) Assurance() string            { return upper(p.p.Assurance().String()) }
func (p *proofType) Requirement() requirementType { return requirementType{p.p.Requirement} }
func (p *proofType) Verdict() string              { return upper(p.p.Verdict.String()) }
func (p *proofType) Held() *string                { return optional(p.p.Held) }
func (p *proofType) Mapping() *mappingType        { return newMapping(p.p.Mapping) }
func (p *proofType) Reversed() bool               { return p.p.Reversed }
func (p *proofType) Premises() []*proofType       { return each(p.p.Premises, newProof) }
func (p *proofType) Steps() []*proofType          { return each(p.p.Steps(), newProof) }
