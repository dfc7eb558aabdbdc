package loader

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/clausegraph/clausegraph/graph"
)

// ReadInventory reads the controls of an organisation from a YAML text and checks them against the requirements of the
// snapshot. It returns all problems at once, in order of place; the inventory is nil where one of them is an Error.
// The name is that of the file, as diagnostics show it.
func ReadInventory(name string, src []byte, s *graph.Snapshot) (*graph.Inventory, []Diagnostic) {
	var r report
	root := parse(name, src, &r)
	if root == nil {
		return nil, r.sorted()
	}
	f := &file{name: name, kind: kindOf(root, ""), root: nodeOf(name, root)}
	if f.kind != inventoryFile {
		r.add(f.root.at(), "F007", "start it with `organization:`, and list the `controls:`", "this file holds no inventory")
		return nil, r.sorted()
	}
	validate(f, &r)
	checkInventory(f, &index{Snapshot: s, guesses: maxGuesses}, &r)
	found := Result{Diagnostics: r.sorted()}
	if !found.OK() {
		return nil, found.Diagnostics
	}
	return decodeInventory(f), found.Diagnostics
}

// decodeInventory takes everything out of a file that was found good.
func decodeInventory(f *file) *graph.Inventory {
	inv := &graph.Inventory{
		Organization: f.root.get("organization").text(),
		Scopes:       f.root.get("scopes").texts(),
		Controls:     []graph.Control{},
	}
	for _, c := range f.root.get("controls").items() {
		inv.Controls = append(inv.Controls, graph.Control{
			ID:          c.get("id").text(),
			Title:       c.get("title").text(),
			Owner:       c.get("owner").text(),
			Status:      graph.ControlStatus(c.get("status").text()),
			Reason:      c.get("reason").text(),
			Scope:       c.get("scope").text(),
			Satisfies:   c.get("satisfies").texts(),
			Contributes: c.get("contributes").texts(),
			Documents:   c.get("documents").texts(),
			Evidence:    c.get("evidence").texts(),
			ReviewedOn:  graph.Date(c.get("reviewedOn").text()),
		})
	}
	return inv
}

// checkInventory reports where an inventory breaks the rules I001 to I099.
func checkInventory(f *file, standards *index, r *report) {
	scopes := f.root.get("scopes")
	first := map[string]Position{}
	for _, c := range f.root.get("controls").items() {
		checkControlID(c.get("id"), first, r)
		status, reason := c.get("status"), c.get("reason")
		if status.text() == string(graph.NotApplicable) && reason.text() == "" {
			r.add(status.at(), "I004", "add a `reason:`", "this control is not applicable, and nobody says why")
		}
		if reason.text() != "" && status.text() != "" && status.text() != string(graph.NotApplicable) {
			r.add(reason.at(), "I007", "leave the reason out, or write status: not-applicable", "the reason is that for not being applicable, but the control is %s", quote(status.text()))
		}
		if scope := c.get("scope"); scope.text() != "" && scopes.present() && !slices.Contains(scopes.texts(), scope.text()) {
			r.add(scope.at(), "I005", likely(scope.text(), "scopes", scopes.texts())+"; or add it to `scopes`", "there is no scope %s", quote(scope.text()))
		}
		named := map[*graph.Requirement]link{}
		for _, kind := range []string{"satisfies", "contributes"} {
			for _, ref := range c.get(kind).items() {
				checkLink(link{kind, ref}, named, standards, r)
			}
		}
	}
}

// checkControlID reports an id that another control has, or that no question could name.
func checkControlID(n node, first map[string]Position, r *report) {
	id := n.text()
	at, taken := first[id]
	switch {
	case !n.present():
	case id == "" || strings.Contains(id, ","):
		r.add(n.at(), "I006", "give it a short id, such as AR-1", "the id %s cannot be used", quote(id))
	case taken:
		r.add(n.at(), "I001", "give one of them another id", "the control %s is here twice, first in line %d", quote(id), at.Line)
	default:
		first[id] = n.at()
	}
}

// link is a ref of a control, below `satisfies` or below `contributes`.
type link struct {
	kind string
	ref  node
}

// checkLink reports a ref that names nothing which a control can implement, or that the control has named before.
func checkLink(l link, named map[*graph.Requirement]link, standards *index, r *report) {
	ref := l.ref.text()
	if l.ref.yaml.Kind != yaml.ScalarNode || !l.ref.present() {
		return // the schema reports it
	}
	node := standards.Requirement(ref)
	if node == nil {
		checkNowhere(l.ref, standards, r)
		return
	}
	if !node.Assessable && !node.IsPoint() {
		r.add(l.ref.at(), "I003", "name the requirements below it that the control implements", "%s is a heading", ref)
		return
	}
	before, twice := named[node]
	switch {
	case twice && before.kind != l.kind:
		r.add(l.ref.at(), "I008", "keep it below `satisfies` if the control meets all of it, and below `contributes` otherwise", "%s is satisfied by this control in line %d, and only contributed to here", ref, before.ref.at().Line)
	case twice:
		r.add(l.ref.at(), "I008", "name it once", "%s is here twice, first in line %d", ref, before.ref.at().Line)
	default:
		named[node] = l
	}
}

// checkNowhere reports a ref that names no requirement.
func checkNowhere(n node, standards *index, r *report) {
	ref := n.text()
	owner, number := graph.SplitRef(ref)
	switch {
	case standards.Standard(ref) != nil:
		r.add(n.at(), "I003", "name the requirements that the control implements", "%s is a whole standard", ref)
	case standards.Standard(owner) == nil && number == "":
		help := standards.suggest(ref)
		if help == "" {
			help = "write the standard, a slash and the id, such as iso-27001-2022/A.5.18"
		}
		r.add(n.at(), "I002", help, "the requirement %s does not exist", quote(ref))
	case standards.Standard(owner) == nil:
		r.add(n.at(), "I002", standards.suggest(ref), "the standard %s does not exist", quote(owner))
	default:
		r.add(n.at(), "I002", standards.suggest(ref), "%s has no %s", owner, quote(number))
	}
}
