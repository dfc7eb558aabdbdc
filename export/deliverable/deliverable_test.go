package deliverable

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func engine(t *testing.T, sources ...loader.Source) *coverage.Engine {
	t.Helper()
	result, err := loader.Load(t.Context(), sources...)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		t.Errorf("%s", d)
	}
	s, err := graph.Build(graph.Revision{Number: 1, Hash: "0123456789abcdef"}, result.Datasets)
	if err != nil {
		t.Fatal(err)
	}
	return coverage.New(s)
}

// small is an engine on the data of the goldens, which is made for them and does not change with ours.
var small = sync.OnceValues(func() (loader.Source, error) { return loader.Open("testdata/data") })

func smallEngine(t *testing.T) *coverage.Engine {
	t.Helper()
	source, err := small()
	if err != nil {
		t.Fatal(err)
	}
	return engine(t, source)
}

// controls are one of each status, and one whose texts are formulas.
var controls = []graph.Control{
	{ID: "AR-1", Title: "Access review", Owner: "Kim", Status: graph.Implemented, Satisfies: []string{"isms-p-2023/2.5.6", "iso-27001-2013/A.9.2.5", "iso-27001-2022/A.5.18"}, Documents: []string{"Access standard §7"}, Evidence: []string{"Review 2026-Q3"}, ReviewedOn: "2026-10-01"},
	{ID: "PW-1", Title: "비밀번호 정책", Owner: "박담당", Status: graph.Planned, Satisfies: []string{"isms-p-2023/2.5.4", "iso-27001-2022/A.5.17"}},
	{ID: "SC-1", Title: "Secure coding", Status: graph.NotApplicable, Reason: "No software is developed.", Satisfies: []string{"iso-27001-2022/A.8.28", "isms-p-2023/2.8.5"}},
	{ID: "MG-1", Title: "=1+1", Owner: "=cmd", Status: graph.NotApplicable, Satisfies: []string{"isms-p-2023/1.1.1"}},
}

func requests() []Request {
	ask := func(kind Kind, l Language, held, target string) Request {
		q := coverage.Question{Target: target, AsOf: "2026-11-28", Controls: controls}
		if held != "" {
			q.Held = strings.Split(held, ",")
		}
		return Request{Kind: kind, Language: l, Question: q, Organization: "Example & Co"}
	}
	return []Request{
		ask(Workbook, Both, "iso-27001-2022", "isms-p-2023"),
		ask(Applicability, English, "isms-p-2023", "iso-27001-2022"),
		ask(OperationStatement, Korean, "", "isms-p-2023"),
		ask(OperationStatement, Korean, "iso-27001-2022", "isms-2023"),
		ask(Transition, English, "iso-27001-2013", "iso-27001-2022"),
		ask(AuditTime, English, "iso-27001-2022,isms-p-2023", "iso-27001-2013"),
		ask(Summary, Both, "iso-27001-2022", "isms-p-2023"),
	}
}

// TestGoldens compares what is in each document with the golden files: of a workbook every cell, read back.
func TestGoldens(t *testing.T) {
	e := smallEngine(t)
	for _, r := range requests() {
		name := fmt.Sprintf("%s-%s-%s.golden", r.Kind, r.Target, r.Language)
		t.Run(name, func(t *testing.T) {
			d, err := Make(e, r)
			if err != nil {
				t.Fatal(err)
			}
			got := string(d.Content)
			if strings.HasSuffix(d.Name, ".xlsx") {
				got = cells(t, d.Content)
			}
			file := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("run with -update if this is meant (-want +got):\n%s", diff)
			}
		})
	}
}

// cells lists every cell of a workbook with what it holds, and the choices of its columns.
func cells(t *testing.T, content []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&b, "== %s\n", sheet)
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, value := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				formula, err := f.GetCellFormula(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				if formula != "" {
					value += "  =" + formula
				}
				if value != "" {
					fmt.Fprintf(&b, "%s\t%s\n", at, strings.ReplaceAll(value, "\n", " ⏎ "))
				}
			}
		}
		validations, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range validations {
			fmt.Fprintf(&b, "%s\t[%s %s %s]\n", v.Sqref, v.Type, v.Formula1, v.Formula2)
		}
	}
	return b.String()
}

