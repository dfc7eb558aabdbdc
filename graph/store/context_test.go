package store

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"testing"
	"time"
	"weak"
)

// TestContextsGo has a store hold nothing of the contexts that it was called with: that of a request has all that the request
// was answered from.
func TestContextsGo(t *testing.T) {
	type request struct{ _ [1 << 10]byte }
	type key struct{}
	onEach(t, func(t *testing.T, k place) {
		s := k.open(t)
		defer s.Close()
		if _, err := s.Publish(t.Context(), "test", small("one")); err != nil {
			t.Fatal(err)
		}
		var mu sync.Mutex
		var held []weak.Pointer[request]
		var all sync.WaitGroup
		for range 8 { // so that there are several connections
			all.Go(func() {
				for _, call := range []func(context.Context) error{
					func(ctx context.Context) error { _, err := s.Head(ctx); return err },
					func(ctx context.Context) error { _, err := s.Snapshot(ctx); return err },
					func(ctx context.Context) error {
						_, err := s.Publish(ctx, "test", small("two"))
						if errors.Is(err, ErrMoved) {
							err = nil
						}
						return err
					},
					func(ctx context.Context) error { _, err := s.Log(ctx); return err },
				} {
					r := new(request)
					mu.Lock()
					held = append(held, weak.Make(r))
					mu.Unlock()
					ctx, cancel := context.WithTimeout(context.WithValue(t.Context(), key{}, r), time.Minute)
					err := call(ctx)
					cancel()
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(10 * time.Millisecond) {
			runtime.GC()
			n := 0
			for _, p := range held {
				if p.Value() != nil {
					n++
				}
			}
			if n == 0 {
				return
			}
			if time.Now().After(deadline) {
				t.Fatalf("%d of %d contexts are held after their calls", n, len(held))
			}
		}
	})
}
