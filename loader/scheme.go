package loader

import (
	"strconv"

	"github.com/clausegraph/clausegraph/graph"
)

// scheme is a decoded file of facts, obligations and omissions.
type scheme struct {
	*file
	*graph.Scheme
}

// decodeScheme takes everything out of the file that has the right form; what has not, validate reports.
func decodeScheme(f *file) *scheme {
	n := f.root
	s := &scheme{file: f, Scheme: &graph.Scheme{
		Ref:       n.get("scheme").text(),
		Title:     n.get("title").both(),
		Authority: n.get("authority").both(),
		Standards: n.get("standards").texts(),
	}}
	for _, in := range n.get("inputs").items() {
		s.Inputs = append(s.Inputs, graph.Input{
			Name:  in.get("name").text(),
			Kind:  graph.InputKind(in.get("kind").text()),
			Title: in.get("title").both(),
		})
	}
	for _, f := range n.get("facts").items() {
		s.Facts = append(s.Facts, graph.Fact{
			ID:        f.get("id").text(),
			Kind:      graph.FactKind(f.get("kind").text()),
			Claim:     f.get("claim").both(),
			About:     f.get("about").texts(),
			Valid:     validity(f),
			Source:    f.get("source").text(),
			Certainty: graph.Certainty(f.get("certainty").text()),
		})
	}
	for _, o := range n.get("obligations").items() {
		s.Obligations = append(s.Obligations, graph.Obligation{
			ID:        o.get("id").text(),
			Who:       o.get("who").both(),
			What:      o.get("what").both(),
			Due:       o.get("due").both(),
			When:      decodeCondition(o.get("when")),
			Valid:     validity(o),
			Source:    o.get("source").text(),
			Certainty: graph.Certainty(o.get("certainty").text()),
		})
	}
	for _, o := range n.get("omissions").items() {
		omission := graph.Omission{
			Held:      o.get("held").texts(),
			Target:    o.get("target").text(),
			Criteria:  o.get("criteria").texts(),
			Valid:     validity(o),
			Source:    o.get("source").text(),
			Certainty: graph.Certainty(o.get("certainty").text()),
		}
		for _, c := range o.get("conditions").items() {
			omission.Conditions = append(omission.Conditions, c.both())
		}
		s.Omissions = append(s.Omissions, omission)
	}
	return s
}

func validity(n node) graph.Period {
	return graph.Period{From: graph.Date(n.get("validFrom").text()), To: graph.Date(n.get("validTo").text())}
}

func decodeCondition(n node) graph.Condition {
	c := graph.Condition{
		Input:   n.get("input").text(),
		AtLeast: n.get("atLeast").number(),
		Below:   n.get("below").number(),
	}
	for _, part := range n.get("all").items() {
		c.All = append(c.All, decodeCondition(part))
	}
	for _, part := range n.get("any").items() {
		c.Any = append(c.Any, decodeCondition(part))
	}
	if not := n.get("not"); not.present() {
		part := decodeCondition(not)
		c.Not = &part
	}
	if is := n.get("is"); is.present() {
		yes := is.flag(false)
		c.Is = &yes
	}
	return c
}

// number returns a whole number, or nil where there is none.
func (n node) number() *int64 {
	v, err := strconv.ParseInt(n.text(), 10, 64)
	if err != nil {
		return nil
	}
	return &v
}
