package inventory

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/table"
)

// control is a control with the place of its first row.
type control struct {
	graph.Control
	place   string
	dropped bool // something needful was not understood
}

// row reads one row: a control, or more of one that stands above.
func (r *reader) row(l *layout, row int) {
	c := &control{}
	idCell, place := l.get(row, idField)
	c.place = place
	c.ID = strings.Join(strings.Fields(normal(idCell.Text)), " ")
	titleCell, titlePlace := l.get(row, titleField)
	c.Title = strings.Join(strings.Fields(normal(titleCell.Text)), " ")
	if c.ID == "" && len(l.columns[idField]) == 0 && c.Title != "" {
		c.ID, c.place = fmt.Sprintf("R%d", row), titlePlace
		if l.Name != "" {
			c.ID = l.Name + "-" + c.ID
		}
		c.ID = strings.ReplaceAll(c.ID, ",", " ")
		if a, ok := l.Merged(row, l.columns[titleField][0].index); ok {
			c.ID = strings.TrimSuffix(c.ID, fmt.Sprint(row)) + fmt.Sprint(a.Top)
		}
		r.once(Info, titlePlace, "there is no column of ids; controls get the number of their row")
	}
	for _, cell := range []struct {
		table.Cell
		place string
	}{{idCell, place}, {titleCell, titlePlace}} {
		r.stored(cell.Cell, cell.place)
	}
	switch {
	case c.ID == "":
		r.note(Error, place, "this row has no id and is left out; merge the cells of a control over its rows, or write the id in each of them")
		return
	case idCell.Kind == table.Fault || titleCell.Kind == table.Fault:
		r.note(Error, place, "this row holds an error value of the spreadsheet and is left out")
		return
	case strings.Contains(c.ID, ","):
		r.note(Error, place, "the id %s has a comma in it, so that no question could name it; the row is left out", quote(c.ID))
		return
	case l.ownID && r.headingRow(l, row, idCell):
		r.note(Info, place, "%s is a heading of the standard; the row is skipped", quote(c.ID))
		return
	}
	if l.ownID && l.unfilled(row) {
		r.note(Info, place, "nobody has filled in the row of %s; it is skipped", quote(c.ID))
		return
	}
	if c.Title == "" {
		c.Title = c.ID
		r.note(Warning, place, "the control %s has no title; its id takes the place of one", quote(c.ID))
	}
	r.texts(l, row, c)
	r.status(l, row, c)
	r.links(l, row, c)
	r.keep(c)
}

// unfilled reports whether a row of a template has nothing but the requirement that it is about.
func (l *layout) unfilled(row int) bool {
	for _, f := range []field{statusField, applicableField, ownerField, reasonField, documentsField, evidenceField, reviewedField} {
		for _, c := range l.columns[f] {
			if strings.TrimSpace(l.At(row, c.index).Text) != "" {
				return false
			}
		}
	}
	return true
}

// headingRow reports whether a row whose id is that of a requirement is about a heading, which is not assessed.
func (r *reader) headingRow(l *layout, row int, id table.Cell) bool {
	std := r.standardOf(l, row).one()
	status, _ := l.get(row, statusField)
	if std == nil || strings.TrimSpace(status.Text) != "" {
		return false
	}
	words := strings.Fields(normal(id.Text))
	if len(words) == 0 {
		return false
	}
	found := r.names.requirement(std, words[0])
	return found != nil && !found.Assessable && !found.IsPoint()
}

// stored notes a formula, whose stored value is read.
func (r *reader) stored(c table.Cell, place string) {
	switch {
	case c.Formula && strings.TrimSpace(c.Text) == "":
		r.note(Error, place, "this formula has no stored value, and formulas are not worked out; open the file in a spreadsheet program and save it again")
	case c.Formula:
		r.once(Info, place, "formulas are not worked out; their stored values are read")
	}
}

