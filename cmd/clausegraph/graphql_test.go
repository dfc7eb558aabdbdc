package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/expect"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// gapQuery asks for everything that the cases look at, page by page.
const gapQuery = `query Gap($held: [String!]!, $target: String!, $asOf: Date, $controls: [ControlInput!], $scope: String, $policy: PolicyInput, $after: String) {
  gapAnalysis(held: $held, controls: $controls, scope: $scope, target: $target, asOf: $asOf, policy: $policy) {
    doubts { requirement { ref } }
    summary { full partial possible none unknown total }
    items(first: 50, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node {
        requirement { ref } verdict disposition
        blockers { control { id } }
        remainder { en: text(language: EN) ko: text(language: KO) }
        points { requirement { ref } verdict proof { ...steps } }
        proof { ...steps }
      } }
    }
  }
}
fragment steps on Proof { steps { requirement { ref } controls { id } missing { ref } } }`

type ref struct{ Ref string }

type gqlProof struct {
	Steps []struct {
		Requirement ref
		Controls    []struct{ ID string }
		Missing     []ref
	}
}

type gqlGap struct {
	GapAnalysis struct {
		Doubts  []struct{ Requirement ref }
		Summary coverage.Summary
		Items   struct {
			PageInfo struct {
				HasNextPage bool
				EndCursor   string
			}
			Edges []struct {
				Node struct {
					Requirement ref
					Verdict     coverage.Verdict
					Disposition coverage.Disposition
					Blockers    []struct{ Control struct{ ID string } }
					Remainder   []graph.Text
					Points      []struct {
						Requirement ref
						Verdict     coverage.Verdict
						Proof       *gqlProof
					}
					Proof *gqlProof
				}
			}
		}
	}
}

// overGraphQL is the door that asks a server over HTTP.
func overGraphQL(t testing.TB) expect.Door {
	t.Helper()
	s := servertest.New(t)
	return func(c expect.Case) (*expect.Answer, error) {
		answer := &expect.Answer{}
		variables := map[string]any{
			"held": append([]string{}, c.Held...), "target": c.Target, "asOf": c.AsOf, "scope": c.Scope,
			"controls": controlVariables(c.Controls), "policy": policyVariable(c.Policy),
		}
		for {
			page, err := post[gqlGap](s.URL+"/graphql", gapQuery, variables)
			if err != nil {
				return nil, err
			}
			answer.Summary, answer.Doubts = page.GapAnalysis.Summary, nil
			for _, d := range page.GapAnalysis.Doubts {
				answer.Doubts = append(answer.Doubts, d.Requirement.Ref)
			}
			page.read(answer)
			info := page.GapAnalysis.Items.PageInfo
			if !info.HasNextPage {
				return answer, nil
			}
			variables["after"] = info.EndCursor
		}
	}
}

// controlVariables returns controls as a client sends them.
func controlVariables(controls []graph.Control) []map[string]any {
	list := []map[string]any{}
	for _, c := range controls {
		list = append(list, map[string]any{
			"id": c.ID, "title": c.Title, "owner": c.Owner, "status": strings.ToUpper(strings.ReplaceAll(string(c.Status), "-", "_")),
			"reason": c.Reason, "scope": c.Scope, "satisfies": c.Satisfies, "contributes": c.Contributes,
		})
	}
	return list
}

func policyVariable(p coverage.Policy) map[string]any {
	policy := map[string]any{"distrust": p.Distrust, "maxHops": p.MaxHops}
	if p.MinAssurance != 0 {
		policy["minAssurance"] = strings.ToUpper(p.MinAssurance.String())
	}
	return policy
}

// post sends a query and returns its data, or its first error.
func post[T any](url, query string, variables map[string]any) (T, error) {
	var response struct {
		Data   T
		Errors []struct{ Message string }
	}
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return response.Data, err
	}
	r, err := http.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		return response.Data, err
	}
	defer r.Body.Close()
	if err := json.NewDecoder(r.Body).Decode(&response); err != nil {
		return response.Data, err
	}
	if len(response.Errors) > 0 {
		return response.Data, errors.New(response.Errors[0].Message)
	}
	return response.Data, nil
}

func (g gqlGap) read(answer *expect.Answer) {
	for _, edge := range g.GapAnalysis.Items.Edges {
		n := edge.Node
		item := expect.Item{Ref: n.Requirement.Ref, Verdict: n.Verdict, Disposition: n.Disposition, Remainder: n.Remainder, Points: map[string]coverage.Verdict{}}
		if len(item.Remainder) == 0 {
			item.Remainder = nil
		}
		for _, b := range n.Blockers {
			item.Blockers = append(item.Blockers, b.Control.ID)
		}
		proofs := []*gqlProof{n.Proof}
		for _, p := range n.Points {
			item.Points[p.Requirement.Ref] = p.Verdict
			proofs = append(proofs, p.Proof)
		}
		for _, p := range proofs {
			if p == nil {
				continue
			}
			for _, step := range p.Steps {
				if r := step.Requirement.Ref; r != item.Ref && !strings.HasPrefix(r, item.Ref+"-") {
					item.Via = append(item.Via, r)
				}
				for _, c := range step.Controls {
					item.By = append(item.By, c.ID)
				}
				for _, m := range step.Missing {
					item.Missing = append(item.Missing, m.Ref)
				}
			}
		}
		item.Via = slices.Compact(slices.Sorted(slices.Values(item.Via)))
		item.By = slices.Compact(slices.Sorted(slices.Values(item.By)))
		item.Missing = slices.Compact(slices.Sorted(slices.Values(item.Missing)))
		answer.Items = append(answer.Items, item)
	}
}
