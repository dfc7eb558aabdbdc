package auth

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
)

// issuerKeys are the keys that an issuer signs with. A key that is not known makes the issuer be asked. One that it publishes
// no more, since it may have been stolen, counts for keysAge at most, or until the issuer can be asked.
type issuerKeys struct {
	url    string
	client *http.Client
	log    *slog.Logger
	now    func() time.Time

	mu    sync.Mutex
	keys  oidc.KeySet
	asked time.Time // when keys were last asked for because of their age
}

// keysAge is how long keys are taken to be those of the issuer without asking.
const keysAge = 10 * time.Minute

func newIssuerKeys(url string, client *http.Client, log *slog.Logger, now func() time.Time) *issuerKeys {
	k := &issuerKeys{url: url, client: client, log: log, now: now, asked: now()}
	k.keys = k.fresh()
	return k
}

// fresh returns keys that nobody has asked for yet.
func (k *issuerKeys) fresh() oidc.KeySet {
	return oidc.NewRemoteKeySet(oidc.ClientContext(context.Background(), k.client), k.url)
}

// VerifySignature returns the payload of a token that one of the keys has signed.
func (k *issuerKeys) VerifySignature(ctx context.Context, token string) ([]byte, error) {
	keys, old := k.known()
	if !old {
		return keys.VerifySignature(ctx, token)
	}
	fresh := k.fresh()
	payload, err := fresh.VerifySignature(ctx, token)
	if err != nil && unasked(err) {
		k.log.WarnContext(ctx, "the keys of the OIDC issuer stay as they were: it does not give them", "error", err)
		return keys.VerifySignature(ctx, token)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.keys = fresh
	return payload, err
}

// known returns the keys, and whether it is up to this caller to ask for them anew; the others go on meanwhile.
func (k *issuerKeys) known() (keys oidc.KeySet, old bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	now := k.now()
	if passed := now.Sub(k.asked); passed < 0 || passed >= keysAge { // below 0 where the clock was set back
		k.asked, old = now, true
	}
	return k.keys, old
}

// unasked reports whether an error is of an issuer that did not give its keys; go-oidc keeps no other trace of it.
func unasked(err error) bool { return strings.Contains(err.Error(), "fetching keys") }
