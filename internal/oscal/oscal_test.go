package oscal

import "testing"

func TestTokensReadBack(t *testing.T) {
	for _, ref := range []string{"iso-27001-2022/A.5.17", "isms-p-2023/2.5.4-1", "iso-hs", "iso-27001-2022/*"} {
		if got := Ref(Token(ref)); got != ref {
			t.Errorf("Ref(Token(%q)) = %q", ref, got)
		}
	}
}

func TestUUIDsComeFromNames(t *testing.T) {
	const want = "a38fc605-1fb0-50cc-bd22-0f03b39907a6" // files that were written refer to it
	if got := UUID("catalog|iso-27001-2022"); got != want {
		t.Errorf("the UUID is %s, want %s", got, want)
	}
	if UUID("a") == UUID("b") {
		t.Error("two names have one UUID")
	}
}

func TestTextsReadBack(t *testing.T) {
	for _, text := range []string{"한 줄", "two\nlines", " space ", "see-remarks", "see-remarks\n"} {
		props := []Property{TextProperty(PropWhy, "ko", text)}
		if got := Find(props, PropWhy, "ko"); got != text {
			t.Errorf("%q reads back as %q", text, got)
		}
	}
}
