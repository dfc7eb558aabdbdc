package table

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// readWorkbook reads an XLSX.
func readWorkbook(src []byte) (book *Book, err error) {
	if err := inspect(src); err != nil {
		return nil, err
	}
	// The files of strangers are what parsers of old formats panic about. One such file must not end a server.
	defer func() {
		if p := recover(); p != nil {
			book, err = nil, errors.New("this workbook is damaged; open it in a spreadsheet program and save it again")
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(src), excelize.Options{UnzipSizeLimit: MaxUnpacked, UnzipXMLSizeLimit: MaxUnpacked})
	if err != nil {
		return nil, fmt.Errorf("this is no XLSX: %w", err)
	}
	defer f.Close()
	names := f.GetSheetList()
	if len(names) > MaxSheets {
		return nil, tooLarge("there are more than %d sheets", MaxSheets)
	}
	book = &Book{}
	r := workbook{File: f, formats: map[int]format{}}
	for _, name := range names {
		s, err := r.sheet(name)
		if err != nil {
			return nil, fmt.Errorf("sheet %q: %w", name, err)
		}
		book.Sheets = append(book.Sheets, s)
	}
	return book, nil
}

// inspect refuses a workbook that would take more memory than an honest one. It unpacks every part as a stream.
func inspect(src []byte) error {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return fmt.Errorf("this is no XLSX: %w", err)
	}
	if len(z.File) > maxParts {
		return tooLarge("there are more than %d files in the workbook", maxParts)
	}
	left, cells := int64(MaxUnpacked), 0
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return fmt.Errorf("this is no XLSX: %w", err)
		}
		counted := &io.LimitedReader{R: r, N: left + 1}
		if strings.HasSuffix(part.Name, ".xml") {
			err = inspectPart(counted, &cells)
		}
		if err == nil {
			_, err = io.Copy(io.Discard, counted)
		}
		_ = r.Close()
		if left = counted.N - 1; left < 0 {
			return tooLarge("unpacked it is larger than %d MiB", MaxUnpacked>>20)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	return nil
}

// inspectPart follows rows, cells and merged areas of a sheet. Other parts have none.
func inspectPart(r io.Reader, cells *int) error {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	row, column, merges, tags := 0, 0, 0, 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("this is no XLSX: %w", err)
		}
		if _, ok := token.(xml.Directive); ok {
			return errors.New("it declares a document type, which no workbook has")
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if tags++; tags > 4*MaxCells {
			return tooLarge("a part has more than %d elements", 4*MaxCells)
		}
		switch start.Name.Local {
		case "row":
			row, column = at(start, row+1, func(v string) (int, error) { return strconv.Atoi(v) }), 0
		case "c":
			before := column
			column = at(start, column+1, func(v string) (int, error) {
				c, _, err := excelize.CellNameToCoordinates(v)
				return c, err
			})
			*cells += max(1, column-before)
		case "mergeCell":
			merges++
		}
		if row > MaxRows || column > MaxColumns || *cells > MaxCells || merges > maxMerges {
			return tooLarge("a cell lies beyond %d rows, %d columns, %d cells or %d merged areas; delete what is empty, or split it", MaxRows, MaxColumns, MaxCells, maxMerges)
		}
	}
}

// at returns the number that the attribute r gives, or the next one.
func at(e xml.StartElement, next int, parse func(string) (int, error)) int {
	for _, a := range e.Attr {
		if a.Name.Local == "r" {
			if n, err := parse(a.Value); err == nil {
				return n
			}
		}
	}
	return next
}

// format is what the number format of a cell says of its value.
type format struct{ general, date bool }

type workbook struct {
	*excelize.File
	formats map[int]format
}

