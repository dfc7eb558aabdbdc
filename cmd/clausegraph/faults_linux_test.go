package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"go.etcd.io/bbolt"
)

// disk is a small disk in memory.
type disk struct {
	t    *testing.T
	path string
}

// mountDisk needs root. Where that is missing, the soak of internal/soak has a disk that is full all the same.
func mountDisk(t *testing.T, size string) *disk {
	t.Helper()
	d := &disk{t, t.TempDir()}
	if err := syscall.Mount("tmpfs", d.path, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("a disk can be mounted by root alone: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(d.path, syscall.MNT_DETACH) })
	return d
}

func (d *disk) remount(flags uintptr, size string) {
	d.t.Helper()
	if err := syscall.Mount("tmpfs", d.path, "tmpfs", syscall.MS_REMOUNT|flags, "size="+size); err != nil {
		d.t.Fatal(err)
	}
}

func (d *disk) write(name, text string) string {
	d.t.Helper()
	at := filepath.Join(d.path, name)
	if err := os.WriteFile(at, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return at
}

// fill leaves no room, and returns what makes some again.
func (d *disk) fill() (free func()) {
	d.t.Helper()
	at := filepath.Join(d.path, "fill")
	f, err := os.Create(at)
	if err != nil {
		d.t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	_ = f.Close()
	return func() { _ = os.Remove(at) }
}

// failing runs a command that cannot do what it is told, and wants status 1 and what is wrong, without a trace of Go.
func failing(t *testing.T, says []string, args ...string) {
	t.Helper()
	_, stderr, status := program(t, args...)
	for _, want := range says {
		if !strings.Contains(stderr, want) {
			t.Errorf("%v says %s; want %q", args, stderr, want)
		}
	}
	if status != exitProblem || strings.Contains(stderr, "goroutine") || strings.Contains(stderr, "panic") || strings.Contains(stderr, ".clausegraph-") {
		t.Errorf("%v ends with status %d: %s", args, status, stderr)
	}
}

const uncanonical = "organization:   Acme\ncontrols:\n - {id:  \"1\", title: T, status: planned}\n"

// TestFullDisk fills a disk under every file that the program writes. What was there is there, nothing half-made is left,
// and with room again all goes on; a server goes on by itself.
func TestFullDisk(t *testing.T) {
	d := mountDisk(t, "2m")
	store, full := "bolt:"+filepath.Join(d.path, "data.db"), "no space left on device"
	failing(t, []string{"data.db", full}, "load", "--store", store)
	d.remount(0, "200m")
	if out, stderr, status := program(t, "load", "--store", store); status != exitDone || !strings.HasPrefix(out, "revision 1 published") {
		t.Fatalf("with room again: %d %s%s", status, out, stderr)
	}
	compact(t, filepath.Join(d.path, "data.db"))
	keys := filepath.Join(d.path, "keys.json")
	secret, stderr, _ := program(t, "keys", "new", "--keys", keys, "--name", "test", "--scope", "edit")
	known, err := os.ReadFile(keys)
	if err != nil {
		t.Fatal(err, stderr)
	}
	server := &replica{args: []string{"--store", store, "--editable", "--keys", keys, "--public-read"}}
	server.start(t)
	defer server.kill()
	result, data := d.write("result.csv", "before"), d.write("inventory.yaml", uncanonical)

	free := d.fill()
	failing(t, []string{"write " + result, full}, "gap", "--have", "iso-27001-2022", "--want", "isms-p-2023", "--format", "csv", "-o", result)
	failing(t, []string{"write " + data, full}, "fmt", data)
	failing(t, []string{keys + " is as it was", full}, "keys", "new", "--keys", keys, "--name", "more")
	for name, want := range map[string]string{result: "before", data: uncanonical, keys: string(known)} {
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%s holds %.100q %v, want %.100q", name, got, err, want)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(d.path, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if said := putClaim(t, *server.url.Load(), secret, 1); !strings.Contains(said, "STORE_UNAVAILABLE") || strings.Contains(said, d.path) {
		t.Errorf("a change on a full disk: %s", said)
	}
	if status, said, err := ask(*server.url.Load(), `{ standards { ref } }`); err != nil || status != http.StatusOK || !strings.Contains(said, "isms-p-2023") {
		t.Errorf("a question on a full disk: %d %v %.300s", status, err, said)
	}
	free()
	if said := putClaim(t, *server.url.Load(), secret, 1); !strings.Contains(said, `"accepted":true`) {
		t.Errorf("a change with room again: %s\n%s", said, server.log.String())
	}

	c := exec.Command("sh", "-c", binary+" gap --have iso-27001-2022 --want isms-p-2023 --format csv > /dev/full")
	if said, err := c.CombinedOutput(); c.ProcessState.ExitCode() != exitProblem || !strings.Contains(string(said), full) {
		t.Errorf("an output that takes nothing: %v %s", err, said)
	}
}

// compact takes the free pages out of a store, so that the next change needs room.
func compact(t *testing.T, path string) {
	t.Helper()
	from, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	to, err := bbolt.Open(path+".compact", 0o600, &bbolt.Options{NoFreelistSync: true})
	if err == nil {
		err = bbolt.Compact(to, from, 0)
	}
	if err = errors.Join(err, from.Close(), to.Close(), os.Rename(path+".compact", path)); err != nil {
		t.Fatal(err)
	}
}

// putClaim puts a claim and returns the answer.
func putClaim(t *testing.T, url, key string, revision int) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": fmt.Sprintf(`mutation { putMapping(input: {expectedRevision: %d, crosswalk: "iso-27001-2022--isms-p-2023.acme",
		from: ["iso-27001-2022/A.5.17"], relation: SUPERSET_OF, to: ["isms-p-2023/2.5.4"], basis: FUNCTIONAL, strength: 5, why: {en: "a", ko: "가"}, remainderFrom: {en: "b", ko: "나"},
		source: {key: "acme", kind: PROJECT, title: "Acme", licence: "CC-BY-4.0"}}) { accepted problems { message } } }`, revision)})
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+strings.TrimSpace(key))
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var said bytes.Buffer
	if _, err := said.ReadFrom(response.Body); err != nil || response.StatusCode != http.StatusOK {
		t.Errorf("%d %v", response.StatusCode, err)
	}
	return said.String()
}

// TestReadOnlyDisk: what has to be written says where it cannot be, and what need not be is done without.
func TestReadOnlyDisk(t *testing.T) {
	d := mountDisk(t, "200m")
	at := filepath.Join(d.path, "data.db")
	if _, stderr, status := program(t, "load", "--store", "bolt:"+at); status != exitDone {
		t.Fatal(stderr)
	}
	data := d.write("inventory.yaml", uncanonical)
	d.remount(syscall.MS_RDONLY, "200m")
	const says = "read-only file system"
	failing(t, []string{at, says, "a file that may be written"}, "load", "--store", "bolt:"+at)
	failing(t, []string{at, says, "a file that may be written"}, "serve", "--addr", "127.0.0.1:0", "--store", "bolt:"+at)
	failing(t, []string{"write " + d.path + "/o.xlsx", says}, "export", "--format", "workbook", "--have", "iso-27001-2022", "--want", "isms-p-2023", "-o", d.path+"/o.xlsx")
	failing(t, []string{"write " + data, says}, "fmt", data)
	failing(t, []string{d.path + "/keys.json", says}, "keys", "new", "--keys", d.path+"/keys.json", "--name", "x")
	c := exec.Command(binary, "gap", "--have", "iso-27001-2022", "--want", "isms-p-2023", "--format", "csv")
	c.Env = append(os.Environ(), "XDG_CACHE_HOME="+d.path+"/cache")
	if said, err := c.CombinedOutput(); err != nil || !strings.HasPrefix(string(said), "ref,") {
		t.Errorf("without a place for the cache: %v %.300s", err, said)
	}
	server := &replica{args: []string{"--snapshot", d.path + "/x.snapshot"}}
	server.start(t)
	defer server.kill()
	if status, said, err := ask(*server.url.Load(), `{ revision { number } }`); err != nil || status != http.StatusOK {
		t.Errorf("a server that cannot keep its snapshot: %d %v %s", status, err, said)
	}
}

// TestTruncatedFiles cuts every file that the program reads: it says which is wrong, and where it can be made anew it is.
func TestTruncatedFiles(t *testing.T) {
	dir := t.TempDir()
	store := filepath.Join(dir, "data.db")
	if _, stderr, status := program(t, "load", "--store", "bolt:"+store); status != exitDone {
		t.Fatal(stderr)
	}
	cut := func(name string, share int) {
		t.Helper()
		info, err := os.Stat(name)
		if err == nil {
			err = os.Truncate(name, info.Size()*int64(share)/100)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	// A snapshot is made anew from its store; as a file to compare with it is refused.
	server := &replica{args: []string{"--store", "bolt:" + store}}
	server.start(t)
	_, whole, _ := ask(*server.url.Load(), `{ revision { hash } }`)
	server.kill()
	cut(store+".snapshot", 60)
	server.start(t)
	if _, again, _ := ask(*server.url.Load(), `{ revision { hash } }`); again != whole {
		t.Errorf("%s with a snapshot, %s once it is cut", whole, again)
	}
	server.kill()
	old := filepath.Join(dir, "old.snapshot")
	if _, stderr, status := program(t, "snapshot", "-o", old); status != exitDone {
		t.Fatal(stderr)
	}
	cut(old, 60)
	failing(t, []string{"old.snapshot", "damaged"}, "changes", "--since", old)
	// A store is not.
	cut(store, 30)
	for _, command := range [][]string{{"serve", "--addr", "127.0.0.1:0"}, {"dump"}, {"load"}} {
		failing(t, []string{store, "restore it from a backup"}, append(command, "--store", "bolt:"+store)...)
	}
	// Files of data name the place.
	catalog := filepath.Join(dir, "mappings", "catalogs", "acme.yaml")
	if err := os.MkdirAll(filepath.Dir(catalog), 0o700); err != nil {
		t.Fatal(err)
	}
	text := "standard: acme\ntitle: {en: Acme, ko: 애크미}\npublisher: Acme\nedition: \"1\"\npublished: \"2026-01-01\"\nstatus: current\ndiscipline: [information-security]\ntext: titles-and-own-paraphrase\nunofficial: [en, ko]\nrequirements:\n  - id: \"1\"\n    kind: control\n    title: {en: One, ko: 하나}\n    gist: {en: \"One is done.\", ko: \"하나를 한다."
	for _, part := range []int{20, 60, 85, 100} {
		if err := os.WriteFile(catalog, []byte(text[:len(text)*part/100]), 0o600); err != nil {
			t.Fatal(err)
		}
		failing(t, []string{"catalogs/acme.yaml:", "nothing was loaded"}, "stats", "--data", filepath.Join(dir, "mappings"))
	}
	// Keys are said to be broken at the start.
	keys := filepath.Join(dir, "keys.json")
	if _, stderr, status := program(t, "keys", "new", "--keys", keys, "--name", "x"); status != exitDone {
		t.Fatal(stderr)
	}
	cut(keys, 70)
	if _, stderr, status := program(t, "serve", "--addr", "127.0.0.1:0", "--keys", keys); status == exitDone || !strings.Contains(stderr, keys) {
		t.Errorf("keys that are cut: %d %s", status, stderr)
	}
}
