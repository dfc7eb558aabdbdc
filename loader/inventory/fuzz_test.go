package inventory_test

import (
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

// FuzzRead: whatever a file holds, what is understood of it is sound: written in the format of this project, it is read
// without an error and as the same.
func FuzzRead(f *testing.F) {
	s := embedded(f)
	var seeds [][]byte
	for _, seed := range []string{
		"ID,Title,Status,ISO 27001:2022,ISMS-P\nA,One,yes,\"A.5.1, A.8.2\",2.5.6\n",
		"통제번호;통제명;이행상태;ISO 27001 통제\nＡ;하나;부분;Ａ．５．１\n",
		"Statement of Applicability 27001:2022\nControl reference,Control title,Applicable,Justification,Implementation status\nA.5.1,P,No,because,\n",
		"id\ttitle\tstatus\tsatisfies\tcontributes to\nX\tY\to\tiso-27001-2022/A.5.1;isms-p-2023/2.5.6-1\tA.8.2\n",
		"ID,Title,Status,Requirement\nA,One,진행중,ISO/IEC 27001:2022 A.5.17 Authentication / A.8.5 ~ A.8.7; ISMS-P 2.5.4·2.5.3\n",
		"번호,통제항목,상세내용,운영여부,인증구분,운영현황(또는 미선택사유),관련문서,기록(증적자료)\n2.5.4,비밀번호 관리,,Y,ISMS-P,,지침;절차,대장\n",
	} {
		f.Add("controls.csv", []byte(seed))
		f.Add("27001-2022.csv", []byte(seed))
		seeds = append(seeds, []byte(seed))
	}
	for _, m := range fuzz.Mutants(f, seeds...) {
		f.Add("controls.csv", m)
	}
	f.Add("own.yaml", []byte("organization: A\ncontrols:\n  - {id: \"1\", title: \"T\", status: planned}\n"))
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		r := inventory.Read(name, src, s, inventory.Options{})
		for _, n := range r.Notes {
			if n.Message == "" || n.Severity.String() == "invalid" {
				t.Errorf("a note without a message or a severity: %+v", n)
			}
		}
		if len(r.Inventory.Controls) == 0 || !strings.HasSuffix(name, ".csv") {
			return
		}
		text, err := inventory.YAML(&r.Inventory)
		if err != nil {
			t.Fatalf("it cannot be written: %v\n%q", err, src)
		}
		again := inventory.Read("again.yaml", text, s, inventory.Options{})
		if !again.OK() {
			t.Fatalf("what was understood is not sound: %v\n%s\n%q", again.Notes, text, src)
		}
		if len(again.Inventory.Controls) != len(r.Inventory.Controls) {
			t.Fatalf("%d controls become %d\n%s", len(r.Inventory.Controls), len(again.Inventory.Controls), text)
		}
	})
}
