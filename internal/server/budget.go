package server

import (
	"context"
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/clausegraph/clausegraph/internal/limits"
)

// requestCost is what a request costs for itself, beside what it asks for.
const requestCost = 100

// rememberedClients is how many clients have a budget of their own, at some 300 bytes each.
const rememberedClients = 1 << 16

// budget takes what requests cost from what their clients may spend.
type budget struct {
	rates *limits.Rates // nil: there is no limit
}

func newBudget(l Limits) *budget {
	if l.Rate < 0 {
		return &budget{}
	}
	return &budget{limits.NewRates(l.Rate, max(l.Burst, l.Rate), rememberedClients)}
}

// spend returns an error where the client of the context has spent too much, and notes when it may come again.
func (b *budget) spend(ctx context.Context, cost int) *gqlerror.Error {
	if b.rates == nil {
		return nil
	}
	x := exchangeOf(ctx)
	wait, ok := b.rates.Take(x.client, cost, time.Now())
	if ok {
		return nil
	}
	x.retry = max(wait, time.Millisecond)
	return persistedError(codeRate, tooFast)
}

const tooFast = "this client asks for more than it may in this time; come again after Retry-After"

// refuseFast returns the answer to a request whose client has spent too much.
func refuseFast(w http.ResponseWriter, x *exchange) *refusal {
	w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(x.retry.Seconds()))))
	return &refusal{http.StatusTooManyRequests, codeRate, tooFast}
}
