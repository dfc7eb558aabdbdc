package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/clausegraph/clausegraph/schema"
)

// persistedDocuments lets clients name a document by its SHA-256 hash once they have sent it: automatic persisted
// queries, as Apollo clients speak them.
type persistedDocuments struct {
	known graphql.Cache[string]
}

// ExtensionName identifies the extension.
func (persistedDocuments) ExtensionName() string { return "PersistedDocuments" }

// Validate accepts any schema.
func (persistedDocuments) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters fills in the document that a hash names, or notes the one that comes with its hash.
func (d persistedDocuments) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if name, _ := p.Extensions[documentName].(string); name != "" && p.Query == "" {
		var ok bool
		if p.Query, ok = d.known.Get(ctx, name); !ok {
			return persistedError(codeNotFound, notFound)
		}
		return nil
	}
	given, ok := p.Extensions["persistedQuery"]
	if !ok || given == nil {
		return nil
	}
	object, _ := given.(map[string]any)
	hash, _ := object["sha256Hash"].(string)
	if version, _ := object["version"].(json.Number); version != "1" || len(hash) != hex.EncodedLen(sha256.Size) {
		return persistedError(schema.CodeBadInput, "extensions.persistedQuery needs version 1 and sha256Hash")
	}
	if p.Query == "" {
		if p.Query, ok = d.known.Get(ctx, hash); !ok {
			return persistedError(codeNotFound, notFound)
		}
		return nil
	}
	if sum := sha256.Sum256([]byte(p.Query)); hex.EncodeToString(sum[:]) != hash {
		return persistedError(schema.CodeBadInput, "extensions.persistedQuery.sha256Hash is not the hash of the query")
	}
	d.known.Add(ctx, hash, p.Query)
	return nil
}

func persistedError(code, message string) *gqlerror.Error {
	err := &gqlerror.Error{Message: message}
	errcode.Set(err, code)
	return err
}
