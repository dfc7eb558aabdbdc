package loader

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/txtar"

	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/internal/race"
	"github.com/clausegraph/clausegraph/mappings"
)

// TestFormat formats the file "in.yaml" of each archive and compares it with "want.yaml". The archives catalog, crosswalk,
// scheme, glossary and inventory are the canonical examples of the format: there the two are the same.
func TestFormat(t *testing.T) {
	archives, err := filepath.Glob("testdata/format/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("archives: %v, %v", archives, err)
	}
	for _, name := range archives {
		test := strings.TrimSuffix(filepath.Base(name), ".txtar")
		t.Run(test, func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			in, want := a.Files[0].Data, &a.Files[1]
			got, err := Format(in)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				want.Data = got
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), string(got)); diff != "" {
				t.Errorf("canonical form (-want +got):\n%s", diff)
			}
			if slices.Contains([]string{"catalog", "crosswalk", "scheme", "glossary", "inventory"}, test) {
				if diff := cmp.Diff(string(in), string(got)); diff != "" {
					t.Errorf("the canonical example changed (-before +after):\n%s", diff)
				}
			}
			if diff := cmp.Diff(comments(in), comments(got)); diff != "" {
				t.Errorf("comments (-before +after):\n%s", diff)
			}
			checkFormat(t, in)
		})
	}
}

var commentForm = regexp.MustCompile(`(?m)(?:^| )#.*$`)

// comments returns the comments of a text whose quoted texts hold no "#" after a blank, sorted.
func comments(src []byte) []string {
	var found []string
	for _, c := range commentForm.FindAllString(regexp.MustCompile(`"[^"\n]*"`).ReplaceAllString(string(src), `""`), -1) {
		found = append(found, strings.TrimSpace(c))
	}
	slices.Sort(found)
	return found
}

// checkFormat checks what holds of every input: a formatted file says what the file said, and is formatted.
func checkFormat(t *testing.T, src []byte) {
	t.Helper()
	once, err := Format(src)
	if err != nil {
		return
	}
	twice, err := Format(once)
	if err != nil {
		t.Fatalf("what Format wrote cannot be read: %v\n%s", err, once)
	}
	if !bytes.Equal(once, twice) {
		t.Fatalf("formatting again changes (-once +twice):\n%s", cmp.Diff(string(once), string(twice)))
	}
	var r report
	if diff := cmp.Diff(meaning(parse("", src, &r)), meaning(parse("", once, &r))); diff != "" {
		t.Fatalf("formatting changes what is said (-before +after):\n%s", diff)
	}
}

// meaning returns what a value says, whatever its layout: maps without order, and every scalar as the text it is
// written as. That 2.10 without quotes becomes a text is what Format is for.
func meaning(y *yaml.Node) any {
	switch {
	case y == nil:
		return nil
	case y.Kind == yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(y.Content); i += 2 {
			m[y.Content[i].Value] = meaning(y.Content[i+1])
		}
		return m
	case y.Kind == yaml.SequenceNode:
		l := []any{}
		for _, c := range y.Content {
			l = append(l, meaning(c))
		}
		return l
	case y.ShortTag() == "!!null":
		return nil
	}
	return y.Value
}

func TestFormatFails(t *testing.T) {
	for name, src := range map[string]string{
		"not YAML":    "standard: {",
		"an alias":    "standard: &a x\ntitle: *a\n",
		"a key twice": "standard: a\nstandard: b\n",
		"another map": "shopping: list\n",
		"a list":      "- standard\n",
		"nothing":     "",
		"not text":    "standard: a\x00",
	} {
		if out, err := Format([]byte(src)); err == nil {
			t.Errorf("%s: no error, but %q", name, out)
		}
	}
}

// FuzzFormat checks that Format never fails on what it wrote itself, and never changes what a file says.
func FuzzFormat(f *testing.F) {
	archives, _ := filepath.Glob("testdata/*/*.txtar")
	var seeds [][]byte
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			seeds = append(seeds, file.Data)
		}
	}
	fuzz.Bytes(f, seeds...)
	f.Fuzz(func(t *testing.T, src []byte) { checkFormat(t, src) })
}

// TestEmbeddedFormat checks that the built-in data is in canonical form.
func TestEmbeddedFormat(t *testing.T) {
	err := fs.WalkDir(mappings.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".yaml" {
			return err
		}
		t.Run(name, func(t *testing.T) {
			src, err := fs.ReadFile(mappings.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Format(src)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(src), "\n"), strings.Split(string(got), "\n")); diff != "" {
				t.Errorf("not in canonical form; run `clausegraph fmt` (-file +canonical):\n%s", diff)
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A comment survives wherever an editor puts it: on a line of its own, with and without blank lines around it and at
// the depth of either neighbour, or behind a value.
func TestFormatKeepsComments(t *testing.T) {
	for _, name := range []string{"catalog", "crosswalk", "claims", "scheme", "glossary"} {
		a, err := txtar.ParseFile("testdata/format/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(string(a.Files[0].Data), "\n")
		try := func(at int, with ...string) {
			src := []byte(strings.Join(slices.Concat(lines[:at], with, lines[at:]), ""))
			got, err := Format(src)
			if err != nil {
				t.Errorf("%s with %q in line %d: %v", name, with, at+1, err)
				return
			}
			if diff := cmp.Diff(comments(src), comments(got)); diff != "" {
				t.Errorf("%s with %q in line %d (-before +after):\n%s", name, with, at+1, diff)
			}
			checkFormat(t, src)
		}
		for at, line := range lines {
			if race.Enabled && at%10 > 0 {
				continue
			}
			indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
			deeper := indent + "  "
			for _, depth := range []string{"", indent, deeper} {
				try(at, depth+"# here\n")
				try(at, "\n", depth+"# here\n")
				try(at, depth+"# here\n", "\n")
				try(at, "\n", depth+"# here\n", "\n", depth+"# there\n", "\n")
			}
		}
	}
}

// The description of the format says which version of it this program reads.
func TestFormatVersionIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../mappings/FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), "\nVersion "+FormatVersion+" of the format") {
		t.Errorf("mappings/FORMAT.md does not say that it is version %s of the format", FormatVersion)
	}
}
