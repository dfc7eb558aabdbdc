package inventory

import (
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/internal/table"
)

// column is one column that is read.
type column struct {
	index    int // from 1
	title    string
	field    field
	standard *mention
	annex    bool
}

// layout is how a sheet is read.
type layout struct {
	*table.Sheet
	*header
	columns map[field][]column
	links   []column // those with ids of requirements
	own     *mention // the standard of the sheet: of a section, a title, the name of the sheet or of the file
	ownID   bool     // the id of a row is that of the requirement that it is about
}

// layout decides which column is what, and notes it. It returns nil where that cannot be done.
func (r *reader) layout(s *table.Sheet, h *header) *layout {
	l := &layout{Sheet: s, header: h, columns: map[field][]column{}, own: r.file}
	if m := r.names.find(normal(s.Name)); m != nil {
		l.own = m
	}
	for row := h.first - 1; row >= 1; row-- {
		for c := 1; c <= s.Width; c++ {
			text := normal(s.At(row, c).Text)
			r.organization(text, normal(s.At(row, c+1).Text))
			if m := r.names.find(text); m != nil {
				l.own = m
			}
		}
	}
	for i, f := range h.fields {
		if strings.TrimSpace(h.titles[i]) == "" {
			continue
		}
		c := column{index: i + 1, title: h.titles[i], field: f, annex: annexed.MatchString(normal(h.titles[i]))}
		if f >= refsField {
			c.standard = r.names.find(normal(h.titles[i]))
		}
		if f == noField {
			if m := r.names.find(normal(h.titles[i])); m != nil && !strings.ContainsAny(fold(h.titles[i]), "여부현황상태") {
				c.field, c.standard = refsField, m
			}
		}
		l.columns[c.field] = append(l.columns[c.field], c)
	}
	l.single(r, idField, numberField)
	l.single(r, titleField, descriptionField)
	for _, f := range []field{statusField, applicableField, ownerField, scopeField, reasonField, reviewedField, standardField} {
		l.single(r, f, noField)
	}
	l.links = slices.Concat(l.columns[refsField], l.columns[satisfiesField], l.columns[contributesField])
	l.describe(r)
	switch {
	case len(l.columns[statusField]) == 0 && r.stated:
		r.note(Warning, s.Address(h.first, 1), "the sheet %s has no column of statuses, as another one has; it is not read", quote(s.Name))
		return nil
	case len(l.columns[statusField]) == 0:
		r.note(Error, s.Address(h.first, 1), "no column says how far the controls are carried out; add one with the heading Status or 이행상태")
		return nil
	case len(l.links) == 0 && len(l.columns[idField]) > 0 && (l.own != nil || len(l.columns[standardField]) > 0):
		l.ownID = true
		r.note(Info, s.Address(h.first, l.columns[idField][0].index), "no column names requirements, so that the ids of the rows are taken for those of requirements")
	case len(l.links) == 0:
		r.note(Error, s.Address(h.first, 1), "no column names requirements; add one with the heading ISO 27001:2022, ISMS-P or the like, or, where the ids are those of requirements, name their standard above the headings or with --ids-of")
	}
	if plain := l.columns[refsField]; (len(plain) > 0 || l.ownID) && r.options.Links == "" {
		at := h.first
		where := 1
		if len(plain) > 0 {
			where = plain[0].index
		}
		r.note(Warning, s.Address(at, where), "the headings do not say whether a control meets a requirement in full or in part; it is read as in full (satisfies). Say --links contributes, or use the headings \"Satisfies\" and \"Contributes to\" (충족, 기여)")
	}
	return l
}

// single keeps one column for a field; where there is none, the first one of the other field takes its place.
func (l *layout) single(r *reader, f, instead field) {
	list := l.columns[f]
	if len(list) == 0 && instead != noField && len(l.columns[instead]) > 0 {
		other := l.columns[instead]
		list, l.columns[instead] = other[:1:1], other[1:]
		list[0].field = f
	}
	for _, c := range list[min(1, len(list)):] {
		r.note(Warning, l.Address(l.last, c.index), "%s is a second column for the %s; only that in %s is read", quote(c.title), f, table.Column(list[0].index))
	}
	l.columns[f] = list[:min(1, len(list))]
}

