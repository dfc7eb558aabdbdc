package export

import (
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// Facts writes the facts of schemes that hold on a day as text, JSON or Markdown, each with its source and how sure it
// is.
func Facts(w io.Writer, schemes []*graph.Scheme, day graph.Date, o Options) error {
	if o.Format == JSON {
		return writeJSON(w, newFactsJSON(schemes, day))
	}
	r := report{newPage(w), o}
	for i, s := range schemes {
		if i > 0 {
			r.printf("\n")
		}
		r.title(s.Title.In(o.Language) + " (" + s.Ref + "), " + wordAsOf.In(o.Language) + " " + string(day))
		for _, f := range s.FactsOn(day) {
			r.bullet("[" + factKindWords[f.Kind].In(o.Language) + "] " + f.Claim.In(o.Language) + " — " + r.evidence(f.Valid, f.Source, f.Certainty) + " {" + f.ID + "}")
		}
	}
	return r.close()
}

// evidence says how sure a statement is, who says so and when it holds.
func (r report) evidence(valid graph.Period, source string, certainty graph.Certainty) string {
	l := r.Language
	sure := certaintyWords[certainty].In(l)
	if certainty == graph.Unverified {
		sure = r.paint("33", sure)
	}
	parts := []string{sure, wordSource.In(l) + ": " + source}
	if span := period(valid, l); span != "" {
		parts = append(parts, span)
	}
	return strings.Join(parts, "; ")
}

// period writes a span of days, or nothing where it has no end.
func period(p graph.Period, l graph.Language) string {
	var parts []string
	if p.From != "" {
		parts = append(parts, strings.ReplaceAll(wordSince.In(l), "%s", string(p.From)))
	}
	if p.To != "" {
		parts = append(parts, strings.ReplaceAll(wordUntil.In(l), "%s", string(p.To)))
	}
	return strings.Join(parts, " ")
}

type factJSON struct {
	Scheme    string          `json:"scheme"`
	ID        string          `json:"id"`
	Kind      graph.FactKind  `json:"kind"`
	Claim     graph.Text      `json:"claim"`
	About     []string        `json:"about"`
	ValidFrom graph.Date      `json:"validFrom,omitempty"`
	ValidTo   graph.Date      `json:"validTo,omitempty"`
	Source    string          `json:"source"`
	Certainty graph.Certainty `json:"certainty"`
}

func newFactsJSON(schemes []*graph.Scheme, day graph.Date) []factJSON {
	list := []factJSON{}
	for _, s := range schemes {
		for _, f := range s.FactsOn(day) {
			list = append(list, factJSON{
				s.Ref, f.ID, f.Kind, f.Claim, append([]string{}, f.About...), f.Valid.From, f.Valid.To, f.Source, f.Certainty,
			})
		}
	}
	return list
}
