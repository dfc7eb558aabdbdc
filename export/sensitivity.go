package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Sensitivity writes what an answer rests on: the sources and the claims without which a verdict on the target falls,
// and the controls without which a requirement of any standard is no longer FULL.
func Sensitivity(w io.Writer, x *coverage.Sensitivity, points []coverage.SinglePoint, q Asked, o Options) error {
	if o.Format == JSON {
		return writeJSON(w, newSensitivityJSON(x, points, q))
	}
	l := o.Language
	s := sheet{
		title: fmt.Sprintf(wordSensitivity.In(l), q.Target),
		head: append(q.lines(l),
			fmt.Sprintf("%s: %d", wordSourcesAlone.In(l), len(x.Sources)),
			fmt.Sprintf("%s: %d", wordClaimsAlone.In(l), len(x.Claims)),
			fmt.Sprintf("%s: %d", wordControlsAlone.In(l), len(points)),
		),
		columns: []column{{"kind", wordKind}, {"name", wordRestsOn}, {"falls", wordFalls}, {"shifts", wordWhatFalls}},
		empty:   wordRestsOnNothing,
	}
	add := func(kind graph.Text, key, name string, shifts []coverage.Shift) {
		word := key
		if o.Format != CSV {
			word = kind.In(l)
		}
		s.rows = append(s.rows, []string{word, name, strconv.Itoa(len(shifts)), shiftsText(shifts, o)})
	}
	for _, loss := range x.Sources {
		add(wordSource, "source", loss.Source, loss.Shifts)
	}
	for _, p := range points {
		add(wordControl, "control", controlTag(p.Control), p.Shifts)
	}
	for _, loss := range x.Claims {
		add(wordClaim, "claim", claimText(loss.Mapping), loss.Shifts)
	}
	return s.write(w, o)
}

// claimText says a claim in short, with its id.
func claimText(m *graph.Mapping) string {
	return strings.Join(m.From, " + ") + " " + m.Relation.String() + " " + strings.Join(m.To, " + ") + " [" + m.ID + "]"
}

type sensitivityJSON struct {
	questionJSON
	Target   string            `json:"target"`
	Sources  []sourceLossJSON  `json:"sources"`
	Claims   []claimLossJSON   `json:"claims"`
	Controls []controlLossJSON `json:"controls"`
}

type sourceLossJSON struct {
	Source string      `json:"source"`
	Shifts []shiftJSON `json:"shifts"`
}

type claimLossJSON struct {
	Mapping string      `json:"mapping"`
	Shifts  []shiftJSON `json:"shifts"`
}

type controlLossJSON struct {
	Control string      `json:"control"`
	Shifts  []shiftJSON `json:"shifts"`
}

func newSensitivityJSON(x *coverage.Sensitivity, points []coverage.SinglePoint, q Asked) sensitivityJSON {
	out := sensitivityJSON{q.json(), q.Target, []sourceLossJSON{}, []claimLossJSON{}, []controlLossJSON{}}
	for _, loss := range x.Sources {
		out.Sources = append(out.Sources, sourceLossJSON{loss.Source, newShiftsJSON(loss.Shifts)})
	}
	for _, loss := range x.Claims {
		out.Claims = append(out.Claims, claimLossJSON{loss.Mapping.ID, newShiftsJSON(loss.Shifts)})
	}
	for _, p := range points {
		out.Controls = append(out.Controls, controlLossJSON{p.Control.ID, newShiftsJSON(p.Shifts)})
	}
	return out
}
