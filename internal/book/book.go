// Package book lays tables out as a workbook (XLSX), as CSV, as Markdown and as a printable page (HTML). It knows nothing
// of what the tables say.
//
// The same book gives the same bytes. Text never becomes a formula: a workbook holds it as text, and CSV marks it as text
// (see Neutral). Formulas are only those that the program itself puts in a Cell.
package book

import (
	"fmt"
	"strings"
	"time"
)

// Book is a document of sheets.
type Book struct {
	Title    string
	Language string // of the page, as HTML names it, such as "ko"; it decides the font of a workbook, too
	Created  time.Time
	Footer   string // stands at the foot of every printed page and at the end of a page
	Sheets   []*Sheet
	Main     int // the sheet that CSV holds
}

// Sheet is one sheet of a workbook, one section of a page.
//
// A sheet of one table with a Head is a list: its head stays in sight and is repeated on every printed page, and its rows
// can be filtered. In every other sheet the tables stand below each other.
type Sheet struct {
	Name     string // of the tab: at most 31 characters, without : \ / ? * [ ]
	Title    string
	Tables   []*Table
	Charts   []Chart
	Portrait bool // printed upright instead of broad
	Large    bool // printed on A3, for tables with many columns
}

// Table is rows below a head. Without a head the first cell of a row names the others.
type Table struct {
	Heading string
	Columns []Column
	Headed  bool // the columns have heads
	Rows    [][]Cell
}

// Column says how the cells of a column look and what may be entered there.
type Column struct {
	Key     string // its name in CSV
	Head    string
	Width   float64  // in characters
	Choices []string // what may be chosen; none where anything may be written
	Open    bool     // the choices are proposals: anything else may be written, too
	Day     bool     // a day of the calendar is to be entered
	Prompt  string   // shown while a cell is filled in
	Tones   []Tone   // how cells look by what they hold
	Input   bool     // to be filled in by whoever works with the sheet
	Center  bool
}

// Tone is how a cell looks that begins with a sign, or for which a formula holds. Looks only stress what the cell says in
// signs and words.
type Tone struct {
	Prefix  string // the sign
	Formula string // instead of a sign: a condition in which ROW stands for the number of the row
	Fill    string // RRGGBB
	Ink     string // RRGGBB
}

// Cell is what stands in one place of a table.
type Cell struct {
	Text    string
	Number  float64 // instead of a text where Numeric
	Numeric bool
	Formula string // of a workbook, written by us: ROW stands for the number of the row, @2 for that of the third row of the table. Text or Number is its value
	Strong  bool
	Input   bool
	Most    float64 // of an Input that is a number: the greatest that may be entered; the least is 0
}

// Text returns a cell with a text.
func Text(text string) Cell { return Cell{Text: text} }

// Strong returns a cell with a text that stands out.
func Strong(text string) Cell { return Cell{Text: text, Strong: true} }

// Number returns a cell with a whole number.
func Number(n int) Cell { return Cell{Number: float64(n), Numeric: true} }

// Chart is a picture of the first rows of a table: a bar for each, in pieces of one colour for each of the columns.
type Chart struct {
	Title  string
	Table  int // which table of its sheet
	Rows   int
	After  int      // the table below which it stands
	Label  int      // the column that names the bars
	Values []int    // the columns of the pieces
	Colors []string // RRGGBB, of the pieces
}

// Neutral marks a text as text where a spreadsheet that reads CSV would take it for a formula.
func Neutral(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(text)[0]) {
		return "'" + text
	}
	return text
}

// Letter names a column, the first of which is 0.
func Letter(column int) string {
	letter := ""
	for column++; column > 0; column = (column - 1) / 26 {
		letter = string(rune('A'+(column-1)%26)) + letter
	}
	return letter
}

// Area names the cells of a column of a list that has so many rows, for a formula.
func Area(sheet string, column, rows int) string {
	return fmt.Sprintf("%s!$%s$2:$%[2]s$%[3]d", quoted(sheet), Letter(column), rows+1)
}