// texts reads what is taken over as it stands.
func (r *reader) texts(l *layout, row int, c *control) {
	text := func(f field) string {
		cell, place := l.get(row, f)
		r.stored(cell, place)
		return strings.Join(strings.Fields(normal(cell.Text)), " ")
	}
	c.Owner, c.Scope, c.Reason = text(ownerField), text(scopeField), text(reasonField)
	for _, list := range []struct {
		field field
		texts *[]string
	}{{documentsField, &c.Documents}, {evidenceField, &c.Evidence}} {
		for _, column := range l.columns[list.field] {
			cell := l.At(row, column.index)
			r.stored(cell, l.Address(row, column.index))
			for _, part := range strings.FieldsFunc(normal(cell.Text), func(c rune) bool { return c == '\n' || c == ';' }) {
				if part = strings.TrimSpace(part); part != "" && !nothing[fold(part)] && !slices.Contains(*list.texts, part) {
					*list.texts = append(*list.texts, part)
				}
			}
		}
	}
	if cell, place := l.get(row, reviewedField); strings.TrimSpace(cell.Text) != "" {
		day, ok := date(cell)
		if c.ReviewedOn = day; !ok {
			r.note(Warning, place, "%s is no day that can be read in one way; write it as 2026-12-31", quote(cell.Text))
		}
	}
}

var (
	dayWords = strings.NewReplacer("년", "-", "월", "-", "일", "", ".", "-", "/", "-", " ", "")
	yearLast = regexp.MustCompile(`-+`)
)

// date reads a day that begins with its year.
func date(c table.Cell) (graph.Date, bool) {
	text := strings.Trim(yearLast.ReplaceAllString(dayWords.Replace(normal(c.Text)), "-"), "-")
	for _, layout := range []string{"2006-1-2", "20060102"} {
		if day, err := time.Parse(layout, text); err == nil {
			return graph.Date(day.Format(time.DateOnly)), true
		}
	}
	return "", false
}

// status reads how far the control is carried out, and whether it is applicable at all.
func (r *reader) status(l *layout, row int, c *control) {
	cell, place := l.get(row, statusField)
	r.stored(cell, place)
	word := strings.TrimSpace(cell.Text)
	applicable, applicablePlace := l.get(row, applicableField)
	answer := strings.TrimSpace(applicable.Text)
	state, known := statuses[fold(word)]
	if !known {
		state, known = statuses[fold(unbracketed(word))]
	}
	switch out := statuses[fold(answer)]; {
	case answer != "" && (out == graph.NotImplemented || out == graph.NotApplicable):
		c.Status = graph.NotApplicable
		if known && state != graph.NotApplicable && state != graph.NotImplemented {
			r.note(Warning, place, "the control is %s and yet not applicable (%s); it is read as not applicable", quote(word), applicablePlace)
		}
	case answer != "" && out != graph.Implemented:
		r.note(Error, applicablePlace, "%s does not say whether the control is applicable; write yes or no; the control %s is left out", quote(answer), quote(c.ID))
		c.dropped = true
		return
	case cell.Kind == table.Fault:
		r.note(Error, place, "%s is an error value of the spreadsheet, no status; the control %s is left out", quote(word), quote(c.ID))
		c.dropped = true
		return
	case word == "":
		r.note(Error, place, "the control %s has no status and is left out; write implemented, partial, planned, not implemented or not applicable (구현, 부분, 계획, 미이행, 해당없음)", quote(c.ID))
		c.dropped = true
		return
	case underway[fold(word)]:
		c.Status = graph.Planned
		r.once(Warning, place, fmt.Sprintf("%s is read as planned: what is not finished proves nothing; write partial where a part is in place", quote(word)))
	case !known:
		r.note(Error, place, "%s is no status that is known; write implemented, partial, planned, not implemented or not applicable (구현, 부분, 계획, 미이행, 해당없음); the control %s is left out", quote(word), quote(c.ID))
		c.dropped = true
		return
	default:
		c.Status = state
		if fold(word) != fold(string(state)) {
			r.once(Info, place, fmt.Sprintf("%s is read as %s", quote(word), state))
		}
	}
	r.reason(l, row, c)
}

