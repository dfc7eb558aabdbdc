package auth

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func discard() *slog.Logger { return slog.New(slog.DiscardHandler) }

var now = time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)

func newKey(t *testing.T, file string, scope Scope, expires time.Time) (string, Key) {
	t.Helper()
	secret, key, err := NewKey(file, scope.String()+" key", scope, "", now, expires)
	if err != nil {
		t.Fatal(err)
	}
	return secret, key
}

// TestKeys makes keys, uses them, and follows their file without being started anew.
func TestKeys(t *testing.T) {
	file := filepath.Join(t.TempDir(), "keys.json")
	read, first := newKey(t, file, Read, now.Add(time.Hour))
	keys, err := OpenKeys(file, discard())
	if err != nil {
		t.Fatal(err)
	}
	clock := now
	keys.now = func() time.Time { return clock }
	verify := func(token string, want Scope, why string) {
		t.Helper()
		i, err := keys.Verify(token)
		var refused *Error
		switch {
		case want > 0 && (err != nil || i.Scope != want || i.Name != want.String()+" key" || !strings.HasPrefix(i.Subject, "key:")):
			t.Errorf("%+v %v, want %v", i, err, want)
		case want == 0 && (!errors.As(err, &refused) || !strings.Contains(refused.Reason, why) || i != Identity{} || strings.Contains(err.Error(), token)):
			t.Errorf("%+v %v, want %q", i, err, why)
		}
	}
	verify(read, Read, "")
	verify(read+"x", 0, "not valid")
	verify(read[:len(read)-1], 0, "not valid")
	verify("cg_"+first.ID+"_", 0, "not valid")
	verify("cg_nobody_"+read[14:], 0, "not valid")
	verify("cg_", 0, "not valid")

	admin, _ := newKey(t, file, Admin, time.Time{})
	verify(admin, 0, "not valid") // the file was looked at in this second
	clock = clock.Add(lookAgain)
	verify(admin, Admin, "")
	if err := RevokeKey(file, first.ID, now); err != nil {
		t.Fatal(err)
	}
	if err := keys.Reload(); err != nil {
		t.Fatal(err)
	}
	verify(read, 0, "revoked")

	edit, _ := newKey(t, file, Edit, now.Add(time.Hour))
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(`{"keys":[`), 0o600); err != nil {
		t.Fatal(err)
	}
	clock = clock.Add(2 * lookAgain)
	verify(admin, Admin, "") // a broken file takes nobody's key away
	if err := keys.Reload(); err == nil {
		t.Error("a broken file is taken")
	}
	if err := os.WriteFile(file, good, 0o600); err != nil {
		t.Fatal(err)
	}
	clock = clock.Add(2 * lookAgain)
	verify(edit, Edit, "")
	clock = now.Add(time.Hour)
	verify(edit, 0, "expired")
}

// TestKeyFile looks at what lies on the disk: hashes alone, for the eyes of the owner, whoever writes at the same time.
func TestKeyFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "keys.json")
	var all sync.WaitGroup
	secrets := make([]string, 20)
	for i := range secrets {
		all.Go(func() {
			secret, _, err := NewKey(file, fmt.Sprint(i), Read, "", now, time.Time{})
			if err != nil {
				t.Error(err)
			}
			secrets[i] = secret
		})
	}
	all.Wait()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if list, err := ReadKeys(file); err != nil || len(list) != len(secrets) {
		t.Errorf("%d keys, %v", len(list), err)
	}
	for _, s := range secrets {
		if strings.Contains(string(text), s[14:]) || len(s) < 60 {
			t.Errorf("%s is in the file, or short", s)
		}
	}
	if state, err := os.Stat(file); err != nil || state.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", state.Mode(), err)
	}
	if err := RevokeKey(file, "nobody", now); err == nil || !strings.Contains(err.Error(), `no key "nobody"`) {
		t.Error(err)
	}
	hash := strings.Repeat("0", 64)
	for text, want := range map[string]string{
		`{"keys":[{"id":"a","scope":"root","sha256":"` + hash + `"}]}`: "unknown scope",
		`{"keys":[{"id":"a","sha256":"` + hash + `"}]}`:                "no scope",
		`{"keys":[{"id":"a","scope":"read","sha256":"00"}]}`:           "64 hexadecimal",
		`{"keys":[{"id":"","scope":"read"}]}`:                          "no id",
		`{"keys":[{"id":"a","scope":"read","secret":"x"}]}`:            "unknown field",
		`{"keys":[]}{}`: "after the list",
		`{"keys":[{"id":"a","scope":"read","sha256":"` + hash + `"},{"id":"a","scope":"read","sha256":"` + hash + `"}]}`: "of its own",
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadKeys(file); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}

func TestScopes(t *testing.T) {
	for have := Scope(0); have <= Admin; have++ {
		for want := Scope(-1); want <= Admin+1; want++ {
			if may := (Identity{Scope: have}).May(want); may != (want >= Read && want <= have) {
				t.Errorf("%v may %v: %v", have, want, may)
			}
		}
	}
}

func TestCredentials(t *testing.T) {
	file := filepath.Join(t.TempDir(), "keys.json")
	secret, _ := newKey(t, file, Read, time.Time{})
	keys, err := OpenKeys(file, discard())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		lines []string
		given bool
		why   string
	}{
		{nil, false, ""},
		{[]string{"Bearer " + secret}, true, ""},
		{[]string{"bearer  " + secret}, true, ""},
		{[]string{"Basic " + secret}, true, "send Authorization"},
		{[]string{"Bearer"}, true, "send Authorization"},
		{[]string{"Bearer " + strings.Repeat("x", maxToken+1)}, true, "send Authorization"},
		{[]string{"Bearer eyJhbGciOiJub25lIn0.e30."}, true, "not valid"},
		{[]string{"Bearer " + secret, "Bearer " + secret}, true, "more than one"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header["Authorization"] = c.lines
		i, given, err := Checker{Keys: keys}.Check(r)
		if given != c.given || (err == nil) != (c.why == "") || err != nil && !strings.Contains(err.Error(), c.why) || (c.given && c.why == "") != i.May(Read) {
			t.Errorf("%.60q: %+v %v %v", c.lines, i, given, err)
		}
	}
}

// TestClockSetBack revokes a key after the clock was set back by an hour, and ahead by a year: it counts at once, and a key
// ends when the clock says so.
func TestClockSetBack(t *testing.T) {
	for _, jump := range []time.Duration{-time.Hour, 365 * 24 * time.Hour} {
		file := filepath.Join(t.TempDir(), "keys.json")
		lasting, key := newKey(t, file, Read, time.Time{})
		ending, _ := newKey(t, file, Edit, now.Add(30*time.Minute))
		keys, err := OpenKeys(file, discard())
		if err != nil {
			t.Fatal(err)
		}
		clock := now
		keys.now = func() time.Time { return clock }
		for _, token := range []string{lasting, ending} {
			if _, err := keys.Verify(token); err != nil {
				t.Error(err)
			}
		}
		clock = clock.Add(jump)
		if err := RevokeKey(file, key.ID, clock); err != nil {
			t.Fatal(err)
		}
		if _, err := keys.Verify(lasting); err == nil || !strings.Contains(err.Error(), "revoked") {
			t.Errorf("after a jump of %v: %v, want that the key is revoked", jump, err)
		}
		if _, err := keys.Verify(ending); (err == nil) != (jump < 0) {
			t.Errorf("after a jump of %v the key that ends in half an hour: %v", jump, err)
		}
	}
}
