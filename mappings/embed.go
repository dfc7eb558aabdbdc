// Package mappings is the data: catalogs of requirements and crosswalks of claims between them, as files.
//
// FORMAT.md describes the files; LICENSE is the licence of the data, which is not that of the code.
package mappings

import "embed"

// FS holds catalogs/*.yaml, crosswalks/*.yaml, the two JSON Schemas (catalog.schema.json, crosswalk.schema.json) and
// the licence of the data.
//
//go:embed catalogs/*.yaml crosswalks/*.yaml catalog.schema.json crosswalk.schema.json LICENSE
var FS embed.FS
