package loader

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// FormatVersion is the semantic version of the format of the data, which mappings/FORMAT.md describes. What it promises is in
// docs/versioning.md.
const FormatVersion = "1.0.0"

// Format returns the canonical form of a catalog, crosswalk, scheme, glossary or inventory: fields in the order of the format, a
// line for each field, texts in both languages and short lists on one line, ids and texts in double quotes. Comments stay with what
// they stand above or behind; blank lines go. What the file says does not change, and formatting twice changes nothing
// more. Problems of the content are no concern of Format: it fails only for what is not plain YAML (rules F001 to
// F006) or is none of the five.
func Format(src []byte) ([]byte, error) {
	var r report
	root := parse("", src, &r)
	if root == nil {
		var problems []error
		for _, d := range r.sorted() {
			problems = append(problems, errors.New(d.String()))
		}
		return nil, errors.Join(problems...)
	}
	fields, ok := layouts[kindOf(root, "")]
	if !ok {
		return nil, errors.New("1:1: F007 " + holdsNothing + "; " + howToStart)
	}
	// The parser loses some comments that a blank line parts from what follows; blank lines go anyway.
	if closed := parse("", closeUp(src), &report{}); closed != nil && same(root, closed) {
		root = closed
	}
	var p printer
	p.comment(root.HeadComment, root.LineComment)
	p.block(root, fields, 0)
	p.comment(root.FootComment)
	p.comments(0)
	return p.Bytes(), nil
}

// closeUp removes the blank lines next to lines that look like comments.
func closeUp(src []byte) []byte {
	var kept [][]byte
	blank, above := 0, false // blank lines waiting, and whether a comment stands above them
	for line := range bytes.Lines(src) {
		text := bytes.TrimSpace(line)
		if len(text) == 0 {
			blank++
			continue
		}
		comment := text[0] == '#'
		if !comment && !above {
			kept = append(kept, bytes.Repeat([]byte("\n"), blank))
		}
		kept, blank, above = append(kept, line), 0, comment
	}
	return bytes.Join(kept, nil)
}

// same reports whether two values say the same, in the same order.
func same(a, b *yaml.Node) bool {
	return a.Kind == b.Kind && a.Value == b.Value && a.ShortTag() == b.ShortTag() && slices.EqualFunc(a.Content, b.Content, same)
}

// printer writes the canonical form.
type printer struct {
	bytes.Buffer
	waiting []string // comments to stand above what comes next
}

// comment keeps comments until the next entry is written.
func (p *printer) comment(comments ...string) {
	for _, c := range comments {
		for line := range strings.SplitSeq(c, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				p.waiting = append(p.waiting, line)
			}
		}
	}
}

// comments writes the waiting comments.
func (p *printer) comments(indent int) {
	for _, line := range p.waiting {
		_, _ = p.WriteString(strings.Repeat(" ", indent) + line + "\n")
	}
	p.waiting = nil
}

// entry is one key of a map with its value.
type entry struct {
	key, value *yaml.Node
	field
	rank int
}

// name returns the key as it is written. Those of the format need no quotes, though YAML of old takes "on" for true.
func (e entry) name() string {
	if e.field.key != "" {
		return e.field.key
	}
	return scalar(e.key, asNeeded)
}

// inOrder returns the entries of a map: known fields first, in their order, then the others as they stand.
func inOrder(m *yaml.Node, fields []field) []entry {
	var sorted []entry
	for i := 0; i+1 < len(m.Content); i += 2 {
		e := entry{key: m.Content[i], value: m.Content[i+1], rank: len(fields)}
		if at := slices.IndexFunc(fields, func(f field) bool { return f.key == e.key.Value }); at >= 0 {
			e.field, e.rank = fields[at], at
		}
		sorted = append(sorted, e)
	}
	slices.SortStableFunc(sorted, func(a, b entry) int { return cmp.Compare(a.rank, b.rank) })
	return sorted
}

// block writes a map with a line for each key.
func (p *printer) block(m *yaml.Node, fields []field, indent int) {
	for _, e := range inOrder(m, fields) {
		p.entry(e, indent, "")
	}
}

// entry writes one key with its value, behind a dash where it is the first of an element.
func (p *printer) entry(e entry, indent int, dash string) {
	p.comment(e.key.HeadComment)
	full := len(e.value.Content) > 0
	nested := full && e.value.Kind == yaml.MappingNode && (e.form == block || e.form == entries) ||
		full && e.value.Kind == yaml.SequenceNode && (e.form == rows || e.form == items)
	key := strings.Repeat(" ", indent) + dash + e.name() + ":"
	if !nested {
		line := p.remark(e.key.LineComment, e.value)
		p.comments(indent)
		_, _ = p.WriteString(key + " " + inlined(e.value, e.field) + line + "\n")
		p.comment(e.key.FootComment, e.value.FootComment)
		return
	}
	p.comments(indent)
	line, rest := split(e.key.LineComment, e.value.LineComment)
	_, _ = p.WriteString(key + line + "\n")
	p.comment(rest, e.value.HeadComment)
	p.nested(e, indent+len(dash)+2)
	p.comment(e.key.FootComment, e.value.FootComment)
}

// nested writes a value that takes a line for each of its entries or elements.
func (p *printer) nested(e entry, indent int) {
	switch e.form {
	case block:
		p.block(e.value, e.fields, indent)
	case entries:
		for _, one := range inOrder(e.value, nil) {
			one.fields = e.fields
			p.entry(one, indent, "")
		}
	default:
		for _, element := range e.value.Content {
			p.element(element, e.field, indent)
		}
	}
}

// element writes one element of a list.
func (p *printer) element(n *yaml.Node, f field, indent int) {
	if f.form == items && n.Kind == yaml.MappingNode && len(n.Content) > 0 {
		p.comment(n.HeadComment, n.LineComment)
		for i, e := range inOrder(n, f.fields) {
			if i == 0 {
				p.entry(e, indent, "- ")
			} else {
				p.entry(e, indent+2, "")
			}
		}
		p.comment(n.FootComment)
		return
	}
	line := p.remark("", n)
	p.comments(indent)
	_, _ = p.WriteString(strings.Repeat(" ", indent) + "- " + inlined(n, f) + line + "\n")
	p.comment(n.FootComment)
}

// remark returns the comment that is to stand behind a value on one line. All other comments of the value, in whatever
// depth, wait to stand above it.
func (p *printer) remark(behind string, n *yaml.Node) string {
	lines := []string{behind}
	var visit func(y *yaml.Node)
	visit = func(y *yaml.Node) {
		p.comment(y.HeadComment)
		lines = append(lines, y.LineComment)
		for _, c := range y.Content {
			visit(c)
		}
		if y != n {
			p.comment(y.FootComment)
		}
	}
	visit(n)
	line, rest := split(lines...)
	p.comment(rest)
	return line
}

// split returns the one comment that can stand at the end of a line, with the space before it; where there are several
// or it has several lines, it returns them as the rest.
func split(comments ...string) (line, rest string) {
	comments = slices.DeleteFunc(comments, func(c string) bool { return strings.TrimSpace(c) == "" })
	all := strings.Join(comments, "\n")
	if all == "" || strings.Contains(all, "\n") {
		return "", all
	}
	return " " + strings.TrimSpace(all), ""
}
