package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/clausegraph/clausegraph/internal/fuzz"
)

// pack makes an archive of the files.
func pack(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// book makes a small workbook with one sheet of the given XML.
func book(t testing.TB, sheet string) []byte {
	t.Helper()
	return pack(t, map[string]string{
		"[Content_Types].xml":        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
	})
}

func sheetOf(rows string) string {
	return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

func TestWorkbookByHand(t *testing.T) {
	b, err := Read(book(t, sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>ID</t></is></c><c r="B1"><v>2.1</v></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="b"><v>1</v></c></row>`)))
	if err != nil {
		t.Fatal(err)
	}
	s := b.Sheets[0]
	for column, want := range []Cell{{Text, "ID", false, false}, {Number, "2.1", true, false}, {Number, "2", true, true}, {Fault, "#REF!", false, false}, {Truth, "TRUE", false, false}} {
		if got := s.At(1, column+1); got != want {
			t.Errorf("%s is %+v, want %+v", s.Address(1, column+1), got, want)
		}
	}
}

// TestBombs: small files that would unpack or unfold to something huge are refused, quickly.
func TestBombs(t *testing.T) {
	far := func(cell string) string {
		return sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="` + cell + `"><v>1</v></c></row>`)
	}
	wide := sheetOf(strings.Repeat(`<row><c r="SA1"><v>1</v></c></row>`, 2000)) // every cell stands behind 494 that are not there
	for name, src := range map[string][]byte{
		"zeros":            pack(t, map[string]string{"xl/media/image1.png": strings.Repeat("\x00", MaxUnpacked+1)}),
		"white space":      book(t, sheetOf(strings.Repeat(" ", MaxUnpacked+1))),
		"elements":         pack(t, map[string]string{"a.xml": `<a>` + strings.Repeat(`<a/>`, 4*MaxCells+1)}),
		"cells":            book(t, sheetOf(`<row>`+strings.Repeat(`<c/>`, MaxColumns+1)+`</row>`)),
		"a far column":     book(t, far("XFD2")),
		"a far row":        book(t, sheetOf(`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`)),
		"gaps":             book(t, wide),
		"merged areas":     book(t, strings.Replace(sheetOf(``), `</worksheet>`, `<mergeCells>`+strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, maxMerges+1)+`</mergeCells></worksheet>`, 1)),
		"too many files":   pack(t, many(maxParts+1)),
		"larger than 8 MB": bytes.Repeat([]byte("a,b\n"), MaxSize/4+1),
		"rows of a CSV":    bytes.Repeat([]byte("a\n"), MaxRows+1),
		"columns of a CSV": []byte(strings.Repeat("a,", MaxColumns+1)),
		"a cell of a CSV":  []byte("a,b\n" + strings.Repeat("x", MaxText+1) + ",y\n"),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Read(src); !errors.Is(err, ErrTooLarge) {
				t.Errorf("%d bytes are read: %v", len(src), err)
			}
		})
	}
}

func many(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("%d.txt", i)] = ""
	}
	return files
}

// TestEntities: a document type, which could declare entities, is refused before anything of it is unfolded.
func TestEntities(t *testing.T) {
	src := book(t, `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]>`+strings.TrimPrefix(sheetOf(`<row><c t="inlineStr"><is><t>&y;</t></is></c></row>`), `<?xml version="1.0"?>`))
	if _, err := Read(src); err == nil || !strings.Contains(err.Error(), "document type") {
		t.Error(err)
	}
}

func TestNoSpreadsheet(t *testing.T) {
	for name, src := range map[string][]byte{
		"an old XLS":     []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"),
		"half a zip":     []byte("PK\x03\x04\x14\x00"),
		"a zip of texts": pack(t, map[string]string{"a.txt": "a"}),
		"binary":         {0, 1, 2, 3},
	} {
		if b, err := Read(src); err == nil {
			t.Errorf("%s is read as %d sheets", name, len(b.Sheets))
		}
	}
}

// TestRowsOfCSV: cells have the addresses that a spreadsheet program shows, whatever blank lines and breaks there are.
func TestRowsOfCSV(t *testing.T) {
	b, err := Read([]byte("\n\na,b\n\n\"c\nd\",e\r\n\r\nf;g,h\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := b.Sheets[0]
	for _, want := range []struct {
		row, column int
		text        string
	}{{3, 1, "a"}, {5, 1, "c\nd"}, {5, 2, "e"}, {7, 1, "f;g"}} {
		if got := s.At(want.row, want.column).Text; got != want.text {
			t.Errorf("%s is %q, want %q", s.Address(want.row, want.column), got, want.text)
		}
	}
}

// FuzzRead: no file makes it panic, and what is read lies within the limits.
func FuzzRead(f *testing.F) {
	w := excelize.NewFile()
	_ = w.SetSheetRow("Sheet1", "A1", &[]any{"ID", "Title", 2.1, true})
	_ = w.MergeCell("Sheet1", "A1", "B2")
	_ = w.SetCellFormula("Sheet1", "A3", "1+1")
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		f.Fatal(err)
	}
	seeds := [][]byte{b.Bytes(), book(f, sheetOf(`<row><c r="B1"><v>1</v></c></row>`))}
	for _, seed := range []string{"a,b\n1,2\n", "a;b\n\"x\ny\";2\n", "\xff\xfea\x00,\x00b\x00", "\xb0\xa1,\xb3\xaa\n", "sep=;\na;b\n", "\"", "a\tb\n\n\n1\t2"} {
		seeds = append(seeds, []byte(seed))
	}
	fuzz.Bytes(f, seeds...)
	f.Fuzz(func(t *testing.T, src []byte) {
		b, err := Read(src)
		if err != nil {
			return
		}
		for _, s := range b.Sheets {
			if s.Rows > MaxRows || s.Width > MaxColumns {
				t.Errorf("%d rows, %d columns", s.Rows, s.Width)
			}
			for row := 1; row <= min(s.Rows, 100); row++ {
				s.Blank(row)
			}
		}
	})
}
