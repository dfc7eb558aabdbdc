package blockyaml

import (
	"bytes"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Fast reads a text in the shape that programs write: maps and lists in block style, scalars plain, in quotes or as literal
// blocks, no anchors, tags, comments behind values or flow collections but empty ones. Where it meets anything else it
// reports false, whether that is YAML or not. Values share the memory of the text, which must not change.
func Fast(src []byte) (*Node, bool) {
	if len(src) == 0 || !utf8.Valid(src) || bytes.ContainsAny(src, "\r\t\f\v\u0085\u2028\u2029\ufeff") {
		return nil, false
	}
	for i, c := range src {
		if c < ' ' && c != '\n' || c == 0x7f || c == 0xc2 && src[i+1] < 0xa0 || c == 0xef && src[i+1] == 0xbf && src[i+2] > 0xbd { // U+0080 to U+009F, U+FFFE and U+FFFF
			return nil, false
		}
	}
	// #nosec G103 -- nothing writes to src while the parser has it
	p := parser{s: unsafe.String(&src[0], len(src)), line: 1, ready: -1}
	if strings.HasPrefix(p.s, "---\n") {
		p.pos, p.line = 4, 2
	}
	if !p.next() {
		return nil, false
	}
	n, ok := p.block(p.indent, 0)
	if !ok || p.next() {
		return nil, false
	}
	return &n, true
}

// parser stands at the first letter of a line, after next, or behind a value.
type parser struct {
	s      string
	pos    int
	line   int
	begin  int // of the line
	indent int // of the line
	ready  int // where next stopped
}

// next goes to the next line with anything but a comment, and reports whether there is one.
func (p *parser) next() bool {
	if p.pos == p.ready {
		return true
	}
	for p.pos < len(p.s) {
		p.begin = p.pos
		for p.pos < len(p.s) && p.s[p.pos] == ' ' {
			p.pos++
		}
		if p.pos < len(p.s) && p.s[p.pos] != '\n' && p.s[p.pos] != '#' {
			p.indent, p.ready = p.pos-p.begin, p.pos
			return true
		}
		p.skip()
	}
	return false
}

// skip goes to the beginning of the next line.
func (p *parser) skip() {
	if i := strings.IndexByte(p.s[p.pos:], '\n'); i >= 0 {
		p.pos += i + 1
		p.line++
	} else {
		p.pos = len(p.s)
	}
}

// rest returns what is left of the line.
func (p *parser) rest() string {
	if i := strings.IndexByte(p.s[p.pos:], '\n'); i >= 0 {
		return p.s[p.pos : p.pos+i]
	}
	return p.s[p.pos:]
}

func (p *parser) column() int { return utf8.RuneCountInString(p.s[p.begin:p.pos]) + 1 }

func dash(s string) bool {
	return len(s) > 0 && s[0] == '-' && (len(s) == 1 || s[1] == ' ' || s[1] == '\n')
}

// block reads a map, a list or a scalar that begins at the position, which stands in the column.
func (p *parser) block(column, depth int) (Node, bool) {
	if depth > maxDepth {
		return Node{}, false
	}
	if dash(p.s[p.pos:]) {
		return p.list(column, depth)
	}
	if _, _, ok := p.key(); ok {
		return p.mapping(column, depth)
	}
	return Node{}, false
}

// list reads the items whose dashes stand in the column.
func (p *parser) list(column, depth int) (Node, bool) {
	n := Node{Kind: List, Line: p.line, Column: p.column()}
	for {
		p.pos++ // the dash
		for p.pos < len(p.s) && p.s[p.pos] == ' ' {
			p.pos++
		}
		var item Node
		ok := true
		switch _, _, isKey := p.key(); {
		case p.rest() == "":
			p.skip()
			if p.next() && p.indent > column {
				item, ok = p.block(p.indent, depth+1)
			} else {
				return n, false // a null whose place is hard to tell
			}
		case dash(p.s[p.pos:]) || isKey:
			item, ok = p.block(p.pos-p.begin, depth+1)
		default:
			item, ok = p.scalar(column)
		}
		if !ok {
			return n, false
		}
		n.Items = append(n.Items, item)
		if !p.next() || p.indent < column {
			return n, true
		}
		if p.indent > column || !dash(p.s[p.pos:]) {
			return n, p.indent == column // the list of a key may stand in the column of the key
		}
	}
}

// mapping reads the entries whose keys stand in the column.
func (p *parser) mapping(column, depth int) (Node, bool) {
	n := Node{Kind: Map, Line: p.line, Column: p.column()}
	for {
		name, length, ok := p.key()
		if !ok {
			return n, false
		}
		for i := range n.Keys {
			if n.Keys[i].Name == name {
				return n, false
			}
		}
		n.Keys = append(n.Keys, Key{Name: name, Line: p.line, Column: p.column()})
		p.pos += length
		value := Node{Line: p.line, Column: p.column()}
		if p.rest() == "" {
			p.skip()
			if p.next() && (p.indent > column || p.indent == column && dash(p.s[p.pos:])) {
				value, ok = p.block(p.indent, depth+1)
			}
		} else {
			value, ok = p.scalar(column)
		}
		if !ok {
			return n, false
		}
		n.Keys[len(n.Keys)-1].Node = value
		if !p.next() || p.indent < column {
			return n, true
		}
		if p.indent > column {
			return n, false
		}
		if dash(p.s[p.pos:]) {
			return n, depth > 0 // the next item of the list that the map stands in
		}
	}
}

// key returns the key at the position and the length of all of it, the colon and the blanks behind it.
func (p *parser) key() (name string, length int, ok bool) {
	s := p.rest()
	i := 0
	switch {
	case s == "":
		return "", 0, false
	case s[0] == '\'':
		end := strings.IndexByte(s[1:], '\'')
		if end < 0 || end+2 >= len(s) || s[end+2] != ':' {
			return "", 0, false
		}
		name, i = s[1:end+1], end+2
	default:
		for i < len(s) && s[i] != ':' {
			c := s[i]
			if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.') || c == '-' && i == 0 {
				return "", 0, false
			}
			i++
		}
		name = s[:i]
	}
	if i >= len(s) || name == "" || len(name) > 128 {
		return "", 0, false
	}
	if i++; i < len(s) && s[i] != ' ' {
		return "", 0, false
	}
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return name, i, true
}
