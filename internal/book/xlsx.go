package book

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// longest is how much text a cell of a workbook holds, in UTF-16 code units.
const longest = excelize.TotalCellChars

// sizes of paper, as the file format numbers them.
const (
	paperA3 = 8
	paperA4 = 9
)

// XLSX writes the book as a workbook.
func (b *Book) XLSX(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	x := &xlsx{File: f, book: b, styles: map[look]int{}, tones: map[Tone]int{}}
	x.write()
	if x.err != nil {
		return fmt.Errorf("writing the workbook: %w", x.err)
	}
	// The library lists the types of parts in the order of a map.
	types := f.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	return f.Write(w)
}

// xlsx is a workbook under construction. It keeps its first error.
type xlsx struct {
	*excelize.File
	book   *Book
	styles map[look]int
	tones  map[Tone]int
	err    error
}

func (x *xlsx) keep(err error) {
	if x.err == nil {
		x.err = err
	}
}

// font is one that the spreadsheet programs of all systems have, or replace by one that has the letters.
func (b *Book) font() string {
	if b.Language == "en" {
		return "Calibri"
	}
	return "Malgun Gothic"
}

func (x *xlsx) write() {
	x.keep(x.SetDefaultFont(x.book.font()))
	created := x.book.Created.UTC().Format(time.RFC3339)
	x.keep(x.SetDocProps(&excelize.DocProperties{
		Title: x.book.Title, Creator: "clausegraph", LastModifiedBy: "clausegraph", Description: x.book.Footer, Language: x.book.Language, Created: created, Modified: created,
	}))
	x.keep(x.SetAppProps(&excelize.AppProperties{Application: "clausegraph"}))
	full := true
	x.keep(x.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}))
	for i, s := range x.book.Sheets {
		if i == 0 {
			x.keep(x.SetSheetName("Sheet1", s.Name))
		} else {
			_, err := x.NewSheet(s.Name)
			x.keep(err)
		}
		x.sheet(s)
	}
	x.SetActiveSheet(0)
}

// isList reports whether the sheet is one table with a head.
func (s *Sheet) isList() bool {
	return len(s.Tables) == 1 && s.Tables[0].Headed && s.Tables[0].Heading == ""
}

func (x *xlsx) sheet(s *Sheet) {
	row, wide := 1, 0
	for _, t := range s.Tables {
		wide = max(wide, len(t.Columns))
	}
	starts := make([]int, len(s.Tables)) // the row of the first cells of each table
	charts := make([]int, len(s.Charts)) // the row of each chart
	if !s.isList() {
		x.text(s.Name, 1, row, s.Title, look{title: true})
		x.keep(x.SetRowHeight(s.Name, row, 26))
		row += 2
	}
	widths := x.widths(s)
	for i, t := range s.Tables {
		if t.Heading != "" {
			x.text(s.Name, 1, row, t.Heading, look{heading: true})
			x.keep(x.SetRowHeight(s.Name, row, 20))
			row++
		}
		starts[i], row = x.table(s, t, row)
		x.heights(s, t, starts[i], widths)
		if !t.Headed {
			x.spread(s, t, starts[i], widths)
		}
		row++
		for j, c := range s.Charts {
			if c.After == i {
				charts[j], row = row, row+c.rows()
				for at := charts[j]; at < row; at++ {
					x.keep(x.SetRowHeight(s.Name, at, rowHeight))
				}
			}
		}
	}
	for i, c := range s.Charts {
		x.chart(s, c, starts[c.Table], charts[i])
	}
	last := row - 1
	if s.isList() {
		last-- // a blank row follows the table
		x.list(s, last)
	}
	x.page(s, wide, last) // after the filter, which sets the properties of the sheet back
}

// table writes a table from a row on and returns the row of its first cells and the row below it.
func (x *xlsx) table(s *Sheet, t *Table, row int) (first, next int) {
	if t.Headed {
		for i, c := range t.Columns {
			x.text(s.Name, i+1, row, c.Head, look{head: true, input: c.Input})
		}
		row++
	}
	first, next = row, row+len(t.Rows)
	for i, cells := range t.Rows {
		for j, c := range cells {
			x.cell(s.Name, j+1, row+i, c, t.Columns[j], first)
		}
	}
	if len(t.Rows) > 0 {
		for i, c := range t.Columns {
			x.rules(s.Name, c, i+1, first, next-1)
		}
	}
	return first, next
}

