package page

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

func key(s string) string                    { return s }
func edge(cursor string, s string) [2]string { return [2]string{cursor, s} }

// TestPagesFollowTheSpecification compares every choice of arguments on short lists with the algorithm that the Relay
// specification writes down.
func TestPagesFollowTheSpecification(t *testing.T) {
	all := []string{"a", "b", "c", "d"}
	for n := range len(all) + 1 {
		list := all[:n]
		ends := []*string{nil}
		for _, s := range list {
			ends = append(ends, new(cursor(s)))
		}
		for _, after := range ends {
			for _, before := range ends {
				for size := -1; size <= n+1; size++ {
					forward, backward := Args{After: after, Before: before}, Args{After: after, Before: before}
					if size >= 0 {
						forward.First, backward.Last = &size, &size
					}
					for _, a := range []Args{forward, backward} {
						got, err := Of(list, a, key, edge)
						if err != nil {
							t.Fatal(err)
						}
						compare(t, list, a, got)
						positions, err := Ranked(positional(list, a), Default, Max, fetchFrom(list), edge)
						if err != nil {
							t.Fatal(err)
						}
						if !slices.EqualFunc(got.Edges, positions.Edges, func(x, y [2]string) bool { return x[1] == y[1] }) || positions.TotalCount != n {
							t.Errorf("%s: %v by key, %v by position", describe(a), got.Edges, positions.Edges)
						}
					}
				}
			}
		}
	}
}

func compare(t *testing.T, list []string, a Args, got *Connection[[2]string]) {
	t.Helper()
	want := slices.Clone(list)
	if a.After != nil {
		k, _ := keyOf(*a.After)
		want = want[slices.Index(want, k)+1:]
	}
	if a.Before != nil {
		k, _ := keyOf(*a.Before)
		if at := slices.Index(want, k); at >= 0 {
			want = want[:at]
		} else {
			want = nil // before comes no later than after
		}
	}
	if a.First != nil {
		want = want[:min(len(want), *a.First)]
	}
	if a.Last != nil {
		want = want[max(0, len(want)-*a.Last):]
	}
	var have []string
	for _, e := range got.Edges {
		have = append(have, e[1])
	}
	if !slices.Equal(have, want) {
		t.Errorf("%v %s: %v, want %v", list, describe(a), have, want)
	}
	if len(have) > 0 {
		i := slices.Index(list, have[0])
		info := got.PageInfo
		if info.HasPreviousPage != (i > 0) || info.HasNextPage != (i+len(have) < len(list)) || *info.StartCursor != got.Edges[0][0] || *info.EndCursor != got.Edges[len(have)-1][0] {
			t.Errorf("%v %s: page info %+v", list, describe(a), info)
		}
	}
}

// positional turns cursors of keys into cursors of positions.
func positional(list []string, a Args) Args {
	for _, end := range []**string{&a.After, &a.Before} {
		if *end != nil {
			k, _ := keyOf(**end)
			*end = new(cursor(fmt.Sprint(slices.Index(list, k))))
		}
	}
	return a
}

func fetchFrom(list []string) func(offset, limit int) ([]string, int, error) {
	return func(offset, limit int) ([]string, int, error) {
		rest := list[min(offset, len(list)):]
		return rest[:min(limit, len(rest))], len(list), nil
	}
}

func describe(a Args) string {
	show := func(name string, v any) string { return fmt.Sprintf("%s=%v ", name, v) }
	text := ""
	if a.First != nil {
		text += show("first", *a.First)
	}
	if a.Last != nil {
		text += show("last", *a.Last)
	}
	if a.After != nil {
		k, _ := keyOf(*a.After)
		text += show("after", k)
	}
	if a.Before != nil {
		k, _ := keyOf(*a.Before)
		text += show("before", k)
	}
	return text
}

func TestArgumentsThatAreRefused(t *testing.T) {
	list := []string{"a", "b"}
	for name, a := range map[string]Args{
		"negative first":   {First: new(-1)},
		"negative last":    {Last: new(-1)},
		"first too large":  {First: new(Max + 1)},
		"both":             {First: new(1), Last: new(1)},
		"made-up after":    {After: new("nonsense")},
		"empty before":     {Before: new("")},
		"cursor of others": {After: new(cursor("z"))},
		"padded":           {After: new(cursor("a") + "=")},
	} {
		var refused Error
		if _, err := Of(list, a, key, edge); !errors.As(err, &refused) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Ranked(a, 10, Max, fetchFrom(list), edge); !errors.As(err, &refused) {
			t.Errorf("%s by position: %v", name, err)
		}
	}
	for _, position := range []string{"-1", "01", "+1", "1e3", "99999999999999999999", "1000001"} {
		if _, err := Ranked(Args{After: new(cursor(position))}, 10, Max, fetchFrom(list), edge); err == nil {
			t.Errorf("position %s is taken", position)
		}
	}
}
