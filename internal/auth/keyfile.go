package auth

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Key is an API key as the file keeps it: without its secret.
type Key struct {
	ID      string     `json:"id"` // the public part of the key
	Name    string     `json:"name"`
	Scope   Scope      `json:"scope"`
	Tenant  string     `json:"tenant,omitempty"` // whose workspaces it opens, together with other keys; empty: its own alone
	SHA256  string     `json:"sha256"`           // of the whole key. It holds 256 random bits, so that a slow hash would add nothing.
	Created time.Time  `json:"created"`
	Expires *time.Time `json:"expires,omitempty"`
	Revoked *time.Time `json:"revoked,omitempty"`
}

// State says whether the key is good at a time: "valid", "expired" or "revoked".
func (k Key) State(now time.Time) string {
	switch {
	case k.Revoked != nil:
		return "revoked"
	case k.Expires != nil && !now.Before(*k.Expires):
		return "expired"
	}
	return "valid"
}

// tenant returns whose workspaces the key opens.
func (k Key) tenant() string {
	if k.Tenant == "" {
		return "key:" + k.ID
	}
	return namedTenant(k.Tenant)
}

// A key is the prefix, its id and its secret, joined by underscores: secret scanners find it, and people see whose it is.
const keyPrefix = "cg_"

type keyFile struct {
	Keys []Key `json:"keys"`
}

// ReadKeys returns the keys of a file. It fails where the file is not what NewKey writes.
func ReadKeys(file string) ([]Key, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return parseKeys(file, text)
}

// parseKeys reads the content of a file that has a name.
func parseKeys(file string, text []byte) ([]Key, error) {
	var f keyFile
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: there is something after the list of keys", file)
	}
	seen := map[string]bool{}
	for i, k := range f.Keys {
		hash, err := hex.DecodeString(k.SHA256)
		switch {
		case k.ID == "" || seen[k.ID]:
			return nil, fmt.Errorf("%s: key %d has no id of its own", file, i+1)
		case err != nil || len(hash) != sha256.Size:
			return nil, fmt.Errorf("%s: key %s: sha256 is not %d hexadecimal digits", file, k.ID, 2*sha256.Size)
		case k.Scope < Read || k.Scope > Admin:
			return nil, fmt.Errorf("%s: key %s has no scope; give it one of %s", file, k.ID, strings.Join(ScopeNames(), ", "))
		case k.Tenant != "" && CheckTenant(k.Tenant) != nil:
			return nil, fmt.Errorf("%s: key %s: %w", file, k.ID, CheckTenant(k.Tenant))
		}
		seen[k.ID] = true
	}
	return f.Keys, nil
}

// NewKey adds a key to the file, which it makes where there is none, and returns the key with its secret, which is kept
// nowhere. A zero expiry means never. The tenant may be empty.
func NewKey(file, name string, scope Scope, tenant string, now, expires time.Time) (secret string, key Key, err error) {
	key = Key{ID: strings.ToLower(rand.Text()[:10]), Name: name, Scope: scope, Tenant: tenant, Created: now.UTC().Truncate(time.Second)}
	if !expires.IsZero() {
		expires = expires.UTC().Truncate(time.Second)
		key.Expires = &expires
	}
	secret = keyPrefix + key.ID + "_" + rand.Text() + rand.Text()
	sum := sha256.Sum256([]byte(secret))
	key.SHA256 = hex.EncodeToString(sum[:])
	err = change(file, func(keys []Key) ([]Key, error) { return append(keys, key), nil })
	return secret, key, err
}

// RevokeKey marks the key of an id as revoked, for good. It fails where there is no such key.
func RevokeKey(file, id string, now time.Time) error {
	return change(file, func(keys []Key) ([]Key, error) {
		for i := range keys {
			if keys[i].ID == id {
				if keys[i].Revoked == nil {
					at := now.UTC().Truncate(time.Second)
					keys[i].Revoked = &at
				}
				return keys, nil
			}
		}
		return nil, fmt.Errorf("%s has no key %q; list shows the ids", file, id)
	})
}

// change rewrites the file. One change is made at a time, and readers see all of it or nothing.
func change(file string, edit func([]Key) ([]Key, error)) error {
	unlock, err := lockedfile.MutexAt(file + ".lock").Lock()
	if err != nil {
		return fmt.Errorf("lock %s: %w", file, err)
	}
	defer unlock()
	keys, err := ReadKeys(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if keys, err = edit(keys); err != nil {
		return err
	}
	text, err := json.MarshalIndent(keyFile{keys}, "", "  ")
	if err != nil {
		return err
	}
	partial, err := os.CreateTemp(filepath.Dir(file), ".keys-*") // for its owner alone
	if err != nil {
		return fmt.Errorf("%s is as it was: %w", file, err)
	}
	defer os.Remove(partial.Name())
	_, err = partial.Write(append(text, '\n'))
	if err = errors.Join(err, partial.Sync(), partial.Close()); err != nil {
		return fmt.Errorf("%s is as it was: %w", file, err)
	}
	return os.Rename(partial.Name(), file)
}
