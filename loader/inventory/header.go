package inventory

import (
	"strings"

	"github.com/clausegraph/clausegraph/internal/table"
)

// headerRows is how far down a row of headings is looked for: above it stand titles, logos and legends.
const headerRows = 40

// header is where the headings of a sheet stand, and what they say.
type header struct {
	first, last int      // rows
	titles      []string // of each column, from the top down
	fields      []field
}

// findHeader returns the row or two rows with the most headings that are known, or nil where no row has two.
func findHeader(s *table.Sheet) *header {
	var best *header
	most := 1
	for height := range 2 { // two rows where one says less
		for row := 1; row+height <= min(s.Rows, headerRows); row++ {
			h := newHeader(s, row, row+height)
			if n := h.known(); n > most {
				best, most = h, n
			}
		}
	}
	return best
}

func newHeader(s *table.Sheet, first, last int) *header {
	h := &header{first: first, last: last, titles: make([]string, s.Width), fields: make([]field, s.Width)}
	for column := 1; column <= s.Width; column++ {
		upper, lower := strings.TrimSpace(s.At(first, column).Text), strings.TrimSpace(s.At(last, column).Text)
		title := upper
		if last > first && lower != upper {
			title = strings.TrimSpace(upper + " " + lower)
			// What stands lower says more: "Control" above "ID" and "Title".
			if f := fieldOf(lower); f != noField && f != refsField {
				h.titles[column-1], h.fields[column-1] = title, f
				continue
			}
		}
		h.titles[column-1], h.fields[column-1] = title, fieldOf(title)
	}
	return h
}

// known returns how many fields the headings name, columns of the same field counting once unless they name standards.
func (h *header) known() int {
	seen, n := map[field]bool{}, 0
	for i, f := range h.fields {
		if f == noField || seen[f] && f < refsField {
			continue
		}
		if len([]rune(h.titles[i])) > 80 {
			return 0 // a sentence, no heading
		}
		seen[f] = true
		n++
	}
	if len(seen) < 2 {
		return 0
	}
	return n
}

// fieldOf returns the field that a heading names. A heading that names a standard is about its requirements.
func fieldOf(title string) field {
	if title == "" || len([]rune(title)) > 80 {
		return noField
	}
	for _, t := range []string{title, unbracketed(title)} {
		if f := headings[fold(t)]; f != noField {
			return f
		}
	}
	lower := fold(title)
	if !namesStandard(lower) {
		return noField
	}
	for _, w := range []struct {
		words []string
		field field
	}{
		{[]string{"contribute", "partially", "partly", "부분충족", "기여", "일부"}, contributesField},
		{[]string{"satisf", "fullymeets", "meets", "충족"}, satisfiesField},
		{[]string{"status", "상태", "여부", "현황", "applicab"}, noField}, // about the standard, not its ids
	} {
		for _, word := range w.words {
			if strings.Contains(lower, word) {
				return w.field
			}
		}
	}
	return refsField
}

// namesStandard reports whether a folded heading names a standard or an annex of one.
func namesStandard(folded string) bool {
	for _, w := range []string{"27001", "27701", "27002", "42001", "9001", "isms", "annexa", "부속서", "iso", "nist", "csf", "pci", "soc2", "cis"} {
		if strings.Contains(folded, w) {
			return true
		}
	}
	return false
}
