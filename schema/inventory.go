package schema

import (
	"context"

	"github.com/clausegraph/clausegraph/loader/inventory"
	"github.com/clausegraph/clausegraph/schema/internal/model"
)

func (queryResolver) Inventory(ctx context.Context, fileName string, content []byte, links *inventory.Link) (*model.InventoryReading, error) {
	r := inventory.Read(fileName, content, snapshotOf(ctx), inventory.Options{Links: value(links)})
	return &model.InventoryReading{Inventory: r.Inventory, Notes: r.Notes}, nil
}
