package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/clausegraph/clausegraph/schema"
)

// The codes of answers beside those of package schema and of gqlparser.
const (
	codeInternal      = "INTERNAL" // the cause stands in the log, under the request id that the client gets
	codeBadRequest    = "BAD_REQUEST"
	codeMediaType     = "UNSUPPORTED_MEDIA_TYPE"
	codeNotAcceptable = "NOT_ACCEPTABLE"
	codeMethod        = "METHOD_NOT_ALLOWED"
	codeTooLarge      = "PAYLOAD_TOO_LARGE"
	codeURL           = "URI_TOO_LONG"
	codeCrossSite     = "CROSS_SITE"
	codeNotReady      = "NOT_READY"
	codeOverloaded    = "OVERLOADED"
	codeCanceled      = "CANCELED"
	codeRate          = "RATE_LIMITED"
	codeWho           = "UNAUTHENTICATED"
	codeForbidden     = "FORBIDDEN"
	codeAuth          = "AUTH_UNAVAILABLE"
	codeNotFound      = "PERSISTED_QUERY_NOT_FOUND"
	codeNotTrusted    = "DOCUMENT_NOT_TRUSTED"
	codeIntrospection = "INTROSPECTION_DISABLED"
)

// notFound is the message of codeNotFound: clients wait for these very words.
const notFound = "PersistedQueryNotFound"

// codes are all that an error can have: the outcomes that metrics tell apart.
var codes = []string{
	outcomeOK, codeInternal, codeBadRequest, codeMediaType, codeNotAcceptable, codeMethod, codeTooLarge, codeURL, codeCrossSite,
	codeNotReady, codeOverloaded, codeCanceled, codeRate, codeWho, codeForbidden, codeAuth, codeNotFound, codeNotTrusted, codeIntrospection,
	schema.CodeConflict, schema.CodeNotFound, schema.CodeBadInput, schema.CodeUnknownRef, schema.CodeLimitExceeded, schema.CodeTimeout, schema.CodeStore, errcode.ParseFailed, errcode.ValidationFailed,
}

// outcomeOK is the outcome of an operation without errors.
const outcomeOK = "ok"

// presenter returns what a client sees of an error: its own faults in full, and of all others a request id.
func presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := &gqlerror.Error{Path: graphql.GetPath(ctx)}
		var located *gqlerror.Error
		if errors.As(err, &located) {
			shown.Locations = located.Locations
			if located.Path != nil {
				shown.Path = located.Path
			}
			if located.Err == nil && located.Extensions["code"] != nil {
				return located // of gqlparser, about the document
			}
			if located.Err != nil {
				err = located.Err
			}
		}
		if fault := schema.FaultOf(err); fault != nil {
			shown.Message = fault.Message
			shown.Extensions = map[string]any{"code": fault.Code}
			if fault.Code == schema.CodeStore {
				log.WarnContext(ctx, "the store failed", "request", requestID(ctx), "path", shown.Path.String(), "error", err)
			}
			if fault.Code == schema.CodeUnknownRef {
				shown.Extensions["nearest"] = append([]string{}, fault.Nearest...)
			}
			return shown
		}
		id := requestID(ctx)
		if !errors.Is(err, context.Canceled) && !errors.Is(err, errRecovered) {
			log.ErrorContext(ctx, "resolver failed", "request", id, "path", shown.Path.String(), "error", err)
		}
		shown.Message = "internal error; the operator finds its cause under the request id " + id
		shown.Extensions = map[string]any{"code": codeInternal, "requestId": id}
		return shown
	}
}

// errRecovered stands for a panic, which is in the log already.
var errRecovered = errors.New("panic in a resolver")

func recoverer(log *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, cause any) error {
		log.ErrorContext(ctx, "resolver panicked", "request", requestID(ctx), "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
		return errRecovered
	}
}
