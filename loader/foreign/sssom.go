package foreign

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/sssom"
	"github.com/clausegraph/clausegraph/relation"
)

// sssom reads a table of the Simple Standard for Sharing Ontological Mappings. Its rows make a set for each pair of
// prefixes.
func (d *document) sssom(src []byte) {
	var header, body bytes.Buffer
	for line := range bytes.Lines(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))) {
		if rest, ok := bytes.CutPrefix(line, []byte("#")); ok && body.Len() == 0 {
			header.Write(bytes.TrimPrefix(rest, []byte(" ")))
		} else {
			body.Write(line)
		}
	}
	head := bytes.Count(header.Bytes(), []byte("\n"))
	var meta sssom.Metadata
	if header.Len() > 1<<20 || bytes.ContainsAny(header.Bytes(), "&*") && bytes.Contains(header.Bytes(), []byte(": &")) {
		d.add(1, 1, "E001", "write the values out", "the header is larger than 1 MiB, or has anchors")
		return
	}
	if err := yaml.Unmarshal(header.Bytes(), &meta); err != nil {
		d.add(1, 1, "E001", "mend the header", "the header is not YAML: %v", err)
		return
	}
	r := csv.NewReader(&body)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = '\t', -1, true
	d.ours = strings.HasPrefix(meta.ID, sssom.SetID)
	names, err := r.Read()
	if err != nil || !slices.Contains(names, sssom.SubjectID) || !slices.Contains(names, sssom.ObjectID) || !slices.Contains(names, sssom.PredicateID) {
		d.add(head+1, 1, "E001", "check that it is the right file", "this is no SSSOM table: it has no columns subject_id, predicate_id and object_id")
		return
	}
	sets := map[[2]string]*claimSet{}
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		line, _ := r.FieldPos(0)
		line += head
		if err != nil {
			d.add(line, 1, "E002", "check the quotes", "this row cannot be read: %v", err)
			continue
		}
		row := sssom.Row{}
		for i, f := range fields {
			if i < len(names) {
				row[names[i]] = strings.TrimSpace(f)
			}
		}
		d.sssomRow(row, line, &meta, sets)
	}
}

func (d *document) sssomRow(row sssom.Row, line int, meta *sssom.Metadata, sets map[[2]string]*claimSet) {
	side := func(id, source, all string) (standard, end string) {
		if id == sssom.NoTermFound {
			if source == "" {
				source = all
			}
			return strings.TrimSuffix(source, ":"), "*"
		}
		prefix, local, ok := strings.Cut(id, ":")
		if !ok {
			return "", ""
		}
		return prefix, local
	}
	from, a := side(row[sssom.SubjectID], row[sssom.SubjectSource], meta.SubjectSource)
	to, b := side(row[sssom.ObjectID], row[sssom.ObjectSource], meta.ObjectSource)
	if a == "" || b == "" {
		d.add(line, 1, "E002", "write them as prefix:id", "%q and %q are not both CURIEs", row[sssom.SubjectID], row[sssom.ObjectID])
		return
	}
	key := [2]string{from, to}
	if d.ours { // a claim may have an end in a third standard
		key = [2]string{row[sssom.SubjectSource], row[sssom.ObjectSource]}
		a, b = ownEnd(row[sssom.SubjectID]), ownEnd(row[sssom.ObjectID])
	}
	s := sets[key]
	if s == nil {
		s = &claimSet{document: d, line: line, column: 1, from: key[0], to: key[1], word: slug(d.title())}
		s.source = graph.Source{Key: "imported", Kind: graph.PublishedSource, Title: oneLine(meta.Title), Licence: oneLine(meta.Licence), URL: oneLine(meta.ID)}
		if s.source.Title == "" {
			s.source.Title = d.title()
		}
		if d.ours {
			s.crosswalk.Name, s.crosswalk.Author = row[sssom.Crosswalk], row[sssom.Author]
		}
		sets[key] = s
		d.sets = append(d.sets, s)
	}
	drop := func(code, help, message string, args ...any) {
		s.malformed++
		s.add(line, 1, code, help, message, args...)
	}
	modifier := row[sssom.Modifier]
	if a == "*" || b == "*" {
		modifier = sssom.Not
	}
	predicate := row[sssom.PredicateID]
	if a == "*" || b == "*" {
		predicate = sssom.Predicate(relation.NoRelationship)
	}
	cl := claim{line: line, column: 1, from: []string{a}, to: []string{b}}
	if cl.Relation = sssom.Relation(predicate, modifier); !cl.Relation.Valid() {
		drop("E009", "use skos:exactMatch, broadMatch, narrowMatch or relatedMatch", "nothing follows for sets from the predicate %q %s", predicate, modifier)
		return
	}
	cl.Basis = bases[word(row[sssom.Basis])]
	cl.Why = graph.Text{EN: oneLine(row[sssom.Comment]), KO: oneLine(row[sssom.CommentKO])}
	cl.Remainder.From = graph.Text{EN: oneLine(row[sssom.BeyondSubject]), KO: oneLine(row[sssom.BeyondSubjKO])}
	cl.Remainder.To = graph.Text{EN: oneLine(row[sssom.BeyondObject]), KO: oneLine(row[sssom.BeyondObjKO])}
	cl.Valid.From, _ = graph.ParseDate(row[sssom.ValidFrom])
	cl.Valid.To, _ = graph.ParseDate(row[sssom.ValidTo])
	cl.Review.State = graph.Draft
	strength, _ := strconv.Atoi(row[sssom.Strength])
	rate(&cl.Mapping, strength)
	if d.ours {
		cl.Basis, cl.Strength = graph.Basis(row[sssom.Basis]), strength
		s.ownRow(&cl, row)
	}
	s.claims = append(s.claims, cl)
}

// ownEnd is the ref of an element of a file that this program wrote.
func ownEnd(curie string) string {
	if curie == sssom.NoTermFound {
		return "*"
	}
	return sssom.Ref(curie)
}

// ownRow reads who made a claim, and who read it again.
func (s *claimSet) ownRow(cl *claim, row sssom.Row) {
	cl.Review = graph.Review{State: cmp.Or(graph.ReviewState(row[sssom.State]), graph.Draft), By: row[sssom.Reviewer], On: graph.Date(row[sssom.ReviewedOn])}
	cl.Source = graph.Source{Key: row[sssom.SourceKey], Kind: graph.SourceKind(row[sssom.SourceKind]), Title: row[sssom.Provider]}
	for _, known := range s.crosswalk.Sources {
		if known.Key == cl.Source.Key {
			return
		}
	}
	s.crosswalk.Sources = append(s.crosswalk.Sources, cl.Source)
}
