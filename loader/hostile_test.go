package loader

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/internal/race"
)

// endless is a file that never ends.
type endless struct{ read int }

func (e *endless) Open(string) (fs.File, error) { return e, nil }
func (e *endless) Stat() (fs.FileInfo, error)   { return nil, errors.New("nobody knows") }
func (e *endless) Close() error                 { return nil }
func (e *endless) Read(p []byte) (int, error) {
	e.read += len(p)
	return copy(p, bytes.Repeat([]byte(" "), len(p))), nil
}

func TestLargeFileIsNotRead(t *testing.T) {
	e := &endless{}
	result := load(t, Source{FS: e, Only: []string{"catalog.yaml"}})
	if len(result.Diagnostics) != 1 || result.Diagnostics[0].Code != "F002" {
		t.Errorf("got %v", result.Diagnostics)
	}
	if e.read > 2*MaxFileSize {
		t.Errorf("read %d bytes of it", e.read)
	}
}

// TestHostile loads what is made to take long.
func TestHostile(t *testing.T) {
	many := race.Cases(50_000)
	chain := "standard: chain\nrequirements:\n" + numbered(many, func(i string, before string) string {
		return "  - {id: \"x" + i + "\", in: \"x" + before + "\", kind: group}\n"
	})
	claims := "from: a\nto: b\nmappings:\n" + numbered(many, func(i, _ string) string {
		return "  - {from: [\"A." + i + "\"], relation: equal-to, to: [\"B\"]}\n"
	})
	for name, src := range map[string]string{
		"deep brackets": strings.Repeat("[", 100_000),
		"deep maps":     strings.Repeat("{a: ", 100_000),
		"deep dashes":   strings.Repeat("- ", 100_000),
		"aliases":       "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n",
		"a long chain":  chain,
		"many claims":   claims,
		"many fields":   "standard: a\n" + numbered(many, func(i, _ string) string { return "field" + i + ": 1\n" }),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			result := load(t, Source{FS: fstest.MapFS{"a.yaml": {Data: []byte(src)}}})
			if result.OK() {
				t.Error("no problem was found")
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func numbered(n int, line func(i, before string) string) string {
	var b strings.Builder
	before := "0"
	for i := range n {
		number := strconv.Itoa(i)
		b.WriteString(line(number, before))
		before = number
	}
	return b.String()
}

// FuzzLoad checks that no content makes the loader panic or hang, and that what it calls good can be linked.
func FuzzLoad(f *testing.F) {
	archives, _ := filepath.Glob("testdata/lint/*.txtar")
	var seeds [][]byte
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, txtar.Format(a))
	}
	fuzz.Bytes(f, seeds...)
	f.Fuzz(func(t *testing.T, archive []byte) {
		fsys := fstest.MapFS{}
		for _, file := range txtar.Parse(archive).Files {
			if fs.ValidPath(file.Name) {
				fsys[file.Name] = &fstest.MapFile{Data: file.Data}
			}
		}
		result, err := Load(t.Context(), Source{FS: fsys})
		if err != nil || !result.OK() {
			return
		}
		if _, err := graph.Build(graph.Revision{}, result.Datasets); err != nil {
			t.Errorf("called good, but cannot be linked: %v", err)
		}
	})
}
