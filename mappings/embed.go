// Package mappings is the data: catalogs of requirements and crosswalks of claims between them, as files.
//
// FORMAT.md describes the files; LICENSE is the licence of the data, which is not that of the code.
package mappings

import "embed"

// FS holds catalogs/*.yaml, crosswalks/*.yaml, the two JSON Schemas (catalog.schema.json, crosswalk.schema.json) and
// the licence of the data. The folders are embedded whole, so that they may be empty but for a hidden file.
//
//go:embed all:catalogs all:crosswalks catalog.schema.json crosswalk.schema.json LICENSE
var FS embed.FS
