package page

import (
	"fmt"
	"strconv"
)

// Ranked returns the page of a list that lies elsewhere and is read by position: what a search finds. It calls fetch
// for at most most elements at a time and, where the page is counted from the end, once more before that for the
// total. A cursor is a position, since the list lasts as long as its query. The error is an Error, or that of fetch.
func Ranked[T, E any](a Args, size, most int, fetch func(offset, limit int) (list []T, total int, err error), edge func(cursor string, element T) E) (*Connection[E], error) {
	if err := a.check(most); err != nil {
		return nil, err
	}
	after, err := position("after", a.After, -1)
	if err != nil {
		return nil, err
	}
	before, err := position("before", a.Before, -1)
	if err != nil {
		return nil, err
	}
	lo, total := after+1, -1
	hi := before
	if a.Before == nil {
		hi = lo + most
	}
	if a.Last != nil {
		if _, total, err = fetch(0, 1); err != nil {
			return nil, err
		}
		hi = total
		if a.Before != nil {
			hi = min(before, total)
		}
	}
	lo, hi = a.cut(lo, hi, size)
	list, total, err := fetch(lo, max(1, hi-lo))
	if err != nil {
		return nil, err
	}
	list = list[:min(len(list), hi-lo)]
	hi = lo + len(list)
	c := &Connection[E]{Edges: make([]E, 0, len(list)), TotalCount: total}
	for i, element := range list {
		c.Edges = append(c.Edges, edge(cursor(strconv.Itoa(lo+i)), element))
	}
	c.PageInfo = Info{HasPreviousPage: min(lo, total) > 0, HasNextPage: hi < total}
	if lo < hi {
		first, last := cursor(strconv.Itoa(lo)), cursor(strconv.Itoa(hi-1))
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &first, &last
	}
	return c, nil
}

// maxPosition bounds a position that a client makes up.
const maxPosition = 1_000_000

func position(name string, given *string, absent int) (int, error) {
	if given == nil {
		return absent, nil
	}
	key, ok := keyOf(*given)
	at, err := strconv.Atoi(key)
	if !ok || err != nil || at < 0 || at > maxPosition || strconv.Itoa(at) != key {
		return 0, Error(fmt.Sprintf("%s: no such cursor in this list", name))
	}
	return at, nil
}
