package server_test

import (
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"
	"weak"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
)

// TestOldDataGoes changes data again and again, with questions and tools of assistants between, and has nothing hold what was served before once
// nobody is answered from it: not the request that had it loaded, and not the answers that were given from it.
func TestOldDataGoes(t *testing.T) {
	s := servertest.NewEditableOf(t, few(t))
	var old []weak.Pointer[schema.Data]
	for i := 1; i <= 5; i++ {
		name := fmt.Sprint("acme", i)
		made := s.Query(t, `mutation($in: ImportDataInput!) { importData(input: $in) { accepted change { revision } } }`, map[string]any{"in": map[string]any{
			"expectedRevision": i, "files": []map[string]string{{"name": name + ".yaml", "text": "standard: " + name + "\n" + acme}},
		}})
		if !strings.Contains(string(made.Data), fmt.Sprintf(`"accepted":true,"change":{"revision":%d}`, i+1)) {
			t.Fatal(made.Errors, string(made.Data))
		}
		if i < 5 { // the last is asked nothing that would push older answers out
			s.Query(t, `{standards{ref}}`, nil)
			s.Query(t, `{standards{ref} search(query:"password"){totalCount} gapAnalysis(held:["iso-27001-2022"],target:"isms-p-2023"){items(first:5){edges{node{proof{steps{rule}}}}}}}`, nil)
			s.Query(t, `{changeLog(first:5){totalCount}}`, nil)
			for _, tool := range []string{`"standards","arguments":{}`, `"search","arguments":{"query":"password"}`} {
				r, answer := do(t, "POST", s.URL+"/mcp", `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":`+tool+`}}`,
					"Content-Type: application/json", "Accept: application/json, text/event-stream", "Authorization: Bearer "+s.Key)
				if r.StatusCode != http.StatusOK || !strings.Contains(answer, "structuredContent") {
					t.Fatal(r.Status, answer)
				}
			}
			old = append(old, weak.Make(s.Data.Load()))
		}
	}
	deadline := time.Now().Add(10 * time.Second)
	for {
		runtime.GC()
		var held []int
		for i, p := range old {
			if p.Value() != nil {
				held = append(held, i+2)
			}
		}
		if len(held) == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the data of revisions %v is held, and revision 6 is served", held)
		}
		time.Sleep(20 * time.Millisecond)
	}
}
