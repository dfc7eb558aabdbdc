package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime/debug"
	"slices"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// batchSize bounds a transaction: Cayley's key-value store takes quadratic time in its size.
const batchSize = 1000

// engine is Cayley behind the rules without which it corrupts data or crashes. Only this file writes to it.
//
//  1. No transaction both adds and deletes: on key-value backends that loses the subjects of quads.
//  2. Every transaction ignores duplicates and missing quads, so that none fails for a logical reason: what a failed
//     one leaves behind corrupts the next.
//  3. After an error the backend is opened anew for the same reason; in memory nothing more is written.
//  4. Transactions are small, and go through ApplyDeltas: bulk writers store duplicates.
//  5. There is one writer, and where the backend does not see to it, no reader beside it: lock is held for one
//     transaction at a time.
type engine struct {
	backend backend
	lock    sync.RWMutex
	quads   cayley.QuadStore
	failed  error
	closed  bool
}

// exclusive waits until no other process writes, until release is called.
func (e *engine) exclusive(ctx context.Context) (release func() error, err error) {
	e.lock.RLock()
	defer e.lock.RUnlock()
	if err := e.usable(); err != nil {
		return nil, err
	}
	release, err = e.backend.exclusive(ctx)
	return release, e.unavailable(ctx, err)
}

// add stores quads in as many transactions as they need. If it is cut short, repeating it completes it.
func (e *engine) add(ctx context.Context, quads []quad.Quad) error {
	return e.inBatches(ctx, cayley.Add, quads)
}

// addEach stores quads as add does, and fills every transaction, however few quads the parts have. It starts with small
// transactions: in an empty file all that a large one adds would lie on one page, which takes quadratic time.
func (e *engine) addEach(ctx context.Context, parts iter.Seq2[[]quad.Quad, error]) error {
	most, size := e.backend.traits().batch, batchSize
	var waiting []quad.Quad
	for quads, err := range parts {
		if err != nil {
			return err
		}
		waiting = append(waiting, quads...)
		for len(waiting) >= size {
			if err := e.apply(ctx, cayley.Add, waiting[:size]); err != nil {
				return err
			}
			waiting = slices.Delete(waiting, 0, size)
			size = min(2*size, most)
		}
	}
	if len(waiting) == 0 {
		return nil
	}
	return e.apply(ctx, cayley.Add, waiting)
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
	for batch := range slices.Chunk(quads, e.backend.traits().batch) {
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
	if e.backend.traits().shared {
		e.lock.RLock()
		defer e.lock.RUnlock()
	} else {
		e.lock.Lock()
		defer e.lock.Unlock()
	}
	if err := errors.Join(e.usable(), ctx.Err()); err != nil {
		return err
	}
	if err := e.recovered(); err != nil {
		return e.unavailable(ctx, err)
	}
	err := guard(func() error {
		return e.quads.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	})
	if err != nil {
		e.renew(err)
	}
	return e.unavailable(ctx, err)
}

// recovered tries again to go on after a failure that the backend could not get over at once, such as a full disk.
func (e *engine) recovered() error {
	if e.failed == nil {
		return nil
	}
	if !errors.Is(e.failed, errDamaged) {
		e.renew(e.failed)
	}
	if e.failed != nil {
		return fmt.Errorf("the store writes no more after an earlier failure, and must be opened anew: %w", e.failed)
	}
	return nil
}

// unavailable marks an error of the backend, but for the end of the context, as one of a store that is away, and says which.
func (e *engine) unavailable(ctx context.Context, err error) error {
	switch {
	case err == nil, ctx.Err() != nil, errors.Is(err, ErrClosed):
		return err
	case errors.Is(err, ErrUnavailable):
		return fmt.Errorf("%s: %w", e.backend.traits().place, err)
	}
	return fmt.Errorf("%s: %w: %w", e.backend.traits().place, ErrUnavailable, err)
}

// renew goes on after a failed transaction, if the backend can.
func (e *engine) renew(after error) {
	if errors.Is(after, errDamaged) {
		e.failed = after // Cayley holds locks that it will never give back
		return
	}
	quads, err := e.backend.renew(e.quads)
	if err != nil {
		e.failed = errors.Join(after, err)
		return
	}
	e.quads, e.failed = quads, nil
}

// errDamaged is of quads that Cayley or its backend could not make sense of.
var errDamaged = fmt.Errorf("%w: it is damaged; stop, and restore it from a backup", ErrUnavailable)

// guard turns a panic, and a fault of memory mapped from a file that was cut short, into an error.
func guard(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%w (%v)", errDamaged, cause)
		}
	}()
	return f()
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
	if errors.Is(e.failed, errDamaged) {
		return nil
	}
	return e.backend.close(e.quads)
}
