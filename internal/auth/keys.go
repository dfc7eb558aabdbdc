package auth

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Keys are the API keys of a file. They follow the file: a key that is added or revoked there counts within two seconds,
// or at once after Reload.
type Keys struct {
	file string
	log  *slog.Logger
	now  func() time.Time

	known  atomic.Pointer[map[string]hashed]
	looked atomic.Int64 // when the file was last looked at, in nanoseconds

	mu    sync.Mutex // held while the file is looked at
	state os.FileInfo
}

type hashed struct {
	Key

	sum [sha256.Size]byte
}

// lookAgain is how long keys are taken to be those of the file without looking.
const lookAgain = time.Second

// OpenKeys reads the keys of a file.
func OpenKeys(file string, log *slog.Logger) (*Keys, error) {
	k := &Keys{file: file, log: log, now: time.Now}
	return k, k.Reload()
}

// Reload reads the file. Where it fails, the keys known before stay.
func (k *Keys) Reload() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.read()
}

func (k *Keys) read() error {
	state, err := os.Stat(k.file)
	if err != nil {
		return err
	}
	k.state = state // of a broken file as well: it is read again when it changes
	list, err := ReadKeys(k.file)
	if err != nil {
		return err
	}
	known := make(map[string]hashed, len(list))
	for _, key := range list {
		h := hashed{Key: key}
		if _, err := hex.Decode(h.sum[:], []byte(key.SHA256)); err != nil {
			return fmt.Errorf("%s: key %s: %w", k.file, key.ID, err)
		}
		known[key.ID] = h
	}
	k.known.Store(&known)
	return nil
}

// follow reads the file again where it changed. One request does it; the others go on with the keys that are known.
func (k *Keys) follow(now time.Time) {
	last := k.looked.Load()
	passed := now.UnixNano() - last // below 0 where the clock was set back
	if passed >= 0 && passed < int64(lookAgain) || !k.looked.CompareAndSwap(last, now.UnixNano()) || !k.mu.TryLock() {
		return
	}
	defer k.mu.Unlock()
	state, err := os.Stat(k.file)
	if err == nil && os.SameFile(state, k.state) && state.ModTime().Equal(k.state.ModTime()) && state.Size() == k.state.Size() {
		return
	}
	if err == nil {
		err = k.read()
	}
	if err != nil {
		k.log.Error("the keys stay as they were: their file cannot be read", "error", err)
		return
	}
	k.log.Info("keys read again", "file", k.file, "keys", len(*k.known.Load()))
}

// Verify returns whose key this is, or an *Error.
func (k *Keys) Verify(token string) (Identity, error) {
	now := k.now()
	k.follow(now)
	id, _, _ := strings.Cut(strings.TrimPrefix(token, keyPrefix), "_")
	key, known := (*k.known.Load())[id]
	sum := sha256.Sum256([]byte(token))
	if equal := subtle.ConstantTimeCompare(sum[:], key.sum[:]) == 1; !equal || !known {
		return Identity{}, &Error{"the key is not valid"}
	}
	if state := key.State(now); state != "valid" {
		return Identity{}, &Error{"the key is " + state}
	}
	return Identity{Subject: "key:" + key.ID, Name: key.Name, Scope: key.Scope, Tenant: key.tenant()}, nil
}
