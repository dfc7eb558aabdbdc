// Package mappings is the data: catalogs of requirements, crosswalks of claims between them, and schemes with their facts
// and obligations, as files.
//
// FORMAT.md describes the files; LICENSE is the licence of the data, which is not that of the code.
package mappings

import "embed"

// FS holds catalogs/*.yaml, crosswalks/*.yaml, schemes/*.yaml, the JSON Schema of each (catalog.schema.json,
// crosswalk.schema.json, scheme.schema.json), that of an inventory, which is the user's (inventory.schema.json), and the
// licence of the data.
//
//go:embed catalogs/*.yaml crosswalks/*.yaml schemes/*.yaml catalog.schema.json crosswalk.schema.json scheme.schema.json inventory.schema.json LICENSE
var FS embed.FS
