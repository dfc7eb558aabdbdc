package schema

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/schema/internal/page"
	"github.com/clausegraph/clausegraph/schema/internal/scalar"
	"github.com/clausegraph/clausegraph/search"
)

// The codes of a Fault, which clients find in extensions.code.
const (
	CodeBadInput      = "BAD_INPUT"         // an argument asks for what cannot be answered
	CodeUnknownRef    = "UNKNOWN_REF"       // a ref names nothing
	CodeLimitExceeded = "LIMIT_EXCEEDED"    // the operation asks for more than one operation may
	CodeTimeout       = "TIMEOUT"           // the operation ran out of time
	CodeStore         = "STORE_UNAVAILABLE" // the store cannot be read or written at present
)

// Fault is an error that is the client's to mend, in words meant for the client.
type Fault struct {
	Code    string
	Message string
	Nearest []string // of CodeUnknownRef: refs that were probably meant, the likeliest first
}

func (f *Fault) Error() string { return f.Message }

// storeAway is what a client learns of a store that fails. A connection that broke at the last moment leaves open whether a
// change was made: a key settles it.
const storeAway = "the data cannot be read or changed at present; try again in a while, and a change with the same idempotencyKey, so that it is made once"

// FaultOf returns what a client may know of an error of a resolver. It is nil for errors that are not the client's
// doing, of which a client must learn nothing.
func FaultOf(err error) *Fault {
	var (
		fault   *Fault
		unknown *graph.UnknownRefError
		held    *coverage.HeldError
		control *coverage.ControlError
		paging  page.Error
		input   scalar.Error
		known   *graph.InputError
	)
	switch {
	case errors.As(err, &fault):
		return fault
	case errors.As(err, &unknown):
		message := fmt.Sprintf("unknown %s %q", unknown.Wanted(), unknown.Ref)
		if errors.As(err, &control) {
			message = control.Control + ": " + message
		}
		switch {
		case len(unknown.Nearest) > 0:
			message += "; did you mean " + strings.Join(unknown.Nearest, ", ") + "?"
		case unknown.Scheme:
			message += "; the field schemes lists what there is"
		default:
			message += "; the field standards lists what there is"
		}
		return &Fault{CodeUnknownRef, message, unknown.Nearest}
	case errors.As(err, &held):
		return &Fault{Code: CodeBadInput, Message: held.Error()}
	case errors.As(err, &paging):
		return &Fault{Code: CodeBadInput, Message: paging.Error()}
	case errors.As(err, &input):
		return &Fault{Code: CodeBadInput, Message: input.Error()}
	case errors.As(err, &known):
		return &Fault{Code: CodeBadInput, Message: known.Error()}
	case errors.Is(err, search.ErrQuery):
		return &Fault{Code: CodeBadInput, Message: err.Error()}
	case errors.Is(err, store.ErrUnavailable):
		return &Fault{Code: CodeStore, Message: storeAway}
	case errors.Is(err, context.DeadlineExceeded):
		return &Fault{Code: CodeTimeout, Message: "the operation ran out of time"}
	}
	return nil
}
