package loader

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/search"
)

// overlayRules are about overlays: texts of standards that their user has a licence for.
var overlayRules = []Rule{
	{
		"O001", "An overlay names its standard and has texts",
		"Otherwise nobody knows what the texts are of.",
		`texts: {"A.5.17": {en: "..."}}`,
		"standard: iso-27001-2022\ntexts:\n  \"A.5.17\": {en: \"...\"}",
		Error,
	}, {
		"O002", "What an overlay has texts of exists",
		"A text of a misspelt id is never shown.",
		`"A.5.71": {en: "..."}`,
		`"A.5.17": {en: "..."}`,
		Error,
	}, {
		"O003", "A text of an overlay is in English or Korean, or in both",
		"Nothing else is shown.",
		`"A.5.17": "..."`,
		`"A.5.17": {en: "...", ko: "..."}`,
		Error,
	},
}

// OverlayRules lists the rules of overlays in order of code.
func OverlayRules() []Rule { return slices.Clone(overlayRules) }

// ReadOverlay reads texts of a standard that their user has a licence for, to be shown and searched where they are given
// and nowhere else. It returns all problems at once; the overlay is nil where there is one. No diagnostic repeats
// anything of a text.
func ReadOverlay(name string, src []byte, s *graph.Snapshot) (search.Overlay, []Diagnostic) {
	var r report
	root := parse(name, src, &r)
	if root == nil {
		return nil, discreet(r.sorted())
	}
	n := nodeOf(name, root)
	overlay := search.Overlay{}
	std, texts := n.get("standard").text(), n.get("texts")
	switch {
	case std == "" || !texts.present() || texts.yaml.Kind != yaml.MappingNode:
		r.add(n.at(), "O001", "write `standard:`, and below `texts:` a line for each id", "this is no overlay")
	case s.Standard(std) == nil:
		r.add(n.get("standard").at(), "O001", "", "%v", s.Unknown(std))
	default:
		for i, key := range texts.keys() {
			value := nodeOf(name, texts.yaml.Content[2*i+1])
			req := s.Requirement(graph.JoinRef(std, key.text()))
			if req == nil || key.text() == "" {
				r.add(key.at(), "O002", "", "%s has no such id as stands here", std)
				continue
			}
			t := value.both()
			if t.EN == "" && t.KO == "" {
				r.add(value.at(), "O003", "write {en: \"...\", ko: \"...\"}", "the text of %s is neither in English nor in Korean", req.Ref)
				continue
			}
			overlay[req.Ref] = append(overlay[req.Ref], t)
		}
	}
	if found := r.sorted(); len(found) > 0 {
		return nil, found
	}
	return overlay, nil
}

// discreet takes out of diagnostics what they repeat of the file: it may be a text that nobody else may see.
func discreet(list []Diagnostic) []Diagnostic {
	for i := range list {
		if title := ruleOf[list[i].Code].Title; title != "" {
			list[i].Message, list[i].Help = "this is not so: "+title, ""
		}
	}
	return list
}