// describe notes what each column was taken for.
func (l *layout) describe(r *reader) {
	var all []column
	for _, list := range l.columns {
		all = append(all, list...)
	}
	slices.SortFunc(all, func(a, b column) int { return a.index - b.index })
	for _, c := range all {
		place := l.Address(l.last, c.index)
		switch {
		case c.field == noField || c.field == numberField || c.field == descriptionField:
			r.note(Info, place, "the column %s is not read", quote(c.title))
		case c.standard.one() != nil:
			r.note(Info, place, "%s is read as %s of %s", quote(c.title), c.field, c.standard.one().Ref)
		default:
			r.note(Info, place, "%s is read as %s", quote(c.title), c.field)
		}
	}
	if l.Hidden {
		r.note(Warning, l.Address(1, 1), "the sheet is hidden; it is read all the same")
	}
}

// organization takes the name of the organisation from a line such as "회사명: Acme" or "Organization | Acme".
func (r *reader) organization(text, next string) {
	label, name, ok := strings.Cut(text, ":")
	if !ok {
		name = next
	}
	switch fold(label) {
	case "organization", "organisation", "company", "companyname", "organizationname", "회사명", "회사", "조직", "조직명", "기관명", "기관", "신청기관":
		if name = strings.TrimSpace(name); name != "" {
			r.Inventory.Organization = name
		}
	}
}

// get returns the cell of the field in the row with its place; without such a column an empty one.
func (l *layout) get(row int, f field) (table.Cell, string) {
	list := l.columns[f]
	if len(list) == 0 {
		return table.Cell{}, l.Address(row, 1)
	}
	return l.At(row, list[0].index), l.Address(row, list[0].index)
}

// section reports whether the row is a heading within the table: one text over all its columns, or alone in its row.
func (l *layout) section(row int) bool {
	texts, filled, wide := map[string]bool{}, 0, false
	for c := 1; c <= l.Width; c++ {
		if t := strings.TrimSpace(l.At(row, c).Text); t != "" {
			texts[t] = true
			filled++
			if a, ok := l.Merged(row, c); ok && a.Top == a.Bottom && a.Right-a.Left >= 2 {
				wide = true
			}
		}
	}
	id, _ := l.get(row, idField)
	title, _ := l.get(row, titleField)
	alone := strings.TrimSpace(id.Text) == "" || strings.TrimSpace(title.Text) == ""
	return len(texts) == 1 && (wide || filled == 1 && alone && l.first > 0 && len(l.columns[titleField])+len(l.columns[idField]) > 1)
}

// repeated reports whether the row says what the headings say.
func (l *layout) repeated(row int) bool {
	same, filled := 0, 0
	for c := 1; c <= l.Width; c++ {
		t := strings.TrimSpace(l.At(row, c).Text)
		if t == "" {
			continue
		}
		filled++
		if fold(t) == fold(l.At(l.last, c).Text) {
			same++
		}
	}
	return same >= 2 && same*2 > filled
}

// section notes a heading within the table. A standard that it names is that of the rows below it.
func (r *reader) section(l *layout, row int) {
	for c := 1; c <= l.Width; c++ {
		text := normal(l.At(row, c).Text)
		if strings.TrimSpace(text) == "" {
			continue
		}
		if m := r.names.find(text); m != nil {
			l.own = m
			r.note(Info, l.Address(row, c), "%s is a heading; ids below it without a standard are read as those of %s", quote(text), quote(m.text))
			return
		}
		severity := Warning
		if _, merged := l.Merged(row, c); merged {
			severity = Info
		}
		r.note(severity, l.Address(row, c), "%s stands alone in its row and is taken for a heading; the row is skipped", quote(text))
		return
	}
}
