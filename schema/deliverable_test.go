package schema_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
)

// document is an answer to the field deliverable; the decoder of JSON takes base 64 for bytes.
type document struct {
	Deliverable struct {
		FileName, MediaType string
		Content             []byte
	}
}

func TestDeliverableIsAFile(t *testing.T) {
	s := servertest.New(t)
	ask := func(args string) document {
		t.Helper()
		a := s.Query(t, `{ deliverable(held: ["iso-27001-2022"], target: "isms-p-2023/2.5", asOf: "2026-11-28", `+args+`) { fileName mediaType content } }`, nil)
		if len(a.Errors) > 0 {
			t.Fatal(a.Errors)
		}
		var d document
		if err := json.Unmarshal(a.Data, &d); err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := ask(`kind: WORKBOOK, format: XLSX, language: KO`).Deliverable
	if d.FileName != "workbook-isms-p-2023-2.5-2026-11-28-ko.xlsx" || d.MediaType != "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" {
		t.Errorf("%s is %s", d.FileName, d.MediaType)
	}
	f, err := excelize.OpenReader(bytes.NewReader(d.Content))
	if err != nil {
		t.Fatal(err)
	}
	if rows, err := f.GetRows("갭 목록"); err != nil || len(rows) != 7 {
		t.Errorf("the gap list has %d rows, %v; want the head and six requirements", len(rows), err)
	}
	if again := ask(`kind: WORKBOOK, format: XLSX, language: KO`).Deliverable; !bytes.Equal(d.Content, again.Content) {
		t.Error("the same question gave other bytes")
	}
	if got := ask(`kind: SUMMARY, format: HTML, organization: "A <b>"`).Deliverable; got.FileName != "summary-isms-p-2023-2.5-2026-11-28-en.html" || !strings.Contains(string(got.Content), "A &lt;b&gt;: Executive summary") {
		t.Errorf("%s: %.300s", got.FileName, got.Content)
	}
}

func TestDeliverableRefuses(t *testing.T) {
	s := servertest.New(t)
	for args, want := range map[string]string{
		`kind: SOA, format: XLSX, held: [], target: "isms-p-2023"`:                 schema.CodeBadInput,
		`kind: SUMMARY, format: XLSX, held: [], target: "isms-p-2023"`:             schema.CodeBadInput,
		`kind: TRANSITION, format: CSV, held: [], target: "isms-p-2023"`:           schema.CodeBadInput,
		`kind: WORKBOOK, format: CSV, held: ["iso-27001"], target: "isms-p-2023"`:  schema.CodeUnknownRef,
		`kind: OPERATION_STATEMENT, format: CSV, held: [], target: "isms-p-20233"`: schema.CodeUnknownRef,
	} {
		a := s.Query(t, `{ deliverable(`+args+`) { fileName } }`, nil)
		if len(a.Errors) != 1 || a.Errors[0].Extensions.Code != want {
			t.Errorf("%s: %v, want %s", args, a.Errors, want)
		}
	}
}
