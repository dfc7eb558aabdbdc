package search_test

import (
	"os"
	"testing"

	"github.com/clausegraph/clausegraph/search"
)

func TestDbg(t *testing.T) {
	_, x := embedded(t)
	search.Near(x, os.Getenv("Q"))
}
