// Package page cuts lists into the connections that the Relay cursor specification describes.
package page

import (
	"encoding/base64"
	"fmt"
	"strings"
)

// The number of edges on a page.
const (
	Max     = 500
	Default = 50
)

// Args are the paging arguments of a connection field; nil means not given.
type Args struct {
	First  *int
	After  *string
	Last   *int
	Before *string
}

// Info says where a page lies in its list.
type Info struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// Connection is a page of a list.
type Connection[E any] struct {
	Edges      []E
	PageInfo   Info
	TotalCount int
}

// Error says what is wrong with paging arguments.
type Error string

func (e Error) Error() string { return string(e) }

// check returns an Error unless at most one of First and Last is given, and it is 0 to most.
func (a Args) check(most int) error {
	if a.First != nil && a.Last != nil {
		return Error("first and last exclude each other; give one of them")
	}
	for name, n := range map[string]*int{"first": a.First, "last": a.Last} {
		if n != nil && (*n < 0 || *n > most) {
			return Error(fmt.Sprintf("%s is %d; it must be between 0 and %d", name, *n, most))
		}
	}
	return nil
}

// cut narrows the range from lo to hi to the page; size counts where neither First nor Last is given.
func (a Args) cut(lo, hi, size int) (int, int) {
	hi = max(lo, hi)
	if a.Last != nil {
		return max(lo, hi-*a.Last), hi
	}
	if a.First != nil {
		size = *a.First
	}
	return lo, min(hi, lo+size)
}

// Of returns the page of a list that the arguments ask for. The key names an element within the list; a cursor is made
// of nothing else, so that it keeps its meaning when elements before it come and go. The error is an Error.
func Of[T, E any](list []T, a Args, key func(T) string, edge func(cursor string, element T) E) (*Connection[E], error) {
	if err := a.check(Max); err != nil {
		return nil, err
	}
	lo, hi := 0, len(list)
	for i, end := range []struct {
		name   string
		cursor *string
	}{{"after", a.After}, {"before", a.Before}} {
		if end.cursor == nil {
			continue
		}
		at, ok := find(list, key, *end.cursor)
		switch {
		case !ok:
			return nil, Error(end.name + ": no such cursor in this list")
		case i == 0:
			lo = at + 1
		default:
			hi = at
		}
	}
	lo, hi = a.cut(lo, hi, Default)
	c := &Connection[E]{Edges: make([]E, 0, hi-lo), TotalCount: len(list)}
	for _, element := range list[lo:hi] {
		c.Edges = append(c.Edges, edge(cursor(key(element)), element))
	}
	c.PageInfo = Info{HasPreviousPage: lo > 0, HasNextPage: hi < len(list)}
	if lo < hi {
		first, last := cursor(key(list[lo])), cursor(key(list[hi-1]))
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &first, &last
	}
	return c, nil
}

func find[T any](list []T, key func(T) string, cursor string) (int, bool) {
	wanted, ok := keyOf(cursor)
	if !ok {
		return 0, false
	}
	for i, element := range list {
		if key(element) == wanted {
			return i, true
		}
	}
	return 0, false
}

// cursorMark tells a cursor from a global id.
const cursorMark = "at:"

func cursor(key string) string {
	var plain, encoded [128]byte // every edge has one
	return string(base64.RawURLEncoding.AppendEncode(encoded[:0], append(append(plain[:0], cursorMark...), key...)))
}

func keyOf(cursor string) (string, bool) {
	text, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || strings.ContainsAny(cursor, "\r\n") { // which the decoder skips
		return "", false
	}
	return strings.CutPrefix(string(text), cursorMark)
}
