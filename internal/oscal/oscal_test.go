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
	const name = "iso-27001-2022"
	if first, second := UUID(name), UUID(name); first != second || first == UUID("iso-27001-2013") {
		t.Error("a UUID is not a function of the name")
	}
	if got := UUID(name); got[14] != '5' {
		t.Errorf("%s is not of version 5", got)
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
