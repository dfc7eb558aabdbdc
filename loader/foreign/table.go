package foreign

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/strm"
	"github.com/clausegraph/clausegraph/internal/table"
	"github.com/clausegraph/clausegraph/relation"
)

// columns finds columns by their headings.
type columns struct {
	*table.Sheet
	header int
	index  map[string]int // from 1
}

// folded returns a heading as it is compared: letters and digits alone, without what stands in brackets.
func folded(s string) string {
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = s[:i]
	}
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '#' || r >= 0x80 {
			return r
		}
		return -1
	}, strings.ToLower(s))
}

// findColumns returns the first row of a sheet, among its first 40, that has all needed fields. The fields have several
// headings each.
func findColumns(s *table.Sheet, headings map[string][]string, needed ...string) *columns {
	for row := 1; row <= min(40, s.Rows); row++ {
		c := &columns{Sheet: s, header: row, index: map[string]int{}}
		for column := 1; column <= s.Width; column++ {
			title := folded(s.At(row, column).Text)
			for field, names := range headings {
				if c.index[field] == 0 && title != "" && slices.Contains(names, title) {
					c.index[field] = column
				}
			}
		}
		if !slices.ContainsFunc(needed, func(field string) bool { return c.index[field] == 0 }) {
			return c
		}
	}
	return nil
}

// get returns the text of a field in a row.
func (c *columns) get(row int, field string) string {
	if c.index[field] == 0 {
		return ""
	}
	return oneLine(c.At(row, c.index[field]).Text)
}

var strmHeadings = map[string][]string{
	"focal":        {folded(strm.FocalElement), "fde#", "fde", "focalelement", "focaldocumentelementid"},
	"reference":    {folded(strm.ReferenceElement), "rde#", "rde", "scf#", "referenceelement", "referencedocumentelementid"},
	"relationship": {folded(strm.Relationship), "strmrelationship"},
	"rationale":    {folded(strm.Rationale), "strmrationale"},
	"strength":     {folded(strm.Strength), "strength", "strengthofrelationship"},
	"why":          {folded(strm.Comments), "notes", "comment"},
}

// strm reads a table of set theory relationship mappings, of which Options say between which standards it is.
func (d *document) strm(src []byte, o Options) {
	book, err := table.Read(src)
	if err != nil {
		d.add(1, 1, "E001", "check that it is the right file", "%v", err)
		return
	}
	found := false
	for _, sheet := range book.Sheets {
		c := findColumns(sheet, strmHeadings, "focal", "reference", "relationship")
		if c == nil {
			continue
		}
		found = true
		d.sets = append(d.sets, d.claimRows(c, o, sheet.Name, func(row int) tableClaim {
			return tableClaim{
				from: c.get(row, "focal"), to: c.get(row, "reference"), relation: c.get(row, "relationship"), basis: c.get(row, "rationale"),
				strength: c.get(row, "strength"), why: strm.Text(c.get(row, "why")),
			}
		}))
	}
	if !found {
		d.add(1, 1, "E001", "name the columns "+strings.Join([]string{strm.FocalElement, strm.Relationship, strm.ReferenceElement}, ", "), "no row of headings of a STRM table was found")
	}
}

// tableClaim is a row of a table of claims.
type tableClaim struct{ from, relation, to, basis, strength, why string }

func (d *document) claimRows(c *columns, o Options, sheet string, read func(row int) tableClaim) *claimSet {
	s := &claimSet{document: d, line: c.header, column: 1, from: o.From, to: o.To, word: slug(d.title())}
	if sheet != "" {
		s.word += "-" + slug(sheet)
	}
	s.source = graph.Source{Key: "imported", Kind: graph.PublishedSource, Title: o.Title, Licence: o.Licence, URL: o.URL}
	if s.source.Title == "" {
		s.source.Title = d.title()
	}
	for row := c.header + 1; row <= c.Rows; row++ {
		t := read(row)
		if t == (tableClaim{}) {
			continue
		}
		cl := claim{line: row, column: 1}
		cl.from, cl.to = sides(t.from), sides(t.to)
		if len(cl.from) == 0 || len(cl.to) == 0 {
			s.malformed++
			s.add(row, 1, "E002", "name both ends", "this row names no element on one of its sides")
			continue
		}
		var ok bool
		if cl.Relation, ok = relations[word(t.relation)]; !ok {
			s.malformed++
			s.add(row, c.index["relationship"]+c.index["relation"], "E009", "write equal, subset of, superset of, intersects with or no relationship", "there is no relationship %q", t.relation)
			continue
		}
		if o.Reversed && d.format == STRM {
			cl.Relation = cl.Relation.Converse()
		}
		if cl.Basis = bases[word(t.basis)]; cl.Basis == "" && t.basis != "" {
			s.add(row, c.index["rationale"]+c.index["basis"], "E013", "write syntactic, semantic or functional", "the rationale %q is left out", t.basis)
		}
		strength := 0
		if t.strength != "" {
			var err error
			if strength, err = strconv.Atoi(strings.TrimSuffix(t.strength, ".0")); err != nil || strength < 0 || strength > 10 {
				s.add(row, c.index["strength"], "E013", "write 1 to 10", "the strength %q is left out", t.strength)
			}
		}
		set(&cl.Why, "en", t.why)
		cl.Review.State = graph.Draft
		rate(&cl.Mapping, strength)
		s.claims = append(s.claims, cl)
	}
	return s
}

