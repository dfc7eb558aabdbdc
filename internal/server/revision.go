package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/schema"
)

// The headers that speak of revisions. Every answer says which one it is of. A client may ask for one of the last that
// the store keeps, and for one that is not older than what another server told it.
const (
	headerRevision = "Clausegraph-Revision"
	headerAtLeast  = "Clausegraph-At-Least-Revision"
)

// patience is how long a request waits for a revision that is not here yet.
const patience = 2 * time.Second

// pastCost is the cost of loading an earlier revision.
const pastCost = 500_000

// past keeps the earlier revision that was asked for last: loading one takes as long as loading any.
type past struct {
	mu     sync.Mutex
	number int
	data   *schema.Data
}

// dataFor returns what a request is to be answered from. A refusal says in a header when to come again.
func (s *service) dataFor(w http.ResponseWriter, r *http.Request) (*schema.Data, *refusal) {
	data, bad := s.dataAt(r.Context(), r.Header)
	switch {
	case bad == nil:
	case bad.status == http.StatusServiceUnavailable:
		w.Header().Set("Retry-After", "1")
	case bad.status == http.StatusTooManyRequests:
		bad = refuseFast(w, exchangeOf(r.Context()))
	}
	return data, bad
}

// dataAt returns the data of the revision that the headers ask for.
func (s *service) dataAt(ctx context.Context, h http.Header) (*schema.Data, *refusal) {
	data := s.Data.Load()
	if data == nil {
		return nil, &refusal{http.StatusServiceUnavailable, codeNotReady, "the data is still loading"}
	}
	if text := h.Get(headerAtLeast); text != "" {
		least, err := strconv.Atoi(text)
		if err != nil {
			return nil, &refusal{http.StatusBadRequest, codeBadRequest, headerAtLeast + " is not a number"}
		}
		if data = s.await(ctx, least); data == nil {
			return nil, &refusal{http.StatusServiceUnavailable, codeNotReady, fmt.Sprintf("revision %d is not here yet", least)}
		}
	}
	text := h.Get(headerRevision)
	if text == "" {
		return data, nil
	}
	number, err := strconv.Atoi(text)
	if err != nil {
		return nil, &refusal{http.StatusBadRequest, codeBadRequest, headerRevision + " is not a number"}
	}
	return s.earlier(ctx, data, number)
}

// await returns data that is at the revision or after it, nil where it does not come in time.
func (s *service) await(ctx context.Context, least int) *schema.Data {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		moved := s.moves.next()
		data := s.Data.Load()
		if snapshotOf(data).Revision().Number >= least {
			return data
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return nil
		}
	}
}

// earlier returns the data of a revision that is kept.
func (s *service) earlier(ctx context.Context, data *schema.Data, number int) (*schema.Data, *refusal) {
	if snapshotOf(data).Revision().Number == number {
		return data, nil
	}
	if s.Past == nil {
		return nil, &refusal{http.StatusNotFound, schema.CodeNotFound, fmt.Sprintf("this server has no revision but %d", snapshotOf(data).Revision().Number)}
	}
	s.past.mu.Lock()
	defer s.past.mu.Unlock()
	if s.past.data != nil && s.past.number == number {
		return s.past.data, nil
	}
	if s.budget.spend(ctx, pastCost) != nil {
		return nil, &refusal{http.StatusTooManyRequests, codeRate, tooFast}
	}
	loading, done := apart(ctx)
	defer done()
	found, err := s.Past(loading, number)
	switch {
	case errors.Is(err, store.ErrNoRevision):
		return nil, &refusal{http.StatusNotFound, schema.CodeNotFound, err.Error()}
	case err != nil:
		s.Logger.ErrorContext(ctx, "an earlier revision cannot be loaded", "request", requestID(ctx), "revision", number, "error", err)
		return nil, &refusal{http.StatusServiceUnavailable, codeNotReady, "the revision cannot be loaded at present"}
	}
	s.adopt(found)
	s.past.number, s.past.data = number, found
	return found, nil
}

// apart returns a context that ends with another, or when done is called, and has nothing else of it: what is loaded for a
// request is kept longer than the request.
func apart(from context.Context) (ctx context.Context, done func()) {
	ctx, cancel := context.WithCancel(context.Background())
	stop := context.AfterFunc(from, cancel)
	return ctx, func() { stop(); cancel() }
}

// moves tells those who wait that the data moved.
type moves struct {
	mu sync.Mutex
	ch chan struct{}
}

// next returns a channel that is closed when the data moves next.
func (m *moves) next() <-chan struct{} {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.ch == nil {
		m.ch = make(chan struct{})
	}
	return m.ch
}

func (m *moves) tell() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.ch != nil {
		close(m.ch)
		m.ch = nil
	}
}

// The bounds of a stream.
const (
	maxListeners = 1000
	heartbeat    = 15 * time.Second
)

// serveRevisions sends the revision that is served, and each that comes after it, as server-sent events.
func (s *service) serveRevisions(w http.ResponseWriter, r *http.Request) {
	if s.streams.Add(1) > maxListeners {
		s.streams.Add(-1)
		w.Header().Set("Retry-After", "10")
		sendText(w, http.StatusServiceUnavailable, "too many clients listen already")
		return
	}
	defer s.streams.Add(-1)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Accel-Buffering", "no") // proxies pass events on as they come
	control := http.NewResponseController(w)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	var last graph.Revision
	for {
		moved := s.moves.next()
		if s.draining.Load() {
			return
		}
		text := ": alive\n\n"
		if data := s.Data.Load(); data != nil && snapshotOf(data).Revision() != last {
			last = snapshotOf(data).Revision()
			text = fmt.Sprintf("event: revision\nid: %d\ndata: {\"number\":%d,\"hash\":%q}\n\n", last.Number, last.Number, last.Hash)
		}
		// A client that takes nothing is let go by the deadline.
		if control.SetWriteDeadline(time.Now().Add(heartbeat)) != nil {
			return
		}
		if _, err := w.Write([]byte(text)); err != nil || control.Flush() != nil {
			return
		}
		select {
		case <-moved:
		case <-beat.C:
		case <-r.Context().Done():
			return
		}
	}
}
