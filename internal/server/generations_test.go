package server_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"weak"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
)

// TestOldDataGoes changes data again and again, with questions between, and has nothing hold what was served before once
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
			s.Query(t, `{standards{ref}}`, nil)
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
