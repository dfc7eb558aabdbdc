package postgres

import (
	"context"
	"time"

	"github.com/lib/pq"
)

// channel is where a writer tells that the head moved.
const channel = "clausegraph"

// Hints returns a channel that tells, soon after it happened, that some process may have moved the head; several moves may be
// told as one. It is a hint and no more: what happens while the connection is lost is not told, but for one hint when it
// is back, and a pooler of connections may swallow all. The channel is never closed.
func (s *Store) Hints(ctx context.Context) <-chan struct{} {
	hints := make(chan struct{}, 1)
	tell := func() {
		select {
		case hints <- struct{}{}:
		default: // one is waiting already
		}
	}
	listener := pq.NewListener(s.dsn, 100*time.Millisecond, 10*time.Second, func(event pq.ListenerEventType, _ error) {
		if event == pq.ListenerEventConnected || event == pq.ListenerEventReconnected {
			tell()
		}
	})
	go func() {
		defer listener.Close()
		// A failure to listen is one to connect, which the listener tries again by itself.
		_ = listener.Listen(channel)
		for {
			select {
			case <-ctx.Done():
				return
			case <-listener.Notify:
				tell()
			case <-time.After(time.Minute):
				_ = listener.Ping() // notices a connection that died without a word
			}
		}
	}()
	return hints
}
