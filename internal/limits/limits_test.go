package limits

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestRates(t *testing.T) {
	r := NewRates(100, 1000, 2)
	now := time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		client string
		cost   int
		later  time.Duration
		wait   time.Duration
		ok     bool
	}{
		{"a", 900, 0, 0, true},
		{"a", 200, 0, time.Second, false}, // 100 are left
		{"a", 100, 0, 0, true},            // which the refusal did not take
		{"b", 1000, 0, 0, true},           // another client has its own
		{"a", 200, time.Second, time.Second, false},
		{"a", 200, 2 * time.Second, 0, true},
		{"b", 5000, 5 * time.Second, 5 * time.Second, false}, // taken as 1000, of which half is there again
		{"b", 5000, 10 * time.Second, 0, true},
	} {
		if wait, ok := r.Take(c.client, c.cost, now.Add(c.later)); wait.Round(time.Millisecond) != c.wait || ok != c.ok {
			t.Errorf("%+v: %v %v", c, wait, ok)
		}
	}
	var none *Rates
	if _, ok := none.Take("a", 1<<30, now); !ok {
		t.Error("no rates refuse")
	}
}

// TestRatesRememberFew asks as more clients than are remembered, and looks at what is kept.
func TestRatesRememberFew(t *testing.T) {
	r := NewRates(1, 10, 100)
	now := time.Now()
	for i := range 10_000 {
		r.Take("busy", 0, now)
		r.Take(fmt.Sprint(i), 10, now)
	}
	if len(r.clients) != 100 || r.recent.Len() != 100 {
		t.Errorf("%d clients in the table and %d in the list", len(r.clients), r.recent.Len())
	}
	if _, ok := r.Take("9999", 1, now); ok {
		t.Error("the last client is forgotten")
	}
}

// TestQueueIsFair lets one client ask a hundred times and another once: the second does not wait for the hundred.
func TestQueueIsFair(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := NewQueue(4, 1000)
		var mu sync.Mutex
		var order []string
		var all sync.WaitGroup
		ask := func(client string) {
			all.Go(func() {
				leave, err := q.Enter(context.Background(), client, time.Hour)
				if err != nil {
					t.Error(client, err)
					return
				}
				mu.Lock()
				order = append(order, client)
				mu.Unlock()
				time.Sleep(time.Second)
				leave()
			})
		}
		for range 100 {
			ask("greedy")
		}
		synctest.Wait()
		mu.Lock()
		if n := len(order); n != 3 {
			t.Errorf("one client holds %d of 4 slots", n)
		}
		mu.Unlock()
		ask("first")
		synctest.Wait() // there is a slot that the greedy one may not have
		ask("second")
		ask("third")
		synctest.Wait()
		time.Sleep(time.Second)
		synctest.Wait()
		// The four slots of the next second go to different goroutines, which write themselves down in any order.
		mu.Lock()
		if n := len(order); n != 8 || fmt.Sprint(order[:4]) != "[greedy greedy greedy first]" || !slices.Contains(order[4:], "second") || !slices.Contains(order[4:], "third") {
			t.Errorf("served in the order %v", order)
		}
		mu.Unlock()
		all.Wait()
		if len(q.clients) != 0 || q.free != 4 || q.waiting != 0 || len(order) != 103 {
			t.Errorf("left behind: %+v", q)
		}
	})
}

func TestQueueRefuses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := NewQueue(1, 4)
		leave, err := q.Enter(context.Background(), "a", 0)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		results := map[string]error{}
		var mu sync.Mutex
		var all sync.WaitGroup
		ask := func(ctx context.Context, name, client string) {
			all.Go(func() {
				_, err := q.Enter(ctx, client, time.Second)
				mu.Lock()
				results[name] = err
				mu.Unlock()
			})
			synctest.Wait()
		}
		ask(context.Background(), "waits", "a")
		ask(context.Background(), "too many of one", "a")
		ask(ctx, "goes away", "b")
		ask(context.Background(), "c", "c")
		ask(context.Background(), "d", "d")
		ask(context.Background(), "too many", "e")
		cancel()
		all.Wait()
		for name, want := range map[string]error{
			"waits": ErrWait, "too many of one": ErrFull, "goes away": context.Canceled, "c": ErrWait, "d": ErrWait, "too many": ErrFull,
		} {
			if !errors.Is(results[name], want) {
				t.Errorf("%s: %v, want %v", name, results[name], want)
			}
		}
		leave()
		if len(q.clients) != 0 || q.free != 1 || q.waiting != 0 {
			t.Errorf("left behind: %+v", q)
		}
	})
}

// TestQueueKeepsItsSlots enters and gives up at random from many sides.
func TestQueueKeepsItsSlots(t *testing.T) {
	q := NewQueue(3, 50)
	var all sync.WaitGroup
	var inside, most int
	var mu sync.Mutex
	for i := range 200 {
		all.Go(func() {
			for j := range 20 {
				leave, err := q.Enter(context.Background(), fmt.Sprint(i%7), time.Duration(j)*50*time.Microsecond)
				if err != nil {
					continue
				}
				mu.Lock()
				inside++
				most = max(most, inside)
				mu.Unlock()
				time.Sleep(10 * time.Microsecond)
				mu.Lock()
				inside--
				mu.Unlock()
				leave()
			}
		})
	}
	all.Wait()
	if most > 3 || len(q.clients) != 0 || q.free != 3 || q.waiting != 0 {
		t.Errorf("at most %d inside; left behind: %+v", most, q)
	}
}
