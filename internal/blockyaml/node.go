// Package blockyaml reads YAML fast: files of a shape that programs write, which are most large ones, by a parser of its own,
// and all others by go.yaml.in/yaml/v3. Both give the same values.
//
// Aliases are written out as far as an honest file needs it. A file in which they stand for more is refused.
package blockyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"
)

// Kind is what a node is. The zero Kind is that of a null.
type Kind uint8

// The kinds.
const (
	Null Kind = iota
	Scalar
	Map
	List
)

// Node is a value with its place. Lines and columns count from 1.
type Node struct {
	Kind         Kind
	Plain        bool // a scalar without quotes
	Line, Column int
	Value        string // of a scalar
	Keys         []Key  // of a map, in the order of the file
	Items        []Node // of a list
}

// Key is an entry of a map.
type Key struct {
	Name         string
	Line, Column int
	Node         Node
}

// Get returns the value of a key, or nil.
func (n *Node) Get(name string) *Node {
	if n == nil {
		return nil
	}
	for i := range n.Keys {
		if n.Keys[i].Name == name {
			return &n.Keys[i].Node
		}
	}
	return nil
}

// Text returns the value of a scalar as it is written, and of everything else nothing.
func (n *Node) Text() string {
	if n == nil || n.Kind != Scalar {
		return ""
	}
	return n.Value
}

// List returns the items of a list.
func (n *Node) List() []Node {
	if n == nil {
		return nil
	}
	return n.Items
}

// maxNodes and maxDepth bound what a file may hold once its aliases are written out.
const (
	maxNodes = 5_000_000
	maxDepth = 100
)

// Parse returns the document of a text in UTF-8. It fails where that is not YAML, or is beyond the bounds.
func Parse(src []byte) (*Node, error) {
	if n, ok := Fast(src); ok {
		return n, nil
	}
	return Slow(src)
}

// Slow reads any YAML.
func Slow(src []byte) (*Node, error) {
	var document yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(src))
	if err := d.Decode(&document); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, errors.New("the file is empty")
		}
		return nil, err
	}
	if err := d.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, errors.New("a second document begins after the first")
	}
	left := min(maxNodes, 100_000+4*len(src))
	n, err := convert(document.Content[0], 0, &left)
	return &n, err
}

func convert(y *yaml.Node, depth int, left *int) (Node, error) {
	if *left--; *left < 0 || depth > maxDepth {
		return Node{}, fmt.Errorf("line %d: values stand in each other too deep, or aliases for too much", y.Line)
	}
	n := Node{Line: y.Line, Column: y.Column}
	switch y.Kind {
	case yaml.AliasNode:
		return convert(y.Alias, depth+1, left)
	case yaml.MappingNode:
		n.Kind = Map
		for i := 0; i+1 < len(y.Content); i += 2 {
			key := y.Content[i]
			if key.Kind != yaml.ScalarNode {
				return n, fmt.Errorf("line %d: a key is not a word", key.Line)
			}
			value, err := convert(y.Content[i+1], depth+1, left)
			if err != nil {
				return n, err
			}
			n.Keys = append(n.Keys, Key{key.Value, key.Line, key.Column, value})
		}
	case yaml.SequenceNode:
		n.Kind = List
		for _, c := range y.Content {
			item, err := convert(c, depth+1, left)
			if err != nil {
				return n, err
			}
			n.Items = append(n.Items, item)
		}
	default:
		if y.ShortTag() != "!!null" {
			n.Kind, n.Value = Scalar, y.Value
			n.Plain = y.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
		}
	}
	return n, nil
}
