package main

import (
	"compress/gzip"
	"context"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	_ "github.com/lib/pq"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/pgtest"
	"github.com/clausegraph/clausegraph/loader"
)

// earlier is where the files are that earlier programs wrote; its README says how.
const earlier = "testdata/upgrade"

// TestUpgradeData has today's program read data of the first day: all of it is right, and in canonical form.
func TestUpgradeData(t *testing.T) {
	data := filepath.Join(earlier, "data") // but for the glossary, whose one term the built-in one has, too
	if out, status := today(t, "lint", filepath.Join(data, "catalogs"), filepath.Join(data, "crosswalks"), filepath.Join(data, "schemes")); status != exitDone {
		t.Errorf("lint: %s", out)
	}
	if out, status := today(t, "fmt", "-d", data); status != exitDone {
		t.Errorf("fmt: %s", out)
	}
}

// TestUpgradeBolt goes on with a store in a file.
func TestUpgradeBolt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, unzipped(t, "store.db.gz"), 0o600); err != nil {
		t.Fatal(err)
	}
	// Beside the store lies the snapshot of then, which is made anew.
	old, err := os.ReadFile(filepath.Join(earlier, "before.snapshot"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+".snapshot", old, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "now.snapshot")
	if text, status := today(t, "snapshot", "--store", "bolt:"+path, "-o", out); status != exitDone {
		t.Fatalf("the store is not read: %s", text)
	}
	if made, err := os.ReadFile(path + ".snapshot"); err != nil || string(made[:8]) == string(old[:8]) {
		t.Errorf("the snapshot beside the store is as it was: %v", err)
	}
	goesOn(t, "bolt:"+path)
}

// TestUpgradePostgres goes on with a store in PostgreSQL.
func TestUpgradePostgres(t *testing.T) {
	server, err := pgtest.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	dsn, err := server.DSN()
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), string(unzipped(t, "store.sql.gz"))); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	goesOn(t, "postgres:"+dsn)
}

// goesOn holds what is in a store against the files that were published into it: the hash is one of every word. Then it
// publishes more, and the revision of then can be returned to.
func goesOn(t *testing.T, spec string) {
	t.Helper()
	datasets := published(t)
	fresh := open(t, "mem:")
	want, err := fresh.Publish(t.Context(), publisher, datasets)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, spec)
	head, err := s.Head(t.Context())
	if err != nil || head.Number != 1 || head.Hash != want.Hash {
		t.Fatalf("the store holds revision %d with the hash %s, error %v; the files have %s", head.Number, head.Hash, err, want.Hash)
	}
	if unchanged, err := s.Publish(t.Context(), publisher, datasets); err != nil || unchanged.Number != 1 {
		t.Errorf("the same files again make revision %d, error %v", unchanged.Number, err)
	}
	fewer := slices.DeleteFunc(datasets, func(d *graph.Dataset) bool { return d.Glossary != nil })
	if next, err := s.Publish(t.Context(), publisher, fewer); err != nil || next.Number != 2 {
		t.Fatalf("other files make revision %d, error %v", next.Number, err)
	}
	past, err := s.SnapshotAt(t.Context(), 1)
	if err != nil || past.Revision().Hash != want.Hash || len(past.Standards()) != 3 || len(past.Mappings()) != 4 {
		t.Errorf("the revision of then: %v", err)
	}
}

// TestUpgradeSnapshot refuses a snapshot file in another format, and says what to do.
func TestUpgradeSnapshot(t *testing.T) {
	out, status := today(t, "changes", "--since", filepath.Join(earlier, "before.snapshot"))
	const want = "clausegraph: --since testdata/upgrade/before.snapshot: not a snapshot file that this program can read: it has version 1 of the format, and this program reads 2; clausegraph snapshot makes one, with the program that has the data of then\n"
	if status != exitProblem || out != want {
		t.Errorf("status %d: %s", status, out)
	}
}

// today runs today's program.
func today(t *testing.T, args ...string) (output string, status int) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan string)
	go func() {
		text, _ := io.ReadAll(r)
		done <- string(text)
	}()
	status = run(t.Context(), args, w, w)
	w.Close()
	return <-done, status
}

func open(t *testing.T, spec string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// published returns the data that the earlier programs published.
func published(t *testing.T) []*graph.Dataset {
	t.Helper()
	source, err := loader.Open(filepath.Join(earlier, "data"))
	if err != nil {
		t.Fatal(err)
	}
	result, err := loader.Load(context.Background(), source)
	if err != nil || !result.OK() || len(result.Datasets) != 6 {
		t.Fatalf("error %v, %d datasets, %v", err, len(result.Datasets), result.Diagnostics)
	}
	return result.Datasets
}

func unzipped(t *testing.T, name string) []byte {
	t.Helper()
	f, err := os.Open(filepath.Join(earlier, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
