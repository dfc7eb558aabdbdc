// Package table reads spreadsheets, XLSX and CSV, as sheets of cells that know their address.
//
// Nothing in a cell is ever evaluated: of a formula its stored value is read, as text. Sizes are bounded before anything
// is unpacked into memory, so that no file, however small it is packed, costs more than an honest large one.
package table

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Limits of what is read. A spreadsheet beyond them is refused as a whole, with an error that says which.
const (
	MaxSize     = 8 << 20  // bytes of the file
	MaxUnpacked = 32 << 20 // bytes of a workbook, unpacked
	MaxRows     = 50_000   // rows of a sheet
	MaxColumns  = 512      // columns of a sheet
	MaxCells    = 200_000  // cells of a workbook, empty ones between others included
	MaxSheets   = 100      // sheets of a workbook
	MaxText     = 32_767   // characters of a cell, as in Excel
	maxParts    = 2_000    // files in a workbook
	maxMerges   = 5_000    // merged areas of a sheet
)

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells. The zero Kind is that of an empty cell.
const (
	Empty  Kind = iota
	Text        // also every cell of a CSV
	Number      // Text is the number as the sheet shows it
	Truth       // Text is TRUE or FALSE
	Date        // Text is YYYY-MM-DD
	Fault       // an error value such as #REF!
)

// Cell is one cell.
type Cell struct {
	Kind Kind
	Text string // what a person sees in it

	// General is set for a number whose format keeps no decimals, so that 2.10 shows as 2.1 in it.
	General bool

	// Formula is set where the text is the stored value of a formula.
	Formula bool
}

// Area is a rectangle of cells, all inclusive, counted from 1.
type Area struct{ Top, Left, Bottom, Right int }

// Sheet is one sheet. Rows and columns count from 1.
type Sheet struct {
	Name   string // empty for a CSV
	Hidden bool
	Rows   int // the last row with anything in it
	Width  int // the last column with anything in it
	cells  map[int][]Cell
	merged map[[2]int]Area // by row and column of each cell in one
}

// At returns the cell; of a merged area that of its first cell, as a person sees it.
func (s *Sheet) At(row, column int) Cell {
	if a, ok := s.Merged(row, column); ok {
		row, column = a.Top, a.Left
	}
	if list := s.cells[row]; column >= 1 && column <= len(list) {
		return list[column-1]
	}
	return Cell{}
}

// Merged returns the merged area that the cell belongs to, if any.
func (s *Sheet) Merged(row, column int) (Area, bool) {
	a, ok := s.merged[[2]int{row, column}]
	return a, ok
}

// merge notes a merged area, as far as it lies in the rows and columns that hold anything. Of areas that overlap, which no
// spreadsheet program makes, the first counts.
func (s *Sheet) merge(a Area) error {
	for row := a.Top; row <= min(a.Bottom, s.Rows); row++ {
		for column := a.Left; column <= min(a.Right, s.Width); column++ {
			if _, taken := s.merged[[2]int{row, column}]; taken {
				return nil
			}
			if len(s.merged) == MaxCells {
				return tooLarge("more than %d cells are merged", MaxCells)
			}
			s.merged[[2]int{row, column}] = a
		}
	}
	return nil
}

// Blank reports whether nothing in the row can be seen.
func (s *Sheet) Blank(row int) bool {
	for column := 1; column <= s.Width; column++ {
		if strings.TrimSpace(s.At(row, column).Text) != "" {
			return false
		}
	}
	return true
}

// Address returns the place of a cell as spreadsheets name it: Sheet1!B7, or B7 in a CSV.
func (s *Sheet) Address(row, column int) string {
	cell := Column(column) + strconv.Itoa(row)
	switch {
	case s.Name == "":
		return cell
	case strings.ContainsAny(s.Name, " '!,;()-&"):
		return "'" + strings.ReplaceAll(s.Name, "'", "''") + "'!" + cell
	}
	return s.Name + "!" + cell
}

// Column returns the letters of a column counted from 1.
func Column(n int) string {
	var letters []byte
	for ; n > 0; n = (n - 1) / 26 {
		letters = append([]byte{byte('A' + (n-1)%26)}, letters...)
	}
	return string(letters)
}

// Book is a spreadsheet.
type Book struct {
	Sheets []*Sheet

	// Encoding and Separator are what a CSV was read as: "UTF-8", "UTF-16" or "Windows-949", and ',', ';' or a tab.
	Encoding  string
	Separator rune
}

// ErrTooLarge says that a spreadsheet is beyond the limits.
var ErrTooLarge = errors.New("the spreadsheet is too large")

func tooLarge(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrTooLarge, fmt.Sprintf(format, args...))
}

// IsWorkbook reports whether the file is an XLSX, or another archive.
func IsWorkbook(src []byte) bool { return bytes.HasPrefix(src, []byte("PK\x03\x04")) }

// ole is how an XLS of old begins, and an XLSX with a password.
var ole = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

// Read returns what an XLSX or a CSV holds. It fails where the file is neither, is damaged, or is beyond the limits.
func Read(src []byte) (*Book, error) {
	switch {
	case len(src) > MaxSize:
		return nil, tooLarge("the file is larger than %d MiB", MaxSize>>20)
	case bytes.HasPrefix(src, ole):
		return nil, errors.New("this is an XLS of old, or a workbook with a password; save it as XLSX without a password")
	case IsWorkbook(src):
		return readWorkbook(src)
	}
	return readCSV(src)
}

// put stores a cell.
func (s *Sheet) put(row, column int, c Cell) {
	list := s.cells[row]
	for len(list) < column {
		list = append(list, Cell{})
	}
	list[column-1] = c
	s.cells[row] = list
	s.Rows, s.Width = max(s.Rows, row), max(s.Width, column)
}
