package server

import (
	"log/slog"
	"net"
	"net/netip"
	"slices"
	"sync"

	"github.com/clausegraph/clausegraph/internal/metrics"
)

// connectionLimit bounds how many connections one address has open at a time, of IPv6 the network of 64 bits, so that one
// machine cannot take all that the process may have. Proxies that are trusted speak for many, and have no limit.
type connectionLimit struct {
	most     int // none is below 1
	loopback bool
	proxies  []netip.Prefix
	metrics  *metrics.Metrics
	log      *slog.Logger

	mu   sync.Mutex
	open map[string]int // by address; of those that have any
}

// over returns a listener whose connections are counted.
func (l *connectionLimit) over(to net.Listener) net.Listener {
	if l.most < 1 {
		return to
	}
	return &limitedListener{to, l}
}

// enter counts a connection in, if there may be another.
func (l *connectionLimit) enter(client string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open[client] >= l.most {
		return false
	}
	l.open[client]++
	return true
}

func (l *connectionLimit) leave(client string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open[client]--; l.open[client] == 0 {
		delete(l.open, client)
	}
}

// exempt reports whether an address has no limit.
func (l *connectionLimit) exempt(a netip.Addr) bool {
	return !l.loopback && a.IsLoopback() || slices.ContainsFunc(l.proxies, func(p netip.Prefix) bool { return p.Contains(a) })
}

type limitedListener struct {
	net.Listener

	limit *connectionLimit
}

// Accept returns the next connection that may be. Those above the limit are closed without a word: there is no request yet
// that could be answered.
func (l *limitedListener) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		address := addressIn(c.RemoteAddr().String())
		if l.limit.exempt(address) {
			return c, nil
		}
		client := clientOf(address)
		if l.limit.enter(client) {
			return &countedConn{Conn: c, leave: sync.OnceFunc(func() { l.limit.leave(client) })}, nil
		}
		if tcp, ok := c.(*net.TCPConn); ok {
			_ = tcp.SetLinger(0) // the system is to remember nothing of it either
		}
		_ = c.Close()
		l.limit.metrics.ConnectionRefused()
		l.limit.log.Debug("connection refused: its address has as many as it may", "client", client)
	}
}

type countedConn struct {
	net.Conn

	leave func()
}

// Close closes the connection and counts it out.
func (c *countedConn) Close() error {
	defer c.leave()
	return c.Conn.Close()
}
