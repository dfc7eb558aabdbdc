package auth

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/time/rate"
)

// OIDC takes the tokens of one OpenID Connect issuer that are meant for one audience. What a token allows stands in its
// claim scope, scp or roles, as clausegraph: and the name of a scope.
type OIDC struct {
	// TenantClaim is the claim that names the organisation whose workspaces a token opens; a token without it opens none.
	// Where it is empty, each subject has workspaces of its own.
	TenantClaim string

	issuer, audience string
	log              *slog.Logger
	client           *http.Client
	now              func() time.Time

	mu       sync.Mutex // held while the issuer is asked what it is
	verifier *oidc.IDTokenVerifier
	failed   error
	again    time.Time // when the issuer may be asked anew
}

const (
	scopePrefix   = "clausegraph:"
	issuerTimeout = 5 * time.Second
	issuerPause   = 5 * time.Second
)

// algorithms are those by which only the issuer can sign. A token of any other is refused, whatever the issuer says.
var algorithms = []string{oidc.RS256, oidc.RS384, oidc.RS512, oidc.ES256, oidc.ES384, oidc.ES512, oidc.PS256, oidc.PS384, oidc.PS512, oidc.EdDSA}

// OpenOIDC returns what checks the tokens of an issuer. It asks the issuer for its keys at once; where that fails it says
// so in the log and tries again when tokens come, so that the server can start while the issuer is away.
func OpenOIDC(ctx context.Context, issuer, audience string, log *slog.Logger) (*OIDC, error) {
	if issuer == "" || audience == "" {
		return nil, errors.New("an OIDC issuer needs an audience, and an audience an issuer")
	}
	return openOIDC(ctx, issuer, audience, log, time.Now), nil
}

func openOIDC(ctx context.Context, issuer, audience string, log *slog.Logger, now func() time.Time) *OIDC {
	o := &OIDC{issuer: issuer, audience: audience, log: log, now: now, client: &http.Client{
		Timeout: issuerTimeout,
		// Tokens with unknown key ids make the issuer be asked for its keys: strangers must not do so without end.
		Transport: &slowly{http.DefaultTransport, rate.NewLimiter(2, 10)},
	}}
	_, _ = o.discover(ctx)
	return o
}

// discover returns the verifier, and asks the issuer where that has not worked yet.
func (o *OIDC) discover(ctx context.Context) (*oidc.IDTokenVerifier, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if pause := o.again.Sub(o.now()); o.verifier != nil || pause > 0 && pause <= issuerPause { // above it where the clock was set back
		return o.verifier, o.failed
	}
	// What is found out is for the requests that follow, and is so if the client of this one goes away.
	ctx = oidc.ClientContext(context.WithoutCancel(ctx), o.client)
	provider, err := oidc.NewProvider(ctx, o.issuer)
	var found struct {
		Keys string `json:"jwks_uri"`
	}
	if err == nil {
		err = provider.Claims(&found)
	}
	if err != nil {
		o.failed, o.again = &UnavailableError{fmt.Errorf("the OIDC issuer %s does not answer as one: %w", o.issuer, err)}, o.now().Add(issuerPause)
		o.log.Error("no token can be checked", "error", err)
		return nil, o.failed
	}
	keys := newIssuerKeys(found.Keys, o.client, o.log, o.now)
	o.verifier, o.failed = oidc.NewVerifier(o.issuer, keys, &oidc.Config{ClientID: o.audience, SupportedSigningAlgs: algorithms, Now: o.now}), nil
	return o.verifier, nil
}

// Verify returns who a token names, or an *Error, or an *UnavailableError.
func (o *OIDC) Verify(ctx context.Context, token string) (Identity, error) {
	verifier, err := o.discover(ctx)
	if err != nil {
		return Identity{}, err
	}
	t, err := verifier.Verify(ctx, token)
	if err != nil {
		o.log.InfoContext(ctx, "token refused", "error", err)
		var expired *oidc.TokenExpiredError
		switch {
		case errors.As(err, &expired):
			return Identity{}, &Error{"the token is expired"}
		case strings.Contains(err.Error(), "before the nbf"): // go-oidc keeps no other trace of it
			return Identity{}, &Error{"the token is not valid yet: the clock of its issuer is ahead of that of this server"}
		case unasked(err):
			return Identity{}, &UnavailableError{errors.New("the OIDC issuer does not give its keys")}
		}
		return Identity{}, &Error{"the token is not valid for this server"}
	}
	var claims struct {
		Name  string `json:"name"`
		Scope texts  `json:"scope"`
		Scp   texts  `json:"scp"`
		Roles texts  `json:"roles"`
	}
	if err := t.Claims(&claims); err != nil || t.Subject == "" {
		return Identity{}, &Error{"the token has no subject, or claims of an unknown form"}
	}
	i := Identity{Subject: "oidc:" + t.Issuer + "#" + t.Subject, Name: claims.Name}
	if i.Tenant, err = o.tenant(t, i.Subject); err != nil {
		return Identity{}, err
	}
	for _, list := range []texts{claims.Scope, claims.Scp, claims.Roles} {
		for _, name := range list {
			if given, ok := strings.CutPrefix(name, scopePrefix); ok {
				if s, err := ParseScope(given); err == nil {
					i.Scope = max(i.Scope, s)
				}
			}
		}
	}
	return i, nil
}

// tenant returns whose workspaces a token opens.
func (o *OIDC) tenant(t *oidc.IDToken, subject string) (string, error) {
	if o.TenantClaim == "" {
		return subject, nil
	}
	var claims map[string]any
	if err := t.Claims(&claims); err != nil {
		return "", &Error{"the token has claims of an unknown form"}
	}
	given, stated := claims[o.TenantClaim]
	name, text := given.(string)
	switch {
	case !stated:
		return "", nil
	case !text || CheckTenant(name) != nil:
		return "", &Error{"the claim " + o.TenantClaim + " of the token is not the name of an organisation"}
	}
	return namedTenant(name), nil
}

// slowly bounds how often requests are sent.
type slowly struct {
	http.RoundTripper

	rate *rate.Limiter
}

var errSlowly = errors.New("the issuer was asked too often")

func (s *slowly) RoundTrip(r *http.Request) (*http.Response, error) {
	if !s.rate.Allow() {
		return nil, errSlowly
	}
	return s.RoundTripper.RoundTrip(r)
}