// TestFormulasAreOurs calculates every formula of every document: each gives the value that the other formats show, and no
// text of the inventory has become one.
func TestFormulasAreOurs(t *testing.T) {
	e := smallEngine(t)
	formulas := 0
	for _, r := range requests() {
		if FormatsOf(r.Kind)[0] != XLSX {
			continue
		}
		d, err := Make(e, r)
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(d.Content))
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				for j, value := range row {
					at, _ := excelize.CoordinatesToCellName(j+1, i+1)
					formula, _ := f.GetCellFormula(sheet, at)
					if formula == "" {
						continue
					}
					formulas++
					if strings.Contains(formula, "cmd") || strings.Contains(formula, "1+1") {
						t.Errorf("%s %s!%s: %s comes from the inventory", d.Name, sheet, at, formula)
					}
					got, err := f.CalcCellValue(sheet, at)
					if value == "" { // the library keeps no text beside a formula
						value = shown(t, e, r, sheet, got)
					}
					if err != nil || got != value {
						t.Errorf("%s %s!%s: %s gives %q, %v; the other formats show %q", d.Name, sheet, at, formula, got, err, value)
					}
				}
			}
			validations, err := f.GetDataValidations(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range validations {
				if strings.Contains(v.Formula1, "cmd") {
					t.Errorf("%s %s: the choices %s come from the inventory", d.Name, sheet, v.Formula1)
				}
			}
		}
	}
	if formulas < 20 {
		t.Errorf("only %d formulas were found", formulas)
	}
}

// shown returns the text that the book has for some formula of the sheet, if it is the one that was calculated. Formulas
// of texts stand in the last column of lists, or alone.
func shown(t *testing.T, e *coverage.Engine, r Request, sheet, calculated string) string {
	t.Helper()
	m := &maker{Request: r, engine: e, tongue: newTongue(r.Language, r.Kind)}
	b, err := m.book()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, s := range b.Sheets {
		for _, table := range s.Tables {
			for _, row := range table.Rows {
				for _, c := range row {
					if s.Name == sheet && c.Formula != "" && !c.Numeric {
						texts = append(texts, c.Text)
					}
				}
			}
		}
	}
	if slices.Contains(texts, calculated) {
		return calculated
	}
	return strings.Join(texts, " | ")
}

// TestAuditTimeCalculates fills the worksheet in.
func TestAuditTimeCalculates(t *testing.T) {
	d, err := Make(smallEngine(t), requests()[5])
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(d.Content))
	if err != nil {
		t.Fatal(err)
	}
	sheet := f.GetSheetList()[0]
	for at, value := range map[string]float64{"B5": 8, "B6": 5.5, "B8": 15} { // two standards, and the reduction in percent
		if err := f.SetCellFloat(sheet, at, value, -1, 64); err != nil {
			t.Fatal(err)
		}
	}
	for at, want := range map[string]string{"B7": "13.5", "B9": "11.475", "B10": "11.5", "B11": "✓ complete"} {
		if got, err := f.CalcCellValue(sheet, at); err != nil || got != want {
			t.Errorf("%s is %q, %v; want %q", at, got, err, want)
		}
	}
	if err := f.SetCellFloat(sheet, "B8", 25, -1, 64); err != nil {
		t.Fatal(err)
	}
	if got, _ := f.CalcCellValue(sheet, "B11"); !strings.HasPrefix(got, "⚠") {
		t.Errorf("a reduction of 25 %% reads %q", got)
	}
}