func (x *xlsx) cell(sheet string, column, row int, c Cell, of Column, first int) {
	at := name(column, row)
	l := look{cell: true, strong: c.Strong, input: c.Input || of.Input, center: of.Center || c.Numeric, day: of.Day}
	switch {
	case c.Formula != "":
		value := c.Text
		if c.Numeric {
			value = strconv.FormatFloat(c.Number, 'f', -1, 64)
		}
		x.keep(x.SetCellDefault(sheet, at, value))
		x.keep(x.SetCellFormula(sheet, at, fill(c.Formula, row, first)))
		l.input = false
	case c.Numeric:
		x.keep(x.SetCellFloat(sheet, at, c.Number, -1, 64))
	case c.Text != "":
		x.keep(x.SetCellStr(sheet, at, clip(c.Text)))
	}
	x.keep(x.SetCellStyle(sheet, at, at, x.style(l)))
	if c.Input && c.Most > 0 {
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(at)
		x.keep(dv.SetRange(0, c.Most, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
		dv.SetError(excelize.DataValidationErrorStyleStop, clipTo(of.Head, 32), fmt.Sprintf("0 – %v", c.Most))
		x.keep(x.AddDataValidation(sheet, dv))
	}
}

// text writes a text that is no cell of a table.
func (x *xlsx) text(sheet string, column, row int, text string, l look) {
	at := name(column, row)
	x.keep(x.SetCellStr(sheet, at, clip(text)))
	x.keep(x.SetCellStyle(sheet, at, at, x.style(l)))
}

// rules says what may be entered into the cells of a column, and how they look by what they hold.
func (x *xlsx) rules(sheet string, c Column, column, first, last int) {
	area := name(column, first) + ":" + name(column, last)
	if len(c.Choices) > 0 || c.Day {
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(area)
		if c.Day {
			x.keep(dv.SetRange("DATE(2000,1,1)", "DATE(2100,1,1)", excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
			dv.SetError(excelize.DataValidationErrorStyleStop, clipTo(c.Head, 32), "YYYY-MM-DD")
		} else {
			x.keep(dv.SetDropList(c.Choices))
			if !c.Open {
				dv.SetError(excelize.DataValidationErrorStyleStop, clipTo(c.Head, 32), clipTo(strings.Join(c.Choices, ", "), 255))
			}
		}
		if c.Prompt != "" {
			dv.SetInput(clipTo(c.Head, 32), clipTo(c.Prompt, 255))
		}
		x.keep(x.AddDataValidation(sheet, dv))
	}
	var options []excelize.ConditionalFormatOptions
	for _, t := range c.Tones {
		format := x.tone(t)
		criteria := fmt.Sprintf(`LEFT(%s,%d)=%q`, name(column, first), len([]rune(t.Prefix)), t.Prefix)
		if t.Formula != "" {
			criteria = fill(t.Formula, first, first)
		}
		options = append(options, excelize.ConditionalFormatOptions{Type: "formula", Criteria: criteria, Format: &format})
	}
	if len(options) > 0 {
		x.keep(x.SetConditionalFormat(sheet, area, options))
	}
}

// widths gives each column the greatest width that a table with a head wants for it, or any table where none has one.
func (x *xlsx) widths(s *Sheet) []float64 {
	var widths []float64
	headed := slices.ContainsFunc(s.Tables, func(t *Table) bool { return t.Headed })
	for _, t := range s.Tables {
		for i, c := range t.Columns {
			if t.Headed != headed {
				continue
			}
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], c.Width)
		}
	}
	for i, width := range widths {
		letter, _ := excelize.ColumnNumberToName(i + 1)
		x.keep(x.SetColWidth(s.Name, letter, letter, width))
	}
	return widths
}

// spread lets the last cell of each row of a table without a head reach as far as the widest table.
func (x *xlsx) spread(s *Sheet, t *Table, first int, widths []float64) {
	last := len(t.Columns)
	if last >= len(widths) {
		return
	}
	for i := range t.Rows {
		from, to := name(last, first+i), name(len(widths), first+i)
		style, err := x.GetCellStyle(s.Name, from)
		x.keep(err)
		x.keep(x.SetCellStyle(s.Name, from, to, style))
		x.keep(x.MergeCell(s.Name, from, to))
	}
}

// list keeps the head in sight and lets the rows be filtered.
func (x *xlsx) list(s *Sheet, last int) {
	t := s.Tables[0]
	frozen := min(2, len(t.Columns)-1) // the number and the name of a row stay in sight, too
	top := name(frozen+1, 2)
	x.keep(x.SetPanes(s.Name, &excelize.Panes{
		Freeze: true, XSplit: frozen, YSplit: 1, TopLeftCell: top, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: top, ActiveCell: top, Pane: "bottomRight"}},
	}))
	x.keep(x.AutoFilter(s.Name, "A1:"+name(len(t.Columns), max(last, 1)), nil))
	x.keep(x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(s.Name) + "!$1:$1", Scope: s.Name}))
}

// page says how the sheet is printed.
func (x *xlsx) page(s *Sheet, columns, last int) {
	size, orientation, one, any := paperA4, "landscape", 1, 0
	if s.Large {
		size = paperA3
	}
	if s.Portrait {
		orientation = "portrait"
	}
	fit, side, top, head := true, 0.4, 0.7, 0.3
	x.keep(x.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	x.keep(x.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &one, FitToHeight: &any}))
	x.keep(x.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &head, Footer: &head}))
	x.keep(x.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{
		OddHeader: "&L&8" + printed(x.book.Title, 110) + "&R&8" + printed(s.Title, 40),
		OddFooter: "&L&8" + printed(x.book.Footer, 150) + "&R&8&P / &N",
	}))
	area := "$A$1:" + absolute(max(columns, 1), max(last, 1))
	x.keep(x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: quoted(s.Name) + "!" + area, Scope: s.Name}))
}

// printed makes a text fit for the head or the foot of a page, where & begins a code and a digit after a size would
// become a part of it.
func printed(text string, most int) string {
	return " " + strings.ReplaceAll(clipTo(strings.Join(strings.Fields(text), " "), most), "&", "&&")
}

func name(column, row int) string {
	at, _ := excelize.CoordinatesToCellName(column, row)
	return at
}

func absolute(column, row int) string {
	at, _ := excelize.CoordinatesToCellName(column, row, true)
	return at
}

func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// place is where a formula speaks of a row of its table.
var place = regexp.MustCompile(`@(\d+)`)

// fill puts the numbers of rows into a formula.
func fill(formula string, row, first int) string {
	formula = place.ReplaceAllStringFunc(formula, func(at string) string {
		n, _ := strconv.Atoi(at[1:])
		return strconv.Itoa(first + n)
	})
	return strings.ReplaceAll(formula, "ROW", strconv.Itoa(row))
}

// clip shortens what no cell can hold, and says so.
func clip(text string) string { return clipTo(text, longest) }

func clipTo(text string, most int) string {
	units := utf16.Encode([]rune(text))
	if len(units) <= most {
		return text
	}
	return strings.ToValidUTF8(string(utf16.Decode(units[:most-1])), "") + "…"
}