func (w *workbook) sheet(name string) (*Sheet, error) {
	s := &Sheet{Name: name, cells: map[int][]Cell{}, merged: map[[2]int]Area{}}
	if visible, err := w.GetSheetVisible(name); err == nil {
		s.Hidden = !visible
	}
	rows, err := w.Rows(name)
	if err != nil {
		return s, nil // a chart or another sheet without cells
	}
	defer rows.Close()
	for row := 1; rows.Next(); row++ {
		columns, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		for i, shown := range columns {
			c, err := w.cell(name, row, i+1, shown)
			if err != nil {
				return nil, err
			}
			if c.Kind != Empty {
				s.put(row, i+1, c)
			}
		}
	}
	if err := rows.Error(); err != nil {
		return nil, err
	}
	merges, err := w.GetMergeCells(name, true)
	if err != nil {
		return nil, err
	}
	for _, m := range merges {
		left, top, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 == nil && err2 == nil {
			if err := s.merge(Area{min(top, bottom), min(left, right), max(top, bottom), max(left, right)}); err != nil {
				return nil, err
			}
		}
	}
	return s, nil
}

// cell returns the cell that shows the text.
func (w *workbook) cell(sheet string, row, column int, shown string) (Cell, error) {
	name := Column(column) + strconv.Itoa(row)
	formula, err := w.GetCellFormula(sheet, name)
	if err != nil {
		return Cell{}, err
	}
	c := Cell{Kind: Text, Text: shown, Formula: formula != ""}
	if shown == "" && !c.Formula {
		return Cell{}, nil
	}
	if utf8.RuneCountInString(shown) > MaxText {
		return c, tooLarge("the cell %s holds more than %d characters", name, MaxText)
	}
	kind, err := w.GetCellType(sheet, name)
	if err != nil {
		return c, err
	}
	switch kind {
	case excelize.CellTypeBool:
		c.Kind = Truth
	case excelize.CellTypeError:
		c.Kind = Fault
	case excelize.CellTypeDate:
		c.Kind, c.Text = Date, strings.TrimSpace(shown[:min(10, len(shown))])
	case excelize.CellTypeNumber, excelize.CellTypeUnset:
		return w.number(sheet, name, c)
	}
	return c, nil
}

// number tells numbers from dates.
func (w *workbook) number(sheet, name string, c Cell) (Cell, error) {
	raw, err := w.GetCellValue(sheet, name, excelize.Options{RawCellValue: true})
	if err != nil {
		return c, err
	}
	value, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return c, nil // a formula whose stored value is a text
	}
	style, err := w.GetCellStyle(sheet, name)
	if err != nil {
		return c, err
	}
	f, err := w.format(style)
	if err != nil {
		return c, err
	}
	c.Kind, c.General = Number, f.general
	if f.date {
		if day, err := excelize.ExcelDateToTime(value, false); err == nil {
			c.Kind, c.Text = Date, day.Format("2006-01-02")
		}
	}
	return c, nil
}

func (w *workbook) format(style int) (format, error) {
	if f, ok := w.formats[style]; ok {
		return f, nil
	}
	s, err := w.GetStyle(style)
	if err != nil {
		return format{general: true}, nil //nolint:nilerr // a style that the workbook lacks formats nothing
	}
	n := s.NumFmt
	f := format{
		general: n == 0 && s.CustomNumFmt == nil || n == 49,
		date:    n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58,
	}
	if s.CustomNumFmt != nil {
		f.general = strings.EqualFold(*s.CustomNumFmt, "general") || *s.CustomNumFmt == "@"
		f.date = !f.general && dated(*s.CustomNumFmt)
	}
	w.formats[style] = f
	return f, nil
}

// dated reports whether a number format shows a year or a day: it has a y or a d outside quotes and brackets.
func dated(format string) bool {
	quoted, bracketed := false, false
	for i := 0; i < len(format); i++ {
		switch c := format[i]; {
		case c == '"':
			quoted = !quoted
		case c == '\\':
			i++
		case c == '[' || c == ']':
			bracketed = c == '['
		case !quoted && !bracketed && strings.IndexByte("yYdD", c) >= 0:
			return true
		}
	}
	return false
}
