package export

import (
	"fmt"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Asked is a question with the data that it was put to. Answers begin with it, so that they can be read by themselves.
type Asked struct {
	coverage.Question

	Snapshot *graph.Snapshot
}

// lines tells the question: what is held, which claims are trusted, the day and the revision of the data.
func (a Asked) lines(l graph.Language) []string {
	var lines []string
	line := func(label graph.Text, text string) { lines = append(lines, capital(label.In(l))+": "+text) }
	if len(a.Held) > 0 || len(a.Controls) > 0 || len(a.Lapsed) > 0 {
		line(wordHeld, heldText(a.Snapshot, a.Held, l))
	}
	asked(a.Lapsed, a.Controls, a.Scope, a.Policy, l, line)
	if a.AsOf != "" {
		line(wordAsOf, string(a.AsOf))
	}
	line(wordRevision, fmt.Sprintf("%.12s", a.Snapshot.Revision().Hash))
	return lines
}

// heldText names what is held; of a long list its beginning and its length.
func heldText(s *graph.Snapshot, held []string, l graph.Language) string {
	switch {
	case len(held) == 0:
		return wordNone.In(l)
	case len(held) > 8:
		return fmt.Sprintf("%s … (%d)", standardsOf(s, l, held[:8]...), len(held))
	}
	return standardsOf(s, l, held...)
}

// questionJSON is the question that an answer in JSON begins with.
type questionJSON struct {
	Held []string `json:"held"`
	askedJSON
	AsOf     graph.Date `json:"asOf,omitempty"`
	Revision string     `json:"revision"`
}

func (a Asked) json() questionJSON {
	out := questionJSON{a.Held, newAskedJSON(a.Lapsed, a.Controls, a.Scope, a.Policy), a.AsOf, a.Snapshot.Revision().Hash}
	if out.Held == nil {
		out.Held = []string{}
	}
	return out
}
