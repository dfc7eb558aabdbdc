package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
)

// shown are the blocks of the documents that are no commands, by how they start, each with the check that what it shows is so.
var shown = map[string]func(d *desk, block string){
	"mappings/ ":                    folders, // the picture of how data flows
	"web/src/views/":                folders,
	"held ":                         expectations,
	"claim   ":                      printed,
	"iso-27001-2013  isms-p-2018/":  firstClaim,
	"unknown ref ":                  assistantTold,
	`{"reloaded":false`:             reloadTold,
	"clausegraph_follow_lag_second": metricNames,
}

// show checks a block that is no commands.
func (d *desk) show(file, block string) {
	d.Helper()
	for start, check := range shown {
		if strings.HasPrefix(block, start) {
			check(d, block)
			return
		}
	}
	d.Errorf("%s shows what nothing here checks:\n%s", file, block)
}

// like returns what a line stands for that leaves something out, by three dots, and is set in columns.
func like(line string) *regexp.Regexp {
	text := regexp.QuoteMeta(strings.Join(strings.Fields(line), " "))
	text = strings.NewReplacer(`\[\.\.\.\]`, `.*`, `\.\.\.`, `.*`, " ", `\s+`).Replace(text)
	return regexp.MustCompile(text)
}

// has demands every line of a block in a text.
func (d *desk) has(block, text string) {
	d.Helper()
	for line := range strings.Lines(block) {
		if !like(line).MatchString(text) {
			d.Errorf("a document shows the line\n%snot in\n%s", line, text)
		}
	}
}

// printed: a command above it in the document prints it.
func printed(d *desk, block string) { d.has(block, d.printed.String()) }

// folders: there are all those that are named.
func folders(d *desk, block string) {
	for _, name := range regexp.MustCompile(`(?m)\b([a-z0-9]+(?:/[a-z0-9]+)*/)[ ,\n]`).FindAllStringSubmatch(block, -1) {
		if _, err := os.Stat(filepath.Join("../..", name[1])); err != nil {
			d.Error(err)
		}
	}
}

// expectations hold.
func expectations(d *desk, block string) {
	if err := os.WriteFile(filepath.Join(d.dir, "shown.test"), []byte(block), 0o600); err != nil {
		d.Fatal(err)
	}
	d.run("README.md", "clausegraph test shown.test")
}

// firstClaim edits the data as CONTRIBUTING.md says, and compares what that changes with what it shows.
func firstClaim(d *desk, block string) {
	const from, before, after = `- from: ["A.8.17"]`, `to: ["2.9.6-1"]`, `to: ["2.9.6"]`
	text, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		d.Fatal(err)
	}
	if !bytes.Contains(text, []byte("  "+from+"\n    relation: superset-of\n    "+after+"\n")) || !bytes.Contains(text, []byte("`"+before+"`")) {
		d.Fatal("CONTRIBUTING.md asks for another edit than this test makes")
	}
	dir := d.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../mappings")); err != nil {
		d.Fatal(err)
	}
	file := filepath.Join(dir, "crosswalks/iso-27001-2022--isms-p-2023.yaml")
	yaml, err := os.ReadFile(file)
	if err != nil {
		d.Fatal(err)
	}
	start, rest, found := strings.Cut(string(yaml), from)
	if !found || strings.Index(rest, before) > strings.Index(rest, "why:") || !strings.Contains(rest, before) {
		d.Fatalf("%s has no %s with %s any more: find another claim for CONTRIBUTING.md", file, from, before)
	}
	if err := os.WriteFile(file, []byte(start+from+strings.Replace(rest, before, after, 1)), 0o600); err != nil {
		d.Fatal(err)
	}
	source, err := loader.Open(dir)
	if err != nil {
		d.Fatal(err)
	}
	result, err := loader.Load(d.Context(), source)
	if err != nil || !result.OK() {
		d.Fatal(err, result)
	}
	edited, err := graph.Build(graph.Revision{Number: 1}, result.Datasets)
	if err != nil {
		d.Fatal(err)
	}
	var out, stderr bytes.Buffer
	if status := (&app{loaded: edited}).run(d.Context(), []string{"changes", "--since", "/tmp/before.snapshot"}, &out, &stderr); status != exitDone {
		d.Fatal(stderr.String())
	}
	d.has(block, out.String())
}

// assistantTold: an assistant that asks for such a ref is told so.
func assistantTold(d *desk, block string) {
	ref := regexp.MustCompile(`"([^"]+)"`).FindStringSubmatch(block)[1]
	c, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(d.Context(), &mcp.CommandTransport{Command: exec.Command(binary, "mcp")}, nil)
	if err != nil {
		d.Fatal(err)
	}
	defer c.Close()
	result, err := c.CallTool(d.Context(), &mcp.CallToolParams{Name: "explain", Arguments: map[string]any{"held": []string{"iso-27001-2022"}, "requirement": ref}})
	if err != nil {
		d.Fatal(err)
	}
	d.has(block, result.Content[0].(*mcp.TextContent).Text)
}

// reloadTold: a server that is told to load a standard without an edition answers so.
func reloadTold(d *desk, block string) {
	key := strings.TrimSpace(d.run("docs/server.md", "clausegraph keys new --keys shown.json --name shown --scope admin"))
	data := filepath.Join(d.dir, "data")
	if err := os.MkdirAll(data, 0o700); err != nil {
		d.Fatal(err)
	}
	file := filepath.Join(data, "x.yaml")
	good := "standard: x\ntitle: {en: X, ko: 엑스}\npublisher: X\nedition: \"1\"\npublished: \"2026-01-01\"\nstatus: current\ndiscipline: [quality]\ntext: titles-and-own-paraphrase\n" +
		"unofficial: [en, ko]\nrequirements:\n  - {id: \"1\", kind: control, title: {en: Y, ko: 와이}, gist: {en: Y is done., ko: 와이를 한다.}}\n"
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			d.Fatal(err)
		}
	}
	write(good)
	r := &replica{args: []string{"--data", data, "--keys", filepath.Join(d.dir, "shown.json")}}
	r.start(d)
	defer r.kill()
	write(strings.Replace(good, "edition: \"1\"\n", "", 1))
	ask, err := http.NewRequestWithContext(d.Context(), http.MethodPost, *r.url.Load()+"/admin/reload", nil)
	if err != nil {
		d.Fatal(err)
	}
	ask.Header.Set("Authorization", "Bearer "+key)
	answer, err := http.DefaultClient.Do(ask)
	if err != nil {
		d.Fatal(err)
	}
	defer answer.Body.Close()
	told, err := io.ReadAll(answer.Body)
	if err != nil {
		d.Fatal(err)
	}
	hash := regexp.MustCompile(`"hash":"[0-9a-f]+\.\.\."`) // of the data of the day
	d.has(hash.ReplaceAllString(block, `"hash":"..."`), strings.ReplaceAll(string(told), data+string(filepath.Separator), "data/"))
}

// metricNames: a server that follows a database has all those that are named.
func metricNames(d *desk, block string) {
	r := &replica{args: []string{"--store", "postgres:" + d.database()}}
	r.start(d)
	defer r.kill()
	for _, name := range regexp.MustCompile(`clausegraph_\w+`).FindAllString(block, -1) {
		deadline := time.Now().Add(10 * time.Second) // it looks at the database in a moment
		for scrape(d, *r.url.Load(), "", name+" ") == "" {
			if time.Now().After(deadline) {
				d.Fatalf("the server has no metric %s", name)
			}
			time.Sleep(50 * time.Millisecond)
		}
	}
}
