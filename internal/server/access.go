package server

import (
	"errors"
	"net/http"

	"github.com/clausegraph/clausegraph/internal/auth"
)

// authenticated finds out who asks, and refuses credentials that do not hold, as well as requests without any where
// somebody who is not known may not have the scope. Where the scope is Read, a Public server is open to everybody.
func (s *service) authenticated(scope auth.Scope, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		x := exchangeOf(r.Context())
		who, bad := s.who(w, r, scope)
		if bad != nil {
			media := negotiate(r.Header)
			if media == "" {
				media = mediaJSON
			}
			if r.URL.Path == "/graphql" {
				x.outcome = bad.code
				s.metrics.Operation("", noField, bad.code, false, 0)
			}
			bad.response(media).send(w, 1)
			return
		}
		x.who = who
		if who.Subject != "" {
			x.client = who.Subject
		}
		next.ServeHTTP(w, r)
	})
}

func (s *service) who(w http.ResponseWriter, r *http.Request, scope auth.Scope) (auth.Identity, *refusal) {
	var (
		who   auth.Identity
		given bool
		err   error
	)
	if s.locked() { // else credentials may be meant for a proxy in front
		who, given, err = s.Auth.Check(r)
	}
	var unavailable *auth.UnavailableError
	switch {
	case errors.As(err, &unavailable):
		w.Header().Set("Retry-After", "5")
		return who, &refusal{http.StatusServiceUnavailable, codeAuth, "tokens cannot be checked at present"}
	case err != nil:
		// Guesses are paid by the address, so that they do not go on for long.
		if s.budget.spend(r.Context(), guessCost) != nil {
			return who, refuseFast(w, exchangeOf(r.Context()))
		}
		w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
		return who, &refusal{http.StatusUnauthorized, codeWho, err.Error()}
	case !given && s.onlyLocal():
		who.Scope, who.Tenant = auth.Workspace, auth.LocalTenant
	case !given && (s.Public || !s.locked()):
		who.Scope = auth.Read
	}
	switch {
	case who.May(scope):
		return who, nil
	case !given:
		w.Header().Set("WWW-Authenticate", "Bearer")
		return who, &refusal{http.StatusUnauthorized, codeWho, "send Authorization: Bearer and a key or token"}
	}
	return who, &refusal{http.StatusForbidden, codeForbidden, "this key or token does not hold the scope " + scope.String()}
}

// guessCost is the cost of credentials that do not hold.
const guessCost = 20_000

// locked reports whether there are keys or tokens that open the server.
func (s *service) locked() bool { return s.Auth.Keys != nil || s.Auth.OIDC != nil }
