package store

import (
	"context"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/graph"
)

// TestClockSetBack publishes with a clock that goes back a year, and then far ahead: revisions follow each other by their
// numbers, and those who follow see each.
func TestClockSetBack(t *testing.T) { onEach(t, testClockSetBack) }

func testClockSetBack(t *testing.T, on place) {
	s := on.open(t)
	defer s.Close()
	seen := make(chan graph.Revision, 3)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	known := graph.Revision{}
	go s.Follow(ctx, 10*time.Millisecond, func(r graph.Revision) bool { return r == known }, func(r graph.Revision) error {
		known = r
		seen <- r
		return nil
	}, func(err error) {
		if ctx.Err() == nil {
			t.Error(err)
		}
	})
	at := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	for i, now := range []time.Time{at, at.AddDate(-1, 0, 0), at.AddDate(50, 0, 0)} {
		s.now = func() time.Time { return now }
		rev := publish(t, s, published(i+1))
		if rev.Number != i+1 || !rev.Time.Equal(now) {
			t.Errorf("revision %d of %v, want %d of %v", rev.Number, rev.Time, i+1, now)
		}
		if head := snapshot(t, s).Revision(); head != rev {
			t.Errorf("the head is %v, want %v", head, rev)
		}
		if followed := <-seen; followed != rev {
			t.Errorf("followers see %v, want %v", followed, rev)
		}
	}
	list, err := s.Revisions(t.Context())
	if err != nil || len(list) != 3 || list[0].Number != 1 || list[2].Number != 3 {
		t.Errorf("%v %v", list, err)
	}
}
