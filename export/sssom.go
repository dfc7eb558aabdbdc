package export

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/sssom"
	"github.com/clausegraph/clausegraph/relation"
)

// requirementIRI is the beginning of the IRI of a requirement, as the store names it in its quads.
const requirementIRI = "urn:clausegraph:requirement:"

// MappingsSSSOM writes claims as a table of SSSOM, tab-separated below its header. It returns the claims that the table
// cannot carry: none of them is split or weakened.
func MappingsSSSOM(w io.Writer, s *graph.Snapshot, claims []graph.Claim) ([]Left, error) {
	var left []Left
	var rows []sssom.Row
	var last graph.Date
	var names []string
	prefixes := map[string]string{
		"skos": "http://www.w3.org/2004/02/skos/core#", "semapv": "https://w3id.org/semapv/vocab/", "sssom": "https://w3id.org/sssom/",
		"xsd": "http://www.w3.org/2001/XMLSchema#", "clausegraph": "urn:clausegraph:term:",
	}
	sets := directed(s, claims)
	for _, set := range sets {
		names = append(names, set.name())
		for _, m := range set.claims {
			if reason := pair(m); reason != nil && (reason == &leftJoint || !set.wholeSide(m)) {
				left = append(left, Left{m, *reason})
				continue
			}
			for _, ref := range []string{m.From[0], m.To[0]} {
				std, _ := graph.SplitRef(ref)
				prefixes[std] = requirementIRI + std + "/"
			}
			last = max(last, m.Review.On)
			rows = append(rows, sssomRow(set, m))
		}
	}
	header := sssom.Metadata{
		ID: sssom.SetID + strings.Join(names, "+"), Title: "Mappings " + strings.Join(names, ", "), Version: s.Revision().Hash,
		Description: "Set relations between the obligations of requirements (NIST IR 8477). " + Disclaimer.EN,
		Licence:     sssomLicence(sets), Date: string(last), Prefixes: prefixes, Comment: sssomComment,
	}
	for _, slot := range sssom.Columns {
		if name, ok := strings.CutPrefix(slot, "ext_"); ok {
			kind := "xsd:string"
			if slot == sssom.Strength {
				kind = "xsd:integer"
			}
			header.Extensions = append(header.Extensions, sssom.Extension{Slot: slot, Property: "clausegraph:" + name, Type: kind})
		}
	}
	return left, writeSSSOM(w, header, rows)
}

// wholeSide reports whether a claim denies any relation with all of a standard that the set is about.
func (d *directedSet) wholeSide(m *graph.Mapping) bool {
	from, to := d.ends()
	fits := func(ref, standard string) bool { return !strings.HasSuffix(ref, "/*") || ref == standard+"/*" }
	return m.Relation == relation.NoRelationship && fits(m.From[0], from) && fits(m.To[0], to)
}

func sssomLicence(sets []*directedSet) string {
	switch licence := licenceOf(sets); licence {
	case DataLicence:
		return sssom.LicenceCCBY
	case "":
		return sssom.LicenceUnknown
	default:
		return licence
	}
}

// sssomComment says how the predicates are meant.
const sssomComment = "equal-to is skos:exactMatch, subset-of skos:broadMatch, superset-of skos:narrowMatch, intersects-with skos:relatedMatch. " +
	"no-relationship is skos:mappingRelation with the modifier Not, or, of a whole standard, sssom:NoTermFound. ext_strength (1 to 10) says how much is shared, not how likely that is."

func sssomRow(set *directedSet, m *graph.Mapping) sssom.Row {
	from, to := set.ends()
	row := sssom.Row{
		sssom.PredicateID: sssom.Predicate(m.Relation), sssom.Justification: sssom.Unspecified, sssom.SubjectSource: from, sssom.ObjectSource: to,
		sssom.Author: set.crosswalk.Author, sssom.Reviewer: m.Review.By, sssom.Provider: m.Source.Title, sssom.Comment: m.Why.EN, sssom.CommentKO: m.Why.KO,
		sssom.Basis: string(m.Basis), sssom.Crosswalk: set.name(), sssom.SourceKey: m.Source.Key, sssom.SourceKind: string(m.Source.Kind), sssom.State: string(m.Review.State), sssom.ReviewedOn: string(m.Review.On),
		sssom.BeyondSubject: m.Remainder.From.EN, sssom.BeyondSubjKO: m.Remainder.From.KO, sssom.BeyondObject: m.Remainder.To.EN, sssom.BeyondObjKO: m.Remainder.To.KO,
		sssom.ValidFrom: string(m.Valid.From), sssom.ValidTo: string(m.Valid.To),
	}
	if m.Source.Kind == graph.ProjectSource {
		row[sssom.Justification] = sssom.Manual
	}
	if m.Strength > 0 {
		row[sssom.Strength] = strconv.Itoa(m.Strength)
	}
	whole := false
	for _, side := range []struct {
		ref, id, label string
		nodes          []*graph.Requirement
	}{{m.From[0], sssom.SubjectID, sssom.SubjectLabel, m.Sources()}, {m.To[0], sssom.ObjectID, sssom.ObjectLabel, m.Targets()}} {
		if strings.HasSuffix(side.ref, "/*") {
			row[side.id], whole = sssom.NoTermFound, true
			continue
		}
		row[side.id], row[side.label] = sssom.CURIE(side.ref), side.nodes[0].Name(graph.English)
	}
	if m.Relation == relation.NoRelationship && !whole {
		row[sssom.Modifier] = sssom.Not
	}
	return row
}

func writeSSSOM(w io.Writer, header sssom.Metadata, rows []sssom.Row) error {
	text, err := yaml.Marshal(header)
	if err != nil {
		return err
	}
	p := newPage(w)
	for line := range strings.Lines(string(text)) {
		p.printf("#%s", line)
	}
	if err := p.close(); err != nil {
		return err
	}
	// Columns in which no row has anything are left out.
	used := slices.DeleteFunc(slices.Clone(sssom.Columns), func(column string) bool {
		return !slices.ContainsFunc(rows, func(r sssom.Row) bool { return r[column] != "" }) && !slices.Contains(sssom.Required, column)
	})
	c := csv.NewWriter(w)
	c.Comma = '\t'
	_ = c.Write(used) // Flush keeps the error
	for _, r := range rows {
		cells := make([]string, len(used))
		for i, column := range used {
			cells[i] = r[column]
		}
		_ = c.Write(cells)
	}
	c.Flush()
	return c.Error()
}