// reason looks that a control that is not applicable says why, and that no other does.
func (r *reader) reason(l *layout, row int, c *control) {
	_, place := l.get(row, reasonField)
	switch {
	case c.Status == graph.NotApplicable && c.Reason == "":
		_, place = l.get(row, statusField)
		r.note(Error, place, "the control %s is not applicable, and no column says why; it is left out", quote(c.ID))
		c.dropped = true
	case c.Status != graph.NotApplicable && c.Reason != "":
		if c.Status == graph.NotImplemented {
			r.note(Warning, place, "a reason stands beside %s; where the control is not applicable for it, write that as its status", quote(string(c.Status)))
		} else {
			r.once(Info, place, "a reason of a control that is carried out or planned is not taken over")
		}
		c.Reason = ""
	}
}

// standardOf returns the standard of ids in a row that name none themselves.
func (r *reader) standardOf(l *layout, row int) *mention {
	if cell, _ := l.get(row, standardField); strings.TrimSpace(cell.Text) != "" {
		if m := r.names.find(normal(cell.Text)); m != nil {
			return m
		}
	}
	return l.own
}

// links reads the requirements that the control implements.
func (r *reader) links(l *layout, row int, c *control) {
	std := r.standardOf(l, row)
	if cell, place := l.get(row, standardField); std == l.own && strings.TrimSpace(cell.Text) != "" {
		r.note(Error, place, "%s is no standard that is known; `clausegraph standards` lists those that are", quote(cell.Text))
		return
	}
	plain := &c.Satisfies
	if r.options.Links == Contributes {
		plain = &c.Contributes
	}
	if l.ownID {
		cell, place := l.get(row, idField)
		r.link(c, plain, place, r.read(place, cell, std, annexed.MatchString(normal(l.titles[l.columns[idField][0].index-1]))))
		return
	}
	for _, column := range l.links {
		cell, place := l.At(row, column.index), l.Address(row, column.index)
		if cell.Kind == table.Fault {
			r.note(Error, place, "%s is an error value of the spreadsheet, no id", quote(cell.Text))
			continue
		}
		r.stored(cell, place)
		m := column.standard
		if m == nil {
			m = std
		}
		target := plain
		switch column.field {
		case satisfiesField:
			target = &c.Satisfies
		case contributesField:
			target = &c.Contributes
		}
		r.link(c, target, place, r.read(place, cell, m, column.annex))
	}
}

func (r *reader) link(c *control, list *[]string, place string, found []*graph.Requirement) {
	other := &c.Contributes
	if list == other {
		other = &c.Satisfies
	}
	for _, req := range found {
		switch {
		case slices.Contains(*other, req.Ref):
			r.note(Error, place, "the control %s is said to meet %s both in full and in part; the second is left out", quote(c.ID), req.Ref)
		case !slices.Contains(*list, req.Ref):
			*list = append(*list, req.Ref)
		}
	}
}

// keep takes the control over, or adds to one of the same id.
func (r *reader) keep(c *control) {
	first := r.controls[c.ID]
	if first == nil {
		r.controls[c.ID] = c
		r.order = append(r.order, c)
		return
	}
	if first.Title != c.Title || first.Scope != c.Scope || !c.dropped && !first.dropped && first.Status != c.Status {
		r.note(Error, c.place, "the id %s is here twice, first in %s, with another title, status or scope; the second is left out", quote(c.ID), first.place)
		return
	}
	if first.dropped = first.dropped || c.dropped; first.dropped {
		return
	}
	r.once(Info, c.place, "rows with the same id, title, status and scope are read as one control")
	for _, more := range []struct {
		to, other *[]string
		from      []string
	}{
		{&first.Satisfies, &first.Contributes, c.Satisfies}, {&first.Contributes, &first.Satisfies, c.Contributes},
	} {
		for _, ref := range more.from {
			switch {
			case slices.Contains(*more.other, ref):
				r.note(Error, c.place, "the control %s is said to meet %s both in full and in part; the second is left out", quote(c.ID), ref)
			case !slices.Contains(*more.to, ref):
				*more.to = append(*more.to, ref)
			}
		}
	}
	for _, more := range []struct {
		to   *[]string
		from []string
	}{{&first.Documents, c.Documents}, {&first.Evidence, c.Evidence}} {
		for _, text := range more.from {
			if !slices.Contains(*more.to, text) {
				*more.to = append(*more.to, text)
			}
		}
	}
}
