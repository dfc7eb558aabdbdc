package schema_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

func TestUnknownScheme(t *testing.T) {
	s := servertest.New(t)
	for _, c := range []struct{ document, code, part string }{
		{`{ facts(scheme: "ismsp") { key } }`, "UNKNOWN_REF", `unknown scheme "ismsp"; did you mean isms-p?`},
		{`{ obligations(scheme: "isms-2023", inputs: []) { key } }`, "UNKNOWN_REF", "did you mean isms-p?"},
		{`{ facts(scheme: "qqqqqqqqqqqqqqqq") { key } }`, "UNKNOWN_REF", "the field schemes lists what there is"},
		{`{ obligations(scheme: "isms-p", inputs: [{key: "users", value: "1"}]) { key } }`, "BAD_INPUT", "isms-p does not ask for it; it asks for isp"},
		{`{ obligations(scheme: "isms-p", inputs: [{key: "isp", value: "1"}]) { key } }`, "BAD_INPUT", `"1" is neither yes nor no`},
		{`{ obligations(scheme: "isms-p", inputs: [{key: "isp", value: "` + strings.Repeat("x", 5000) + `"}]) { key } }`, "BAD_INPUT", `x…" is neither yes nor no`},
		{`{ obligations(scheme: "isms-p", inputs: [{key: "isp", value: "yes"}, {key: "isp", value: "yes"}]) { key } }`, "BAD_INPUT", "given twice"},
	} {
		a := s.Query(t, c.document, nil)
		if len(a.Errors) != 1 || a.Errors[0].Extensions.Code != c.code || !strings.Contains(a.Errors[0].Message, c.part) || len(a.Errors[0].Message) > 400 {
			t.Errorf("%.80s: %+v", c.document, a.Errors)
		}
	}
}

func TestSchemes(t *testing.T) {
	type ref struct{ Ref string }
	type scheme struct {
		Ref, Title, Authority string
		Standards             []ref
		Questions             []struct{ Name, Kind, Title string }
		Omissions             []struct {
			Scheme, Target ref
			Held, Criteria []ref
			Source         string
			Certainty      string
			Valid          struct{ From, To *string }
		}
	}
	var answer struct{ Schemes []scheme }
	servertest.New(t).Get(t, `{ schemes {
		ref title authority standards { ref } questions { name kind title }
		omissions { scheme { ref } held { ref } target { ref } criteria { ref } source certainty valid { from to } }
	} }`, &answer)
	i := slices.IndexFunc(answer.Schemes, func(s scheme) bool { return s.Ref == "isms-p" })
	if i < 0 {
		t.Fatalf("%+v", answer)
	}
	s := answer.Schemes[i]
	if !slices.Contains(s.Standards, ref{"isms-p-2023"}) || s.Title == "" || s.Authority == "" {
		t.Errorf("%+v", s)
	}
	if q := s.Questions[0]; q.Name != "isp" || q.Kind != "FLAG" || q.Title == "" {
		t.Errorf("%+v", q)
	}
	o := s.Omissions[0]
	if o.Scheme.Ref != "isms-p" || o.Held[0].Ref != "iso-27001-2022" || o.Target.Ref != "isms-p-2023" || len(o.Criteria) != 22 ||
		o.Criteria[21].Ref != "isms-p-2023/2.12.2" || o.Certainty != "VERIFIED" || o.Source == "" || *o.Valid.From != "2024-07-24" || o.Valid.To != nil {
		t.Errorf("%+v", o)
	}
}
