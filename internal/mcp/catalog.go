package mcp

import (
	"context"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/search"
)

type standardsInput struct {
	Discipline graph.Discipline `json:"discipline,omitempty" jsonschema:"only standards of this discipline"`
	Language   graph.Language   `json:"language,omitempty" jsonschema:"of the texts of the answer; en unless given"`
}

type standardsAnswer struct {
	basis
	Standards []standard `json:"standards"`
}

type standard struct {
	Ref         string             `json:"ref"`
	Title       string             `json:"title"`
	Edition     string             `json:"edition"`
	Status      graph.Status       `json:"status"`
	Supersedes  string             `json:"supersedes,omitempty" jsonschema:"ref of the edition that it replaces"`
	Disciplines []graph.Discipline `json:"disciplines,omitempty"`
	Assessable  int                `json:"assessable" jsonschema:"requirements that verdicts are given on"`
}

func (s *service) standards(_ context.Context, in standardsInput) (standardsAnswer, error) {
	out := standardsAnswer{basis: s.basisOf("", in.Language), Standards: []standard{}}
	for _, std := range s.snapshot().Standards() {
		if in.Discipline == "" || slices.Contains(std.Disciplines, in.Discipline) {
			out.Standards = append(out.Standards, standardOf(std, in.Language))
		}
	}
	return out, nil
}

func standardOf(std *graph.Standard, l graph.Language) standard {
	return standard{std.Ref, std.Title.In(l), std.Edition, std.Status, std.Supersedes, std.Disciplines, len(std.Assessable())}
}

type searchInput struct {
	Query      string             `json:"query" jsonschema:"an id or words, in English or Korean"`
	Standards  []string           `json:"standards,omitempty" jsonschema:"refs of the standards to search in; all unless given"`
	Kinds      []graph.Kind       `json:"kinds,omitempty" jsonschema:"only requirements of these kinds"`
	Discipline []graph.Discipline `json:"disciplines,omitempty" jsonschema:"only standards of these disciplines"`
	Limit      int                `json:"limit,omitempty" jsonschema:"hits wanted; 10 unless given, 50 at most"`
	Offset     int                `json:"offset,omitempty" jsonschema:"hits to leave out at the beginning"`
	Language   graph.Language     `json:"language,omitempty" jsonschema:"of the texts of the answer; en unless given"`
}

type searchAnswer struct {
	basis
	page
	SearchedFor string `json:"searchedFor,omitempty" jsonschema:"what was looked for instead of the query as it was typed"`
	Hits        []hit  `json:"hits"`
}

type hit struct {
	Ref        string     `json:"ref"`
	Kind       graph.Kind `json:"kind"`
	Title      string     `json:"title"`
	Gist       string     `json:"gist"`
	Assessable bool       `json:"assessable"`
	ByID       bool       `json:"byId" jsonschema:"the query has its id"`
	Heirs      []string   `json:"heirs,omitempty" jsonschema:"what became of it, where its edition was replaced"`
}

func (s *service) search(ctx context.Context, in searchInput) (searchAnswer, error) {
	const usual, most = 10, 50
	switch {
	case in.Limit < 0 || in.Limit > most:
		return searchAnswer{}, bad("limit %d: it is a number from 1 to %d", in.Limit, most)
	case in.Offset < 0:
		return searchAnswer{}, bad("offset %d: it must not be negative", in.Offset)
	case in.Limit == 0:
		in.Limit = usual
	}
	leave, err := s.admit(ctx, costSearch+in.Limit*costEntry)
	if err != nil {
		return searchAnswer{}, err
	}
	defer leave()
	found, err := s.Data.Index.Search(ctx, search.Query{
		Text: in.Query, Standards: in.Standards, Kinds: in.Kinds, Disciplines: in.Discipline, Limit: in.Limit, Offset: in.Offset,
	})
	if err != nil {
		return searchAnswer{}, err
	}
	out := searchAnswer{basis: s.basisOf("", in.Language), page: pageOf(found.Total, in.Offset+len(found.Hits)), Hits: []hit{}}
	if len(found.Hits) == 0 {
		out.Next = nil
	}
	if found.Suggestion != nil {
		out.SearchedFor = found.Suggestion.Text
	}
	for _, h := range found.Hits {
		r := h.Requirement
		entry := hit{Ref: r.Ref, Kind: r.Kind, Title: r.Name(in.Language), Gist: r.Gist.In(in.Language), Assessable: r.Assessable, ByID: h.ByID}
		for _, heir := range h.Heirs {
			entry.Heirs = append(entry.Heirs, heir.Ref)
		}
		out.Hits = append(out.Hits, entry)
	}
	return out, nil
}

type requirementInput struct {
	paging
	Ref      string         `json:"ref" jsonschema:"ref of a requirement, such as iso-27001-2022/A.5.17"`
	Language graph.Language `json:"language,omitempty" jsonschema:"of the texts of the answer; en unless given"`
}

type requirementAnswer struct {
	basis
	page
	Ref        string       `json:"ref"`
	Kind       graph.Kind   `json:"kind"`
	Title      string       `json:"title"`
	Gist       string       `json:"gist" jsonschema:"a paraphrase by this project, not the text of the standard"`
	Assessable bool         `json:"assessable" jsonschema:"verdicts are given on it"`
	Standard   standard     `json:"standard"`
	Parent     string       `json:"parent,omitempty"`
	Children   []string     `json:"children"`
	Points     []obligation `json:"points" jsonschema:"its obligations, one by one"`
	Laws       []string     `json:"laws,omitempty" jsonschema:"refs of the articles that it rests on"`
	Tags       []string     `json:"tags,omitempty"`
	Claims     []claim      `json:"claims" jsonschema:"that relate it to requirements of other standards, a page of them"`
}

type obligation struct {
	Ref  string `json:"ref"`
	Text string `json:"text"`
}

func (s *service) requirement(ctx context.Context, in requirementInput) (requirementAnswer, error) {
	size, err := in.size()
	if err != nil {
		return requirementAnswer{}, err
	}
	r := s.snapshot().Requirement(in.Ref)
	if r == nil {
		if s.snapshot().Standard(in.Ref) != nil {
			return requirementAnswer{}, bad("%s is a standard and not a requirement; the resource %s lists its requirements, the tool search finds one", in.Ref, standardURI+in.Ref)
		}
		return requirementAnswer{}, s.snapshot().Unknown(in.Ref)
	}
	leave, err := s.admit(ctx, costListing+size*costEntry)
	if err != nil {
		return requirementAnswer{}, err
	}
	defer leave()
	shown, at, err := cut(r.Claims(), in.paging)
	if err != nil {
		return requirementAnswer{}, err
	}
	l := in.Language
	out := requirementAnswer{
		basis: s.basisOf(r.Ref, l), page: at, Ref: r.Ref, Kind: r.Kind, Title: r.Title.In(l), Gist: r.Gist.In(l), Assessable: r.Assessable,
		Standard: standardOf(r.Standard(), l), Children: refsOf(r.Children()), Points: []obligation{}, Laws: r.Laws, Tags: r.Tags, Claims: []claim{},
	}
	if parent := r.Parent(); parent != nil {
		out.Parent = parent.Ref
	}
	for _, p := range r.Points() {
		out.Points = append(out.Points, obligation{p.Ref, p.Gist.In(l)})
	}
	for _, c := range shown {
		out.Claims = append(out.Claims, claimOf(c, l))
	}
	return out, nil
}
