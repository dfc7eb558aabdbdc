package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/internal/pgtest"
)

// documents are the pages whose commands are run. What was right at the time of a release stays as it was.
func documents(t *testing.T) []string {
	var list []string
	for _, pattern := range []string{"*.md", "docs/*.md", "mappings/*.md"} {
		found, err := filepath.Glob(filepath.Join("../..", pattern))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, found...)
	}
	return slices.DeleteFunc(list, func(file string) bool { return filepath.Base(file) == "CHANGELOG.md" })
}

// elsewhere are the commands of the documents that other checks run, or that no test can run, by what they start with.
var elsewhere = map[string]string{
	"npx @modelcontextprotocol/inspector": "it is fetched from npm; TestMCP asks by the same protocol",
	"cd examples/web-client":              "scripts/conformance runs the example client",
	"npm ":                                "scripts/conformance and make browser run them",
	"make ":                               "make test is what runs this test; the tests of internal/release run what make release does",
	"git ":                                "it needs the published repository",
	"ssh-keygen ":                         "the tests of internal/release verify a signature",
	"sha256sum ":                          "the tests of internal/release check the sums",
	"tar ":                                "the tests of internal/release unpack the archives",
	"install ":                            "it changes the machine",
	"podman ":                             "the tests of internal/release run the binary of the image",
	"curl https://grc.example.org":        "TestServe asks a server with keys",
}

// command is a line of a fenced block, or a command in the running text.
type command struct {
	file, line string
}

var (
	inline = regexp.MustCompile("`(clausegraph [^`\n]+)`")
	// A word in capitals, brackets, or alternatives stand for what the reader puts there.
	blank       = regexp.MustCompile(`\b[A-Z]{1,}\b[^-./0-9]|\b[A-Z]{3,}$|\b[A-Z]$|[\[|]|\.\.\.`)
	flagS       = regexp.MustCompile(`--[a-z][a-z-]+`)
	workspaceID = regexp.MustCompile(`V29ya3NwYWNlO[A-Za-z0-9+/]*=*`)
)

// fenced returns the blocks of a document that are in no language, and what is outside of all blocks.
func fenced(text string) (blocks []string, prose string) {
	var b, outside strings.Builder
	opened := ""
	for line := range strings.Lines(text) {
		switch fence := strings.HasPrefix(line, "```"); {
		case fence && opened == "":
			opened = strings.TrimSpace(line)
		case fence:
			if opened == "```" {
				blocks = append(blocks, b.String())
			}
			b.Reset()
			opened = ""
		case opened != "":
			b.WriteString(line)
		default:
			outside.WriteString(line)
		}
	}
	return blocks, outside.String()
}

// TestDocumentedCommandsRun runs the commands of every document in the order of the text, in a folder with an inventory,
// and compares how their output begins with testdata/docs.txt. Of commands with blanks to fill in it checks that they and
// their flags exist, and of blocks that show something else that it is so. Servers are started and stopped; the database is a
// real one.
func TestDocumentedCommandsRun(t *testing.T) {
	var golden bytes.Buffer
	for _, file := range documents(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(file, "../../")
		d := newDesk(t)
		blocks, prose := fenced(string(text))
		for _, block := range blocks {
			lines := strings.Split(strings.ReplaceAll(strings.TrimSpace(block), "\\\n", " "), "\n")
			if !slices.ContainsFunc(lines, isCommand) {
				d.show(name, block)
				continue
			}
			for _, line := range lines {
				d.step(command{name, line}, &golden)
			}
		}
		for _, span := range inline.FindAllStringSubmatch(prose, -1) {
			if !strings.ContainsAny(span[1], "-./=") {
				d.exists(name, span[1]) // the text speaks of the command
			} else {
				d.step(command{name, span[1]}, &golden)
			}
		}
		d.stop()
	}
	const kept = "testdata/docs.txt"
	if *update {
		if err := os.WriteFile(kept, golden.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), golden.String()); diff != "" {
		t.Errorf("the commands of the documents print something else than they did; if they should, `go test ./cmd/clausegraph -run Documented -update` (-before +now):\n%s", diff)
	}
}

