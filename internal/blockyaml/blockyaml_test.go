package blockyaml

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/internal/fuzz"
)

// written is what common programs write.
const written = `urn: urn:intuitem:risk:library:x
locale: en
name: 'It''s a name: with a colon'
copyright: "two\n  lines \u00e9 and a very long text that is folded by\
  \ the program, as this"
version: 1
empty: []
none:
nothing: null
description: A long text that is folded by the program because it does not
  fit on a line

  and has a second paragraph
literal: |-
  first
    second

  third
objects:
  framework:
    requirement_nodes:
    - urn: a:b
      assessable: true
      ref_id: 5.10
      translations:
        ko:
          name: 비밀번호 관리
    - urn: a:c
      depth: 2
      list:
      - one
      - 'two'
`

func TestFast(t *testing.T) {
	fast, ok := Fast([]byte(written))
	if !ok {
		t.Fatal("what programs write is not read fast")
	}
	slow, err := Slow([]byte(written))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(*slow, *fast, cmp.Comparer(same)); diff != "" {
		t.Errorf("fast and slow differ (-slow +fast):\n%s", diff)
	}
	node := &fast.Get("objects").Get("framework").Get("requirement_nodes").List()[0]
	if got := node.Get("ref_id").Text(); got != "5.10" {
		t.Errorf("5.10 is read as %q", got)
	}
	if at := node.Get("ref_id"); at.Line != 24 || at.Column != 15 {
		t.Errorf("it stands in %d:%d", at.Line, at.Column)
	}
}

// same compares values and places; of a null that is not written the two parsers have different places.
func same(a, b Node) bool {
	return a.Kind == b.Kind && a.Plain == b.Plain && a.Value == b.Value && (a.Kind == Null || a.Line == b.Line && a.Column == b.Column) &&
		slices.EqualFunc(a.Items, b.Items, same) &&
		slices.EqualFunc(a.Keys, b.Keys, func(x, y Key) bool {
			return x.Name == y.Name && x.Line == y.Line && x.Column == y.Column && same(x.Node, y.Node)
		})
}

func TestAliasBombIsRefused(t *testing.T) {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += string(c) + ": &" + string(c) + " ["
		for range 9 {
			bomb += "*" + string(c-1) + ","
		}
		bomb += "]\n"
	}
	if n, err := Parse([]byte(bomb)); err == nil {
		t.Errorf("it was read as %d entries", len(n.Keys))
	}
}

// FuzzFast: whatever the fast parser reads, the slow one reads the same.
func FuzzFast(f *testing.F) {
	var seeds [][]byte
	for _, seed := range []string{written, "a: b\n", "- a\n- b: c\n  d: e\n", "a:\n- b\n-  c\nd: 'x\n\n  y'\n", "a: \"b\\\n  c\"\n", "a: |\n  x\n\nb: 1\n", "a: - b\n", "a: b: c\n", "a: b\n c: d\n", "a:\n  b: c\n d: e\n", "k: |-\n  a\n b\n", "a: b #c\n", "- - a\n  - b\n- c\n"} {
		seeds = append(seeds, []byte(seed))
	}
	fuzz.Bytes(f, seeds...)
	f.Fuzz(func(t *testing.T, src []byte) {
		fast, ok := Fast(src)
		if !ok {
			return
		}
		slow, err := Slow(src)
		if err != nil {
			t.Fatalf("read fast, but: %v\n%q", err, src)
		}
		if diff := cmp.Diff(*slow, *fast, cmp.Comparer(same)); diff != "" {
			t.Fatalf("fast and slow differ (-slow +fast):\n%s\n%q", diff, src)
		}
	})
}
