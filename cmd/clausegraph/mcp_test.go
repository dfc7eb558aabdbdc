package main

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestMCP starts the program as an assistant does, and speaks with it over its standard input and output.
func TestMCP(t *testing.T) {
	var log written
	program := exec.Command(binary, "mcp")
	program.Stderr = &log
	c, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), &mcp.CommandTransport{Command: program}, nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, &log)
	}
	result, err := c.CallTool(t.Context(), &mcp.CallToolParams{Name: "gap_analysis", Arguments: map[string]any{
		"held": []string{"iso-27001-2022"}, "target": "isms-p-2023", "limit": 1,
	}})
	if err != nil || result.IsError {
		t.Fatalf("%+v, %v\n%s", result, err, &log)
	}
	answer, _ := result.StructuredContent.(map[string]any)
	if summary, _ := answer["summary"].(map[string]any); summary["total"] != 101.0 {
		t.Errorf("the answer is %v", answer)
	}
	result, err = c.CallTool(t.Context(), &mcp.CallToolParams{Name: "search", Arguments: map[string]any{"query": "A.5.17", "limit": 1}})
	if err != nil || result.IsError || !strings.Contains(result.Content[0].(*mcp.TextContent).Text, "iso-27001-2022/A.5.17") {
		t.Errorf("the search finds %+v, %v", result, err)
	}
	if err := c.Close(); err != nil {
		t.Errorf("the program ends with %v\n%s", err, &log)
	}
	if log.String() != "" {
		t.Errorf("the error stream has %s", &log)
	}
}

// TestMCPWithWrongData tells problems on the error stream and nothing on the output, which belongs to the protocol.
func TestMCPWithWrongData(t *testing.T) {
	program := exec.Command(binary, "mcp", "--data", "/does/not/exist")
	var out, log written
	program.Stdout, program.Stderr = &out, &log
	if err := program.Run(); err == nil || out.String() != "" || !strings.Contains(log.String(), "--data") {
		t.Errorf("%v; out %q, log %q", err, &out, &log)
	}
}
