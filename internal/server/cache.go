package server

import (
	"container/list"
	"context"
	"sync"
)

// cache keeps what was used last, as long as the bytes of all keys and values stay below a limit.
type cache[K comparable, T any] struct {
	size func(key K, value T) int
	most int

	mu      sync.Mutex
	bytes   int
	entries map[K]*list.Element
	recent  list.List // of entry[K, T], the last used in front
}

type entry[K comparable, T any] struct {
	key   K
	value T
}

func newCache[K comparable, T any](most int, size func(key K, value T) int) *cache[K, T] {
	return &cache[K, T]{size: size, most: most, entries: map[K]*list.Element{}}
}

// Get returns the value of the key.
func (c *cache[K, T]) Get(_ context.Context, key K) (T, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, ok := c.entries[key]
	if !ok {
		var none T
		return none, false
	}
	c.recent.MoveToFront(at)
	return at.Value.(entry[K, T]).value, true
}

// Add keeps the value, in place of what was used longest ago. What is larger than a tenth of all is not kept.
func (c *cache[K, T]) Add(_ context.Context, key K, value T) {
	size := c.size(key, value)
	if size > c.most/10 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if at, ok := c.entries[key]; ok {
		c.drop(at)
	}
	c.entries[key] = c.recent.PushFront(entry[K, T]{key, value})
	for c.bytes += size; c.bytes > c.most; {
		c.drop(c.recent.Back())
	}
}

func (c *cache[K, T]) drop(at *list.Element) {
	e := c.recent.Remove(at).(entry[K, T])
	delete(c.entries, e.key)
	c.bytes -= c.size(e.key, e.value)
}
