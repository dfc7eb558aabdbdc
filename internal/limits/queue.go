package limits

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Queue hands out a number of slots fairly. A free slot goes to the client that holds fewest, and among those to the one
// that has waited longest, so that a client that sends many requests delays its own and nobody else's. No client holds
// more than three quarters of the slots, so that one that fills them with slow requests leaves room for others.
type Queue struct {
	share, waitMost, waitEach int

	mu      sync.Mutex
	free    int
	clients map[string]*line
	waiting int
	arrived uint64
}

// line is what one client has and wants.
type line struct {
	held    int
	waiting []*turn
}

type turn struct {
	number uint64
	ready  chan struct{} // closed when the slot is this turn's
}

// The errors of Enter.
var (
	ErrFull = errors.New("too many requests are waiting")
	ErrWait = errors.New("no slot became free in time")
)

// NewQueue makes a queue of slots with as many as waiting places.
func NewQueue(slots, waiting int) *Queue {
	return &Queue{
		free: slots, share: max(1, slots*3/4), waitMost: waiting, waitEach: max(1, waiting/4),
		clients: map[string]*line{},
	}
}

// Enter waits for a slot and returns what gives it back. It fails with ErrFull at once where too many wait already, all
// together or of this client, with ErrWait after a time, or with the error of the context.
func (q *Queue) Enter(ctx context.Context, client string, patience time.Duration) (leave func(), err error) {
	q.mu.Lock()
	c := q.clients[client]
	if c == nil {
		c = &line{}
		q.clients[client] = c
	}
	if q.free > 0 && c.held < q.share && len(c.waiting) == 0 { // a free slot that others wait for would be theirs already
		q.free--
		c.held++
		q.mu.Unlock()
		return func() { q.leave(client) }, nil
	}
	if q.waiting >= q.waitMost || len(c.waiting) >= q.waitEach {
		q.tidy(client, c)
		q.mu.Unlock()
		return nil, ErrFull
	}
	q.arrived++
	t := &turn{q.arrived, make(chan struct{})}
	c.waiting = append(c.waiting, t)
	q.waiting++
	q.mu.Unlock()

	clock := time.NewTimer(patience)
	defer clock.Stop()
	select {
	case <-t.ready:
		return func() { q.leave(client) }, nil
	case <-clock.C:
		err = ErrWait
	case <-ctx.Done():
		err = ctx.Err()
	}
	if !q.abandon(client, t) { // its turn came at the same moment
		q.leave(client)
	}
	return nil, err
}

// Waiting returns how many requests wait for a slot.
func (q *Queue) Waiting() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.waiting
}

func (q *Queue) leave(client string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	c := q.clients[client]
	c.held--
	q.free++
	q.hand()
	q.tidy(client, c)
}

// hand gives free slots to those whose turn it is.
func (q *Queue) hand() {
	for q.free > 0 && q.waiting > 0 {
		var next *line
		for _, c := range q.clients {
			if len(c.waiting) == 0 || c.held >= q.share {
				continue
			}
			if next == nil || c.held < next.held || c.held == next.held && c.waiting[0].number < next.waiting[0].number {
				next = c
			}
		}
		if next == nil {
			return
		}
		close(next.waiting[0].ready)
		next.waiting = next.waiting[1:]
		next.held++
		q.waiting--
		q.free--
	}
}

// abandon takes a turn out of its line. It returns false where the turn has come.
func (q *Queue) abandon(client string, t *turn) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	c := q.clients[client]
	for i, other := range c.waiting {
		if other == t {
			c.waiting = append(c.waiting[:i], c.waiting[i+1:]...)
			q.waiting--
			q.tidy(client, c)
			return true
		}
	}
	return false
}

// tidy forgets a client that has and wants nothing.
func (q *Queue) tidy(client string, c *line) {
	if c.held == 0 && len(c.waiting) == 0 {
		delete(q.clients, client)
	}
}
