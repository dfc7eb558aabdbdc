package loader

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"

	"github.com/clausegraph/clausegraph/graph"
)

// termForm is the form of the id of a term.
var termForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// entered is a term with the place it comes from.
type entered struct {
	*graph.Term
	node node
}

// checkGlossaries reports where glossaries, which are read as one, break the rules G001 to G099.
func checkGlossaries(glossaries []*glossary, r *report) {
	terms := map[string]entered{}
	var all []entered
	for _, g := range glossaries {
		if ref := g.root.get("glossary"); ref.present() && g.Ref != "" && !refForm.MatchString(g.Ref) {
			r.add(ref.at(), "G002", "use letters, digits, - and .", "the name %s cannot be used", quote(g.Ref))
		}
		checkText(g.root.get("title"), "title", "G005", "", r)
		for i, t := range g.Terms {
			e := entered{t, g.nodes[i]}
			id := e.node.get("id")
			first, twice := terms[t.ID]
			switch {
			case t.ID == "": // reported by the schema
			case twice:
				r.add(id.at(), "G003", "make them one term, or give one of them another id", "the term %s is already in %s, line %d", quote(t.ID), first.node.file, first.node.at().Line)
				continue
			case !termForm.MatchString(t.ID):
				r.add(id.at(), "G002", "use small letters, digits and single hyphens", "the id %s cannot be used", quote(t.ID))
			}
			terms[t.ID] = e
			all = append(all, e)
		}
	}
	for _, e := range all {
		checkTerm(e, r)
		checkTies(e, terms, r)
	}
	checkShared(all, r)
}

// checkTerm reports what is wrong with a term by itself.
func checkTerm(e entered, r *report) {
	for _, half := range []struct{ key, name string }{{"en", "English"}, {"ko", "Korean"}} {
		if n := e.node.get(half.key); n.get("term").text() == "" {
			r.add(n.at(), "G005", "write the usual term in both languages", "the term %s has no %s form", quote(e.ID), half.name)
		}
	}
	checkText(e.node.get("note"), "note", "G005", "G012", r)
	own := map[string]bool{}
	for _, n := range formsOf(e.node) {
		form := n.text()
		switch {
		case form == "":
			if !isUsual(e.node, n) {
				r.add(n.at(), "G004", "write it, or leave it out", "this form of %s is empty", quote(e.ID))
			}
			continue
		case n.yaml.Value != norm.NFC.String(strings.Join(strings.Fields(n.yaml.Value), " ")):
			r.add(n.at(), "G006", "type it anew, with single blanks", "the form %s is not in composed letters (NFC) and single blanks", quote(form))
		case own[form]:
			r.add(n.at(), "G007", "leave one of them out", "the form %s of %s is here twice", quote(form), quote(e.ID))
		}
		own[form] = true
	}
	for _, n := range e.node.get("ambiguous").items() {
		if form := n.text(); !own[form] {
			r.add(n.at(), "G009", "write it as it stands among the forms, or add it to them", "%s is marked ambiguous, but is no form of %s", quote(form), quote(e.ID))
		}
	}
}

// isUsual reports whether a form is the usual one of its language, whose absence is reported as such.
func isUsual(term, form node) bool {
	return form.yaml == term.get("en").get("term").yaml || form.yaml == term.get("ko").get("term").yaml
}

// checkTies reports ids that name no other term, and terms that are broader than themselves.
func checkTies(e entered, terms map[string]entered, r *report) {
	for _, key := range []string{"broader", "related"} {
		for _, n := range e.node.get(key).items() {
			id := n.text()
			switch _, known := terms[id]; {
			case id == e.ID && id != "":
				r.add(n.at(), "G010", "leave it out", "the term %s names itself", quote(id))
			case !known:
				r.add(n.at(), "G010", likeliest(id, terms), "there is no term %s", quote(id))
			}
		}
	}
	for i, up := range e.Broader {
		if up != e.ID && includes(e.ID, up, terms) {
			r.add(e.node.get("broader").items()[i].at(), "G011", "decide which of them is the broader one", "%s is broader than %s, and %s than %s", quote(up), quote(e.ID), quote(e.ID), quote(up))
			return
		}
	}
}

// includes reports whether the one term is broader than the other, directly or through terms between them.
func includes(broader, id string, terms map[string]entered) bool {
	seen := map[string]bool{id: true}
	for waiting := []string{id}; len(waiting) > 0; {
		next := waiting[0]
		waiting = waiting[1:]
		for _, up := range terms[next].broaderIDs() {
			if up == broader {
				return true
			}
			if !seen[up] {
				seen[up] = true
				waiting = append(waiting, up)
			}
		}
	}
	return false
}

// likeliest says what was probably meant by an id that no term has.
func likeliest(id string, terms map[string]entered) string {
	best, least := "", max(2, len(id)/3)+1
	for _, of := range slices.Sorted(maps.Keys(terms)) {
		if len(id) > maxQuote {
			break
		}
		if d := levenshtein.ComputeDistance(id, of); d < least {
			best, least = of, d
		}
	}
	if best == "" {
		return "add it, or name a term that is there"
	}
	return "did you mean " + best + "?"
}

func (e entered) broaderIDs() []string {
	if e.Term == nil {
		return nil
	}
	return e.Broader
}

// checkShared reports forms that two terms have, unless both mark them ambiguous.
func checkShared(all []entered, r *report) {
	first := map[string]entered{}
	for _, e := range all {
		for _, n := range formsOf(e.node) {
			key := graph.FormKey(n.text())
			other, shared := first[key]
			switch {
			case key == "":
			case !shared:
				first[key] = e
			case other.ID == e.ID || e.IsAmbiguous(n.text()) && other.IsAmbiguous(n.text()):
			default:
				r.add(n.at(), "G008", "drop it from one of them, or mark it ambiguous in both", "the form %s is also one of the term %s in %s, line %d", quote(n.text()), quote(other.ID), other.node.file, other.node.at().Line)
			}
		}
	}
}
