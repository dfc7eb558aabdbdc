package book

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// payloads are texts that spreadsheet programs take for formulas where they can.
var payloads = []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", `=HYPERLINK("http://x","y")`, "=cmd|' /C calc'!A0"}

func hostile() *Book {
	t := &Table{Headed: true, Columns: []Column{{Key: "id", Head: "Id", Width: 10}, {Key: "text", Head: "Text", Width: 20, Choices: []string{"Yes", "No"}}}}
	for _, p := range payloads {
		t.Rows = append(t.Rows, []Cell{Text("x"), Text(p)})
	}
	return &Book{Title: "=1+1 & <b>", Language: "en", Created: time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC), Footer: "@foot", Sheets: []*Sheet{{Name: "List", Title: "=List", Tables: []*Table{t}}}}
}

func TestNothingBecomesAFormulaInAWorkbook(t *testing.T) {
	var out bytes.Buffer
	if err := hostile().XLSX(&out); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range payloads {
		at := name(2, i+2)
		formula, err := f.GetCellFormula("List", at)
		kind, kindErr := f.GetCellType("List", at)
		value, valueErr := f.GetCellValue("List", at)
		if err != nil || kindErr != nil || valueErr != nil || formula != "" || kind != excelize.CellTypeSharedString {
			t.Errorf("%q: formula %q, type %v, %v %v %v", p, formula, kind, err, kindErr, valueErr)
		}
		if value != p && value != strings.ReplaceAll(p, "\r", "") {
			t.Errorf("%q reads %q", p, value)
		}
	}
}

func TestNothingBecomesAFormulaInCSV(t *testing.T) {
	var out bytes.Buffer
	if err := hostile().CSV(&out); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(out.Bytes(), []byte(bom)) {
		t.Error("without a byte order mark a spreadsheet program does not know the encoding")
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(out.Bytes(), []byte(bom)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows[1:] {
		if !strings.HasPrefix(row[1], "'") {
			t.Errorf("%q is %q", payloads[i], row[1])
		}
	}
}

func TestPagesEscape(t *testing.T) {
	b := hostile()
	b.Sheets[0].Tables[0].Rows = append(b.Sheets[0].Tables[0].Rows, []Cell{Text("<script>"), Text("a|b\nc")})
	var page, text bytes.Buffer
	if err := b.HTML(&page); err != nil {
		t.Fatal(err)
	}
	if err := b.Markdown(&text); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page.String(), "<script>") || strings.Contains(page.String(), "<b>") {
		t.Error("HTML comes through")
	}
	if strings.Contains(text.String(), "<script>") || !strings.Contains(text.String(), `a\|b<br>c`) {
		t.Errorf("Markdown does not escape: %s", text.String())
	}
}

func TestSameBookSameBytes(t *testing.T) {
	b := hostile()
	numbers := &Table{Heading: "Counts", Headed: true, Columns: []Column{{Head: "Name", Width: 10}, {Head: "Count", Width: 10}}, Rows: [][]Cell{{Text("a"), Number(1)}, {Text("b"), Number(2)}}}
	for _, name := range []string{"One", "Two", "Three"} {
		b.Sheets = append(b.Sheets, &Sheet{Name: name, Tables: []*Table{numbers}, Charts: []Chart{{Title: name, Rows: 2, Values: []int{1}, Colors: []string{"1F3A5F"}}}})
	}
	var first bytes.Buffer
	if err := b.XLSX(&first); err != nil {
		t.Fatal(err)
	}
	for range 20 { // what depends on the order of a map shows only now and then
		var again bytes.Buffer
		if err := b.XLSX(&again); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Fatal("the bytes of a workbook depend on more than the book")
		}
	}
}

func TestListsAreFitToWorkWith(t *testing.T) {
	var out bytes.Buffer
	if err := hostile().XLSX(&out); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	panes, err := f.GetPanes("List")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the head does not stay in sight: %+v %v", panes, err)
	}
	validations, err := f.GetDataValidations("List")
	if err != nil || len(validations) != 1 || validations[0].Formula1 != `"Yes,No"` || !validations[0].ShowErrorMessage {
		t.Errorf("no drop-down: %+v %v", validations, err)
	}
	if props, err := f.GetSheetProps("List"); err != nil || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("the columns do not fit on the width of a page: %+v %v", props, err)
	}
	var names []string
	for _, d := range f.GetDefinedName() {
		names = append(names, d.Name)
	}
	for _, want := range []string{"_xlnm.Print_Titles", "_xlnm.Print_Area", "_xlnm._FilterDatabase"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is missing in %v", want, names)
		}
	}
}

func TestLongTextsAreCutAndSaySo(t *testing.T) {
	long := strings.Repeat("가", longest+10)
	if got := clip(long); len([]rune(got)) != longest || !strings.HasSuffix(got, "…") {
		t.Errorf("%d letters, ending %q", len([]rune(got)), got[len(got)-6:])
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := Letter(column); got != want {
			t.Errorf("%d is %s, want %s", column, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{{"", 10, 1}, {"a\nb", 10, 2}, {strings.Repeat("word ", 8), 17, 3}, {strings.Repeat("가", 20), 22, 2}, {strings.Repeat("가", 20), 16, 3}} {
		if got := linesOf(c.text, c.width); got != c.want {
			t.Errorf("%q in %v takes %d lines, want %d", c.text, c.width, got, c.want)
		}
	}
}
