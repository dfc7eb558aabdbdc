package store

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/cayleygraph/quad"
)

// space is a kind of node: the part of an IRI between the base and the id.
type space string

const (
	standards    space = "standard"
	requirements space = "requirement"
	crosswalks   space = "crosswalk"
	mappings     space = "mapping"
	sources      space = "source"
	schemes      space = "scheme"
	inputs       space = "input"
	facts        space = "fact"
	obligations  space = "obligation"
	omissions    space = "omission"
	glossaries   space = "glossary"
	concepts     space = "concept"
	relations    space = "relation"
	releases     space = "release"
	revisions    space = "revision"
	entries      space = "change"
	tenants      space = "tenant"
	workspaces   space = "workspace"
	versions     space = "version"
	inventories  space = "inventory"

	// refs is standards and requirements together: a ref with a slash is a requirement.
	refs space = ""
)

// iri returns the node of the space with the id.
func (s space) iri(id string) quad.IRI {
	if s == refs {
		s = standards
		if strings.Contains(id, "/") {
			s = requirements
		}
	}
	return quad.IRI(base + string(s) + ":" + escape(id))
}

// id is the converse of iri. It fails for a node of another space.
func (s space) id(iri quad.IRI) (string, error) {
	of, escaped, _ := strings.Cut(strings.TrimPrefix(string(iri), base), ":")
	if of != string(s) && (s != refs || of != string(standards) && of != string(requirements)) {
		return "", fmt.Errorf("%s is not the node expected there", iri)
	}
	return url.PathUnescape(escaped)
}

// forbidden are the printable characters that N-Quads allows in no IRI, and those that we need as marks of our own.
const forbidden = "<>\"{}|^`\\%#"

// escape makes any id fit for an IRI. Letters of all scripts stay as they are, to be read by people.
func escape(id string) string {
	bad := func(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune(forbidden, r) }
	if !strings.ContainsFunc(id, bad) {
		return id
	}
	var b strings.Builder
	for _, r := range id {
		if bad(r) {
			fmt.Fprintf(&b, "%%%02X", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
