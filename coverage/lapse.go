package coverage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// Lapse is an entry of what is held that ended before the day asked about, such as an expired certificate. Nothing rests
// on it.
type Lapse struct {
	Ref   string     `json:"ref"`
	Until graph.Date `json:"until"` // the last day on which it was held
}

// OnDay returns the question with the ends of what is held taken into account: an entry REF@YYYY-MM-DD is held until the
// end of that day. What is over on the day asked about is moved from Held to Lapsed; without a day nothing is over. Every
// question of an Engine does this by itself. The error is a *HeldError that names the entry.
func (q Question) OnDay() (Question, error) {
	if !slices.ContainsFunc(q.Held, func(entry string) bool { return strings.Contains(entry, "@") }) {
		return q, nil
	}
	var held []string
	lapsed := slices.Clone(q.Lapsed)
	for _, entry := range q.Held {
		ref, end, ends := strings.Cut(entry, "@")
		if !ends {
			held = append(held, ref)
			continue
		}
		until, err := graph.ParseDate(end)
		if err != nil {
			return q, &HeldError{entry, fmt.Sprintf("after @ comes the last day on which it is held: %v", err)}
		}
		if q.AsOf != "" && until < q.AsOf {
			lapsed = append(lapsed, Lapse{ref, until})
		} else {
			held = append(held, ref)
		}
	}
	lapsed = slices.DeleteFunc(lapsed, func(l Lapse) bool { return slices.Contains(held, l.Ref) }) // another certificate is in force
	slices.SortFunc(lapsed, func(a, b Lapse) int {
		return cmp.Or(strings.Compare(a.Ref, b.Ref), strings.Compare(string(b.Until), string(a.Until)))
	})
	q.Held, q.Lapsed = held, slices.CompactFunc(lapsed, func(a, b Lapse) bool { return a.Ref == b.Ref })
	return q, nil
}
