package auth

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"github.com/clausegraph/clausegraph/internal/auth/authtest"
	"github.com/clausegraph/clausegraph/internal/fuzz"
)

// FuzzKeyFile: what is taken for a file of keys has keys that can be told apart and checked, and is the same when it is
// written and read again.
func FuzzKeyFile(f *testing.F) {
	file := filepath.Join(f.TempDir(), "keys.json")
	for _, s := range []Scope{Read, Edit, Admin} {
		if _, _, err := NewKey(file, "name", s, "", time.Now(), time.Now().Add(time.Hour)); err != nil {
			f.Fatal(err)
		}
	}
	good, err := os.ReadFile(file)
	if err != nil {
		f.Fatal(err)
	}
	fuzz.Bytes(f, good, []byte(`{"keys":[]}`), []byte(`{"keys":[{"id":"a","scope":"read","sha256":"00","created":"2026-01-01T00:00:00Z","revoked":null}]}`), []byte("null"))
	f.Fuzz(func(t *testing.T, src []byte) {
		keys, err := parseKeys("keys.json", src)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "keys.json: ") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		seen := map[string]bool{}
		for _, k := range keys {
			if k.ID == "" || seen[k.ID] || len(k.SHA256) != 64 || k.Scope < Read || k.Scope > Admin {
				t.Errorf("taken for a key: %+v", k)
			}
			seen[k.ID] = true
		}
		text, err := json.Marshal(keyFile{keys})
		if err != nil {
			t.Fatal(err)
		}
		again, err := parseKeys("again", text)
		if err != nil || len(again) != len(keys) || len(keys) > 0 && !reflect.DeepEqual(ids(again), ids(keys)) {
			t.Errorf("%v, and again %v, %v", keys, again, err)
		}
	})
}

func ids(keys []Key) (list []string) {
	for _, k := range keys {
		list = append(list, k.ID+k.SHA256+k.Scope.String())
	}
	return list
}

// FuzzCredentials: of all that a client may write into Authorization, only the key and the signed token open the server.
// Of a token the signature can be spelt in several ways, and what is signed in one.
func FuzzCredentials(f *testing.F) {
	file := filepath.Join(f.TempDir(), "keys.json")
	secret, _, err := NewKey(file, "name", Edit, "", time.Now(), time.Time{})
	if err != nil {
		f.Fatal(err)
	}
	keys, err := OpenKeys(file, discard())
	if err != nil {
		f.Fatal(err)
	}
	at := authtest.NewIssuer(f)
	signer, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		f.Fatal(err)
	}
	at.Publish("one", &signer.PublicKey)
	issuer, err := OpenOIDC(f.Context(), at.URL, "clausegraph", discard())
	if err != nil {
		f.Fatal(err)
	}
	token := authtest.Sign(f, jose.ES256, "one", signer, map[string]any{
		"iss": at.URL, "aud": "clausegraph", "sub": "u-1", "scope": "clausegraph:read", "exp": time.Now().Add(24 * time.Hour).Unix(),
	})
	signed := token[:strings.LastIndex(token, ".")]
	none := "eyJhbGciOiJub25lIn0" + token[strings.Index(token, "."):]
	fuzz.Texts(f, "Bearer "+secret, "bearer "+token, "Bearer "+none, "Bearer "+signed+".", "Bearer a.b.c", "Basic dTpw", "Bearer cg__", "Bearer "+secret+"\x00", "Bearer {}")
	checker := Checker{Keys: keys, OIDC: issuer}
	f.Fuzz(func(t *testing.T, header string) {
		i, sent, err := checker.Check(&http.Request{Header: http.Header{"Authorization": {header}}})
		if !sent {
			t.Error("credentials were not seen")
		}
		if err != nil {
			if (i != Identity{}) || strings.Contains(err.Error(), secret) {
				t.Errorf("refused, but %+v; %v", i, err)
			}
			return
		}
		_, given, _ := strings.Cut(header, " ")
		given = strings.TrimSpace(given)
		if given != secret && !strings.HasPrefix(given, signed+".") {
			t.Errorf("%q opens the server as %+v", header, i)
		}
		if want := map[bool]Scope{true: Edit, false: Read}[given == secret]; i.Scope != want {
			t.Errorf("%q may do %v", header, i.Scope)
		}
	})
}
