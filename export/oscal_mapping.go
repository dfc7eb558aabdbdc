package export

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/oscal"
)

// MappingsOSCAL writes claims as a mapping collection of OSCAL in JSON, with a mapping for each crosswalk that they come
// from, read in the direction of the claims. Joint claims stay what they are: a map relates sets.
func MappingsOSCAL(w io.Writer, s *graph.Snapshot, claims []graph.Claim) error {
	sets := directed(s, claims)
	if len(sets) == 0 {
		return errors.New("there is no claim to write; a mapping collection of OSCAL has at least one")
	}
	c := &oscal.MappingCollection{Metadata: oscal.Metadata{Version: "1", OSCALVersion: oscal.Version, Remarks: Disclaimer.EN}, BackMatter: &oscal.BackMatter{}}
	var last graph.Date
	var names []string
	for _, set := range sets {
		c.Mappings = append(c.Mappings, set.oscal(s))
		names = append(names, set.name())
		for _, m := range set.claims {
			last = max(last, m.Review.On)
		}
		c.BackMatter.Resources = append(c.BackMatter.Resources, set.sources()...)
	}
	c.BackMatter.Resources = append(standardResources(s, sets), c.BackMatter.Resources...)
	c.UUID = oscal.UUID("mapping-collection|" + strings.Join(names, "|"))
	c.Metadata.Title, c.Metadata.LastModified = "Mappings "+strings.Join(names, ", "), moment(last)
	c.Metadata.Props = slices.Concat(properties(oscal.PropLicence, licenceOf(sets)), properties(oscal.PropRevision, s.Revision().Hash))
	if len(sets) == 1 {
		c.Metadata.Props = append(c.Metadata.Props, property(oscal.PropRef, names[0]))
	}
	c.Provenance = oscal.Provenance{
		Method: "human", MatchingRationale: string(graph.Functional), Status: "not-complete",
		MappingDescription: "Set relations between the obligations of requirements (NIST IR 8477), each with its reason and what remains. " + Disclaimer.EN,
	}
	return writeJSON(w, oscal.Document{MappingCollection: c})
}

// directedSet is the claims of one crosswalk that are read in one direction.
type directedSet struct {
	crosswalk *graph.Crosswalk
	reversed  bool
	claims    []*graph.Mapping // as they read
}

// directed puts claims together by crosswalk and direction, in the order in which crosswalks come. The claims of each are
// in the order of the standard that they are read to.
func directed(s *graph.Snapshot, claims []graph.Claim) []*directedSet {
	var sets []*directedSet
	for _, c := range claims {
		crosswalk := s.Crosswalk(c.Mapping.Crosswalk)
		i := slices.IndexFunc(sets, func(d *directedSet) bool { return d.crosswalk == crosswalk && d.reversed == c.Target })
		if i < 0 {
			i = len(sets)
			sets = append(sets, &directedSet{crosswalk: crosswalk, reversed: c.Target})
		}
		sets[i].claims = append(sets[i].claims, c.Directed())
	}
	for _, d := range sets {
		slices.SortStableFunc(d.claims, func(a, b *graph.Mapping) int {
			return cmp.Or(place(a.Targets())-place(b.Targets()), place(a.Sources())-place(b.Sources()))
		})
	}
	return sets
}

// place is where the first of the nodes stands; a whole standard, which has none, comes before all.
func place(nodes []*graph.Requirement) int {
	if len(nodes) == 0 {
		return -1
	}
	return nodes[0].Index()
}

// ends are the standards of the set, as it reads.
func (d *directedSet) ends() (from, to string) {
	if d.reversed {
		return d.crosswalk.To, d.crosswalk.From
	}
	return d.crosswalk.From, d.crosswalk.To
}

// name is that of the crosswalk, as it reads.
func (d *directedSet) name() string {
	from, to := d.ends()
	return from + "--" + to + strings.TrimPrefix(d.crosswalk.Name, d.crosswalk.From+"--"+d.crosswalk.To)
}

// licenceOf is the licence of the claims, where all their sources have the same.
func licenceOf(sets []*directedSet) string {
	licences := map[string]bool{}
	for _, d := range sets {
		for _, m := range d.claims {
			licences[m.Source.Licence] = true
		}
	}
	for licence := range licences {
		if len(licences) == 1 {
			return licence
		}
	}
	return ""
}

func (d *directedSet) oscal(s *graph.Snapshot) oscal.Mapping {
	from, to := d.ends()
	name := d.name()
	m := oscal.Mapping{
		UUID: oscal.UUID("mapping|" + name), Status: "not-complete", SourceResource: oscalResource(s, from), TargetResource: oscalResource(s, to),
		Props: slices.Concat(properties(oscal.PropRef, name), properties(oscal.PropAuthor, d.crosswalk.Author), properties(oscal.PropVia, d.crosswalk.Via...)),
	}
	complete := d.crosswalk.Complete
	if !complete.From.IsZero() || !complete.To.IsZero() {
		m.Status = "complete"
	}
	if d.reversed {
		complete.From, complete.To = complete.To, complete.From
	}
	for _, side := range []struct {
		class  string
		extent graph.Extent
	}{{"from", complete.From}, {"to", complete.To}} {
		values := side.extent.Numbers
		if side.extent.All {
			values = []string{"all"}
		}
		for _, v := range values {
			m.Props = append(m.Props, oscal.TextProperty(oscal.PropComplete, side.class, v))
		}
	}
	for _, c := range d.claims {
		m.Maps = append(m.Maps, oscalMap(s, name, c))
	}
	return m
}

