package book

import (
	"bufio"
	"encoding/csv"
	"html"
	"io"
	"strconv"
	"strings"
)

// bom marks a file as UTF-8, without which a spreadsheet program in Korea takes it for Windows-949.
const bom = "\ufeff"

// CSV writes the table of the main sheet, its keys first.
func (b *Book) CSV(w io.Writer) error {
	t := b.Sheets[b.Main].Tables[0]
	if _, err := io.WriteString(w, bom); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	row := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		row[i] = column.Key
	}
	_ = c.Write(row) // Flush keeps the error
	for _, cells := range t.Rows {
		for i, cell := range cells {
			row[i] = Neutral(cell.shown())
		}
		_ = c.Write(row)
	}
	c.Flush()
	return c.Error()
}

// shown is what a cell shows.
func (c Cell) shown() string {
	if c.Numeric && (!c.Input || c.Number != 0) {
		return strconv.FormatFloat(c.Number, 'f', -1, 64)
	}
	return c.Text
}

// Markdown writes every sheet as a section.
func (b *Book) Markdown(w io.Writer) error {
	p := bufio.NewWriter(w)
	line := func(parts ...string) { _, _ = p.WriteString(strings.Join(parts, "") + "\n") } // Flush keeps the error
	line("# ", inline(b.Title))
	for _, s := range b.Sheets {
		if s.Title != b.Title {
			line("\n## ", inline(s.Title))
		}
		for _, t := range s.Tables {
			if t.Heading != "" {
				line("\n### ", inline(t.Heading))
			}
			line()
			b.markdownTable(line, t)
		}
	}
	line("\n", inline(b.Footer))
	return p.Flush()
}

func (b *Book) markdownTable(line func(...string), t *Table) {
	if !t.Headed {
		for _, row := range t.Rows {
			if len(row) > 1 && row[0].shown() != "" {
				line("- **", inline(row[0].shown()), "**: ", inline(joined(row[1:])))
			} else {
				line("- ", inline(joined(row)))
			}
		}
		return
	}
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = cell(c.Head)
	}
	line("| ", strings.Join(heads, " | "), " |")
	line("|", strings.Repeat("---|", len(heads)))
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = cell(c.shown())
		}
		line("| ", strings.Join(cells, " | "), " |")
	}
}

func joined(row []Cell) string {
	var parts []string
	for _, c := range row {
		if text := c.shown(); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

// inline makes a text fit for a line of Markdown.
func inline(text string) string {
	return strings.NewReplacer("\r", "", "\n", " / ", "<", "&lt;", "*", `\*`, "`", "\\`").Replace(text)
}

// cell makes a text fit for a cell of a Markdown table.
func cell(text string) string {
	return strings.NewReplacer("\r", "", "|", `\|`, "\n", "<br>", "<", "&lt;").Replace(text)
}

const css = `
body{font:11pt/1.5 "Malgun Gothic","Apple SD Gothic Neo","Noto Sans CJK KR","Noto Sans KR",Calibri,Arial,sans-serif;color:#1f2937;max-width:78rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.2rem;margin:1.4rem 0 .4rem;border-bottom:2px solid #1f3a5f}h3{font-size:1rem;margin:1rem 0 .3rem}
table{border-collapse:collapse;width:100%;margin:.3rem 0}th,td{border:1px solid #c9ced6;padding:.25rem .5rem;vertical-align:top;text-align:left;white-space:pre-line}
thead th{background:#1f3a5f;color:#fff}tbody th{font-weight:600;background:#f3f5f8;width:14rem}td.n{text-align:right;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}footer{margin-top:1.5rem;font-size:.85rem;color:#4b5563}
@page{size:A4;margin:11mm}@media print{body{font-size:8.5pt;line-height:1.32;margin:0;max-width:none;padding:0}h1{font-size:14pt;margin:0}h2,h3{font-size:10pt;margin:.45rem 0 .15rem}th,td{padding:.1rem .35rem}table{margin:0}footer{margin-top:.4rem}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`

// HTML writes every sheet as a section of one page that can be printed. It needs nothing from elsewhere.
func (b *Book) HTML(w io.Writer) error {
	p := bufio.NewWriter(w)
	put := func(parts ...string) { _, _ = p.WriteString(strings.Join(parts, "")) } // Flush keeps the error
	esc := html.EscapeString
	put("<!doctype html>\n<html lang=\"", esc(b.Language), "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>", esc(b.Title), "</title>\n<style>", css, "</style>\n</head>\n<body>\n<h1>", esc(b.Title), "</h1>\n")
	for _, s := range b.Sheets {
		put("<section>\n")
		if s.Title != b.Title {
			put("<h2>", esc(s.Title), "</h2>\n")
		}
		for _, t := range s.Tables {
			if t.Heading != "" {
				put("<h3>", esc(t.Heading), "</h3>\n")
			}
			htmlTable(put, t)
		}
		put("</section>\n")
	}
	put("<footer>", esc(b.Footer), "</footer>\n</body>\n</html>\n")
	return p.Flush()
}

func htmlTable(put func(...string), t *Table) {
	esc := html.EscapeString
	put("<div class=\"scroll\"><table>\n")
	if t.Headed {
		put("<thead><tr>")
		for _, c := range t.Columns {
			put("<th scope=\"col\">", esc(c.Head), "</th>")
		}
		put("</tr></thead>\n")
	}
	put("<tbody>\n")
	for _, row := range t.Rows {
		put("<tr>")
		for i, c := range row {
			switch {
			case !t.Headed && i == 0 && len(row) > 1, c.Strong:
				put("<th scope=\"row\">", esc(c.shown()), "</th>")
			case c.Numeric:
				put("<td class=\"n\">", esc(c.shown()), "</td>")
			default:
				put("<td>", esc(c.shown()), "</td>")
			}
		}
		put("</tr>\n")
	}
	put("</tbody></table></div>\n")
}
