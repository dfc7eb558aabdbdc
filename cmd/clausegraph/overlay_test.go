package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
)

const plantedText = "Quagga zebras shall never leave this instance."

// TestOverlayIsShownToItsUserAlone runs commands with a text of the user's own, in every format that they offer, and
// looks for the text in what they print and write. People see it in three places; nothing that is passed on has it.
func TestOverlayIsShownToItsUserAlone(t *testing.T) {
	part := loader.Embedded()
	part.Only = []string{"catalogs/iso-27001-2022.yaml", "catalogs/isms-p-2023.yaml", "crosswalks/iso-27001-2022--isms-p-2023.yaml"}
	result, err := loader.Load(t.Context(), part)
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Build(graph.Revision{}, result.Datasets)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	own := filepath.Join(dir, "own.yaml")
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(own, "standard: iso-27001-2022\ntexts:\n  \"A.5.17\": {en: \""+plantedText+"\"}\n")
	run := func(args ...string) (string, int) {
		var out, errs bytes.Buffer
		status := (&app{loaded: s}).run(t.Context(), args, &out, &errs)
		return out.String() + errs.String(), status
	}
	shown := map[string]bool{
		"search quagga --format text":                                           true,
		"requirements iso-27001-2022 --format text":                             true,
		"explain --have isms-p-2023 --want iso-27001-2022/A.5.17 --format text": true,
	}
	asked := map[string]bool{}
	for _, c := range (&app{}).newRoot().Commands() {
		if c.Flags().Lookup("overlay") == nil || c.Name() == "serve" { // which package schema asks
			continue
		}
		asked[c.Name()] = true
		for _, format := range formatsOf(c) {
			line := map[string]string{
				"search": "search quagga", "requirements": "requirements iso-27001-2022",
				"explain": "explain --have isms-p-2023 --want iso-27001-2022/A.5.17",
			}[c.Name()] + " --format " + format
			out, status := run(append(strings.Fields(line), "--overlay", own)...)
			if got := strings.Contains(strings.Join(strings.Fields(out), " "), "Quagga") || strings.Contains(out, "uagga*"); got != shown[line] || status != exitDone {
				t.Errorf("%s: shown %v, want %v (status %d)", line, got, shown[line], status)
			}
		}
	}
	if len(asked) != 3 {
		t.Errorf("only %v take an overlay", asked)
	}
	for _, line := range []string{"gap --have isms-p-2023 --want iso-27001-2022", "export --format soa --have isms-p-2023 --want iso-27001-2022 -o x.csv", "mappings --format oscal --from iso-27001-2022 --to isms-p-2023"} {
		if out, status := run(append(strings.Fields(line), "--overlay", own)...); status == exitDone || strings.Contains(out, "Quagga") {
			t.Errorf("%s takes an overlay", line)
		}
	}
	// What is wrong with an overlay is said without its texts.
	for _, bad := range []string{
		"standard: iso-27001-2022\ntexts:\n  \"A.5.17\": \"" + plantedText + "\"\n",
		"standard: iso-27001-2022\ntexts:\n  \"A.5.99\": {en: \"" + plantedText + "\"}\n",
		"standard: iso-27001-2022\ntexts:\n  \"" + plantedText + "\": {en: \"x\"}\n",
		"standard: iso-27001-2022\ntexts:\n  \"A.5.17\": {en: *" + plantedText + "}\n",
		"standard: iso-27001-2022\ntexts: {\"A.5.17\": {en: \"" + plantedText + "}\n",
	} {
		write(own, bad)
		if out, status := run("requirements", "iso-27001-2022", "--overlay", own); status != exitProblem || strings.Contains(out, "agga") {
			t.Errorf("status %d: %s", status, out)
		}
	}
}

// formatsOf returns the formats that a command says it offers.
func formatsOf(c *cobra.Command) []string {
	_, list, _ := strings.Cut(c.Flags().Lookup("format").Usage, ": ")
	return strings.Split(list, ", ")
}
