package loader

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/clausegraph/clausegraph/graph"
)

// node is one value of a file. It never loses its place: what is absent stands where its nearest enclosing value does,
// so that a missing field can be reported.
type node struct {
	file string
	yaml *yaml.Node // nil where absent
	near *yaml.Node // the value itself or, where absent, what should hold it
}

func nodeOf(file string, y *yaml.Node) node { return node{file, y, y} }

// present reports whether the value is there and not null.
func (n node) present() bool { return n.yaml != nil && n.yaml.ShortTag() != "!!null" }

// at returns the place of the value.
func (n node) at() Position {
	if n.near == nil {
		return Position{n.file, 1, 1}
	}
	return Position{n.file, max(1, n.near.Line), max(1, n.near.Column)}
}

// get returns the value of a key of a map.
func (n node) get(key string) node {
	if n.yaml != nil && n.yaml.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.yaml.Content); i += 2 {
			if n.yaml.Content[i].Value == key {
				return nodeOf(n.file, n.yaml.Content[i+1])
			}
		}
	}
	return node{file: n.file, near: n.near}
}

// keys returns the keys of a map in order.
func (n node) keys() []node {
	var keys []node
	if n.yaml != nil && n.yaml.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.yaml.Content); i += 2 {
			keys = append(keys, nodeOf(n.file, n.yaml.Content[i]))
		}
	}
	return keys
}

// items returns the elements of a list.
func (n node) items() []node {
	if n.yaml == nil || n.yaml.Kind != yaml.SequenceNode {
		return nil
	}
	items := make([]node, len(n.yaml.Content))
	for i, c := range n.yaml.Content {
		items[i] = nodeOf(n.file, c)
	}
	return items
}

// text returns a scalar as it is written, trimmed; of anything else, nothing.
func (n node) text() string {
	if !n.present() || n.yaml.Kind != yaml.ScalarNode {
		return ""
	}
	return strings.TrimSpace(n.yaml.Value)
}

// flag returns a truth value, or the default where there is none.
func (n node) flag(or bool) bool {
	if n.yaml == nil || n.yaml.ShortTag() != "!!bool" {
		return or
	}
	return strings.EqualFold(n.yaml.Value, "true")
}

// texts returns the scalars of a list.
func (n node) texts() []string {
	var texts []string
	for _, item := range n.items() {
		texts = append(texts, item.text())
	}
	return texts
}

// both returns a text in both languages.
func (n node) both() graph.Text {
	return graph.Text{EN: n.get("en").text(), KO: n.get("ko").text()}
}
