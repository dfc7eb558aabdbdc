package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Statement is one thing that a release says. A node is written as its kind and its ref, such as
// "requirement:isms-p-2023/2.5.4", "mapping:iso-27001-2022--isms-p-2023/0123456789" or "relation:subset-of".
type Statement struct {
	Subject   string // a node
	Predicate string // such as "title" or "source": the words at the top of vocabulary.go
	Object    string // a node, or a text, a number, a day as it is written
	Link      bool   // the object is a node
	Language  string // of a text
	Release   string // "<name>:<first 16 digits of its hash>"
}

// Describe returns everything that the current revision says about a node and of it: the statements that have it as
// their subject, then those that have it as their object, sorted. The ref is that of a standard, a requirement or a
// point or a scheme or a glossary, the name of a crosswalk or the id of a mapping or a term. The order of lists is not told. Of a ref that nobody speaks
// of, nothing is returned, which is no error.
func (s *Store) Describe(ctx context.Context, ref string) ([]Statement, error) {
	var about, of []Statement
	err := s.read(ctx, func(v view) error {
		head, err := v.revision(0)
		if err != nil {
			return err
		}
		for _, node := range []quad.IRI{refs.iri(ref), crosswalks.iri(ref), mappings.iri(ref), schemes.iri(ref), glossaries.iri(ref), concepts.iri(ref)} {
			if about, err = v.statements(about, head, quad.Subject, node); err != nil {
				return err
			}
			if of, err = v.statements(of, head, quad.Object, node); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("describe %s: %w", ref, err)
	}
	slices.SortFunc(about, compareStatements)
	slices.SortFunc(of, compareStatements)
	return append(about, of...), nil
}

// statements appends what the active releases say with the node in the direction.
func (v view) statements(to []Statement, head revision, d quad.Direction, node quad.IRI) ([]Statement, error) {
	quads, err := v.with(d, node)
	if err != nil {
		return nil, err
	}
	for _, q := range quads {
		label, _ := q.Label.(quad.IRI)
		from, err := releases.id(label)
		subject, _ := q.Subject.(quad.IRI)
		if err != nil || strings.Contains(string(subject), "#") || !used([]revision{head}, from) {
			continue
		}
		predicate, _ := q.Predicate.(quad.IRI)
		s := Statement{Subject: nodeName(subject), Predicate: local(predicate), Release: from}
		switch object := q.Object.(type) {
		case quad.IRI:
			s.Object, s.Link = nodeName(object), true
		case quad.LangString:
			s.Object, s.Language = string(object.Value), object.Lang
		case quad.TypedString:
			s.Object = string(object.Value)
		default:
			s.Object = fmt.Sprint(quad.NativeOf(object))
		}
		to = append(to, s)
	}
	return to, nil
}

// nodeName returns the kind and the id of a node of ours.
func nodeName(iri quad.IRI) string {
	kind, _, _ := strings.Cut(strings.TrimPrefix(string(iri), base), ":")
	id, err := space(kind).id(iri)
	if err != nil {
		return string(iri)
	}
	return kind + ":" + id
}

func compareStatements(a, b Statement) int {
	return cmp.Or(strings.Compare(a.Subject, b.Subject), strings.Compare(a.Predicate, b.Predicate),
		strings.Compare(a.Language, b.Language), strings.Compare(a.Object, b.Object),
		strings.Compare(a.Release, b.Release))
}
