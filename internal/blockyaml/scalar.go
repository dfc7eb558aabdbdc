package blockyaml

import (
	"strconv"
	"strings"
)

// scalar reads a value that begins on the line of its key or dash, which stands in the column. It ends behind it, at the
// beginning of a line.
func (p *parser) scalar(column int) (Node, bool) {
	n := Node{Kind: Scalar, Line: p.line, Column: p.column()}
	s := p.rest()
	var ok bool
	switch c := s[0]; {
	case s == "[]":
		n.Kind = List
		p.skip()
		return n, true
	case s == "{}":
		n.Kind = Map
		p.skip()
		return n, true
	case c == '\'':
		n.Value, ok = p.single(column)
	case c == '"':
		n.Value, ok = p.double(column)
	case s == "|-" || s == "|":
		n.Value, ok = p.literal(column, s == "|")
	case strings.IndexByte("|>[]{}&*!%@`,?#", c) >= 0 || (c == '-' || c == ':') && (len(s) == 1 || s[1] == ' '):
		return n, false
	default:
		n.Plain = true
		n.Value, ok = p.plain(column)
		switch n.Value {
		case "null", "Null", "NULL", "~":
			n = Node{Line: n.Line, Column: n.Column}
		case "<<":
			ok = false
		}
	}
	return n, ok
}

// breaks reads blank lines and the indentation of the line behind them, which must be deeper than the column. It returns
// how many breaks there are.
func (p *parser) breaks(column int) (n int, ok bool) {
	for p.pos < len(p.s) {
		p.begin = p.pos
		for p.pos < len(p.s) && p.s[p.pos] == ' ' {
			p.pos++
		}
		if p.pos >= len(p.s) {
			return 0, false
		}
		if p.s[p.pos] != '\n' {
			return n, p.pos-p.begin > column
		}
		n++
		p.pos++
		p.line++
	}
	return 0, false
}

// fold joins the lines of a scalar: a single break is a blank, each further one a break.
func fold(b *strings.Builder, blank int) {
	if blank == 0 {
		b.WriteByte(' ')
		return
	}
	for range blank {
		b.WriteByte('\n')
	}
}

// plain reads a scalar without quotes.
func (p *parser) plain(column int) (string, bool) {
	first := p.rest()
	if !plainLine(first) {
		return "", false
	}
	p.pos += len(first)
	first = strings.TrimRight(first, " ")
	if p.pos >= len(p.s) {
		return first, true
	}
	p.pos++
	p.line++
	var b strings.Builder
	for {
		at, line := p.pos, p.line
		blank, ok := p.breaks(column)
		if !ok || p.s[p.pos] == '#' {
			if ok {
				return "", false
			}
			p.pos, p.line = at, line
			if b.Len() == 0 {
				return first, true
			}
			return b.String(), true
		}
		more := p.rest()
		if !plainLine(more) {
			return "", false
		}
		if b.Len() == 0 {
			b.WriteString(first)
		}
		fold(&b, blank)
		b.WriteString(strings.TrimRight(more, " "))
		p.pos += len(more)
		if p.pos < len(p.s) {
			p.pos++
			p.line++
		}
	}
}

// plainLine reports whether a line can stand in a plain scalar, and is nothing else.
func plainLine(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ':':
			if i+1 == len(s) || s[i+1] == ' ' {
				return false
			}
		case '#':
			if i == 0 || s[i-1] == ' ' {
				return false
			}
		}
	}
	return !strings.HasPrefix(s, "---") && !strings.HasPrefix(s, "...")
}

