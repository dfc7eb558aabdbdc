package page

import (
	"errors"
	"testing"

	"github.com/clausegraph/clausegraph/internal/fuzz"
)

// FuzzCursor: a cursor of the list gives the page after it, and anything else an Error.
func FuzzCursor(f *testing.F) {
	list := []string{"a", "b/1", "", "가", "at:x"}
	var seeds []string
	for _, k := range list {
		seeds = append(seeds, cursor(k))
	}
	fuzz.Texts(f, append(seeds, "", "YXQ6", "YXQ6YQ==", "YXQ6YR", "at:a")...)
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Of(list, Args{After: &text}, key, edge)
		var refused Error
		if err != nil {
			if !errors.As(err, &refused) {
				t.Errorf("%T %v", err, err)
			}
			return
		}
		for i, k := range list {
			if cursor(k) == text && len(c.Edges) == len(list)-i-1 {
				return
			}
		}
		t.Errorf("%q is taken for a cursor: %d edges", text, len(c.Edges))
	})
}
