package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// Obliged writes, as text or JSON, whether an organisation falls under each obligation of a scheme, and what would have
// to be known where that is not decided. Where nothing is known of the organisation, the text begins with what the
// scheme asks for; it ends with the obligations that are not in force on the day.
func Obliged(w io.Writer, s *graph.Scheme, day graph.Date, known []graph.KeyValue, duties []*graph.Duty, o Options) error {
	if o.Format == JSON {
		return writeJSON(w, newObligedJSON(s, day, duties))
	}
	r, l := report{newPage(w), o}, o.Language
	r.title(s.Title.In(l) + " (" + s.Ref + "), " + wordAsOf.In(l) + " " + string(day))
	if len(known) == 0 {
		r.section(wordAsks)
		for _, in := range s.Inputs {
			r.bullet(in.Name + "=" + inputValues[in.Kind].In(l) + "  " + in.Title.In(l))
		}
		r.section(wordObligations)
	}
	for _, d := range duties {
		r.duty(d)
	}
	for i := range s.Obligations {
		if ob := &s.Obligations[i]; !ob.Valid.Holds(day) {
			r.printf("  %s %s: %s (%s)\n", r.answer(graph.No), ob.ID, ob.Who.In(l), wordNotInForce.In(l))
			r.printf("%s\n", indent(r.evidence(ob.Valid, ob.Source, ob.Certainty), 6, r.Width))
		}
	}
	r.printf("\n%s\n", Disclaimer.In(l))
	return r.close()
}

func (r report) duty(d *graph.Duty) {
	l := r.Language
	r.printf("  %s %s: %s\n", r.answer(d.Answer), d.ID, d.Who.In(l))
	line := func(label, text string) {
		if text != "" {
			r.printf("%s\n", indent(label+": "+text, 6, r.Width))
		}
	}
	if d.Answer == graph.Yes {
		line(wordDuty.In(l), d.What.In(l))
		line(wordDue.In(l), d.Due.In(l))
	}
	var missing []string
	for _, in := range d.Missing {
		missing = append(missing, fmt.Sprintf("%s (%s)", in.Name, in.Title.In(l)))
	}
	line(wordMissing.In(l), strings.Join(missing, ", "))
	r.printf("%s\n", indent(r.evidence(d.Valid, d.Source, d.Certainty), 6, r.Width))
}

// answer writes an answer as wide as the widest.
func (r report) answer(a graph.Answer) string {
	l := r.Language
	return r.paint(answerColors[a], pad(answerWords[a].In(l), columns(answerWords[graph.NotDecided].In(l))))
}

type obligedJSON struct {
	Scheme      string        `json:"scheme"`
	AsOf        graph.Date    `json:"asOf"`
	Inputs      []graph.Input `json:"inputs"` // what the scheme asks for
	Obligations []dutyJSON    `json:"obligations"`
}

type dutyJSON struct {
	ID        string          `json:"id"`
	Who       graph.Text      `json:"who"`
	What      graph.Text      `json:"what"`
	Due       *graph.Text     `json:"due"`
	Answer    graph.Answer    `json:"answer"`
	Missing   []string        `json:"missing"`
	ValidFrom graph.Date      `json:"validFrom,omitempty"`
	ValidTo   graph.Date      `json:"validTo,omitempty"`
	Source    string          `json:"source"`
	Certainty graph.Certainty `json:"certainty"`
}

func newObligedJSON(s *graph.Scheme, day graph.Date, duties []*graph.Duty) obligedJSON {
	out := obligedJSON{Scheme: s.Ref, AsOf: day, Inputs: append([]graph.Input{}, s.Inputs...), Obligations: []dutyJSON{}}
	for _, d := range duties {
		entry := dutyJSON{
			ID: d.ID, Who: d.Who, What: d.What, Answer: d.Answer, Missing: []string{},
			ValidFrom: d.Valid.From, ValidTo: d.Valid.To, Source: d.Source, Certainty: d.Certainty,
		}
		if !d.Due.IsZero() {
			entry.Due = &d.Due
		}
		for _, in := range d.Missing {
			entry.Missing = append(entry.Missing, in.Name)
		}
		out.Obligations = append(out.Obligations, entry)
	}
	return out
}
