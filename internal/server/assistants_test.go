package server_test

import (
	"context"
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
