package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/schema"
)

// TrustedDocuments are the documents of a manifest, by id. Where a server has them it runs no others, but for admins.
type TrustedDocuments struct {
	file    string
	current atomic.Pointer[manifest]
}

type manifest struct {
	documents  map[string]string // by id
	texts      map[string]bool
	operations []string // the names in the documents
}

// OpenTrusted reads a manifest: an object from ids to documents, as graphql-codegen and Relay write it, or Apollo's
// format "apollo-persisted-query-manifest". It fails where a document does not fit the schema.
func OpenTrusted(file string) (*TrustedDocuments, error) {
	t := &TrustedDocuments{file: file}
	return t, t.Reload()
}

// Reload reads the manifest again. Where it fails, the documents stay as they were.
func (t *TrustedDocuments) Reload() error {
	text, err := os.ReadFile(t.file)
	if err != nil {
		return fmt.Errorf("trusted documents: %w", err)
	}
	m, err := readManifest(text)
	if err != nil {
		return fmt.Errorf("trusted documents: %s: %w", t.file, err)
	}
	t.current.Store(m)
	return nil
}

const apolloManifest = "apollo-persisted-query-manifest"

func readManifest(text []byte) (*manifest, error) {
	m := &manifest{documents: map[string]string{}, texts: map[string]bool{}}
	var apollo struct {
		Format     string
		Operations []struct{ ID, Body string }
	}
	if json.Unmarshal(text, &apollo) == nil && apollo.Format == apolloManifest {
		for _, op := range apollo.Operations {
			m.documents[op.ID] = op.Body
		}
	} else if err := decode(bytes.NewReader(text), &m.documents); err != nil {
		return nil, fmt.Errorf("not an object from ids to documents, nor a manifest of the format %s: %w", apolloManifest, err)
	}
	if len(m.documents) == 0 {
		return nil, errors.New("there is no document in it, so that nothing could be asked")
	}
	var problems []error
	valid := schema.New(nil).Schema()
	for _, id := range slices.Sorted(maps.Keys(m.documents)) {
		doc, errs := gqlparser.LoadQueryWithRules(valid, m.documents[id], nil)
		if len(errs) > 0 {
			problems = append(problems, fmt.Errorf("document %s: %w", id, errs[0]))
			continue
		}
		m.texts[m.documents[id]] = true
		for _, op := range doc.Operations {
			if op.Name != "" && !slices.Contains(m.operations, op.Name) {
				m.operations = append(m.operations, op.Name)
			}
		}
	}
	return m, errors.Join(problems...)
}

// Operations returns the names of the operations in the documents. Of no documents there are none.
func (t *TrustedDocuments) Operations() []string {
	if t == nil {
		return nil
	}
	return t.current.Load().operations
}

// documentName is where read keeps the id by which a request names its document, among its extensions.
const documentName = "documentId"

func named(p *graphql.RawParams, ids ...string) {
	for _, id := range ids {
		if id != "" {
			if p.Extensions == nil {
				p.Extensions = map[string]any{}
			}
			p.Extensions[documentName] = strings.TrimPrefix(id, "sha256:")
			return
		}
	}
}

// documentID returns the id or hash by which a request names its document, or "".
func documentID(p *graphql.RawParams) string {
	if id, ok := p.Extensions[documentName].(string); ok {
		return id
	}
	object, _ := p.Extensions["persistedQuery"].(map[string]any)
	hash, _ := object["sha256Hash"].(string)
	return hash
}

// trusted fills in documents of the manifest, and refuses those that are not in it.
type trusted struct {
	*TrustedDocuments
}

// ExtensionName identifies the extension.
func (trusted) ExtensionName() string { return "TrustedDocuments" }

// Validate accepts any schema.
func (trusted) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters fills in the document that an id names.
func (t trusted) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	known := t.current.Load()
	text, ok := known.documents[documentID(p)]
	switch {
	case ok && (p.Query == "" || p.Query == text):
		p.Query = text
		delete(p.Extensions, "persistedQuery") // its hash is the manifest's affair
	case known.texts[p.Query] || exchangeOf(ctx).who.May(auth.Admin):
	case p.Query == "":
		return persistedError(codeNotFound, notFound)
	default:
		return persistedError(codeNotTrusted, "this server runs only the documents that its operator trusts")
	}
	return nil
}

// introspection lets clients read the schema, which is public unless the operator says otherwise.
type introspection struct {
	off bool
}

// ExtensionName identifies the extension.
func (introspection) ExtensionName() string { return "Introspection" }

// Validate accepts any schema.
func (introspection) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext allows it, or returns an error where the operation asks for the schema.
func (i introspection) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = i.off && !exchangeOf(ctx).who.May(auth.Admin)
	if op.DisableIntrospection && selects(op.Operation.SelectionSet, "__schema", "__type") {
		return persistedError(codeIntrospection, "this server does not describe its schema")
	}
	return nil
}

// selects reports whether a selection holds one of the fields, at its own level.
func selects(set ast.SelectionSet, fields ...string) bool {
	return slices.ContainsFunc(set, func(selection ast.Selection) bool {
		switch s := selection.(type) {
		case *ast.Field:
			return slices.Contains(fields, s.Name)
		case *ast.InlineFragment:
			return selects(s.SelectionSet, fields...)
		case *ast.FragmentSpread:
			return selects(s.Definition.SelectionSet, fields...)
		}
		return false
	})
}
