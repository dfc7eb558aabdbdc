package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// batchSize bounds a transaction: Cayley's key-value backends take quadratic time in its size.
const batchSize = 1000

// engine is Cayley behind the rules without which it corrupts data or crashes. Only this file writes to it.
//
//  1. No transaction both adds and deletes: on key-value backends that loses the subjects of quads.
//  2. Every transaction ignores duplicates and missing quads, so that none fails for a logical reason: what a failed
//     one leaves behind corrupts the next.
//  3. After an error nothing more is written for the same reason. A backend that lasts has to be opened anew.
//  4. Transactions are small, and go through ApplyDeltas: bulk writers store duplicates.
//  5. There is one writer, and on the memory backend no reader beside it: lock is held for one transaction at a time.
type engine struct {
	lock   sync.RWMutex
	quads  cayley.QuadStore
	failed error
	closed bool
}

// add stores quads in as many transactions as they need. If it is cut short, repeating it completes it.
func (e *engine) add(ctx context.Context, quads []quad.Quad) error {
	return e.inBatches(ctx, cayley.Add, quads)
}

// commit stores all the quads or none, in one transaction.
func (e *engine) commit(ctx context.Context, quads []quad.Quad) error {
	return e.apply(ctx, cayley.Add, quads)
}

// retract deletes all the quads or none, in one transaction.
func (e *engine) retract(ctx context.Context, quads []quad.Quad) error {
	return e.apply(ctx, cayley.Delete, quads)
}

// remove deletes quads as add stores them.
func (e *engine) remove(ctx context.Context, quads []quad.Quad) error {
	return e.inBatches(ctx, cayley.Delete, quads)
}

func (e *engine) inBatches(ctx context.Context, action cayley.Procedure, quads []quad.Quad) error {
	for batch := range slices.Chunk(quads, batchSize) {
		if err := e.apply(ctx, action, batch); err != nil {
			return err
		}
	}
	return nil
}

func (e *engine) apply(ctx context.Context, action cayley.Procedure, quads []quad.Quad) error {
	deltas := make([]cayley.Delta, len(quads))
	for i, q := range quads {
		deltas[i] = cayley.Delta{Quad: q, Action: action}
	}
	e.lock.Lock()
	defer e.lock.Unlock()
	if err := errors.Join(e.usable(), ctx.Err()); err != nil {
		return err
	}
	if e.failed != nil {
		return fmt.Errorf("the store writes no more after an earlier failure, and must be opened anew: %w", e.failed)
	}
	e.failed = e.quads.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	return e.failed
}

// usable is called with the lock held.
func (e *engine) usable() error {
	if e.closed {
		return ErrClosed
	}
	return nil
}

// close waits for readers and the writer.
func (e *engine) close() error {
	e.lock.Lock()
	defer e.lock.Unlock()
	if e.closed {
		return nil
	}
	e.closed = true
	return e.quads.Close()
}
