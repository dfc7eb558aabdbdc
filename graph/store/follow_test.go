package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/lib/pq"

	"github.com/clausegraph/clausegraph/graph"
)

// TestFollow has one store follow what another one publishes to the same database, through a crash of the database.
func TestFollow(t *testing.T) {
	dsn, err := database15.Schema()
	if err != nil {
		t.Fatal(err)
	}
	writer, follower := openAt(t, "postgres:"+dsn), openAt(t, "postgres:"+dsn)
	defer writer.Close()
	defer follower.Close()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	moves := make(chan graph.Revision, 100)
	troubles := make(chan error, 1000)
	done := make(chan struct{})
	go func() {
		defer close(done)
		failed := map[int]bool{}
		var last graph.Revision
		follower.Follow(ctx, time.Second, func(r graph.Revision) bool { return r == last }, func(r graph.Revision) error {
			if !failed[r.Number] {
				failed[r.Number] = true
				return errors.New("try again")
			}
			moves <- r
			last = r
			return nil
		}, func(err error) { troubles <- err })
	}()
	arrives := func(want graph.Revision) {
		t.Helper()
		for {
			select {
			case got := <-moves:
				if got == want {
					return
				}
			case <-time.After(time.Minute):
				t.Fatalf("revision %d never arrived", want.Number)
			}
		}
	}
	arrives(publish(t, writer, small("one")))
	arrives(publish(t, writer, small("two")))
	if err := errors.Join(database15.Kill(), database15.Restart(ctx)); err != nil {
		t.Fatal(err)
	}
	rev, err := writer.Publish(ctx, "tester", small("three"))
	for tries := 0; err != nil && tries < 10; tries++ { // the pool may still hold connections that broke
		rev, err = writer.Publish(ctx, "tester", small("three"))
	}
	if err != nil {
		t.Fatal(err)
	}
	arrives(rev)
	stop()
	<-done
}

// counting counts the quads that are read.
type counting struct {
	scanner
	quads int
}

func (c *counting) Scan(ctx context.Context, d quad.Direction, value quad.Value) ([]quad.Quad, error) {
	found, err := c.scanner.Scan(ctx, d, value)
	c.quads += len(found)
	return found, err
}

