package export

import (
	"fmt"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
)

// Disputes tells where sources say different things about a claim that a verdict rests on: the ends, and who says what
// of them, in one direction.
func Disputes(item *coverage.Item, l graph.Language) string {
	var parts []string
	for _, d := range item.Disagreements() {
		var said []string
		for _, m := range d.Claims {
			said = append(said, fmt.Sprintf(wordSays.In(l), m.Source.Title, d.Read(m))+" ("+assuranceWords[m.Assurance()].In(l)+")")
		}
		first := d.Claims[0]
		parts = append(parts, refList(first.Sources())+" ~ "+refList(first.Targets())+": "+strings.Join(said, ", "))
	}
	return strings.Join(parts, "; ")
}

type disagreementJSON struct {
	Claims []string `json:"claims"`
}

func newDisagreementsJSON(list []coverage.Disagreement) []disagreementJSON {
	var out []disagreementJSON
	for _, d := range list {
		var ids []string
		for _, m := range d.Claims {
			ids = append(ids, m.ID)
		}
		out = append(out, disagreementJSON{ids})
	}
	return out
}
