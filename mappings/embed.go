// Package mappings is the data: catalogs of requirements, crosswalks of claims between them, schemes with their facts
// and obligations, and a glossary, as files.
//
// FORMAT.md describes the files; LICENSE is the licence of the data, which is not that of the code.
package mappings

import (
	"embed"
	"strings"
)

// FS holds catalogs/*.yaml, crosswalks/*.yaml, schemes/*.yaml, glossary.yaml, the JSON Schema of each (catalog.schema.json,
// crosswalk.schema.json, scheme.schema.json, glossary.schema.json), that of an inventory, which is the user's (inventory.schema.json), and the
// licence of the data.
//
//go:embed catalogs/*.yaml crosswalks/*.yaml schemes/*.yaml glossary.yaml glossary.schema.json catalog.schema.json crosswalk.schema.json scheme.schema.json inventory.schema.json LICENSE
var FS embed.FS

//go:embed VERSION
var version string

// Version returns the semantic version of the data, which stands in the file VERSION. What it promises is in
// docs/versioning.md.
func Version() string { return strings.TrimSpace(version) }
