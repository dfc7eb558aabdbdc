package deliverable

import (
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// link is a control that names a requirement or a point of it.
type link struct {
	*graph.Control

	satisfies bool // the requirement as a whole; otherwise it meets a part
}

// links lists the controls of the question that name a requirement or one of its points and are carried out in the
// scope, in the order of the inventory.
func (m *maker) links(r *graph.Requirement) []link {
	if m.linked == nil {
		m.link()
	}
	return m.linked[r]
}

// link finds out which controls name which requirements.
func (m *maker) link() {
	m.linked = map[*graph.Requirement][]link{}
	s := m.engine.Snapshot()
	for i := range m.Controls {
		c := &m.Controls[i]
		if m.Scope != "" && c.Scope != "" && c.Scope != m.Scope {
			continue
		}
		add := func(refs []string, satisfied bool) {
			for _, ref := range refs {
				node := s.Requirement(ref)
				if node == nil {
					continue
				}
				whole := satisfied && !node.IsPoint()
				list := m.linked[node.Whole()]
				if n := len(list); n > 0 && list[n-1].Control == c {
					list[n-1].satisfies = list[n-1].satisfies || whole
					continue
				}
				m.linked[node.Whole()] = append(list, link{c, whole})
			}
		}
		add(c.Satisfies, true)
		add(c.Contributes, false)
	}
}

// excluded reports whether all links are of controls that are not applicable, and the reasons that they give.
func excluded(links []link) (reason string, yes bool) {
	var reasons []string
	for _, l := range links {
		if l.Status != graph.NotApplicable {
			return "", false
		}
		if l.Reason != "" && !slices.Contains(reasons, l.Reason) {
			reasons = append(reasons, l.Reason)
		}
	}
	return strings.Join(reasons, "\n"), len(links) > 0
}

func controlsOf(links []link) []*graph.Control {
	var list []*graph.Control
	for _, l := range links {
		list = append(list, l.Control)
	}
	return list
}

// owners lists the owners that the inventory names, as choices. A name that a spreadsheet could take for anything but
// text, or for two names, leaves no list to choose from.
func (m *maker) owners() []string {
	var list []string
	size := 0
	for _, c := range m.Controls {
		if c.Owner == "" || slices.Contains(list, c.Owner) {
			continue
		}
		size += len([]rune(c.Owner)) + 1
		if strings.ContainsAny(c.Owner, ",\"=+-@\t\r\n") || size > 120 {
			return nil
		}
		list = append(list, c.Owner)
	}
	return list
}
