package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph"
)

// decode is the converse of encode. It fails where quads are missing, too many or altered: the count and the hash that
// the release states of itself must be true of what was read.
func decode(id string, quads []quad.Quad) (content, error) {
	d := newDecoder(quads)
	r := read{d, releases.iri(id)}
	var count int
	if r.integer(quadCount, &count); count == 0 || count != len(quads) {
		return content{}, fmt.Errorf("release %s says that it has %d quads, but %d were found", id, count, len(quads))
	}
	c := content{Dataset: d.dataset(r)}
	var sum string
	r.token(digest, &sum)
	if d.err != nil {
		return content{}, fmt.Errorf("decode release %s: %w", id, d.err)
	}
	if c.hash = c.Hash(); sum != c.hash {
		return content{}, fmt.Errorf("release %s says that its content has the hash %s, but it has %s", id, sum, c.hash)
	}
	return c, nil
}

// property is what is said of a subject by one quad.
type property struct {
	predicate quad.IRI
	object    quad.Value
}

// decoder holds the quads of one graph by subject.
type decoder struct {
	nodes map[quad.IRI][]property
	err   error
}

func newDecoder(quads []quad.Quad) *decoder {
	d := &decoder{nodes: map[quad.IRI][]property{}}
	for _, q := range quads {
		subject, _ := q.Subject.(quad.IRI) // nothing else is ever written there; the hash would tell
		predicate, _ := q.Predicate.(quad.IRI)
		d.nodes[subject] = append(d.nodes[subject], property{predicate, q.Object})
	}
	return d
}

func (d *decoder) dataset(r read) *graph.Dataset {
	dataset := &graph.Dataset{}
	r.token(datasetName, &dataset.Name)
	var ref, crosswalk, scheme, glossary string
	if r.link(catalog, refs, &ref); ref != "" {
		dataset.Standard = &graph.Standard{Ref: ref}
		standardShape(r.at(refs, ref), dataset.Standard)
	}
	if r.link(claims, crosswalks, &crosswalk); crosswalk != "" {
		dataset.Crosswalk = &graph.Crosswalk{Name: crosswalk}
		crosswalkShape(r.at(crosswalks, crosswalk), dataset.Crosswalk)
	}
	if r.link(ofScheme, schemes, &scheme); scheme != "" {
		dataset.Scheme = &graph.Scheme{Ref: scheme}
		schemeShape(r.at(schemes, scheme), dataset.Scheme)
	}
	if r.link(ofGlossary, glossaries, &glossary); glossary != "" {
		dataset.Glossary = &graph.Glossary{Ref: glossary}
		glossaryShape(r.at(glossaries, glossary), dataset.Glossary)
	}
	for _, ref := range d.members(requirements) {
		q := &graph.Requirement{Ref: ref}
		requirementShape(r.at(refs, ref), q)
		dataset.Requirements = append(dataset.Requirements, q)
	}
	for _, id := range d.members(mappings) {
		m := &graph.Mapping{ID: id}
		mappingShape(r.at(mappings, id), m)
		dataset.Mappings = append(dataset.Mappings, m)
	}
	return dataset
}

// members returns the ids of the nodes of a space that the graph describes, in their stated order.
func (d *decoder) members(s space) []string {
	type member struct {
		id    string
		place int
	}
	var found []member
	for subject := range d.nodes {
		if !strings.HasPrefix(string(subject), base+string(s)+":") || strings.Contains(string(subject), "#") {
			continue
		}
		id, err := s.id(subject)
		if err != nil {
			d.fail(err)
			continue
		}
		m := member{id: id}
		read{d, subject}.integer(order, &m.place)
		found = append(found, m)
	}
	slices.SortFunc(found, func(a, b member) int { return cmp.Compare(a.place, b.place) })
	return convert(found, func(m member) string { return m.id })
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *decoder) at(s space, id string) record { return read{d, s.iri(id)} }
