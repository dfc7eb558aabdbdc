package server_test

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// keyed sends a key with every request.
type keyed string

func (k keyed) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	if k != "" {
		r.Header.Set("Authorization", "Bearer "+string(k))
	}
	return http.DefaultTransport.RoundTrip(r)
}

func assistant(ctx context.Context, url, key string) (*sdk.ClientSession, error) {
	transport := &sdk.StreamableClientTransport{Endpoint: url + "/mcp", HTTPClient: &http.Client{Transport: keyed(key)}, MaxRetries: -1}
	return sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(ctx, transport, nil)
}

var gapOfISMSP = &sdk.CallToolParams{Name: "gap_analysis", Arguments: map[string]any{"held": []string{"iso-27001-2022"}, "target": "isms-p-2023"}}

// TestAssistantsNeedKeysToo speaks the Model Context Protocol with a key, without and with a wrong one.
func TestAssistantsNeedKeysToo(t *testing.T) {
	keys, _, secrets := keyring(t)
	locked := servertest.New(t, func(c *server.Config) { c.Auth.Keys = keys })
	for name, key := range map[string]string{"none": "", "wrong": "cg_x_y"} {
		if c, err := assistant(t.Context(), locked.URL, key); err == nil {
			_ = c.Close()
			t.Errorf("%s: the door is open", name)
		}
	}
	for _, s := range []struct{ url, key string }{
		{locked.URL, secrets[auth.Read]},
		{servertest.New(t, func(c *server.Config) { c.Auth.Keys, c.Public = keys, true }).URL, ""},
	} {
		c, err := assistant(t.Context(), s.url, s.key)
		if err != nil {
			t.Fatal(err)
		}
		result, err := c.CallTool(t.Context(), gapOfISMSP)
		if err != nil || result.IsError || result.StructuredContent == nil {
			t.Errorf("the answer is %+v, %v", result, err)
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestAssistantsHaveLimitsToo spends what a client may, and asks for more than one call may.
func TestAssistantsHaveLimitsToo(t *testing.T) {
	small := servertest.New(t, func(c *server.Config) { c.Limits.Rate, c.Limits.Burst = 1, 3_000 })
	c, err := assistant(t.Context(), small.URL, "")
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	refused := ""
	for range 10 {
		result, err := c.CallTool(t.Context(), gapOfISMSP)
		if err != nil {
			refused = err.Error()
			break
		}
		if result.IsError {
			refused = result.Content[0].(*sdk.TextContent).Text
			break
		}
	}
	if !strings.Contains(refused, "more than it may") && !strings.Contains(refused, "Too Many") {
		t.Errorf("ten analyses are refused with %q", refused)
	}
	cheap := servertest.New(t, func(c *server.Config) { c.Limits.Cost = 500 })
	d, err := assistant(t.Context(), cheap.URL, "")
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	result, err := d.CallTool(t.Context(), gapOfISMSP)
	if err != nil || !result.IsError || !strings.Contains(result.Content[0].(*sdk.TextContent).Text, "smaller page") {
		t.Errorf("a call that costs too much is answered %+v, %v", result, err)
	}
}

// TestAssistantsAreNoWayAround sends what the other doors refuse as well: pages of other sites, large bodies, and data
// that is not there yet.
func TestAssistantsAreNoWayAround(t *testing.T) {
	s := servertest.New(t)
	const ping = `{"jsonrpc":"2.0","id":1,"method":"ping"}`
	for _, c := range []struct {
		name   string
		url    string
		body   string
		header string
		status int
	}{
		{"a page of another site", s.URL, ping, "Origin: https://elsewhere.example", http.StatusForbidden},
		{"a large body", s.URL, `{"jsonrpc":"2.0","id":1,"method":"ping","params":{"_meta":{"a":"` + strings.Repeat("a", 300<<10) + `"}}}`, "X: y", http.StatusRequestEntityTooLarge},
		{"no data yet", servertest.New(t, func(c *server.Config) { c.Data = new(server.Data) }).URL, ping, "X: y", http.StatusServiceUnavailable},
		{"another host", s.URL, ping, "Host: elsewhere.example", http.StatusMisdirectedRequest},
		{"no JSON", s.URL, `{`, "X: y", http.StatusBadRequest},
		{"a revision that is not here", s.URL, ping, "Clausegraph-Revision: 99", http.StatusNotFound},
		{"a revision that is no number", s.URL, ping, "Clausegraph-At-Least-Revision: x", http.StatusBadRequest},
		{"the revision that is here", s.URL, ping, "Clausegraph-Revision: 1", http.StatusOK},
		{"as it should be", s.URL, ping, "X: y", http.StatusOK},
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.url+"/mcp", strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
		name, value, _ := strings.Cut(c.header, ": ")
		if name == "Host" {
			r.Host = value
		}
		r.Header.Set(name, value)
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode != c.status {
			t.Errorf("%s: %s", c.name, response.Status)
		}
	}
}

// called calls a tool and returns what a client reads of the result.
func called(t *testing.T, c *sdk.ClientSession, tool string, arguments map[string]any) string {
	t.Helper()
	result, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		return "refused: " + err.Error()
	}
	text, err := json.Marshal(result)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAssistantsAskAboutWorkspaces has the owner of a workspace ask by it, and others, and looks how that was counted.
func TestAssistantsAskAboutWorkspaces(t *testing.T) {
	s := newTenants(t, func(c *server.Config) { c.Public = true })
	id := s.ids["workspace"]
	about := map[string]map[string]any{
		"gap_analysis":       {"target": "isms-p-2023/2.5.6"},
		"explain":            {"requirement": "isms-p-2023/2.5.6"},
		"inventory_analysis": {"target": "isms-p-2023/2.5.6", "controls": []any{map[string]any{"id": "x", "title": "X", "status": "planned", "satisfies": []any{"isms-p-2023/2.5.6"}}}},
		"overlap":            {"standards": []any{"isms-p-2023"}},
		"edition_changes":    {"from": "iso-27001-2013", "to": "iso-27001-2022"},
	}
	says := map[string]string{ // what only the workspace can be the reason of
		"gap_analysis": `"verdict":"FULL"`, "explain": `quagmire-7`, "inventory_analysis": `"verdict":"FULL"`, "overlap": `"held":"iso-27001-2022"`, "edition_changes": `"counts"`,
	}
	for key, want := range map[string]string{s.owner: "", s.other: "there is no workspace with this id", s.admin: "there is no workspace with this id", "": "this request has none that belongs to an organisation"} {
		c, err := assistant(t.Context(), s.URL, key)
		if err != nil {
			t.Fatal(err)
		}
		for tool, arguments := range about {
			without := called(t, c, tool, arguments)
			for _, named := range []string{id, s.ids["version"]} {
				with := maps.Clone(arguments)
				with["workspace"] = named
				answer := called(t, c, tool, with)
				switch {
				case want != "" && !strings.Contains(answer, want):
					t.Errorf("%s: %.300s, want %q", tool, answer, want)
				case want == "" && (!strings.Contains(answer, says[tool]) || !strings.Contains(answer, `"workspace":"`+s.ids["version"]+`"`)):
					t.Errorf("%s of the owner: %.600s", tool, answer)
				}
			}
			if tool != "edition_changes" && strings.Contains(without, says[tool]) {
				t.Errorf("%s says %s without the workspace", tool, says[tool])
			}
		}
		_ = c.Close()
	}
	c, err := assistant(t.Context(), s.URL, s.reader)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	called(t, c, "gap_analysis", map[string]any{"target": 7})
	called(t, c, "gap_analysis", map[string]any{"target": "isms-p-2023/2.5.66"})
	called(t, c, "no_such_tool", nil)
	_, counted := do(t, "GET", s.URL+"/metrics", "", bearer(s.admin))
	for _, line := range []string{
		`clausegraph_mcp_calls_total{outcome="ok",tool="gap_analysis"} 6`,
		`clausegraph_mcp_calls_total{outcome="NOT_FOUND",tool="explain"} 4`,
		`clausegraph_mcp_calls_total{outcome="FORBIDDEN",tool="overlap"} 2`,
		`clausegraph_mcp_calls_total{outcome="BAD_INPUT",tool="gap_analysis"} 1`,
		`clausegraph_mcp_calls_total{outcome="UNKNOWN_REF",tool="gap_analysis"} 1`,
		`clausegraph_mcp_calls_total{outcome="BAD_INPUT",tool="other"} 1`,
	} {
		if !strings.Contains(counted, line+"\n") {
			t.Errorf("the metrics lack %s", line)
		}
	}
	for line := range strings.Lines(counted) {
		if strings.Contains(line, "mcp_calls_total{") {
			t.Log(strings.TrimSpace(line))
		}
	}
}