func oscalResource(s *graph.Snapshot, ref string) oscal.MappedResource {
	kind := "catalog"
	if std := s.Standard(ref); std != nil && std.Profile != nil {
		kind = "profile"
	}
	return oscal.MappedResource{Type: kind, Href: "#" + oscal.UUID("catalog|"+ref)}
}

// oscalMap writes one claim. Where a side is a whole standard, the map names every assessable requirement of it, which
// says the same of sets.
func oscalMap(s *graph.Snapshot, crosswalk string, c *graph.Mapping) oscal.Map {
	m := oscal.Map{
		UUID: oscal.UUID("map|" + crosswalk + "|" + c.ID), MatchingRationale: string(c.Basis), Relationship: c.Relation.String(),
		Sources: oscalItems(s, c.From), Targets: oscalItems(s, c.To), Remarks: c.Why.EN,
	}
	m.Props = slices.Concat(
		properties(oscal.PropMapping, c.ID), wholes(c.From, "sources"), wholes(c.To, "targets"), korean(oscal.PropWhy, c.Why.KO),
		properties(oscal.PropSource, c.Source.Key), properties(oscal.PropReview, c.Review.State), properties(oscal.PropReviewedBy, c.Review.By),
		properties(oscal.PropReviewedOn, c.Review.On), properties(oscal.PropValidFrom, c.Valid.From), properties(oscal.PropValidTo, c.Valid.To),
	)
	if c.Each {
		m.Props = append(m.Props, property(oscal.PropEach, "true"))
	}
	if c.Strength > 0 {
		m.Props = append(m.Props, property(oscal.PropStrength, strconv.Itoa(c.Strength)))
	}
	for _, q := range []struct {
		subject string
		text    graph.Text
	}{{"source", c.Remainder.From}, {"target", c.Remainder.To}} {
		if !q.text.IsZero() {
			m.Qualifiers = append(m.Qualifiers, oscal.Qualifier{Subject: q.subject, Predicate: "has-requirement", Description: q.text.EN, Props: korean(oscal.PropRemainder, q.text.KO)})
		}
	}
	return m
}

func oscalItems(s *graph.Snapshot, refs []string) []oscal.Item {
	var items []oscal.Item
	add := func(r *graph.Requirement) {
		kind := oscal.ItemControl
		if r.IsPoint() {
			kind = oscal.ItemStatement
		}
		items = append(items, oscal.Item{Type: kind, IDRef: oscal.Token(r.Ref)})
	}
	for _, ref := range refs {
		if standard, whole := strings.CutSuffix(ref, "/*"); whole {
			for _, r := range s.Standard(standard).Assessable() {
				add(r)
			}
			continue
		}
		add(s.Requirement(ref))
	}
	return items
}

// wholes returns a property for each whole standard of a side.
func wholes(refs []string, side string) []oscal.Property {
	var list []oscal.Property
	for _, ref := range refs {
		if standard, whole := strings.CutSuffix(ref, "/*"); whole {
			list = append(list, oscal.TextProperty(oscal.PropWhole, side, standard))
		}
	}
	return list
}

// standardResources are the standards that the sets relate, and those that ends of their claims are of.
func standardResources(s *graph.Snapshot, sets []*directedSet) []oscal.Resource {
	wanted := map[string]bool{}
	for _, d := range sets {
		from, to := d.ends()
		wanted[from], wanted[to] = true, true
		for _, m := range d.claims {
			for _, ref := range slices.Concat(m.From, m.To) {
				std, _ := graph.SplitRef(ref)
				wanted[std] = true
			}
		}
	}
	var list []oscal.Resource
	for _, std := range s.Standards() {
		if wanted[std.Ref] {
			list = append(list, oscal.Resource{
				UUID: oscal.UUID("catalog|" + std.Ref), Title: std.Title.In(graph.English), Props: properties(oscal.PropRef, std.Ref),
				Rlinks: []oscal.Rlink{{Href: std.Ref + ".json", MediaType: "application/json"}},
			})
		}
	}
	return list
}

// sources are those who make the claims of the crosswalk.
func (d *directedSet) sources() []oscal.Resource {
	var list []oscal.Resource
	for _, source := range d.crosswalk.Sources {
		r := oscal.Resource{UUID: oscal.UUID("source|" + d.name() + "|" + source.Key), Title: source.Title}
		r.Props = slices.Concat(
			properties(oscal.PropRef, d.name()), properties(oscal.PropSource, source.Key), properties(oscal.PropSourceKind, source.Kind), properties(oscal.PropLicence, source.Licence),
		)
		if source.URL != "" {
			r.Rlinks = []oscal.Rlink{{Href: source.URL}}
		}
		list = append(list, r)
	}
	return list
}
