// Package auth tells who a request comes from and what they may do: by API key, or by a token of an OIDC issuer.
package auth

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Scope is what somebody may do. A greater scope holds all smaller ones. The zero Scope is invalid and allows nothing.
type Scope int

// The scopes.
const (
	Read      Scope = iota + 1 // ask questions, also about the workspaces of one's tenant
	Workspace                  // change the workspaces of one's tenant
	Edit                       // change the data that all share
	Admin                      // operate the server: reload, introspect where that is off, send documents that are not trusted
)

var scopeNames = []string{Read: "read", Workspace: "workspace", Edit: "edit", Admin: "admin"}

// ScopeNames lists the names of all scopes, the smallest first.
func ScopeNames() []string { return slices.Clone(scopeNames[Read:]) }

func (s Scope) String() string {
	if s < Read || s > Admin {
		return "none"
	}
	return scopeNames[s]
}

// ParseScope returns the scope of a name.
func ParseScope(name string) (Scope, error) {
	for s := Read; s <= Admin; s++ {
		if scopeNames[s] == name {
			return s, nil
		}
	}
	return 0, fmt.Errorf("unknown scope %q; there are %s", name, strings.Join(ScopeNames(), ", "))
}

// MarshalText writes the name of a scope.
func (s Scope) MarshalText() ([]byte, error) {
	if _, err := ParseScope(s.String()); err != nil {
		return nil, err
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads the name of a scope.
func (s *Scope) UnmarshalText(text []byte) error {
	parsed, err := ParseScope(string(text))
	if err == nil {
		*s = parsed
	}
	return err
}

// Identity is who a request comes from. The zero Identity is somebody who may do nothing.
type Identity struct {
	// Subject is the same for every request of one key or one person and differs between any two: key:ID, or
	// oidc:ISSUER#SUBJECT. It is empty for a request without credentials.
	Subject string
	// Name is for people and logs.
	Name  string
	Scope Scope
	// Tenant is whose workspaces the identity sees: the same for all keys and tokens of one organisation, and for nobody
	// else. Empty, it sees none.
	Tenant string
}

// LocalTenant is the tenant of a server without keys and tokens, which is for its own machine alone.
const LocalTenant = "local"

// namedTenant is the tenant of an organisation that a key or a token names.
func namedTenant(name string) string { return "tenant:" + name }

// CheckTenant returns an error where a name is none for a tenant.
func CheckTenant(name string) error {
	if name == "" || len(name) > 200 || name != strings.TrimSpace(name) || strings.ContainsFunc(name, unicode.IsControl) || !utf8.ValidString(name) {
		return errors.New("the name of a tenant has 1 to 200 bytes, and neither control characters nor blanks around it")
	}
	return nil
}

// May reports whether the identity holds a scope.
func (i Identity) May(s Scope) bool { return s >= Read && i.Scope >= s }

// Error says why credentials were refused, in words for the client. It never repeats them.
type Error struct{ Reason string }

func (e *Error) Error() string { return e.Reason }

// UnavailableError says that credentials cannot be checked at present.
type UnavailableError struct{ Err error }

func (e *UnavailableError) Error() string { return "credentials cannot be checked: " + e.Err.Error() }

func (e *UnavailableError) Unwrap() error { return e.Err }

// Checker recognises credentials by what it was given: keys, an issuer, or both.
type Checker struct {
	Keys *Keys // nil: no API keys are known
	OIDC *OIDC // nil: no tokens are taken
}

// maxToken bounds credentials in bytes.
const maxToken = 8 << 10

// Check returns who the Authorization header of a request names. It returns false where there is none, an *Error where
// the credentials do not hold, and an *UnavailableError where that cannot be told at present.
func (c Checker) Check(r *http.Request) (Identity, bool, error) {
	lines := r.Header.Values("Authorization")
	if len(lines) == 0 {
		return Identity{}, false, nil
	}
	scheme, token, _ := strings.Cut(lines[0], " ")
	token = strings.TrimSpace(token)
	switch {
	case len(lines) > 1:
		return Identity{}, true, &Error{"there is more than one Authorization header"}
	case !strings.EqualFold(scheme, "Bearer") || token == "" || len(token) > maxToken || strings.ContainsAny(token, " \t\r\n"):
		return Identity{}, true, &Error{"send Authorization: Bearer and a key or token"}
	case c.Keys != nil && strings.HasPrefix(token, keyPrefix):
		i, err := c.Keys.Verify(token)
		return i, true, err
	case c.OIDC != nil:
		i, err := c.OIDC.Verify(r.Context(), token)
		return i, true, err
	}
	return Identity{}, true, &Error{"the key is not valid"}
}
