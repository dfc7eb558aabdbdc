// Package mcp answers AI assistants by the Model Context Protocol: tools, resources and prompts over the same engine that
// GraphQL asks. Answers are structured, each with its proof, its sources and the revision of the data, so that an
// assistant has what it needs to say no more than what is proved; and they are bounded, in pages.
package mcp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/version"
	"github.com/clausegraph/clausegraph/schema"
)

// Options say what a server answers from, and how. Data is required.
type Options struct {
	Data   *schema.Data
	Logger *slog.Logger     // of what goes wrong; slog.Default if nil
	Clock  func() time.Time // tells what day it is where a question does not say; time.Now if nil

	// Admit is asked before anything is computed, with the cost as package schema counts it. It returns what to call
	// afterwards, or an error in words for the client. Nil admits everything.
	Admit func(ctx context.Context, cost int) (leave func(), err error)
	// Time bounds one call; 0 does not.
	Time time.Duration

	// Tenancy is whose workspaces questions may name; nil where there are none.
	Tenancy *schema.Tenancy
	// Done is told what became of each call of a tool: OutcomeOK, or the code of its fault. Tool is one of ToolNames, or empty for one
	// that there is not. It may be nil.
	Done func(tool, outcome string)
}

// OutcomeOK is the outcome of a call that was answered.
const OutcomeOK = "ok"

// codeInternal is the outcome of a call that failed for a reason that is not the client's.
const codeInternal = "INTERNAL"

// service is what the tools, resources and prompts of one server share.
type service struct {
	Options
}

func (s *service) snapshot() *graph.Snapshot { return s.Data.Engine.Snapshot() }

const instructions = "clausegraph proves which requirements of a standard are met by the standards and controls that an organisation already has. " +
	"Say no more than an answer proves: quote the verdict, the refs, the steps of the proof, the sources with their assurance, the revision and the disclaimer. " +
	"UNKNOWN means that nothing is known, and never that there is nothing. POSSIBLE is for a person to review. Only FULL is met, and reusable is not compliant. " +
	"A law is never said to be complied with: notices say what an answer cannot mean. " +
	"Refs look like isms-p-2023 for a standard and isms-p-2023/2.5.4 for a requirement: find them with the tools standards and search and do not guess them. " +
	"Long answers come in pages: ask again with the offset that next names."

// schemas spares each request the work that the schemas of the tools take.
var schemas = mcp.NewSchemaCache()

// New returns a server that answers from the data as it is. It is made for one connection or for one request.
func New(o Options) *mcp.Server {
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	s := &service{o}
	server := mcp.NewServer(&mcp.Implementation{Name: "clausegraph", Title: "clausegraph", Version: version.Of().Version}, &mcp.ServerOptions{
		Instructions: instructions,
		Capabilities: &mcp.ServerCapabilities{},
		// All that a server offers fits on one page, so that clients that read the first alone miss nothing.
		PageSize:          1000,
		CompletionHandler: s.complete,
		SchemaCache:       schemas,
		// What a key opened is not for caches that others share.
		SetCacheable: func(_ context.Context, _ mcp.Request, c *mcp.Cacheable) { c.CacheScope = "private" },
	})
	server.AddReceivingMiddleware(s.guarded)
	for _, t := range tools {
		t.add(server, s)
	}
	s.addResources(server)
	s.addPrompts(server)
	return server
}

// Serve speaks with one client, by lines of JSON, until it closes in or the context ends. Nothing but the protocol is
// written to out.
func Serve(ctx context.Context, o Options, in io.ReadCloser, out io.WriteCloser) error {
	err := New(o).Run(ctx, &mcp.IOTransport{Reader: in, Writer: out})
	if ctx.Err() != nil || errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// NewHandler speaks streamable HTTP. Each request stands by itself: there are no sessions to keep, and any replica can
// answer. The function makes the options of a request; most bounds its body in bytes.
func NewHandler(options func(*http.Request) Options, most int64) http.Handler {
	return mcp.NewStreamableHTTPHandler(func(r *http.Request) *mcp.Server { return New(options(r)) }, &mcp.StreamableHTTPOptions{
		Stateless: true, JSONResponse: true, MaxRequestBodyBytes: most,
		DisableLocalhostProtection: true, // whoever mounts the handler decides which hosts it answers for
	})
}

// errInternal is all that a client learns of what is not its own fault.
var errInternal = errors.New("internal error; the operator finds its cause in the log")

// guarded bounds the time of a call, and turns a panic into an error: the handlers run in goroutines of their own, where
// one would end the program.
func (s *service) guarded(next mcp.MethodHandler) mcp.MethodHandler {
	return func(ctx context.Context, method string, req mcp.Request) (result mcp.Result, err error) {
		defer func() {
			if cause := recover(); cause != nil {
				s.Logger.ErrorContext(ctx, "an MCP method panicked", "method", method, "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
				result, err = nil, errInternal
			}
		}()
		if s.Time > 0 {
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, s.Time)
			defer cancel()
		}
		if call, ok := req.(*mcp.CallToolRequest); ok && s.Done != nil {
			return s.counted(ctx, call, next)
		}
		return next(ctx, method, req)
	}
}

type outcomeKey struct{}

// counted tells what becomes of a call of a tool.
func (s *service) counted(ctx context.Context, call *mcp.CallToolRequest, next mcp.MethodHandler) (result mcp.Result, err error) {
	name, outcome := "", codeInternal // that of a panic
	if slices.Contains(ToolNames, call.Params.Name) {
		name = call.Params.Name
	}
	defer func() { s.Done(name, outcome) }()
	said := new(string)
	result, err = next(context.WithValue(ctx, outcomeKey{}, said), "tools/call", call)
	answer, _ := result.(*mcp.CallToolResult)
	switch {
	case *said != "":
		outcome = *said
	case err != nil || answer == nil || answer.IsError: // arguments that the schema of the tool does not let through
		outcome = schema.CodeBadInput
	default:
		outcome = OutcomeOK
	}
	return result, err
}

// failed notes the outcome of a call for counted.
func failed(ctx context.Context, code string) {
	if said, ok := ctx.Value(outcomeKey{}).(*string); ok {
		*said = code
	}
}

// admit asks whether the client may have what costs so much.
func (s *service) admit(ctx context.Context, cost int) (func(), error) {
	if s.Admit == nil {
		return func() {}, nil
	}
	return s.Admit(ctx, cost)
}

// fault returns what a client may know of an error.
func (s *service) fault(ctx context.Context, err error) error {
	var unknown *graph.UnknownRefError
	f := schema.FaultOf(err)
	code := codeInternal
	if f != nil {
		code = f.Code
	}
	failed(ctx, code)
	if errors.As(err, &unknown) {
		if unknown.Scheme || len(unknown.Nearest) > 0 {
			return err // it names the nearest
		}
		return fmt.Errorf("%w; the tools standards and search find refs", err)
	}
	if f != nil {
		return f
	}
	s.Logger.ErrorContext(ctx, "an MCP call failed", "error", err)
	return errInternal
}

// bad returns an error that is the client's to mend.
func bad(format string, args ...any) error {
	return &schema.Fault{Code: schema.CodeBadInput, Message: fmt.Sprintf(format, args...)}
}
