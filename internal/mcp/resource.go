package mcp

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/clausegraph/clausegraph/graph"
)

// The URIs of resources. What follows the prefix is a ref.
const (
	standardsURI   = "clausegraph://standards"
	standardURI    = "clausegraph://standard/"
	requirementURI = "clausegraph://requirement/"
)

const jsonMedia = "application/json"

func (s *service) addResources(server *mcp.Server) {
	server.AddResource(&mcp.Resource{
		URI: standardsURI, Name: "standards", Title: "Standards", MIMEType: jsonMedia,
		Description: "All standards, laws and guides with their refs, editions and status.",
	}, s.readResource)
	for _, std := range s.snapshot().Standards() {
		server.AddResource(&mcp.Resource{
			URI: standardURI + std.Ref, Name: std.Ref, Title: std.Title.EN, MIMEType: jsonMedia,
			Description: "The requirements of " + std.Ref + " with their headings.",
		}, s.readResource)
	}
	server.AddResourceTemplate(&mcp.ResourceTemplate{
		URITemplate: standardURI + "{ref}", Name: "standard", Title: "Standard", MIMEType: jsonMedia,
		Description: "A standard with the refs and headings of its requirements, such as " + standardURI + "isms-p-2023.",
	}, s.readResource)
	server.AddResourceTemplate(&mcp.ResourceTemplate{
		URITemplate: requirementURI + "{+ref}", Name: "requirement", Title: "Requirement", MIMEType: jsonMedia,
		Description: "A requirement with its points and the claims about it, such as " + requirementURI + "isms-p-2023/2.5.4.",
	}, s.readResource)
}

// outline is a standard with its requirements in document order.
type outline struct {
	basis
	standard
	Requirements []heading `json:"requirements"`
}

type heading struct {
	Ref        string     `json:"ref"`
	Kind       graph.Kind `json:"kind"`
	Title      string     `json:"title"`
	Assessable bool       `json:"assessable"`
}

func (s *service) readResource(ctx context.Context, req *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
	value, err := s.resource(ctx, req.Params.URI)
	if err != nil {
		return nil, s.fault(ctx, err)
	}
	text, err := json.Marshal(value)
	if err != nil {
		return nil, s.fault(ctx, err)
	}
	return &mcp.ReadResourceResult{Contents: []*mcp.ResourceContents{{URI: req.Params.URI, MIMEType: jsonMedia, Text: string(text)}}}, nil
}

// resource returns what a URI names. The error names the nearest refs where it names nothing.
func (s *service) resource(ctx context.Context, uri string) (any, error) {
	if uri == standardsURI {
		return s.standards(ctx, standardsInput{})
	}
	if text, ok := strings.CutPrefix(uri, requirementURI); ok {
		ref, err := url.PathUnescape(text)
		if err != nil {
			return nil, bad("%s: %v", uri, err)
		}
		return s.requirement(ctx, requirementInput{Ref: ref, paging: paging{Limit: maxLimit}})
	}
	ref, err := url.PathUnescape(strings.TrimPrefix(uri, standardURI))
	if err != nil {
		return nil, bad("%s: %v", uri, err)
	}
	std := s.snapshot().Standard(ref)
	if std == nil {
		return nil, s.snapshot().Unknown(ref)
	}
	leave, err := s.admit(ctx, costListing+len(std.Requirements()))
	if err != nil {
		return nil, err
	}
	defer leave()
	out := outline{basis: s.basisOf(std.Ref, graph.English), standard: standardOf(std, graph.English), Requirements: []heading{}}
	for _, r := range std.Requirements() {
		out.Requirements = append(out.Requirements, heading{r.Ref, r.Kind, r.Name(graph.English), r.Assessable})
	}
	return out, nil
}

// maxCompletions is how many values one completion may have, by the protocol.
const maxCompletions = 100

// complete offers the refs that begin with what was typed, for the arguments of prompts and templates.
func (s *service) complete(_ context.Context, req *mcp.CompleteRequest) (*mcp.CompleteResult, error) {
	typed := req.Params.Argument.Value
	before := ""
	if i := strings.LastIndex(typed, ","); i >= 0 && req.Params.Argument.Name == "held" {
		before, typed = typed[:i+1], typed[i+1:]
	}
	var found []string
	offer := func(ref string) {
		if strings.HasPrefix(ref, strings.TrimSpace(typed)) {
			found = append(found, before+ref)
		}
	}
	uri := ""
	if req.Params.Ref != nil {
		uri = req.Params.Ref.URI
	}
	switch argument := req.Params.Argument.Name; {
	case argument == "requirement", argument == "ref" && strings.HasPrefix(uri, requirementURI):
		for _, r := range s.snapshot().Nodes() {
			if !r.IsPoint() {
				offer(r.Ref)
			}
		}
	case argument == "held", argument == "target", argument == "ref":
		for _, std := range s.snapshot().Standards() {
			offer(std.Ref)
		}
	case argument == "language":
		offer(string(graph.English))
		offer(string(graph.Korean))
	}
	shown := append([]string{}, found[:min(len(found), maxCompletions)]...)
	return &mcp.CompleteResult{Completion: mcp.CompletionResultDetails{Values: shown, Total: len(found), HasMore: len(found) > len(shown)}}, nil
}