// TestEmbedded makes every kind of document of our data: the rows that the issue of a certificate asks for, in every
// format and language.
func TestEmbedded(t *testing.T) {
	e := engine(t, loader.Embedded())
	for _, c := range []struct {
		kind         Kind
		held, target string
		rows         int // of the CSV, without its head
	}{
		{OperationStatement, "", "isms-p-2023", 101}, {OperationStatement, "", "isms-2023", 80}, {OperationStatement, "", "isms-p-2024-7-2", 62},
		{Applicability, "", "iso-27001-2022", 93}, {Applicability, "", "iso-27701-2019", 49}, {Applicability, "", "iso-27701-2025", 78}, {Applicability, "", "iso-42001-2023", 38},
		{Workbook, "iso-27001-2022", "isms-p-2023/2.5", 6},
		{Transition, "iso-27001-2013", "iso-27001-2022", 123}, {Transition, "iso-27701-2019", "iso-27701-2025", 110},
	} {
		q := coverage.Question{Target: c.target, AsOf: "2026-11-28"}
		if c.held != "" {
			q.Held = []string{c.held}
		}
		d, err := Make(e, Request{Kind: c.kind, Format: CSV, Language: English, Question: q})
		if err != nil {
			t.Errorf("%s of %s: %v", c.kind, c.target, err)
			continue
		}
		rows := records(t, d.Content)
		if len(rows)-1 != c.rows {
			t.Errorf("%s of %s has %d rows, want %d", c.kind, c.target, len(rows)-1, c.rows)
		}
	}
	for _, kind := range Kinds {
		for _, format := range FormatsOf(kind) {
			q := coverage.Question{Held: []string{"iso-27001-2013"}, Target: "iso-27001-2022", AsOf: "2026-11-28"}
			if kind == OperationStatement {
				q.Target = "isms-2023"
			}
			for _, l := range Languages {
				if format == XLSX && l != Both {
					continue
				}
				if d, err := Make(e, Request{Kind: kind, Format: format, Language: l, Question: q}); err != nil || len(d.Content) < 500 {
					t.Errorf("%s as %s in %s: %v", kind, format, l, err)
				}
			}
		}
	}
}

// TestOperationColumns: the authority takes these columns and no others.
func TestOperationColumns(t *testing.T) {
	r := requests()[2]
	r.Format = CSV
	d, err := Make(smallEngine(t), r)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"번호", "통제항목", "상세내용", "운영여부", "인증구분", "운영현황(또는 미선택사유)", "관련문서", "기록(증적자료)"}
	if diff := cmp.Diff(want, records(t, d.Content)[0]); diff != "" {
		t.Error(diff)
	}
	r.Format = XLSX
	if d, err = Make(smallEngine(t), r); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(d.Content))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, rows[0]); diff != "" {
		t.Error(diff)
	}
}

func TestWrongTargets(t *testing.T) {
	e := smallEngine(t)
	for _, c := range []struct {
		kind         Kind
		format       Format
		held, target string
		want         string
	}{
		{Applicability, "", "", "isms-p-2023", "Annex A"},
		{Applicability, "", "", "iso-27001-2022/A.5", "Annex A"},
		{OperationStatement, "", "", "iso-27001-2022", "ISMS"},
		{Transition, "", "iso-27001-2022,isms-p-2023", "iso-27001-2022", "exactly the old edition"},
		{Transition, "", "iso-27001-2022", "iso-27001-2022", "another edition"},
		{Summary, XLSX, "iso-27001-2022", "isms-p-2023", "md or html"},
		{Workbook, "", "iso-27001-2022", "isms-p-2033", "isms-p-2033"},
	} {
		q := coverage.Question{Target: c.target}
		if c.held != "" {
			q.Held = strings.Split(c.held, ",")
		}
		_, err := Make(e, Request{Kind: c.kind, Format: c.format, Language: English, Question: q})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s of %s: %v, want %q in it", c.kind, c.target, err, c.want)
		}
	}
}

func records(t *testing.T, content []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// BenchmarkMake makes each kind of document of our data, beside the answer that it presents.
func BenchmarkMake(b *testing.B) {
	result, err := loader.Load(b.Context(), loader.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	s, err := graph.Build(graph.Revision{Number: 1}, result.Datasets)
	if err != nil {
		b.Fatal(err)
	}
	e := coverage.New(s)
	q := coverage.Question{Held: []string{"iso-27001-2013"}, Target: "iso-27001-2022", AsOf: "2026-11-28"}
	b.Run("answer", func(b *testing.B) {
		for b.Loop() {
			a, err := e.Gap(q)
			if err != nil {
				b.Fatal(err)
			}
			for _, item := range a.Items {
				item.Proof()
			}
		}
	})
	for _, kind := range Kinds {
		for _, format := range []Format{FormatsOf(kind)[0], HTML} {
			asked := q
			if kind == OperationStatement {
				asked.Target = "isms-p-2023"
			}
			b.Run(string(kind)+"-"+string(format), func(b *testing.B) {
				for b.Loop() {
					if _, err := Make(e, Request{Kind: kind, Format: format, Language: Both, Question: asked}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
