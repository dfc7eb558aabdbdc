package mcp

import (
	"context"
	"reflect"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

// adder adds one tool to a server.
type adder struct {
	name string
	add  func(*mcp.Server, *service)
}

// ToolNames are the names of all tools.
var ToolNames = func() []string {
	names := make([]string, len(tools))
	for i, t := range tools {
		names[i] = t.name
	}
	return names
}()

var tools = []adder{
	tool("standards", "Standards", "List the standards, laws and guides with their refs, editions and status.", (*service).standards),
	tool("search", "Search requirements", "Find requirements by id (A.5.17, ISMS-P 2.5.4) or by words of English or Korean. Use it to find the refs that other tools take.", (*service).search),
	tool("requirement", "Requirement", "One requirement: heading, gist, points, place in the tree, and every claim that relates it to requirements of other standards, each with its source, licence and assurance.", (*service).requirement),
	tool("gap_analysis", "Gap analysis", "Which requirements of a target are met by what is held, with a verdict for each (FULL, PARTIAL, POSSIBLE, NONE, UNKNOWN), what remains, and on request the proofs.", (*service).gap),
	tool("explain", "Explain a verdict", "Why one requirement has its verdict: the proof step by step, each point, what remains, the claims with source and licence, and a sentence to quote.", (*service).explain),
	tool("overlap", "Overlap of standards", "How much of each standard is proved for a holder of each other one: the counts of verdicts, pair by pair.", (*service).overlap),
	tool("edition_changes", "Changes between editions", "What became of each requirement from one edition of a standard to another, and which of the given controls that touches.", (*service).editions),
	tool("facts", "Facts as of a date", "What holds on a day for certification schemes and laws: dated statements with source and certainty.", (*service).facts),
	tool("inventory_analysis", "Analysis of own controls", "Read an organisation's own controls, given as objects or as a file (CSV, YAML or XLSX), say what was understood and what was not, and which requirements of a target they meet.", (*service).inventory),
}

// tool returns what adds a tool whose schemas follow from the types of its input and output.
func tool[In, Out any](name, title, description string, answer func(*service, context.Context, In) (Out, error)) adder {
	no := false
	t := &mcp.Tool{
		Name: name, Title: title, Description: description, InputSchema: schemaOf[In](), OutputSchema: schemaOf[Out](),
		Annotations: &mcp.ToolAnnotations{Title: title, ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &no},
	}
	return adder{name, func(server *mcp.Server, s *service) {
		mcp.AddTool(server, t, func(ctx context.Context, _ *mcp.CallToolRequest, in In) (*mcp.CallToolResult, Out, error) {
			out, err := answer(s, ctx, in)
			if err != nil {
				err = s.fault(ctx, err)
			}
			return nil, out, err
		})
	}}
}

// schemaOf returns the JSON Schema of a type. Words that only have certain values are listed.
func schemaOf[T any]() *jsonschema.Schema {
	s, err := jsonschema.For[T](&jsonschema.ForOptions{TypeSchemas: words})
	if err != nil {
		panic(err) // the types are ours
	}
	definite(s)
	return s
}

// definite takes null from the types that a schema allows: fields are left out where there is nothing, and many clients
// take a list that may be null for anything but a list.
func definite(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if kept := slices.DeleteFunc(slices.Clone(s.Types), func(t string) bool { return t == "null" }); len(kept) == 1 {
		s.Type, s.Types = kept[0], nil
	}
	definite(s.Items)
	definite(s.AdditionalProperties)
	for _, p := range s.Properties {
		definite(p)
	}
}

var words = map[reflect.Type]*jsonschema.Schema{
	reflect.TypeFor[graph.Language]():         oneOf([]graph.Language{graph.English, graph.Korean}),
	reflect.TypeFor[graph.ControlStatus]():    oneOf(graph.ControlStatuses),
	reflect.TypeFor[graph.Kind]():             oneOf(graph.Kinds),
	reflect.TypeFor[graph.Status]():           oneOf(graph.Statuses),
	reflect.TypeFor[graph.Discipline]():       oneOf(graph.Disciplines),
	reflect.TypeFor[graph.FactKind]():         oneOf(graph.FactKinds),
	reflect.TypeFor[graph.Certainty]():        oneOf(graph.Certainties),
	reflect.TypeFor[coverage.Disposition]():   oneOf(coverage.Dispositions),
	reflect.TypeFor[coverage.ChangeKind]():    oneOf(coverage.ChangeKinds),
	reflect.TypeFor[coverage.BlockerReason](): oneOf(coverage.BlockerReasons),
	reflect.TypeFor[inventory.Link]():         oneOf(inventory.Links),
	reflect.TypeFor[verdict]():                oneOf(verdictNames()),
	reflect.TypeFor[assurance]():              oneOf(assuranceNames()),
}

func oneOf[T ~string](values []T) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, v := range values {
		s.Enum = append(s.Enum, string(v))
	}
	return s
}

// verdict and assurance are the names of theirs.
type (
	verdict   string
	assurance string
)

func verdictNames() []verdict {
	var names []verdict
	for _, v := range coverage.Verdicts {
		names = append(names, verdict(v.String()))
	}
	return names
}

func assuranceNames() []assurance {
	var names []assurance
	for _, a := range graph.Assurances {
		names = append(names, assurance(a.String()))
	}
	return names
}

// basis is what every answer rests on. It stands in each, so that what is quoted of it can be traced.
type basis struct {
	Revision   string `json:"revision" jsonschema:"digest of the data: equal digests give equal answers"`
	Notice     string `json:"notice,omitempty" jsonschema:"what the answer cannot mean, because the target is a law or guidance; pass it on"`
	Disclaimer string `json:"disclaimer" jsonschema:"pass it on with every verdict"`
	Workspace  string `json:"workspace,omitempty" jsonschema:"global id of the version of the workspace that the answer rests on"`
}

// basisOf returns the basis of an answer about a target, which may be empty.
func (s *service) basisOf(target string, l graph.Language) basis {
	return basis{Revision: s.snapshot().Revision().Hash, Notice: export.Notice(s.snapshot(), target).In(l), Disclaimer: export.Disclaimer.In(l)}
}

// paging is what a client says of a page.
type paging struct {
	Limit  int `json:"limit,omitempty" jsonschema:"entries wanted; 20 unless given, 100 at most"`
	Offset int `json:"offset,omitempty" jsonschema:"entries to leave out at the beginning"`
}

const (
	usualLimit = 20
	maxLimit   = 100
)

// size returns the number of entries wanted. The error says which numbers can be taken.
func (p paging) size() (int, error) {
	switch {
	case p.Limit < 0 || p.Limit > maxLimit:
		return 0, bad("limit %d: it is a number from 1 to %d", p.Limit, maxLimit)
	case p.Offset < 0:
		return 0, bad("offset %d: it must not be negative", p.Offset)
	case p.Limit == 0:
		return usualLimit, nil
	}
	return p.Limit, nil
}

// page says where entries stand among all.
type page struct {
	Total int  `json:"total" jsonschema:"entries on all pages"`
	Next  *int `json:"next,omitempty" jsonschema:"offset of the next page; absent on the last one"`
}

// cut returns the entries of a page.
func cut[T any](all []T, p paging) ([]T, page, error) {
	size, err := p.size()
	if err != nil {
		return nil, page{}, err
	}
	from := min(p.Offset, len(all))
	to := min(from+size, len(all))
	return all[from:to], pageOf(len(all), to), nil
}

func pageOf(total, to int) page {
	if to < total {
		return page{total, &to}
	}
	return page{Total: total}
}
