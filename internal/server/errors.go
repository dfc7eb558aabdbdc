package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/clausegraph/clausegraph/schema"
)

// codeInternal marks an error whose cause stands in the log, under the request id that the client gets.
const codeInternal = "INTERNAL"

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
