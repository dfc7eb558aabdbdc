package store

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// record is one node with its properties. To write, it states what the pointers hold; to read, it sets them. Every
// shape below is a list of such calls and serves both, so that the two directions cannot drift apart. A shape gets a
// copy of what belongs to others: it may assign to any field.
type record interface {
	text(p quad.IRI, v *graph.Text)
	texts(p quad.IRI, v *[]graph.Text) // none of them empty
	token(p quad.IRI, v *string)
	tokens(p quad.IRI, v *[]string)
	date(p quad.IRI, v *graph.Date)
	integer(p quad.IRI, v *int)
	flag(p quad.IRI, v *bool)
	json(p quad.IRI, v *string) // a JSON text
	link(p quad.IRI, s space, v *string)
	links(p quad.IRI, s space, v *[]string)
	at(s space, id string) record // another node
	fail(err error)               // the first failure stands
}

func standardShape(r record, s *graph.Standard) {
	r.text(title, &s.Title)
	r.token(publisher, &s.Publisher)
	r.token(edition, &s.Edition)
	r.date(issued, &s.Published)
	r.token(status, (*string)(&s.Status))
	r.link(replaces, refs, &s.Supersedes)
	named(r, discipline, &s.Disciplines)
	r.token(textPolicy, &s.TextPolicy)
	r.token(originFormat, &s.Origin.Format)
	r.token(originTitle, &s.Origin.Title)
	r.token(originLicence, &s.Origin.Licence)
	r.token(originURL, &s.Origin.URL)
	r.token(originID, &s.Origin.ID)
	r.token(originPrefix, &s.Origin.Prefix)
	named(r, unofficial, &s.Unofficial)
	var profile graph.Profile
	if s.Profile != nil {
		profile = *s.Profile
	}
	r.link(profileOf, refs, &profile.Of)
	numbered(r, selects, profile.Of, &profile.Select)
	r.flag(selectsAlone, &profile.Alone)
	if profile.Of != "" {
		s.Profile = &profile
	}
}

func requirementShape(r record, q *graph.Requirement) {
	r.token(identifier, &q.Number)
	standard, _ := graph.SplitRef(q.Ref)
	parent := graph.JoinRef(standard, q.In)
	r.link(in, refs, &parent)
	_, q.In = graph.SplitRef(parent)
	r.token(kind, (*string)(&q.Kind))
	r.text(title, &q.Title)
	r.text(gist, &q.Gist)
	r.flag(assessable, &q.Assessable)
	r.token(parts, (*string)(&q.Parts))
	r.token(certainty, (*string)(&q.Certainty))
	r.links(law, refs, &q.Laws)
	r.tokens(tag, &q.Tags)
}

func crosswalkShape(r record, c *graph.Crosswalk) {
	r.link(from, refs, &c.From)
	r.link(to, refs, &c.To)
	r.flag(wholeFrom, &c.Complete.From.All)
	numbered(r, completeFrom, c.From, &c.Complete.From.Numbers)
	r.flag(wholeTo, &c.Complete.To.All)
	numbered(r, completeTo, c.To, &c.Complete.To.Numbers)
	r.links(via, refs, &c.Via)
	r.token(creator, &c.Author)
	nodes(r, claimant, sources, &c.Sources, func(_ int, s graph.Source) string { return sourceID(c.Name, s) }, sourceShape)
}

func sourceID(crosswalk string, s graph.Source) string { return crosswalk + "/" + s.Key }

func sourceShape(r record, s *graph.Source) {
	r.token(identifier, &s.Key)
	r.token(kind, (*string)(&s.Kind))
	r.token(title, &s.Title)
	r.token(licence, &s.Licence)
	r.token(webAddress, &s.URL)
}

func mappingShape(r record, m *graph.Mapping) {
	r.link(ofCrosswalk, crosswalks, &m.Crosswalk)
	r.links(source, refs, &m.From)
	r.links(target, refs, &m.To)
	claimed := m.Relation.String()
	r.link(relationTo, relations, &claimed)
	parsed, err := relation.Parse(claimed)
	if err != nil {
		r.fail(fmt.Errorf("claim %s: %w", m.ID, err))
	}
	m.Relation = parsed
	r.flag(each, &m.Each)
	r.token(basis, (*string)(&m.Basis))
	r.integer(strength, &m.Strength)
	r.text(why, &m.Why)
	r.text(remainderFrom, &m.Remainder.From)
	r.text(remainderTo, &m.Remainder.To)
	by := sourceID(m.Crosswalk, m.Source)
	r.link(claimant, sources, &by)
	sourceShape(r.at(sources, by), &m.Source)
	r.token(review, (*string)(&m.Review.State))
	r.token(reviewedBy, &m.Review.By)
	r.date(reviewedOn, &m.Review.On)
	r.date(validFrom, &m.Valid.From)
	r.date(validTo, &m.Valid.To)
}

// named is a list of words of a closed vocabulary.
func named[T ~string](r record, p quad.IRI, v *[]T) {
	words := convert(*v, func(word T) string { return string(word) })
	r.tokens(p, &words)
	*v = convert(words, func(word string) T { return T(word) })
}

// numbered is a list of numbers of one standard, stored as links to its requirements.
func numbered(r record, p quad.IRI, standard string, v *[]string) {
	full := convert(*v, func(number string) string { return graph.JoinRef(standard, number) })
	r.links(p, refs, &full)
	*v = convert(full, func(ref string) string {
		_, number := graph.SplitRef(ref)
		return number
	})
}

// nodes is a list of things that are nodes of their own, in the space and with the ids given.
func nodes[T any](r record, p quad.IRI, s space, v *[]T, id func(int, T) string, shape func(record, *T)) {
	var ids []string
	for i, given := range *v {
		ids = append(ids, id(i, given))
	}
	r.links(p, s, &ids)
	given := *v
	*v = convert(ids, func(string) T { return *new(T) })
	copy(*v, given)
	for i, id := range ids {
		shape(r.at(s, id), &(*v)[i])
	}
}

// convert maps a list; the image of an empty one is nil, as nothing is stored of it.
func convert[A, B any](list []A, f func(A) B) []B {
	if len(list) == 0 {
		return nil
	}
	image := make([]B, len(list))
	for i, a := range list {
		image[i] = f(a)
	}
	return image
}
