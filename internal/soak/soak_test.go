//go:build linux

package main

import (
	"testing"
	"time"
)

// TestSoak is a short soak; `make soak` is a long one.
func TestSoak(t *testing.T) {
	result, err := run(t.Context(), options{duration: 9 * time.Second, round: 3 * time.Second, workers: 2, log: t.Output()})
	result.table(t.Output())
	if err != nil {
		t.Error(err)
	}
}
