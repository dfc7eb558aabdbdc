package auth

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

// issuer is an OpenID Connect issuer on loopback, as far as servers see one: its description, and its keys, which change.
type issuer struct {
	*httptest.Server

	mu    sync.Mutex
	keys  map[string]any // by id
	down  atomic.Bool
	asked atomic.Int64 // for keys
}

func newIssuer(t *testing.T) *issuer {
	i := &issuer{keys: map[string]any{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{
			"issuer": i.URL, "jwks_uri": i.URL + "/keys", "authorization_endpoint": i.URL + "/authorize", "token_endpoint": i.URL + "/token",
			"response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"},
			"id_token_signing_alg_values_supported": []string{"RS256", "ES256", "HS256", "none"},
		})
	})
	mux.HandleFunc("GET /keys", func(w http.ResponseWriter, _ *http.Request) {
		i.asked.Add(1)
		i.mu.Lock()
		defer i.mu.Unlock()
		var set jose.JSONWebKeySet
		for id, key := range i.keys {
			set.Keys = append(set.Keys, jose.JSONWebKey{KeyID: id, Key: key, Use: "sig"})
		}
		_ = json.NewEncoder(w).Encode(set)
	})
	i.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if i.down.Load() {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(i.Close)
	return i
}

// publish replaces all keys by one.
func (i *issuer) publish(id string, public any) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.keys = map[string]any{id: public}
}

func sign(t *testing.T, algorithm jose.SignatureAlgorithm, id string, key any, claims map[string]any) string {
	t.Helper()
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: algorithm, Key: jose.JSONWebKey{KeyID: id, Key: key}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	token, err := jwt.Signed(s).Claims(claims).Serialize()
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestOIDC(t *testing.T) {
	at := newIssuer(t)
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
	at.publish("one", &first.PublicKey)
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
	rs := func(change ...any) string { return sign(t, jose.RS256, "one", first, claims(change...)) }
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
	check("not yet", rs("nbf", time.Now().Add(time.Hour).Unix()), 0, "not valid")
	check("for another server", rs("aud", "other"), 0, "not valid")
	check("of another issuer", rs("iss", "https://example.org"), 0, "not valid")
	check("nobody", rs("sub", ""), 0, "no subject")
	check("scope of an odd form", rs("scope", 7), 0, "unknown form")
	check("a changed token", rs()+"x", 0, "not valid")
	check("no token", "x", 0, "not valid")
	check("not signed", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1LTEifQ.", 0, "not valid")
	check("signed with the public key as a secret", sign(t, jose.HS256, "one", public, claims()), 0, "not valid")
	check("signed by somebody else", sign(t, jose.ES256, "one", second, claims()), 0, "not valid")

	// The issuer changes its key; nothing here is started anew.
	old := rs()
	at.publish("two", &second.PublicKey)
	time.Sleep(10 * time.Millisecond) // go-oidc gives the answer that it has just had to whoever asks in the same moment
	check("by the new key", sign(t, jose.ES256, "two", second, claims()), Read, "")
	check("by the old key", old, 0, "not valid")

	// Strangers make the server ask the issuer for unknown keys, but not for ever; then tokens cannot be checked.
	before := at.asked.Load()
	for range 100 {
		_, err = o.Verify(t.Context(), sign(t, jose.ES256, "unknown", second, claims()))
	}
	var unavailable *UnavailableError
	if asked := at.asked.Load() - before; asked > 20 || !errors.As(err, &unavailable) {
		t.Errorf("the issuer was asked %d times, %v", asked, err)
	}
	check("meanwhile", sign(t, jose.ES256, "two", second, claims()), Read, "")
}

// TestOIDCWithoutIssuer starts while the issuer is away, and takes tokens once it is back.
func TestOIDCWithoutIssuer(t *testing.T) {
	at := newIssuer(t)
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	at.publish("one", &key.PublicKey)
	at.down.Store(true)
	o, err := OpenOIDC(t.Context(), at.URL, "clausegraph", discard())
	if err != nil {
		t.Fatal(err)
	}
	token := sign(t, jose.ES256, "one", key, map[string]any{"iss": at.URL, "aud": "clausegraph", "sub": "u-1", "exp": time.Now().Add(time.Hour).Unix()})
	var unavailable *UnavailableError
	if _, err := o.Verify(t.Context(), token); !errors.As(err, &unavailable) {
		t.Error(err)
	}
	at.down.Store(false)
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
