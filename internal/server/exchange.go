package server

import (
	"context"
	"encoding/base32"
	"encoding/binary"
	"math/rand/v2"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/clausegraph/clausegraph/internal/auth"
)

// exchange is one request and what becomes of it, for limits, logs and metrics. It is written by the goroutine that
// serves the request alone.
type exchange struct {
	id      string
	start   time.Time
	address netip.Addr    // of the client, or of the proxy that speaks for it
	client  string        // whose limits count: the subject of the key or token, else the address
	who     auth.Identity // who may do what; the zero one until that is found out

	// Of a GraphQL request:
	operation string // its name
	field     string // its root field
	hash      string // of its document, the first digits
	lasting   bool   // the answer follows from the data alone
	cost      int
	outcome   string
	trace     string        // id of the trace that it is part of
	retry     time.Duration // after which the client may come again, where the rate was exceeded

	// What goes with the request is part of it, so that a request takes one piece of memory and not one of each.
	context  exchangeContext
	answer   statusWriter
	idHeader [1]string
}

// newExchange begins the exchange of a request.
func newExchange(w http.ResponseWriter, r *http.Request, proxies []netip.Prefix) *exchange {
	x := &exchange{id: newID(), start: time.Now(), answer: statusWriter{ResponseWriter: w, status: http.StatusOK}}
	x.context = exchangeContext{r.Context(), x}
	x.idHeader[0] = x.id
	if p := peerOf(r.Context()); p != nil && len(proxies) == 0 {
		x.address, x.client = p.address, p.client
	} else {
		x.address = addressOf(r, proxies)
		x.client = clientOf(x.address)
	}
	return x
}

// newID returns an id that no other request has. It is no secret.
func newID() string {
	var b [10]byte
	binary.NativeEndian.PutUint64(b[:], rand.Uint64())          // #nosec G404 -- it is no secret
	binary.NativeEndian.PutUint16(b[8:], uint16(rand.Uint32())) // #nosec G404 -- it is no secret
	var text [16]byte
	base32.StdEncoding.Encode(text[:], b[:])
	return string(text[:])
}

// exchangeContext is the context of a request, which knows the exchange that it belongs to.
type exchangeContext struct {
	context.Context

	exchange *exchange
}

type exchangeKey struct{}

// Value returns the exchange, or what the context around it knows.
func (c *exchangeContext) Value(key any) any {
	if key == (exchangeKey{}) {
		return c.exchange
	}
	return c.Context.Value(key)
}

// exchangeOf returns the exchange that a context belongs to.
func exchangeOf(ctx context.Context) *exchange {
	if x, ok := ctx.Value(exchangeKey{}).(*exchange); ok {
		return x
	}
	return &exchange{}
}

// peer is who is at the other end of a connection.
type peer struct {
	address netip.Addr
	client  string
}

type peerKey struct{}

// withPeer notes who is at the other end of a connection, for all its requests.
func withPeer(ctx context.Context, c net.Conn) context.Context {
	at := addressIn(c.RemoteAddr().String())
	return context.WithValue(ctx, peerKey{}, &peer{at, clientOf(at)})
}

// peerOf returns who is at the other end of the connection of a request, nil where that was not noted.
func peerOf(ctx context.Context) *peer {
	p, _ := ctx.Value(peerKey{}).(*peer)
	return p
}

// requestID returns the id that identified gave to the request.
func requestID(ctx context.Context) string { return exchangeOf(ctx).id }

// addressOf returns the address of the client. Proxies that are trusted say for whom they speak; what anybody else says
// of that is not believed.
func addressOf(r *http.Request, proxies []netip.Prefix) netip.Addr {
	address := addressIn(r.RemoteAddr)
	if len(proxies) == 0 {
		return address
	}
	trusted := func(a netip.Addr) bool {
		return slices.ContainsFunc(proxies, func(p netip.Prefix) bool { return p.Contains(a) })
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) { // each proxy adds whom it heard from at the end
		if !trusted(address) {
			break
		}
		next, err := netip.ParseAddr(strings.TrimSpace(hop))
		if err != nil {
			break
		}
		address = next.Unmap().WithZone("")
	}
	return address
}

// addressIn returns the address of an address with a port, the zero one where there is none.
func addressIn(text string) netip.Addr {
	at, _ := netip.ParseAddrPort(text)
	return at.Addr().Unmap().WithZone("")
}

// clientOf returns the name under which the limits of an address count. Of IPv6 that is the network of 64 bits, of which
// one client has all the addresses.
func clientOf(a netip.Addr) string {
	if a.Is6() {
		if p, err := a.Prefix(64); err == nil {
			return p.String()
		}
	}
	return a.String()
}

// rootField returns the root field that an operation selects, or "several". The names are those of the schema, since
// the operation is valid.
func rootField(set ast.SelectionSet) string {
	found := ""
	for _, selection := range set {
		name := ""
		switch s := selection.(type) {
		case *ast.Field:
			name = s.Name
		case *ast.InlineFragment:
			name = rootField(s.SelectionSet)
		case *ast.FragmentSpread:
			name = rootField(s.Definition.SelectionSet)
		}
		if found != "" && name != found {
			return "several"
		}
		found = name
	}
	return found
}
