package book

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// The height of a row in points: of one line, and the greatest there is.
const (
	lineHeight = 14.5
	mostHeight = 409
)

// heights gives each row the height that its texts need. Not every program that opens a workbook finds it out by itself.
func (x *xlsx) heights(s *Sheet, t *Table, first int, widths []float64) {
	set := func(row int, text func(column int) string) {
		lines := 1
		for i := range t.Columns {
			width := widths[min(i, len(widths)-1)]
			if !t.Headed && i == len(t.Columns)-1 { // it spreads
				for _, more := range widths[min(i+1, len(widths)):] {
					width += more
				}
			}
			lines = max(lines, linesOf(text(i), width))
		}
		x.keep(x.SetRowHeight(s.Name, row, min(lineHeight*float64(lines)+3, mostHeight)))
	}
	if t.Headed {
		set(first-1, func(i int) string { return t.Columns[i].Head })
	}
	for n, cells := range t.Rows {
		set(first+n, func(i int) string { return cells[i].shown() })
	}
}

// How many characters wide letters are: most of those in a text are narrower than the digits that columns are measured in.
const (
	narrow = 0.92
	wide   = 1.65 // a Korean letter
)

// linesOf says how many lines a text takes in a column of some width in characters, broken at spaces.
func linesOf(text string, width float64) int {
	room := max(width-1.5, 1)
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines++
		used := 0.0
		for word := range strings.SplitSeq(line, " ") {
			size := widthOf(word)
			if used > 0 && used+1+size > room {
				lines++
				used = 0
			}
			if used > 0 {
				used++
			}
			used += size
			for used > room { // a word longer than the line is broken
				lines++
				used -= room
			}
		}
	}
	return lines
}

func widthOf(word string) float64 {
	width := 0.0
	for _, r := range word {
		if runewidth.RuneWidth(r) == 2 {
			width += wide
		} else {
			width += narrow
		}
	}
	return width
}
