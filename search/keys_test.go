package search

import (
	"strings"
	"testing"
)

// TestKeysAreReversible checks every syllable: typed key by key, it is composed again.
func TestKeysAreReversible(t *testing.T) {
	for r := '가'; r <= '힣'; r++ {
		if got, ok := hangul(keys(string(r))); !ok || got != string(r) {
			t.Fatalf("%c has the keys %s, which give %s", r, keys(string(r)), got)
		}
	}
	for text, typed := range map[string]string{"다중 인증": "ekwnd dlswmd", "비밀번호": "qlalfqjsgh", "쓰기": "Tmrl", "값이": "rkqtdl", "왜": "dho"} {
		if got := keys(text); got != typed {
			t.Errorf("%s: got %s, want %s", text, got, typed)
		}
		if got, ok := hangul(strings.ReplaceAll(typed, " ", "")); !ok || got != strings.ReplaceAll(text, " ", "") {
			t.Errorf("%s: got %s", typed, got)
		}
	}
	for _, no := range []string{"access", "xkq1", "k", ""} {
		if got, ok := hangul(no); ok {
			t.Errorf("%s gives %s", no, got)
		}
	}
}
