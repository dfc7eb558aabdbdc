// Package limits shares a server out among its clients: how much each may ask for over time, and whose turn it is.
package limits

import (
	"container/list"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Rates is a budget for each client, in the cost of what it asks for. It remembers the clients that asked last, so that
// it takes bounded memory however many there are; one that is forgotten begins with a full budget again, and it is
// forgotten only after more others than are remembered have asked.
type Rates struct {
	perSecond rate.Limit
	burst     int
	most      int

	mu      sync.Mutex
	clients map[string]*list.Element
	recent  list.List // of *budget, the last used in front
}

type budget struct {
	client string
	left   *rate.Limiter
}

// NewRates gives each client perSecond, saved up to burst, and remembers most clients.
func NewRates(perSecond, burst, most int) *Rates {
	return &Rates{perSecond: rate.Limit(perSecond), burst: burst, most: most, clients: map[string]*list.Element{}}
}

// Take takes a cost from the budget of a client. Where that is too small it takes nothing and returns how long the
// client should wait; a cost above the burst never fits, and is taken as the burst. Nil Rates give everything. Now is what
// time.Now returns, with its monotonic reading, so that budgets do not see when the clock is set.
func (r *Rates) Take(client string, cost int, now time.Time) (wait time.Duration, ok bool) {
	if r == nil {
		return 0, true
	}
	cost = min(cost, r.burst)
	l := r.limiter(client)
	if l.AllowN(now, cost) {
		return 0, true
	}
	missing := float64(cost) - l.TokensAt(now)
	return time.Duration(missing / float64(r.perSecond) * float64(time.Second)), false
}

func (r *Rates) limiter(client string) *rate.Limiter {
	r.mu.Lock()
	defer r.mu.Unlock()
	if at, ok := r.clients[client]; ok {
		r.recent.MoveToFront(at)
		return at.Value.(*budget).left
	}
	if len(r.clients) >= r.most {
		oldest := r.recent.Back()
		delete(r.clients, r.recent.Remove(oldest).(*budget).client)
	}
	b := &budget{client, rate.NewLimiter(r.perSecond, r.burst)}
	r.clients[client] = r.recent.PushFront(b)
	return b.left
}
