package server

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// exchange is one request and what becomes of it, for limits, logs and metrics. It is written by the goroutine that
// serves the request alone.
type exchange struct {
	id      string
	address netip.Addr // of the client, or of the proxy that speaks for it
	client  string     // whose limits count: the subject of the key or token, else the address

	// Of a GraphQL request:
	operation string // its name
	field     string // its root field
	hash      string // of its document, the first digits
	lasting   bool   // the answer follows from the data alone
	cost      int
	outcome   string
	trace     string        // id of the trace that it is part of
	retry     time.Duration // after which the client may come again, where the rate was exceeded
}

type exchangeKey struct{}

// exchangeOf returns the exchange that a context belongs to.
func exchangeOf(ctx context.Context) *exchange {
	if x, ok := ctx.Value(exchangeKey{}).(*exchange); ok {
		return x
	}
	return &exchange{}
}

// requestID returns the id that identified gave to the request.
func requestID(ctx context.Context) string { return exchangeOf(ctx).id }

// addressOf returns the address of the client. Proxies that are trusted say for whom they speak; what anybody else says
// of that is not believed.
func addressOf(r *http.Request, proxies []netip.Prefix) netip.Addr {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	address, _ := netip.ParseAddr(host)
	address = address.Unmap().WithZone("")
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
