package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

// readCSV reads a text with separators as one sheet.
func readCSV(src []byte) (*Book, error) {
	text, encoding, err := decode(src)
	if err != nil {
		return nil, err
	}
	b := &Book{Encoding: encoding, Separator: separator(text)}
	if line, rest, ok := bytes.Cut(text, []byte("\n")); ok && bytes.HasPrefix(line, []byte("sep=")) && len(bytes.TrimSpace(line)) == 5 {
		b.Separator, text = rune(line[4]), append([]byte("\n"), rest...)
	}
	s := &Sheet{cells: map[int][]Cell{}}
	cells := 0
	err = records(text, b.Separator, func(row int, fields []string) error {
		if cells += len(fields); row > MaxRows || len(fields) > MaxColumns || cells > MaxCells {
			return tooLarge("row %d lies beyond %d rows, %d columns and %d cells", row, MaxRows, MaxColumns, MaxCells)
		}
		for i, f := range fields {
			if utf8.RuneCountInString(f) > MaxText {
				return tooLarge("the cell %s%d holds more than %d characters", Column(i+1), row, MaxText)
			}
			if f != "" {
				s.put(row, i+1, Cell{Kind: Text, Text: f})
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	b.Sheets = []*Sheet{s}
	return b, nil
}

// records calls yield with each record and its row as a spreadsheet counts them: blank lines count, and a field with
// line breaks in it makes no more rows.
func records(text []byte, separator rune, yield func(row int, fields []string) error) error {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = separator, -1, true, true
	row, line := 0, 0 // of the record before: its row, and its last line
	var before int64
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("this is not a table: %w", err)
		}
		start, _ := r.FieldPos(0)
		row += start - line
		record := bytes.TrimRight(text[before:r.InputOffset()], "\r\n")
		line = start + bytes.Count(bytes.TrimLeft(record, "\r\n"), []byte("\n"))
		before = r.InputOffset()
		if err := yield(row, fields); err != nil {
			return err
		}
	}
}

// separator returns the one of comma, semicolon and tab that parts the text into columns most evenly.
func separator(text []byte) rune {
	best, most := ',', 0
	for _, s := range []rune{',', ';', '\t'} {
		lengths, n := map[int]int{}, 0
		stop := errors.New("enough")
		_ = records(text, s, func(_ int, fields []string) error {
			lengths[len(fields)]++
			if n++; n == 50 {
				return stop
			}
			return nil
		})
		for fields, times := range lengths {
			if score := (fields - 1) * times; score > most {
				best, most = s, score
			}
		}
	}
	return best
}

// decode returns the text in UTF-8, and the name of the encoding that it had: UTF-8, UTF-16 with its mark, or
// Windows-949, the encoding of Korean spreadsheets. It fails for anything else.
func decode(src []byte) ([]byte, string, error) {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(src)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			return nil, "", errors.New("this begins as a text in UTF-16 and goes on as something else")
		}
		return text, "UTF-16", check(text)
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if utf8.Valid(src) {
		return src, "UTF-8", check(src)
	}
	text, err := korean.EUCKR.NewDecoder().Bytes(src) // of x/text it is the whole of code page 949
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return nil, "", errors.New("this is no text in UTF-8, UTF-16 or Windows-949, and no XLSX")
	}
	return text, "Windows-949", check(text)
}

// check refuses what no text has in it.
func check(text []byte) error {
	if i := bytes.IndexFunc(text, func(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\r\n\v\f", r) }); i >= 0 {
		return fmt.Errorf("this is no text: it holds the byte %#02x in line %d", text[i], 1+bytes.Count(text[:i], []byte("\n")))
	}
	return nil
}