// single reads a scalar in single quotes.
func (p *parser) single(column int) (string, bool) {
	p.pos++
	if s := p.rest(); strings.IndexByte(s, '\'') == len(s)-1 && len(s) > 0 {
		p.pos += len(s)
		p.skip()
		return s[:len(s)-1], true
	}
	var b strings.Builder
	for {
		s := p.rest()
		for i := 0; ; {
			j := strings.IndexByte(s[i:], '\'')
			if j < 0 {
				b.WriteString(strings.TrimRight(s[i:], " "))
				break
			}
			b.WriteString(s[i : i+j])
			if i += j + 1; i < len(s) && s[i] == '\'' {
				b.WriteByte('\'')
				i++
				continue
			}
			if strings.Trim(s[i:], " ") != "" {
				return "", false
			}
			p.pos += len(s)
			p.skip()
			return b.String(), true
		}
		p.pos += len(s)
		if p.pos >= len(p.s) {
			return "", false
		}
		if strings.HasSuffix(s, " ") {
			return "", false // whether blanks before a break count is for others to say
		}
		p.pos++
		p.line++
		blank, ok := p.breaks(column)
		if !ok || p.marker() {
			return "", false
		}
		fold(&b, blank)
	}
}

// marker reports whether the line is one that ends a document.
func (p *parser) marker() bool {
	s := p.rest()
	return p.pos == p.begin && (strings.HasPrefix(s, "---") || strings.HasPrefix(s, "..."))
}

// double reads a scalar in double quotes.
func (p *parser) double(column int) (string, bool) {
	p.pos++
	var b strings.Builder
	for p.pos < len(p.s) {
		c := p.s[p.pos]
		switch c {
		case '"':
			p.pos++
			if strings.Trim(p.rest(), " ") != "" {
				return "", false
			}
			p.skip()
			return b.String(), true
		case '\n':
			if t := b.String(); strings.HasSuffix(t, " ") {
				return "", false
			}
			p.pos++
			p.line++
			blank, ok := p.breaks(column)
			if !ok || p.marker() {
				return "", false
			}
			fold(&b, blank)
		case '\\':
			if !p.escape(&b, column) {
				return "", false
			}
		default:
			b.WriteByte(c)
			p.pos++
		}
	}
	return "", false
}

var escapes = map[byte]string{'n': "\n", 't': "\t", 'r': "\r", '"': `"`, '\\': `\`, ' ': " ", '0': "\x00", '_': "\u00a0", 'N': "\u0085", 'L': "\u2028", 'P': "\u2029", 'a': "\a", 'b': "\b", 'e': "\x1b", 'f': "\f", 'v': "\v"}

func (p *parser) escape(b *strings.Builder, column int) bool {
	p.pos++
	if p.pos >= len(p.s) {
		return false
	}
	c := p.s[p.pos]
	p.pos++
	if text, ok := escapes[c]; ok {
		b.WriteString(text)
		return true
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	switch {
	case c == '\n': // no break at all
		p.line++
		blank, ok := p.breaks(column)
		return ok && blank == 0
	case digits == 0 || p.pos+digits > len(p.s):
		return false
	}
	code, err := strconv.ParseUint(p.s[p.pos:p.pos+digits], 16, 32)
	if err != nil || code > 0x10ffff || code >= 0xd800 && code < 0xe000 {
		return false
	}
	b.WriteRune(rune(code))
	p.pos += digits
	return true
}

// literal reads a literal block.
func (p *parser) literal(column int, keep bool) (string, bool) {
	p.skip()
	var b strings.Builder
	indent, blank := 0, 0
	for p.pos < len(p.s) {
		at, line := p.pos, p.line
		for p.pos < len(p.s) && p.s[p.pos] == ' ' && (indent == 0 || p.pos-at < indent) {
			p.pos++
		}
		if p.pos < len(p.s) && p.s[p.pos] == '\n' {
			blank++
			p.pos++
			p.line++
			continue
		}
		deep := p.pos - at
		if indent == 0 {
			if indent = deep; deep <= column {
				return "", false
			}
			if blank > 0 {
				return "", false
			}
		} else if deep < indent {
			if deep > column {
				return "", false
			}
			p.pos, p.line = at, line
			break
		} else {
			b.WriteByte('\n')
		}
		for range blank {
			b.WriteByte('\n')
		}
		blank = 0
		s := p.rest()
		b.WriteString(s)
		p.pos += len(s)
		if p.pos >= len(p.s) {
			return "", false // no break at the end of the file
		}
		p.pos++
		p.line++
	}
	if indent == 0 {
		return "", false
	}
	if keep {
		b.WriteByte('\n')
	}
	return b.String(), true
}
