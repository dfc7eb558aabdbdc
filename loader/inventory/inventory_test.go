package inventory_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

// embedded links the data that is built into the program, once for all tests: reading changes nothing in it.
func embedded(t testing.TB) *graph.Snapshot {
	t.Helper()
	if shared == nil {
		result, err := loader.Load(t.Context(), loader.Embedded())
		if err != nil {
			t.Fatal(err)
		}
		if shared, err = graph.Build(graph.Revision{}, result.Datasets); err != nil {
			t.Fatal(err)
		}
	}
	return shared
}

var shared *graph.Snapshot

// lines returns a reading as a text to compare: controls, then the notes from a severity up.
func lines(r *inventory.Reading, from inventory.Severity) string {
	var b strings.Builder
	for _, c := range r.Inventory.Controls {
		fmt.Fprintf(&b, "%s|%s|%s|%s|%s\n", c.ID, c.Title, c.Status, strings.Join(c.Satisfies, " "), strings.Join(c.Contributes, " "))
	}
	for _, n := range r.Notes {
		if n.Severity >= from {
			fmt.Fprintf(&b, "%s %s: %s\n", n.Severity, n.Place, n.Message)
		}
	}
	return b.String()
}

func expect(t *testing.T, r *inventory.Reading, from inventory.Severity, want string) {
	t.Helper()
	if diff := cmp.Diff(strings.TrimLeft(want, "\n"), lines(r, from)); diff != "" {
		t.Errorf("reading (-want +got):\n%s", diff)
	}
}

var satisfies = inventory.Options{Links: inventory.Satisfies}

