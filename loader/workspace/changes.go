package workspace

import (
	"reflect"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Changes is what is other in one content than in another. No list is nil.
type Changes struct {
	HeldAdded       []string
	HeldRemoved     []string
	ControlsAdded   []string // ids
	ControlsChanged []string
	ControlsRemoved []string
}

// Compare returns what is other than before; where there is no before, all is new.
func Compare(before, after *Content) *Changes {
	if before == nil {
		before = &Content{}
	}
	c := &Changes{ControlsAdded: []string{}, ControlsChanged: []string{}, ControlsRemoved: []string{}}
	c.HeldAdded, c.HeldRemoved = without(after.Held, before.Held), without(before.Held, after.Held)
	then, now := byID(before), byID(after)
	for _, control := range after.Inventory.Controls {
		switch old := then[control.ID]; {
		case old == nil:
			c.ControlsAdded = append(c.ControlsAdded, control.ID)
		case !same(old, &control):
			c.ControlsChanged = append(c.ControlsChanged, control.ID)
		}
	}
	for _, control := range before.Inventory.Controls {
		if now[control.ID] == nil {
			c.ControlsRemoved = append(c.ControlsRemoved, control.ID)
		}
	}
	return c
}

func byID(c *Content) map[string]*graph.Control {
	controls := make(map[string]*graph.Control, len(c.Inventory.Controls))
	for i := range c.Inventory.Controls {
		controls[c.Inventory.Controls[i].ID] = &c.Inventory.Controls[i]
	}
	return controls
}

// same compares controls; an empty list is none.
func same(a, b *graph.Control) bool {
	x, y := *a, *b
	for _, c := range []*graph.Control{&x, &y} {
		for _, list := range []*[]string{&c.Satisfies, &c.Contributes, &c.Documents, &c.Evidence} {
			if len(*list) == 0 {
				*list = nil
			}
		}
	}
	return reflect.DeepEqual(x, y)
}

func without(list, others []string) []string {
	left := []string{}
	for _, s := range list {
		if !slices.Contains(others, s) {
			left = append(left, s)
		}
	}
	return left
}
