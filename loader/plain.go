package loader

import (
	"fmt"

	"go.yaml.in/yaml/v3"
)

// plain reports what YAML allows and the format does not: anchors and aliases, with which a small file can stand for
// an endless one; tags; merged maps; keys that are not words, or that a map has twice; values nested without end.
func plain(n node, depth int, r *report) {
	y := n.yaml
	switch {
	case depth > maxDepth:
		r.add(n.at(), "F004", "the format needs five levels", "values are nested more than %d levels deep", maxDepth)
		return
	case y.Kind == yaml.AliasNode:
		r.add(n.at(), "F004", "write the value out", "the alias *%s is not part of the format", y.Value)
		return
	case y.Anchor != "":
		r.add(n.at(), "F004", "leave the anchor out", "the anchor &%s is not part of the format", y.Anchor)
	case y.Style&yaml.TaggedStyle != 0:
		r.add(n.at(), "F004", "leave the tag out", "the tag %s is not part of the format", y.Tag)
	}
	if y.Kind != yaml.MappingNode {
		for _, item := range n.items() {
			plain(item, depth+1, r)
		}
		return
	}
	first := map[string]int{}
	for i := 0; i+1 < len(y.Content); i += 2 {
		key, value := nodeOf(n.file, y.Content[i]), nodeOf(n.file, y.Content[i+1])
		switch {
		case key.yaml.Kind != yaml.ScalarNode || !key.present() || len(key.yaml.Value) > maxKey || key.yaml.ShortTag() == "!!merge":
			r.add(key.at(), "F004", "use a word as the key", "this key is not a word")
		case first[key.yaml.Value] > 0:
			r.add(key.at(), "F005", "keep one of them", "the key %s is here twice, first in line %d", quote(key.yaml.Value), first[key.yaml.Value])
		default:
			first[key.yaml.Value] = key.yaml.Line
			plain(key, depth+1, r)
		}
		plain(value, depth+1, r)
	}
}

// maxKey is how many bytes a key may have. YAML knows none beyond 1024, escapes included.
const maxKey = 100

// maxQuote bounds what a message repeats of a value.
const maxQuote = 60

// quote returns a value as messages show it: in quotes, and cut where it is long.
func quote(s string) string {
	if runes := []rune(s); len(runes) > maxQuote {
		s = string(runes[:maxQuote]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
