package auth

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"errors"
	"maps"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"github.com/clausegraph/clausegraph/internal/auth/authtest"
)

// leaping is a clock of the machine that is set ahead and back.
type leaping struct{ at atomic.Pointer[time.Time] }

func (l *leaping) now() time.Time     { return *l.at.Load() }
func (l *leaping) set(to time.Time)   { l.at.Store(&to) }
func (l *leaping) by(d time.Duration) { l.set(l.now().Add(d)) }

// leapingOIDC returns what checks the tokens of an issuer by a clock, and what signs with the key "one" of the issuer.
func leapingOIDC(t *testing.T, at *authtest.Issuer, clock *leaping) (*OIDC, func(change map[string]any) string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	at.Publish("one", &key.PublicKey)
	clock.set(time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC))
	sign := func(change map[string]any) string {
		claims := map[string]any{"iss": at.URL, "aud": "clausegraph", "sub": "u-1"}
		maps.Copy(claims, change)
		return authtest.Sign(t, jose.ES256, "one", key, claims)
	}
	return openOIDC(t.Context(), at.URL, "clausegraph", discard(), clock.now), sign
}

// verified fails where a token is not taken, or not refused for the reason.
func verified(t *testing.T, o *OIDC, when, token, why string) {
	t.Helper()
	_, err := o.Verify(t.Context(), token)
	var refused *Error
	if why == "" && err != nil || why != "" && (!errors.As(err, &refused) || !strings.Contains(refused.Reason, why)) {
		t.Errorf("%s: %v; want %q", when, err, why)
	}
}

// TestTokensUnderClockJumps: a token holds from five minutes before its nbf to its exp by the clock as it is, wherever it
// was before.
func TestTokensUnderClockJumps(t *testing.T) {
	var clock leaping
	o, sign := leapingOIDC(t, authtest.NewIssuer(t), &clock)
	start := clock.now()
	token := sign(map[string]any{"iat": start.Unix(), "nbf": start.Unix(), "exp": start.Add(time.Hour).Unix()})
	open := sign(map[string]any{"exp": start.Add(time.Hour).Unix()})
	for _, c := range []struct {
		at         time.Duration
		with, less string // why it is refused, with nbf and without
	}{
		{0, "", ""},
		{time.Hour - time.Second, "", ""},
		{time.Hour + time.Second, "expired", "expired"},
		{365 * 24 * time.Hour, "expired", "expired"},
		{0, "", ""}, // the clock is set right
		{-5*time.Minute + time.Second, "", ""},
		{-5*time.Minute - time.Second, "not valid yet", ""},
		{-365 * 24 * time.Hour, "not valid yet", ""},
		{-time.Duration(start.Unix()) * time.Second, "not valid yet", ""}, // a machine that starts without a clock
		{0, "", ""},
	} {
		clock.set(start.Add(c.at))
		verified(t, o, c.at.String(), token, c.with)
		verified(t, o, c.at.String()+" without nbf", open, c.less)
		verified(t, o, c.at.String()+" without exp", sign(nil), "expired")
	}
}

// TestKeysOfIssuerAge: a key that the issuer withdraws counts ten minutes at most, also where the clock is set back, and
// longer only while the issuer is away.
func TestKeysOfIssuerAge(t *testing.T) {
	for name, leap := range map[string]time.Duration{"time passes": keysAge, "the clock is set ahead": 40 * time.Minute, "the clock is set back": -40 * time.Minute} {
		t.Run(name, func(t *testing.T) {
			var clock leaping
			at := authtest.NewIssuer(t)
			o, sign := leapingOIDC(t, at, &clock)
			token := sign(map[string]any{"exp": clock.now().Add(time.Hour).Unix()})
			verified(t, o, "at first", token, "")
			other, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
			if err != nil {
				t.Fatal(err)
			}
			at.Publish("two", &other.PublicKey)
			asked := at.Asked.Load()
			clock.by(keysAge - time.Second)
			verified(t, o, "a moment before", token, "")
			if n := at.Asked.Load(); n != asked {
				t.Errorf("the issuer was asked %d times for keys that are known", n-asked)
			}
			at.Down.Store(true)
			clock.by(leap)
			verified(t, o, "while the issuer is away", token, "")
			at.Down.Store(false)
			verified(t, o, "until it is asked again", token, "")
			clock.by(leap)
			verified(t, o, "after it was", token, "not valid")
			verified(t, o, "by the new key", authtest.Sign(t, jose.ES256, "two", other, map[string]any{
				"iss": at.URL, "aud": "clausegraph", "sub": "u-1", "exp": clock.now().Add(time.Hour).Unix(),
			}), "")
		})
	}
}

// TestDiscoveryUnderClockJumps: an issuer that was away is asked again although the clock was set back meanwhile.
func TestDiscoveryUnderClockJumps(t *testing.T) {
	var clock leaping
	at := authtest.NewIssuer(t)
	at.Down.Store(true)
	o, sign := leapingOIDC(t, at, &clock)
	token := sign(map[string]any{"exp": clock.now().Add(time.Hour).Unix()})
	at.Down.Store(false)
	var unavailable *UnavailableError
	if _, err := o.Verify(t.Context(), token); !errors.As(err, &unavailable) {
		t.Errorf("the issuer was asked again at once: %v", err)
	}
	clock.by(-24 * time.Hour)
	verified(t, o, "a day back", token, "")
}

// TestKeyFileUnderClockJumps: keys of a file end by the clock as it is, and their file is followed all the same.
func TestKeyFileUnderClockJumps(t *testing.T) {
	var clock leaping
	start := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	clock.set(start)
	file := t.TempDir() + "/keys.json"
	secret, key, err := NewKey(file, "one", Read, "", start, start.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	k, err := OpenKeys(file, discard())
	if err != nil {
		t.Fatal(err)
	}
	k.now = clock.now
	check := func(when, why string) {
		t.Helper()
		_, err := k.Verify(secret)
		if why == "" && err != nil || why != "" && (err == nil || !strings.Contains(err.Error(), why)) {
			t.Errorf("%s: %v; want %q", when, err, why)
		}
	}
	check("at first", "")
	clock.by(2 * time.Hour)
	check("set ahead", "expired")
	clock.by(-365 * 24 * time.Hour)
	check("set back", "")
	if err := RevokeKey(file, key.ID, clock.now()); err != nil {
		t.Fatal(err)
	}
	clock.by(-24 * time.Hour)
	check("revoked, and set back further", "revoked")
}
