package loader

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// inlined returns a value on one line.
func inlined(n *yaml.Node, f field) string {
	switch n.Kind {
	case yaml.MappingNode:
		var parts []string
		for _, e := range inOrder(n, f.fields) {
			parts = append(parts, e.name()+": "+inlined(e.value, e.field))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yaml.SequenceNode:
		element := f
		if f.quotes == elements {
			element.quotes = always
		}
		var parts []string
		for _, c := range n.Content {
			parts = append(parts, inlined(c, element))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return scalar(n, f.quotes)
}

// bare is what a text may look like to stand without quotes, in brackets too: words of letters and digits that begin
// with a letter. It is narrower than YAML, so that nobody has to know the rules of YAML.
var bare = regexp.MustCompile(`^\p{L}[\p{L}\p{M}\p{N}]*([ ./&()+·-]{0,2}[\p{L}\p{M}\p{N})])*$`)

// scalar returns a text, a number or a truth value as it is written. Where quotes are asked for, a number becomes the
// text that it looks like.
func scalar(n *yaml.Node, quotes quoting) string {
	tag := n.ShortTag()
	switch {
	case tag == "!!null":
		return "null"
	case quotes == always:
		return doubleQuoted(n.Value)
	case tag != "!!str" && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0:
		return n.Value
	case bare.MatchString(n.Value) && resolvesToText(n.Value):
		return n.Value
	}
	return doubleQuoted(n.Value)
}

// resolvesToText reports whether YAML, in its old and in its new version, reads the word as a text.
func resolvesToText(word string) bool {
	switch strings.ToLower(word) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return false
	}
	plain := yaml.Node{Kind: yaml.ScalarNode, Value: word}
	return plain.ShortTag() == "!!str"
}

// doubleQuoted returns a text in double quotes, on one line, with what cannot be seen escaped.
func doubleQuoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b.WriteRune('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c == ' ' || unicode.IsGraphic(c) && c != '\ufffe' && c != '\uffff':
			b.WriteRune(c)
		case c < 0x100:
			fmt.Fprintf(&b, `\x%02x`, c)
		case c < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			fmt.Fprintf(&b, `\U%08x`, c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
