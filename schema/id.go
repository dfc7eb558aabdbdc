package schema

import (
	"encoding/base64"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/schema/internal/model"
)

// A global id is the name of the type, a colon and the name of the object within the type, in base64.
func globalID(typ, name string) string {
	var plain, encoded [128]byte
	text := append(append(append(plain[:0], typ...), ':'), name...)
	return string(base64.RawURLEncoding.AppendEncode(encoded[:0], text))
}

// plainID returns the type and the name that a global id is made of; nothing of what is none.
func plainID(id string) (typ, name string) {
	text, err := base64.RawURLEncoding.Strict().DecodeString(id)
	if err != nil || strings.ContainsAny(id, "\r\n") { // which the decoder skips
		return "", ""
	}
	typ, name, _ = strings.Cut(string(text), ":")
	return typ, name
}

// find returns the object with the global id, or nil. A requirement is found by its own ref alone, not by that of a
// profile: an object has one id.
func find(s *graph.Snapshot, id string) model.Node {
	typ, name := plainID(id)
	switch typ {
	case "Standard":
		return node(s.Standard(name))
	case "Requirement":
		if r := s.Requirement(name); r != nil && r.Ref == name {
			return r
		}
	case "Mapping":
		return node(s.Mapping(name))
	case "Term":
		return node(s.Term(name))
	case "Crosswalk":
		return node(s.Crosswalk(name))
	}
	return nil
}

// node returns nothing for a nil pointer, which inside a Node would look like something.
func node[T any](object *T) model.Node {
	if object == nil {
		return nil
	}
	return object
}