// TestHeadReadsNoOtherRevision looks for the head from every number that may be the last one known, and reads what is said of it
// alone where that is near.
func TestHeadReadsNoOtherRevision(t *testing.T) {
	s := openAt(t, "mem:")
	defer s.Close()
	if rev, err := s.Head(t.Context()); err != nil || rev.Number != 0 {
		t.Fatalf("a new store is at %v, error %v", rev, err)
	}
	var last graph.Revision
	for i := range keep + 3 {
		last = publish(t, s, generated(20, 20, i+1))
	}
	err := s.read(t.Context(), func(v view) error {
		want, err := v.revision(0)
		if err != nil {
			return err
		}
		all := &counting{scanner: v.quads}
		v.quads = all
		for near := range last.Number + 4 {
			all.quads = 0
			got, err := v.head(near)
			if err != nil || got.Revision != last {
				t.Errorf("from %d: %v, error %v, want %v", near, got.Revision, err, last)
			}
			if near == last.Number && all.quads != len(want.quads()) {
				t.Errorf("%d quads were read, and %d are said of the head", all.quads, len(want.quads()))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestOneHintForARevision listens while a revision of many transactions is published, and one that throws out old data.
func TestOneHintForARevision(t *testing.T) {
	dsn, err := database15.Schema()
	if err != nil {
		t.Fatal(err)
	}
	s := openAt(t, "postgres:"+dsn)
	defer s.Close()
	listener := pq.NewListener(dsn, time.Second, time.Second, nil)
	defer listener.Close()
	if err := listener.Listen("clausegraph"); err != nil {
		t.Fatal(err)
	}
	const revisions = keep + 2
	for i := range revisions {
		publish(t, s, generated(1500, 300, i+1))
	}
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), `SELECT pg_notify('clausegraph', 'over')`); err != nil {
		t.Fatal(err)
	}
	told := 0
	for {
		select {
		case n := <-listener.Notify:
			if n != nil && n.Extra == "over" {
				if told != revisions {
					t.Errorf("%d revisions were told %d times", revisions, told)
				}
				return
			}
			if n != nil { // else the connection is there again
				told++
			}
		case <-time.After(time.Minute):
			t.Fatal("the end was never told")
		}
	}
}

// TestTwoWriters has two processes publish to one database at the same time: every revision is whole, and none is lost.
func TestTwoWriters(t *testing.T) {
	dsn, err := database15.Schema()
	if err != nil {
		t.Fatal(err)
	}
	const each = 6
	numbers := make(chan int, 2*each)
	for w := range 2 {
		go func() {
			s := openAt(t, "postgres:"+dsn)
			defer s.Close()
			for i := range each {
				rev, err := s.Publish(context.Background(), "tester", generated(30, 30, 10*w+i+1))
				if err != nil {
					t.Error(err)
				}
				numbers <- rev.Number
			}
		}()
	}
	seen := map[int]bool{}
	for range 2 * each {
		seen[<-numbers] = true
	}
	for n := range 2 * each {
		if !seen[n+1] {
			t.Errorf("nobody was told of revision %d: %v", n+1, seen)
		}
	}
	s := openAt(t, "postgres:"+dsn)
	defer s.Close()
	if rev := snapshot(t, s).Revision(); rev.Number != 2*each {
		t.Errorf("the head is %v", rev)
	}
}

// TestSupersededWriter lets a writer lose its lock, as when its connection breaks, and another one take over.
func TestSupersededWriter(t *testing.T) {
	dsn, err := database15.Schema()
	if err != nil {
		t.Fatal(err)
	}
	old, next := openAt(t, "postgres:"+dsn), openAt(t, "postgres:"+dsn)
	defer old.Close()
	defer next.Close()
	first := publish(t, old, small("one"))
	contents, err := contentsOf(small("two"))
	if err != nil {
		t.Fatal(err)
	}
	publish(t, next, small("three"))
	late := revision{graph.Revision{Number: 2, Hash: "late", Time: first.Time}, convert(contents, content.id), Format}
	if err := old.commit(context.Background(), late.quads()); err == nil {
		t.Error("a writer that was superseded wrote")
	}
	if rev := snapshot(t, next).Revision(); rev.Number != 2 || rev.Hash == "late" {
		t.Errorf("the head is %v", rev)
	}
}

func TestSnapshotThrough(t *testing.T) { onEach(t, testSnapshotThrough) }

func testSnapshotThrough(t *testing.T, on place) {
	s := on.open(t)
	defer s.Close()
	path := filepath.Join(t.TempDir(), "snapshot")
	through := func() *graph.Snapshot {
		t.Helper()
		snap, unwritten, err := s.SnapshotThrough(context.Background(), path)
		if err := errors.Join(unwritten, err); err != nil {
			t.Fatal(err)
		}
		if d := diff(snapshot(t, s), snap); d != "" {
			t.Fatal(d)
		}
		return snap
	}
	publish(t, s, small("one"))
	through()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	through()
	if again, err := os.ReadFile(path); err != nil || !bytes.Equal(file, again) {
		t.Errorf("the file was made anew, error %v", err)
	}
	publish(t, s, small("two"))
	through()
	if err := os.WriteFile(path, []byte("cgsnap, or not"), 0o600); err != nil {
		t.Fatal(err)
	}
	through()
	_, unwritten, err := s.SnapshotThrough(context.Background(), filepath.Join(path, "below a file"))
	if unwritten == nil || err != nil {
		t.Errorf("a file that cannot be written: unwritten %v, error %v", unwritten, err)
	}
	revs, err := s.Revisions(context.Background())
	head, err2 := s.Head(context.Background())
	if len(revs) != 2 || cmp.Diff(revs[1], head) != "" || errors.Join(err, err2) != nil {
		t.Errorf("revisions %v, head %v, errors %v, %v", revs, head, err, err2)
	}
}
