package server

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/clausegraph/clausegraph/internal/mcp"
	"github.com/clausegraph/clausegraph/internal/metrics"
	"github.com/clausegraph/clausegraph/schema"
)

// assistants serves the Model Context Protocol, with the limits of GraphQL: a request costs what one costs there, and
// each tool what its answer does; tools wait for their turn with all other operations.
func (s *service) assistants() http.Handler {
	protocol := mcp.NewHandler(func(r *http.Request) mcp.Options {
		client := exchangeOf(r.Context()).client
		return mcp.Options{
			Data: dataIn(r.Context()), Logger: s.Logger, Clock: s.Clock, Time: s.Limits.Time, Tenancy: s.tenancy(r.Context()),
			Done:  func(tool, outcome string) { s.metrics.Tool(tool, metrics.Of(codes, outcome)) },
			Admit: func(ctx context.Context, cost int) (func(), error) { return s.admit(ctx, client, cost) },
		}
	}, s.Limits.Body)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		x := exchangeOf(r.Context())
		refuse := func(bad *refusal) { bad.response(mediaJSON).send(w, 1) }
		if crossSite(r, s.Origins) {
			refuse(&refusal{http.StatusForbidden, codeCrossSite, "pages of other sites may not use this server"})
			return
		}
		if s.budget.spend(r.Context(), requestCost) != nil {
			refuse(refuseFast(w, x))
			return
		}
		data, bad := s.dataFor(w, r)
		if bad != nil {
			refuse(bad)
			return
		}
		w.Header().Set(headerRevision, strconv.Itoa(snapshotOf(data).Revision().Number))
		w.Header().Set("Cache-Control", "no-store")
		// All of a request is answered from the same data.
		protocol.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), pinnedKey{}, data)))
	})
}

type pinnedKey struct{}

// dataIn returns the data that a request to assistants is answered from.
func dataIn(ctx context.Context) *schema.Data { return ctx.Value(pinnedKey{}).(*schema.Data) }

// admit takes the cost of one tool from what the client may spend, and waits for its turn. It is called by goroutines of
// the protocol, and leaves the exchange alone.
func (s *service) admit(ctx context.Context, client string, cost int) (func(), error) {
	if cost > s.Limits.Cost {
		return nil, &schema.Fault{Code: schema.CodeLimitExceeded, Message: "this asks for more than one call may: it costs " + strconv.Itoa(cost) + " of " + strconv.Itoa(s.Limits.Cost) + "; ask for less, or for a smaller page"}
	}
	if wait, ok := s.budget.rates.Take(client, cost, time.Now()); !ok {
		return nil, &schema.Fault{Code: codeRate, Message: "this client asks for more than it may in this time; come again in " + max(wait, time.Second).Round(time.Second).String()}
	}
	leave, err := s.queue.Enter(ctx, client, s.Limits.Wait)
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return nil, err
	case err != nil:
		return nil, &schema.Fault{Code: codeOverloaded, Message: "too many operations at the same time; come again in a second"}
	}
	return leave, nil
}
