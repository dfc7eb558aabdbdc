package store

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/clausegraph/clausegraph/graph"
)

func schemeShape(r record, s *graph.Scheme) {
	within := func(id string) string { return s.Ref + "/" + id }
	r.text(title, &s.Title)
	r.text(authority, &s.Authority)
	r.links(certifies, refs, &s.Standards)
	nodes(r, asks, inputs, &s.Inputs, func(_ int, in graph.Input) string { return within(in.Name) }, inputShape)
	nodes(r, states, facts, &s.Facts, func(_ int, f graph.Fact) string { return within(f.ID) }, factShape)
	nodes(r, obliges, obligations, &s.Obligations, func(_ int, o graph.Obligation) string { return within(o.ID) }, obligationShape)
	nodes(r, omits, omissions, &s.Omissions, func(i int, _ graph.Omission) string { return within(strconv.Itoa(i + 1)) }, omissionShape)
}

func inputShape(r record, in *graph.Input) {
	r.token(identifier, &in.Name)
	r.token(kind, (*string)(&in.Kind))
	r.text(title, &in.Title)
}

func factShape(r record, f *graph.Fact) {
	r.token(identifier, &f.ID)
	r.token(kind, (*string)(&f.Kind))
	r.text(says, &f.Claim)
	r.links(about, refs, &f.About)
	evidenceShape(r, &f.Valid, &f.Source, &f.Certainty)
}

func obligationShape(r record, o *graph.Obligation) {
	r.token(identifier, &o.ID)
	r.text(who, &o.Who)
	r.text(what, &o.What)
	r.text(due, &o.Due)
	conditionShape(r, &o.When)
	evidenceShape(r, &o.Valid, &o.Source, &o.Certainty)
}

// conditionShape keeps a condition as one value. It is only ever decided as a whole; which inputs a scheme asks for
// can be walked to without it.
func conditionShape(r record, c *graph.Condition) {
	text, err := json.Marshal(c)
	if err != nil {
		r.fail(err)
	}
	value := string(text)
	r.json(when, &value)
	var read graph.Condition
	if err := json.Unmarshal([]byte(value), &read); err != nil {
		r.fail(fmt.Errorf("a condition: %w", err))
	}
	*c = read
}

func omissionShape(r record, o *graph.Omission) {
	r.links(ifHeld, refs, &o.Held)
	r.link(audited, refs, &o.Target)
	numbered(r, omitted, o.Target, &o.Criteria)
	r.texts(provided, &o.Conditions)
	evidenceShape(r, &o.Valid, &o.Source, &o.Certainty)
}

// evidenceShape is what facts, obligations and omissions have in common: since when, until when, who says so, and how
// sure it is.
func evidenceShape(r record, valid *graph.Period, source *string, sure *graph.Certainty) {
	r.date(validFrom, &valid.From)
	r.date(validTo, &valid.To)
	r.token(cites, source)
	r.token(certainty, (*string)(sure))
}
