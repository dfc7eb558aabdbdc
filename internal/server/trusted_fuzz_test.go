package server

import (
	"testing"

	"github.com/vektah/gqlparser/v2"

	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/schema"
)

// FuzzTrusted: what is taken for a manifest of trusted documents has documents, and each fits the schema.
func FuzzTrusted(f *testing.F) {
	fuzz.Bytes(f,
		[]byte(`{"a":"{revision{number}}","b":"query B{standards{ref}}"}`),
		[]byte(`{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"x","name":"B","type":"query","body":"query B{standards{ref}}"}]}`),
		[]byte(`{"a":"{nothing}"}`), []byte("{}"), []byte("null"), []byte(`{"a":"fragment F on Query{__typename}"}`))
	valid := schema.New(nil).Schema()
	f.Fuzz(func(t *testing.T, src []byte) {
		m, err := readManifest(src)
		if err != nil {
			return
		}
		if len(m.documents) == 0 {
			t.Error("no document, and nobody says so")
		}
		for id, text := range m.documents {
			if _, errs := gqlparser.LoadQueryWithRules(valid, text, nil); len(errs) > 0 {
				t.Errorf("%q: %v", id, errs)
			}
		}
	})
}