func TestCSV(t *testing.T) {
	s := embedded(t)
	for _, test := range []struct{ name, csv, want string }{
		{"english", "ID,Control,Status,ISO 27001:2022,ISMS-P\nAC-1,Access review,Implemented,\"A.5.18, A.8.2\",2.5.6\n", `
AC-1|Access review|implemented|iso-27001-2022/A.5.18 iso-27001-2022/A.8.2 isms-p-2023/2.5.6|
warning E2: "ISMS-P" names no edition; it is read as isms-p-2023, which is in force
`},
		{"korean, semicolons, title rows, blank lines", "보안통제 목록;;;;\n\n회사명: 가나다;;;;\n통제번호;통제명;이행상태;ISO 27001:2022 통제;비고\n\nＡＣ－１;접근권한 검토;이행완료;Ａ．５．１８\nBK-1;백업;부분;A 8.13\nPW-1;비밀번호;계획;A5.17/A.8.5\n", `
AC-1|접근권한 검토|implemented|iso-27001-2022/A.5.18|
BK-1|백업|partial|iso-27001-2022/A.8.13|
PW-1|비밀번호|planned|iso-27001-2022/A.5.17 iso-27001-2022/A.8.5|
`},
		{"tabs, full refs, points", "id\ttitle\tstatus\tsatisfies\tcontributes to\nX\tReview\ty\tiso-27001-2022/A.5.18; isms-p-2023/2.5.6-1\tiso-27001-2022/A.8.2\n", `
X|Review|implemented|iso-27001-2022/A.5.18 isms-p-2023/2.5.6-1|iso-27001-2022/A.8.2
`},
		{"one requirement a row", "통제 ID,통제명,상태,표준,요구사항\nC1,권한 검토,구현,ISO/IEC 27001:2022,A.5.18\nC1,권한 검토,구현,isms-p-2023,2.5.6\n", `
C1|권한 검토|implemented|iso-27001-2022/A.5.18 isms-p-2023/2.5.6|
`},
		{"faults", "ID,Title,Status,ISO 27001:2022\nA,One,maybe,A.5.1\nB,Two,,A.5.2\nC,Three,Yes,A.5.81\nD,Four,Yes,A.9.2.4\nE,Five,Yes,A.5.1~A.5.3\nF,Six,N/A,A.8.28\n,Seven,Yes,A.5.4\nG,Eight,Yes,see policy\nC,Other,Yes,A.5.1\n", `
C|Three|implemented||
D|Four|implemented||
E|Five|implemented||
G|Eight|implemented||
error C2: "maybe" is no status that is known; write implemented, partial, planned, not implemented or not applicable (구현, 부분, 계획, 미이행, 해당없음); the control "A" is left out
error C3: the control "B" has no status and is left out; write implemented, partial, planned, not implemented or not applicable (구현, 부분, 계획, 미이행, 해당없음)
error D4: iso-27001-2022 has no "A.5.81"; did you mean iso-27001-2022/A.5.8, iso-27001-2022/A.5.1, iso-27001-2022/A.5.11?
error D5: iso-27001-2022 has no "A.9.2.4"; it is an id of iso-27001-2013
error D6: "A.5.1~A.5.3" is a range; name each id in it
error C7: the control "F" is not applicable, and no column says why; it is left out
error A8: this row has no id and is left out; merge the cells of a control over its rows, or write the id in each of them
error D9: "see policy" is no id
error A10: the id "C" is here twice, first in A4, with another title, status or scope; the second is left out
`},
		{"no edition, two in force", "ID,Title,Status,ISO 9001\nA,One,yes,7.5.1\n", `
A|One|implemented||
error D2: "ISO 9001" names no edition, and several are in force: iso-9001-2015, iso-9001-2026; write which one
`},
		{"no standard", "ID,Title,Status,Requirement\nA,One,yes,A.5.18\n", `
A|One|implemented||
error D2: "A.5.18" is an id of which standard? Name it in the heading of the column, such as "ISO 27001:2022", before the id, or with --ids-of; it is one of iso-27001-2022
`},
		{"statement of applicability", "Statement of Applicability ISO/IEC 27001:2022,,,,\nControl reference,Control title,Applicable,Justification,Implementation status\nA.5.1,Policies,Yes,,Implemented\nA.8.28,Secure coding,No,No software is developed,\nA.8.30 Outsourced,Outsourced development,Yes,,In progress\n", `
A.5.1|Policies|implemented|iso-27001-2022/A.5.1|
A.8.28|Secure coding|not-applicable|iso-27001-2022/A.8.28|
A.8.30 Outsourced|Outsourced development|planned|iso-27001-2022/A.8.30|
warning E5: "In progress" is read as planned: what is not finished proves nothing; write partial where a part is in place
`},
		{"27002 numbers", "ID,Title,Status,ISO 27001:2022\nA,One,yes,5.17\nB,Two,yes,5.1\n", `
A|One|implemented|iso-27001-2022/A.5.17|
B|Two|implemented||
warning D2: ids without a letter, such as "5.17", are read as those of annex A (A.5.17): iso-27001-2022 has no clause of that number
error D3: "5.1" can be the clause 5.1 or the control A.5.1; write A.5.1, or Clause in the heading of another column
`},
		{"several standards in a cell", "ID,Title,Status,관련 통제\nA,One,yes,\"ISO/IEC 27001:2022 A.5.17 Authentication information, A.8.5; ISMS-P(2023) 2.5.4·2.5.3\"\n", `
A|One|implemented|iso-27001-2022/A.5.17 iso-27001-2022/A.8.5 isms-p-2023/2.5.4 isms-p-2023/2.5.3|
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			expect(t, inventory.Read("controls.csv", []byte(test.csv), s, satisfies), inventory.Warning, test.want)
		})
	}
}

func TestEncodings(t *testing.T) {
	s := embedded(t)
	const text = "통제번호,통제명,이행상태,ISO 27001:2022\r\nAC-1,접근권한 검토,이행완료,A.5.18\r\n"
	cp949, err := korean.EUCKR.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for name, src := range map[string][]byte{
		"UTF-8": []byte(text), "UTF-8 with its mark": append([]byte("\xef\xbb\xbf"), text...), "Windows-949": cp949, "UTF-16": utf16,
	} {
		t.Run(name, func(t *testing.T) {
			expect(t, inventory.Read("c.csv", src, s, satisfies), inventory.Warning, "AC-1|접근권한 검토|implemented|iso-27001-2022/A.5.18|\n")
		})
	}
	for name, src := range map[string]string{"binary": "\x00\x01\x02", "neither": "a,b\xff\xff\n", "half UTF-16": "\xff\xfeab\x00\xd8"} {
		if r := inventory.Read("c.csv", []byte(src), s, satisfies); r.OK() {
			t.Errorf("%s was read: %s", name, lines(r, inventory.Info))
		}
	}
}

// workbook makes an XLSX as people have them.
func workbook(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(f *excelize.File, sheet, cell string, values ...any) {
	if err := f.SetSheetRow(sheet, cell, &values); err != nil {
		panic(err)
	}
}

func TestWorkbook(t *testing.T) {
	s := embedded(t)
	src := workbook(t, func(f *excelize.File) {
		f.SetSheetName("Sheet1", "통제 목록")
		sheet := "통제 목록"
		set(f, sheet, "A1", "2026년 정보보호 통제 목록")
		f.MergeCell(sheet, "A1", "F1")
		set(f, sheet, "A3", "통제", "", "이행상태", "ISO 27001:2022", "ISMS-P 2023", "담당자", "최종 검토일")
		set(f, sheet, "A4", "번호", "통제명")
		f.MergeCell(sheet, "A3", "B3")
		for _, c := range []string{"C", "D", "E", "F", "G"} {
			f.MergeCell(sheet, c+"3", c+"4")
		}
		set(f, sheet, "A5", "1. 접근통제")
		f.MergeCell(sheet, "A5", "G5")
		set(f, sheet, "A6", "AC-1", "접근권한 검토", "이행", "A.5.18\nA.8.2", "2.5.6", "김", "2026. 3. 2.")
		set(f, sheet, "A7", "", "", "", "A.5.15")
		f.MergeCell(sheet, "A6", "A7")
		f.MergeCell(sheet, "B6", "B7")
		f.MergeCell(sheet, "C6", "C7")
		set(f, sheet, "A9", "BK-1", "백업", "일부", "A.8.13", "2.9.3")
		set(f, sheet, "A10", "CL-1", "조항", "이행", 5.1, 9.3) // 5.1: a clause, or A.5.1 or A.5.10 cut short
		style, _ := f.NewStyle(&excelize.Style{NumFmt: 2})
		set(f, sheet, "A11", "CL-2", "조항", "이행", 9.1)
		f.SetCellStyle(sheet, "D11", "D11", style) // shows 9.10
		f.SetCellFormula(sheet, "A12", `"CL-"&"3"`)
		set(f, sheet, "B12", "수식", "이행", "A.5.1")
		f.NewSheet("표지")
		set(f, "표지", "A1", "표지입니다")
	})
	r := inventory.Read("acme.xlsx", src, s, satisfies)
	expect(t, r, inventory.Warning, `
AC-1|접근권한 검토|implemented|iso-27001-2022/A.5.18 iso-27001-2022/A.8.2 isms-p-2023/2.5.6 iso-27001-2022/A.5.15|
BK-1|백업|partial|iso-27001-2022/A.8.13 isms-p-2023/2.9.3|
CL-1|조항|implemented||
CL-2|조항|implemented||
error '통제 목록'!D10: the number 5.1 can be the id 5.1 or A.5.10; format the cell as text and write the id again
error '통제 목록'!E10: isms-p-2023 has no "9.3"; did you mean isms-p-2023/1.3, isms-p-2023/2.3, isms-p-2023/3.3?
error '통제 목록'!D11: iso-27001-2022 has no "9.10"; did you mean iso-27001-2022/9.1, iso-27001-2022/9.2, iso-27001-2022/9.3?
error '통제 목록'!A12: this formula has no stored value, and formulas are not worked out; open the file in a spreadsheet program and save it again
error '통제 목록'!A12: this row has no id and is left out; merge the cells of a control over its rows, or write the id in each of them
`)
	if c := r.Inventory.Controls[0]; c.Owner != "김" || c.ReviewedOn != "2026-03-02" {
		t.Errorf("owner %q, reviewed on %q", c.Owner, c.ReviewedOn)
	}
}

// TestAmbiguousNumber: a number whose format drops decimals can be two ids; text and formats that keep them cannot.
func TestAmbiguousNumber(t *testing.T) {
	s := embedded(t)
	src := workbook(t, func(f *excelize.File) {
		set(f, "Sheet1", "A1", "ID", "Title", "Status", "ISO 27001:2022 Annex A")
		set(f, "Sheet1", "A2", "A", "general", "yes", 5.1)
		set(f, "Sheet1", "A3", "B", "text", "yes", "5.10")
		set(f, "Sheet1", "A4", "C", "two decimals", "yes", 5.1)
		two, _ := f.NewStyle(&excelize.Style{NumFmt: 2})
		f.SetCellStyle("Sheet1", "D4", "D4", two)
		set(f, "Sheet1", "A5", "D", "one id alone", "yes", 6.2)
	})
	expect(t, inventory.Read("a.xlsx", src, s, satisfies), inventory.Warning, `
A|general|implemented||
B|text|implemented|iso-27001-2022/A.5.10|
C|two decimals|implemented|iso-27001-2022/A.5.10|
D|one id alone|implemented|iso-27001-2022/A.6.2|
error Sheet1!D2: the number 5.1 can be the id A.5.1 or A.5.10; format the cell as text and write the id again
`)
}

// TestYAML: what was read is written in the canonical form, and that is read as the same.
func TestYAML(t *testing.T) {
	s := embedded(t)
	r := inventory.Read("가나다.csv", []byte("통제번호,통제명,이행상태,ISO 27001:2022,담당자,증적,관련문서\nAC-1,\"접근 \"\"검토\"\"\",이행,A.5.18,김,대장;캡처,지침 제3조\n"), s, satisfies)
	text, err := inventory.YAML(&r.Inventory)
	if err != nil {
		t.Fatal(err)
	}
	again := inventory.Read("x.yaml", text, s, inventory.Options{})
	if diff := cmp.Diff(r.Inventory, again.Inventory); diff != "" || !again.OK() {
		t.Errorf("%s\n%s\n%v", diff, text, again.Notes)
	}
}

// TestTemplates: a statement that is filled in by half, with a sheet of sources beside it.
func TestTemplates(t *testing.T) {
	src := workbook(t, func(f *excelize.File) {
		set(f, "Sheet1", "A1", "번호", "통제항목", "운영여부", "인증구분", "운영현황(또는 미선택사유)", "관련문서", "기록(증적자료)")
		set(f, "Sheet1", "A2", "2.5", "인증 및 권한관리")
		set(f, "Sheet1", "A3", "2.5.4", "비밀번호 관리", "Y", "ISMS-P 2023", "적용", "지침 제5조", "화면")
		set(f, "Sheet1", "A4", "2.5.6", "접근권한 검토", "", "ISMS-P 2023")
		set(f, "Sheet1", "A5", "3.5.1", "처리방침", "N/A", "ISMS-P 2023", "대상 아님")
		f.NewSheet("출처")
		set(f, "출처", "A1", "번호", "제목", "문서")
		set(f, "출처", "A2", "1", "고시", "별표 7")
	})
	r := inventory.Read("a.xlsx", src, embedded(t), satisfies)
	expect(t, r, inventory.Warning, `
2.5.4|비밀번호 관리|implemented|isms-p-2023/2.5.4|
3.5.1|처리방침|not-applicable|isms-p-2023/3.5.1|
warning 출처!A1: the sheet "출처" has no column of statuses, as another one has; it is not read
`)
	soa := []byte("Control reference,Control title,Implementation status\nA.5.1,Policies,Implemented\n")
	if r := inventory.Read("a.csv", soa, embedded(t), inventory.Options{Standard: "iso-27001-2022"}); !r.OK() || r.Inventory.Controls[0].Satisfies[0] != "iso-27001-2022/A.5.1" {
		t.Error(lines(r, inventory.Info))
	}
}
