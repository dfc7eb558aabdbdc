package schema

import (
	"strings"

	"github.com/vektah/gqlparser/v2/formatter"
)

// Version is the semantic version of the API: of the last release, or of the next one where the schema has changed since.
// What it promises is in docs/versioning.md; a test holds it against docs/schema-baseline.graphql.
const Version = "1.1.0"

// SDL returns the whole schema in the schema definition language, as one document with all descriptions.
func SDL() string {
	s := parsed()
	var b strings.Builder
	// The formatter leaves out a schema definition with the usual names of root types, and its description with it.
	b.WriteString("\"\"\"\n" + s.Description + "\n\"\"\"\nschema {\n  query: Query\n  mutation: Mutation\n}\n")
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(s)
	return b.String()
}
