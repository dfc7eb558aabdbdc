package loader

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestFirstContribution takes the steps that CONTRIBUTING.md asks of who adds a rule of lint, in a copy: the program is built
// with the rule, and its tests take the rule with its cases.
func TestFirstContribution(t *testing.T) {
	page, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(page), "## A first contribution to the program")
	blocks := regexp.MustCompile("(?ms)^   ```(?:go)?\n(.*?)^   ```$").FindAllStringSubmatch(section, -1)
	if !found || len(blocks) < 4 {
		t.Fatalf("CONTRIBUTING.md has %d blocks for a rule", len(blocks))
	}
	block := func(i int) string { return regexp.MustCompile(`(?m)^   `).ReplaceAllString(blocks[i][1], "") }

	work := t.TempDir()
	replaced := map[string]string{}
	edit := func(name, old, with string, last bool) {
		t.Helper()
		path, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(string(text), old)
		if last {
			at = strings.LastIndex(string(text), old)
		}
		if at < 0 {
			t.Fatalf("%s has no %q, which CONTRIBUTING.md speaks of", name, old)
		}
		edited := filepath.Join(work, name)
		if err := os.WriteFile(edited, []byte(string(text[:at])+with+string(text[at+len(old):])), 0o600); err != nil {
			t.Fatal(err)
		}
		replaced[path] = edited
	}
	edit("rules_catalog.go", "\t},\n}\n", "\t},\n"+block(0)+"}\n", true)
	edit("catalogrules.go", "\tlast := 0\n\tfor _, p := range it.points {\n", block(1), false)
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(work, "overlay.json"), overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(dir, command string) string {
		t.Helper()
		c := exec.Command("sh", "-ec", command)
		c.Dir = dir
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", command, err, out)
		}
		return string(out)
	}
	run(".", "go test -c -overlay "+work+"/overlay.json -o "+work+"/loader.test .")

	// The folders that the commands and the tests look into, as copies.
	if err := os.CopyFS(filepath.Join(work, "loader", "testdata"), os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	run(work, block(2)) // the cases
	lint := strings.Replace(block(3), "go test ./loader -run TestLint -update", "(cd loader && ../loader.test -test.run TestLint -update)", 1)
	if told := run(work, lint); !strings.Contains(told, "C021") || !strings.Contains(told, "says what point") {
		t.Errorf("the new rule says\n%s", told)
	}
	run(work, "cd loader && ../loader.test -test.run TestLint")
}
