package server

import (
	"container/list"
	"context"
	"sync"
)

// cache keeps what was used last, as long as the bytes of all keys and values stay below a limit.
type cache[T any] struct {
	size func(key string, value T) int
	most int

	mu      sync.Mutex
	bytes   int
	entries map[string]*list.Element
	recent  list.List // of entry[T], the last used in front
}

type entry[T any] struct {
	key   string
	value T
}

func newCache[T any](most int, size func(key string, value T) int) *cache[T] {
	return &cache[T]{size: size, most: most, entries: map[string]*list.Element{}}
}

// Get returns the value of the key.
func (c *cache[T]) Get(_ context.Context, key string) (T, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, ok := c.entries[key]
	if !ok {
		var none T
		return none, false
	}
	c.recent.MoveToFront(at)
	return at.Value.(entry[T]).value, true
}

// Add keeps the value, in place of what was used longest ago. What is larger than a tenth of all is not kept.
func (c *cache[T]) Add(_ context.Context, key string, value T) {
	size := c.size(key, value)
	if size > c.most/10 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if at, ok := c.entries[key]; ok {
		c.drop(at)
	}
	c.entries[key] = c.recent.PushFront(entry[T]{key, value})
	for c.bytes += size; c.bytes > c.most; {
		c.drop(c.recent.Back())
	}
}

func (c *cache[T]) drop(at *list.Element) {
	e := c.recent.Remove(at).(entry[T])
	delete(c.entries, e.key)
	c.bytes -= c.size(e.key, e.value)
}
