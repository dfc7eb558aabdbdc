package scalar

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/clausegraph/clausegraph/export/deliverable"
)

// The enums of documents.
var (
	documentKinds   = newEnum("DeliverableKind", text[deliverable.Kind], deliverable.Kinds...)
	documentFormats = newEnum("DeliverableFormat", text[deliverable.Format], deliverable.Formats...)
	documentTongues = newEnum("DeliverableLanguage", text[deliverable.Language], deliverable.Languages...)
)

// MarshalDeliverableKind writes the name of the value.
func MarshalDeliverableKind(v deliverable.Kind) graphql.Marshaler { return documentKinds.marshal(v) }

// UnmarshalDeliverableKind takes the name of a value.
func UnmarshalDeliverableKind(v any) (deliverable.Kind, error) { return documentKinds.unmarshal(v) }

// MarshalDeliverableFormat writes the name of the value.
func MarshalDeliverableFormat(v deliverable.Format) graphql.Marshaler {
	return documentFormats.marshal(v)
}

// UnmarshalDeliverableFormat takes the name of a value.
func UnmarshalDeliverableFormat(v any) (deliverable.Format, error) {
	return documentFormats.unmarshal(v)
}

// MarshalDeliverableLanguage writes the name of the value.
func MarshalDeliverableLanguage(v deliverable.Language) graphql.Marshaler {
	return documentTongues.marshal(v)
}

// UnmarshalDeliverableLanguage takes the name of a value.
func UnmarshalDeliverableLanguage(v any) (deliverable.Language, error) {
	return documentTongues.unmarshal(v)
}
