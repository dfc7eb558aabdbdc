package auth

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"github.com/clausegraph/clausegraph/internal/auth/authtest"
)

func TestOIDC(t *testing.T) {
	at := authtest.NewIssuer(t)
	first, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	second, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	public, err := x509.MarshalPKIXPublicKey(&first.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	at.Publish("one", &first.PublicKey)
	o, err := OpenOIDC(t.Context(), at.URL, "clausegraph", discard())
	if err != nil {
		t.Fatal(err)
	}
	claims := func(change ...any) map[string]any {
		c := map[string]any{
			"iss": at.URL, "aud": "clausegraph", "sub": "u-1", "name": "Somebody", "scope": "openid clausegraph:read",
			"iat": time.Now().Unix(), "exp": time.Now().Add(time.Hour).Unix(),
		}
		for n := 0; n < len(change); n += 2 {
			c[change[n].(string)] = change[n+1]
		}
		return c
	}
	rs := func(change ...any) string { return authtest.Sign(t, jose.RS256, "one", first, claims(change...)) }
	check := func(name, token string, want Scope, why string) {
		t.Helper()
		i, err := o.Verify(t.Context(), token)
		var refused *Error
		switch {
		case why == "" && (err != nil || i.Scope != want || i.Subject != "oidc:"+at.URL+"#u-1"):
			t.Errorf("%s: %+v %v, want %v", name, i, err, want)
		case why != "" && (!errors.As(err, &refused) || !strings.Contains(refused.Reason, why) || i != Identity{}):
			t.Errorf("%s: %+v %v, want %q", name, i, err, why)
		}
	}
	check("good", rs(), Read, "")
	check("a list of audiences", rs("aud", []string{"other", "clausegraph"}), Read, "")
	check("scp", rs("scope", nil, "scp", []string{"clausegraph:edit"}), Edit, "")
	check("roles", rs("roles", []string{"clausegraph:admin", "other"}), Admin, "")
	check("no scope of ours", rs("scope", "openid admin read clausegraph:everything"), 0, "")
	check("expired", rs("exp", time.Now().Add(-time.Hour).Unix()), 0, "expired")
	check("not yet", rs("nbf", time.Now().Add(time.Hour).Unix()), 0, "not valid yet")
	check("for another server", rs("aud", "other"), 0, "not valid")
	check("of another issuer", rs("iss", "https://example.org"), 0, "not valid")
	check("nobody", rs("sub", ""), 0, "no subject")
	check("scope of an odd form", rs("scope", 7), 0, "unknown form")
	check("a changed token", rs()+"x", 0, "not valid")
	check("no token", "x", 0, "not valid")
	check("not signed", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1LTEifQ.", 0, "not valid")
	check("signed with the public key as a secret", authtest.Sign(t, jose.HS256, "one", public, claims()), 0, "not valid")
	check("signed by somebody else", authtest.Sign(t, jose.ES256, "one", second, claims()), 0, "not valid")

	// The issuer changes its key; nothing here is started anew.
	old := rs()
	at.Publish("two", &second.PublicKey)
	time.Sleep(10 * time.Millisecond) // go-oidc gives the answer that it has just had to whoever asks in the same moment
	check("by the new key", authtest.Sign(t, jose.ES256, "two", second, claims()), Read, "")
	check("by the old key", old, 0, "not valid")

	// Strangers make the server ask the issuer for unknown keys, but not for ever; then tokens cannot be checked.
	before := at.Asked.Load()
	for range 100 {
		_, err = o.Verify(t.Context(), authtest.Sign(t, jose.ES256, "unknown", second, claims()))
	}
	var unavailable *UnavailableError
	if asked := at.Asked.Load() - before; asked > 20 || !errors.As(err, &unavailable) {
		t.Errorf("the issuer was asked %d times, %v", asked, err)
	}
	check("meanwhile", authtest.Sign(t, jose.ES256, "two", second, claims()), Read, "")
}

// TestOIDCWithoutIssuer starts while the issuer is away, and takes tokens once it is back.
func TestOIDCWithoutIssuer(t *testing.T) {
	at := authtest.NewIssuer(t)
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	at.Publish("one", &key.PublicKey)
	at.Down.Store(true)
	o, err := OpenOIDC(t.Context(), at.URL, "clausegraph", discard())
	if err != nil {
		t.Fatal(err)
	}
	token := authtest.Sign(t, jose.ES256, "one", key, map[string]any{"iss": at.URL, "aud": "clausegraph", "sub": "u-1", "exp": time.Now().Add(time.Hour).Unix()})
	var unavailable *UnavailableError
	if _, err := o.Verify(t.Context(), token); !errors.As(err, &unavailable) {
		t.Error(err)
	}
	at.Down.Store(false)
	o.again = time.Time{}
	if i, err := o.Verify(t.Context(), token); err != nil || i.Subject == "" {
		t.Error(i, err)
	}
	for _, c := range [][2]string{{"", "x"}, {"x", ""}} {
		if _, err := OpenOIDC(t.Context(), c[0], c[1], discard()); err == nil {
			t.Errorf("%q is taken", c)
		}
	}
}
