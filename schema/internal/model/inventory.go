package model

import (
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader/inventory"
)

// InventoryReading is what was understood of a file of controls.
type InventoryReading struct {
	graph.Inventory
	Notes []inventory.Note
}
