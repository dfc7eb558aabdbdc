package auth

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"github.com/clausegraph/clausegraph/internal/auth/authtest"
)

// TestTenantsOfKeys tells keys of one organisation from those of others, and from those that stand alone.
func TestTenantsOfKeys(t *testing.T) {
	file := filepath.Join(t.TempDir(), "keys.json")
	tenants := map[string]string{}
	for name, tenant := range map[string]string{"one": "Acme", "two": "Acme", "other": "Globex", "alone": "", "alone too": ""} {
		secret, key, err := NewKey(file, name, Read, tenant, now, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		keys, err := OpenKeys(file, discard())
		if err != nil {
			t.Fatal(err)
		}
		i, err := keys.Verify(secret)
		if err != nil || tenant == "" && i.Tenant != "key:"+key.ID {
			t.Errorf("%s: %+v %v", name, i, err)
		}
		tenants[name] = i.Tenant
	}
	if tenants["one"] != tenants["two"] || tenants["one"] == tenants["other"] || tenants["alone"] == tenants["alone too"] {
		t.Errorf("%v", tenants)
	}
	for _, bad := range []string{" Acme", "a\nb", strings.Repeat("x", 201), "\xff"} {
		if CheckTenant(bad) == nil {
			t.Errorf("%q is taken", bad)
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), "Globex", `Glob\u0000ex`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadKeys(file); err == nil || !strings.Contains(err.Error(), "name of a tenant") {
		t.Error(err)
	}
}

// TestTenantsOfTokens reads tokens with and without a claim that names the organisation.
func TestTenantsOfTokens(t *testing.T) {
	at := authtest.NewIssuer(t)
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	at.Publish("one", &key.PublicKey)
	token := func(subject string, organisation any) string {
		c := map[string]any{"iss": at.URL, "aud": "clausegraph", "sub": subject, "scope": "clausegraph:workspace", "exp": time.Now().Add(time.Hour).Unix()}
		if organisation != nil {
			c["org"] = organisation
		}
		return authtest.Sign(t, jose.ES256, "one", key, c)
	}
	o, err := OpenOIDC(t.Context(), at.URL, "clausegraph", discard())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		claim, token, tenant string
	}{
		{"", token("u-1", "Acme"), "oidc:" + at.URL + "#u-1"},
		{"", token("tenant:Acme", nil), "oidc:" + at.URL + "#tenant:Acme"},
		{"org", token("u-1", "Acme"), "tenant:Acme"},
		{"org", token("u-2", "Acme"), "tenant:Acme"},
		{"org", token("u-2", nil), ""},
		{"org", token("u-2", []string{"Acme"}), "refused"},
		{"org", token("u-2", ""), "refused"},
	} {
		o.TenantClaim = c.claim
		i, err := o.Verify(t.Context(), c.token)
		var refused *Error
		if c.tenant == "refused" {
			if !errors.As(err, &refused) || i != (Identity{}) {
				t.Errorf("%+v %v, want it refused", i, err)
			}
			continue
		}
		if err != nil || i.Tenant != c.tenant || i.Scope != Workspace {
			t.Errorf("claim %q: %+v %v, want %q", c.claim, i, err, c.tenant)
		}
	}
}
