package book

import "github.com/xuri/excelize/v2"

// The measures of a chart in pixels, and of a row of cells.
const (
	barHeight   = 24
	chartFrame  = 120
	chartWidth  = 860
	pixelsOfRow = 20
	rowHeight   = 15 // points
)

func (c Chart) height() int { return chartFrame + barHeight*c.Rows }

// rows is how many rows of cells a chart covers, with one to spare.
func (c Chart) rows() int { return c.height()/pixelsOfRow + 2 }

// chart draws a chart at a row. Its table has its first cells in the row first.
func (x *xlsx) chart(s *Sheet, c Chart, first, row int) {
	area := func(column, from, to int) string {
		return quoted(s.Name) + "!" + absolute(column+1, from) + ":" + absolute(column+1, to)
	}
	font := func(size float64, bold bool) excelize.Font {
		return excelize.Font{Family: x.book.font(), Size: size, Bold: bold, Color: inkDark}
	}
	title, legend := font(12, true), font(10, false)
	chart := &excelize.Chart{
		Type:      excelize.BarStacked,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title, Font: &title}}},
		Legend:    excelize.ChartLegend{Position: "top", Font: &legend},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: uint(c.height())},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: font(9, false)},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: font(9, false), NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
		Format:    excelize.GraphicOptions{AltText: c.Title},
	}
	if len(c.Values) == 1 {
		chart.Legend.Position = "none"
	}
	last := first + c.Rows - 1
	for i, v := range c.Values {
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name: quoted(s.Name) + "!" + absolute(v+1, first-1), Categories: area(c.Label, first, last), Values: area(v, first, last), Fill: solid(c.Colors[i]),
		})
	}
	x.keep(x.AddChart(s.Name, name(1, row), chart))
}
