package inventory

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/table"
)

// ids reads the requirements that one cell names.
type ids struct {
	*reader
	place string
	cell  table.Cell

	standard *mention // what ids without a standard of their own are of; nil where nothing says so
	annex    bool     // ids without a letter are those of annex A
	found    []*graph.Requirement
}

var (
	fullRef    = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{N}.-]*/[\p{L}\p{N}][\p{L}\p{N}.()-]*`)
	separators = regexp.MustCompile(`[,;\n/·・ㆍ、|&]|\s및\s|\sand\s|\s와\s`)
	spaced     = regexp.MustCompile(`(\d)\s*\.\s*(\d)`)
	lettered   = regexp.MustCompile(`(^|[^\p{L}\p{N}])([A-Za-z])[\s.]+(\d)`)
	idLike     = regexp.MustCompile(`^\p{L}{0,3}[.-]?\d+(?:[.-]\p{L}?\d+)*(?:\(\w{1,3}\))*[.):]?$`)
	ranged     = regexp.MustCompile(`\d\s*(?:~|∼|\.\.\.?|…|부터|\s-\s|\sto\s|\s내지\s)\s*\p{L}?\.?\s*\d`)
	annexed    = regexp.MustCompile(`(?i)(annex|부속서)(\s*a\b)?[.:\s]*`)
)

// read returns what the cell names. What it does not understand it notes as errors.
func (r *reader) read(place string, cell table.Cell, standard *mention, annex bool) []*graph.Requirement {
	x := ids{reader: r, place: place, cell: cell, standard: standard, annex: annex}
	text := normal(cell.Text)
	switch {
	case strings.TrimSpace(text) == "" || nothing[fold(text)]:
		return nil
	case cell.Kind == table.Date:
		r.note(Error, place, "this is the date %s, perhaps an id that the spreadsheet took for one; format the cell as text and write the id again", cell.Text)
		return nil
	case cell.Kind == table.Number:
		x.number(strings.TrimSpace(text))
		return x.found
	}
	// Refs of this project's own kind have a slash, and are taken out before slashes part ids.
	text = fullRef.ReplaceAllStringFunc(text, func(ref string) string {
		owner, number := graph.SplitRef(strings.TrimRight(ref, "."))
		std := r.snapshot.Standard(strings.ToLower(owner))
		if std == nil {
			return ref
		}
		x.add(&mention{text: owner, standards: []*graph.Standard{std}, edition: true}, number)
		return " , "
	})
	mentions := r.names.all(text)
	at := 0
	for i := range mentions {
		m := &mentions[i]
		x.segment(text[at:m.start])
		x.standard, at = m, m.end
		if last := i == len(mentions)-1; last && strings.Trim(text[at:], " ,;)\n") == "" || !last && strings.Trim(text[at:mentions[i+1].start], " ,;)\n") == "" {
			r.note(Error, place, "%s is a whole standard; name the requirements of it that the control implements", quote(m.text))
			at = m.end + len(text[m.end:]) - len(strings.TrimLeft(text[m.end:], " ,;)\n"))
		}
	}
	x.segment(text[at:])
	return x.found
}

// segment reads a text in which no standard is named.
func (x *ids) segment(text string) {
	text = strings.TrimLeft(text, " )]:-,")
	if annexed.MatchString(text) { // "Annex A.5.17" leaves 5.17, which is looked for in the annex first
		text, x.annex = annexed.ReplaceAllString(text, " "), true
	}
	text = lettered.ReplaceAllString(spaced.ReplaceAllString(spaced.ReplaceAllString(text, "$1.$2"), "$1.$2"), "$1$2.$3")
	for _, piece := range separators.Split(text, -1) {
		x.piece(strings.TrimSpace(piece))
	}
}

// piece reads what stands between two separators: ids, then perhaps the heading of the last one.
func (x *ids) piece(text string) {
	if text == "" || nothing[fold(text)] && len(x.found) == 0 {
		return
	}
	if ranged.MatchString(text) {
		x.note(Error, x.place, "%s is a range; name each id in it", quote(text))
		return
	}
	known := 0
	for _, word := range strings.Fields(text) {
		word = strings.Trim(word, "[]{}<>\"'“”‘’*•")
		bare := strings.TrimRight(strings.TrimPrefix(word, "("), ".:")
		if strings.HasPrefix(word, "(") || strings.Count(bare, ")") > strings.Count(bare, "(") {
			bare = strings.TrimSuffix(bare, ")")
		}
		switch {
		case !idLike.MatchString(bare) && !x.known(bare):
			if known == 0 {
				x.note(Error, x.place, "%s is no id", quote(text))
				return
			}
			if rest := strings.Fields(text[strings.Index(text, word)+len(word):]); x.anotherIn(rest) {
				x.note(Warning, x.place, "what follows %s is taken for its heading, though it looks like more ids; part ids by commas", quote(x.found[len(x.found)-1].Number))
			}
			return // the heading of the id
		default:
			before := len(x.found)
			x.add(x.standard, bare)
			if len(x.found) == before {
				return
			}
			known++
		}
	}
}

// known reports whether a word that does not look like an id is one.
func (x *ids) known(word string) bool {
	std := x.standard.one()
	return std != nil && word != "" && x.names.requirement(std, word) != nil
}

// anotherIn reports whether one of the words is an id of the standard.
func (x *ids) anotherIn(words []string) bool {
	for _, w := range words {
		if idLike.MatchString(w) && strings.Contains(w, ".") && x.known(w) {
			return true
		}
	}
	return false
}

// number reads a cell that holds a number: 2.1 in it can be 2.1 or 2.10, unless its format keeps the decimals.
func (x *ids) number(text string) {
	std := x.standard.one()
	longer := text + "0"
	if std == nil || !x.cell.General || !strings.Contains(text, ".") {
		x.add(x.standard, text)
		return
	}
	first, second := x.lookup(std, text), x.lookup(std, longer)
	switch {
	case first != nil && second != nil:
		x.note(Error, x.place, "the number %s can be the id %s or %s; format the cell as text and write the id again", text, first.Number, second.Number)
	case second != nil:
		x.note(Warning, x.place, "the number %s is read as %s: %s has no %s", text, second.Number, std.Ref, text)
		x.add(x.standard, longer)
	default:
		x.add(x.standard, text)
	}
}

// lookup returns the requirement that a number in a usual spelling means, and nil where that is open.
func (x *ids) lookup(std *graph.Standard, number string) *graph.Requirement {
	exact, annex := x.names.requirement(std, number), x.names.requirement(std, "a."+number)
	switch {
	case annex == nil || number != "" && (number[0] < '0' || number[0] > '9'):
		return exact
	case x.annex || exact == nil:
		return annex
	}
	return exact
}

// add finds the requirement with the number, and notes where there is none.
func (x *ids) add(m *mention, number string) {
	std := m.one()
	switch {
	case m == nil:
		x.note(Error, x.place, "%s is an id of which standard? Name it in the heading of the column, such as \"ISO 27001:2022\", before the id, or with --ids-of%s", quote(number), x.owners(number))
		return
	case std == nil && len(m.standards) > 1:
		x.note(Error, x.place, "%s names no edition, and several are in force: %s; write which one", quote(m.text), refs(m.standards))
		return
	case std == nil:
		x.note(Error, x.place, "no edition of %s that is known is meant; `clausegraph standards` lists those that are", quote(m.text))
		return
	}
	if !m.edition {
		x.once(Warning, x.place, fmt.Sprintf("%s names no edition; it is read as %s, which is in force", quote(m.text), std.Ref))
	}
	r := x.lookup(std, number)
	if r != nil && key(r.Number) != key(number) && !x.annex {
		x.once(Warning, x.place, fmt.Sprintf("ids without a letter, such as %s, are read as those of annex A (%s): %s has no clause of that number", quote(number), r.Number, std.Ref))
		x.withoutLetter = true
	}
	if r != nil && key(r.Number) == key(number) && !x.annex && x.withoutLetter && x.names.requirement(std, "a."+number) != nil {
		x.note(Error, x.place, "%s can be the clause %s or the control A.%s; write A.%s, or Clause in the heading of another column", quote(number), r.Number, number, number)
		return
	}
	switch {
	case r == nil:
		x.note(Error, x.place, "%s has no %s%s", std.Ref, quote(number), x.elsewhere(std, number))
	case !r.Assessable && !r.IsPoint():
		x.note(Error, x.place, "%s %s is a heading; name the requirements below it that the control implements", std.Ref, r.Number)
	default:
		for _, before := range x.found {
			if before == r {
				return
			}
		}
		x.found = append(x.found, r)
	}
}

// owners names the standards in force that have the id.
func (x *ids) owners(number string) string {
	var have []*graph.Standard
	for _, s := range x.snapshot.Standards() {
		if x.names.requirement(s, number) != nil {
			have = append(have, s)
		}
	}
	if len(have) == 0 {
		return ""
	}
	return "; it is one of " + refs(have[:min(len(have), 5)])
}

// elsewhere says what was probably meant by an id that the standard does not have.
func (x *ids) elsewhere(std *graph.Standard, number string) string {
	for _, list := range x.names.families {
		for _, s := range list {
			for _, t := range list {
				if s == std && t != std {
					if r := x.names.requirement(t, number); r != nil {
						return fmt.Sprintf("; it is an id of %s", t.Ref)
					}
				}
			}
		}
	}
	if x.guesses--; x.guesses < 0 {
		return ""
	}
	if near := x.snapshot.Unknown(graph.JoinRef(std.Ref, strings.ToUpper(number))).Nearest; len(near) > 0 {
		return fmt.Sprintf("; did you mean %s?", strings.Join(near, ", "))
	}
	return ""
}

func refs(list []*graph.Standard) string {
	names := make([]string, len(list))
	for i, s := range list {
		names[i] = s.Ref
	}
	return strings.Join(names, ", ")
}