func isCommand(line string) bool {
	for _, start := range []string{"clausegraph ", "go run ./cmd/clausegraph", "curl "} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return skipped(line)
}

func skipped(line string) bool {
	for start := range elsewhere {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}

// desk is where the commands of one document are run.
type desk struct {
	*testing.T

	dir     string
	seen    map[string]bool
	printed strings.Builder // all that its commands printed
	server  *exec.Cmd
	at      string // the address of the server that runs
	dsn     string
}

func newDesk(t *testing.T) *desk {
	d := &desk{T: t, dir: t.TempDir(), seen: map[string]bool{}}
	inventory, err := os.ReadFile("../../mappings/expect/acme.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.dir, "acme.yaml"), inventory, 0o600); err != nil {
		t.Fatal(err)
	}
	return d
}

// step runs a command, or checks that it could be run.
func (d *desk) step(s command, golden *bytes.Buffer) {
	d.Helper()
	command, _, _ := strings.Cut(s.line, "  #")
	command = strings.Replace(strings.TrimSpace(command), "go run ./cmd/clausegraph", "clausegraph", 1)
	switch {
	case command == "" || d.seen[command] || skipped(command):
	case strings.HasPrefix(command, "clausegraph ") && blank.MatchString(command):
		d.exists(s.file, command)
	case strings.HasPrefix(command, "clausegraph serve") && !strings.HasSuffix(command, "--help"):
		d.serve(s.file, command)
	default:
		out := d.run(s.file, command)
		if strings.HasPrefix(command, "curl ") && strings.Contains(out, `"errors":[`) {
			d.Errorf("%s says %q, and the answer is %s", s.file, command, out)
		}
		fmt.Fprintf(golden, "== %s: %s\n%s", s.file, command, beginning(out))
	}
	d.seen[command] = true
}

// exists checks that a command with blanks and its flags are in the help.
func (d *desk) exists(file, command string) {
	d.Helper()
	words := strings.Fields(command)[1:]
	var name []string
	for _, w := range words {
		if blank.MatchString(w+" ") || strings.HasPrefix(w, "-") || len(name) == 2 {
			break
		}
		name = append(name, w)
	}
	help := d.run(file, "clausegraph "+strings.Join(name, " ")+" --help")
	for _, flag := range flagS.FindAllString(command, -1) {
		if !strings.Contains(help, flag) {
			d.Errorf("%s says %q, and the command has no %s", file, command, flag)
		}
	}
}

// run runs a command in a shell and returns what it printed.
func (d *desk) run(file, command string) string {
	d.Helper()
	ctx, cancel := context.WithTimeout(d.Context(), 2*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, "sh", "-c", d.here(command))
	c.Dir = d.dir
	c.Env = d.environment(c)
	var stderr bytes.Buffer
	c.Stderr = &stderr
	out, err := c.Output()
	if err != nil {
		d.Errorf("%s says %q: %v\n%s", file, command, err, stderr.String())
	}
	d.printed.Write(out)
	return string(out)
}

// environment has the program in its path, and names the store that the document has made.
func (d *desk) environment(c *exec.Cmd) []string {
	list := append(c.Environ(), "PATH="+filepath.Dir(binary)+string(filepath.ListSeparator)+os.Getenv("PATH"))
	if _, err := os.Stat(filepath.Join(d.dir, "data.db")); err == nil {
		list = append(list, "CLAUSEGRAPH_STORE=bolt:data.db")
	}
	return list
}

// here puts what this machine has in place of the names of examples.
func (d *desk) here(command string) string {
	if _, err := os.Stat(filepath.Join(d.dir, "new.db")); err != nil && strings.Contains(command, "bolt:new.db") && !strings.HasPrefix(command, "clausegraph load") {
		command = "clausegraph load --store bolt:new.db >/dev/null 2>&1; " + command
	}
	if at := filepath.Join(d.dir, "mappings"); strings.Contains(command, " mappings/") {
		if _, err := os.Stat(at); err != nil {
			if err := os.CopyFS(at, os.DirFS("../../mappings")); err != nil {
				d.Fatal(err)
			}
		}
	}
	if strings.Contains(command, "postgres://") {
		command = regexp.MustCompile(`postgres://\S+`).ReplaceAllString(command, "'postgres:"+d.database()+"'")
	}
	if ids := workspaceID.FindAllString(d.printed.String(), -1); len(ids) > 0 {
		command = strings.ReplaceAll(command, `\"ID\"`, `\"`+ids[len(ids)-1]+`\"`)
	}
	command = strings.NewReplacer("/var/lib/clausegraph/", "", "--data /srv/our-data", "--data .").Replace(command)
	if d.at != "" {
		command = strings.ReplaceAll(command, "127.0.0.1:8080", d.at)
	}
	return command
}

// database returns where the database of the document is.
func (d *desk) database() string {
	d.Helper()
	if d.dsn != "" {
		return d.dsn
	}
	server, err := pgtest.Start(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	d.Cleanup(func() { _ = server.Close() })
	if d.dsn, err = server.DSN(); err != nil {
		d.Fatal(err)
	}
	return d.dsn
}

// serve starts a server, which the commands after it ask.
func (d *desk) serve(file, command string) {
	d.Helper()
	d.stop()
	command = regexp.MustCompile(`--(tls-cert|tls-key|addr|admin-addr) \S+`).ReplaceAllString(d.here(command), "")
	command += " --addr 127.0.0.1:0"
	if _, err := os.Stat(filepath.Join(d.dir, "keys.json")); err != nil && strings.Contains(command, "keys.json") {
		d.run(file, "clausegraph keys new --keys keys.json --name test --scope admin")
	}
	c := exec.Command("sh", "-c", "exec "+command)
	c.Dir = d.dir
	c.Env = d.environment(c)
	var stderr written
	c.Stderr = &stderr
	out, err := c.StdoutPipe()
	if err != nil {
		d.Fatal(err)
	}
	if err := c.Start(); err != nil {
		d.Fatal(err)
	}
	d.server = c
	lines := bufio.NewScanner(out)
	for d.at = ""; d.at == "" && lines.Scan(); {
		if m := regexp.MustCompile(` at https?://(\S+) `).FindStringSubmatch(lines.Text()); m != nil {
			d.at = m[1]
		}
	}
	if d.at == "" {
		d.Errorf("%s says %q, and no server starts:\n%s", file, command, &stderr)
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
}

// stop ends the server.
func (d *desk) stop() {
	if d.server != nil {
		_ = d.server.Process.Kill()
		_ = d.server.Wait()
	}
	d.server, d.at = nil, ""
}

// beginning returns the first lines of an output, without what differs from day to day and machine to machine.
func beginning(out string) string {
	const most = 8
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	if len(lines) > most {
		lines = append(lines[:most], "…")
	}
	text := strings.Join(lines, "\n") + "\n"
	for _, same := range []struct{ what, as string }{
		{`\d{4}-\d\d-\d\dT[0-9:.]+Z`, "TIME"}, {`\b20\d\d-\d\d-\d\d\b`, "DAY"}, {`\b[0-9a-f]{12,64}\b`, "HASH"},
		{`cg_[A-Za-z0-9_-]+`, "KEY"}, {`V29ya3NwYWNlO[A-Za-z0-9+/]*=*`, "ID"}, {`\b[0-9a-f]{8}-[0-9a-f-]{27}\b`, "UUID"}, {`[0-9.]+m?s\b`, "SOON"}, {`(?m)[ \t]+$`, ""},
	} {
		text = regexp.MustCompile(same.what).ReplaceAllString(text, same.as)
	}
	return text
}
