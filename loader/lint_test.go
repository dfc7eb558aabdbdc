package loader

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden messages in testdata")

// TestLint loads the files of every archive testdata/lint/CODE-bad.txtar and CODE-good.txtar. A bad one must give the
// messages in its file "want", all of that rule; a good one none at all.
func TestLint(t *testing.T) {
	archives, err := filepath.Glob("testdata/lint/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]bool{}
	for _, name := range archives {
		test := strings.TrimSuffix(filepath.Base(name), ".txtar")
		cases[test] = true
		t.Run(test, func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys, want := files(t, a)
			result, err := Load(t.Context(), Source{FS: fsys})
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			code, kind, _ := strings.Cut(test, "-")
			for _, d := range result.Diagnostics {
				fmt.Fprintln(&got, d)
				if d.Code != code {
					t.Errorf("a message of another rule: %s", d)
				}
			}
			if bad := kind == "bad"; bad != (got.Len() > 0) {
				t.Errorf("%d messages, want %v", len(result.Diagnostics), map[bool]string{true: "some", false: "none"}[bad])
			}
			if *update {
				want.Data = []byte(got.String())
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got.String()); diff != "" {
				t.Errorf("messages (-want +got):\n%s", diff)
			}
		})
	}
	for _, rule := range Rules {
		for _, kind := range []string{"-bad", "-good"} {
			if !cases[rule.Code+kind] {
				t.Errorf("there is no testdata/lint/%s%s.txtar", rule.Code, kind)
			}
			delete(cases, rule.Code+kind)
		}
	}
	for test := range cases {
		t.Errorf("testdata/lint/%s.txtar belongs to no rule", test)
	}
}

// files returns the files of an archive, and the one with the messages. What cannot stand in an archive is described
// above its files: "append FILE QUOTED" adds bytes, "grow FILE SIZE" fills a file up with line breaks.
func files(t *testing.T, a *txtar.Archive) (fstest.MapFS, *txtar.File) {
	t.Helper()
	fsys := fstest.MapFS{}
	var want *txtar.File
	for i, f := range a.Files {
		if f.Name == "want" {
			want = &a.Files[i]
			continue
		}
		fsys[f.Name] = &fstest.MapFile{Data: bytes.Clone(f.Data)}
	}
	for line := range strings.Lines(string(a.Comment)) {
		verb, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		name, arg, _ := strings.Cut(rest, " ")
		switch verb {
		case "append":
			more, err := strconv.Unquote(arg)
			if err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			fsys[name].Data = append(fsys[name].Data, more...)
		case "grow":
			size, err := strconv.Atoi(arg)
			if err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			missing := size - len(fsys[name].Data)
			fsys[name].Data = append(fsys[name].Data, bytes.Repeat([]byte("\n"), missing)...)
		default:
			t.Fatalf("unknown instruction %q", line)
		}
	}
	if want == nil {
		t.Fatal("the archive has no file want")
	}
	return fsys, want
}

// TestRules checks that the table is in order, complete and without repetitions.
func TestRules(t *testing.T) {
	last := map[byte]string{}
	for _, r := range Rules {
		if r.Code <= last[r.Code[0]] || len(r.Code) != 4 {
			t.Errorf("%s does not come after %s", r.Code, last[r.Code[0]])
		}
		last[r.Code[0]] = r.Code
		if r.Title == "" || r.Why == "" || r.Bad == "" || r.Good == "" || r.Bad == r.Good || r.Severity == 0 {
			t.Errorf("%s is not complete: %+v", r.Code, r)
		}
	}
}
