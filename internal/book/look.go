package book

import (
	"github.com/xuri/excelize/v2"
)

// The colours of everything but tones.
const (
	inkDark    = "1F2937"
	fillHead   = "1F3A5F"
	fillInput  = "FFF8E1" // cells to be filled in
	headInput  = "8A5A00" // heads of columns to be filled in
	lineColour = "C9CED6"
)

// look is how a cell is drawn.
type look struct {
	title, heading, head, cell bool
	strong, input, center, day bool
}

// style returns the number of the style for a look, which is made when it is first needed.
func (x *xlsx) style(l look) int {
	if id, ok := x.styles[l]; ok {
		return id
	}
	font := &excelize.Font{Family: x.book.font(), Size: 10, Color: inkDark, Bold: l.strong}
	s := &excelize.Style{Font: font, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	if l.head || l.cell {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: lineColour, Style: 1})
		}
	}
	switch {
	case l.title:
		font.Size, font.Bold, s.Alignment.WrapText = 15, true, false
	case l.heading:
		font.Size, font.Bold, s.Alignment.WrapText = 12, true, false
	case l.head:
		font.Bold, font.Color, s.Alignment.Vertical = true, "FFFFFF", "center"
		s.Fill = solid(fillHead)
		if l.input {
			s.Fill = solid(headInput)
		}
	case l.input:
		s.Fill = solid(fillInput)
	}
	if l.center {
		s.Alignment.Horizontal = "center"
	}
	if l.day {
		format := "yyyy-mm-dd"
		s.CustomNumFmt = &format
	}
	id, err := x.NewStyle(s)
	x.keep(err)
	x.styles[l] = id
	return id
}

// tone returns the number of the conditional style for a tone.
func (x *xlsx) tone(t Tone) int {
	t.Prefix, t.Formula = "", ""
	if id, ok := x.tones[t]; ok {
		return id
	}
	id, err := x.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: t.Ink, Bold: true}, Fill: solid(t.Fill)})
	x.keep(err)
	x.tones[t] = id
	return id
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}
