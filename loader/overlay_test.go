package loader

import (
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/internal/fuzz"
)

// FuzzOverlay: an overlay is read whole, of requirements that exist, or there are diagnostics, which repeat nothing of a text.
func FuzzOverlay(f *testing.F) {
	s, _ := acme(f)
	std := s.Standards()[0]
	number := std.Requirements()[0].Number
	const secret = "licensed words"
	fuzz.Texts(f,
		"standard: "+std.Ref+"\ntexts:\n  \""+number+"\": {en: \""+secret+"\", ko: \"가\"}\n",
		"standard: "+std.Ref+"\ntexts:\n  \""+number+"\": {en: |\n    "+secret+"\n    more}\n",
		"standard: "+std.Ref+"\ntexts: {\""+number+"\": \""+secret+"\", \"x\": {en: \""+secret+"\"}}\n", "texts: {}\n", "standard: [a]\ntexts: 1\n", "")
	f.Fuzz(func(t *testing.T, src string) {
		overlay, diagnostics := ReadOverlay("o.yaml", []byte(src), s)
		if (overlay == nil) != (len(diagnostics) > 0) {
			t.Errorf("%v, %v", overlay, diagnostics)
		}
		for ref, texts := range overlay {
			if s.Requirement(ref) == nil || len(texts) == 0 {
				t.Errorf("%d texts of %q", len(texts), ref)
			}
		}
		for _, d := range diagnostics {
			if d.Code != "O001" && strings.Contains(d.String(), secret) {
				t.Errorf("the text is repeated: %v", d)
			}
		}
	})
}
