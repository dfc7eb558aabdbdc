package schema

import (
	"strings"

	"github.com/vektah/gqlparser/v2/formatter"
)

// SDL returns the whole schema in the schema definition language, as one document with all descriptions.
func SDL() string {
	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(parsed())
	return b.String()
}