// sides returns the elements that a cell names, several of them parted by semicolons or breaks.
func sides(cell string) []string {
	var ids []string
	for _, id := range strings.FieldsFunc(cell, func(r rune) bool { return r == ';' || r == '\n' }) {
		if id = strings.TrimSpace(id); id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// Asymmetric returns a claim that reads differently in the two directions, the first in the order of the file, or nil
// where there is none: what a person has to see before the direction of a table is believed.
func (r *Result) Asymmetric() *graph.Mapping {
	for _, d := range r.Datasets {
		for _, m := range d.Mappings {
			if m.Relation == relation.SubsetOf || m.Relation == relation.SupersetOf {
				return m
			}
		}
	}
	return nil
}

var claimHeadings = map[string][]string{
	"from": {"from", "source", "sourceid"}, "relation": {"relation", "relationship"}, "to": {"to", "target", "targetid"}, "basis": {"basis", "rationale"},
	"strength": {"strength"}, "why": {"why", "reason", "comment", "comments"},
}

var catalogHeadings = map[string][]string{
	"id": {"id", "number", "ref", "code", "번호", "항목번호"}, "title": {"title", "name", "제목", "항목명", "titleen"}, "titleko": {"titleko", "koreantitle", "국문제목"},
	"gist": {"gist", "description", "text", "상세내용", "설명", "gisten"}, "gistko": {"gistko", "koreandescription", "국문설명"}, "in": {"in", "parent", "parentid", "상위항목"},
	"kind": {"kind", "type", "종류"}, "assessable": {"assessable"},
}

// table reads a plain table: of claims where it has the columns from, relation and to, of requirements where it has id
// and title or gist.
func (d *document) table(src []byte, o Options) {
	book, err := table.Read(src)
	if err != nil {
		d.add(1, 1, "E001", "check that it is the right file", "%v", err)
		return
	}
	found := false
	for _, sheet := range book.Sheets {
		if c := findColumns(sheet, claimHeadings, "from", "relation", "to"); c != nil {
			found = true
			d.sets = append(d.sets, d.claimRows(c, o, sheet.Name, func(row int) tableClaim {
				return tableClaim{from: c.get(row, "from"), to: c.get(row, "to"), relation: c.get(row, "relation"), basis: c.get(row, "basis"), strength: c.get(row, "strength"), why: c.get(row, "why")}
			}))
			continue
		}
		c := findColumns(sheet, catalogHeadings, "id", "title")
		if c == nil {
			c = findColumns(sheet, catalogHeadings, "id", "gist")
		}
		if c != nil {
			found = true
			d.catalogRows(c, sheet.Name, o)
		}
	}
	if !found {
		d.add(1, 1, "E001", "name the columns id and title of requirements, or from, relation and to of claims", "no row of headings was found")
	}
}

func (d *document) catalogRows(t *columns, sheet string, o Options) {
	name := d.title()
	if sheet != "" && len(d.catalogs) > 0 {
		name += "-" + sheet
	}
	c := &catalog{document: d, id: name, line: t.header, column: 1, standard: graph.Standard{
		Ref: slug(name), Title: graph.Text{EN: name}, Publisher: unknown, Edition: unknown, Status: graph.Current, TextPolicy: graph.TextImported,
		Origin: graph.Origin{Format: string(d.format), Title: o.Title, Licence: o.Licence, URL: o.URL},
	}}
	if o.Title != "" {
		c.standard.Title.EN = o.Title
	}
	for row := t.header + 1; row <= t.Rows; row++ {
		if t.Blank(row) {
			continue
		}
		it := item{line: row, column: t.index["id"], id: t.get(row, "id"), parent: t.get(row, "in")}
		it.Title = inTheirLanguage(t.get(row, "title"), t.get(row, "titleko"))
		it.Gist = inTheirLanguage(t.get(row, "gist"), t.get(row, "gistko"))
		switch kind := graph.Kind(strings.ToLower(t.get(row, "kind"))); {
		case it.id == "":
			d.add(row, 1, "E002", "give it an id", "this row has no id")
			continue
		case kind == graph.KindPoint:
			d.add(row, 1, "E002", "give the requirement as a whole", "a point cannot stand in a table of requirements")
			continue
		case slices.Contains(graph.Kinds, kind):
			it.Kind, it.Assessable, it.marked = kind, kind != graph.KindGroup, true
		default:
			it.Assessable = true
		}
		switch strings.ToLower(t.get(row, "assessable")) {
		case "false", "no", "n":
			it.Assessable, it.marked = false, true
		case "true", "yes", "y":
			it.Assessable, it.marked = true, true
		}
		if c := t.At(row, t.index["id"]); c.Kind == table.Number && c.General && strings.Contains(c.Text, ".") {
			d.add(row, t.index["id"], "E013", "format the column as text", "the number %s is read as an id, and may have lost a 0 at its end", c.Text)
		}
		c.items = append(c.items, it)
	}
	d.catalogs = append(d.catalogs, c)
}

// inTheirLanguage returns a text and its Korean form, which may stand in the place of the text.
func inTheirLanguage(text, korean string) graph.Text {
	if korean == "" && strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) {
		return graph.Text{KO: text}
	}
	return graph.Text{EN: text, KO: korean}
}
