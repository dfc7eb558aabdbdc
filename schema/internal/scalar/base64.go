package scalar

import (
	"encoding/base64"

	"github.com/99designs/gqlgen/graphql"
)

// MarshalBase64 writes the bytes in base64.
func MarshalBase64(b []byte) graphql.Marshaler {
	return graphql.MarshalString(base64.StdEncoding.EncodeToString(b))
}

// UnmarshalBase64 takes text that is base64 with padding, without line breaks or anything else in it.
func UnmarshalBase64(v any) ([]byte, error) {
	s, ok := v.(string)
	if !ok {
		return nil, refuse("Base64", v)
	}
	b, err := base64.StdEncoding.Strict().DecodeString(s)
	if err != nil {
		return nil, Error("Base64 cannot represent this text: " + err.Error())
	}
	return b, nil
}
